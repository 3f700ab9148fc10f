import { type ReactElement } from 'react';
import { translator } from '../../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../../platform/i18n/locale.ts';
import { Notice } from '../../../../web/public/notice/notice.tsx';
import { SearchBox } from '../../../../web/public/search-box/search-box.tsx';
import { PROCEDURE_PATHS } from '../../contract/procedure-paths.ts';
import { EventDoors } from './catalogue-doors.tsx';
import { PROCEDURE_WORDS } from './messages.ts';
import { unbroken } from './unbroken.ts';

/** Where a dead code leads: it says so, and offers the search. */
export function MissingPage({ locale, hotline }: { readonly locale: Locale; readonly hotline: string }): ReactElement {
  const t = translator(PROCEDURE_WORDS, locale);
  return (
    <>
      <section>
        <h1>{t('missing-title')}</h1>
        <Notice kind="info">{t('missing-text', { hotline: unbroken(hotline) })}</Notice>
        <SearchBox action={PROCEDURE_PATHS.search} name="q" label={t('search-label')} button={t('search-button')} placeholder={t('search-example')} size="large" />
      </section>
      <EventDoors locale={locale} />
    </>
  );
}
