import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { callApi } from '../../../../web/staff/api/call-api.ts';
import { type ApiResult } from '../../../../web/staff/api/refusal.ts';
import { type FeesDraft, NO_FEES_DRAFT, askedOfDraft } from '../../contract/fees-draft.ts';
import { type PreviewRequest, type PreviewResponse } from '../../contract/fee-schemas.ts';

/** What the fees are reckoned for. */
export interface FeeSubject {
  readonly procedureCode: string;
  readonly channel: PreviewRequest['channel'];
  /** The day whose rules hold; null: today. */
  readonly day: string | null;
  readonly filedOn: string | null;
}

/** The fees of a draft as the server reckons them, by the rule that it will save by; a refusal is an answer. */
export function useFeePreview(subject: FeeSubject | null, draft: FeesDraft): ApiResult<PreviewResponse> | undefined {
  const fees = askedOfDraft(draft);
  const body = { ...subject, fees };
  return useQuery({
    queryKey: ['api', '/api/fees/preview', body],
    queryFn: ({ signal }) => callApi<PreviewResponse>('POST', '/api/fees/preview', body, signal),
    enabled: subject !== null,
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  }).data;
}

/** What may be charged and claimed, whatever is typed. */
export function useFeeOptions(subject: FeeSubject): PreviewResponse['options'] | undefined {
  const read = useFeePreview(subject, NO_FEES_DRAFT);
  return read?.ok === true ? read.value.options : undefined;
}
