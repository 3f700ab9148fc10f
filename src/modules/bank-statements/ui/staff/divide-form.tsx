import { type ReactElement, useId, useState } from 'react';
import { formatDong } from '../../../../kernel/money.ts';
import { useCommand } from '../../../../web/staff/api/use-command.ts';
import { useQuestion } from '../../../../web/staff/api/use-question.ts';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { Field } from '../../../../web/staff/components/field/field.tsx';
import { LoadFault } from '../../../../web/staff/components/load-state/load-fault.tsx';
import { useWords } from '../../../../web/staff/locale.tsx';
import { useLateValue } from '../../../../web/staff/shell/use-late-value.ts';
import { type LineDone, type LineItem, type PayablesAnswer } from '../../contract/statement-schemas.ts';
import { addPart, type DividedPart, restOf, typedAmount } from './divide-draft.ts';
import { RefusalWords } from './line-forms.tsx';
import { PayableWords } from './payable-words.tsx';
import { STATEMENT_WORDS } from './statement-messages.ts';

/** Says which payables a line's money is for: one that is looked for, or several that share it to the đồng. */
export function DivideForm({ line, onClose }: { readonly line: LineItem; readonly onClose: () => void }): ReactElement {
  const t = useWords(STATEMENT_WORDS);
  const id = useId();
  const [parts, setParts] = useState<readonly DividedPart[]>(() => (line.reasons.includes('several-references') ? line.candidates.filter(({ payable }) => payable.state === 'open').reduce<readonly DividedPart[]>((all, { payable }) => addPart(line.amount, all, payable), []) : []));
  const [typed, setTyped] = useState('');
  const q = useLateValue(typed.trim(), 250);
  const found = useQuestion<PayablesAnswer>('/api/bank-statements/payables', { q }, { enabled: q.length >= 2, keepLast: true });
  const { busy, refusal, send } = useCommand<LineDone>(onClose);
  const rest = restOf(line.amount, parts);
  const items = q.length < 2 ? [] : (found.data?.items ?? []).filter(({ id: one }) => !parts.some(({ payable }) => payable.id === one));
  return (
    <form
      className="statements-form"
      aria-label={t('divide-title')}
      onSubmit={(event) => {
        event.preventDefault();
        void send(`/api/bank-statements/lines/${line.id}/payments`, { parts: parts.map(({ payable, typed: amount }) => ({ payableId: payable.id, amount: Math.max(1, typedAmount(amount)) })) });
      }}
    >
      <h3>{t('divide-title')}</h3>
      <p className="quiet">{t('divide-lead', { amount: formatDong(line.amount) })}</p>
      {parts.length === 0 ? null : (
        <ul className="statements-candidates">
          {parts.map(({ payable, typed: amount }, index) => (
            <li key={payable.id}>
              <PayableWords payable={payable} />
              <div className="statements-part">
                <input className="box" type="text" inputMode="numeric" autoComplete="off" aria-label={t('part', { reference: payable.reference })} value={amount} onChange={(event) => { setParts(parts.map((part, at) => (at === index ? { ...part, typed: event.target.value } : part))); }} />
                <Button kind="plain" onPress={() => { setParts(parts.filter((_, at) => at !== index)); }}>{t('remove', { reference: payable.reference })}</Button>
              </div>
            </li>
          ))}
        </ul>
      )}
      {parts.length === 0 || rest === 0 ? null : <p className={rest < 0 ? 'statements-bad' : 'quiet'} role="status">{rest < 0 ? t('rest-over', { amount: formatDong(-rest) }) : t('rest', { amount: formatDong(rest) })}</p>}
      <Field id={id} label={t('search')} note={t('search-note')}>
        {(control) => <input {...control} className="box" type="search" autoComplete="off" maxLength={100} value={typed} onChange={(event) => { setTyped(event.target.value); }} />}
      </Field>
      {found.isError && q.length >= 2 ? <LoadFault error={found.error} onRetry={() => { void found.refetch(); }} /> : null}
      {q.length >= 2 && found.data !== undefined && items.length === 0 ? <p className="quiet" role="status">{t('search-none')}</p> : null}
      {items.length === 0 ? null : (
        <ul className="statements-candidates">
          {items.map((payable) => <li key={payable.id}><PayableWords payable={payable} /><Button kind="quiet" label={`${t('add')} ${payable.reference}`} onPress={() => { setParts(addPart(line.amount, parts, payable)); }}>{t('add')}</Button></li>)}
        </ul>
      )}
      {found.data?.more === true && q.length >= 2 ? <p className="quiet">{t('search-more')}</p> : null}
      <RefusalWords refusal={refusal} />
      <div className="button-row">
        {parts.length === 0 ? null : <Button submit busy={busy}>{t('save')}</Button>}
        <Button kind="quiet" onPress={onClose}>{t('cancel')}</Button>
      </div>
    </form>
  );
}
