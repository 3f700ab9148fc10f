import { QueryClient } from '@tanstack/react-query';
import { refusalOf } from './refusal.ts';

/** The cache of answers: read again on focus, and once more after a failure of the network, never after a refusal. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        gcTime: 5 * 60_000,
        // `navigator.onLine` lies in offices with a captive gateway: always try.
        networkMode: 'always',
        retry: (failures, error) => refusalOf(error).status === 0 && failures < 1,
        retryDelay: 800,
      },
    },
  });
}
