import { type ReactElement, useEffect, useRef, useState } from 'react';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { Field } from '../../../../web/staff/components/field/field.tsx';
import { Notice } from '../../../../web/staff/components/notice/notice.tsx';
import { useWords } from '../../../../web/staff/locale.tsx';
import { announce } from '../../../../web/staff/shell/announcement.ts';
import { type ChildActionRequest } from '../../contract/linked-case-schemas.ts';
import { type ChildAction } from '../../domain/child-actions.ts';
import { CASE_WORDS } from '../case-messages.ts';
import { LINKED_WORDS } from './linked-messages.ts';
import { useCaseCall } from './use-case-call.ts';

/** What is done after some words; sending again needs none. */
export type FormAction = Exclude<ChildAction, 'retry'>;

const PAUSES = ['supplement', 'consent', 'incident'] as const;
const OUTCOMES = ['positive', 'negative'] as const;

interface Entries {
  readonly number: string;
  readonly receivedBy: string;
  readonly words: string;
  readonly outcome: (typeof OUTCOMES)[number];
  readonly pauseReason: (typeof PAUSES)[number];
}

const EMPTY: Entries = { number: '', receivedBy: '', words: '', outcome: 'positive', pauseReason: 'supplement' };

/** The request for an action on a child, with what it does not need left empty. */
export function childRequest(child: string, action: ChildAction, entries: Entries = EMPTY): Omit<ChildActionRequest, 'commandId' | 'expectedVersion'> {
  return {
    child, action, number: entries.number, receivedBy: entries.receivedBy, words: entries.words,
    outcome: action === 'record-result' ? entries.outcome : null, pauseReason: action === 'pause' ? entries.pauseReason : null,
  };
}

export interface ChildFormProps {
  readonly caseId: string;
  readonly version: number;
  readonly child: string;
  readonly action: FormAction;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** The words that an action on a child needs, in place of its buttons. Ctrl+Enter confirms, Escape goes back. */
export function ChildForm({ caseId, version, child, action, onDone, onCancel }: ChildFormProps): ReactElement {
  const t = useWords(LINKED_WORDS);
  const shared = useWords(CASE_WORDS);
  const form = useRef<HTMLFormElement>(null);
  const [entries, setEntries] = useState(EMPTY);
  const { busy, refusal, send } = useCaseCall(`/api/linked-cases/${caseId}/actions`, version);
  useEffect(() => { form.current?.querySelector<HTMLElement>('input, select, textarea')?.focus(); }, []);
  useEffect(() => {
    if (refusal !== undefined) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [refusal]);
  const confirm = async () => {
    if (await send(childRequest(child, action, entries))) {
      announce(t('saved'));
      onDone();
    }
  };
  const faultOf = (field: string): string | undefined => (refusal?.field === field ? refusal.message : undefined);
  const text = (name: 'number' | 'receivedBy', label: string, maxLength: number): ReactElement => (
    <Field id={`child-${name}`} label={label} fault={faultOf(name)}>
      {(control) => <input {...control} className="box" type="text" autoComplete="off" maxLength={maxLength} value={entries[name]} onChange={(event) => { setEntries({ ...entries, [name]: event.target.value }); }} />}
    </Field>
  );
  const needsWhy = action === 'stop' || action === 'withdraw' || (action === 'record-result' && entries.outcome === 'negative');
  return (
    <form
      ref={form}
      className="linked-form"
      aria-label={t(`action.${action}`)}
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void confirm();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation();
          onCancel();
        }
        if (event.key === 'Enter' && event.ctrlKey && !busy) {
          event.preventDefault();
          void confirm();
        }
      }}
    >
      <p><b>{t(`action.${action}`)}</b> <span className="quiet">{t(`hint.${action}`)}</span></p>
      {action === 'record-result' ? (
        <fieldset className="linked-choice">
          <legend className="field-label">{t('entry.outcome')}</legend>
          {OUTCOMES.map((outcome) => <label key={outcome}><input type="radio" name="child-outcome" checked={entries.outcome === outcome} onChange={() => { setEntries({ ...entries, outcome }); }} /> {t(`outcome.${outcome}`)}</label>)}
        </fieldset>
      ) : null}
      {action === 'pause' ? (
        <Field id="child-pause" label={t('entry.pause-reason')}>
          {(control) => (
            <select {...control} className="box" value={entries.pauseReason} onChange={(event) => { setEntries({ ...entries, pauseReason: PAUSES.find((one) => one === event.target.value) ?? 'supplement' }); }}>
              {PAUSES.map((one) => <option key={one} value={one}>{shared(`pause.${one}`)}</option>)}
            </select>
          )}
        </Field>
      ) : null}
      {action === 'repair' ? text('number', t('entry.number-repair'), 80) : null}
      {action === 'repair' ? text('receivedBy', t('entry.received-by'), 200) : null}
      {action === 'record-result' ? text('number', t('entry.number-result'), 80) : null}
      <Field id="child-words" label={t(needsWhy ? 'entry.why' : 'entry.words')} fault={faultOf('words')}>
        {(control) => <textarea {...control} className="box" rows={2} maxLength={2000} value={entries.words} onChange={(event) => { setEntries({ ...entries, words: event.target.value }); }} />}
      </Field>
      {refusal === undefined || refusal.field === 'number' || refusal.field === 'words' ? null : <Notice kind="bad" live><p>{refusal.message}</p></Notice>}
      <div className="button-row">
        <Button submit busy={busy} keyHint="Ctrl Enter">{busy ? t('saving') : t(`action.${action}`)}</Button>
        <Button kind="quiet" onPress={onCancel}>{t('cancel')}</Button>
      </div>
    </form>
  );
}
