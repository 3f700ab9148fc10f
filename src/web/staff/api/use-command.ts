import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { callApi } from './call-api.ts';
import { newId } from './new-id.ts';
import { type Refusal } from './refusal.ts';

/**
 * Sends commands; while the same is sent again its id stays, so that a repetition changes nothing. What was read is read again afterwards.
 * `send` answers whether it was done.
 */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- names what the server answers, as callApi does
export function useCommand<T>(onDone: (answer: T) => void) {
  const queries = useQueryClient();
  const [command, setCommand] = useState<{ readonly of: string; readonly id: string }>({ of: '', id: newId() });
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const send = async (path: string, body: object): Promise<boolean> => {
    if (busy) return false;
    const of = `${path} ${JSON.stringify(body)}`;
    const commandId = command.of === of ? command.id : newId();
    setCommand({ of, id: commandId });
    setBusy(true);
    const result = await callApi<T>('POST', path, { commandId, ...body });
    setBusy(false);
    setRefusal(result.ok ? null : result.refusal);
    if (!result.ok) return false;
    setCommand({ of: '', id: newId() });
    onDone(result.value);
    await queries.invalidateQueries();
    return true;
  };
  return { busy, refusal, send, forget: () => { setRefusal(null); } };
}
