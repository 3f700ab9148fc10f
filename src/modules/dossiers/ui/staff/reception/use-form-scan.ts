import { type Dispatch, useEffect, useRef, useState } from 'react';
import { callApi } from '../../../../../web/staff/api/call-api.ts';
import { UNREACHABLE } from '../../../../../web/staff/api/refusal.ts';
import { focusPart } from '../../../../../web/staff/keyboard/focus-part.ts';
import { useLocale, useWords } from '../../../../../web/staff/locale.tsx';
import { STAFF_WORDS } from '../../../../../web/staff/messages.ts';
import { announce } from '../../../../../web/staff/shell/announcement.ts';
import { collectCode } from '../../../../forms/contract/form-code.ts';
import { FORM_PROBLEMS } from '../../../../forms/contract/problems.ts';
import { type ScannedFormInput, type ScannedFormResponse } from '../../../../forms/contract/scan-schemas.ts';
import { fillMessage } from '../../../../../platform/i18n/catalogue.ts';
import { FORM_SCAN_WORDS } from './form-messages.ts';
import { type ReceptionDraft } from './reception-draft.ts';
import { type ReceptionEvent } from './reduce-reception.ts';

/** What the last scan came to, where it did not simply go on. */
export type ScanNotice =
  | { readonly kind: 'refused'; readonly message: string }
  /** The same form is a dossier already. */
  | { readonly kind: 'sent'; readonly dossierId: string; readonly waiting: boolean };

/** The words of a refusal of a code. */
function refusalWords(code: string, facts: Parameters<typeof fillMessage>[1], locale: 'vi' | 'en'): string {
  const known = Object.entries(FORM_PROBLEMS).find(([name]) => name === code)?.[1];
  return fillMessage((known ?? FORM_PROBLEMS['form.scan-unreadable'])[locale], facts);
}

/**
 * Takes the codes of a printed form one by one, in any order; once all are there the server reads them, and `onRead` hears which procedure the form belongs
 * to. Nothing of what was typed is lost by a code that is refused.
 */
export function useFormScan(draft: ReceptionDraft, dispatch: Dispatch<ReceptionEvent>, onRead: (procedureCode: string) => void) {
  const t = useWords(FORM_SCAN_WORDS);
  const shell = useWords(STAFF_WORDS);
  const { locale } = useLocale();
  const [busy, setBusy] = useState(false);
  const [notice, setNotice] = useState<ScanNotice | null>(null);
  // Two codes may come faster than the screen is drawn.
  const codes = useRef<readonly string[]>([]);
  useEffect(() => { codes.current = draft.form?.codes ?? []; }, [draft.form]);

  const refuse = (message: string) => { setNotice({ kind: 'refused', message }); };
  const read = async (all: readonly string[], mended: Readonly<Record<string, string>>): Promise<void> => {
    setBusy(true);
    const body: ScannedFormInput = { codes: [...all], ...(Object.keys(mended).length === 0 ? {} : { mended: { ...mended } }) };
    const answer = await callApi<ScannedFormResponse>('POST', '/api/forms/scan', body);
    setBusy(false);
    if (!answer.ok) {
      refuse(answer.refusal.code === UNREACHABLE ? shell('no-answer') : answer.refusal.message);
      return;
    }
    const { sent, sheet } = answer.value;
    if (sheet === null) {
      dispatch({ kind: 'no-form' });
      setNotice(sent === null ? null : { kind: 'sent', ...sent });
      return;
    }
    setNotice(null);
    dispatch({ kind: 'form-sheet', sheet, mended });
    announce(sheet.faults.length === 0 ? t('read', { name: sheet.person.fullName }) : t('read-faults', { count: sheet.faults.length }));
    if (sheet.procedureCode !== draft.procedure?.code) onRead(sheet.procedureCode);
    if (sheet.faults.length > 0) focusPart('scannedForm');
  };
  return {
    busy,
    notice,
    /** A code that a scanner or the camera read. */
    take: (text: string): void => {
      if (draft.declaration !== null || draft.corrects !== null) {
        refuse(t(draft.declaration === null ? 'not-for-correction' : 'declared-already'));
        return;
      }
      const taken = collectCode(codes.current, text);
      if (!taken.ok) {
        refuse(refusalWords(taken.problem.code, taken.problem.facts, locale));
        return;
      }
      const { missing, of } = taken.value;
      codes.current = taken.value.codes;
      setNotice(null);
      dispatch({ kind: 'form-codes', codes: taken.value.codes });
      if (missing.length === 0) void read(taken.value.codes, {});
      else announce(t('progress', { read: of - missing.length, of, missing: missing.map(String) }));
    },
    /** Has the form judged again with what the officer typed, or asks again after no answer came. */
    again: (mended: Readonly<Record<string, string>>): void => { void read(codes.current, mended); },
    /** Leaves the form out. */
    drop: (): void => {
      codes.current = [];
      setNotice(null);
      dispatch({ kind: 'no-form' });
      focusPart('card');
    },
  };
}

export type FormScan = ReturnType<typeof useFormScan>;
