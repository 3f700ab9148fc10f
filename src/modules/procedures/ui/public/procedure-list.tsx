import { type ReactElement } from 'react';
import { translator } from '../../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../../platform/i18n/locale.ts';
import { PROCEDURE_PATHS } from '../../contract/procedure-paths.ts';
import { type Procedure } from '../../domain/effective-procedure.ts';
import { nameWords, shortFeeWords, timeWords } from '../procedure-words.ts';
import { PROCEDURE_WORDS } from './messages.ts';
import { wordsOf } from './words-of.tsx';

export interface ProcedureListProps {
  readonly locale: Locale;
  readonly procedures: readonly Procedure[];
}

/** Procedures one under another: name, what it is for, how long it takes and what it costs. */
export function ProcedureList({ locale, procedures }: ProcedureListProps): ReactElement {
  const t = translator(PROCEDURE_WORDS, locale);
  return (
    <ul className="papers">
      {procedures.map((procedure) => {
        const { pack } = procedure;
        const onlyVietnamese = locale === 'en' && pack.everyday?.name.en == null;
        return (
          <li key={pack.code}>
            <div>
              {/* Official names can be whole paragraphs: bold would make a wall of them. */}
              <a className={pack.everyday === null ? undefined : 'paper-name'} href={PROCEDURE_PATHS.procedure(pack.code)} lang={onlyVietnamese ? 'vi' : undefined}>
                {nameWords(pack, locale)}
              </a>
              <div className="paper-help">
                {pack.everyday === null ? null : <p>{wordsOf(pack.everyday.summary, locale)}</p>}
                <p>
                  {t('list-time', { time: timeWords(procedure, locale) })} · {t('list-fee', { fee: shortFeeWords(pack.fee, locale) })}
                </p>
              </div>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
