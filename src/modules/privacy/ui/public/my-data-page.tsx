import { type ReactElement } from 'react';
import { type FieldFault } from '../../../../platform/http/validation-words.ts';
import { translator } from '../../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../../platform/i18n/locale.ts';
import { Button } from '../../../../web/public/button/button.tsx';
import { ErrorSummary } from '../../../../web/public/error-summary/error-summary.tsx';
import { PublicForm } from '../../../../web/public/public-form/public-form.tsx';
import { RadioGroup } from '../../../../web/public/radio-group/radio-group.tsx';
import { TextArea } from '../../../../web/public/text-area/text-area.tsx';
import { DATA_REQUEST_KINDS, type DataRequestKind, type DataRequestState } from '../../domain/data-request.ts';
import { MY_DATA_WORDS } from './my-data-messages.ts';

/** One request as its person sees it; moments are words. */
export interface MyRequest {
  readonly id: string;
  readonly code: string;
  readonly kind: DataRequestKind;
  readonly state: DataRequestState;
  readonly words: string;
  readonly receivedWords: string;
  readonly dueWords: string;
  readonly late: boolean;
  readonly answer: string | null;
  readonly legalBasis: string | null;
  readonly stays: readonly { readonly what: string; readonly basis: string; readonly untilWords: string | null }[];
  readonly copyUntilWords: string | null;
  readonly mayTakeBack: boolean;
  /** Made for this page, so that sending twice is sending once. */
  readonly commandId: string;
}

/** One purpose of consent and whether it stands. */
export interface MyConsent {
  readonly purpose: string;
  readonly name: string;
  readonly words: string;
  readonly basis: string;
  readonly given: boolean;
  readonly commandId: string;
}

export interface MyDataPageProps {
  readonly locale: Locale;
  /** The address of this page. */
  readonly path: string;
  readonly back: string;
  readonly hotline: string;
  /** Null while the office knows nobody by this dossier. */
  readonly known: { readonly requests: readonly MyRequest[]; readonly consents: readonly MyConsent[] } | null;
  readonly commandId: string;
  readonly kind: string;
  readonly words: string;
  readonly faults: readonly FieldFault[];
}

function RequestPart({ locale, path, hotline, request }: Pick<MyDataPageProps, 'locale' | 'path' | 'hotline'> & { readonly request: MyRequest }): ReactElement {
  const t = translator(MY_DATA_WORDS, locale);
  const open = request.state === 'received' || request.state === 'in-progress';
  return (
    <li className="gold-edge">
      <p>
        <b>{t(`kind.${request.kind}`)}</b> · {t(`state.${request.state}`)}
      </p>
      <p className="hint">{request.code}</p>
      <p lang={locale === 'vi' ? undefined : 'vi'}>{request.words}</p>
      {open ? <p>{t(request.late ? 'asked-late' : 'asked-on', { moment: request.receivedWords, due: request.dueWords, hotline })}</p> : null}
      {request.answer === null ? null : <p lang={locale === 'vi' ? undefined : 'vi'}><b>{t('answer')}:</b> {request.answer}</p>}
      {request.legalBasis === null ? null : <p lang={locale === 'vi' ? undefined : 'vi'}>{t('basis', { basis: request.legalBasis })}</p>}
      {request.stays.map(({ what, basis, untilWords }) => <p key={what}>{untilWords === null ? t('stays', { what, basis }) : t('stays-until', { what, basis, day: untilWords })}</p>)}
      {request.copyUntilWords === null ? null : (
        <>
          <p><a href={`${path}/${request.id}/ban-sao.pdf`}>{t('copy-pdf')}</a></p>
          <p><a href={`${path}/${request.id}/ban-sao.json`}>{t('copy-json')}</a></p>
          <p className="hint">{t('copy-until', { moment: request.copyUntilWords })}</p>
        </>
      )}
      {request.mayTakeBack ? (
        <PublicForm action={`${path}/rut`} locale={locale} commandId={request.commandId} posted={false}>
          <input type="hidden" name="yeuCau" value={request.id} />
          <Button kind="quiet" sending={t('sending')}>{t('take-back')}</Button>
        </PublicForm>
      ) : null}
    </li>
  );
}

/** What a citizen asks about their own data (Luật 91/2025/QH15 Điều 4), how it stands, and what they consent to. Nothing of the data itself stands here. */
export function MyDataPage({ locale, path, back, hotline, known, commandId, kind, words, faults }: MyDataPageProps): ReactElement {
  const t = translator(MY_DATA_WORDS, locale);
  const faultAt = (field: string) => faults.find((fault) => fault.field === field)?.message;
  return (
    <>
      <h1>{t('title')}</h1>
      <ErrorSummary locale={locale} faults={faults} />
      {known === null ? <p>{t('not-yet', { hotline })}</p> : (
        <>
          <p>{t('lead')}</p>
          <section>
            <h2>{t('asked')}</h2>
            {known.requests.length === 0 ? <p>{t('asked-none')}</p> : <ul className="plain-list">{known.requests.map((request) => <RequestPart key={request.id} locale={locale} path={path} hotline={hotline} request={request} />)}</ul>}
          </section>
          <section>
            <h2>{t('new')}</h2>
            <PublicForm action={path} locale={locale} commandId={commandId} posted={faults.length > 0}>
              <RadioGroup
                name="viec" locale={locale} label={t('kind')} value={kind} missing={t('kind-missing')} error={faultAt('viec')}
                options={DATA_REQUEST_KINDS.map((value) => ({ value, label: t(`kind.${value}`), hint: t(`kind.${value}-hint`) }))}
              />
              <TextArea name="noiDung" locale={locale} label={t('words')} hint={t('words-hint')} value={words} rows={3} maxLength={2000} missing={t('words-missing')} error={faultAt('noiDung')} />
              <Button sending={t('sending')}>{t('send')}</Button>
            </PublicForm>
          </section>
          <section>
            <h2>{t('consents')}</h2>
            <p>{t('consents-lead')}</p>
            {known.consents.map((consent) => (
              <div key={consent.purpose} className="gold-edge">
                <h3>{consent.name}</h3>
                <p>{consent.words}</p>
                <p className="hint" lang={locale === 'vi' ? undefined : 'vi'}>{consent.basis}</p>
                <p><b>{t(consent.given ? 'consented' : 'not-consented')}</b></p>
                <PublicForm action={`${path}/dong-y`} locale={locale} commandId={consent.commandId} posted={false}>
                  <input type="hidden" name="mucDich" value={consent.purpose} />
                  <input type="hidden" name="noi" value={consent.given ? 'khong' : 'co'} />
                  <Button kind="quiet" sending={t('sending')}>{t(consent.given ? 'disagree' : 'agree')}</Button>
                </PublicForm>
              </div>
            ))}
          </section>
        </>
      )}
      <p><a href={back}>{t('back')}</a></p>
    </>
  );
}
