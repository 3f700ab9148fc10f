import { type WorkItem } from '../../../contract/work-list-schemas.ts';
import { type WorkList } from '../../../contract/work-lists.ts';

/** The chips over a list. */
export const TIME_FILTERS = ['all', 'today', 'late'] as const;
export type TimeFilter = (typeof TIME_FILTERS)[number];

/** Lists that are ordered by the due date: only there do the first pages hold everything that is late or due today. */
export function hasTimeFilter(list: WorkList): boolean {
  return list === 'mine' || list === 'near';
}

/** The loaded dossiers that a chip lets through, in the order of the list. */
export function filterByTime(items: readonly WorkItem[], filter: TimeFilter): readonly WorkItem[] {
  if (filter === 'all') return items;
  const wanted = filter === 'today' ? 'due-today' : 'overdue';
  return items.filter((item) => item.timeState === wanted);
}

/** Puts the pages of a list together; a dossier that moved between two pages while they were read appears once, where it was first. */
export function joinPages(pages: readonly (readonly WorkItem[])[]): readonly WorkItem[] {
  const seen = new Set<string>();
  return pages.flat().filter((item) => !seen.has(item.id) && seen.add(item.id));
}
