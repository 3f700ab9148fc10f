import { type WorkList, type WorkListResponse } from '../../../modules/dossiers/contract/dossier-schemas.ts';
import { useApi } from '../api/use-api.ts';

/** The address of the first page of a list; the counts of all lists come with it, so list and menu share one round trip. */
export function listAddress(list: string, q: string): string {
  return `/api/dossiers?list=${list}${q === '' ? '' : `&q=${encodeURIComponent(q)}`}`;
}

/** How many dossiers stand in each list, as far as known, read with the list that is open; asked for again every half minute. */
export function useWorkCounts(list: WorkList): WorkListResponse['counts'] | undefined {
  return useApi<WorkListResponse>(listAddress(list, ''), { every: 30_000, keepLast: true }).data?.counts;
}
