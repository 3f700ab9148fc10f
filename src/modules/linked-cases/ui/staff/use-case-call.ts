import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../../../web/staff/api/call-api.ts';
import { newId } from '../../../../web/staff/api/new-id.ts';
import { UNREACHABLE } from '../../../../web/staff/api/refusal.ts';
import { useWords } from '../../../../web/staff/locale.tsx';
import { STAFF_WORDS } from '../../../../web/staff/messages.ts';
import { type CaseActionResponse } from '../../contract/linked-case-schemas.ts';

/**
 * One write to a case, about the version that was seen when it was begun. The command id stays the same while the answer is not known, so
 * that asking again does nothing twice. After “changed meanwhile” the case is read again, and the next attempt is about what is then seen.
 */
export function useCaseCall(path: string, version: number) {
  const queries = useQueryClient();
  const shell = useWords(STAFF_WORDS);
  const [commandId, setCommandId] = useState(newId);
  const [seen, setSeen] = useState<number | null>(version);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<{ readonly message: string; readonly field: string | undefined }>();

  const send = async (body: object): Promise<boolean> => {
    setBusy(true);
    setRefusal(undefined);
    const answer = await callApi<CaseActionResponse>('POST', path, { commandId, expectedVersion: seen ?? version, ...body });
    setBusy(false);
    if (answer.ok) {
      setCommandId(newId());
      setSeen(null);
      await queries.invalidateQueries();
      return true;
    }
    const { code, faults, message } = answer.refusal;
    if (code !== UNREACHABLE) {
      setCommandId(newId());
      if (code === 'linked-case.changed-meanwhile') setSeen(null);
      void queries.invalidateQueries();
    }
    setRefusal({ message: code === UNREACHABLE ? shell('no-answer') : message, field: faults[0]?.field });
    return false;
  };
  /** Reads everything again that the screen shows. */
  const refresh = (): Promise<void> => queries.invalidateQueries();
  return { busy, refusal, send, refresh };
}
