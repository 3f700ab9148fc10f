import { type ReactElement, useId, useState } from 'react';
import { parseDong } from '../../../../kernel/money.ts';
import { useCommand } from '../../../../web/staff/api/use-command.ts';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { Field } from '../../../../web/staff/components/field/field.tsx';
import { useWords } from '../../../../web/staff/locale.tsx';
import { type MoneyDone } from '../../contract/payable-schemas.ts';
import { RefusalNotice } from './cash-form.tsx';
import { COUNTER_WORDS } from './counter-messages.ts';

interface Ends {
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

function TextField({ id, label, value, onChange }: { readonly id: string; readonly label: string; readonly value: string; readonly onChange: (value: string) => void }): ReactElement {
  return (
    <Field id={id} label={label}>
      {(control) => <input {...control} className="box" type="text" autoComplete="off" maxLength={200} value={value} onChange={(event) => { onChange(event.target.value); }} />}
    </Field>
  );
}

/** Asks for the reason of what cannot be undone without trace. */
export function ReasonForm({ path, title, lead, onDone, onCancel }: Ends & { readonly path: string; readonly title: string; readonly lead: string }): ReactElement {
  const t = useWords(COUNTER_WORDS);
  const id = useId();
  const [reason, setReason] = useState('');
  const { busy, refusal, send } = useCommand<MoneyDone>(onDone);
  return (
    <form className="money-form" aria-label={title} onSubmit={(event) => { event.preventDefault(); void send(path, { reason }); }}>
      <p className="quiet">{lead}</p>
      <TextField id={id} label={t('reason')} value={reason} onChange={setReason} />
      <RefusalNotice refusal={refusal} />
      <div className="money-buttons"><Button submit busy={busy}>{title}</Button><Button kind="quiet" onPress={onCancel}>{t('cancel')}</Button></div>
    </form>
  );
}

const METHODS = ['cash', 'transfer'] as const;

/** Money that goes back: how much, how, and what proves it. */
export function RefundForm({ id, surplus, onDone, onCancel }: Ends & { readonly id: string; readonly surplus: number }): ReactElement {
  const t = useWords(COUNTER_WORDS);
  const fieldId = useId();
  const [entry, setEntry] = useState<{ readonly amount: string; readonly method: (typeof METHODS)[number]; readonly evidence: string; readonly reason: string }>({ amount: String(surplus), method: 'cash', evidence: '', reason: '' });
  const { busy, refusal, send } = useCommand<MoneyDone>(onDone);
  const amount = parseDong(entry.amount);
  return (
    <form className="money-form" aria-label={t('refund')} onSubmit={(event) => { event.preventDefault(); void send(`/api/payables/${id}/refund`, { ...entry, amount: amount.ok ? amount.value : 0 }); }}>
      <div className="money-fields">
        <TextField id={`${fieldId}-amount`} label={t('refund-amount')} value={entry.amount} onChange={(value) => { setEntry({ ...entry, amount: value }); }} />
        <Field id={`${fieldId}-method`} label={t('refund-method')}>
          {(control) => (
            <select {...control} className="box" value={entry.method} onChange={(event) => { setEntry({ ...entry, method: METHODS.find((one) => one === event.target.value) ?? 'cash' }); }}>
              {METHODS.map((method) => <option key={method} value={method}>{t(`method.${method}`)}</option>)}
            </select>
          )}
        </Field>
        <TextField id={`${fieldId}-evidence`} label={t('refund-evidence-label')} value={entry.evidence} onChange={(evidence) => { setEntry({ ...entry, evidence }); }} />
        <TextField id={`${fieldId}-reason`} label={t('reason')} value={entry.reason} onChange={(reason) => { setEntry({ ...entry, reason }); }} />
      </div>
      <RefusalNotice refusal={refusal} />
      <div className="money-buttons"><Button submit busy={busy}>{t('refund')}</Button><Button kind="quiet" onPress={onCancel}>{t('cancel')}</Button></div>
    </form>
  );
}
