import { type ReactElement } from 'react';
import { momentWords, plainDateWords } from '../../../../../kernel/date-words.ts';
import { formatDong } from '../../../../../kernel/money.ts';
import { Icon } from '../../../../../web/public/icon/icon.tsx';
import { useApi } from '../../../../../web/staff/api/use-api.ts';
import { useLocale, useWords } from '../../../../../web/staff/locale.tsx';
import { type DossierResponse } from '../../../contract/dossier-schemas.ts';
import { type PaymentView, type RequestsResponse, type SupplementView } from '../../../contract/supplement-schemas.ts';
import { ASK_WORDS } from './supplement-messages.ts';

function useMoment(): (at: string) => string {
  const { locale } = useLocale();
  return (at) => momentWords(Date.parse(at), locale, 'without-year');
}

function Supplement({ supplement, isFurther }: { readonly supplement: SupplementView; readonly isFurther: boolean }): ReactElement {
  const t = useWords(ASK_WORDS);
  const moment = useMoment();
  const until = supplement.answerBy === null ? null : moment(supplement.answerBy);
  return (
    <li>
      <b className={isFurther ? 'asked-again' : undefined}>
        {isFurther ? <Icon name="overdue" /> : null}
        {[isFurther ? t('second') : t('request-number', { number: supplement.seq }), t(`stage.${supplement.stage}`)].join(', ')}
      </b>
      <small>{t(`status.${supplement.status}`)}{supplement.status === 'open' && until !== null && !supplement.overdue ? `. ${t('until', { date: until })}` : ''}</small>
      {supplement.overdue && until !== null ? <small className="asked-late"><Icon name="overdue" />{t('overdue', { date: until })}</small> : null}
      <small className="quiet">{t('asked-by', { name: supplement.askedBy, date: moment(supplement.askedAt) })}</small>
      {supplement.proposalWords === null ? null : <small>{t('proposed-because', { words: supplement.proposalWords })}</small>}
      {supplement.decidedBy === null || supplement.decisionWords === null ? null : <small>{t('decided', { name: supplement.decidedBy, words: supplement.decisionWords })}</small>}
      <ul className="asked-faults">
        {supplement.items.map((item) => (
          <li key={item.id}>
            {item.paperName}: <span className="quiet">{[...item.reasons, ...(item.words === null ? [] : [item.words])].join('. ')}</span>
            {item.question?.after == null ? null : <small>{item.question.before.length === 0 ? t('answer-none') : item.question.before.join('; ')} → <mark>{item.question.after.length === 0 ? t('answer-none') : item.question.after.join('; ')}</mark></small>}
          </li>
        ))}
      </ul>
      {supplement.closedAt === null || supplement.channel === null ? null : <small className="quiet">{t('answered-by', { date: moment(supplement.closedAt), channel: t(`channel.${supplement.channel}`) })}</small>}
      {supplement.acceptedBy === null ? null : <small className="quiet">{t('accepted-by', { name: supplement.acceptedBy })}</small>}
    </li>
  );
}

function Payment({ payment }: { readonly payment: PaymentView }): ReactElement {
  const t = useWords(ASK_WORDS);
  const { locale } = useLocale();
  const moment = useMoment();
  const until = moment(payment.payBy);
  return (
    <li>
      <b>{t('payment', { amount: formatDong(payment.amount) })}</b>
      <small>{t(`pay-status.${payment.status}`)}{payment.status === 'open' && !payment.overdue ? `. ${t('until', { date: until })}` : ''}</small>
      {payment.overdue ? <small className="asked-late"><Icon name="overdue" />{t('pay-overdue', { date: until })}</small> : null}
      <small>{[payment.reason, ...(payment.legalBasis === null ? [] : [payment.legalBasis])].join(' · ')}</small>
      {payment.reference === null ? null : <small className="quiet">{t('pay-reference', { reference: payment.reference })}</small>}
      <small className="quiet">{t('asked-by', { name: payment.askedBy, date: moment(payment.askedAt) })}</small>
      {payment.method === null ? null : (
        <small>{t('pay-evidence', { method: t(`method.${payment.method}`), number: payment.receiptNumber ?? '', date: payment.paidOn === null ? '' : plainDateWords(payment.paidOn, locale), name: payment.closedBy ?? '' })}</small>
      )}
      {payment.note === null ? null : <small>“{payment.note}”</small>}
    </li>
  );
}

/** Whether anything was ever asked of whoever filed this dossier. */
function wasAsked({ history }: DossierResponse): boolean {
  return history.some(({ event }) => event.startsWith('supplement-') || event.startsWith('payment-'));
}

/** What was asked of the citizen, papers and money; nothing when nothing was. A further request of one stage stands out in red. */
export function RequestList({ dossier }: { readonly dossier: DossierResponse }): ReactElement | null {
  const t = useWords(ASK_WORDS);
  const asked = wasAsked(dossier);
  const { data } = useApi<RequestsResponse>(`/api/dossiers/${dossier.id}/requests`, { enabled: asked, every: 60_000, keepLast: true });
  if (!asked || data === undefined) return null;
  return (
    <section aria-labelledby="requests-title">
      <h3 id="requests-title">{t('requests')}</h3>
      <ul className="ways">
        {data.supplements.map((one) => <Supplement key={one.id} supplement={one} isFurther={one.proposalWords !== null} />)}
        {data.payments.map((one) => <Payment key={one.id} payment={one} />)}
      </ul>
    </section>
  );
}
