import { type ReactElement } from 'react';
import { type FieldFault } from '../../../../platform/http/validation-words.ts';
import { translator } from '../../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../../platform/i18n/locale.ts';
import { Button } from '../../../../web/public/button/button.tsx';
import { CheckboxField } from '../../../../web/public/checkbox-field/checkbox-field.tsx';
import { ErrorSummary } from '../../../../web/public/error-summary/error-summary.tsx';
import { Notice } from '../../../../web/public/notice/notice.tsx';
import { PublicForm } from '../../../../web/public/public-form/public-form.tsx';
import { SelectField } from '../../../../web/public/select-field/select-field.tsx';
import { type KnownPerson, type Role } from '../../domain/known-people.ts';
import { FORM_PAGE_WORDS } from './messages.ts';

interface ReusePageProps {
  readonly locale: Locale;
  /** Of the earlier dossier. */
  readonly code: string;
  readonly back: string;
  readonly action: string;
  readonly hidden: Readonly<Record<string, string>>;
  readonly faults: readonly FieldFault[];
  /** Why nothing can be used again; undefined: it can. */
  readonly refused: string | undefined;
  readonly people: readonly KnownPerson[];
  readonly procedures: readonly { readonly value: string; readonly label: string }[];
  readonly chosen: { readonly procedure: string; readonly roles: readonly Role[] };
}

/** Declaring something else with what an earlier dossier tells: for what, whose facts, and the person's own word that they are used again. */
export function ReusePage({ locale, code, back, action, hidden, faults, refused, people, procedures, chosen }: ReusePageProps): ReactElement {
  const t = translator(FORM_PAGE_WORDS, locale);
  const faultAt = (field: string) => faults.find((fault) => fault.field === field)?.message;
  if (refused !== undefined) {
    return (
      <>
        <h1>{t('reuse-title')}</h1>
        <Notice kind="warning"><p>{refused}</p></Notice>
        <p><a href={back}>{t('reuse-back', { code })}</a></p>
      </>
    );
  }
  return (
    <>
      <ErrorSummary locale={locale} faults={faults} />
      <h1>{t('reuse-title')}</h1>
      <p className="lead">{t('reuse-lead', { code })}</p>
      <PublicForm action={action} locale={locale} hidden={hidden}>
        <SelectField name="thuTuc" locale={locale} label={t('reuse-procedure')} empty={t('reuse-choose')} value={chosen.procedure} options={procedures} error={faultAt('thuTuc')} />
        <fieldset className="field">
          <legend>{t('reuse-whose')}</legend>
          <p className="hint">{t('reuse-whose-hint')}</p>
          {people.map(({ role, name }) => (
            <CheckboxField key={role} name={`ai-${role}`} locale={locale} label={`${name} – ${t(`role-${role}`)}`} required={false} checked={chosen.roles.includes(role)} error={faultAt(`ai-${role}`)} />
          ))}
        </fieldset>
        <p className="hint">{t('reuse-never')}</p>
        <CheckboxField name="dongY" locale={locale} label={t('reuse-agree', { code })} error={faultAt('dongY')} />
        <Button>{t('reuse-begin')}</Button>
      </PublicForm>
      <p><a href={back}>{t('reuse-back', { code })}</a></p>
    </>
  );
}
