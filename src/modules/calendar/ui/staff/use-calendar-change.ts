import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../../../web/staff/api/call-api.ts';
import { newId } from '../../../../web/staff/api/new-id.ts';
import { type Refusal, UNREACHABLE } from '../../../../web/staff/api/refusal.ts';
import { useWords } from '../../../../web/staff/locale.tsx';
import { STAFF_WORDS } from '../../../../web/staff/messages.ts';
import { type ChangeResponse } from '../../contract/calendar-schemas.ts';

type Busy = 'preview' | 'apply' | null;

/** A change under way: what is prepared, what would follow, what became of it. */
export interface CalendarChanging<B, P> {
  readonly busy: Busy;
  readonly preview: P | null;
  readonly done: ChangeResponse | null;
  /** What the whole change is told; undefined while nothing is wrong. */
  readonly notice: string | undefined;
  /** What is wrong with one prepared day, or with `basis`. */
  readonly faultOf: (field: string) => string | undefined;
  /** After every change of what is prepared: what was previewed holds no longer. */
  readonly touched: () => void;
  readonly look: (asked: B) => Promise<void>;
  /** Applies what was previewed; null when it was not done. */
  readonly apply: (asked: B) => Promise<ChangeResponse | null>;
}

/** Previews and applies a change of the calendar. The command id is kept over repetitions, so that a lost answer changes nothing twice. */
export function useCalendarChange<B extends object, P extends { readonly revision: number }>(paths: { readonly preview: string; readonly apply: string }): CalendarChanging<B, P> {
  const shell = useWords(STAFF_WORDS);
  const queries = useQueryClient();
  const [commandId, setCommandId] = useState(newId);
  const [busy, setBusy] = useState<Busy>(null);
  const [preview, setPreview] = useState<P | null>(null);
  const [done, setDone] = useState<ChangeResponse | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const notice = (): string | undefined => {
    if (refusal === null) return undefined;
    return refusal.code === UNREACHABLE ? shell('no-answer') : refusal.message;
  };
  return {
    busy,
    preview,
    done,
    notice: notice(),
    faultOf: (field) => refusal?.faults.find((fault) => fault.field.startsWith(field))?.message,
    touched: () => {
      setPreview(null);
      setDone(null);
      setRefusal(null);
      setCommandId(newId());
    },
    look: async (asked) => {
      if (busy !== null) return;
      setBusy('preview');
      setRefusal(null);
      setDone(null);
      const answer = await callApi<P>('POST', paths.preview, asked);
      setBusy(null);
      if (answer.ok) setPreview(answer.value);
      else setRefusal(answer.refusal);
    },
    apply: async (asked) => {
      if (busy !== null || preview === null) return null;
      setBusy('apply');
      setRefusal(null);
      const answer = await callApi<ChangeResponse>('POST', paths.apply, { ...asked, commandId, expectedRevision: preview.revision });
      if (!answer.ok) {
        setBusy(null);
        setRefusal(answer.refusal);
        // Somebody was quicker: what was previewed holds no longer.
        if (answer.refusal.code === 'calendar.changed-meanwhile') {
          setPreview(null);
          setCommandId(newId());
          await queries.invalidateQueries();
        }
        return null;
      }
      await queries.invalidateQueries();
      setBusy(null);
      setPreview(null);
      setDone(answer.value);
      setCommandId(newId());
      return answer.value;
    },
  };
}
