import { type ReactElement, useId, useState } from 'react';
import { plainDateWords } from '../../../../kernel/date-words.ts';
import { formatDong } from '../../../../kernel/money.ts';
import { useApi } from '../../../../web/staff/api/use-api.ts';
import { useCommand } from '../../../../web/staff/api/use-command.ts';
import { DayField } from '../../../../web/staff/components/day-field/day-field.tsx';
import { LoadFault } from '../../../../web/staff/components/load-state/load-fault.tsx';
import { Skeleton } from '../../../../web/staff/components/load-state/skeleton.tsx';
import { useLocale, useWords } from '../../../../web/staff/locale.tsx';
import { type RemittanceDone, type RemittancesResponse } from '../../contract/cashier-schemas.ts';
import { CASHIER_WORDS } from './cashier-messages.ts';
import { ReceiptsFrame } from './receipts-frame.tsx';
import { faultOf, LineField, SmallForm } from './small-form.tsx';

const STANDING = { waiting: 'quiet', near: 'receipts-near', late: 'receipts-alert' } as const;

function RemitForm({ data }: { readonly data: RemittancesResponse }): ReactElement {
  const t = useWords(CASHIER_WORDS);
  const { locale } = useLocale();
  const id = useId();
  const ready = data.days.filter(({ state, amount }) => state === 'received' && amount > 0);
  const [chosen, setChosen] = useState<readonly string[]>(ready.map((day) => day.id));
  const [entry, setEntry] = useState({ destination: 'treasury' as 'treasury' | 'bank', account: data.account ?? '', documentNumber: '', remittedOn: data.today });
  const { busy, refusal, send } = useCommand<RemittanceDone>(() => { setEntry({ ...entry, documentNumber: '' }); });
  const days = ready.filter((day) => chosen.includes(day.id));
  const sum = days.reduce((total, { amount }) => total + amount, 0);
  const change = (part: Partial<typeof entry>): void => { setEntry({ ...entry, ...part }); };
  if (ready.length === 0) return <p>{t('nothing-ready')}</p>;
  return (
    <SmallForm
      title={t('remit')} lead={t('remit-lead')} refusal={refusal} busy={busy} shown={['documentNumber', 'remittedOn']} save={t('remit-save', { amount: formatDong(sum) })}
      onSave={() => { void send('/api/remittances', { ...entry, days: days.map((day) => day.id), amount: sum }); }}
    >
      <div className="receipts-radio">
        {ready.map((day) => (
          <label key={day.id}>
            <input type="checkbox" checked={chosen.includes(day.id)} onChange={(event) => { setChosen(event.target.checked ? [...chosen, day.id] : chosen.filter((one) => one !== day.id)); }} />
            <span>{plainDateWords(day.day, locale)}, {day.cashier}: <b>{formatDong(day.amount)}</b></span>
          </label>
        ))}
      </div>
      <fieldset className="receipts-radio">
        <legend className="field-label">{t('destination')}</legend>
        {(['treasury', 'bank'] as const).map((destination) => <label key={destination}><input type="radio" name={`${id}-to`} checked={entry.destination === destination} onChange={() => { change({ destination }); }} /><span>{t(`destination.${destination}`)}</span></label>)}
      </fieldset>
      <div className="receipts-fields">
        <LineField id={`${id}-account`} label={t('account')} value={entry.account} fault={undefined} onChange={(account) => { change({ account }); }} />
        <LineField id={`${id}-document`} label={t('document')} value={entry.documentNumber} fault={faultOf(refusal, 'documentNumber')} onChange={(documentNumber) => { change({ documentNumber }); }} />
        <DayField id={`${id}-day`} label={t('remitted-on')} value={entry.remittedOn} needed onChange={(remittedOn) => { change({ remittedOn }); }} fault={faultOf(refusal, 'remittedOn')} />
      </div>
    </SmallForm>
  );
}

/** Cash that is still here with its last day, noting what went to the treasury or the bank, and what did. */
export function RemittancesScreen(): ReactElement {
  const t = useWords(CASHIER_WORDS);
  const { locale } = useLocale();
  const reading = useApi<RemittancesResponse>('/api/remittances', { keepLast: true });
  const { data } = reading;
  return (
    <ReceiptsFrame tab="remittances">
      <p className="receipts-lead">{t('remittance-lead')}</p>
      {reading.isError ? <LoadFault error={reading.error} onRetry={() => { void reading.refetch(); }} /> : null}
      {data === undefined ? (reading.isError ? null : <Skeleton lines={6} />) : (
        <>
          <h2>{t('months')}</h2>
          {data.months.length === 0 ? <p>{t('all-remitted')}</p> : (
            <table className="receipts-table">
              <thead><tr>{(['month', 'due', 'ready', 'amount'] as const).map((head) => <th key={head} scope="col" className={head === 'amount' ? 'receipts-amount' : undefined}>{t(head)}</th>)}</tr></thead>
              <tbody>
                {data.months.map((one) => (
                  <tr key={one.month}>
                    <th scope="row">{one.month.slice(5)}/{one.month.slice(0, 4)}</th>
                    <td data-head={t('due')}>{plainDateWords(one.due, locale)} <small className={STANDING[one.standing]}>{t(`standing.${one.standing}`)}</small></td>
                    <td data-head={t('ready')}>{t('ready-words', { ready: one.ready, unready: one.unready })}<small className="quiet" lang="vi">{one.basis}</small></td>
                    <td data-head={t('amount')} className="receipts-amount"><b>{formatDong(one.amount)}</b></td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          {data.mayRemit ? <section className="receipts-box"><RemitForm key={data.days.map((day) => `${day.id}${day.state}`).join(' ')} data={data} /></section> : null}
          <h2>{t('done-list')}</h2>
          {data.items.length === 0 ? <p>{t('none-done')}</p> : (
            <table className="receipts-table">
              <thead><tr>{(['remitted-on', 'destination', 'document', 'span', 'by', 'amount'] as const).map((head) => <th key={head} scope="col" className={head === 'amount' ? 'receipts-amount' : undefined}>{t(head)}</th>)}</tr></thead>
              <tbody>
                {data.items.map((one) => (
                  <tr key={one.id}>
                    <th scope="row">{plainDateWords(one.remittedOn, locale)}</th>
                    <td data-head={t('destination')}>{t(`destination.${one.destination}`)}<small className="quiet">{one.account}</small></td>
                    <td data-head={t('document')}>{one.documentNumber}</td>
                    <td data-head={t('span')}>{plainDateWords(one.fromDay, locale, 'without-year')} – {plainDateWords(one.toDay, locale, 'without-year')}</td>
                    <td data-head={t('by')}>{one.by}</td>
                    <td data-head={t('amount')} className="receipts-amount"><b>{formatDong(one.amount)}</b></td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </>
      )}
    </ReceiptsFrame>
  );
}
