import { type ReactElement } from 'react';
import { translator } from '../../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../../platform/i18n/locale.ts';
import { FactStrip } from '../../../../web/public/fact-strip/fact-strip.tsx';
import { Notice } from '../../../../web/public/notice/notice.tsx';
import { QrPicture } from '../../../../web/public/qr-picture/qr-picture.tsx';
import { DOSSIER_PAGE_WORDS } from './messages.ts';
import { SUPPLEMENT_WORDS } from './supplement-messages.ts';
import { type AskedPayment } from './supplement-view.ts';

export interface AskedPaymentPartProps {
  readonly locale: Locale;
  readonly asked: AskedPayment;
  readonly commune: { readonly centreName: string; readonly hotline: string };
}

/** What is to be paid, why, by when, and the code that a bank's app scans. Without an account of the commune: at the counter only. */
export function AskedPaymentPart({ locale, asked, commune }: AskedPaymentPartProps): ReactElement {
  const t = translator(SUPPLEMENT_WORDS, locale);
  const { account } = asked;
  const place = { centre: commune.centreName, hotline: commune.hotline };
  return (
    <section>
      <h2>{DOSSIER_PAGE_WORDS[locale].next}</h2>
      <p className="lead">
        <b>{t('pay-title', { amount: asked.amountWords })}</b>
      </p>
      {locale === 'vi' ? <p className="hint">{asked.inWords}</p> : null}
      {asked.late ? <Notice kind="warning">{t('pay-late', place)}</Notice> : <p>{t('pay-until', { until: asked.untilWords })}</p>}
      <p>
        {t('pay-reason')}: <b lang={locale === 'vi' ? undefined : 'vi'}>{asked.reason}</b>
      </p>
      {asked.legalBasis === null ? null : (
        <p className="hint">
          {t('pay-basis')}: <span lang={locale === 'vi' ? undefined : 'vi'}>{asked.legalBasis}</span>
        </p>
      )}
      {account === null ? (
        <p>{t('pay-counter-only', place)}</p>
      ) : (
        <>
          <h3>{t('pay-transfer')}</h3>
          <p>{t('pay-scan')}</p>
          <QrPicture modules={account.qr} alt={t('pay-qr', { amount: asked.amountWords })} caption={asked.reference} />
          <FactStrip
            facts={[
              { label: t('pay-bank'), value: account.bankName },
              { label: t('pay-account'), value: account.number },
              { label: t('pay-holder'), value: account.holder },
              { label: t('pay-content'), value: asked.reference },
            ]}
          />
          <p className="hint">{t('pay-recorded')}</p>
          <p><a href={asked.address}>{t('pay-ways')}</a></p>
          <p>{t('pay-counter', place)}</p>
        </>
      )}
    </section>
  );
}
