import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { callApi } from './call-api.ts';
import { refusalError } from './refusal.ts';
import { type ApiReading } from './use-api.ts';

/** Reads with a question in the body: what people look for does not belong in an address, where histories and proxies keep it. */
export function useQuestion<T>(path: string, question: object, { enabled = true, every, keepLast = false }: ApiReading = {}): UseQueryResult<T> {
  return useQuery<T>({
    queryKey: ['api', path, question],
    queryFn: async ({ signal }) => {
      const result = await callApi<T>('POST', path, question, signal);
      if (result.ok) return result.value;
      throw refusalError(result.refusal);
    },
    enabled,
    ...(every === undefined ? {} : { refetchInterval: every }),
    ...(keepLast ? { placeholderData: keepPreviousData } : {}),
  });
}
