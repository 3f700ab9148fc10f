import { type ReactElement } from 'react';
import { translator } from '../../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../../platform/i18n/locale.ts';
import { Notice } from '../../../../web/public/notice/notice.tsx';
import { OFFICIAL_NUMBERS } from '../../domain/official-numbers.ts';
import { PORTAL_WORDS } from '../messages.ts';
import { type PortalWord } from '../messages-vi.ts';

interface ScamsPageProps {
  readonly locale: Locale;
  readonly hotline: string;
}

const NEVER = ['never-code', 'never-app', 'never-guide', 'never-transfer', 'never-faster'] as const satisfies readonly PortalWord[];
const CALLED = ['called-stop', 'called-check', 'called-police'] as const satisfies readonly PortalWord[];
const HAPPENED = ['happened-offline', 'happened-bank', 'happened-police', 'happened-passwords'] as const satisfies readonly PortalWord[];

/** What the office never asks, what to do when somebody pretends, and the numbers that are right. */
export function ScamsPage({ locale, hotline }: ScamsPageProps): ReactElement {
  const t = translator(PORTAL_WORDS, locale);
  const { messageForms } = OFFICIAL_NUMBERS;
  const numbers: readonly (readonly [PortalWord, string])[] = [
    ['number-office', hotline],
    ['number-police', OFFICIAL_NUMBERS.police],
    ['number-call', OFFICIAL_NUMBERS.reportCall],
    ['number-message', OFFICIAL_NUMBERS.reportMessage],
  ];
  const forms: readonly (readonly [PortalWord, string])[] = [
    ['message-fraud-call', messageForms.fraudCall],
    ['message-junk-call', messageForms.junkCall],
    ['message-junk', messageForms.junkMessage],
  ];
  return (
    <>
      <h1>{t('scams-title')}</h1>
      <p className="lead">{t('scams-lead', { hotline })}</p>
      <Notice kind="bad">
        <h2>{t('never-title')}</h2>
        <ul className="spaced">
          {NEVER.map((word) => (
            <li key={word}>{t(word)}</li>
          ))}
        </ul>
      </Notice>
      <section>
        <h2>{t('called-title')}</h2>
        <ol className="spaced">
          {CALLED.map((word) => (
            <li key={word}>{t(word, { hotline })}</li>
          ))}
        </ol>
      </section>
      <section>
        <h2>{t('happened-title')}</h2>
        <ol className="spaced">
          {HAPPENED.map((word) => (
            <li key={word}>{t(word)}</li>
          ))}
        </ol>
      </section>
      <section>
        <h2>{t('numbers-title')}</h2>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('numbers-what')}</th>
              <th scope="col">{t('numbers-number')}</th>
            </tr>
          </thead>
          <tbody>
            {numbers.map(([word, number]) => (
              <tr key={word}>
                <td>{t(word)}</td>
                <td>
                  <a className="number" href={`tel:${number.replace(/[^+\d]/g, '')}`}>
                    {number}
                  </a>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <h3>{t('message-forms', { number: OFFICIAL_NUMBERS.reportMessage })}</h3>
        <dl className="pairs">
          {forms.map(([word, form]) => (
            <div key={word}>
              <dt>{t(word)}</dt>
              <dd lang="vi">{form}</dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  );
}
