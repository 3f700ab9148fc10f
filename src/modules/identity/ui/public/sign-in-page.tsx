import { type ReactElement } from 'react';
import { translator } from '../../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../../platform/i18n/locale.ts';
import { Button } from '../../../../web/public/button/button.tsx';
import { ButtonLink } from '../../../../web/public/button/button-link.tsx';
import { Notice } from '../../../../web/public/notice/notice.tsx';
import { PublicForm } from '../../../../web/public/public-form/public-form.tsx';
import { TextField } from '../../../../web/public/text-field/text-field.tsx';
import { PasskeyWay } from './passkey-way.tsx';
import { IDENTITY_WORDS, type IdentityWord } from './messages.ts';

export interface SignInPageProps {
  readonly locale: Locale;
  /** What was typed before; the password is never given back. */
  readonly userName: string;
  /** The own path that follows a right password. */
  readonly next: string;
  readonly passkeyScript: string | undefined;
  /** Providers by whose word staff may sign in. */
  readonly ways: readonly { readonly label: string; readonly href: string }[];
  /** After signing out: the provider whose word had opened the session, and where one leaves it too. */
  readonly left?: { readonly provider: string; readonly href: string | null } | undefined;
  /** Why the last try did not lead in. */
  readonly refusal?: string | undefined;
  /** Which fields were left empty. */
  readonly missing?: readonly ('userName' | 'password')[];
  readonly news?: Extract<IdentityWord, 'signed-out' | 'set-up-done' | 'sign-in-again'> | undefined;
}

/** The way in for staff: one plain form that works without scripts. */
export function SignInPage(props: SignInPageProps): ReactElement {
  const { locale, missing = [] } = props;
  const t = translator(IDENTITY_WORDS, locale);
  return (
    <>
      <h1>{t('sign-in-title')}</h1>
      {props.news === undefined ? null : (
        <Notice kind={props.news === 'sign-in-again' ? 'bad' : 'good'} live>
          {t(props.news)}
        </Notice>
      )}
      {props.left === undefined || props.left.href === null ? null : (
        <p>
          {t('left-provider', { provider: props.left.provider })}{' '}
          <a href={props.left.href} rel="nofollow">{t('leave-provider', { provider: props.left.provider })}</a>
        </p>
      )}
      {props.refusal === undefined ? (
        <p className="hint">{t('sign-in-lead')}</p>
      ) : (
        <Notice kind="bad" live>
          {props.refusal}
        </Notice>
      )}
      <PublicForm action="/can-bo/dang-nhap" locale={locale} hidden={{ tiep: props.next }}>
        <TextField
          name="userName"
          label={t('user-name')}
          locale={locale}
          value={props.userName}
          autoComplete="username"
          maxLength={100}
          missing={t('user-name-missing')}
          error={missing.includes('userName') ? t('user-name-missing') : undefined}
        />
        <TextField
          name="password"
          type="password"
          label={t('password')}
          locale={locale}
          hint={t('password-hint')}
          autoComplete="current-password"
          maxLength={400}
          missing={t('password-missing')}
          error={missing.includes('password') ? t('password-missing') : undefined}
        />
        <Button sending={t('signing-in')}>{t('sign-in')}</Button>
      </PublicForm>
      {props.ways.length === 0 ? null : (
        <section>
          <p className="hint">{t('sign-on-hint')}</p>
          {props.ways.map(({ label, href }) => (
            <p className="row" key={href}>
              <ButtonLink kind="quiet" href={href} icon="shield">{t('sign-on-by', { provider: label })}</ButtonLink>
            </p>
          ))}
        </section>
      )}
      <PasskeyWay locale={locale} step="alone" next={props.next} script={props.passkeyScript} />
      <p className="hint">{t('forgotten')} <a href="/can-bo/khoi-phuc">{t('recover')}</a></p>
      <p className="hint">{t('session-life')}</p>
    </>
  );
}
