import { type WorkListResponse } from '../../../modules/dossiers/contract/work-list-schemas.ts';
import { COUNTED_UP_TO, type WorkList } from '../../../modules/dossiers/contract/work-lists.ts';
import { useApi } from '../api/use-api.ts';

/** The address of the first page of a list, narrowed down by a filter; the counts of all lists come with it, so list and menu share one round trip. */
export function listAddress(list: WorkList, filter = ''): string {
  return `/api/dossiers?list=${list}${filter === '' ? '' : `&${filter}`}`;
}

/** How many dossiers stand in each list, as far as known, read with the list that is open; asked for again every half minute. */
export function useWorkCounts(list: WorkList, filter = ''): WorkListResponse | undefined {
  return useApi<WorkListResponse>(listAddress(list, filter), { every: 30_000, keepLast: true }).data;
}

/** A count as the menu shows it: `999+` where it was not counted further. */
export function boundedCount(count: number, words: (count: number) => string): string {
  return count > COUNTED_UP_TO ? `${words(COUNTED_UP_TO)}+` : words(count);
}

/** The filters that stand beside the lists. */
export const SAVED_FILTERS = '/api/saved-filters';
