import { type ReactElement } from 'react';
import { type FieldFault } from '../../../../platform/http/validation-words.ts';
import { translator } from '../../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../../platform/i18n/locale.ts';
import { Button } from '../../../../web/public/button/button.tsx';
import { ButtonLink } from '../../../../web/public/button/button-link.tsx';
import { CheckboxField } from '../../../../web/public/checkbox-field/checkbox-field.tsx';
import { ErrorSummary } from '../../../../web/public/error-summary/error-summary.tsx';
import { FileField } from '../../../../web/public/file-field/file-field.tsx';
import { MarkedPicture } from '../../../../web/public/marked-picture/marked-picture.tsx';
import { Notice } from '../../../../web/public/notice/notice.tsx';
import { ReceivedFiles } from '../../../../web/public/received-files/received-files.tsx';
import { PublicForm } from '../../../../web/public/public-form/public-form.tsx';
import { TextArea } from '../../../../web/public/text-area/text-area.tsx';
import { FaultWords } from './asked-supplement.tsx';
import { SUPPLEMENT_WORDS } from './supplement-messages.ts';
import { type AnsweredFault, answerField, type ConfirmedFile, type MarkedFile } from './supplement-view.ts';

/** What a phone camera and a scanner make. */
const ACCEPT = 'image/jpeg,image/png,image/webp,application/pdf';

export interface SupplementPageProps {
  readonly locale: Locale;
  readonly action: string;
  /** The tracking page. */
  readonly back: string;
  readonly procedure: string;
  readonly commandId: string;
  readonly draft: string;
  readonly posted: boolean;
  readonly untilWords: string;
  readonly faultsOfPapers: readonly AnsweredFault[];
  readonly note: string;
  readonly faults: readonly FieldFault[];
  /** Questions that the corrected answers call for. */
  readonly following: readonly { readonly field: string; readonly content: ReactElement }[];
  readonly warnings: readonly string[];
  /** What the questions carry along. */
  readonly hidden: Readonly<Record<string, string>>;
  /** A sentence about files that came with the last sending. */
  readonly news: string | undefined;
  readonly limits: { readonly megabytes: number; readonly files: number };
}

/** Where a request for supplements is answered: each fault beside its picture, upload, look again, send. A plain form; scripts only save a trip. */
export function SupplementPage(props: SupplementPageProps): ReactElement {
  const { locale, faultsOfPapers } = props;
  const t = translator(SUPPLEMENT_WORDS, locale);
  const count = faultsOfPapers.reduce((sum, fault) => sum + fault.confirmed.length + fault.sent.length, 0);
  const corrected = faultsOfPapers.filter(({ question }) => question?.changed === true).length;
  const mayBeSent = count > 0 || corrected > 0 || faultsOfPapers.some(({ answer }) => answer !== '');
  const onlyAnswers = faultsOfPapers.every(({ question }) => question !== null);
  return (
    <>
      <h1>{t('title')}</h1>
      <ErrorSummary locale={locale} faults={props.faults} />
      {props.news === undefined ? null : (
        <Notice kind="info" live>
          {props.news}
        </Notice>
      )}
      <p className="lead">
        <b lang={locale === 'vi' ? undefined : 'vi'}>{props.procedure}</b>
      </p>
      <p>{t('until', { until: props.untilWords })}</p>
      <PublicForm action={props.action} locale={locale} commandId={props.commandId} draft={props.draft} posted={props.posted} upload hidden={props.hidden}>
        {onlyAnswers ? null : <p className="hint">{t('limits', props.limits)}</p>}
        {faultsOfPapers.map((fault, index) => (
          <FaultPart key={fault.id} locale={locale} fault={fault} number={index + 1} faults={props.faults} />
        ))}
        {props.following.length === 0 ? null : (
          <section className="gold-edge">
            <h2>{t('following-title')}</h2>
            <p>{t('following')}</p>
            <div className="form">{props.following.map(({ field, content }) => <div key={field}>{content}</div>)}</div>
          </section>
        )}
        {props.warnings.map((sentence) => <Notice key={sentence} kind="warning">{sentence}</Notice>)}
        <TextArea name="note" locale={locale} label={t('note')} value={props.note} rows={2} maxLength={1000} required={false} />
        {mayBeSent ? (
          <section>
            <h2>{t('review-title')}</h2>
            <Notice kind="good">{count > 0 ? t('review', { count }) : corrected > 0 ? t('review-answers', { count: corrected }) : t('review-words')}</Notice>
            <p className="row">
              <Button name="buoc" value="gui" sending={t('sending')}>{t('send')}</Button>
              <Button kind="quiet" name="buoc" value="xem" sending={t('uploading')}>{t(onlyAnswers ? 'look-again' : 'upload-more')}</Button>
            </p>
          </section>
        ) : (
          <Button name="buoc" value="xem" sending={t(onlyAnswers ? 'saving' : 'uploading')}>{t(onlyAnswers ? 'look-again' : 'upload')}</Button>
        )}
      </PublicForm>
      <p>
        <a href={props.back}>{t('back')}</a>
      </p>
    </>
  );
}

