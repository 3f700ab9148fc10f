import { type ReactElement } from 'react';
import { useSearch } from 'wouter';
import { useApi } from '../../../../../web/staff/api/use-api.ts';
import { Button } from '../../../../../web/staff/components/button/button.tsx';
import { Notice } from '../../../../../web/staff/components/notice/notice.tsx';
import { useLocale, useWords } from '../../../../../web/staff/locale.tsx';
import { type OwnLinks } from '../../../../single-sign-on/contract/link-schemas.ts';
import { ACCOUNT_WORDS } from './account-messages.ts';
import { dayWords } from './day-words.ts';
import { type AccountActs } from './use-account.ts';

/** The identities that one's own account is linked to, to be linked and unlinked; nothing where there is no provider for staff. */
export function SignOnPart({ acts }: { readonly acts: AccountActs }): ReactElement | null {
  const t = useWords(ACCOUNT_WORDS);
  const { locale } = useLocale();
  const linked = new URLSearchParams(useSearch()).get('gan');
  // Where no provider is set up there is no such address, and nothing to show.
  const links = useApi<OwnLinks>('/api/sign-on-links').data;
  if (links === undefined || links.providers.length === 0) return null;
  const begin = async (provider: string) => {
    const begun = await acts.send<{ readonly address: string }>('POST', '/api/sign-on-links/start', { provider });
    if (begun !== undefined) window.location.assign(begun.address);
  };
  const remove = async (id: string) => {
    if ((await acts.send('DELETE', `/api/sign-on-links/${id}`)) !== undefined) await acts.reload();
  };
  const fresh = links.providers.find(({ key, link }) => key === linked && link !== null);
  return (
    <section className="account-part" aria-labelledby="account-sign-on">
      <h2 id="account-sign-on">{t('sign-on')}</h2>
      <p className="quiet">{t(links.allowed ? 'sign-on-lead' : 'sign-on-off')}</p>
      {fresh === undefined ? null : <Notice kind="good" live><p>{t('sign-on-done', { provider: fresh.label })}</p></Notice>}
      <ul className="account-list">
        {links.providers.map(({ key, label, link }) => (
          <li key={key}>
            <span>
              {label}
              <small className="quiet">{link === null ? t('sign-on-none') : t('sign-on-since', { date: dayWords(link.linkedAt, locale) })}</small>
            </span>
            {link !== null ? <Button kind="plain" busy={acts.busy} label={`${t('sign-on-remove')}: ${label}`} onPress={() => { void remove(link.id); }}>{t('sign-on-remove')}</Button>
              : links.allowed ? <Button kind="quiet" busy={acts.busy} label={`${t('sign-on-link')}: ${label}`} onPress={() => { void begin(key); }}>{t('sign-on-link')}</Button> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
