import { type ReactElement } from 'react';
import { type FieldFault } from '../../../../platform/http/validation-words.ts';
import { translator } from '../../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../../platform/i18n/locale.ts';
import { BottomBar } from '../../../../web/public/bottom-bar/bottom-bar.tsx';
import { Button } from '../../../../web/public/button/button.tsx';
import { ButtonLink } from '../../../../web/public/button/button-link.tsx';
import { ErrorSummary } from '../../../../web/public/error-summary/error-summary.tsx';
import { FileField } from '../../../../web/public/file-field/file-field.tsx';
import { Notice } from '../../../../web/public/notice/notice.tsx';
import { PublicForm } from '../../../../web/public/public-form/public-form.tsx';
import { QrPicture } from '../../../../web/public/qr-picture/qr-picture.tsx';
import { TextField } from '../../../../web/public/text-field/text-field.tsx';
import { PAD } from '../../domain/read-strokes.ts';
import { ASSISTED_WORDS } from './messages.ts';
import { Reading, type ReadGroup, type ReadPaper } from './reading.tsx';

export interface AgreePageProps {
  readonly locale: Locale;
  readonly title: string;
  readonly name: string;
  readonly helperLine: string;
  readonly groups: readonly ReadGroup[];
  readonly papers: readonly ReadPaper[];
  /** How and when it was agreed to exactly this. */
  readonly given: string | undefined;
  /** That an earlier consent counts no more. */
  readonly outdated: string | undefined;
  readonly faults: readonly FieldFault[];
  /** Of exactly what the page shows. */
  readonly hash: string;
  readonly newId: () => string;
  readonly paths: { readonly review: string; readonly signature: string; readonly code: string; readonly recording: string };
  readonly ownPhone: { readonly address: string; readonly qr: readonly (readonly boolean[])[] };
  /** What is to be read aloud for the recording. */
  readonly sentence: string;
  readonly script: string;
}

/** Everything in large type for the person whose declaration it is, and three ways to agree. */
export function AgreePage(props: AgreePageProps): ReactElement {
  const { locale, faults } = props;
  const t = translator(ASSISTED_WORDS, locale);
  return (
    <>
      <h1>{props.name === '' ? t('agree-title-unnamed') : t('agree-title', { name: props.name })}</h1>
      <ErrorSummary locale={locale} faults={faults} />
      {props.outdated === undefined || faults.length > 0 ? null : <Notice kind="warning">{props.outdated}</Notice>}
      <p><b>{props.title}</b>. {props.helperLine}</p>
      <p>{t('agree-words')}</p>
      <Reading locale={locale} groups={props.groups} papers={props.papers} />
      <p><ButtonLink kind="quiet" href={props.paths.review}>{t('agree-fix')}</ButtonLink></p>
      {props.given === undefined ? <Ways {...props} /> : (
        <Notice kind="good" live>
          <p>{props.given}</p>
          <p>{t('agree-given')}</p>
          <p><ButtonLink href={props.paths.review}>{t('agree-to-send')}</ButtonLink></p>
        </Notice>
      )}
      <BottomBar locale={locale} />
    </>
  );
}

function Ways(props: AgreePageProps): ReactElement {
  const { locale, faults, hash, paths, newId } = props;
  const t = translator(ASSISTED_WORDS, locale);
  const error = (field: string) => faults.find((fault) => fault.field === field)?.message;
  const hidden = { noiDung: hash };
  return (
    <div className="ways">
      <h2>{t('agree-how')}</h2>
      <section>
        <h3>{t('sign-title')}</h3>
        <p data-no-pad>{t('sign-no-script')}</p>
        <div data-pad hidden>
          <p id="cach-ky">{t('sign-words')}</p>
          <PublicForm action={paths.signature} locale={locale} hidden={{ ...hidden, chuKy: '' }} commandId={newId()} posted>
            {error('chuKy') === undefined ? null : <p className="fault" id="o-chuKy">{error('chuKy')}</p>}
            <canvas className="pad" width={PAD.width} height={PAD.height} role="img" aria-label={t('sign-pad')} aria-describedby="cach-ky" />
            <div className="row">
              <Button sending={t('sending')}>{t('sign-agree')}</Button>
              <button type="button" className="button quiet" data-again>{t('sign-again')}</button>
            </div>
          </PublicForm>
        </div>
      </section>
      <section>
        <h3>{t('code-title')}</h3>
        <p>{t('code-words')}</p>
        <QrPicture modules={props.ownPhone.qr.map((row) => [...row])} alt={t('code-alt')} caption={props.ownPhone.address.replace(/^https?:\/\//u, '')} />
        <PublicForm action={paths.code} locale={locale} hidden={hidden} commandId={newId()} posted>
          <TextField name="ma" locale={locale} label={t('code-label')} error={error('ma')} inputMode="numeric" autoComplete="off" width="short" maxLength={12} />
          <Button kind="quiet">{t('code-enter')}</Button>
        </PublicForm>
      </section>
      <section data-record data-running={t('record-running')} data-done={t('record-done')} data-refused={t('record-refused')} data-none={t('record-none')}>
        <h3>{t('record-title')}</h3>
        <p>{t('record-words')}</p>
        <p className="say">{props.sentence}</p>
        <PublicForm action={paths.recording} locale={locale} hidden={hidden} commandId={newId()} upload posted>
          <div className="row" data-recorder hidden>
            <button type="button" className="button quiet" data-start data-stop={t('record-stop')}>{t('record-start')}</button>
          </div>
          <p role="status" data-recording />
          <audio controls hidden />
          <FileField name="ghiAm" locale={locale} label={t('record-file')} hint={t('record-file-hint')} error={error('ghiAm')} accept="audio/*" shrink={false} required={false} />
          <Button kind="quiet" sending={t('sending')}>{t('record-send')}</Button>
        </PublicForm>
      </section>
      <script src={props.script} defer />
    </div>
  );
}
