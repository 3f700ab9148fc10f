import { type ReactElement } from 'react';
import { translator } from '../../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../../platform/i18n/locale.ts';
import { ROOTS_WORDS } from './roots-messages.ts';

export interface RootsPageProps {
  readonly locale: Locale;
  readonly days: readonly { readonly day: string; readonly words: string; readonly count: number; readonly groups: readonly string[] }[];
  /** Address of earlier days; null: there are none. */
  readonly older: string | null;
}

/** The roots of the days that are over: nothing about anybody, only what the journal must still come to. */
export function RootsPage({ locale, days, older }: RootsPageProps): ReactElement {
  const t = translator(ROOTS_WORDS, locale);
  return (
    <>
      <h1>{t('title')}</h1>
      <p>{t('lead')}</p>
      <p className="hint">{t('how')}</p>
      {days.length === 0 ? <p>{t('none')}</p> : (
        <dl className="pairs">
          {days.map(({ day, words, count, groups }) => (
            <div key={day}>
              <dt>{words}<br /><small>{t('entries', { count })}</small></dt>
              <dd><code>{groups.join(' ')}</code></dd>
            </div>
          ))}
        </dl>
      )}
      {older === null ? null : <p><a href={older}>{t('older')}</a></p>}
    </>
  );
}
