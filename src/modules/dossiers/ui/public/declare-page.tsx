import { type ReactElement } from 'react';
import { type FieldFault } from '../../../../platform/http/validation-words.ts';
import { translator } from '../../../../platform/i18n/catalogue.ts';
import { Button } from '../../../../web/public/button/button.tsx';
import { DateField } from '../../../../web/public/date-field/date-field.tsx';
import { ErrorSummary } from '../../../../web/public/error-summary/error-summary.tsx';
import { Notice } from '../../../../web/public/notice/notice.tsx';
import { PublicForm } from '../../../../web/public/public-form/public-form.tsx';
import { SelectField } from '../../../../web/public/select-field/select-field.tsx';
import { TextArea } from '../../../../web/public/text-area/text-area.tsx';
import { TextField } from '../../../../web/public/text-field/text-field.tsx';
import { type DeclarationEntries, ELSEWHERE, ENTRY_LIMITS, type EntryName } from './declaration-entries.ts';
import { KIOSK_PAGE_WORDS } from './kiosk-messages.ts';
import { KioskPapers } from './kiosk-papers.tsx';
import { DOSSIER_PAGE_WORDS } from './messages.ts';
import { PaperFields, type PaperFieldsProps } from './paper-fields.tsx';
import { type PaperWords } from './paper-view.ts';

export interface DeclarePageProps extends PaperFieldsProps {
  readonly action: string;
  readonly procedure: PaperWords;
  /** The commune inside a sentence, such as “xã Hoa Lộc”. */
  readonly place: string;
  readonly centreName: string;
  readonly hotline: string;
  readonly villages: readonly { readonly id: string; readonly label: string }[];
  readonly entries: DeclarationEntries;
  /** The ids of this form and the seal that proves where they come from. */
  readonly hidden: { readonly commandId: string; readonly dossierId: string; readonly seal: string };
  /** Name of a box that only machines fill in. */
  readonly honeypot: string;
  /** Key under which the phone keeps a draft; undefined where nothing is kept. */
  readonly draft: string | undefined;
  /** The form stands on a machine in the hall: the counter is a few steps away, and there are no pictures to send. */
  readonly kiosk: boolean;
  /** The form came back with what was sent. */
  readonly posted: boolean;
  /** The page of the declaration that these ids already made, when it was sent before with other content. */
  readonly sentBefore: string | undefined;
}

