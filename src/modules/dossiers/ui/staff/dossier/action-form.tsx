import { type ReactElement, useEffect, useRef } from 'react';
import { Button } from '../../../../../web/staff/components/button/button.tsx';
import { Field } from '../../../../../web/staff/components/field/field.tsx';
import { Notice } from '../../../../../web/staff/components/notice/notice.tsx';
import { useWords } from '../../../../../web/staff/locale.tsx';
import { ACTION_NEEDS, type ActionEntries, type FormAction } from './action-rules.ts';
import { DOSSIER_WORDS } from './dossier-messages.ts';

export interface ActionFormProps {
  readonly action: FormAction;
  readonly entries: ActionEntries;
  readonly busy: boolean;
  /** What is wrong with the entries. */
  readonly fault: string | undefined;
  /** Why the server refused. */
  readonly refusal: string | undefined;
  readonly onChange: (entries: ActionEntries) => void;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** The words that an action needs, in place of the buttons. Ctrl+Enter confirms, Escape goes back to the buttons. */
export function ActionForm({ action, entries, busy, fault, refusal, onChange, onConfirm, onCancel }: ActionFormProps): ReactElement {
  const t = useWords(DOSSIER_WORDS);
  const form = useRef<HTMLFormElement>(null);
  const needs = ACTION_NEEDS[action];
  useEffect(() => { form.current?.querySelector<HTMLElement>('input, textarea')?.focus(); }, []);
  useEffect(() => {
    if (fault !== undefined) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [fault]);
  return (
    <form
      ref={form}
      className="action-form"
      aria-label={t(`action.${action}`)}
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) onConfirm();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation();
          onCancel();
        }
        if (event.key === 'Enter' && event.ctrlKey && !busy) {
          event.preventDefault();
          onConfirm();
        }
      }}
    >
      <p><b>{t(`action.${action}`)}</b> <span className="quiet">{t(`hint.${action}`)}</span></p>
      {needs === 'result-number' ? (
        <Field id="result-number" label={t('field.result-number')} note={t('field.result-number-note')} fault={fault}>
          {(control) => <input {...control} className="box" type="text" autoComplete="off" maxLength={80} value={entries.resultNumber} onChange={(event) => { onChange({ ...entries, resultNumber: event.target.value }); }} />}
        </Field>
      ) : null}
      {needs === 'receiver' ? (
        <Field id="returned-to" label={t('field.returned-to')} fault={fault}>
          {(control) => <input {...control} className="box" type="text" autoComplete="off" maxLength={200} value={entries.returnedTo} onFocus={(event) => { event.target.select(); }} onChange={(event) => { onChange({ ...entries, returnedTo: event.target.value }); }} />}
        </Field>
      ) : null}
      {needs === 'result-number' || needs === 'receiver' ? null : (
        <Field id="action-note" label={t(needs === 'reason' ? 'field.reason' : 'field.note')} fault={fault}>
          {(control) => <textarea {...control} className="box" maxLength={action === 'reject' ? 1000 : 2000} value={entries.note} onChange={(event) => { onChange({ ...entries, note: event.target.value }); }} />}
        </Field>
      )}
      {refusal === undefined ? null : <Notice kind="bad" live><p>{refusal}</p></Notice>}
      <div className="button-row">
        <Button submit busy={busy} keyHint="Ctrl Enter">{busy ? t('saving') : t(`action.${action}`)}</Button>
        <Button kind="quiet" onPress={onCancel}>{t('cancel')}</Button>
      </div>
    </form>
  );
}
