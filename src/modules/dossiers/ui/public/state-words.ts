import { translator } from '../../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../../platform/i18n/locale.ts';
import { DOSSIER_PAGE_WORDS } from './messages.ts';
import { type TrackingView } from './tracking-view.ts';

/** Where a dossier stands, as its citizen reads it. */
export function stateWords(dossier: Pick<TrackingView, 'state' | 'negative' | 'deliveryMethod'>, locale: Locale): string {
  const t = translator(DOSSIER_PAGE_WORDS, locale);
  if (dossier.state === 'decided' && dossier.negative) return t('state-decided-negative');
  return dossier.state === 'decided' && dossier.deliveryMethod === 'counter' ? t('state-decided-counter') : t(`state-${dossier.state}`);
}
