import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { type ProblemTable } from '../../../../kernel/problem-table.ts';
import { type Problem } from '../../../../kernel/result.ts';
import { fillMessage } from '../../../../platform/i18n/catalogue.ts';
import { callApi } from '../../../../web/staff/api/call-api.ts';
import { newId } from '../../../../web/staff/api/new-id.ts';
import { type Refusal, UNREACHABLE } from '../../../../web/staff/api/refusal.ts';
import { useLocale, useWords } from '../../../../web/staff/locale.tsx';
import { STAFF_WORDS } from '../../../../web/staff/messages.ts';
import { IDENTITY_PROBLEMS } from '../../contract/problems.ts';
import { STAFF_LIST_WORDS } from './staff-messages.ts';

const WORDS: ProblemTable = IDENTITY_PROBLEMS;
/** Faults that only a form can have: the server never sees what was not chosen. */
const OWN_WORDS = ['unit-missing', 'role-missing', 'current-missing'] as const;

/** Saving of one form: what is under way, what is wrong and where. */
export interface StaffSave {
  readonly busy: boolean;
  /** What the whole form is told; undefined while nothing is wrong. */
  readonly notice: string | undefined;
  /** What is wrong with one entry, found here or by the server. */
  readonly faultOf: (field: string) => string | undefined;
  /** After every change of the form: the faults go, and another content becomes another command. */
  readonly touched: () => void;
  /** Shows the faults that were found before anything is sent. */
  readonly show: (faults: readonly Problem[]) => void;
  /** Sends it; true when it was done and the lists are read again. */
  readonly send: (method: 'POST' | 'PUT', path: string, body: Readonly<Record<string, unknown>>) => Promise<boolean>;
}

/** Keeps the command id over repetitions, so that a save whose answer was lost is done once. */
export function useStaffSave(): StaffSave {
  const t = useWords(STAFF_LIST_WORDS);
  const shell = useWords(STAFF_WORDS);
  const { locale } = useLocale();
  const queries = useQueryClient();
  const [commandId, setCommandId] = useState(newId);
  const [busy, setBusy] = useState(false);
  const [faults, setFaults] = useState<readonly Problem[]>([]);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const say = (problem: Problem): string => {
    const entry = WORDS[problem.code];
    if (entry !== undefined) return fillMessage(entry[locale], problem.facts);
    const own = OWN_WORDS.find((word) => word === problem.code);
    return own === undefined ? t('faults') : t(own);
  };
  const notice = (): string | undefined => {
    if (refusal !== null) return refusal.code === UNREACHABLE ? shell('no-answer') : refusal.message;
    return faults.length > 0 ? t('faults') : undefined;
  };
  return {
    busy,
    notice: notice(),
    faultOf: (field) => {
      const own = faults.find((fault) => fault.field === field);
      return own === undefined ? refusal?.faults.find((fault) => fault.field === field)?.message : say(own);
    },
    touched: () => {
      setFaults([]);
      if (refusal?.code === UNREACHABLE) return;
      setRefusal(null);
      setCommandId(newId());
    },
    show: (found) => {
      setFaults(found);
      setRefusal(null);
    },
    send: async (method, path, body) => {
      if (busy) return false;
      setBusy(true);
      setFaults([]);
      setRefusal(null);
      const result = await callApi(method, path, { commandId, ...body });
      if (!result.ok) {
        setBusy(false);
        setRefusal(result.refusal);
        return false;
      }
      await queries.invalidateQueries();
      setBusy(false);
      return true;
    },
  };
}
