import { useQuery } from '@tanstack/react-query';
import { callApi } from '../../../../web/staff/api/call-api.ts';
import { refusalError } from '../../../../web/staff/api/refusal.ts';
import { type RefundSearch, type RefundSearchResponse } from '../../contract/refund-schemas.ts';

/** How often refunds are read again while they are shown: a gateway may have answered. */
const AGAIN_MS = 10_000;

/** Refunds of the office, or of one payable. */
export function useRefunds(question: RefundSearch) {
  return useQuery({
    queryKey: ['api', '/api/refunds/search', question],
    queryFn: async ({ signal }) => {
      const found = await callApi<RefundSearchResponse>('POST', '/api/refunds/search', question, signal);
      if (found.ok) return found.value;
      throw refusalError(found.refusal);
    },
    refetchInterval: AGAIN_MS,
    placeholderData: (previous) => previous,
  });
}
