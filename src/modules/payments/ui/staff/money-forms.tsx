import { type ReactElement, useId, useState } from 'react';
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

/** One line of text. */
export function TextField({ id, label, value, onChange }: { readonly id: string; readonly label: string; readonly value: string; readonly onChange: (value: string) => void }): ReactElement {
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
      {lead === '' ? null : <p className="quiet">{lead}</p>}
      <TextField id={id} label={t('reason')} value={reason} onChange={setReason} />
      <RefusalNotice refusal={refusal} />
      <div className="money-buttons"><Button submit busy={busy}>{title}</Button><Button kind="quiet" onPress={onCancel}>{t('cancel')}</Button></div>
    </form>
  );
}
