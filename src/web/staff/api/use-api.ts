import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { readApi } from './call-api.ts';

export interface ApiReading {
  /** False: do not ask yet. */
  readonly enabled?: boolean;
  /** Ask again after so many milliseconds while the screen is open. */
  readonly every?: number;
  /** Keep showing the last answer while the next one is on its way, so that nothing jumps. */
  readonly keepLast?: boolean;
}

/** Reads one address of the server and keeps it fresh. The address is the key: everything about a dossier begins with its path. */
export function useApi<T>(path: string, { enabled = true, every, keepLast = false }: ApiReading = {}): UseQueryResult<T> {
  return useQuery<T>({
    queryKey: ['api', path],
    queryFn: ({ signal }) => readApi<T>(path, signal),
    enabled,
    ...(every === undefined ? {} : { refetchInterval: every }),
    ...(keepLast ? { placeholderData: keepPreviousData } : {}),
  });
}
