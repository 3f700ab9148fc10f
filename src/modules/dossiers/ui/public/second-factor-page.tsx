import { type ReactElement } from 'react';
import { type FieldFault } from '../../../../platform/http/validation-words.ts';
import { translator } from '../../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../../platform/i18n/locale.ts';
import { Button } from '../../../../web/public/button/button.tsx';
import { ErrorSummary } from '../../../../web/public/error-summary/error-summary.tsx';
import { PublicForm } from '../../../../web/public/public-form/public-form.tsx';
import { TextField } from '../../../../web/public/text-field/text-field.tsx';
import { DOSSIER_PAGE_WORDS } from './messages.ts';
import { RESULT_WORDS } from './result-messages.ts';
import { SUPPLEMENT_WORDS } from './supplement-messages.ts';
import { VIEWERS_WORDS } from './viewers-messages.ts';

/** A page behind the digits, by the end of its address: answering a supplement, the electronic result, the wish to withdraw, one's own data, what was declared, who looked, or a paper that was issued. */
export type OpenedPage = 'bo-sung' | 'ket-qua' | 'rut' | 'du-lieu' | 'to-khai' | 'khai-viec-khac' | 'ai-da-xem' | `giay/${string}`;

export interface SecondFactorPageProps {
  readonly locale: Locale;
  readonly action: string;
  readonly back: string;
  /** Where the right digits lead. */
  readonly to: OpenedPage;
  /** The way in that needs no digits, and by whose word; undefined leaves it out. */
  readonly signOn: { readonly label: string; readonly href: string } | undefined;
  readonly faults: readonly FieldFault[];
}

/** Four digits before anything personal is shown: whoever finds the slip sees no paper of its owner. */
export function SecondFactorPage({ locale, action, back, to, faults, signOn }: SecondFactorPageProps): ReactElement {
  const t = translator(SUPPLEMENT_WORDS, locale);
  const shared = translator(DOSSIER_PAGE_WORDS, locale);
  return (
    <>
      <h1>{t('digits-title')}</h1>
      <ErrorSummary locale={locale} faults={faults} />
      <p>{to === 'rut' ? shared('withdraw-digits') : to === 'du-lieu' || to === 'to-khai' ? shared('data-digits') : to === 'ket-qua' ? RESULT_WORDS[locale]['digits-why'] : to === 'ai-da-xem' ? VIEWERS_WORDS[locale]['digits-why'] : t(to === 'bo-sung' ? 'digits-why' : 'digits-why-paper')}</p>
      <PublicForm action={action} locale={locale} posted={faults.length > 0}>
        <input type="hidden" name="toi" value={to} />
        <TextField
          name="bonSo"
          locale={locale}
          label={shared('digits')}
          error={faults.find((fault) => fault.field === 'bonSo')?.message}
          missing={shared('digits-missing')}
          wrong={shared('digits-missing')}
          pattern="[0-9]{4}"
          inputMode="numeric"
          autoComplete="off"
          maxLength={4}
          width="short"
        />
        <Button sending={t('digits-opening')}>{t('digits-open')}</Button>
      </PublicForm>
      {signOn === undefined ? null : (
        <p>
          <a className="step-link" href={signOn.href} rel="nofollow">
            {shared('sign-on-instead', { provider: signOn.label })}
          </a>
        </p>
      )}
      <p>
        <a href={back}>{t('back')}</a>
      </p>
    </>
  );
}
