import { type ReactElement, useId, useState } from 'react';
import { formatDong } from '../../../../kernel/money.ts';
import { useCommand } from '../../../../web/staff/api/use-command.ts';
import { Field } from '../../../../web/staff/components/field/field.tsx';
import { useWords } from '../../../../web/staff/locale.tsx';
import { type DayDone, type DayItem, type DaysResponse } from '../../contract/cashier-schemas.ts';
import { CASHIER_WORDS } from './cashier-messages.ts';
import { countedNotes, NoteCounter, sumTyped, type TypedNotes } from './note-counter.tsx';
import { faultOf, LineField, SmallForm, wholeNumber } from './small-form.tsx';

/** A difference in words: none, so much too much, so much short. */
export function useDifference(): (difference: number) => string {
  const t = useWords(CASHIER_WORDS);
  return (difference) => (difference === 0 ? t('no-difference') : t(difference > 0 ? 'over' : 'short', { amount: formatDong(Math.abs(difference)) }));
}

/** Opens the day with a float counted note by note. */
export function OpenDayForm({ notes }: { readonly notes: readonly number[] }): ReactElement {
  const t = useWords(CASHIER_WORDS);
  const [typed, setTyped] = useState<TypedNotes>({});
  const { busy, refusal, send } = useCommand<DayDone>(() => { setTyped({}); });
  return (
    <SmallForm title={t('open')} lead={t('open-lead')} refusal={refusal} busy={busy} shown={[]} save={t('open')} onSave={() => { void send('/api/cashier-days', { notes: countedNotes(typed) }); }}>
      <NoteCounter notes={notes} typed={typed} onChange={setTyped} />
    </SmallForm>
  );
}

/** Closes the day by a count; what differs is said while it is counted. */
export function CloseDayForm({ day, notes }: { readonly day: DayItem; readonly notes: readonly number[] }): ReactElement {
  const t = useWords(CASHIER_WORDS);
  const id = useId();
  const differenceWords = useDifference();
  const [typed, setTyped] = useState<TypedNotes>({});
  const [explanation, setExplanation] = useState('');
  const { busy, refusal, send } = useCommand<DayDone>(() => undefined);
  const difference = sumTyped(typed) - day.expected;
  return (
    <SmallForm title={t('close')} lead={t('close-lead', { expected: formatDong(day.expected) })} refusal={refusal} busy={busy} shown={['explanation']} save={t('close')} onSave={() => { void send(`/api/cashier-days/${day.id}/close`, { notes: countedNotes(typed), explanation }); }}>
      <NoteCounter notes={notes} typed={typed} onChange={setTyped} />
      <p aria-live="polite">{t('difference')}: <b className={difference === 0 ? undefined : 'receipts-alert'}>{differenceWords(difference)}</b></p>
      <LineField id={`${id}-why`} label={t('explanation')} note={t('explanation-note')} value={explanation} fault={faultOf(refusal, 'explanation')} onChange={setExplanation} />
    </SmallForm>
  );
}

/** Hands the money of a closed day to a second person. */
export function HandOverForm({ day, receivers }: { readonly day: DayItem; readonly receivers: DaysResponse['receivers'] }): ReactElement {
  const t = useWords(CASHIER_WORDS);
  const id = useId();
  const [entry, setEntry] = useState({ to: '', kept: '0' });
  const { busy, refusal, send } = useCommand<DayDone>(() => undefined);
  return (
    <SmallForm
      title={t('hand-over')} lead={t('hand-over-lead', { counted: formatDong(day.counted ?? 0) })} refusal={refusal} busy={busy} shown={['to', 'kept']} save={t('hand-over')}
      onSave={() => { void send(`/api/cashier-days/${day.id}/hand-over`, { to: entry.to === '' ? day.cashierId : entry.to, kept: wholeNumber(entry.kept) }); }}
    >
      <div className="receipts-fields">
        <Field id={`${id}-to`} label={t('receiver')} fault={faultOf(refusal, 'to')}>
          {(control) => <select {...control} className="box" value={entry.to} onChange={(event) => { setEntry({ ...entry, to: event.target.value }); }}><option value="">{t('choose')}</option>{receivers.map((one) => <option key={one.id} value={one.id}>{one.name}, {one.title}</option>)}</select>}
        </Field>
        <LineField id={`${id}-kept`} label={t('kept')} numeric value={entry.kept} fault={faultOf(refusal, 'kept')} onChange={(kept) => { setEntry({ ...entry, kept }); }} />
      </div>
    </SmallForm>
  );
}

/** Confirms what was handed over, or turns it back with the reason. */
export function ReceiveForm({ day }: { readonly day: DayItem }): ReactElement {
  const t = useWords(CASHIER_WORDS);
  const id = useId();
  const [words, setWords] = useState('');
  const { busy, refusal, send } = useCommand<DayDone>(() => undefined);
  const answer = (agree: boolean): void => { void send(`/api/cashier-days/${day.id}/receive`, { agree, words }); };
  return (
    <SmallForm refusal={refusal} busy={busy} shown={['words']} save={t('receive')} cancel={{ words: t('turn-back'), onPress: () => { answer(false); } }} onSave={() => { answer(true); }}>
      <LineField id={`${id}-words`} label={t('turn-back-words')} value={words} fault={faultOf(refusal, 'words')} onChange={setWords} />
    </SmallForm>
  );
}
