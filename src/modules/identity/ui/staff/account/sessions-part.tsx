import { type ReactElement } from 'react';
import { type Static } from 'typebox';
import { useApi } from '../../../../../web/staff/api/use-api.ts';
import { Button } from '../../../../../web/staff/components/button/button.tsx';
import { useLocale, useWords } from '../../../../../web/staff/locale.tsx';
import { type OwnSessionsView } from '../../../contract/session.ts';
import { browserWords } from '../../../domain/browser-kind.ts';
import { ACCOUNT_WORDS } from './account-messages.ts';
import { dayWords } from './day-words.ts';
import { type AccountActs } from './use-account.ts';

/** Where the person is signed in, each to be ended, and all others at once. */
export function SessionsPart({ acts }: { readonly acts: AccountActs }): ReactElement | null {
  const t = useWords(ACCOUNT_WORDS);
  const { locale } = useLocale();
  const sessions = useApi<Static<typeof OwnSessionsView>>('/api/sessions').data?.sessions;
  if (sessions === undefined) return null;
  const others = sessions.filter(({ current }) => !current);
  const end = async (ids: readonly string[]) => {
    for (const id of ids) await acts.send('DELETE', `/api/sessions/${id}`);
    await acts.reload();
  };
  return (
    <section className="account-part" aria-labelledby="account-sessions">
      <h2 id="account-sessions">{t('sessions')}</h2>
      <ul className="account-list">
        {sessions.map((session) => (
          <li key={session.id}>
            <span>
              {browserWords(session.userAgent) || session.userAgent}
              <small className="quiet">{t('session-seen', { address: session.address, date: dayWords(session.lastSeenAt, locale) })}</small>
            </span>
            {session.current ? <b>{t('session-this')}</b> : <Button kind="plain" busy={acts.busy} onPress={() => { void end([session.id]); }}>{t('session-end')}</Button>}
          </li>
        ))}
      </ul>
      {others.length === 0 ? null : <Button kind="quiet" busy={acts.busy} onPress={() => { void end(others.map(({ id }) => id)); }}>{t('session-end-others')}</Button>}
    </section>
  );
}
