import { type WorkItem } from '../../../contract/work-list-schemas.ts';

/** Puts the pages of a list together; a dossier that moved between two pages while they were read appears once, where it was first. */
export function joinPages(pages: readonly (readonly WorkItem[])[]): readonly WorkItem[] {
  const seen = new Set<string>();
  return pages.flat().filter((item) => !seen.has(item.id) && seen.add(item.id));
}
