import { type ReactElement, useId, useState } from 'react';
import { parseDong } from '../../../../kernel/money.ts';
import { useCommand } from '../../../../web/staff/api/use-command.ts';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { Field } from '../../../../web/staff/components/field/field.tsx';
import { useWords } from '../../../../web/staff/locale.tsx';
import { type RefundDone, type RefundSearchResponse } from '../../contract/refund-schemas.ts';
import { RefusalNotice } from './cash-form.tsx';
import { TextField } from './money-forms.tsx';
import { REFUND_WORDS } from './refund-messages.ts';

export interface AskRefundFormProps {
  readonly payableId: string;
  readonly payer: string;
  readonly left: number;
  readonly ways: RefundSearchResponse['ways'];
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** Asks for money to go back: how much, how, to whom and why. Somebody else approves it. */
export function AskRefundForm({ payableId, payer, left, ways, onDone, onCancel }: AskRefundFormProps): ReactElement {
  const t = useWords(REFUND_WORDS);
  const id = useId();
  const [entry, setEntry] = useState({ amount: String(left), way: ways[0] ?? 'cash', payee: payer, account: '', reason: '' });
  const { busy, refusal, send } = useCommand<RefundDone>(onDone);
  const amount = parseDong(entry.amount);
  const change = (part: Partial<typeof entry>): void => { setEntry({ ...entry, ...part }); };
  return (
    <form className="money-form" aria-label={t('ask')} onSubmit={(event) => { event.preventDefault(); void send(`/api/payables/${payableId}/refunds`, { ...entry, amount: amount.ok ? amount.value : 0 }); }}>
      <p className="quiet">{t('ask-lead')}</p>
      <div className="money-fields">
        <TextField id={`${id}-amount`} label={t('amount')} value={entry.amount} onChange={(typed) => { change({ amount: typed }); }} />
        <Field id={`${id}-way`} label={t('way')}>
          {(control) => (
            <select {...control} className="box" value={entry.way} onChange={(event) => { change({ way: ways.find((one) => one === event.target.value) ?? 'cash' }); }}>
              {ways.map((way) => <option key={way} value={way}>{t(`way.${way}`)}</option>)}
            </select>
          )}
        </Field>
        <TextField id={`${id}-payee`} label={t('payee')} value={entry.payee} onChange={(payee) => { change({ payee }); }} />
        {entry.way === 'transfer' ? <TextField id={`${id}-account`} label={t('account')} value={entry.account} onChange={(account) => { change({ account }); }} /> : null}
        <TextField id={`${id}-reason`} label={t('reason')} value={entry.reason} onChange={(reason) => { change({ reason }); }} />
      </div>
      <RefusalNotice refusal={refusal} />
      <div className="money-buttons"><Button submit busy={busy}>{t('ask')}</Button><Button kind="quiet" onPress={onCancel}>{t('cancel')}</Button></div>
    </form>
  );
}
