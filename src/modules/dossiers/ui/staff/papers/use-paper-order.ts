import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../../../../web/staff/api/call-api.ts';
import { newId } from '../../../../../web/staff/api/new-id.ts';
import { type PaperOrderResponse } from '../../../contract/paper-order-schemas.ts';
import { paperAddress } from '../receipt-address.ts';

/** A paper that is being made and the one that was made last. */
export interface PaperOrdering {
  readonly busy: boolean;
  readonly refusal: string | null;
  readonly made: PaperOrderResponse | null;
  readonly order: (body: Readonly<Record<string, unknown>>) => Promise<void>;
}

/** Has a paper made and opens it in a tab of its own; where the browser keeps the tab back, the screen offers it. */
export function usePaperOrder(path: '/api/papers/register' | '/api/papers/hand-over-slips'): PaperOrdering {
  const queries = useQueryClient();
  const [state, setState] = useState<Omit<PaperOrdering, 'order'>>({ busy: false, refusal: null, made: null });
  const order = async (body: Readonly<Record<string, unknown>>) => {
    setState({ busy: true, refusal: null, made: null });
    const made = await callApi<PaperOrderResponse>('POST', path, { commandId: newId(), ...body });
    setState({ busy: false, refusal: made.ok ? null : made.refusal.message, made: made.ok ? made.value : null });
    if (!made.ok) return;
    window.open(paperAddress(made.value.id), '_blank', 'noopener');
    void queries.invalidateQueries();
  };
  return { ...state, order };
}
