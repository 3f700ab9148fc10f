import { type ReactElement } from 'react';
import { type FieldFault } from '../../../../platform/http/validation-words.ts';
import { translator } from '../../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../../platform/i18n/locale.ts';
import { Button } from '../../../../web/public/button/button.tsx';
import { ErrorSummary } from '../../../../web/public/error-summary/error-summary.tsx';
import { Notice } from '../../../../web/public/notice/notice.tsx';
import { PublicForm } from '../../../../web/public/public-form/public-form.tsx';
import { TextField } from '../../../../web/public/text-field/text-field.tsx';
import { VERIFY_WORDS } from './verify-messages.ts';

export interface TypeCodePageProps {
  readonly locale: Locale;
  readonly hotline: string;
  /** Why the reader is here: to type a code, after one that leads to no paper, or after too many of them (minutes to wait). */
  readonly after: 'nothing' | 'unknown' | { readonly waitMinutes: number };
  readonly faults: readonly FieldFault[];
}

/** Where a code is typed by hand, and where a code that leads nowhere ends. */
export function TypeCodePage({ locale, hotline, after, faults }: TypeCodePageProps): ReactElement {
  const t = translator(VERIFY_WORDS, locale);
  return (
    <>
      <h1>{t(after === 'unknown' ? 'unknown' : 'title')}</h1>
      <ErrorSummary locale={locale} faults={faults} />
      {after === 'unknown' ? <Notice kind="bad">{t('unknown-why', { hotline })}</Notice> : null}
      {typeof after === 'object' ? <Notice kind="warning">{t('too-many', { minutes: after.waitMinutes, hotline })}</Notice> : null}
      {after === 'nothing' ? <p>{t('lead')}</p> : null}
      <PublicForm action="/x" locale={locale} posted={faults.length > 0}>
        <TextField
          name="ma"
          locale={locale}
          label={t('code')}
          hint={t('code-hint')}
          error={faults.find(({ field }) => field === 'ma')?.message}
          missing={t('code-wrong')}
          autoComplete="off"
          maxLength={60}
          width="medium"
        />
        <Button sending={t('checking')}>{t('check')}</Button>
      </PublicForm>
    </>
  );
}
