import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { dateAt } from '../../../../../kernel/local-time.ts';
import { callApi } from '../../../../../web/staff/api/call-api.ts';
import { newId } from '../../../../../web/staff/api/new-id.ts';
import { type Refusal } from '../../../../../web/staff/api/refusal.ts';
import { type TransitionResponse } from '../../../contract/action-schemas.ts';
import { type DossierResponse } from '../../../contract/dossier-schemas.ts';
import { type DossierAction } from '../../../domain/transitions.ts';
import { shownDate } from '../../../../../web/staff/typed-date.ts';
import { ACTION_FORMS, actionCall, type ActionEntries, type ActionFormPlan, firstEntries, type FormAction, type FormSubject, missingField } from './action-forms.ts';
import { isOvertaken } from './action-rules.ts';

interface OpenForm {
  readonly action: FormAction;
  readonly plan: ActionFormPlan;
  readonly entries: ActionEntries;
  /** Kept while the same form is sent again, so that a repetition changes nothing. */
  readonly commandId: string;
  readonly missing: ReturnType<typeof missingField>;
  readonly refusal: Refusal | null;
}

/** What happened meanwhile: the version that the officer was looking at. */
interface Overtaken {
  readonly seenVersion: number;
}

/** What an action is about: a dossier as whoever acts sees it. */
export interface ActionSubject {
  readonly id: string;
  readonly version: number;
  readonly applicantName: string;
  /** Where its result goes. */
  readonly address: string;
  /** The extension that waits for a leader. */
  readonly proposed: FormSubject['proposed'];
  readonly resultNumber?: string | null;
  readonly actions: readonly DossierAction[];
}

/** The form of one action on a dossier: opening, typing, sending, and what to do when somebody else was faster. */
export function useDossierAction(dossier: ActionSubject | undefined, onDone: (plan: ActionFormPlan) => void) {
  const queries = useQueryClient();
  const [form, setForm] = useState<OpenForm | null>(null);
  const [busy, setBusy] = useState(false);
  const [overtaken, setOvertaken] = useState<Overtaken | null>(null);

  const open = (action: FormAction) => {
    const plan = ACTION_FORMS[action];
    if (busy || plan === undefined) return;
    const subject = { applicantName: dossier?.applicantName ?? '', address: dossier?.address ?? '', proposed: dossier?.proposed ?? null, resultNumber: dossier?.resultNumber ?? null, today: shownDate(dateAt(Date.now())) };
    setForm({ action, plan, entries: firstEntries(plan, subject), commandId: newId(), missing: undefined, refusal: null });
  };
  const close = () => { if (!busy) setForm(null); };
  const change = (entries: ActionEntries) => { if (form !== null) setForm({ ...form, entries, missing: undefined, refusal: null }); };
  const confirm = async () => {
    if (form === null || dossier === undefined || busy) return;
    const missing = missingField(form.plan, form.entries);
    if (missing !== undefined) {
      setForm({ ...form, missing });
      return;
    }
    setBusy(true);
    const { path, body } = actionCall(dossier, form.plan, form.entries, form.commandId);
    const result = await callApi<TransitionResponse>('POST', path, body);
    if (result.ok) {
      setForm(null);
      setOvertaken(null);
      await queries.invalidateQueries();
      onDone(form.plan);
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

/** A dossier page as what its actions are about. */
export function subjectOf({ id, version, applicant, delivery, late, resultNumber, actions }: DossierResponse): ActionSubject {
  const { extension } = late;
  const proposed = extension?.status === 'proposed' ? { reason: extension.reason, newDueOn: shownDate(dateAt(Date.parse(extension.newDueAt))) } : null;
  return { id, version, applicantName: applicant.fullName, address: delivery.address ?? applicant.address, proposed, resultNumber, actions };
}
