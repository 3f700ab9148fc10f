import { type ReactElement } from 'react';
import { plainDateWords } from '../../../../kernel/date-words.ts';
import { translator } from '../../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../../platform/i18n/locale.ts';
import { Notice } from '../../../../web/public/notice/notice.tsx';
import { describeHours } from '../../../../web/public/public-page/describe-hours.ts';
import { type PublicOffice } from '../../../../web/public/public-page/public-office.ts';
import { type Procedure } from '../../domain/effective-procedure.ts';
import { type ProcedurePack } from '../../domain/procedure-pack.ts';
import { type ExemptionWords } from '../exemption-words.ts';
import { feeLineWords, hoursWords, roleWords } from '../procedure-words.ts';
import { type ShownFee } from '../shown-fee.ts';
import { PROCEDURE_WORDS } from './messages.ts';
import { unbroken } from './unbroken.ts';
import { wordsOf } from './words-of.tsx';

interface PackProps {
  readonly locale: Locale;
  readonly pack: ProcedurePack;
}

/** What the office takes from databases and must not ask for. */
export function LookedUpPapers({ locale, pack }: PackProps): ReactElement | null {
  const t = translator(PROCEDURE_WORDS, locale);
  if (pack.lookedUp.length === 0) return null;
  return (
    <Notice kind="good" title={t('not-needed')}>
      <p>{t('not-needed-text')}</p>
      <ul>
        {pack.lookedUp.map((one) => (
          <li key={one.name.vi}>{wordsOf(one.name, locale)}</li>
        ))}
      </ul>
    </Notice>
  );
}

/** The whole price list; nothing when the strip of facts has already said all. */
export function FeeDetails({ locale, fee, exemptions }: { readonly locale: Locale; readonly fee: ShownFee; readonly exemptions: readonly ExemptionWords[] }): ReactElement | null {
  const t = translator(PROCEDURE_WORDS, locale);
  if (fee.known && fee.lines.length < 2 && fee.lines.every(({ local }) => local === null) && fee.note === null && exemptions.length === 0) return null;
  return (
    <section id="le-phi">
      <h2>{t('fee-title')}</h2>
      {fee.lines.length === 0 ? null : (
        <dl className="pairs">
          {fee.lines.map((line) => (
            <div key={`${line.label.vi} ${line.local?.basis ?? ''}`}>
              <dt>
                {wordsOf(line.label, locale)}
                {line.local === null ? null : (
                  <>
                    <br />
                    <span className="hint">{t('fee-local', { basis: line.local.basis, day: plainDateWords(line.local.validFrom, locale) })}</span>
                  </>
                )}
              </dt>
              <dd className="number">{feeLineWords(line, locale)}</dd>
            </div>
          ))}
        </dl>
      )}
      {fee.note === null ? null : <p>{wordsOf(fee.note, locale)}</p>}
      {!fee.known && fee.note === null ? <p>{t('fee-unknown')}</p> : null}
      {exemptions.length === 0 ? null : (
        <>
          <h3>{t('may-be-exempt')}</h3>
          <ul>
            {exemptions.map(({ label, basis, percent, onlineOnly }) => (
              <li key={`${label.vi} ${basis}`}>
                {wordsOf(label, locale)}
                {percent === null || percent === 100 ? null : ` (${String(percent)} %)`}
                {onlineOnly ? `, ${t('exempt-online')}` : null} <span className="hint" lang={locale === 'vi' ? undefined : 'vi'}>({basis})</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** What one goes home with. */
export function ProcedureResults({ locale, pack }: PackProps): ReactElement | null {
  const t = translator(PROCEDURE_WORDS, locale);
  const [only, ...more] = pack.results;
  if (only === undefined) return null;
  return (
    <section>
      <h2>{t('result-title')}</h2>
      {more.length === 0 ? (
        <p>{wordsOf(only, locale)}</p>
      ) : (
        <ul>
          {pack.results.map((result) => (
            <li key={result.vi}>{wordsOf(result, locale)}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Every way to file, in the order that saves the most trips. */
export function HowToFile({ locale, pack, office, kiosk }: PackProps & { readonly office: PublicOffice; readonly kiosk: boolean }): ReactElement {
  const t = translator(PROCEDURE_WORDS, locale);
  const hours = describeHours(office.hours, locale);
  const place = { centre: office.centreName, address: office.address, hours };
  return (
    <section>
      <h2>{t('how-title')}</h2>
      <ul className="spaced">
        <li>{t(kiosk ? 'how-here' : 'how-home')}</li>
        {pack.channels.includes('counter') ? <li>{t(hours === '' ? 'how-counter-no-hours' : 'how-counter', place)}</li> : null}
        {pack.channels.includes('kiosk') && !kiosk ? <li>{t('how-kiosk')}</li> : null}
        {pack.channels.includes('online') ? <li>{t('how-online')}</li> : null}
        {pack.channels.includes('post') ? <li>{t('how-post')}</li> : null}
        {pack.channels.includes('home') ? <li>{t('how-home-visit', { hotline: unbroken(office.hotline) })}</li> : null}
      </ul>
    </section>
  );
}

/** What happens inside the office, folded: it matters to those who ask where their dossier is. */
export function OfficeSteps({ locale, procedure }: { readonly locale: Locale; readonly procedure: Procedure }): ReactElement | null {
  const t = translator(PROCEDURE_WORDS, locale);
  if (procedure.steps.length === 0) return null;
  return (
    <details>
      <summary>{t('steps-title')}</summary>
      <ol>
        {procedure.steps.map((step, index) => (
          <li key={index}>
            {wordsOf(step.label, locale)}: {roleWords(step.role, locale)}, {hoursWords(step.hours, locale)}.
          </li>
        ))}
      </ol>
    </details>
  );
}

/** The numbers of the legal texts, folded. */
export function LegalBasis({ locale, pack }: PackProps): ReactElement | null {
  const t = translator(PROCEDURE_WORDS, locale);
  if (pack.legalBasis.length === 0) return null;
  return (
    <details>
      <summary>{t('legal-title')}</summary>
      <ul>
        {pack.legalBasis.map((text) => (
          <li key={text} lang={locale === 'en' ? 'vi' : undefined}>
            {text}
          </li>
        ))}
      </ul>
    </details>
  );
}
