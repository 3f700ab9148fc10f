import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../../../../web/staff/api/call-api.ts';
import { newId } from '../../../../../web/staff/api/new-id.ts';
import { type Refusal } from '../../../../../web/staff/api/refusal.ts';
import { type AbsenceResponse } from '../../../contract/absence-schemas.ts';

/** Gives a list or takes it back; while the same is sent again its id stays, so that a repetition changes nothing. */
export function useAbsenceCall(onDone: (absence: AbsenceResponse) => void) {
  const queries = useQueryClient();
  const [command, setCommand] = useState<{ readonly of: string; readonly id: string }>({ of: '', id: newId() });
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const send = async (path: string, body: object) => {
    if (busy) return;
    const of = `${path} ${JSON.stringify(body)}`;
    const commandId = command.of === of ? command.id : newId();
    setCommand({ of, id: commandId });
    setBusy(true);
    const result = await callApi<AbsenceResponse>('POST', path, { commandId, ...body });
    setBusy(false);
    setRefusal(result.ok ? null : result.refusal);
    if (!result.ok) return;
    setCommand({ of: '', id: newId() });
    onDone(result.value);
    await queries.invalidateQueries();
  };
  return { busy, refusal, send };
}
