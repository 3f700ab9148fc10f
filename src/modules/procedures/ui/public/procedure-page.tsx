import { type ReactElement } from 'react';
import { translator } from '../../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../../platform/i18n/locale.ts';
import { ButtonLink } from '../../../../web/public/button/button-link.tsx';
import { Notice } from '../../../../web/public/notice/notice.tsx';
import { type PublicOffice } from '../../../../web/public/public-page/public-office.ts';
import { PROCEDURE_PATHS } from '../../contract/procedure-paths.ts';
import { type Procedure } from '../../domain/effective-procedure.ts';
import { nameWords } from '../procedure-words.ts';
import { type LocalFeeWords, shownFee } from '../shown-fee.ts';
import { PROCEDURE_WORDS } from './messages.ts';
import { ProcedureFacts } from './procedure-facts.tsx';
import { ProcedurePapers } from './procedure-papers.tsx';
import { type ExemptionWords } from '../exemption-words.ts';
import { FeeDetails, HowToFile, LegalBasis, LookedUpPapers, OfficeSteps, ProcedureResults } from './procedure-more.tsx';
import { sourceWords } from './source-words.ts';
import { unbroken } from './unbroken.ts';
import { wordsOf } from './words-of.tsx';

export interface ProcedurePageProps {
  readonly locale: Locale;
  readonly office: PublicOffice;
  readonly procedure: Procedure;
  /** Who may pay nothing or less; left out: nothing is said of it. */
  readonly exemptions?: readonly ExemptionWords[] | undefined;
  /** What the province set for its charges; left out: nothing. */
  readonly localFees?: readonly LocalFeeWords[] | undefined;
  /** Others of the same life event. */
  readonly related: readonly Procedure[];
  /** The page stands on a machine in the hall. */
  readonly kiosk: boolean;
}

/** Official names can be whole paragraphs; those are set smaller, so that the facts stay near the top. */
const LONG_NAME = 90;

/** Everything that a person must know of one procedure, the most pressing first. */
export function ProcedurePage({ locale, office, procedure, exemptions = [], localFees = [], related, kiosk }: ProcedurePageProps): ReactElement {
  const t = translator(PROCEDURE_WORDS, locale);
  const { pack } = procedure;
  const onlyVietnamese = locale === 'en' && pack.everyday === null;
  const name = nameWords(pack, locale);
  const fee = shownFee(pack.fee, localFees);
  return (
    <>
      <section>
        <h1 lang={onlyVietnamese ? 'vi' : undefined} className={name.length > LONG_NAME ? 'lead' : undefined}>
          {name}
        </h1>
        {pack.everyday === null ? null : <p className="lead">{wordsOf(pack.everyday.summary, locale)}</p>}
      </section>
      {onlyVietnamese ? <Notice kind="info">{t('only-vietnamese')}</Notice> : null}
      <section>
        <ProcedureFacts locale={locale} office={office} procedure={procedure} fee={fee} />
        <TimeRemark locale={locale} office={office} procedure={procedure} />
      </section>
      <ProcedurePapers locale={locale} pack={pack} />
      <LookedUpPapers locale={locale} pack={pack} />
      <FeeDetails locale={locale} fee={fee} exemptions={exemptions} />
      <ProcedureResults locale={locale} pack={pack} />
      <HowToFile locale={locale} pack={pack} office={office} kiosk={kiosk} />
      {related.length === 0 ? null : (
        <section>
          <h2>{t('related-title')}</h2>
          <ul className="papers">
            {related.map((one) => (
              <li key={one.pack.code}>
                <a href={PROCEDURE_PATHS.procedure(one.pack.code)}>{nameWords(one.pack, locale)}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <div>
          <OfficeSteps locale={locale} procedure={procedure} />
          <LegalBasis locale={locale} pack={pack} />
        </div>
        <p className="no-print">
          <ButtonLink href={PROCEDURE_PATHS.print(pack.code)} kind="quiet" icon="printer">
            {t('print-link')}
          </ButtonLink>
        </p>
        <p className="hint">
          {pack.everyday === null ? null : (
            <>
              {t('official-name', { name: pack.name.replace(/\.$/u, '') })}{' '}
            </>
          )}
          {t('code', { code: pack.code })}. {sourceWords(pack, locale)}
        </p>
      </section>
    </>
  );
}

/** What the strip cannot say of the time: an exception, that nobody knows it yet, or who filled it in. */
function TimeRemark({ locale, office, procedure }: Pick<ProcedurePageProps, 'locale' | 'office' | 'procedure'>): ReactElement | null {
  const t = translator(PROCEDURE_WORDS, locale);
  const { pack, timeLimit, completion } = procedure;
  if (timeLimit === null) {
    return (
      <Notice kind="warning" title={t('undetermined-title')}>
        {t('undetermined-text', { hotline: unbroken(office.hotline) })}
      </Notice>
    );
  }
  if (completion !== null) return <p>{t('completed-by-commune', { basis: completion.basis.replace(/\.$/u, '') })}</p>;
  return pack.timeLimit.note === null ? null : <p>{wordsOf(pack.timeLimit.note, locale)}</p>;
}
