import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../../../web/staff/api/call-api.ts';
import { newId } from '../../../../web/staff/api/new-id.ts';
import { type Refusal, UNREACHABLE } from '../../../../web/staff/api/refusal.ts';
import { useWords } from '../../../../web/staff/locale.tsx';
import { STAFF_WORDS } from '../../../../web/staff/messages.ts';
import { type ChangeResponse, type PreviewResponse } from '../../contract/calendar-schemas.ts';
import { type DayEdit } from '../../domain/calendar-edit.ts';

/** A change under way: what is prepared, what would follow, what became of it. */
export interface CalendarChanging {
  readonly busy: 'preview' | 'apply' | null;
  readonly preview: PreviewResponse | null;
  readonly done: ChangeResponse | null;
  /** What the whole change is told; undefined while nothing is wrong. */
  readonly notice: string | undefined;
  /** What is wrong with one prepared day, or with `basis`. */
  readonly faultOf: (field: string) => string | undefined;
  /** After every change of what is prepared: what was previewed holds no longer. */
  readonly touched: () => void;
  readonly look: (edits: readonly DayEdit[], basis: string) => Promise<void>;
  /** Applies what was previewed; true when it was done. */
  readonly apply: (edits: readonly DayEdit[], basis: string) => Promise<boolean>;
}

/** Previews and applies a change of the calendar. The command id is kept over repetitions, so that a lost answer changes nothing twice. */
export function useCalendarChange(): CalendarChanging {
  const shell = useWords(STAFF_WORDS);
  const queries = useQueryClient();
  const [commandId, setCommandId] = useState(newId);
  const [busy, setBusy] = useState<CalendarChanging['busy']>(null);
  const [preview, setPreview] = useState<PreviewResponse | null>(null);
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
    look: async (edits, basis) => {
      if (busy !== null) return;
      setBusy('preview');
      setRefusal(null);
      setDone(null);
      const answer = await callApi<PreviewResponse>('POST', '/api/calendar/preview', { edits, basis });
      setBusy(null);
      if (answer.ok) setPreview(answer.value);
      else setRefusal(answer.refusal);
    },
    apply: async (edits, basis) => {
      if (busy !== null || preview === null) return false;
      setBusy('apply');
      setRefusal(null);
      const answer = await callApi<ChangeResponse>('POST', '/api/calendar/changes', { commandId, expectedRevision: preview.revision, edits, basis });
      if (!answer.ok) {
        setBusy(null);
        setRefusal(answer.refusal);
        // Somebody was quicker: what was previewed holds no longer.
        if (answer.refusal.code === 'calendar.changed-meanwhile') {
          setPreview(null);
          setCommandId(newId());
          await queries.invalidateQueries();
        }
        return false;
      }
      await queries.invalidateQueries();
      setBusy(null);
      setPreview(null);
      setDone(answer.value);
      setCommandId(newId());
      return true;
    },
  };
}
