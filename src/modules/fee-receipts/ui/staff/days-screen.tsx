import { type ReactElement, useId, useState } from 'react';
import { momentWords, plainDateWords } from '../../../../kernel/date-words.ts';
import { formatDong } from '../../../../kernel/money.ts';
import { useApi } from '../../../../web/staff/api/use-api.ts';
import { DayField } from '../../../../web/staff/components/day-field/day-field.tsx';
import { LoadFault } from '../../../../web/staff/components/load-state/load-fault.tsx';
import { Skeleton } from '../../../../web/staff/components/load-state/skeleton.tsx';
import { Notice } from '../../../../web/staff/components/notice/notice.tsx';
import { useLocale, useWords } from '../../../../web/staff/locale.tsx';
import { type DayItem, type DayResponse, type DaysResponse } from '../../contract/cashier-schemas.ts';
import { CASHIER_WORDS } from './cashier-messages.ts';
import { CloseDayForm, HandOverForm, OpenDayForm, ReceiveForm, useDifference } from './day-forms.tsx';
import { RECEIPT_WORDS } from './receipt-messages.ts';
import { ReceiptsFrame } from './receipts-frame.tsx';

function OwnDay({ data }: { readonly data: DaysResponse }): ReactElement {
  const t = useWords(CASHIER_WORDS);
  const { locale } = useLocale();
  const difference = useDifference();
  const { own } = data;
  if (own === null) {
    return (
      <section className="receipts-box">
        <h2>{t('mine')}</h2>
        <p>{t('mine-none')} {t(`rule.${data.opening}`)}</p>
        <OpenDayForm notes={data.notes} />
      </section>
    );
  }
  const facts: readonly (readonly [string, string | null])[] = [
    [t('day'), plainDateWords(own.day, locale)], [t('state'), t(`state.${own.state}`)], [t('float'), formatDong(own.float)], [t('taken'), formatDong(own.taken)], [t('expected'), formatDong(own.expected)],
    [t('counted'), own.counted === null ? null : formatDong(own.counted)], [t('difference'), own.difference === null ? null : difference(own.difference)],
    [t('handed'), own.handed === null ? null : formatDong(own.handed)], [t('received-by'), own.handedTo],
  ];
  return (
    <section className="receipts-box">
      <h2>{t('mine')}</h2>
      {own.state === 'open' && own.day < data.today ? <Notice kind="check"><p>{t('left-open', { day: plainDateWords(own.day, locale) })}</p></Notice> : null}
      {own.byItself ? <p className="quiet">{t('mine-by-itself')}</p> : null}
      <dl className="receipts-strip">{facts.map(([head, words]) => (words === null ? null : <div key={head}><dt>{head}</dt><dd>{words}</dd></div>))}</dl>
      {own.backWords === null ? null : <Notice kind="check"><p>{t('turned-back', { words: own.backWords })}</p></Notice>}
      {own.state === 'open' ? <CloseDayForm day={own} notes={data.notes} /> : null}
      {own.state === 'closed' ? <HandOverForm day={own} receivers={data.receivers} /> : null}
    </section>
  );
}

function Takings({ id }: { readonly id: string }): ReactElement {
  const t = useWords(CASHIER_WORDS);
  const { locale } = useLocale();
  const reading = useApi<DayResponse>(`/api/cashier-days/${id}`);
  const { data } = reading;
  if (data === undefined) return reading.isError ? <LoadFault error={reading.error} onRetry={() => { void reading.refetch(); }} /> : <Skeleton lines={3} />;
  return (
    <div className="receipts-box">
      <h3>{t('takings')}</h3>
      {data.takings.length === 0 ? <p>{t('no-takings')}</p> : (
        <ul className="receipts-history">
          {data.takings.map((one) => (
            <li key={`${one.at} ${one.kind} ${one.receiptId ?? ''} ${String(one.amount)}`}>
              <span className="quiet">{momentWords(Date.parse(one.at), locale, 'without-year')}</span> <b>{one.kind === 'taken' ? '' : '−'}{formatDong(one.amount)}</b> {one.kind === 'given-back' ? `(${t('given-back')}) ` : ''}
              {one.receiptId === null ? t('without-receipt') : <a href={`/api/fee-receipts/${one.receiptId}/receipt.pdf`} target="_blank" rel="noreferrer">{one.receipt}</a>} {one.payerName ?? ''}
            </li>
          ))}
        </ul>
      )}
      {data.day.explanation === null ? null : <p>{t('explanation')}: {data.day.explanation}</p>}
      <a className="button button-quiet" href={`/api/cashier-days/sheet.pdf?from=${data.day.day}&to=${data.day.day}&cashier=${data.day.cashierId}`} target="_blank" rel="noreferrer">{t('sheet')}</a>
    </div>
  );
}

