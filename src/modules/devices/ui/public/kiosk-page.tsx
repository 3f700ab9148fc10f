import { type ReactElement } from 'react';
import { translator } from '../../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../../platform/i18n/locale.ts';
import { Icon, type IconName } from '../../../../web/public/icon/icon.tsx';
import { Notice } from '../../../../web/public/notice/notice.tsx';
import { PUBLIC_PATHS } from '../../../../web/public/public-paths.ts';
import { DEVICE_WORDS, type DeviceWord } from './device-messages.ts';

type Door = readonly [word: DeviceWord, hint: DeviceWord, href: string, icon: IconName];

/** At most five, so that nobody has to search. */
const DOORS: readonly Door[] = [
  ['kiosk-find', 'kiosk-find-hint', PUBLIC_PATHS.home, 'search'],
  ['kiosk-declare', 'kiosk-declare-hint', PUBLIC_PATHS.search, 'certification'],
  ['kiosk-track', 'kiosk-track-hint', PUBLIC_PATHS.track, 'clock'],
  ['kiosk-check', 'kiosk-check-hint', PUBLIC_PATHS.verify, 'good'],
  ['kiosk-help', 'kiosk-help-hint', PUBLIC_PATHS.scams, 'shield'],
];

/** The first page of a kiosk: five doors, each with a picture and words. */
export function KioskPage({ locale, wiped }: { readonly locale: Locale; readonly wiped: boolean }): ReactElement {
  const t = translator(DEVICE_WORDS, locale);
  return (
    <>
      <section>
        <h1>{t('kiosk-title')}</h1>
        <p className="lead">{t('kiosk-lead')}</p>
        {wiped ? <Notice kind="good" live>{t('kiosk-wiped')}</Notice> : null}
      </section>
      <ul className="kiosk-doors">
        {DOORS.map(([word, hint, href, icon]) => (
          <li key={word}>
            <a href={href}>
              <Icon name={icon} />
              <span>
                <b>{t(word)}</b>
                {t(hint)}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
