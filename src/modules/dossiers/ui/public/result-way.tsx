import { type ReactElement } from 'react';
import { translator } from '../../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../../platform/i18n/locale.ts';
import { DOSSIER_PAGE_WORDS } from './messages.ts';
import { sentence } from './tracking-steps.ts';
import { type TrackingView } from './tracking-view.ts';

/** Where the result is on its way to its owner; nothing while it lies at the counter. */
export function ResultWay({ locale, dossier }: { readonly locale: Locale; readonly dossier: TrackingView }): ReactElement | null {
  const t = translator(DOSSIER_PAGE_WORDS, locale);
  const { way } = dossier;
  if (way === null || way.events.length === 0 || way.method === 'counter') return null;
  return (
    <section>
      <h2>{t('way')}</h2>
      {way.trackingNumber === null ? null : <p>{t('way-post', { carrier: way.carrier ?? '', number: way.trackingNumber })}</p>}
      <ul>
        {way.events.map(({ event, words }, index) => (
          // The same thing may happen twice in one minute; the list never changes.
          <li key={index}>
            {t(`way-${event}`)} <span className="hint">{sentence(words)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
