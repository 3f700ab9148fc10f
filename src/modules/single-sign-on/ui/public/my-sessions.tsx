import { type ReactElement } from 'react';
import { translator } from '../../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../../platform/i18n/locale.ts';
import { Button } from '../../../../web/public/button/button.tsx';
import { CardList } from '../../../../web/public/cards/card-list.tsx';
import { Notice } from '../../../../web/public/notice/notice.tsx';
import { PublicForm } from '../../../../web/public/public-form/public-form.tsx';
import { SIGN_ON_WORDS } from './messages.ts';
import { MY_PAGES } from './my-frame.tsx';

/** A session as its owner reads it. */
export interface MySession {
  readonly id: string;
  readonly current: boolean;
  readonly sinceWords: string;
  readonly seenWords: string;
  readonly address: string;
  readonly provider: string;
}

interface MySessionsProps {
  readonly locale: Locale;
  readonly sessions: readonly MySession[];
  readonly ended: boolean;
}

/** Where a citizen is signed in; every session but this one ends with a button, this one by signing out. */
export function MySessions({ locale, sessions, ended }: MySessionsProps): ReactElement {
  const t = translator(SIGN_ON_WORDS, locale);
  return (
    <section>
      {ended ? (
        <Notice kind="good" live>
          {t('session-ended')}
        </Notice>
      ) : null}
      <p>{t('sessions-lead')}</p>
      <CardList>
        {sessions.map((session) => (
          <li key={session.id}>
            <h3>
              {t(session.current ? 'this-session' : 'other-session')} · {session.provider}
            </h3>
            <p>{t('session-since', { moment: session.sinceWords, seen: session.seenWords })}</p>
            <p className="hint">{t('session-where', { address: session.address })}</p>
            {session.current ? null : (
              <PublicForm action={`${MY_PAGES.sessions}/${session.id}`} locale={locale}>
                <Button kind="quiet" sending={t('ending-session')}>
                  {t('end-session')}
                </Button>
              </PublicForm>
            )}
          </li>
        ))}
      </CardList>
      <p className="hint">{t('session-life')}</p>
    </section>
  );
}
