import { type ReactElement, useEffect, useRef } from 'react';
import { Button } from '../../../../../web/staff/components/button/button.tsx';
import { Notice } from '../../../../../web/staff/components/notice/notice.tsx';
import { useWords } from '../../../../../web/staff/locale.tsx';
import { ActionEntry } from './action-entry.tsx';
import { type ActionEntries, type ActionFormPlan, type FormAction, shownFields } from './action-forms.ts';
import { DOSSIER_WORDS } from './dossier-messages.ts';

export interface ActionFormProps {
  readonly action: FormAction;
  readonly plan: ActionFormPlan;
  readonly dossierId: string;
  readonly entries: ActionEntries;
  readonly busy: boolean;
  /** Which entry is wrong, and how. */
  readonly fault: { readonly field: string; readonly words: string } | undefined;
  /** Why the server refused. */
  readonly refusal: string | undefined;
  readonly onChange: (entries: ActionEntries) => void;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** The words that an action needs, in place of the buttons. Ctrl+Enter confirms, Escape goes back to the buttons. */
export function ActionForm({ action, plan, dossierId, entries, busy, fault, refusal, onChange, onConfirm, onCancel }: ActionFormProps): ReactElement {
  const t = useWords(DOSSIER_WORDS);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => { form.current?.querySelector<HTMLElement>('input, textarea, select, button')?.focus(); }, []);
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
      <p><b>{t(`action.${action}`)}</b> <span className="quiet">{t(plan.hint)}</span></p>
      {shownFields(plan, entries).map((field) => (
        <ActionEntry
          key={`${field.name} ${field.onlyIf?.value ?? ''}`}
          field={field}
          value={entries[field.name] ?? ''}
          fault={fault?.field === field.name ? fault.words : undefined}
          dossierId={dossierId}
          onChange={(value) => { onChange({ ...entries, [field.name]: value }); }}
        />
      ))}
      {refusal === undefined ? null : <Notice kind="bad" live><p>{refusal}</p></Notice>}
      <div className="button-row">
        <Button submit busy={busy} keyHint="Ctrl Enter">{busy ? t('saving') : t(`action.${action}`)}</Button>
        <Button kind="quiet" onPress={onCancel}>{t('cancel')}</Button>
      </div>
    </form>
  );
}
