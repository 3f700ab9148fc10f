import { type ReactElement } from 'react';
import { translator } from '../../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../../platform/i18n/locale.ts';
import { ButtonLink } from '../../../../web/public/button/button-link.tsx';
import { DOSSIER_PAGE_WORDS } from './messages.ts';
import { type PaperWords } from './paper-view.ts';
import { type TrackingView } from './tracking-view.ts';

export interface NextStepsProps {
  readonly locale: Locale;
  readonly dossier: TrackingView;
  /** Needed papers of which the office has no picture yet. */
  readonly missingPapers: readonly PaperWords[];
  /** The declaration form of the same procedure; undefined when the procedure is no longer offered. */
  readonly declareAgain: string | undefined;
}

/** What the citizen has to do now, for every state of a dossier. */
export function NextSteps({ locale, dossier, missingPapers, declareAgain }: NextStepsProps): ReactElement {
  const t = translator(DOSSIER_PAGE_WORDS, locale);
  const { centreName: centre, address, hotline } = dossier.commune;
  const late = dossier.time.timeState === 'overdue' && (dossier.state === 'received' || dossier.state === 'in-progress');
  return (
    <section>
      <h2>{t('next')}</h2>
      {late ? <>{pay()}<p>{t('late', { hotline })}</p></> : lines()}
    </section>
  );

  function pay(): ReactElement | null {
    const { openFees: [first] } = dossier;
    return first === undefined ? null : <p>{t('next-pay', { amount: first.amountWords })}</p>;
  }

  function lines(): ReactElement {
    switch (dossier.state) {
      case 'submitted':
        return (
          <>
            <p>{t('next-submitted', { hotline })}</p>
            <p>{t('next-submitted-bring')}</p>
            {missingPapers.length === 0 ? null : <p>{t('next-submitted-missing', { papers: missingPapers.map((paper) => paper.text).join('; ') })}</p>}
          </>
        );
      case 'received':
      case 'in-progress':
        return (
          <>
            {dossier.openFees.length === 0 ? <p>{t('next-nothing')}</p> : pay()}
            <p>{t(`next-running-${dossier.deliveryMethod}`, { centre })}</p>
          </>
        );
      case 'decided':
        return (
          <>
            {pay()}
            <p>{t(`next-decided-${dossier.deliveryMethod}`)}</p>
            {dossier.deliveryMethod === 'counter' ? <p>{t('next-decided-where', { centre, address })}</p> : null}
          </>
        );
      case 'supplement-requested':
        return <p>{t('next-supplement', { centre, hotline })}</p>;
      case 'payment-requested':
        return <p>{t('next-payment', { centre, hotline })}</p>;
      case 'withdraw-requested':
        return <p>{t('next-withdrawing', { hotline })}</p>;
      case 'stopped':
        return <p>{t('next-stopped', { centre, hotline })}</p>;
      case 'returned':
        return <p>{t('next-returned', { hotline })}</p>;
      case 'rejected':
        return (
          <>
            <p>{t('next-rejected', { centre, hotline })}</p>
            {declareAgain === undefined ? null : (
              <p>
                <ButtonLink href={declareAgain}>{t('declare-again')}</ButtonLink>
              </p>
            )}
          </>
        );
    }
  }
}
