import { type ReactElement } from 'react';
import { type FieldFault } from '../../../../platform/http/validation-words.ts';
import { translator } from '../../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../../platform/i18n/locale.ts';
import { Button } from '../../../../web/public/button/button.tsx';
import { ButtonLink } from '../../../../web/public/button/button-link.tsx';
import { ErrorSummary } from '../../../../web/public/error-summary/error-summary.tsx';
import { Notice } from '../../../../web/public/notice/notice.tsx';
import { PublicForm } from '../../../../web/public/public-form/public-form.tsx';
import { QrPicture } from '../../../../web/public/qr-picture/qr-picture.tsx';
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

export interface LaterPageProps {
  readonly locale: Locale;
  readonly code: string;
  readonly address: string;
  readonly until: string;
  readonly qr: readonly (readonly boolean[])[];
  /** Where four digits are kept; undefined when the answers have some to open it by. */
  readonly chooseDigits: string | undefined;
  readonly digitsKept: boolean;
  readonly faults: readonly FieldFault[];
  readonly goOn: string;
  readonly deletion: string;
}

/** How a draft is opened again, here or elsewhere, and how it is deleted. */
export function LaterPage(props: LaterPageProps): ReactElement {
  const { locale } = props;
  const t = translator(FORM_PAGE_WORDS, locale);
  return (
    <>
      <h1>{t('later-title')}</h1>
      <ErrorSummary locale={locale} faults={props.faults} />
      {props.digitsKept ? <Notice kind="good" live>{t('later-digits-kept')}</Notice> : null}
      <p>{t('later-words', { date: props.until })}</p>
      <p><ButtonLink href={props.goOn}>{t('later-go-on')}</ButtonLink></p>
      <section>
        <h2>{t('later-code')}</h2>
        <p className="lead code"><b className="number">{props.code}</b></p>
        <p>{t('later-how', { address: props.address })}</p>
        {props.chooseDigits === undefined ? null : (
          <PublicForm action={props.chooseDigits} locale={locale} posted>
            <div>
              <h3>{t('later-digits-title')}</h3>
              <p>{t('later-digits-words')}</p>
            </div>
            <TextField name="bonSo" locale={locale} label={t('later-digits')} error={props.faults.find(({ field }) => field === 'bonSo')?.message} missing={t('resume-digits-missing')} inputMode="numeric" autoComplete="off" width="short" maxLength={8} />
            <Button kind="quiet">{t('later-digits-save')}</Button>
          </PublicForm>
        )}
        <p>{t('later-qr')}</p>
        <QrPicture modules={props.qr.map((row) => [...row])} alt={t('later-qr-alt')} />
      </section>
      <p><a href={props.deletion}>{t('delete')}</a></p>
    </>
  );
}

/** Asks once more before everything is lost. */
export function DeletePage({ locale, action, goOn }: { readonly locale: Locale; readonly action: string; readonly goOn: string }): ReactElement {
  const t = translator(FORM_PAGE_WORDS, locale);
  return (
    <>
      <h1>{t('delete-title')}</h1>
      <p>{t('delete-words')}</p>
      <PublicForm action={action} locale={locale} posted>
        <div className="row">
          <Button>{t('delete-yes')}</Button>
          <ButtonLink kind="quiet" href={goOn}>{t('delete-no')}</ButtonLink>
        </div>
      </PublicForm>
    </>
  );
}

/** There is nothing to go on with, why, and what can be done. */
export function DraftEndPage({ title, words, ways }: { readonly title: string; readonly words: string; readonly ways: readonly { readonly label: string; readonly href: string }[] }): ReactElement {
  return (
    <>
      <h1>{title}</h1>
      <p>{words}</p>
      <div className="row">
        {ways.map(({ label, href }, index) => <ButtonLink key={href} href={href} kind={index === 0 ? 'main' : 'quiet'}>{label}</ButtonLink>)}
      </div>
    </>
  );
}
