import { useInfiniteQuery } from '@tanstack/react-query';
import { readApi } from '../../../../../web/staff/api/call-api.ts';
import { type JournalResponse } from '../../../contract/journal-schemas.ts';

/** Which lines are asked for; empty: all that the reader may see. */
export interface JournalFilter {
  readonly day: string;
  readonly staff: string;
  readonly object: string;
  readonly action: string;
  /** A sealed month that is opened, `2024-10`. */
  readonly month: string;
}

/** Reads the journal page by page, newest first. */
export function useJournal(filter: JournalFilter) {
  return useInfiniteQuery({
    queryKey: ['api', '/api/journal', filter],
    queryFn: ({ signal, pageParam }) => {
      const query = new URLSearchParams(Object.entries({ ...filter, after: pageParam }).filter(([, value]) => value !== ''));
      return readApi<JournalResponse>(`/api/journal?${query.toString()}`, signal);
    },
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  });
}
