import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../../../../web/staff/api/call-api.ts';
import { newId } from '../../../../../web/staff/api/new-id.ts';
import { type Refusal } from '../../../../../web/staff/api/refusal.ts';
import { type DossierResponse, type TransitionResponse } from '../../../contract/dossier-schemas.ts';
import { actionCall, type ActionEntries, type FormAction, isOvertaken, missingEntry } from './action-rules.ts';
import { type DossierWord } from './dossier-messages.ts';

interface OpenForm {
  readonly action: FormAction;
  readonly entries: ActionEntries;
  /** Kept while the same form is sent again, so that a repetition changes nothing. */
  readonly commandId: string;
  readonly missing: DossierWord | undefined;
  readonly refusal: Refusal | null;
}

/** What happened meanwhile: the version that the officer was looking at. */
interface Overtaken {
  readonly seenVersion: number;
}

/** The form of one action on a dossier: opening, typing, sending, and what to do when somebody else was faster. */
export function useDossierAction(dossier: DossierResponse | undefined, onDone: (action: FormAction) => void) {
  const queries = useQueryClient();
  const [form, setForm] = useState<OpenForm | null>(null);
  const [busy, setBusy] = useState(false);
  const [overtaken, setOvertaken] = useState<Overtaken | null>(null);

  const open = (action: FormAction) => {
    if (busy) return;
    const returnedTo = dossier?.applicant.fullName ?? '';
    setForm({ action, entries: { note: '', resultNumber: '', returnedTo }, commandId: newId(), missing: undefined, refusal: null });
  };
  const close = () => { if (!busy) setForm(null); };
  const change = (entries: ActionEntries) => { if (form !== null) setForm({ ...form, entries, missing: undefined, refusal: null }); };
  const confirm = async () => {
    if (form === null || dossier === undefined || busy) return;
    const missing = missingEntry(form.action, form.entries);
    if (missing !== undefined) {
      setForm({ ...form, missing });
      return;
    }
    setBusy(true);
    const { path, body } = actionCall(dossier, form.action, form.entries, form.commandId);
    const result = await callApi<TransitionResponse>('POST', path, body);
    if (result.ok) {
      setForm(null);
      setOvertaken(null);
      await queries.invalidateQueries();
      onDone(form.action);
    } else if (isOvertaken(result.refusal.code)) {
      setOvertaken({ seenVersion: dossier.version });
      await queries.invalidateQueries();
      setForm({ ...form, commandId: newId(), refusal: null });
    } else {
      setForm({ ...form, refusal: result.refusal });
    }
    setBusy(false);
  };
  // After the dossier was read again the action may be gone: then the form goes too, the notice stays.
  const shown = form !== null && dossier?.actions.includes(form.action) === true ? form : null;
  return { form: shown, busy, overtaken, open, close, change, confirm };
}