function FaultPart({ locale, fault, number, faults }: { readonly locale: Locale; readonly fault: AnsweredFault; readonly number: number; readonly faults: readonly FieldFault[] }): ReactElement {
  const t = translator(SUPPLEMENT_WORDS, locale);
  const [files, words] = [answerField.files(fault.id), answerField.words(fault.id)];
  const errorOf = (name: string) => faults.find((one) => one.field === name)?.message;
  return (
    <section className="gold-edge">
      <h2 lang={locale === 'vi' ? undefined : 'vi'}>{`${String(number)}. ${fault.paperName}`}</h2>
      {fault.question === null ? null : <p className="hint">{t('question-of')}</p>}
      <FaultWords locale={locale} fault={fault} />
      {fault.question === null ? null : <Question locale={locale} question={fault.question} />}
      {fault.before.length === 0 ? null : <Before locale={locale} files={fault.before} />}
      {fault.confirmed.length === 0 ? null : <Confirmed locale={locale} faultId={fault.id} files={fault.confirmed} />}
      {fault.sent.length === 0 ? null : (
        <div>
          <h3>{t('confirmed')}</h3>
          <ReceivedFiles locale={locale} files={fault.sent} />
        </div>
      )}
      {fault.arriving.length === 0 ? null : <Notice kind="warning">{t('arriving', { files: fault.arriving.join(', ') })}</Notice>}
      {fault.camera === undefined ? null : <p><ButtonLink href={fault.camera} kind="quiet" icon="camera">{t(fault.sent.length === 0 ? 'camera' : 'camera-more')}</ButtonLink></p>}
      {fault.camera === undefined ? null : <p className="hint">{t('camera-why')}</p>}
      <div className="form">
        {fault.question === null ? <FileField
          locale={locale}
          name={files}
          label={t(fault.confirmed.length === 0 ? 'new-picture' : 'more-picture', { paper: fault.paperName })}
          hint={t('picture-hint')}
          error={errorOf(files)}
          accept={ACCEPT}
          required={false}
          multiple
        /> : null}
        <TextArea name={words} locale={locale} label={t('words')} hint={t(fault.question === null ? 'words-hint' : fault.question.readable ? 'words-hint-answer' : 'words-instead')} value={fault.answer} rows={2} maxLength={1000} required={false} error={errorOf(words)} />
      </div>
    </section>
  );
}

/** The question with what was declared, which stands in the box to be changed. */
function Question({ locale, question }: { readonly locale: Locale; readonly question: NonNullable<AnsweredFault['question']> }): ReactElement {
  const t = translator(SUPPLEMENT_WORDS, locale);
  return (
    <div className="form">
      <p>
        {t('declared')}: {question.before.length === 0 ? t('declared-nothing') : <b>{question.before.join('; ')}</b>}
      </p>
      {question.content ?? (question.readable ? <p>{t('not-asked')}</p> : <Notice kind="info">{t('unreadable')}</Notice>)}
      {question.changed ? <p className="hint">{t('changed')}</p> : null}
    </div>
  );
}

function Before({ locale, files }: { readonly locale: Locale; readonly files: readonly MarkedFile[] }): ReactElement {
  const t = translator(SUPPLEMENT_WORDS, locale);
  const marked = files.some(({ marks }) => marks.length > 0);
  return (
    <div>
      <h3>{t('your-picture')}</h3>
      {marked ? <p className="hint">{t('mark-here')}</p> : null}
      {files.map((file) =>
        file.isPicture ? (
          <MarkedPicture key={file.id} id={`anh-${file.id}`} src={file.address} alt={file.fileName} marks={file.marks} />
        ) : (
          <p key={file.id}>
            <a href={file.address} target="_blank" rel="noreferrer">
              {t('open-file', { file: file.fileName })}
            </a>
          </p>
        ),
      )}
    </div>
  );
}

function Confirmed({ locale, faultId, files }: { readonly locale: Locale; readonly faultId: string; readonly files: readonly ConfirmedFile[] }): ReactElement {
  const t = translator(SUPPLEMENT_WORDS, locale);
  return (
    <div>
      <h3>{t('confirmed')}</h3>
      <ul>
        {files.map((file) => (
          <li key={file.sha256}>
            {file.isPicture ? (
              <MarkedPicture id={`moi-${file.sha256.slice(0, 12)}`} src={file.address} alt={file.fileName} marks={[]} />
            ) : (
              <a href={file.address} target="_blank" rel="noreferrer">
                {t('open-file', { file: file.fileName })}
              </a>
            )}
            <p className="hint">{t('confirmed-file', { file: file.fileName, size: file.sizeWords })}</p>
            <CheckboxField locale={locale} name={answerField.drop(faultId, file.sha256)} label={t('drop')} required={false} />
          </li>
        ))}
      </ul>
    </div>
  );
}
