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
import { TextField } from '../../../../web/public/text-field/text-field.tsx';
import { BUNDLE_WORDS } from './messages.ts';

export interface BundleLaterPageProps {
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

/** How a list is opened again, here or elsewhere. */
export function BundleLaterPage(props: BundleLaterPageProps): ReactElement {
  const { locale } = props;
  const t = translator(BUNDLE_WORDS, locale);
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
            <TextField name="bonSo" locale={locale} label={t('later-digits')} error={props.faults.find(({ field }) => field === 'bonSo')?.message} missing={t('digits-missing')} inputMode="numeric" autoComplete="off" width="short" maxLength={8} />
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
export function DeleteBundlePage({ locale, action, goOn, sent }: { readonly locale: Locale; readonly action: string; readonly goOn: string; readonly sent: boolean }): ReactElement {
  const t = translator(BUNDLE_WORDS, locale);
  return (
    <>
      <h1>{t('delete-title')}</h1>
      <p>{t('delete-words')}</p>
      {sent ? <p>{t('delete-sent')}</p> : null}
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
export function BundleEndPage({ title, words, ways }: { readonly title: string; readonly words: string; readonly ways: readonly { readonly label: string; readonly href: string }[] }): ReactElement {
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
