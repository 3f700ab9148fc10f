import { type ReactElement } from 'react';
import { translator } from '../../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../../platform/i18n/locale.ts';
import { Icon } from '../../../../web/public/icon/icon.tsx';
import { describeHours } from '../../../../web/public/public-page/describe-hours.ts';
import { type OfficeHours } from '../../../../web/public/public-page/public-office.ts';
import { DEVICE_WORDS } from './device-messages.ts';

/** What every screen says first: whether the office is open, and what time it is at the server. */
export interface ScreenNow {
  readonly locale: Locale;
  readonly time: string;
  readonly day: string;
  readonly isOpen: boolean;
  /** When it opens again; null while it is open, and without a calendar. */
  readonly opensAt: string | null;
  readonly hours: readonly OfficeHours[];
}

function Now({ locale, time, day, isOpen, opensAt, hours }: ScreenNow): ReactElement {
  const t = translator(DEVICE_WORDS, locale);
  const week = describeHours(hours, locale);
  return (
    <>
      <div className="screen-now">
        <h1>{isOpen ? t('open-now') : opensAt === null ? t('open-never') : t('open-later', { moment: opensAt })}</h1>
        <p>
          <span className="number">{time}</span>
          <br />
          {day}
        </p>
      </div>
      {week === '' ? null : <p><b>{t('hours')}:</b> {week}</p>}
    </>
  );
}

export interface DisplayPageProps {
  readonly now: ScreenNow;
  readonly codes: readonly string[];
  readonly waiting: number;
  readonly received: number;
}

/** The display of the hall: opening hours and the results of today by the codes of the slips, nobody's name. */
export function DisplayPage({ now, codes, waiting, received }: DisplayPageProps): ReactElement {
  const t = translator(DEVICE_WORDS, now.locale);
  return (
    <>
      <Now {...now} />
      <section>
        <h2>{t('ready-title')}</h2>
        {codes.length === 0 ? <p>{t('ready-none')}</p> : (
          <>
            <ul className="screen-ready">{codes.map((code) => <li key={code}>{code}</li>)}</ul>
            <p>{t('ready-lead')}</p>
          </>
        )}
      </section>
      <p>{t('day-figures', { received, waiting })}</p>
    </>
  );
}

export interface CounterScreenPageProps {
  readonly now: ScreenNow;
  /** What the counter is called, such as “Quầy 2”. */
  readonly counter: string;
  readonly unitName: string | null;
}

/** The screen across a counter: which counter it is, whether it is open, and what officers never ask for. */
export function CounterScreenPage({ now, counter, unitName }: CounterScreenPageProps): ReactElement {
  const t = translator(DEVICE_WORDS, now.locale);
  return (
    <>
      <section>
        <p className="screen-counter"><b>{counter}</b></p>
        {unitName === null ? null : <h2>{unitName}</h2>}
      </section>
      <Now {...now} />
      <p className="never-asked"><Icon name="shield" /><b>{t('counter-safe')}</b></p>
    </>
  );
}
