import { type ReactElement, useId, useState } from 'react';
import { formatDong, parseDong } from '../../../../kernel/money.ts';
import { type Refusal, UNREACHABLE } from '../../../../web/staff/api/refusal.ts';
import { useCommand } from '../../../../web/staff/api/use-command.ts';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { Field } from '../../../../web/staff/components/field/field.tsx';
import { Notice } from '../../../../web/staff/components/notice/notice.tsx';
import { useWords } from '../../../../web/staff/locale.tsx';
import { STAFF_WORDS } from '../../../../web/staff/messages.ts';
import { type CashDone } from '../../contract/payable-schemas.ts';
import { suggestNotes } from '../../domain/bank-notes.ts';
import { COUNTER_WORDS } from './counter-messages.ts';

/** What a refusal says at the foot of a form. */
export function RefusalNotice({ refusal }: { readonly refusal: Refusal | null }): ReactElement | null {
  const shell = useWords(STAFF_WORDS);
  if (refusal === null) return null;
  return <Notice kind="bad" live><p>{refusal.code === UNREACHABLE ? shell('no-answer') : (refusal.faults[0]?.message ?? refusal.message)}</p></Notice>;
}

/** Cash over the counter: what was handed over, what goes back. Notes that people hand over for such an amount are one press away. */
export function CashForm({ id, missing, byHand, onTaken }: { readonly id: string; readonly missing: number; readonly byHand: boolean; readonly onTaken: (done: CashDone) => void }): ReactElement {
  const t = useWords(COUNTER_WORDS);
  const fieldId = useId();
  const [typed, setTyped] = useState('');
  const [receipt, setReceipt] = useState('');
  const { busy, refusal, send } = useCommand<CashDone>(onTaken);
  const read = parseDong(typed);
  const given = read.ok ? read.value : null;
  const changeBack = given === null ? null : given - missing;
  return (
    <form className="cash-form" onSubmit={(event) => { event.preventDefault(); void send(`/api/payables/${id}/cash`, { amount: missing, given: given ?? 0, ...(byHand && receipt.trim() !== '' ? { receiptElsewhere: receipt } : {}) }); }}>
      <div className="cash-notes">
        {suggestNotes(missing).map((note) => (
          <button key={note} type="button" className="cash-note" aria-pressed={given === note} onClick={() => { setTyped(String(note)); }}>{note === missing ? t('given-exact') : formatDong(note)}</button>
        ))}
      </div>
      <Field id={fieldId} label={t('given')} note={t('given-note')}>
        {(control) => <input {...control} className="box cash-given" type="text" inputMode="numeric" autoComplete="off" value={typed} onChange={(event) => { setTyped(event.target.value); }} />}
      </Field>
      {byHand ? (
        <Field id={`${fieldId}-receipt`} label={t('receipt-by-hand')} note={t('receipt-by-hand-note')}>
          {(control) => <input {...control} className="box" type="text" maxLength={40} autoComplete="off" value={receipt} onChange={(event) => { setReceipt(event.target.value); }} />}
        </Field>
      ) : null}
      <p className="cash-change" aria-live="polite">
        <span>{t('change-back')}</span>
        <b>{changeBack === null ? '–' : changeBack < 0 ? t('too-little', { amount: formatDong(-changeBack) }) : formatDong(changeBack)}</b>
      </p>
      <RefusalNotice refusal={refusal} />
      <div><Button submit busy={busy}>{t('take', { amount: formatDong(missing) })}</Button></div>
    </form>
  );
}
