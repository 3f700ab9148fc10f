import { type ReactElement } from 'react';
import { translator } from '../../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../../platform/i18n/locale.ts';
import { ButtonLink } from '../../../../web/public/button/button-link.tsx';
import { Notice } from '../../../../web/public/notice/notice.tsx';
import { SearchBox } from '../../../../web/public/search-box/search-box.tsx';
import { PROCEDURE_PATHS } from '../../contract/procedure-paths.ts';
import { type Procedure } from '../../domain/effective-procedure.ts';
import { PROCEDURE_WORDS } from './messages.ts';
import { ProcedureList } from './procedure-list.tsx';

export interface BrowsePageProps {
  readonly locale: Locale;
  readonly title: string;
  /** Whether the title is official Vietnamese on an English page. */
  readonly titleInVietnamese: boolean;
  readonly procedures: readonly Procedure[];
  /** Where all of it is declared together; left out: nowhere. */
  readonly together?: string | undefined;
}

/** The procedures of one life event or of one field. */
export function BrowsePage({ locale, title, titleInVietnamese, procedures, together }: BrowsePageProps): ReactElement {
  const t = translator(PROCEDURE_WORDS, locale);
  return (
    <>
      <section>
        <h1 lang={titleInVietnamese ? 'vi' : undefined}>{title}</h1>
        {together === undefined ? null : (
          <Notice kind="info" title={t('together')}>
            <p>{t('together-words')}</p>
            <p><ButtonLink href={together}>{t('together-go')}</ButtonLink></p>
          </Notice>
        )}
        <ProcedureList locale={locale} procedures={procedures} />
      </section>
      <section>
        <h2>{t('not-here')}</h2>
        <SearchBox action={PROCEDURE_PATHS.search} name="q" label={t('search-label')} labelHidden button={t('search-button')} placeholder={t('search-example')} />
        <p>
          <a className="step-link" href={`${PROCEDURE_PATHS.search}#linh-vuc`}>
            {t('all-procedures')}
          </a>
        </p>
      </section>
    </>
  );
}
