import { type ReactElement } from 'react';
import { type FieldFault } from '../../../../platform/http/validation-words.ts';
import { translator } from '../../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../../platform/i18n/locale.ts';
import { Button } from '../../../../web/public/button/button.tsx';
import { ErrorSummary } from '../../../../web/public/error-summary/error-summary.tsx';
import { PublicForm } from '../../../../web/public/public-form/public-form.tsx';
import { RadioGroup } from '../../../../web/public/radio-group/radio-group.tsx';
import { ReadAloud } from '../../../../web/public/read-aloud/read-aloud.tsx';
import { TextField } from '../../../../web/public/text-field/text-field.tsx';
import { FORM_PAGE_WORDS } from './messages.ts';

export interface StartPageProps {
  readonly locale: Locale;
  readonly title: string;
  readonly official: string;
  readonly parts: readonly string[];
  /** How many parts everybody is asked. */
  readonly least: number;
  readonly action: string;
  readonly hidden: Readonly<Record<string, string>>;
  readonly resume: string;
  readonly general: string;
  /** The empty form to print; undefined at a kiosk. */
  readonly empty: string | undefined;
  /** The script of the pages that follow: fetched while this one is read, so that they have it at once. */
  readonly script: string;
}

/** What will be asked, before anything is kept. */
export function StartPage(props: StartPageProps): ReactElement {
  const t = translator(FORM_PAGE_WORDS, props.locale);
  return (
    <>
      <link rel="preload" as="script" href={props.script} />
      <div>
        <h1>{t('start-title', { title: props.title })}</h1>
        <ReadAloud locale={props.locale} />
      </div>
      <p className="lead">{t('start-parts', { parts: props.least })}</p>
      <p>{t('start-free')}</p>
      <details>
        <summary>{t('start-parts-list')}</summary>
        <ol>{props.parts.map((part) => <li key={part}>{part}</li>)}</ol>
      </details>
      <p className="hint">{t('start-official', { official: props.official })}</p>
      <PublicForm action={props.action} locale={props.locale} hidden={props.hidden}>
        <RadioGroup
          name="ai" locale={props.locale} label={t('start-who')} value="toi"
          options={[{ value: 'toi', label: t('start-self') }, { value: 'giup', label: t('start-help'), hint: t('start-help-hint') }]}
        />
        <Button>{t('start')}</Button>
      </PublicForm>
      <ul className="spaced">
        <li><a href={props.resume}>{t('start-resume')}</a></li>
        <li><a href={props.general}>{t('start-general')}</a></li>
        {props.empty === undefined ? null : <li><a href={props.empty}>{t('print-empty')}</a></li>}
      </ul>
    </>
  );
}

export interface ResumePageProps {
  readonly locale: Locale;
  readonly action: string;
  readonly code: string;
  readonly faults: readonly FieldFault[];
}

/** Where a draft is opened on another device. */
export function ResumePage({ locale, action, code, faults }: ResumePageProps): ReactElement {
  const t = translator(FORM_PAGE_WORDS, locale);
  const error = (field: string) => faults.find((fault) => fault.field === field)?.message;
  return (
    <>
      <h1>{t('resume-title')}</h1>
      <ErrorSummary locale={locale} faults={faults} />
      <PublicForm action={action} locale={locale} posted>
        <TextField name="ma" locale={locale} label={t('resume-code')} hint={t('resume-code-hint')} value={code} error={error('ma')} missing={t('resume-code-missing')} autoComplete="off" width="medium" maxLength={20} />
        <TextField name="bonSo" locale={locale} label={t('resume-digits')} hint={t('resume-digits-hint')} error={error('bonSo')} missing={t('resume-digits-missing')} inputMode="numeric" autoComplete="off" width="short" maxLength={8} />
        <Button>{t('resume-open')}</Button>
      </PublicForm>
    </>
  );
}
