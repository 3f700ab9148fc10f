import { type ReactElement, type ReactNode } from 'react';
import { maskCitizenNumber } from '../../../../kernel/citizen-number.ts';
import { translator } from '../../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../../platform/i18n/locale.ts';
import { Button } from '../../../../web/public/button/button.tsx';
import { PageWays } from '../../../../web/public/cards/page-ways.tsx';
import { Notice } from '../../../../web/public/notice/notice.tsx';
import { PublicForm } from '../../../../web/public/public-form/public-form.tsx';
import { MY_PAGE } from '../../domain/citizen-place.ts';
import { SIGN_ON_WORDS } from './messages.ts';
import { type SignOnWord } from './messages-vi.ts';

/** The citizen's own pages, by their name in the menu. */
export const MY_PAGES = { dossiers: MY_PAGE, papers: `${MY_PAGE}/giay-to`, messages: `${MY_PAGE}/tin`, sessions: `${MY_PAGE}/phien` } as const satisfies Partial<Record<SignOnWord, string>>;
export type MyPage = keyof typeof MY_PAGES;

export interface MyFrameProps {
  readonly locale: Locale;
  readonly fullName: string;
  readonly citizenNumber: string;
  readonly assurance: 1 | 2;
  readonly page: MyPage;
  readonly children: ReactNode;
}

/** Who is signed in, the way between the own pages, what level 1 keeps closed, and the way out. */
export function MyFrame({ locale, fullName, citizenNumber, assurance, page, children }: MyFrameProps): ReactElement {
  const t = translator(SIGN_ON_WORDS, locale);
  return (
    <>
      <section>
        <h1>{t('greeting', { name: fullName })}</h1>
        <p className="hint">{t('identity', { number: maskCitizenNumber(citizenNumber), level: assurance })}</p>
        <PageWays label={t('pages')} ways={(Object.keys(MY_PAGES) as MyPage[]).map((name) => ({ href: MY_PAGES[name], label: t(name), current: name === page }))} />
      </section>
      {assurance === 2 || page === 'sessions' ? null : (
        <Notice kind="warning" title={t('level-title')}>
          <p>{t('level-why')}</p>
          <p>{t('level-how')}</p>
        </Notice>
      )}
      {children}
      <PublicForm action={`${MY_PAGE}/dang-xuat`} locale={locale}>
        <Button kind="quiet" sending={t('signing-out')}>
          {t('sign-out')}
        </Button>
      </PublicForm>
    </>
  );
}
