import { type ReactElement } from 'react';
import { type FieldFault } from '../../../../platform/http/validation-words.ts';
import { translator } from '../../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../../platform/i18n/locale.ts';
import { Button } from '../../../../web/public/button/button.tsx';
import { ErrorSummary } from '../../../../web/public/error-summary/error-summary.tsx';
import { Notice } from '../../../../web/public/notice/notice.tsx';
import { PublicForm } from '../../../../web/public/public-form/public-form.tsx';
import { ReadAloud } from '../../../../web/public/read-aloud/read-aloud.tsx';
import { TextArea } from '../../../../web/public/text-area/text-area.tsx';
import { type QuestionGroup } from '../../domain/form-definition.ts';
import { FORM_PAGE_WORDS } from './messages.ts';
import { QuestionField } from './question-field.tsx';
import { type QuestionView } from './question-view.ts';

export interface GroupPageProps {
  readonly locale: Locale;
  readonly action: string;
  readonly group: QuestionGroup;
  readonly formTitle: string;
  /** Who helps, in one line. */
  readonly help: string | undefined;
  readonly at: number;
  readonly of: number;
  readonly questions: readonly QuestionView[];
  readonly faults: readonly FieldFault[];
  /** What the page was drawn with, for telling apart who changed what. */
  readonly hidden: { readonly trang: string; readonly nen: string };
  /** The page is one change from the review. */
  readonly fromReview: boolean;
  readonly isFirst: boolean;
  /** Labels of questions that an answer of this page has just called for. */
  readonly fresh: readonly string[];
  /** What became of the answers in a newer version of the form. */
  readonly carried: { readonly version: number; readonly asked: readonly string[]; readonly left: readonly string[] } | undefined;
  /** The people on this page whose identity card can be read, by the beginning of their fields. */
  readonly cards: readonly { readonly prefix: string; readonly label: string }[];
  readonly cardNews: string | undefined;
  /** For the script of these pages; without it everything works. */
  readonly script: { readonly src: string; readonly cards: string; readonly reader: string; readonly data: string } | undefined;
}

/** One group of questions. Every button saves what stands in the boxes first. */
export function GroupPage(props: GroupPageProps): ReactElement {
  const { locale, group, faults, fresh, carried } = props;
  const t = translator(FORM_PAGE_WORDS, locale);
  return (
    <>
      <div>
        <p className="hint">{t('part-of', { at: props.at, of: props.of, title: props.formTitle })}</p>
        <h1>{group.title[locale]}</h1>
        {props.help === undefined ? null : <p className="hint">{props.help}</p>}
        <ReadAloud locale={locale} />
      </div>
      <ErrorSummary locale={locale} faults={faults} />
      {fresh.length === 0 ? null : (
        <Notice kind="info" title={t('fresh-title')} live>
          {t('fresh-words', { labels: fresh.join(' · ') })}
        </Notice>
      )}
      {props.cardNews === undefined ? null : <Notice kind="info" live>{props.cardNews}</Notice>}
      {carried === undefined ? null : (
        <Notice kind="warning" title={t('carried-title')}>
          <p>{t('carried-words', { version: carried.version })}</p>
          {carried.asked.length === 0 ? null : <p>{t('carried-asked', { labels: carried.asked.join('; ') })}</p>}
          {carried.left.length === 0 ? null : (
            <>
              <p>{t('carried-left')}</p>
              <ul>{carried.left.map((line) => <li key={line}>{line}</li>)}</ul>
            </>
          )}
        </Notice>
      )}
      {group.help === undefined ? null : <p>{group.help[locale]}</p>}
      <PublicForm action={props.action} locale={locale} hidden={props.hidden} posted>
        {/* Pressing Enter in a box goes on, whatever buttons stand between. */}
        <button className="unseen" type="submit" name="buoc" value="tiep" tabIndex={-1} aria-hidden="true" />
        {props.cards.map((card) => (
          <details key={card.prefix} data-card={card.prefix} data-cards={props.script?.cards} data-reader={props.script?.reader}>
            <summary>{props.cards.length === 1 ? t('card-title') : `${t('card-title')}: ${card.label}`}</summary>
            <div className="form">
              <TextArea name={`the-${card.prefix}`} locale={locale} label={t('card-text')} hint={t('card-help')} required={false} rows={2} />
              <div className="row">
                <Button kind="quiet" name="buoc" value={`the:${card.prefix}`} skipChecks>{t('card-fill')}</Button>
                <button type="button" className="button quiet" hidden data-scan data-stop={t('card-stop')}>{t('card-scan')}</button>
                <button type="button" className="button quiet" hidden data-photo>{t('card-photo')}</button>
                <input type="file" accept="image/*" capture="environment" hidden />
              </div>
              <p
                className="hint" role="status" hidden data-scan-said data-hold={t('card-hold')} data-reading={t('card-reading')} data-unreadable={t('card-photo-unreadable')}
                data-other={t('card-other')} data-none={t('card-no-camera')}
              />
              <div data-camera hidden />
            </div>
          </details>
        ))}
        {props.questions.map((view) => <QuestionField key={view.field.id} view={view} locale={locale} />)}
        <p className="hint no-print" role="status" data-saved data-saved-at={t('saved-at')} data-not-saved={t('not-saved')} data-elsewhere={t('saved-elsewhere')} hidden />
        <div className="row">
          <Button name="buoc" value="tiep" sending={t('saving')}>{props.fromReview ? t('to-review') : t('next')}</Button>
          {props.isFirst || props.fromReview ? null : <Button kind="quiet" name="buoc" value="lui" skipChecks>{t('back')}</Button>}
          {faults.length === 0 ? null : <Button kind="quiet" name="buoc" value="bo-qua" skipChecks>{t('leave-empty')}</Button>}
          <Button kind="quiet" name="buoc" value="de-sau" skipChecks>{t('later')}</Button>
        </div>
      </PublicForm>
      {props.script === undefined ? null : (
        <>
          <script type="application/json" id="khai-du-lieu" dangerouslySetInnerHTML={{ __html: props.script.data }} />
          <script src={props.script.src} defer />
        </>
      )}
    </>
  );
}
