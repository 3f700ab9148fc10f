import { type ReactElement } from 'react';
import { type FieldFault } from '../../../../platform/http/validation-words.ts';
import { translator } from '../../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../../platform/i18n/locale.ts';
import { Button } from '../../../../web/public/button/button.tsx';
import { ErrorSummary } from '../../../../web/public/error-summary/error-summary.tsx';
import { PublicForm } from '../../../../web/public/public-form/public-form.tsx';
import { RadioGroup } from '../../../../web/public/radio-group/radio-group.tsx';
import { FORM_PAGE_WORDS } from './messages.ts';

export interface DiffersPageProps {
  readonly locale: Locale;
  readonly action: string;
  readonly hidden: Readonly<Record<string, string>>;
  readonly differing: readonly { readonly field: string; readonly label: string; readonly theirs: string; readonly mine: string; readonly chosen: string | undefined }[];
  readonly faults: readonly FieldFault[];
}

/** The name of the buttons with which one of two answers is chosen. */
export function choiceName(field: string): string {
  return `chon-${field}`;
}

/** Two browsers answered the same questions differently: both answers are shown, and the person decides. */
export function DiffersPage({ locale, action, hidden, differing, faults }: DiffersPageProps): ReactElement {
  const t = translator(FORM_PAGE_WORDS, locale);
  const words = (answer: string) => (answer === '' ? t('differs-empty') : answer);
  return (
    <>
      <h1>{t('differs-title')}</h1>
      <ErrorSummary locale={locale} faults={faults} />
      <p>{t('differs-words')}</p>
      <PublicForm action={action} locale={locale} hidden={hidden} posted>
        {differing.map(({ field, label, theirs, mine, chosen }) => (
          <RadioGroup
            key={field}
            name={choiceName(field)}
            locale={locale}
            label={label}
            value={chosen}
            error={faults.find((fault) => fault.field === choiceName(field))?.message}
            options={[{ value: 'kia', label: t('differs-theirs', { answer: words(theirs) }) }, { value: 'nay', label: t('differs-mine', { answer: words(mine) }) }]}
          />
        ))}
        <Button name="buoc" value="chon">{t('differs-keep')}</Button>
      </PublicForm>
    </>
  );
}
