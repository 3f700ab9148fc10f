import { type ReactElement } from 'react';
import { translator } from '../../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../../platform/i18n/locale.ts';
import { Button } from '../../../../web/public/button/button.tsx';
import { Notice } from '../../../../web/public/notice/notice.tsx';
import { PublicForm } from '../../../../web/public/public-form/public-form.tsx';
import { TextField } from '../../../../web/public/text-field/text-field.tsx';
import { RECOVER_WORDS } from './recover-messages.ts';

export interface RecoverPageProps {
  readonly locale: Locale;
  /** What was typed before; the code and the password are never given back. */
  readonly userName: string;
  /** The rules of a password in words, told before anything is typed. */
  readonly passwordRules: readonly string[];
  readonly refusal?: string | undefined;
  readonly passwordFault?: string | undefined;
  /** Which fields were left empty. */
  readonly missing?: readonly ('userName' | 'code' | 'password')[];
}

/** Where somebody who lost password and factors enters the code that two administrators have given, with a new password. */
export function RecoverPage({ locale, userName, passwordRules, refusal, passwordFault, missing = [] }: RecoverPageProps): ReactElement {
  const t = translator(RECOVER_WORDS, locale);
  const lacking = (name: 'userName' | 'code' | 'password', word: 'user-name-missing' | 'code-missing' | 'password-missing') => (missing.includes(name) ? t(word) : undefined);
  return (
    <>
      <h1>{t('title')}</h1>
      {refusal === undefined ? <p className="hint">{t('lead')}</p> : <Notice kind="bad" live>{refusal}</Notice>}
      <ol>
        <li>{t('how-1')}</li>
        <li>{t('how-2')}</li>
        <li>{t('how-3')}</li>
      </ol>
      <h2>{t('have-code')}</h2>
      <PublicForm action="/can-bo/khoi-phuc" locale={locale}>
        <TextField name="userName" label={t('user-name')} locale={locale} value={userName} autoComplete="username" maxLength={100} missing={t('user-name-missing')} error={lacking('userName', 'user-name-missing')} />
        <TextField name="code" label={t('code')} locale={locale} hint={t('code-hint')} width="medium" autoComplete="one-time-code" maxLength={60} missing={t('code-missing')} error={lacking('code', 'code-missing')} />
        <TextField
          name="password" type="password" label={t('password')} locale={locale} hint={passwordRules.join(' ')} autoComplete="new-password" maxLength={400}
          missing={t('password-missing')} error={passwordFault ?? lacking('password', 'password-missing')}
        />
        <Button sending={t('setting')}>{t('set')}</Button>
      </PublicForm>
      <p className="hint">{t('warning')}</p>
      <p><a href="/can-bo/dang-nhap">{t('back')}</a></p>
    </>
  );
}
