import { type ReactElement, type ReactNode, useId, useState } from 'react';
import { UNREACHABLE, type Refusal } from '../../../../web/staff/api/refusal.ts';
import { useCommand } from '../../../../web/staff/api/use-command.ts';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { DayField } from '../../../../web/staff/components/day-field/day-field.tsx';
import { Field } from '../../../../web/staff/components/field/field.tsx';
import { Notice } from '../../../../web/staff/components/notice/notice.tsx';
import { useWords } from '../../../../web/staff/locale.tsx';
import { STAFF_WORDS } from '../../../../web/staff/messages.ts';
import { type BookDone } from '../../contract/book-schemas.ts';
import { BOOK_WORDS } from './book-messages.ts';

interface Ends {
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

interface BookFormProps extends Ends {
  readonly title: string;
  readonly lead: string | null;
  readonly refusal: Refusal | null;
  readonly busy: boolean;
  /** Fields whose faults stand beside them. */
  readonly shown: readonly string[];
  readonly onSave: () => void;
  readonly children: ReactNode;
}

function BookForm({ title, lead, refusal, busy, shown, onSave, onCancel, children }: BookFormProps): ReactElement {
  const t = useWords(BOOK_WORDS);
  const shell = useWords(STAFF_WORDS);
  const elsewhere = refusal?.faults.some(({ field }) => shown.includes(field)) ?? false;
  return (
    <form
      className="books-form"
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
    >
      <h3>{title}</h3>
      {lead === null ? null : <p className="books-lead">{lead}</p>}
      {children}
      {refusal === null || elsewhere ? null : <Notice kind="bad" live><p>{refusal.code === UNREACHABLE ? shell('no-answer') : refusal.message}</p></Notice>}
      <div className="button-row">
        <Button submit busy={busy}>{t('save')}</Button>
        <Button kind="quiet" onPress={onCancel}>{t('cancel')}</Button>
      </div>
    </form>
  );
}

interface TextFieldProps {
  readonly id: string;
  readonly label: string;
  readonly note?: string;
  readonly value: string;
  readonly numeric?: boolean;
  readonly fault: string | undefined;
  readonly onChange: (value: string) => void;
}

function TextField({ id, label, note, value, numeric = false, fault, onChange }: TextFieldProps): ReactElement {
  return (
    <Field id={id} label={label} fault={fault} {...(note === undefined ? {} : { note })}>
      {(control) => <input {...control} className="box" type="text" inputMode={numeric ? 'numeric' : 'text'} autoComplete="off" maxLength={numeric ? 9 : 300} value={value} onChange={(event) => { onChange(event.target.value); }} />}
    </Field>
  );
}

const faultIn = (refusal: Refusal | null) => (field: string): string | undefined => refusal?.faults.find((fault) => fault.field === field)?.message;
/** What is no number is sent as one that the rule refuses with its sentence. */
const numberOf = (text: string): number => (/^\d{1,9}$/u.test(text.trim()) ? Number(text.trim()) : -1);

interface YearBook extends Ends {
  readonly book: string;
  readonly year: string;
  readonly today: string;
}

/** Opens a book with its first number after those on paper. */
export function OpenForm({ book, year, today, onDone, onCancel }: YearBook): ReactElement {
  const t = useWords(BOOK_WORDS);
  const id = useId();
  const [entry, setEntry] = useState({ paperLast: '0', firstNumber: '', openedOn: today.startsWith(year) ? today : `${year}-01-01`, reason: '' });
  const { busy, refusal, send } = useCommand<BookDone>(onDone);
  const fault = faultIn(refusal);
  const change = (part: Partial<typeof entry>): void => { setEntry({ ...entry, ...part }); };
  const next = numberOf(entry.paperLast) < 0 ? '' : String(numberOf(entry.paperLast) + 1);
  return (
    <BookForm
      title={t('open')} lead={t('open-lead')} refusal={refusal} busy={busy} shown={['paperLast', 'firstNumber', 'openedOn', 'reason']} onDone={onDone} onCancel={onCancel}
      onSave={() => { void send('/api/number-books/open', { book, year, paperLast: numberOf(entry.paperLast), firstNumber: numberOf(entry.firstNumber === '' ? next : entry.firstNumber), openedOn: entry.openedOn, reason: entry.reason }); }}
    >
      <div className="books-fields">
        <TextField id={`${id}-paper`} label={t('open-paper')} note={t('open-paper-note')} numeric value={entry.paperLast} fault={fault('paperLast')} onChange={(paperLast) => { change({ paperLast }); }} />
        <TextField id={`${id}-first`} label={t('open-first')} numeric value={entry.firstNumber === '' ? next : entry.firstNumber} fault={fault('firstNumber')} onChange={(firstNumber) => { change({ firstNumber }); }} />
        <DayField id={`${id}-day`} label={t('open-day')} value={entry.openedOn} onChange={(openedOn) => { change({ openedOn }); }} needed fault={fault('openedOn')} />
        <TextField id={`${id}-reason`} label={t('reason')} note={t('open-reason-note')} value={entry.reason} fault={fault('reason')} onChange={(reason) => { change({ reason }); }} />
      </div>
    </BookForm>
  );
}

/** Closes a book on a day. */
export function CloseForm({ book, year, today, onDone, onCancel }: YearBook): ReactElement {
  const t = useWords(BOOK_WORDS);
  const id = useId();
  const [entry, setEntry] = useState({ closedOn: today.startsWith(year) ? today : `${year}-12-31`, reason: '' });
  const { busy, refusal, send } = useCommand<BookDone>(onDone);
  const fault = faultIn(refusal);
  return (
    <BookForm title={t('close')} lead={t('close-lead')} refusal={refusal} busy={busy} shown={['closedOn', 'reason']} onDone={onDone} onCancel={onCancel} onSave={() => { void send('/api/number-books/close', { book, year, ...entry }); }}>
      <div className="books-fields">
        <DayField id={`${id}-day`} label={t('close-day')} value={entry.closedOn} onChange={(closedOn) => { setEntry({ ...entry, closedOn }); }} needed fault={fault('closedOn')} />
        <TextField id={`${id}-reason`} label={t('reason')} note={t('close-reason-note')} value={entry.reason} fault={fault('reason')} onChange={(reason) => { setEntry({ ...entry, reason }); }} />
      </div>
    </BookForm>
  );
}

/** Asks for a reason alone: opening again, or why numbers are missing. */
export function ReasonForm({ path, body, title, lead, onDone, onCancel }: Ends & { readonly path: string; readonly body: object; readonly title: string; readonly lead: string | null }): ReactElement {
  const t = useWords(BOOK_WORDS);
  const id = useId();
  const [reason, setReason] = useState('');
  const { busy, refusal, send } = useCommand<BookDone>(onDone);
  return (
    <BookForm title={title} lead={lead} refusal={refusal} busy={busy} shown={['reason']} onDone={onDone} onCancel={onCancel} onSave={() => { void send(path, { ...body, reason }); }}>
      <TextField id={`${id}-reason`} label={t('reason')} value={reason} fault={faultIn(refusal)('reason')} onChange={setReason} />
    </BookForm>
  );
}
