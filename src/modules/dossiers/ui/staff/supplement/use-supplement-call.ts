import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { callApi } from '../../../../../web/staff/api/call-api.ts';
import { newId } from '../../../../../web/staff/api/new-id.ts';
import { UNREACHABLE } from '../../../../../web/staff/api/refusal.ts';
import { useWords } from '../../../../../web/staff/locale.tsx';
import { STAFF_WORDS } from '../../../../../web/staff/messages.ts';
import { announce } from '../../../../../web/staff/shell/announcement.ts';
import { STAFF_PATHS } from '../../../../../web/staff/staff-paths.ts';
import { isOvertaken } from '../dossier/action-rules.ts';
import { ASK_WORDS } from './supplement-messages.ts';

/** Sends what a screen about supplements wrote, and goes back to the dossier when it is done. The command id stays while the same thing is sent again. */
export function useSupplementCall(dossierId: string) {
  const t = useWords(ASK_WORDS);
  const shell = useWords(STAFF_WORDS);
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const [commandId, setCommandId] = useState(newId);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | undefined>(undefined);
  const back = () => { navigate(STAFF_PATHS.inList('all', dossierId)); };
  const send = async (path: string, body: Readonly<Record<string, unknown>>, done: string): Promise<void> => {
    if (busy) return;
    setBusy(true);
    const result = await callApi('POST', `/api/dossiers/${dossierId}/${path}`, { commandId, ...body });
    setBusy(false);
    if (result.ok) {
      await queries.invalidateQueries();
      announce(done);
      back();
      return;
    }
    const { code, message } = result.refusal;
    setRefusal(code === UNREACHABLE ? shell('no-answer') : isOvertaken(code) ? t('overtaken') : message);
    if (code !== UNREACHABLE) setCommandId(newId());
  };
  return { busy, refusal, send, back, touched: () => { setRefusal(undefined); } };
}
