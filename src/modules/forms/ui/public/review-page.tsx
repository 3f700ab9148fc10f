import { type ReactElement } from 'react';
import { translator } from '../../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../../platform/i18n/locale.ts';
import { Button } from '../../../../web/public/button/button.tsx';
import { ButtonLink } from '../../../../web/public/button/button-link.tsx';
import { Notice } from '../../../../web/public/notice/notice.tsx';
import { PublicForm } from '../../../../web/public/public-form/public-form.tsx';
import { ReadAloud } from '../../../../web/public/read-aloud/read-aloud.tsx';
import { FORM_PAGE_WORDS } from './messages.ts';

/** One group as it is read again. */
export interface ReviewGroup {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly { readonly field: string; readonly label: string; readonly answer: readonly string[]; readonly href: string | undefined; readonly fault: string | undefined; readonly given?: string | undefined }[];
}

/** What is known of the papers of the declaration. */
export interface ReviewPapers {
  /** Where they are added; undefined when they are brought to the office only. */
  readonly add: string | undefined;
  readonly sent: readonly { readonly name: string; readonly files: number }[];
  readonly missing: readonly string[];
}

/** Who helps, and whether the person has agreed. */
export interface ReviewHelp {
  /** Where it is told who is filling in. */
  readonly who: string;
  /** Who helps; undefined when the person declares alone. */
  readonly line: string | undefined;
  /** Where the person reads and agrees. */
  readonly agree: string | undefined;
  /** How and when the person agreed to exactly this. */
  readonly consent: string | undefined;
  readonly stops: string | undefined;
  readonly mayAsk: boolean;
}

/** One thing that another declaration of the same matter says otherwise, in the reader's language. */
export interface ReviewDifference {
  /** The question here. */
  readonly field: string;
  readonly label: string;
  readonly here: string;
  /** The other declaration, and what stands there. */
  readonly title: string;
  readonly there: string;
  /** It was sent: what stands there stays. */
  readonly sent: boolean;
  /** What is sent to change it there too; undefined where its person has to do that there. */
  readonly change: { readonly action: string; readonly hidden: Readonly<Record<string, string>> } | undefined;
  /** Where the other declaration is gone on with. */
  readonly open: string | undefined;
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
  readonly help: ReviewHelp;
  readonly sendTo: string;
  /** Where the filled form is printed; undefined at a kiosk. */
  readonly print: string | undefined;
  readonly later: string;
  /** What other declarations of the same matter say otherwise. */
  readonly differences: readonly ReviewDifference[];
  /** What the declaration is part of. */
  readonly whole: { readonly label: string; readonly href: string } | undefined;
  readonly hidden: Readonly<Record<string, string>>;
}

/** Everything that was answered, each line with its way back, the papers, and the one button that sends. */
export function ReviewPage(props: ReviewPageProps): ReactElement {
  const { locale, faults, help } = props;
  const t = translator(FORM_PAGE_WORDS, locale);
  return (
    <>
      <div>
        <h1>{t('review-title')}</h1>
        {props.whole === undefined ? null : <p className="hint"><a href={props.whole.href}>{props.whole.label}</a></p>}
        <ReadAloud locale={locale} />
      </div>
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
      <Differences locale={locale} differences={props.differences} />
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
      <section>
        <h2>{t('who-title')}</h2>
        <p>{help.line ?? t('who-self')} <a href={help.who}>{t('who-change')}</a></p>
        {help.stops === undefined ? null : <Notice kind="warning">{help.stops}</Notice>}
        {help.consent === undefined ? null : <Notice kind="good">{help.consent}</Notice>}
      </section>
      {help.line !== undefined && help.consent === undefined ? (
        <div className="row">
          {help.agree === undefined || !help.mayAsk || faults.length > 0 ? null : <ButtonLink href={help.agree}>{t('who-ask')}</ButtonLink>}
          <ButtonLink kind="quiet" href={props.later}>{t('later')}</ButtonLink>
        </div>
      ) : (
      <PublicForm action={props.sendTo} locale={locale} hidden={props.hidden} posted>
        <p>{t(help.line === undefined ? 'review-agree' : 'review-agreed')}</p>
        <div className="row">
          <Button sending={t('sending')}>{t('send')}</Button>
          <ButtonLink kind="quiet" href={props.later}>{t('later')}</ButtonLink>
        </div>
      </PublicForm>
      )}
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
            {group.lines.map(({ field, label, answer, href, fault, given }) => (
              <div key={field}>
                <dt>{label}</dt>
                <dd>
                  {answer.length === 0 ? <div className="hint">{t('review-empty')}</div> : answer.map((line, index) => <div key={index}>{line}</div>)}
                  {given === undefined ? null : <p className="hint">{given}</p>}
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

/** What two declarations of the same matter say differently: both are shown, nothing is changed unasked, and what was sent stays. */
function Differences({ locale, differences }: Pick<ReviewPageProps, 'locale' | 'differences'>): ReactElement | null {
  const t = translator(FORM_PAGE_WORDS, locale);
  if (differences.length === 0) return null;
  return (
    <section aria-labelledby="khac-nhau">
      <Notice kind="warning"><b id="khac-nhau">{t('together-differs')}</b></Notice>
      {differences.map(({ field, label, here, title, there, sent, change, open }) => (
        <div key={`${title} ${field}`}>
          <h3>{label}</h3>
          <dl className="pairs">
            <div><dt>{t('together-here')}</dt><dd>{here}</dd></div>
            <div><dt>{title}</dt><dd>{there}</dd></div>
          </dl>
          {sent ? <p className="hint">{t('together-sent', { title })}</p> : null}
          {change === undefined ? null : <PublicForm action={change.action} locale={locale} hidden={change.hidden} posted><Button kind="quiet">{t('together-change', { title })}</Button></PublicForm>}
          {sent || change !== undefined || open === undefined ? null : <p><a href={open}>{t('together-open', { title })}</a></p>}
        </div>
      ))}
    </section>
  );
}
