import { type ReactElement } from 'react';
import { type FieldFault } from '../../../../platform/http/validation-words.ts';
import { translator } from '../../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../../platform/i18n/locale.ts';
import { Button } from '../../../../web/public/button/button.tsx';
import { ErrorSummary } from '../../../../web/public/error-summary/error-summary.tsx';
import { Notice } from '../../../../web/public/notice/notice.tsx';
import { PublicForm } from '../../../../web/public/public-form/public-form.tsx';
import { TextField } from '../../../../web/public/text-field/text-field.tsx';
import { PASSWORD_RULE_WORDS } from '../../domain/password-rule-words.ts';
import { type CommuneChoice } from '../../domain/commune.ts';
import { type SetUpEntries } from '../../domain/check-set-up.ts';
import { IDENTITY_WORDS } from './messages.ts';

export interface SetUpCodePageProps {
  readonly locale: Locale;
  readonly refusal?: string | undefined;
}

/** The first of three pages: whoever sits at the screen of the program knows the code. */
export function SetUpCodePage({ locale, refusal }: SetUpCodePageProps): ReactElement {
  const t = translator(IDENTITY_WORDS, locale);
  return (
    <>
      <h1>{t('set-up-title')}</h1>
      <p className="lead">{t('set-up-lead')}</p>
      {refusal === undefined ? null : (
        <Notice kind="bad" live>
          {refusal}
        </Notice>
      )}
      <form className="form" action="/thiet-lap" method="get">
        <TextField name="ma" label={t('code')} locale={locale} hint={t('code-hint')} autoComplete="off" maxLength={40} width="medium" missing={t('code-missing')} />
        <Button>{t('next')}</Button>
      </form>
    </>
  );
}

export interface SetUpSearchPageProps {
  readonly locale: Locale;
  readonly code: string;
  readonly query: string;
  readonly found: readonly CommuneChoice[];
}

/** The second page: which commune. */
export function SetUpSearchPage({ locale, code, query, found }: SetUpSearchPageProps): ReactElement {
  const t = translator(IDENTITY_WORDS, locale);
  return (
    <>
      <h1>{t('search-title')}</h1>
      <form className="form" action="/thiet-lap" method="get">
        <input type="hidden" name="ma" value={code} />
        <TextField name="tim" type="search" label={t('search-label')} locale={locale} hint={t('search-hint')} value={query} autoComplete="off" maxLength={100} />
        <Button>{t('search')}</Button>
      </form>
      {query === '' ? null : found.length === 0 ? (
        <Notice kind="warning" live>
          {t('found-none')}
        </Notice>
      ) : (
        <section>
          <h2>{t('found')}</h2>
          <ul>
            {found.map((place) => (
              <li key={place.code}>
                <a href={`/thiet-lap?${new URLSearchParams({ ma: code, chon: place.code }).toString()}`}>{placeWords(place)}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

export interface SetUpOfficePageProps {
  readonly locale: Locale;
  readonly code: string;
  readonly commandId: string;
  readonly place: CommuneChoice;
  readonly entries: Omit<SetUpEntries, 'password' | 'passwordAgain'>;
  readonly faults: readonly FieldFault[];
}

/** The third page: the office and its first administrator. */
export function SetUpOfficePage({ locale, code, commandId, place, entries, faults }: SetUpOfficePageProps): ReactElement {
  const t = translator(IDENTITY_WORDS, locale);
  const field = (name: keyof SetUpEntries) => ({ name, locale, error: faults.find((fault) => fault.field === name)?.message });
  return (
    <>
      <h1>{t('set-up-title')}</h1>
      <ErrorSummary locale={locale} faults={faults} />
      <p>
        {t('chosen', { place: placeWords(place) })} <a href={`/thiet-lap?${new URLSearchParams({ ma: code }).toString()}`}>{t('choose-other')}</a>
      </p>
      <PublicForm action="/thiet-lap" locale={locale} commandId={commandId} posted={faults.length > 0} hidden={{ code, communeCode: place.code }}>
        <h2>{t('office-title')}</h2>
        <TextField {...field('centreName')} label={t('centre-name')} value={entries.centreName} maxLength={200} />
        <TextField {...field('address')} label={t('address')} hint={t('address-hint')} value={entries.address} maxLength={300} />
        <TextField {...field('hotline')} type="tel" label={t('hotline')} value={entries.hotline} maxLength={40} width="medium" />
        <TextField {...field('agencyCode')} label={t('agency-code')} hint={t('agency-code-hint')} value={entries.agencyCode} maxLength={35} width="medium" />
        <TextField {...field('email')} type="email" label={t('email')} value={entries.email} maxLength={200} required={false} />
        <h2>{t('administrator-title')}</h2>
        <p className="hint">{t('administrator-lead')}</p>
        <TextField {...field('fullName')} label={t('full-name')} value={entries.fullName} autoComplete="name" maxLength={100} />
        <TextField {...field('userName')} label={t('user-name')} hint={t('user-name-hint')} value={entries.userName} autoComplete="username" maxLength={40} width="medium" />
        <TextField
          {...field('password')}
          type="password"
          label={t('password')}
          autoComplete="new-password"
          maxLength={400}
          hint={
            <ul>
              {PASSWORD_RULE_WORDS[locale].map((rule) => (
                <li key={rule}>{rule}</li>
              ))}
            </ul>
          }
        />
        <TextField {...field('passwordAgain')} type="password" label={t('password-again')} autoComplete="new-password" maxLength={400} />
        <Button sending={t('setting-up')}>{t('set-up')}</Button>
      </PublicForm>
    </>
  );
}

function placeWords(place: CommuneChoice): string {
  return `${place.kind.charAt(0).toUpperCase()}${place.kind.slice(1)} ${place.name}, ${place.provinceName.charAt(0).toLowerCase()}${place.provinceName.slice(1)}`;
}
