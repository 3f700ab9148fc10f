import { type ReactElement } from 'react';
import { translator } from '../../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../../platform/i18n/locale.ts';
import { QrPicture } from '../../../../web/public/qr-picture/qr-picture.tsx';
import { SUPPLEMENT_WORDS } from './supplement-messages.ts';
import { type OpenFee } from './supplement-view.ts';

export interface OpenFeePartProps {
  readonly locale: Locale;
  readonly fee: OpenFee;
  readonly commune: { readonly centreName: string; readonly hotline: string };
}

/** Fees of a dossier that are still to be paid: how much, the code that a bank's app scans, and the way to every other way. */
export function OpenFeePart({ locale, fee, commune }: OpenFeePartProps): ReactElement {
  const t = translator(SUPPLEMENT_WORDS, locale);
  return (
    <section>
      <h2>{t('fee-heading')}</h2>
      <p className="lead"><b>{t('fee-title', { amount: fee.amountWords })}</b></p>
      {locale === 'vi' ? <p className="hint">{fee.inWords}</p> : null}
      {fee.partly === null ? null : <p>{t('fee-partly', { ...fee.partly, missing: fee.amountWords })}</p>}
      {fee.qr === null ? (
        <p>{t('pay-counter-only', { centre: commune.centreName, hotline: commune.hotline })}</p>
      ) : (
        <>
          <p>{t('pay-scan')}</p>
          <QrPicture modules={fee.qr} alt={t('pay-qr', { amount: fee.amountWords })} caption={fee.reference} />
        </>
      )}
      <p><a href={fee.address}>{t('pay-ways')}</a></p>
    </section>
  );
}
