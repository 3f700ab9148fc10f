import { type ReactElement, useId, useState } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { momentWords, plainDateWords } from '../../../../kernel/date-words.ts';
import { formatDong } from '../../../../kernel/money.ts';
import { useApi } from '../../../../web/staff/api/use-api.ts';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { DayField } from '../../../../web/staff/components/day-field/day-field.tsx';
import { BoxDialog } from '../../../../web/staff/components/dialog/box-dialog.tsx';
import { Field } from '../../../../web/staff/components/field/field.tsx';
import { LoadFault } from '../../../../web/staff/components/load-state/load-fault.tsx';
import { Skeleton } from '../../../../web/staff/components/load-state/skeleton.tsx';
import { Notice } from '../../../../web/staff/components/notice/notice.tsx';
import { useCountWords, useLocale, useWords } from '../../../../web/staff/locale.tsx';
import { STAFF_PATHS } from '../../../../web/staff/staff-paths.ts';
import { type ReceiptItem, type ReceiptsResponse } from '../../contract/receipt-schemas.ts';
import { ReceiptDetails } from './receipt-details.tsx';
import { RECEIPT_WORDS } from './receipt-messages.ts';
import { ReceiptsFrame } from './receipts-frame.tsx';

const SHOWN = ['all', 'holds', 'asked', 'ended', 'refused'] as const;
const METHODS = ['all', 'cash', 'transfer', 'online', 'cashless'] as const;

/** What the address asks for; what is left out is this month and everything in it. */
function useQuestion() {
  const given = new URLSearchParams(useSearch());
  const [, navigate] = useLocation();
  const asked = {
    from: given.get('tu') ?? '', to: given.get('den') ?? '',
    shown: SHOWN.find((one) => one === given.get('xem')) ?? 'all', method: METHODS.find((one) => one === given.get('cach')) ?? 'all',
  };
  const change = (part: Partial<typeof asked>): void => {
    const next = { ...asked, ...part };
    const query = new URLSearchParams({ ...(next.from === '' ? {} : { tu: next.from }), ...(next.to === '' ? {} : { den: next.to }), ...(next.shown === 'all' ? {} : { xem: next.shown }), ...(next.method === 'all' ? {} : { cach: next.method }) }).toString();
    navigate(`${STAFF_PATHS.feeReceipts('receipts')}${query === '' ? '' : `?${query}`}`, { replace: true });
  };
  const query = new URLSearchParams({
    ...(asked.from === '' ? {} : { from: asked.from }), ...(asked.to === '' ? {} : { to: asked.to }), ...(asked.shown === 'all' ? {} : { state: asked.shown }), ...(asked.method === 'all' ? {} : { method: asked.method }),
  });
  return { asked, change, query };
}

function ReceiptLine({ item, onOpen }: { readonly item: ReceiptItem; readonly onOpen: () => void }): ReactElement {
  const t = useWords(RECEIPT_WORDS);
  const { locale } = useLocale();
  const ended = item.state === 'voided' || item.state === 'replaced';
  return (
    <tr>
      <th scope="row"><button type="button" className={ended ? 'receipts-open receipts-ended' : 'receipts-open'} aria-label={t('open-one', { number: `${item.symbol} ${item.number}` })} onClick={onOpen}>{item.symbol} · {item.number}</button></th>
      <td data-head={t('day')}>{plainDateWords(item.issuedOn, locale)}</td>
      <td data-head={t('payer')}>{item.payerName}{item.dossierCode === null ? null : <small className="quiet">{item.dossierCode}</small>}</td>
      <td data-head={t('collector')}>{item.collector}</td>
      <td data-head={t('method')}>{t(`method.${item.method}`)}</td>
      <td data-head={t('state')}>
        {t(`state.${item.state}`)}
        {item.asked === null ? null : <small className="receipts-near">{t(`asks.${item.asked.how}`)}</small>}
        {item.provider === null ? null : <small className={item.provider.state === 'refused' ? 'receipts-alert' : 'quiet'}>{t(`provider.${item.provider.state}`)}</small>}
      </td>
      <td data-head={t('amount')} className="receipts-amount"><b>{formatDong(item.amount)}</b></td>
    </tr>
  );
}

