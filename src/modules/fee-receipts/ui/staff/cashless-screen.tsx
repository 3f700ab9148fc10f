import { type ReactElement, useId, useState } from 'react';
import { Link } from 'wouter';
import { formatDong } from '../../../../kernel/money.ts';
import { useApi } from '../../../../web/staff/api/use-api.ts';
import { DayField } from '../../../../web/staff/components/day-field/day-field.tsx';
import { LoadFault } from '../../../../web/staff/components/load-state/load-fault.tsx';
import { Skeleton } from '../../../../web/staff/components/load-state/skeleton.tsx';
import { useCountWords, useLocale, useWords } from '../../../../web/staff/locale.tsx';
import { STAFF_PATHS } from '../../../../web/staff/staff-paths.ts';
import { type ReceiptsResponse } from '../../contract/receipt-schemas.ts';
import { RECEIPT_WORDS } from './receipt-messages.ts';
import { ReceiptsFrame } from './receipts-frame.tsx';

type Share = ReceiptsResponse['cashless']['byCount'];

function Rate({ title, share, words, period }: { readonly title: string; readonly share: Share; readonly words: (value: number) => string; readonly period: string }): ReactElement {
  const t = useWords(RECEIPT_WORDS);
  const { locale } = useLocale();
  const percent = share.permille === null ? t('no-rate') : `${new Intl.NumberFormat(locale === 'vi' ? 'vi-VN' : 'en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(share.permille / 10)} %`;
  const to = (method: string): string => `${STAFF_PATHS.feeReceipts('receipts')}?${period}&xem=holds${method}`;
  return (
    <section className="receipts-box receipts-rate">
      <h2>{title}</h2>
      <b>{percent}</b>
      <p>
        <Link href={to('&cach=cashless')} aria-label={`${t('open-numerator')}: ${words(share.numerator)}`}>{words(share.numerator)}</Link>
        {' / '}
        <Link href={to('')} aria-label={`${t('open-denominator')}: ${words(share.denominator)}`}>{words(share.denominator)}</Link>
      </p>
    </section>
  );
}

/** The rate of cashless fees of a period, by receipts and by amount; every figure opens to its receipts. */
export function CashlessScreen(): ReactElement {
  const t = useWords(RECEIPT_WORDS);
  const count = useCountWords();
  const id = useId();
  const [asked, setAsked] = useState({ from: '', to: '' });
  const query = new URLSearchParams({ ...(asked.from === '' ? {} : { from: asked.from }), ...(asked.to === '' ? {} : { to: asked.to }) }).toString();
  const reading = useApi<ReceiptsResponse>(`/api/fee-receipts?${query}`, { keepLast: true });
  const { data } = reading;
  const methods = ['cash', 'transfer', 'online'] as const;
  const sumOf = (method: string) => (data?.sums ?? []).filter((sum) => sum.method === method).reduce((sum, one) => ({ count: sum.count + one.count, amount: sum.amount + one.amount }), { count: 0, amount: 0 });
  return (
    <ReceiptsFrame tab="cashless">
      <p className="receipts-lead">{t('cashless-lead')}</p>
      {reading.isError ? <LoadFault error={reading.error} onRetry={() => { void reading.refetch(); }} /> : null}
      {data === undefined ? (reading.isError ? null : <Skeleton lines={5} />) : (
        <>
          <div className="receipts-query">
            <DayField id={`${id}-from`} label={t('from')} value={data.from} onChange={(from) => { setAsked({ from, to: data.to }); }} />
            <DayField id={`${id}-to`} label={t('to')} value={data.to} onChange={(to) => { setAsked({ from: data.from, to }); }} />
          </div>
          <div className="receipts-rates">
            <Rate title={t('by-count')} share={data.cashless.byCount} words={count} period={`tu=${data.from}&den=${data.to}`} />
            <Rate title={t('by-amount')} share={data.cashless.byAmount} words={formatDong} period={`tu=${data.from}&den=${data.to}`} />
          </div>
          <table className="receipts-table">
            <thead><tr><th scope="col">{t('method')}</th><th scope="col" className="receipts-amount">{t('count-of')}</th><th scope="col" className="receipts-amount">{t('amount')}</th></tr></thead>
            <tbody>
              {methods.map((method) => (
                <tr key={method}>
                  <th scope="row"><Link href={`${STAFF_PATHS.feeReceipts('receipts')}?tu=${data.from}&den=${data.to}&xem=holds&cach=${method}`}>{t(`method.${method}`)}</Link></th>
                  <td data-head={t('count-of')} className="receipts-amount">{count(sumOf(method).count)}</td>
                  <td data-head={t('amount')} className="receipts-amount">{formatDong(sumOf(method).amount)}</td>
                </tr>
              ))}
              {data.elsewhere.length === 0 ? null : (
                <tr>
                  <th scope="row"><Link href={`${STAFF_PATHS.feeReceipts('receipts')}?tu=${data.from}&den=${data.to}`}>{t('method.by-hand')}</Link></th>
                  <td data-head={t('count-of')} className="receipts-amount">{count(data.elsewhere.length)}</td>
                  <td data-head={t('amount')} className="receipts-amount">{formatDong(data.elsewhere.reduce((sum, { amount }) => sum + amount, 0))}</td>
                </tr>
              )}
            </tbody>
          </table>
        </>
      )}
    </ReceiptsFrame>
  );
}
