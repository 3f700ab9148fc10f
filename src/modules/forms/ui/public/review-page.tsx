import { type ReactElement } from 'react';
import { translator } from '../../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../../platform/i18n/locale.ts';
import { Button } from '../../../../web/public/button/button.tsx';
import { ButtonLink } from '../../../../web/public/button/button-link.tsx';
import { Notice } from '../../../../web/public/notice/notice.tsx';
import { PublicForm } from '../../../../web/public/public-form/public-form.tsx';
import { SelectField } from '../../../../web/public/select-field/select-field.tsx';
import { TextField } from '../../../../web/public/text-field/text-field.tsx';
import { FORM_PAGE_WORDS } from './messages.ts';

/** One group as it is read again. */
export interface ReviewGroup {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly { readonly field: string; readonly label: string; readonly answer: readonly string[]; readonly href: string | undefined; readonly fault: string | undefined }[];
}

/** What is known of the papers of the declaration. */
export interface ReviewPapers {
  /** Where they are added; undefined when they are brought to the office only. */
  readonly add: string | undefined;
  readonly sent: readonly { readonly name: string; readonly files: number }[];
  readonly missing: readonly string[];
}

export interface ReviewPageProps {
  readonly locale: Locale;
  readonly groups: readonly ReviewGroup[];
  readonly faults: readonly { readonly message: string; readonly href: string | undefined }[];
  readonly warnings: readonly { readonly message: string; readonly href: string }[];
  /** What happened that keeps it from being sent, in one sentence. */
  readonly trouble: string | undefined;
  readonly carriedLeft: readonly string[];
  readonly papers: ReviewPapers;
  readonly assistance: { readonly by: string; readonly consent: string };
  readonly assistanceFault: string | undefined;
  readonly sendTo: string;
  /** Where the filled form is printed; undefined at a kiosk. */
  readonly print: string | undefined;
  readonly later: string;
  readonly hidden: Readonly<Record<string, string>>;
}

/** Everything that was answered, each line with its way back, the papers, and the one button that sends. */
export function ReviewPage(props: ReviewPageProps): ReactElement {
  const { locale, faults } = props;
  const t = translator(FORM_PAGE_WORDS, locale);
  return (
    <>
      <h1>{t('review-title')}</h1>
      {props.trouble === undefined ? null : <Notice kind="bad" live>{props.trouble}</Notice>}
      {faults.length === 0 ? null : (
        <div className="notice bad" role="alert" tabIndex={-1} data-summary aria-labelledby="cho-can-sua">
          <div>
            <h2 id="cho-can-sua">{t('review-faults', { count: faults.length })}</h2>
            <ul className="faults">{faults.map(({ message, href }) => <li key={message}>{href === undefined ? message : <a href={href}>{message}</a>}</li>)}</ul>
          </div>
        </div>
      )}
      {props.warnings.length === 0 ? null : (
        <Notice kind="warning" title={t('review-warnings')}>
          <ul>{props.warnings.map(({ message, href }) => <li key={message}><a href={href}>{message}</a></li>)}</ul>
        </Notice>
      )}
      <p>{t('review-words')}</p>
      <AnswerGroups locale={locale} groups={props.groups} />
      {props.carriedLeft.length === 0 ? null : (
        <details>
          <summary>{t('review-carried')}</summary>
          <ul>{props.carriedLeft.map((line) => <li key={line}>{line}</li>)}</ul>
        </details>
      )}
      <section>
        <h2>{t('papers-title')}</h2>
        <p>{t('papers-words')}</p>
        {props.papers.sent.length === 0 ? null : <ul>{props.papers.sent.map(({ name, files }) => <li key={name}>{name} ({files})</li>)}</ul>}
        {props.papers.missing.length === 0 ? null : (
          <>
            <p>{t('papers-bring')}</p>
            <ul>{props.papers.missing.map((name) => <li key={name}>{name}</li>)}</ul>
          </>
        )}
        {props.papers.add === undefined ? null : <p><ButtonLink kind="quiet" href={props.papers.add}>{t('papers-add')}</ButtonLink></p>}
      </section>
      {props.print === undefined ? null : (
        <section>
          <h2>{t('print-title')}</h2>
          <p>{t('print-words')}</p>
          <p><ButtonLink kind="quiet" icon="printer" href={props.print}>{t('print')}</ButtonLink></p>
        </section>
      )}
      <PublicForm action={props.sendTo} locale={locale} hidden={props.hidden} posted>
        <details open={props.assistance.by !== '' || props.assistanceFault !== undefined}>
          <summary>{t('helper')}</summary>
          <div className="form">
            <TextField name="assistedBy" locale={locale} label={t('helper-name')} hint={t('helper-hint')} value={props.assistance.by} required={false} maxLength={100} autoComplete="off" />
            <SelectField
              name="assistedConsent"
              locale={locale}
              label={t('helper-consent')}
              required={false}
              value={props.assistance.consent}
              empty={t('helper-nobody')}
              error={props.assistanceFault}
              options={[{ value: 'spoken', label: t('helper-consent-spoken') }, { value: 'written', label: t('helper-consent-written') }]}
            />
          </div>
        </details>
        <p>{t('review-agree')}</p>
        <div className="row">
          <Button sending={t('sending')}>{t('send')}</Button>
          <ButtonLink kind="quiet" href={props.later}>{t('later')}</ButtonLink>
        </div>
      </PublicForm>
    </>
  );
}

/** Answers under the titles of their groups. */
export function AnswerGroups({ locale, groups }: { readonly locale: Locale; readonly groups: readonly ReviewGroup[] }): ReactElement {
  const t = translator(FORM_PAGE_WORDS, locale);
  return (
    <>
      {groups.map((group) => (
        <section key={group.id}>
          <h2>{group.title}</h2>
          <dl className="pairs">
            {group.lines.map(({ field, label, answer, href, fault }) => (
              <div key={field}>
                <dt>{label}</dt>
                <dd>
                  {answer.length === 0 ? <span className="hint">{t('review-empty')}</span> : answer.map((line, index) => <div key={index}>{line}</div>)}
                  {fault === undefined ? null : <p className="fault">{fault}</p>}
                  {href === undefined ? null : <a href={href} aria-label={t('review-change-of', { label })}>{t('review-change')}</a>}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </>
  );
}
