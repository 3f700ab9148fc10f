import { type ReactElement } from 'react';
import { type FieldFault } from '../../../../platform/http/validation-words.ts';
import { translator } from '../../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../../platform/i18n/locale.ts';
import { Button } from '../../../../web/public/button/button.tsx';
import { ErrorSummary } from '../../../../web/public/error-summary/error-summary.tsx';
import { PublicForm } from '../../../../web/public/public-form/public-form.tsx';
import { RadioGroup } from '../../../../web/public/radio-group/radio-group.tsx';
import { SelectField } from '../../../../web/public/select-field/select-field.tsx';
import { TextField } from '../../../../web/public/text-field/text-field.tsx';
import { type HelperEntries, type HelpingOfficer, RELATIONS } from '../../domain/who-helps.ts';
import { ASSISTED_WORDS } from './messages.ts';

export interface WhoPageProps {
  readonly locale: Locale;
  readonly action: string;
  readonly entries: HelperEntries;
  /** Whoever is signed in as staff in this browser: then nobody else fills in here. */
  readonly officer: HelpingOfficer | undefined;
  readonly faults: readonly FieldFault[];
}

/** “Ai đang khai?”: the person alone, or who helps. */
export function WhoPage({ locale, action, entries, officer, faults }: WhoPageProps): ReactElement {
  const t = translator(ASSISTED_WORDS, locale);
  const error = (field: string) => faults.find((fault) => fault.field === field)?.message;
  const own = officer === undefined ? undefined : officer.team === null ? 'officer' : 'team';
  const choices = [
    { value: 'toi', label: t('who-self') },
    { value: 'relative', label: t('who-relative') },
    { value: 'team', label: t('who-team') },
    { value: 'officer', label: t('who-officer'), hint: t('who-officer-hint') },
  ];
  return (
    <>
      <h1>{t('who-title')}</h1>
      <ErrorSummary locale={locale} faults={faults} />
      <p>{t('who-words')}</p>
      <PublicForm action={action} locale={locale} posted>
        <RadioGroup
          name="ai" locale={locale} label={t('who-title')} value={entries.kind} error={error('ai')}
          options={own === undefined ? choices : choices.filter(({ value }) => value === own).map((choice) => ({ ...choice, hint: t('who-officer-named', { name: officer?.fullName ?? '' }) }))}
        />
        {own === undefined ? (
          <>
            <p><b>{t('who-rest')}</b></p>
            <TextField name="ten" locale={locale} label={t('who-name')} value={entries.name} error={error('ten')} required="by-choice" autoComplete="off" maxLength={120} />
            <SelectField
              name="quanHe" locale={locale} label={t('who-relation')} hint={t('who-relation-hint')} value={entries.relation} error={error('quanHe')} required="by-choice" empty={t('who-choose')}
              options={RELATIONS.map((relation) => ({ value: relation, label: t(`relation-${relation}`) }))}
            />
            <TextField name="dienThoai" locale={locale} label={t('who-phone')} hint={t('who-phone-hint')} value={entries.phone} error={error('dienThoai')} required="by-choice" type="tel" inputMode="tel" autoComplete="off" width="medium" maxLength={20} />
            <TextField name="to" locale={locale} label={t('who-team-name')} hint={t('who-team-hint')} value={entries.team} error={error('to')} required="by-choice" autoComplete="off" maxLength={120} />
          </>
        ) : null}
        <p className="hint">{t('who-changed')}</p>
        <Button>{t('who-save')}</Button>
      </PublicForm>
    </>
  );
}
