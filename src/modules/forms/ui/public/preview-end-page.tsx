import { type ReactElement } from 'react';
import { translator } from '../../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../../platform/i18n/locale.ts';
import { Notice } from '../../../../web/public/notice/notice.tsx';
import { FORM_PAGE_WORDS } from './messages.ts';
import { AnswerGroups, type ReviewGroup } from './review-page.tsx';

export interface PreviewEndPageProps {
  readonly locale: Locale;
  readonly groups: readonly ReviewGroup[];
  /** What would keep it from being sent. */
  readonly faults: readonly string[];
  /** Where it begins again. */
  readonly again: string;
}

/** The end of trying a form: what was answered, and that nothing of it was kept. */
export function PreviewEndPage({ locale, groups, faults, again }: PreviewEndPageProps): ReactElement {
  const t = translator(FORM_PAGE_WORDS, locale);
  return (
    <>
      <h1>{t('preview-title')}</h1>
      <Notice kind="info">{t('preview-words')}</Notice>
      {faults.length === 0 ? null : <Notice kind="warning" title={t('review-faults', { count: faults.length })}><ul>{faults.map((fault) => <li key={fault}>{fault}</li>)}</ul></Notice>}
      <AnswerGroups locale={locale} groups={groups} />
      <p><a href={again}>{t('preview-again')}</a></p>
    </>
  );
}
