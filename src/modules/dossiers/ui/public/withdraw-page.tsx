import { type ReactElement } from 'react';
import { type FieldFault } from '../../../../platform/http/validation-words.ts';
import { translator } from '../../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../../platform/i18n/locale.ts';
import { Button } from '../../../../web/public/button/button.tsx';
import { ErrorSummary } from '../../../../web/public/error-summary/error-summary.tsx';
import { PublicForm } from '../../../../web/public/public-form/public-form.tsx';
import { TextArea } from '../../../../web/public/text-area/text-area.tsx';
import { DOSSIER_PAGE_WORDS } from './messages.ts';

export interface WithdrawPageProps {
  readonly locale: Locale;
  readonly action: string;
  /** The tracking page. */
  readonly back: string;
  readonly procedure: string;
  readonly code: string;
  readonly commandId: string;
  readonly reason: string;
  readonly faults: readonly FieldFault[];
}

/** Where whoever filed asks to withdraw (NĐ 118/2025 Điều 21): what it means, the reason, and nothing else. */
export function WithdrawPage({ locale, action, back, procedure, code, commandId, reason, faults }: WithdrawPageProps): ReactElement {
  const t = translator(DOSSIER_PAGE_WORDS, locale);
  return (
    <>
      <h1>{t('withdraw-title')}</h1>
      <ErrorSummary locale={locale} faults={faults} />
      <p className="lead">
        <b lang={locale === 'vi' ? undefined : 'vi'}>{procedure}</b>
      </p>
      <p className="hint">{code}</p>
      <p>{t('withdraw-lead')}</p>
      <PublicForm action={action} locale={locale} commandId={commandId} posted={faults.length > 0}>
        <TextArea
          name="lyDo"
          locale={locale}
          label={t('withdraw-reason')}
          hint={t('withdraw-reason-hint')}
          value={reason}
          rows={3}
          maxLength={2000}
          missing={t('withdraw-reason-missing')}
          error={faults.find((fault) => fault.field === 'lyDo')?.message}
        />
        <Button sending={t('withdraw-sending')}>{t('withdraw-send')}</Button>
      </PublicForm>
      <p>
        <a href={back}>{t('withdraw-back')}</a>
      </p>
    </>
  );
}
