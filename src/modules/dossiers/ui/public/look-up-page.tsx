import { type ReactElement } from 'react';
import { type FieldFault } from '../../../../platform/http/validation-words.ts';
import { translator } from '../../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../../platform/i18n/locale.ts';
import { Button } from '../../../../web/public/button/button.tsx';
import { ErrorSummary } from '../../../../web/public/error-summary/error-summary.tsx';
import { PublicForm } from '../../../../web/public/public-form/public-form.tsx';
import { PUBLIC_PATHS } from '../../../../web/public/public-paths.ts';
import { TextField } from '../../../../web/public/text-field/text-field.tsx';
import { DOSSIER_PAGE_WORDS } from './messages.ts';

export interface LookUpPageProps {
  readonly locale: Locale;
  /** The code as typed; the four digits are never given back. */
  readonly code: string;
  readonly faults: readonly FieldFault[];
  /** By whose word citizens may sign in; undefined leaves the offer out. */
  readonly signOn: string | undefined;
  /** A code that looks like this office's. */
  readonly example: string;
}

/** The way to a dossier for those who have its code on paper and no QR. */
export function LookUpPage({ locale, code, faults, example, signOn }: LookUpPageProps): ReactElement {
  const t = translator(DOSSIER_PAGE_WORDS, locale);
  const errorOf = (name: string) => faults.find((fault) => fault.field === name)?.message;
  return (
    <>
      <h1>{t('look-up-title')}</h1>
      <ErrorSummary locale={locale} faults={faults} />
      <p>{t('look-up-lead')}</p>
      <PublicForm action={PUBLIC_PATHS.track} locale={locale} posted={faults.length > 0}>
        <TextField
          name="ma"
          locale={locale}
          label={t('code')}
          hint={t('code-hint', { example })}
          value={code}
          error={errorOf('ma')}
          missing={t('code-missing')}
          autoComplete="off"
          maxLength={60}
          width="medium"
        />
        <TextField
          name="bonSo"
          locale={locale}
          label={t('digits')}
          hint={t('digits-hint')}
          error={errorOf('bonSo')}
          missing={t('digits-missing')}
          wrong={t('digits-missing')}
          pattern="[0-9]{4}"
          inputMode="numeric"
          autoComplete="off"
          maxLength={4}
          width="short"
        />
        <Button sending={t('looking-up')}>{t('look-up')}</Button>
      </PublicForm>
      {signOn === undefined ? null : (
        <p>
          <a className="step-link" href={PUBLIC_PATHS.mine} rel="nofollow">
            {t('sign-on-instead', { provider: signOn })}
          </a>
        </p>
      )}
    </>
  );
}
