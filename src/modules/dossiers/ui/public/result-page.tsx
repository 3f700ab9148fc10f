import { type ReactElement } from 'react';
import { translator } from '../../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../../platform/i18n/locale.ts';
import { ButtonLink } from '../../../../web/public/button/button-link.tsx';
import { RESULT_WORDS } from './result-messages.ts';

export interface ResultPageProps {
  readonly locale: Locale;
  readonly code: string;
  readonly number: string | null;
  /** In words; null when it is good for ever. */
  readonly validTo: string | null;
  /** Addresses of its files. */
  readonly files: readonly string[];
  readonly back: string;
}

/** The electronic result, ready to be taken home: its number, how long it is good, and its files. */
export function ResultPage({ locale, code, number, validTo, files, back }: ResultPageProps): ReactElement {
  const t = translator(RESULT_WORDS, locale);
  return (
    <>
      <h1>{t('title')}</h1>
      <p className="lead">{t('of', { code })}</p>
      {number === null ? null : <p>{t('number', { number })}</p>}
      {validTo === null ? null : <p>{t('valid-to', { date: validTo })}</p>}
      {files.map((address, index) => (
        <p key={address}>
          <ButtonLink href={address}>{files.length === 1 ? t('file') : t('file-of', { number: index + 1 })}</ButtonLink>
        </p>
      ))}
      <p className="gold-edge">{t('careful')}</p>
      <p>
        <a href={back}>{t('back')}</a>
      </p>
    </>
  );
}

/** On the tracking page: that there is an electronic result, and the way to it. */
export function ElectronicResult({ locale, address }: { readonly locale: Locale; readonly address: string | null }): ReactElement | null {
  const t = translator(RESULT_WORDS, locale);
  if (address === null) return null;
  return (
    <section>
      <h2>{t('section')}</h2>
      <p>{t('section-words')}</p>
      <p>
        <ButtonLink href={address}>{t('open')}</ButtonLink>
      </p>
    </section>
  );
}
