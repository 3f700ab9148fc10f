import { type ReactElement, useState } from 'react';
import { momentWords, plainDateWords } from '../../../../kernel/date-words.ts';
import { formatDong } from '../../../../kernel/money.ts';
import { Icon } from '../../../../web/public/icon/icon.tsx';
import { useApi } from '../../../../web/staff/api/use-api.ts';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { useLocale, useWords } from '../../../../web/staff/locale.tsx';
import { movedWords } from '../../contract/finding-words.ts';
import { type LineAnswer, type LineItem } from '../../contract/statement-schemas.ts';
import { type MatchReason } from '../../domain/match-statement.ts';
import { DivideForm } from './divide-form.tsx';
import { PayButton, ReasonForm } from './line-forms.tsx';
import { PayableWords } from './payable-words.tsx';
import { STATEMENT_WORDS } from './statement-messages.ts';

/** Reasons that are whole sentences about the line; the others say what of a candidate fits. */
const SENTENCES: readonly MatchReason[] = ['several-references', 'several-sum', 'earlier-line', 'waiting-line', 'before-opened', 'paid-before', 'paid-by-line', 'cancelled', 'reference-elsewhere'];

function Candidates({ line, mayChange }: { readonly line: LineItem; readonly mayChange: boolean }): ReactElement | null {
  const t = useWords(STATEMENT_WORDS);
  const divides = line.reasons.includes('several-references');
  if (line.candidates.length === 0) return null;
  return (
    <ul className="statements-candidates" aria-label={t('candidates')}>
      {line.candidates.map(({ payable, score, reasons }) => (
        <li key={payable.id}>
          <div>
            <PayableWords payable={payable} />
            <small className="statements-why">{[...reasons.filter((reason) => !SENTENCES.includes(reason)).map((reason) => t(`reason.${reason}`)), t('score', { score })].join(' · ')}</small>
          </div>
          {mayChange && !divides ? <PayButton line={line} payable={payable} /> : null}
        </li>
      ))}
    </ul>
  );
}

function Payments({ line }: { readonly line: LineItem }): ReactElement | null {
  const t = useWords(STATEMENT_WORDS);
  const { locale } = useLocale();
  const at = (moment: string): string => momentWords(Date.parse(moment), locale, 'without-year');
  if (line.payments.length === 0) return null;
  return (
    <ul className="statements-candidates" aria-label={t('paid-to')}>
      {line.payments.map((payment) => (
        <li key={`${payment.payable.id} ${payment.at}`}>
          <div>
            <b>{formatDong(payment.amount)}</b> → <PayableWords payable={payment.payable} />
            <small className="statements-why">{t(payment.automatic ? 'paid-automatic' : 'paid-by', { by: payment.by, at: at(payment.at) })}</small>
            {payment.undone === null ? null : <small className="statements-bad">{t('undone', { ...payment.undone, at: at(payment.undone.at) })}</small>}
          </div>
        </li>
      ))}
    </ul>
  );
}

function History({ id }: { readonly id: string }): ReactElement | null {
  const t = useWords(STATEMENT_WORDS);
  const { locale } = useLocale();
  const { data } = useApi<LineAnswer>(`/api/bank-statements/lines/${id}`);
  if (data === undefined) return null;
  return <ul className="statements-history">{data.events.map((event) => <li key={`${event.kind} ${event.at}`}>{[t(`event.${event.kind}`), t(event.automatic ? 'paid-automatic' : 'paid-by', { by: event.by, at: momentWords(Date.parse(event.at), locale, 'without-year') }), event.reason].filter((part) => part !== null).join(' · ')}</li>)}</ul>;
}

/** One movement on the account: what the bank says, what it may be for or has paid, and what may be done about it. */
export function LineCard({ line, mayChange }: { readonly line: LineItem; readonly mayChange: boolean }): ReactElement {
  const t = useWords(STATEMENT_WORDS);
  const { locale } = useLocale();
  const [open, setOpen] = useState<'divide' | 'set-aside' | 'undo' | 'history' | null>(null);
  const toggle = (what: NonNullable<typeof open>) => () => { setOpen(open === what ? null : what); };
  const close = () => { setOpen(null); };
  const sentences = line.state === 'waiting' ? SENTENCES.filter((reason) => line.reasons.includes(reason) || line.candidates[0]?.reasons.includes(reason) === true) : [];
  return (
    <li className="statements-line">
      <div className="statements-line-head">
        <b className={line.direction === 'in' ? 'statements-in' : 'statements-out'}>{movedWords(line.amount, line.direction)}</b>
        <span>{plainDateWords(line.date, locale)}</span>
      </div>
      <div className="statements-line-body">
        <p className="statements-memo">{line.memo === '' ? t('no-memo') : line.memo}</p>
        <p className="quiet statements-small">{[line.counterpart === '' ? null : t('other-side', { name: line.counterpart }), line.bankNumber === '' ? null : t('bank-number', { number: line.bankNumber }), line.balance === null ? null : t('balance', { amount: formatDong(line.balance) })].filter((part) => part !== null).join(' · ')}</p>
        {line.reversal ? <p className="statements-note"><Icon name="overdue" /><span>{t('reversal')}</span></p> : null}
        {sentences.map((reason) => <p key={reason} className="statements-note"><Icon name="info" /><span>{t(`reason.${reason}`)}</span></p>)}
        <Candidates line={line} mayChange={mayChange} />
        <Payments line={line} />
        {line.refundOf === null ? null : <p className="statements-note"><Icon name="good" /><span>{t('refund-of')} <PayableWords payable={line.refundOf} /></span></p>}
        {line.state === 'not-ours' ? <p className="statements-note"><Icon name="info" /><span>{t('set-aside-by', { reason: line.reason ?? '', by: line.decidedBy ?? '', at: line.decidedAt === null ? '' : momentWords(Date.parse(line.decidedAt), locale, 'without-year') })}</span></p> : null}
        {line.state === 'outgoing' ? null : (
          <div className="button-row">
            {mayChange && line.state === 'waiting' ? (
              <>
                <Button kind="quiet" expanded={open === 'divide'} onPress={toggle('divide')}>{t('divide')}</Button>
                <Button kind="quiet" expanded={open === 'set-aside'} onPress={toggle('set-aside')}>{t('set-aside')}</Button>
              </>
            ) : null}
            {mayChange && line.state !== 'waiting' ? <Button kind="quiet" expanded={open === 'undo'} onPress={toggle('undo')}>{t(line.state === 'paid' ? 'undo' : 'take-back')}</Button> : null}
            <Button kind="plain" expanded={open === 'history'} onPress={toggle('history')}>{t('history')}</Button>
          </div>
        )}
        {open === 'divide' ? <DivideForm line={line} onClose={close} /> : null}
        {open === 'set-aside' || open === 'undo' ? <ReasonForm line={line} act={open} onClose={close} /> : null}
        {open === 'history' ? <History id={line.id} /> : null}
      </div>
    </li>
  );
}
