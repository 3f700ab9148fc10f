import { type ReactElement } from 'react';
import { translator } from '../../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../../platform/i18n/locale.ts';
import { FEE_PAGE_WORDS } from './fee-messages.ts';
import { type TrackingView } from './tracking-view.ts';

/** What the office owes back to whoever paid, where it is to be had, and what has gone back; nothing where neither is. */
export function MoneyBack({ locale, dossier: { moneyBack, commune } }: { readonly locale: Locale; readonly dossier: Pick<TrackingView, 'moneyBack' | 'commune'> }): ReactElement | null {
  const t = translator(FEE_PAGE_WORDS, locale);
  if (moneyBack === null) return null;
  return (
    <section>
      <h2>{t('back-title')}</h2>
      {moneyBack.owed === null ? null : <p><b>{t('owed', { amount: moneyBack.owed, centre: commune.centreName, hotline: commune.hotline })}</b></p>}
      {moneyBack.paidBack === null ? null : <p>{t('paid-back', { amount: moneyBack.paidBack })}</p>}
    </section>
  );
}
