import { type ReactElement } from 'react';
import { translator } from '../../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../../platform/i18n/locale.ts';
import { ButtonLink } from '../../../../web/public/button/button-link.tsx';
import { PROCEDURE_PATHS } from '../../contract/procedure-paths.ts';
import { type ProcedurePack } from '../../domain/procedure-pack.ts';
import { nameWords } from '../procedure-words.ts';
import { PROCEDURE_WORDS } from './messages.ts';

/** The poster of a procedure as it will be printed, and its files. */
export function PrintPage({ locale, pack }: { readonly locale: Locale; readonly pack: ProcedurePack }): ReactElement {
  const t = translator(PROCEDURE_WORDS, locale);
  const name = nameWords(pack, locale);
  return (
    <section>
      <div className="no-print">
        <h1>{t('print-title')}</h1>
        <p>{t('print-lead')}</p>
      </div>
      <img src={PROCEDURE_PATHS.posterSvg(pack.code)} alt={t('print-picture', { name })} width={420} height={595} />
      <div className="row no-print">
        <ButtonLink href={PROCEDURE_PATHS.posterPdf(pack.code, 'a5')} icon="download">
          {t('print-a5')}
        </ButtonLink>
        <ButtonLink href={PROCEDURE_PATHS.posterPdf(pack.code, 'a6')} kind="quiet" icon="download">
          {t('print-a6')}
        </ButtonLink>
      </div>
      <p className="no-print">
        <a className="step-link" href={PROCEDURE_PATHS.procedure(pack.code)}>
          {t('print-back')}
        </a>
      </p>
    </section>
  );
}
