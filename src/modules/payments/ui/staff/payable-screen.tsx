import { type ReactElement, type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import { momentWords } from '../../../../kernel/date-words.ts';
import { formatDong } from '../../../../kernel/money.ts';
import { useApi } from '../../../../web/staff/api/use-api.ts';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { LoadFault } from '../../../../web/staff/components/load-state/load-fault.tsx';
import { Skeleton } from '../../../../web/staff/components/load-state/skeleton.tsx';
import { Notice } from '../../../../web/staff/components/notice/notice.tsx';
import { useLocale, useWords } from '../../../../web/staff/locale.tsx';
import { STAFF_BASE, STAFF_PATHS } from '../../../../web/staff/staff-paths.ts';
import { type CashDone, type PayableResponse, type StandingResponse } from '../../contract/payable-schemas.ts';
import { CashForm } from './cash-form.tsx';
import { COUNTER_WORDS } from './counter-messages.ts';
import { PayableQr } from './payable-qr.tsx';
import { PayableState } from './payable-state.tsx';
import { ReasonForm } from './money-forms.tsx';
import { PayableRefunds } from './refund-parts.tsx';
import './counter.css';

/** How often is asked whether the money has come while the code is shown. */
const ASK_MS = 2_000;

function useMoment(): (at: string) => string {
  const { locale } = useLocale();
  return (at) => momentWords(Date.parse(at), locale, 'without-year');
}

/** The code and the cash beside each other while something is missing. */
function ToPay({ payable, missing, onTaken }: { readonly payable: PayableResponse; readonly missing: number; readonly onTaken: (done: CashDone) => void }): ReactElement {
  const t = useWords(COUNTER_WORDS);
  return (
    <div className="payable-ways">
      <section aria-labelledby="payable-scan">
        <h2 id="payable-scan">{t('scan')}</h2>
        {payable.transfer === null ? <Notice kind="info"><p>{t(payable.hasAccount ? 'no-code' : 'no-account')}</p></Notice> : (
          <>
            <p className="quiet">{t('scan-note')}</p>
            <PayableQr transfer={payable.transfer} missing={missing} />
            <p className="payable-wait" role="status">{t('waiting')}</p>
            <p><a href={`${STAFF_BASE}${STAFF_PATHS.payableDisplay(payable.id)}`} target="_blank" rel="noreferrer">{t('for-payer')}</a></p>
          </>
        )}
      </section>
      {payable.mayTake ? (
        <section aria-labelledby="payable-cash">
          <h2 id="payable-cash">{t('cash')}</h2>
          <CashForm key={missing} id={payable.id} missing={missing} byHand={payable.byHand} onTaken={onTaken} />
        </section>
      ) : null}
    </div>
  );
}

function Payments({ payable }: { readonly payable: PayableResponse }): ReactElement | null {
  const t = useWords(COUNTER_WORDS);
  const moment = useMoment();
  const [reversing, setReversing] = useState<string | null>(null);
  if (payable.payments.length === 0) return null;
  return (
    <section>
      <h2>{t('payments')}</h2>
      <ul className="payable-list">
        {payable.payments.map((one) => (
          <li key={one.id}>
            <b className={one.reversed === null ? undefined : 'payable-struck'}>{t('payment-line', { amount: formatDong(one.amount), method: t(`method.${one.method}`), moment: moment(one.paidAt) })}</b>
            {one.given === null || one.given === one.amount ? null : <small>{t('payment-given', { given: formatDong(one.given), change: formatDong(one.given - one.amount) })}</small>}
            <small className="quiet">{t('taken-by', { name: one.takenBy ?? t('by-program') })}{one.source.startsWith('provider:') ? `. ${t('source', { source: one.source.slice('provider:'.length) })}` : ''}</small>
            {one.receiptElsewhere === null ? null : <small>{t('receipt-elsewhere', { number: one.receiptElsewhere })}</small>}
            {one.reversed === null ? null : <small>{t('reversed', { moment: moment(one.reversed.at), name: one.reversed.by ?? t('by-program'), reason: one.reversed.reason })}</small>}
            {one.reversed !== null || !payable.mayCorrect ? null : reversing === one.id ? (
              <ReasonForm path={`/api/payments/${one.id}/reverse`} title={t('reverse')} lead={t('reverse-lead')} onDone={() => { setReversing(null); }} onCancel={() => { setReversing(null); }} />
            ) : <div><Button kind="plain" onPress={() => { setReversing(one.id); }}>{t('reverse')}</Button></div>}
          </li>
        ))}
      </ul>
    </section>
  );
}

const EVENTS = ['opened', 'changed', 'cancelled', 'recorded', 'reversed', 'refunded'] as const;

function History({ payable }: { readonly payable: PayableResponse }): ReactElement {
  const t = useWords(COUNTER_WORDS);
  const moment = useMoment();
  const words = (kind: string, amount: number): string => {
    const known = EVENTS.find((one) => one === kind);
    return known === undefined ? kind : t(`event.${known}`, { amount: formatDong(amount) });
  };
  return (
    <details className="payable-history">
      <summary>{t('history')}</summary>
      <ul className="payable-list">
        {payable.events.map(({ at, kind, amount, by, reason }, index) => (
          // A history only ever grows at its end.
          <li key={index}><span>{words(kind, amount)}{reason === null ? '' : `: ${reason}`}</span><small className="quiet">{moment(at)}, {by ?? t('by-program')}</small></li>
        ))}
      </ul>
    </details>
  );
}

function Head({ payable, children }: { readonly payable: PayableResponse; readonly children: ReactNode }): ReactElement {
  const t = useWords(COUNTER_WORDS);
  return (
    <header className="payable-head">
      <p><Link href={STAFF_PATHS.payables}>{t('back')}</Link></p>
      <h1>{payable.payerName ?? payable.reference}</h1>
      <p className="quiet">
        {t(`purpose.${payable.purpose}`)} · <span className="counter-reference">{payable.reference}</span>
        {payable.dossierId === null || payable.dossierCode === null ? null : <> · <Link href={STAFF_PATHS.inList('all', payable.dossierId)} aria-label={t('to-dossier', { code: payable.dossierCode })}>{payable.dossierCode}</Link></>}
      </p>
      {payable.procedureName === null ? null : <p>{payable.procedureName}</p>}
      {children}
    </header>
  );
}

/** One payable at the counter: its code, which tells at once when the money has come, cash, and what happened to it. */
export function PayableScreen({ id }: { readonly id: string }): ReactElement {
  const t = useWords(COUNTER_WORDS);
  const moment = useMoment();
  const [taken, setTaken] = useState<CashDone | null>(null);
  const [givingUp, setGivingUp] = useState(false);
  const reading = useApi<PayableResponse>(`/api/payables/${id}`, { keepLast: true });
  const payable = reading.data;
  const standing = useApi<StandingResponse>(`/api/payables/${id}/standing`, { enabled: payable !== undefined, every: ASK_MS, keepLast: true }).data;
  if (payable === undefined) return reading.isError ? <div className="counter-page"><LoadFault error={reading.error} onRetry={() => { void reading.refetch(); }} /></div> : <Skeleton lines={8} />;
  // Somebody paid while the screen was open: what it shows besides is read again once.
  if (standing !== undefined && standing.state !== payable.state && !reading.isFetching) void reading.refetch();
  const now = standing ?? { state: payable.state, amount: payable.amount, missing: payable.missing, surplus: payable.surplus, last: null };
  return (
    <div className="counter-page payable-page">
      <Head payable={payable}>
        <p className="payable-sum"><b>{formatDong(now.state === 'open' ? now.missing : now.amount)}</b> <PayableState payable={{ state: now.state, paid: payable.paid }} /></p>
        {now.state === 'open' ? <p className="quiet">{payable.inWords}</p> : null}
        {now.state === 'open' && now.missing < now.amount ? <p>{t('partly', { paid: formatDong(now.amount - now.missing), amount: formatDong(now.amount) })}</p> : null}
      </Head>
      {now.state === 'open' ? <ToPay payable={payable} missing={now.missing} onTaken={setTaken} /> : null}
      {now.state === 'paid' ? (
        <div className="payable-paid" role="status">
          <p className="payable-paid-title">{t('paid-now', { amount: formatDong(now.amount) })}</p>
          {now.last === null ? null : <p>{t('paid-how', { method: t(`method.${now.last.method}`), moment: moment(now.last.at) })}</p>}
          {taken === null ? null : <p className="payable-paid-change">{taken.change === 0 ? t('taken-exact', { amount: formatDong(taken.amount) }) : t('taken', { amount: formatDong(taken.amount), change: formatDong(taken.change) })}</p>}
        </div>
      ) : null}
      {now.state === 'cancelled' ? <Notice kind="info"><p>{t('cancelled-because', { reason: payable.closeReason ?? '' })}</p></Notice> : null}
      <PayableRefunds payableId={id} payer={payable.payerName ?? ''} surplus={now.surplus} />
      <Payments payable={payable} />
      {now.state !== 'paid' || !payable.mayCorrect ? null : givingUp ? (
        <ReasonForm path={`/api/payables/${id}/give-up`} title={t('give-up')} lead={t('give-up-lead')} onDone={() => { setGivingUp(false); }} onCancel={() => { setGivingUp(false); }} />
      ) : <div><Button kind="plain" onPress={() => { setGivingUp(true); }}>{t('give-up')}</Button></div>}
      <History payable={payable} />
    </div>
  );
}
