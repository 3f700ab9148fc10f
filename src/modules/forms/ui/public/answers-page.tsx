import { type ReactElement } from 'react';
import { translator } from '../../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../../platform/i18n/locale.ts';
import { ButtonLink } from '../../../../web/public/button/button-link.tsx';
import { FORM_PAGE_WORDS } from './messages.ts';
import { AnswerGroups, type ReviewGroup } from './review-page.tsx';

export interface AnswersPageProps {
  readonly locale: Locale;
  readonly words: string;
  /** Who helped, and how the person agreed; empty when nobody helped. */
  readonly help: readonly string[];
  readonly groups: readonly ReviewGroup[];
  /** Where it is printed; undefined where there is nothing to print or no printer. */
  readonly print: string | undefined;
  readonly back: string;
}

/** What was declared, to read and not to change. */
export function AnswersPage({ locale, words, help, groups, print, back }: AnswersPageProps): ReactElement {
  const t = translator(FORM_PAGE_WORDS, locale);
  return (
    <>
      <h1>{t('answers-title')}</h1>
      <p>{words}</p>
      {help.length === 0 ? null : <p>{help.join(' ')}</p>}
      <AnswerGroups locale={locale} groups={groups} />
      {print === undefined ? null : <p><ButtonLink kind="quiet" icon="printer" href={print}>{t('print')}</ButtonLink></p>}
      <p><a href={back}>{t('answers-back')}</a></p>
    </>
  );
}
