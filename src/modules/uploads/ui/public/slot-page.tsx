import { type ReactElement } from 'react';
import { type FieldFault } from '../../../../platform/http/validation-words.ts';
import { translator } from '../../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../../platform/i18n/locale.ts';
import { Button } from '../../../../web/public/button/button.tsx';
import { ButtonLink } from '../../../../web/public/button/button-link.tsx';
import { ErrorSummary } from '../../../../web/public/error-summary/error-summary.tsx';
import { FileField } from '../../../../web/public/file-field/file-field.tsx';
import { Icon } from '../../../../web/public/icon/icon.tsx';
import { Notice } from '../../../../web/public/notice/notice.tsx';
import { PublicForm } from '../../../../web/public/public-form/public-form.tsx';
import { ReadAloud } from '../../../../web/public/read-aloud/read-aloud.tsx';
import { describeFile, type ReceivedFile } from '../../../../web/public/received-files/received-files.tsx';
import { sizeInWords } from '../../../../web/public/received-files/size-in-words.ts';
import { UPLOAD_WORDS, type UploadWord } from './messages.ts';
import { looksBad, otherLang, type SaidWords, type SlotView } from './upload-view.ts';

/** What a phone camera and a scanner make; iPhones turn their own kind into JPEG when they are asked for these. */
const ACCEPT = 'image/jpeg,image/png,image/webp,application/pdf';
/** The words that the script shows. */
const SCRIPT_WORDS = (Object.keys(UPLOAD_WORDS.vi) as UploadWord[]).filter((word) => word.startsWith('js-') || word === 'blurred' || word === 'blank');

export interface SlotPageProps {
  readonly locale: Locale;
  readonly slot: SlotView;
  readonly faults: readonly FieldFault[];
  /** The list of papers. */
  readonly back: string;
  /** The next paper of which nothing is here. */
  readonly next: { readonly name: SaidWords; readonly address: string } | undefined;
  readonly limits: { readonly megabytes: number; readonly files: number };
  /** Where the script sends pieces of files, and where it lies itself. */
  readonly api: string;
  readonly script: string;
}

/** One paper: take a picture or choose files, look again, turn, order, remove. Plain forms do all of it; the script sends in pieces instead. */
export function SlotPage(props: SlotPageProps): ReactElement {
  const { locale, slot, faults, next } = props;
  const t = translator(UPLOAD_WORDS, locale);
  const some = slot.files.length > 0;
  const joined = slot.files.filter(({ signed }) => !signed).length > 1;
  return (
    <>
      <div>
        <h1 lang={otherLang(slot.name, locale)}>{slot.name.text}</h1>
        <ReadAloud locale={locale} />
      </div>
      <ErrorSummary locale={locale} faults={faults} />
      {slot.onlyWhen === null ? null : <p className="only-when" lang={otherLang(slot.onlyWhen, locale)}>{slot.onlyWhen.text}</p>}
      {slot.help === null ? null : <p lang={otherLang(slot.help, locale)}>{slot.help.text}</p>}
      {some ? (
        <section>
          <h2>{t('received-title')}</h2>
          <ol className="pages">
            {slot.files.map((file, index) => <PageItem key={file.id} locale={locale} slot={slot} file={file} index={index} />)}
          </ol>
          {joined ? <p className="hint">{t('joined')}</p> : null}
        </section>
      ) : null}
      {slot.arriving.length === 0 ? null : <Unfinished locale={locale} slot={slot} />}
      <section>
        <h2>{t('add-title')}</h2>
        <p>{t('how')}</p>
        <SenderPart {...props} />
        <PublicForm action={slot.address} locale={locale} posted upload>
          <FileField locale={locale} name="anh" label={t('camera-label')} accept="image/*" required={false} camera />
          <FileField locale={locale} name="tep" label={t('files-label')} accept={ACCEPT} required={false} multiple error={faults.find(({ field }) => field === 'tep')?.message} />
          <Button kind={some ? 'quiet' : 'main'} sending={t('uploading')}>{t('upload')}</Button>
        </PublicForm>
        <p className="hint">{t('limits', props.limits)}</p>
      </section>
      <p className="row">
        {next === undefined ? null : <ButtonLink href={next.address} kind={some ? 'main' : 'quiet'}>{t('next-paper', { paper: next.name.text })}</ButtonLink>}
        <ButtonLink href={props.back} kind={some && next === undefined ? 'main' : 'quiet'}>{t('back')}</ButtonLink>
      </p>
      <script src={props.script} defer />
    </>
  );
}