/** “Khai báo ở nhà”, or at a kiosk: one page, one button. It works as a plain form; everything that was typed comes back with its faults. */
export function DeclarePage(props: DeclarePageProps): ReactElement {
  const { locale, procedure, entries, hidden, faults } = props;
  const t = translator(DOSSIER_PAGE_WORDS, locale);
  const atKiosk = translator(KIOSK_PAGE_WORDS, locale);
  const field = (name: EntryName) => ({ name, locale, value: entries[name], maxLength: ENTRY_LIMITS[name], error: faultOf(faults, name) });
  return (
    <>
      <h1>{props.kiosk ? atKiosk('title') : t('declare-title')}</h1>
      <ErrorSummary locale={locale} faults={faults} />
      {props.sentBefore === undefined ? null : (
        <Notice kind="warning">
          <p>
            <a href={props.sentBefore}>{t('see-sent')}</a>
          </p>
        </Notice>
      )}
      <p className="lead" lang={procedure.lang === locale ? undefined : procedure.lang}>
        <b>{procedure.text}</b>
      </p>
      <Notice kind="info" title={props.kiosk ? atKiosk('what') : t('declare-what')}>
        <p>{props.kiosk ? atKiosk('how') : t('declare-office-hours')}</p>
        <p>{t('declare-not-portal')}</p>
      </Notice>
      <PublicForm
        action={props.action}
        locale={locale}
        commandId={hidden.commandId}
        hidden={{ dossierId: hidden.dossierId, seal: hidden.seal }}
        draft={props.draft}
        posted={props.posted}
        upload
      >
        <section>
          <h2>{t('person')}</h2>
          <div className="form">
            <TextField {...field('fullName')} label={t('full-name')} hint={t('full-name-hint')} autoComplete="name" missing={t('full-name-missing')} />
            <TextField
              {...field('citizenNumber')}
              label={t('citizen-number')}
              hint={t('citizen-number-hint')}
              required={false}
              inputMode="numeric"
              autoComplete="off"
              pattern="[0-9 .]*"
              wrong={t('citizen-number-wrong')}
              width="medium"
            />
            <DateField
              name="birthDate"
              locale={locale}
              label={t('birth-date')}
              hint={t('birth-date-hint')}
              value={entries.birthDate}
              error={faultOf(faults, 'birthDate')}
              missing={t('birth-date-missing')}
              wrong={t('birth-date-wrong')}
              birthday
            />
            <AddressFields {...props} />
            <TextField
              {...field('phone')}
              type="tel"
              label={t('phone')}
              hint={t('phone-hint')}
              autoComplete="tel"
              pattern="[0-9 +.\(\)\-]{9,20}"
              wrong={t('phone-wrong')}
              width="medium"
            />
            <TextField {...field('email')} type="email" label={t('email')} autoComplete="email" required={false} wrong={t('email-wrong')} />
          </div>
        </section>
        <section>
          <h2>{t('matter')}</h2>
          <TextArea {...field('note')} label={t('note')} hint={t('note-hint')} required={false} />
        </section>
        {props.kiosk ? <KioskPapers locale={locale} plan={props.plan} /> : <PaperFields locale={locale} plan={props.plan} kept={props.kept} faults={faults} limits={props.limits} sent={props.sent} />}
        <section>
          <h2>{t('helper')}</h2>
          <TextField {...field('assistedBy')} label={t('helper-name')} hint={t('helper-hint')} autoComplete="off" required={false} />
          <SelectField
            {...field('assistedConsent')}
            label={t('helper-consent')}
            required={false}
            empty={t('helper-nobody')}
            options={[{ value: 'spoken', label: t('helper-consent-spoken') }, { value: 'written', label: t('helper-consent-written') }]}
          />
          {props.kiosk ? null : (
            <SelectField
              {...field('assistedAccount')}
              label={t('helper-account')}
              hint={t('helper-account-hint')}
              required={false}
              empty={t('helper-account-none')}
              options={(['own', 'representative', 'officer'] as const).map((value) => ({ value, label: t(`helper-account-${value}`) }))}
            />
          )}
        </section>
        <div className="unseen" aria-hidden>
          <label htmlFor="o-trong">{t('honeypot')}</label>
          <input id="o-trong" name={props.honeypot} tabIndex={-1} autoComplete="off" />
        </div>
        <p className="hint">{t('declare-privacy')}</p>
        {/* Nothing is sent to the office around a file of which only a part is here. */}
        {(props.sent?.arriving.length ?? 0) > 0 ? null : <Button sending={t('sending')}>{t('send')}</Button>}
      </PublicForm>
      <p>{props.kiosk ? atKiosk('not-here', { centre: props.centreName }) : t('not-at-home', { centre: props.centreName, hotline: props.hotline })}</p>
    </>
  );
}

function AddressFields({ locale, villages, place, entries, faults }: DeclarePageProps): ReactElement {
  const t = translator(DOSSIER_PAGE_WORDS, locale);
  const address = { name: 'address', locale, value: entries.address, maxLength: ENTRY_LIMITS.address, error: faultOf(faults, 'address') };
  if (villages.length === 0) {
    return <TextField {...address} label={t('address-whole')} hint={t('address-whole-hint')} autoComplete="street-address" />;
  }
  return (
    <>
      <SelectField
        name="village"
        locale={locale}
        label={t('village')}
        empty={t('village-choose')}
        value={entries.village}
        options={[...villages.map(({ id, label }) => ({ value: id, label })), { value: ELSEWHERE, label: t('village-elsewhere', { place }) }]}
        error={faultOf(faults, 'village')}
        missing={t('village-missing')}
      />
      <TextField {...address} label={t('address')} hint={t('address-hint', { place })} autoComplete="street-address" required={false} />
    </>
  );
}

function faultOf(faults: readonly FieldFault[], field: string): string | undefined {
  return faults.find((fault) => fault.field === field)?.message;
}
