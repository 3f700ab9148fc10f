import { useState } from 'react';
import { callApi } from '../../../../../web/staff/api/call-api.ts';
import { type ApiResult, refusalError } from '../../../../../web/staff/api/refusal.ts';
import { useApi } from '../../../../../web/staff/api/use-api.ts';
import { useQuestion } from '../../../../../web/staff/api/use-question.ts';
import { listAddress } from '../../../../../web/staff/shell/work-counts.ts';
import { type SearchRequest, type SearchResponse, type WorkItem, type WorkListResponse } from '../../../contract/work-list-schemas.ts';
import { type WorkList } from '../../../contract/work-lists.ts';

const SEARCH = '/api/dossiers/search';

interface Page {
  readonly items: readonly WorkItem[];
  readonly next: string | null;
}

interface MoreState {
  /** The list and text that the later pages belong to; with another one they are forgotten. */
  readonly of: string;
  readonly pages: readonly (readonly WorkItem[])[];
  readonly next: string | null;
  readonly loading: boolean;
  readonly error: unknown;
}

function readPage(list: WorkList, filter: string, q: string, after: string): Promise<ApiResult<Page>> {
  if (q === '') return callApi<Page>('GET', `${listAddress(list, filter)}&after=${encodeURIComponent(after)}`);
  const question: SearchRequest = { list, q, after };
  return callApi<Page>('POST', SEARCH, question);
}

/** The pages after the first one. */
function useLaterPages(list: WorkList, filter: string, q: string, firstNext: string | null) {
  const of = `${list} ${filter} ${q}`;
  const [state, setState] = useState<MoreState>({ of, pages: [], next: null, loading: false, error: null });
  const here = state.of === of ? state : null;
  const next = here === null || here.pages.length === 0 ? firstNext : here.next;
  const load = async () => {
    if (next === null || here?.loading === true) return;
    const pages = here?.pages ?? [];
    setState({ of, pages, next, loading: true, error: null });
    const result = await readPage(list, filter, q, next);
    setState((last) => {
      if (last.of !== of) return last;
      return result.ok ? { of, pages: [...pages, result.value.items], next: result.value.next, loading: false, error: null } : { ...last, loading: false, error: refusalError(result.refusal) };
    });
  };
  return { pages: here?.pages ?? [], next, loading: here?.loading ?? false, error: here?.error ?? null, load };
}

/** A work list narrowed down by a filter, or what a text finds in the whole list, page by page; the counts of all lists come with a list. */
export function useListing(list: WorkList, filter: string, q: string) {
  const listed = useApi<WorkListResponse>(listAddress(list, filter), { every: 30_000, keepLast: true, enabled: q === '' });
  const found = useQuestion<SearchResponse>(SEARCH, { list, q, after: null } satisfies SearchRequest, { every: 60_000, keepLast: true, enabled: q !== '' });
  const first = q === '' ? listed : found;
  return { first, later: useLaterPages(list, filter, q, first.data?.next ?? null), count: listed.data?.found ?? listed.data?.counts[list], chips: listed.data?.chips ?? [] };
}
