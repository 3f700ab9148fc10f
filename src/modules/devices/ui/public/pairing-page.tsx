import { type ReactElement } from 'react';
import { encodeQR } from 'qr';
import { translator } from '../../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../../platform/i18n/locale.ts';
import { ButtonLink } from '../../../../web/public/button/button-link.tsx';
import { DEVICE_PATHS } from '../../../../web/public/kiosk/kiosk-paths.ts';
import { Notice } from '../../../../web/public/notice/notice.tsx';
import { QrPicture } from '../../../../web/public/qr-picture/qr-picture.tsx';
import { DEVICE_WORDS, type DeviceWord } from './device-messages.ts';

export interface PairingPageProps {
  readonly locale: Locale;
  /** As people read it; undefined when there is none to show. */
  readonly code: string | undefined;
  readonly minutesLeft: number;
  /** Where an administrator who scans the code enters it. */
  readonly scanAddress: string;
  /** Why there is a new code, or none. */
  readonly news: DeviceWord | undefined;
  /** Why no code can be shown now. */
  readonly refusal?: string | undefined;
}

/** A code for an administrator who stands beside this screen. */
export function PairingPage({ locale, code, minutesLeft, scanAddress, news, refusal }: PairingPageProps): ReactElement {
  const t = translator(DEVICE_WORDS, locale);
  return (
    <>
      <h1>{t('pair-title')}</h1>
      {news === undefined ? null : <Notice kind="warning" live>{t(news)}</Notice>}
      {refusal === undefined ? null : <Notice kind="bad" live>{refusal}</Notice>}
      {code === undefined ? (
        <p className="row">
          <ButtonLink href={`${DEVICE_PATHS.pair}?moi=1`}>{t('pair-new')}</ButtonLink>
        </p>
      ) : (
        <>
          <p className="lead">{t('pair-lead')}</p>
          <div className="pair-ways">
            <section>
              <h2>{t('pair-code')}</h2>
              <p className="pair-code" aria-label={code.split('').join(' ')}>
                {code.split(' ').map((part) => <span key={part}>{part}</span>)}
              </p>
              <p>{t('pair-left', { minutes: minutesLeft })}</p>
            </section>
            <section>
              <h2>{t('pair-scan')}</h2>
              <QrPicture modules={encodeQR(scanAddress, 'raw')} alt={t('pair-qr')} />
            </section>
          </div>
          <p className="hint">{t('pair-never')}</p>
        </>
      )}
    </>
  );
}

/** Said to staff who open the page of devices in the browser where they work. */
export function StaffAtDevicePage({ locale, devicesAddress }: { readonly locale: Locale; readonly devicesAddress: string }): ReactElement {
  const t = translator(DEVICE_WORDS, locale);
  return (
    <>
      <h1>{t('staff-title')}</h1>
      <Notice kind="warning">{t('staff-lead')}</Notice>
      <p className="row">
        <ButtonLink href={devicesAddress}>{t('staff-go')}</ButtonLink>
      </p>
    </>
  );
}
