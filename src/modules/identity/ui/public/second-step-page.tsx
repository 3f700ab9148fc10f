import { type ReactElement } from 'react';
import { translator } from '../../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../../platform/i18n/locale.ts';
import { Button } from '../../../../web/public/button/button.tsx';
import { Notice } from '../../../../web/public/notice/notice.tsx';
import { PublicForm } from '../../../../web/public/public-form/public-form.tsx';
import { TextField } from '../../../../web/public/text-field/text-field.tsx';
import { PasskeyWay } from './passkey-way.tsx';
import { SECOND_STEP_WORDS } from './second-step-messages.ts';

export interface SecondStepPageProps {
  readonly locale: Locale;
  /** The own path that follows a right code. */
  readonly next: string;
  /** What the person has beside the password. */
  readonly methods: { readonly totp: boolean; readonly passkey: boolean };
  readonly passkeyScript: string | undefined;
  readonly refusal?: string | undefined;
  readonly missing?: boolean;
}

/** The second step of signing in: a code in a plain form, or a passkey where scripts run. */
export function SecondStepPage(props: SecondStepPageProps): ReactElement {
  const { locale, methods, next } = props;
  const t = translator(SECOND_STEP_WORDS, locale);
  return (
    <>
      <h1>{t('title')}</h1>
      {props.refusal === undefined ? <p className="hint">{t(methods.totp ? 'lead' : 'only-passkey')}</p> : <Notice kind="bad" live>{props.refusal}</Notice>}
      <PublicForm action="/can-bo/dang-nhap/buoc-hai" locale={locale} hidden={{ tiep: next }}>
        <TextField
          name="code" label={t('code')} locale={locale} hint={t('code-hint')} width="medium" autoComplete="one-time-code" maxLength={40}
          inputMode={methods.totp ? 'numeric' : 'text'} missing={t('code-missing')} error={props.missing === true ? t('code-missing') : undefined}
        />
        <Button sending={t('going-on')}>{t('go-on')}</Button>
      </PublicForm>
      {methods.passkey ? <PasskeyWay locale={locale} step="second" next={next} script={props.passkeyScript} /> : null}
      <p className="hint">{t('lost')} <a href="/can-bo/khoi-phuc">{t('recover')}</a></p>
      <p><a href={`/can-bo/dang-nhap?${new URLSearchParams({ tiep: next }).toString()}`}>{t('start-again')}</a></p>
    </>
  );
}