function DayLine({ item, open, onToggle }: { readonly item: DayItem; readonly open: boolean; readonly onToggle: () => void }): ReactElement {
  const t = useWords(CASHIER_WORDS);
  const { locale } = useLocale();
  const difference = useDifference();
  const day = plainDateWords(item.day, locale);
  return (
    <tr>
      <th scope="row"><button type="button" className="receipts-open" aria-expanded={open} aria-label={t('details', { day, cashier: item.cashier })} onClick={onToggle}>{day}</button></th>
      <td data-head={t('cashier')}>{item.cashier}{item.byItself ? <small className="quiet">{t('by-itself')}</small> : null}</td>
      <td data-head={t('state')}>{t(`state.${item.state}`)}{item.remitted ? <small className="quiet">{t('remitted')}</small> : null}</td>
      <td data-head={t('float')} className="receipts-amount">{formatDong(item.float)}</td>
      <td data-head={t('taken')} className="receipts-amount">{formatDong(item.taken)}</td>
      <td data-head={t('difference')} className="receipts-amount">{item.difference === null ? '–' : <span className={item.difference === 0 ? undefined : 'receipts-alert'}>{difference(item.difference)}</span>}</td>
      <td data-head={t('handed')} className="receipts-amount">{item.handed === null ? '–' : formatDong(item.handed)}</td>
    </tr>
  );
}

/** The own day of cash from float to hand-over, what waits to be received, and the days of everybody. */
export function DaysScreen(): ReactElement {
  const t = useWords(CASHIER_WORDS);
  const words = useWords(RECEIPT_WORDS);
  const { locale } = useLocale();
  const id = useId();
  const [asked, setAsked] = useState({ from: '', to: '' });
  const [open, setOpen] = useState<string | null>(null);
  const query = new URLSearchParams({ ...(asked.from === '' ? {} : { from: asked.from }), ...(asked.to === '' ? {} : { to: asked.to }) }).toString();
  const reading = useApi<DaysResponse>(`/api/cashier-days?${query}`, { keepLast: true, every: 60_000 });
  const { data } = reading;
  return (
    <ReceiptsFrame tab="days">
      {reading.isError ? <LoadFault error={reading.error} onRetry={() => { void reading.refetch(); }} /> : null}
      {data === undefined ? (reading.isError ? null : <Skeleton lines={7} />) : (
        <>
          {data.waiting.map((day) => (
            <section key={day.id} className="receipts-box">
              <h2>{t('waiting')}</h2>
              <p>{t('waiting-words', { cashier: day.cashier, amount: formatDong(day.handed ?? 0), day: plainDateWords(day.day, locale) })}</p>
              <ReceiveForm day={day} />
            </section>
          ))}
          {data.mayOpen ? <OwnDay key={`${data.own?.id ?? ''} ${data.own?.state ?? ''}`} data={data} /> : null}
          <h2>{t('days')}</h2>
          <div className="receipts-query">
            <DayField id={`${id}-from`} label={words('from')} value={data.from} onChange={(from) => { setAsked({ from, to: data.to }); }} />
            <DayField id={`${id}-to`} label={words('to')} value={data.to} onChange={(to) => { setAsked({ from: data.from, to }); }} />
          </div>
          {data.items.length === 0 ? <p>{t('none')}</p> : (
            <table className="receipts-table">
              <thead><tr>{(['day', 'cashier', 'state', 'float', 'taken', 'difference', 'handed'] as const).map((head) => <th key={head} scope="col" className={head === 'day' || head === 'cashier' || head === 'state' ? undefined : 'receipts-amount'}>{t(head)}</th>)}</tr></thead>
              <tbody>
                {data.items.flatMap((item) => [
                  <DayLine key={item.id} item={item} open={open === item.id} onToggle={() => { setOpen(open === item.id ? null : item.id); }} />,
                  ...(open === item.id ? [<tr key={`${item.id} more`}><td colSpan={7}><Takings id={item.id} /></td></tr>] : []),
                ])}
              </tbody>
            </table>
          )}
        </>
      )}
    </ReceiptsFrame>
  );
}
