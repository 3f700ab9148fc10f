import { type ReactElement } from 'react';
import { translator } from '../../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../../platform/i18n/locale.ts';
import { ButtonLink } from '../../../../web/public/button/button-link.tsx';
import { Notice } from '../../../../web/public/notice/notice.tsx';
import { PUBLIC_PATHS } from '../../../../web/public/public-paths.ts';
import { SIGN_ON_WORDS } from './messages.ts';

export interface CitizenSignInPageProps {
  readonly locale: Locale;
  readonly ways: readonly { readonly label: string; readonly href: string }[];
  /** Set after signing out: by which provider the session was opened, and where one leaves it too. */
  readonly left?: { readonly provider: string; readonly href: string | null } | undefined;
}

/** The way in for citizens who have an electronic identity; nobody needs one. */
export function CitizenSignInPage({ locale, ways, left }: CitizenSignInPageProps): ReactElement {
  const t = translator(SIGN_ON_WORDS, locale);
  return (
    <>
      <h1>{t('sign-in-title')}</h1>
      {left === undefined ? null : (
        <Notice kind="good" live>
          <p>{t('signed-out')}</p>
          {left.href === null ? null : (
            <>
              <p>{t('signed-out-why', { provider: left.provider })}</p>
              <p>
                <a href={left.href} rel="nofollow">{t('signed-out-there', { provider: left.provider })}</a>
              </p>
            </>
          )}
        </Notice>
      )}
      <p>{t('sign-in-lead')}</p>
      {ways.map(({ label, href }) => (
        <section key={href}>
          <p className="row">
            <ButtonLink href={href} icon="shield">
              {t('sign-in-with', { provider: label })}
            </ButtonLink>
          </p>
          <p className="hint">{t('sign-in-safe', { provider: label })}</p>
        </section>
      ))}
      <p className="hint">{t('sign-in-shared')}</p>
      <section className="gold-edge">
        <h2>{t('not-needed-title')}</h2>
        <p>{t('not-needed')}</p>
        <p>
          <a href={PUBLIC_PATHS.track}>{t('by-slip')}</a>
        </p>
      </section>
    </>
  );
}
