import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../../../../web/staff/api/call-api.ts';
import { useWords } from '../../../../../web/staff/locale.tsx';
import { ACCOUNT_WORDS } from './account-messages.ts';

/** What the parts of the account screen act with. */
export interface AccountActs {
  readonly busy: boolean;
  /** Why the last act did not happen, in the reader's language. */
  readonly refusal: string | null;
  /** True when the server wants the person proved again first. */
  readonly stale: boolean;
  readonly send: <T>(method: 'POST' | 'DELETE', path: string, body?: object) => Promise<T | undefined>;
  /** Says a sentence of the screen's own in place of a refusal. */
  readonly say: (sentence: string | null) => void;
  /** Reads everything again: the account has changed. */
  readonly reload: () => Promise<void>;
}

/**
 * Sends acts on one's own account, one at a time. Their answers are secrets, so that they carry no id to be repeated by. `call` is another way of
 * calling: inside the dialog that asks for proofs nothing asks for a proof again.
 */
export function useAccount(call: typeof callApi = callApi): AccountActs {
  const t = useWords(ACCOUNT_WORDS);
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [stale, setStale] = useState(false);
  return {
    busy, refusal, stale,
    send: async <T>(method: 'POST' | 'DELETE', path: string, body?: object): Promise<T | undefined> => {
      if (busy) return undefined;
      setBusy(true);
      const result = await call<T>(method, path, body);
      setBusy(false);
      setStale(!result.ok && result.refusal.code === 'access.assurance-too-low');
      setRefusal(result.ok ? null : result.refusal.message === '' ? t('network') : result.refusal.faults[0]?.message ?? result.refusal.message);
      return result.ok ? result.value : undefined;
    },
    say: setRefusal,
    reload: async () => { await queries.invalidateQueries(); },
  };
}
