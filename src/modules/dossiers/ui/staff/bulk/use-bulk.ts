import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../../../../web/staff/api/call-api.ts';
import { newId } from '../../../../../web/staff/api/new-id.ts';
import { type Refusal } from '../../../../../web/staff/api/refusal.ts';
import { type BulkResponse } from '../../../contract/bulk-schemas.ts';
import { type WorkItem } from '../../../contract/work-list-schemas.ts';
import { type BulkPaper } from '../../../contract/work-lists.ts';

export type BulkAction = 'transfer' | 'urge' | 'print';

/** A bulk action that is being prepared, sent, or was answered. */
interface OpenBulk {
  readonly action: BulkAction;
  /** The lines as they were when the action was opened: with these versions it is sent. */
  readonly items: readonly WorkItem[];
  /** Kept while the same is sent again, so that a repetition changes nothing. */
  readonly batchId: string;
  readonly words: string;
  readonly paper: BulkPaper;
  readonly missing: boolean;
  readonly refusal: Refusal | null;
  readonly answer: BulkResponse | null;
}

function requestOf({ action, items, batchId, words, paper }: OpenBulk): object {
  const chosen = { batchId, rows: items.map(({ id, version }) => ({ id, expectedVersion: version })) };
  switch (action) {
    case 'transfer':
      return { ...chosen, note: words.trim() === '' ? null : words };
    case 'urge':
      return { ...chosen, words };
    case 'print':
      return { ...chosen, paper };
  }
}

/** One bulk action from its form to the line of each dossier. `onDone` hears which dossiers were done. */
export function useBulk(onDone: (ids: readonly string[]) => void) {
  const queries = useQueryClient();
  const [bulk, setBulk] = useState<OpenBulk | null>(null);
  const [busy, setBusy] = useState(false);
  const open = (action: BulkAction, items: readonly WorkItem[]) => {
    setBulk({ action, items, batchId: newId(), words: '', paper: 'receipt', missing: false, refusal: null, answer: null });
  };
  // Other words are another batch.
  const change = (part: Partial<Pick<OpenBulk, 'words' | 'paper'>>) => { setBulk((last) => (last === null ? null : { ...last, ...part, batchId: newId(), missing: false, refusal: null })); };
  const send = async () => {
    if (bulk === null || busy) return;
    if (bulk.action === 'urge' && bulk.words.trim() === '') {
      setBulk({ ...bulk, missing: true });
      return;
    }
    setBusy(true);
    const result = await callApi<BulkResponse>('POST', `/api/dossiers/bulk/${bulk.action}`, requestOf(bulk));
    setBusy(false);
    if (!result.ok) {
      setBulk({ ...bulk, refusal: result.refusal });
      return;
    }
    setBulk({ ...bulk, refusal: null, answer: result.value });
    // What was printed may be printed on another form next.
    if (bulk.action !== 'print') onDone(result.value.rows.filter(({ refusal }) => refusal === null).map(({ id }) => id));
    await queries.invalidateQueries();
  };
  return { bulk, busy, open, change, send, close: () => { if (!busy) setBulk(null); } };
}
