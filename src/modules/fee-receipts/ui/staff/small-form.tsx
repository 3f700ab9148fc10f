import { type ReactElement, type ReactNode } from 'react';
import { type Refusal, UNREACHABLE } from '../../../../web/staff/api/refusal.ts';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { Field } from '../../../../web/staff/components/field/field.tsx';
import { Notice } from '../../../../web/staff/components/notice/notice.tsx';
import { useWords } from '../../../../web/staff/locale.tsx';
import { STAFF_WORDS } from '../../../../web/staff/messages.ts';

/** The fault of a field, as the server names it. */
export function faultOf(refusal: Refusal | null, field: string): string | undefined {
  return refusal?.faults.find((fault) => fault.field === field)?.message;
}

export interface SmallFormProps {
  readonly title?: string;
  readonly lead?: string;
  readonly refusal: Refusal | null;
  readonly busy: boolean;
  /** Fields whose faults stand beside them. */
  readonly shown: readonly string[];
  readonly save: string;
  readonly cancel?: { readonly words: string; readonly onPress: () => void };
  readonly onSave: () => void;
  readonly children: ReactNode;
}

/** A form of a few fields in its box: what is refused and belongs to no field stands at its foot. */
export function SmallForm({ title, lead, refusal, busy, shown, save, cancel, onSave, children }: SmallFormProps): ReactElement {
  const shell = useWords(STAFF_WORDS);
  const elsewhere = refusal?.faults.some(({ field }) => shown.includes(field)) ?? false;
  return (
    <form
      className="receipts-form" aria-label={title}
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
    >
      {title === undefined ? null : <h3>{title}</h3>}
      {lead === undefined ? null : <p className="receipts-lead">{lead}</p>}
      {children}
      {refusal === null || elsewhere ? null : <Notice kind="bad" live><p>{refusal.code === UNREACHABLE ? shell('no-answer') : refusal.message}</p></Notice>}
      <div className="button-row">
        <Button submit busy={busy}>{save}</Button>
        {cancel === undefined ? null : <Button kind="quiet" onPress={cancel.onPress}>{cancel.words}</Button>}
      </div>
    </form>
  );
}

export interface LineFieldProps {
  readonly id: string;
  readonly label: string;
  readonly note?: string;
  readonly value: string;
  readonly numeric?: boolean;
  readonly fault: string | undefined;
  readonly onChange: (value: string) => void;
}

/** One line of text with its label. */
export function LineField({ id, label, note, value, numeric = false, fault, onChange }: LineFieldProps): ReactElement {
  return (
    <Field id={id} label={label} fault={fault} {...(note === undefined ? {} : { note })}>
      {(control) => <input {...control} className="box" type="text" inputMode={numeric ? 'numeric' : 'text'} autoComplete="off" maxLength={300} value={value} onChange={(event) => { onChange(event.target.value); }} />}
    </Field>
  );
}

/** A whole number as it was typed; what is none is sent as one that the rule refuses with its sentence. */
export function wholeNumber(typed: string): number {
  const digits = typed.replace(/[.\s]/gu, '');
  return /^\d{1,12}$/u.test(digits) ? Number(digits) : -1;
}
