import { type ReactElement } from 'react';
import { translator } from '../../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../../platform/i18n/locale.ts';
import { Notice } from '../../../../web/public/notice/notice.tsx';
import { SearchBox } from '../../../../web/public/search-box/search-box.tsx';
import { PROCEDURE_PATHS } from '../../contract/procedure-paths.ts';
import { type Procedure } from '../../domain/effective-procedure.ts';
import { EventDoors, type FieldDoor, FieldDoors } from './catalogue-doors.tsx';
import { PROCEDURE_WORDS } from './messages.ts';
import { ProcedureList } from './procedure-list.tsx';
import { unbroken } from './unbroken.ts';

/** At most so many answers: people read the first ones. */
export const MOST_FOUND = 10;

export interface SearchPageProps {
  readonly locale: Locale;
  readonly hotline: string;
  /** What was asked; empty for the page of all ways into the catalogue. */
  readonly query: string;
  readonly found: readonly Procedure[];
  /** Procedures that people often come for, offered when nothing was found. */
  readonly often: readonly Procedure[];
  readonly fields: readonly FieldDoor[];
}

/** What a question in everyday words leads to; without a question, the whole catalogue by life event and by field. */
export function SearchPage({ locale, hotline, query, found, often, fields }: SearchPageProps): ReactElement {
  const t = translator(PROCEDURE_WORDS, locale);
  const box = (
    <SearchBox
      action={PROCEDURE_PATHS.search}
      name="q"
      label={t('search-label')}
      labelHidden
      button={t('search-button')}
      value={query}
      placeholder={t('search-example')}
      size="large"
    />
  );
  if (query === '') {
    return (
      <>
        <section>
          <h1>{t('search-title')}</h1>
          <p>{t('search-lead')}</p>
          {box}
        </section>
        <EventDoors locale={locale} />
        <FieldDoors locale={locale} fields={fields} />
      </>
    );
  }
  if (found.length === 0) {
    return (
      <>
        <section>
          <h1>{t('found-nothing', { query })}</h1>
          <Notice kind="info">{t('nothing-help', { hotline: unbroken(hotline) })}</Notice>
          {box}
        </section>
        <section>
          <h2>{t('often-asked')}</h2>
          <ProcedureList locale={locale} procedures={often} />
        </section>
        <EventDoors locale={locale} />
        <FieldDoors locale={locale} fields={fields} />
      </>
    );
  }
  const heading = found.length === 1 ? 'found-one' : found.length < MOST_FOUND ? 'found-many' : 'found-best';
  return (
    <>
      <section>
        <h1>{t(heading, { query, count: found.length })}</h1>
        {box}
        <ProcedureList locale={locale} procedures={found} />
      </section>
      <section>
        <h2>{t('not-here')}</h2>
        <p>{t('nothing-help-short', { hotline: unbroken(hotline) })}</p>
        <p>
          <a className="step-link" href={`${PROCEDURE_PATHS.search}#linh-vuc`}>
            {t('all-procedures')}
          </a>
        </p>
      </section>
    </>
  );
}