function Sums({ data }: { readonly data: ReceiptsResponse }): ReactElement | null {
  const t = useWords(RECEIPT_WORDS);
  const count = useCountWords();
  if (data.sums.length === 0) return null;
  return (
    <details>
      <summary>{t('by-collector')}</summary>
      <table className="receipts-table">
        <thead><tr><th scope="col">{t('collector')}</th><th scope="col">{t('method')}</th><th scope="col" className="receipts-amount">{t('count-of')}</th><th scope="col" className="receipts-amount">{t('amount')}</th></tr></thead>
        <tbody>
          {data.sums.map((sum) => (
            <tr key={`${sum.collectorId ?? ''} ${sum.method} ${sum.collectorName}`}>
              <th scope="row">{sum.collectorName}</th>
              <td data-head={t('method')}>{t(`method.${sum.method}`)}</td>
              <td data-head={t('count-of')} className="receipts-amount">{count(sum.count)}</td>
              <td data-head={t('amount')} className="receipts-amount">{formatDong(sum.amount)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

/** Cash whose receipts were written by hand: each with its number, opened at the counter. */
function Elsewhere({ data }: { readonly data: ReceiptsResponse }): ReactElement | null {
  const t = useWords(RECEIPT_WORDS);
  const { locale } = useLocale();
  const count = useCountWords();
  if (data.elsewhere.length === 0) return null;
  return (
    <details>
      <summary>{t('elsewhere', { count: count(data.elsewhere.length), amount: formatDong(data.elsewhere.reduce((sum, { amount }) => sum + amount, 0)) })}</summary>
      <table className="receipts-table">
        <thead><tr><th scope="col">{t('number')}</th><th scope="col">{t('day')}</th><th scope="col">{t('collector')}</th><th scope="col" className="receipts-amount">{t('amount')}</th></tr></thead>
        <tbody>
          {data.elsewhere.map(({ payableId, number, amount, at, collector }) => (
            <tr key={payableId + at}>
              <th scope="row"><Link href={STAFF_PATHS.payable(payableId)}>{number}</Link></th>
              <td data-head={t('day')}>{momentWords(Date.parse(at), locale, 'without-year')}</td>
              <td data-head={t('collector')}>{collector}</td>
              <td data-head={t('amount')} className="receipts-amount">{formatDong(amount)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

/** The receipts of a period: what was given, what waits for a second person, what the provider says, their sums and their book. */
export function ReceiptsScreen(): ReactElement {
  const t = useWords(RECEIPT_WORDS);
  const count = useCountWords();
  const id = useId();
  const { asked, change, query } = useQuestion();
  const [before, setBefore] = useState<string | null>(null);
  const [open, setOpen] = useState<string | null>(null);
  const address = new URLSearchParams([...query, ...(before === null ? [] : [['before', before]])]).toString();
  const reading = useApi<ReceiptsResponse>(`/api/fee-receipts?${address}`, { keepLast: true, every: 60_000 });
  const { data } = reading;
  const narrow = (part: Parameters<typeof change>[0]): void => {
    setBefore(null);
    change(part);
  };
  const period = data === undefined ? '' : new URLSearchParams({ from: data.from, to: data.to }).toString();
  const holding = data?.sums.reduce((sum, one) => ({ count: sum.count + one.count, amount: sum.amount + one.amount }), { count: 0, amount: 0 });
  return (
    <ReceiptsFrame tab="receipts">
      <div className="receipts-query">
        <DayField id={`${id}-from`} label={t('from')} value={data?.from ?? asked.from} onChange={(from) => { narrow({ from, to: asked.to === '' ? (data?.to ?? '') : asked.to }); }} />
        <DayField id={`${id}-to`} label={t('to')} value={data?.to ?? asked.to} onChange={(to) => { narrow({ to, from: asked.from === '' ? (data?.from ?? '') : asked.from }); }} />
        <Field id={`${id}-shown`} label={t('show')}>
          {(control) => <select {...control} className="box" value={asked.shown} onChange={(event) => { narrow({ shown: SHOWN.find((one) => one === event.target.value) ?? 'all' }); }}>{SHOWN.map((one) => <option key={one} value={one}>{t(`show.${one}`)}</option>)}</select>}
        </Field>
        <Field id={`${id}-method`} label={t('method')}>
          {(control) => <select {...control} className="box" value={asked.method} onChange={(event) => { narrow({ method: METHODS.find((one) => one === event.target.value) ?? 'all' }); }}>{METHODS.map((one) => <option key={one} value={one}>{t(`method.${one}`)}</option>)}</select>}
        </Field>
      </div>
      {reading.isError ? <LoadFault error={reading.error} onRetry={() => { void reading.refetch(); }} /> : null}
      {data === undefined ? (reading.isError ? null : <Skeleton lines={7} />) : (
        <>
          <div className="button-row">
            <a className="button button-quiet" href={`/api/cashier-days/sheet.pdf?${period}`} target="_blank" rel="noreferrer">{t('sheet')}</a>
            <a className="button button-quiet" href={`/api/fee-receipts/book.xlsx?${period}`} download>{t('excel')}</a>
            <a className="button button-quiet" href={`/api/fee-receipts/book.csv?${period}`} download>{t('csv')}</a>
          </div>
          {data.owed === 0 ? null : <Notice kind="check"><p>{t('owed', { count: count(data.owed) })}</p></Notice>}
          {data.items.length === 0 ? <p>{t('none')}</p> : (
            <>
              <p role="status">{t('sums', { count: count(holding?.count ?? 0), amount: formatDong(holding?.amount ?? 0) })}</p>
              <table className="receipts-table">
                <thead><tr>{(['number', 'day', 'payer', 'collector', 'method', 'state', 'amount'] as const).map((head) => <th key={head} scope="col" className={head === 'amount' ? 'receipts-amount' : undefined}>{t(head)}</th>)}</tr></thead>
                <tbody>{data.items.map((item) => <ReceiptLine key={item.id} item={item} onOpen={() => { setOpen(item.id); }} />)}</tbody>
              </table>
            </>
          )}
          {data.next === null ? null : <div><Button kind="quiet" onPress={() => { setBefore(data.next); }}>{t('more')}</Button></div>}
          <Sums data={data} />
          <Elsewhere data={data} />
          {open === null ? null : (
            <BoxDialog title={t('print')} unseenTitle onClose={() => { setOpen(null); }}>
              <ReceiptDetails id={open} mayAsk={data.mayAsk} mayDecide={data.mayDecide} />
            </BoxDialog>
          )}
        </>
      )}
    </ReceiptsFrame>
  );
}
