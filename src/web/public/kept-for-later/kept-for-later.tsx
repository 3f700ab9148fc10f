import { type ReactElement } from 'react';
import { type FieldFault } from '../../../platform/http/validation-words.ts';
import { type MessageFacts } from '../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../platform/i18n/locale.ts';
import { Button } from '../button/button.tsx';
import { ButtonLink } from '../button/button-link.tsx';
import { ErrorSummary } from '../error-summary/error-summary.tsx';
import { Notice } from '../notice/notice.tsx';
import { PublicForm } from '../public-form/public-form.tsx';
import { QrPicture } from '../qr-picture/qr-picture.tsx';
import { TextField } from '../text-field/text-field.tsx';

type LaterWord = 'later-title' | 'later-digits-kept' | 'later-words' | 'later-go-on' | 'later-code' | 'later-how' | 'later-digits-title' | 'later-digits-words' | 'later-digits' | 'resume-digits-missing' | 'later-digits-save' | 'later-qr' | 'later-qr-alt' | 'delete';

export interface LaterPageProps {
  readonly locale: Locale;
  /** The words of what is kept. */
  readonly say: (word: LaterWord, facts?: MessageFacts) => string;
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

/** How something that is kept for its person is opened again, here or elsewhere, and how it is deleted. */
export function LaterPage(props: LaterPageProps): ReactElement {
  const { locale, say } = props;
  return (
    <>
      <h1>{say('later-title')}</h1>
      <ErrorSummary locale={locale} faults={props.faults} />
      {props.digitsKept ? <Notice kind="good" live>{say('later-digits-kept')}</Notice> : null}
      <p>{say('later-words', { date: props.until })}</p>
      <p><ButtonLink href={props.goOn}>{say('later-go-on')}</ButtonLink></p>
      <section>
        <h2>{say('later-code')}</h2>
        <p className="lead code"><b className="number">{props.code}</b></p>
        <p>{say('later-how', { address: props.address })}</p>
        {props.chooseDigits === undefined ? null : (
          <PublicForm action={props.chooseDigits} locale={locale} posted>
            <div>
              <h3>{say('later-digits-title')}</h3>
              <p>{say('later-digits-words')}</p>
            </div>
            <TextField name="bonSo" locale={locale} label={say('later-digits')} error={props.faults.find(({ field }) => field === 'bonSo')?.message} missing={say('resume-digits-missing')} inputMode="numeric" autoComplete="off" width="short" maxLength={8} />
            <Button kind="quiet">{say('later-digits-save')}</Button>
          </PublicForm>
        )}
        <p>{say('later-qr')}</p>
        <QrPicture modules={props.qr.map((row) => [...row])} alt={say('later-qr-alt')} />
      </section>
      <p><a href={props.deletion}>{say('delete')}</a></p>
    </>
  );
}

/** Asks once more before everything is lost; `note` says what is not. */
export function DeletePage({ say, locale, action, goOn, note }: { readonly say: (word: 'delete-title' | 'delete-words' | 'delete-yes' | 'delete-no') => string; readonly locale: Locale; readonly action: string; readonly goOn: string; readonly note?: string | undefined }): ReactElement {
  return (
    <>
      <h1>{say('delete-title')}</h1>
      <p>{say('delete-words')}</p>
      {note === undefined ? null : <p>{note}</p>}
      <PublicForm action={action} locale={locale} posted>
        <div className="row">
          <Button>{say('delete-yes')}</Button>
          <ButtonLink kind="quiet" href={goOn}>{say('delete-no')}</ButtonLink>
        </div>
      </PublicForm>
    </>
  );
}

/** There is nothing to go on with, why, and what can be done. */
export function KeptEndPage({ title, words, ways }: { readonly title: string; readonly words: string; readonly ways: readonly { readonly label: string; readonly href: string }[] }): ReactElement {
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