/** What the script shows in place of the plain form; without it nothing is seen of it. */
function SenderPart({ locale, slot, api }: SlotPageProps): ReactElement {
  const t = translator(UPLOAD_WORDS, locale);
  return (
    <div data-sender={api} data-slot={slot.id} data-words={JSON.stringify(Object.fromEntries(SCRIPT_WORDS.map((word) => [word.replace('js-', ''), UPLOAD_WORDS[locale][word]])))} hidden>
      <p className="row">
        <button type="button" className="button" data-pick="anh"><Icon name="camera" />{t('camera')}</button>
        <button type="button" className="button quiet" data-pick="tep">{t('files')}</button>
      </p>
      <ul className="sending" data-queue />
    </div>
  );
}

function PageItem({ locale, slot, file, index }: { readonly locale: Locale; readonly slot: SlotView; readonly file: ReceivedFile; readonly index: number }): ReactElement {
  const t = translator(UPLOAD_WORDS, locale);
  const last = index === slot.files.length - 1;
  return (
    <li id={`tep-${file.id}`}>
      <a href={`${file.picture}?co=lon`} target="_blank" rel="noreferrer">
        <img src={file.picture} alt={file.fileName} width={96} height={96} loading="lazy" />
      </a>
      <div>
        <p><b>{`${t('page', { number: index + 1 })}: ${file.fileName}`}</b></p>
        <p className="hint">{`${describeFile(file, locale)} · ${sizeInWords(file.byteCount)}`}</p>
        {file.signed ? <p className="hint">{t('signed')}</p> : null}
        {file.looks !== null && file.keptAnyway ? <p className="hint">{t('kept-anyway')}</p> : null}
      </div>
      {looksBad(file) ? <Notice kind="warning">{t(file.looks === 'blank' ? 'blank' : 'blurred')}</Notice> : null}
      <form className="row" action={`${slot.address}/trang`} method="post">
        <input type="hidden" name="trang" value={file.id} />
        {looksBad(file) ? <Button kind="quiet" name="viec" value="keep">{t('keep')}</Button> : null}
        {file.signed ? null : <Button kind="quiet" name="viec" value="turn">{t('turn')}</Button>}
        {index === 0 ? null : <Button kind="quiet" name="viec" value="up">{t('up')}</Button>}
        {last ? null : <Button kind="quiet" name="viec" value="down">{t('down')}</Button>}
        <Button kind="quiet" name="viec" value="remove">{t('remove')}</Button>
      </form>
    </li>
  );
}

/** Files of which only a part is here: chosen again they go on, or they are left out. */
function Unfinished({ locale, slot }: { readonly locale: Locale; readonly slot: SlotView }): ReactElement {
  const t = translator(UPLOAD_WORDS, locale);
  return (
    <section data-unfinished>
      <h2>{t('arriving-title')}</h2>
      {slot.arriving.map((transfer) => (
        <form key={transfer.id} className="form" action={`${slot.address}/trang`} method="post">
          <input type="hidden" name="do-dang" value={transfer.id} />
          <Notice kind="warning">{t('arriving', { file: transfer.fileName, received: transfer.received, total: transfer.total })}</Notice>
          <Button kind="quiet" name="viec" value="drop">{t('drop')}</Button>
        </form>
      ))}
    </section>
  );
}
