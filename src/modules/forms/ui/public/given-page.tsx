import { type ReactElement } from 'react';
import { translator } from '../../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../../platform/i18n/locale.ts';
import { Button } from '../../../../web/public/button/button.tsx';
import { Notice } from '../../../../web/public/notice/notice.tsx';
import { PublicForm } from '../../../../web/public/public-form/public-form.tsx';
import { ReadAloud } from '../../../../web/public/read-aloud/read-aloud.tsx';
import { FORM_PAGE_WORDS } from './messages.ts';
import { AnswerGroups, type ReviewGroup } from './review-page.tsx';

export interface GivenPageProps {
  readonly locale: Locale;
  readonly title: string;
  readonly groups: readonly ReviewGroup[];
  /** What could not be taken over, each in a sentence. */
  readonly left: readonly string[];
  readonly action: string;
  /** The version of the draft that was drawn: what is called right is what was read. */
  readonly hidden: Readonly<Record<string, string>>;
}

/** Everything that was told before, on one page: one button for all of it, a way to change each. */
export function GivenPage({ locale, title, groups, left, action, hidden }: GivenPageProps): ReactElement {
  const t = translator(FORM_PAGE_WORDS, locale);
  return (
    <>
      <div>
        <p className="hint">{title}</p>
        <h1>{t('given-title')}</h1>
        <ReadAloud locale={locale} />
      </div>
      <p>{t('given-words')}</p>
      {left.length === 0 ? null : (
        <Notice kind="warning" title={t('given-left')}>
          <ul>{left.map((line) => <li key={line}>{line}</li>)}</ul>
        </Notice>
      )}
      <AnswerGroups locale={locale} groups={groups} />
      <PublicForm action={action} locale={locale} hidden={hidden} posted>
        <Button>{t('given-yes')}</Button>
      </PublicForm>
    </>
  );
}
