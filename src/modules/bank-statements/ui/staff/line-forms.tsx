import { type ReactElement, useId, useState } from 'react';
import { formatDong } from '../../../../kernel/money.ts';
import { type Refusal, UNREACHABLE } from '../../../../web/staff/api/refusal.ts';
import { useCommand } from '../../../../web/staff/api/use-command.ts';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { Field } from '../../../../web/staff/components/field/field.tsx';
import { Notice } from '../../../../web/staff/components/notice/notice.tsx';
import { useWords } from '../../../../web/staff/locale.tsx';
import { STAFF_WORDS } from '../../../../web/staff/messages.ts';
import { type LineDone, type LineItem, type PayableView } from '../../contract/statement-schemas.ts';
import { STATEMENT_WORDS } from './statement-messages.ts';

/** Why something was not done. */
export function RefusalWords({ refusal }: { readonly refusal: Refusal | null }): ReactElement | null {
  const shell = useWords(STAFF_WORDS);
  return refusal === null ? null : <Notice kind="bad" live><p>{refusal.code === UNREACHABLE ? shell('no-answer') : refusal.message}</p></Notice>;
}

/** Says that a line is for one payable, with what that leaves due or owed back. */
export function PayButton({ line, payable }: { readonly line: LineItem; readonly payable: PayableView }): ReactElement {
  const t = useWords(STATEMENT_WORDS);
  const { busy, refusal, send } = useCommand<LineDone>(() => undefined);
  const { missing } = payable;
  const words = missing === 0 ? t('this-one-surplus') : line.amount < missing ? t('this-one-under', { amount: formatDong(missing - line.amount) }) : line.amount > missing ? t('this-one-over', { amount: formatDong(line.amount - missing) }) : t('this-one');
  return (
    <div className="statements-pay">
      <Button kind={missing === line.amount ? 'main' : 'quiet'} busy={busy} onPress={() => { void send(`/api/bank-statements/lines/${line.id}/payments`, { parts: [{ payableId: payable.id, amount: line.amount }] }); }}>{words}</Button>
      <RefusalWords refusal={refusal} />
    </div>
  );
}

/** Sets a line aside, or takes back what was decided about it, with the reason. */
export function ReasonForm({ line, act, onClose }: { readonly line: LineItem; readonly act: 'set-aside' | 'undo'; readonly onClose: () => void }): ReactElement {
  const t = useWords(STATEMENT_WORDS);
  const id = useId();
  const [reason, setReason] = useState('');
  const { busy, refusal, send } = useCommand<LineDone>(onClose);
  const fault = refusal?.faults.find(({ field }) => field === 'reason')?.message;
  return (
    <form
      className="statements-form"
      onSubmit={(event) => {
        event.preventDefault();
        void send(`/api/bank-statements/lines/${line.id}/${act}`, { reason });
      }}
    >
      <Field id={id} label={t('reason')} note={t(act === 'set-aside' ? 'reason-note-set-aside' : 'reason-note-undo')} fault={fault}>
        {(control) => <input {...control} className="box" type="text" autoComplete="off" maxLength={500} value={reason} onChange={(event) => { setReason(event.target.value); }} />}
      </Field>
      {fault === undefined ? <RefusalWords refusal={refusal} /> : null}
      <div className="button-row">
        <Button submit busy={busy}>{t('save')}</Button>
        <Button kind="quiet" onPress={onClose}>{t('cancel')}</Button>
      </div>
    </form>
  );
}
