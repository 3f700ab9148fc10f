import { type ReactElement } from 'react';
import { translator } from '../../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../../platform/i18n/locale.ts';
import { VIEWERS_WORDS } from './viewers-messages.ts';

/** One line of the journal as the citizen reads it. */
export interface ViewerLineView {
  readonly moment: string;
  /** Null: whoever holds the link and the four digits. */
  readonly who: { readonly name: string; readonly position: string } | null;
  readonly what: string;
  readonly isLook: boolean;
  readonly purpose: string | null;
}

export interface ViewersPageProps {
  readonly locale: Locale;
  readonly code: string;
  readonly hotline: string;
  readonly back: string;
  readonly lines: readonly ViewerLineView[];
}

/** Who looked, when, in which position and why; and where to complain. */
export function ViewersPage({ locale, code, hotline, back, lines }: ViewersPageProps): ReactElement {
  const t = translator(VIEWERS_WORDS, locale);
  const looks = lines.filter(({ isLook }) => isLook);
  const work = lines.filter(({ isLook }) => !isLook);
  return (
    <>
      <h1>{t('title')}</h1>
      <p>{t('lead', { code })}</p>
      <h2>{t('looks')}</h2>
      {looks.length === 0 ? <p>{t('no-looks')}</p> : <LineList locale={locale} lines={looks} />}
      <h2>{t('work')}</h2>
      {work.length === 0 ? <p>{t('no-work')}</p> : <LineList locale={locale} lines={work} />}
      <section className="gold-edge">
        <h2>{t('complain-title')}</h2>
        <p>{t('complain', { hotline })}</p>
        <p><a href={`${back}/du-lieu`} rel="nofollow">{t('data-request')}</a></p>
      </section>
      <p className="hint">{t('fold')}</p>
      <p><a href={back}>{t('back')}</a></p>
    </>
  );
}

function LineList({ locale, lines }: { readonly locale: Locale; readonly lines: readonly ViewerLineView[] }): ReactElement {
  const t = translator(VIEWERS_WORDS, locale);
  return (
    <ul>
      {lines.map(({ moment, who, what, isLook, purpose }, index) => (
        // The same person may stand there twice at one moment; the list never changes.
        <li key={index}>
          <b>{who === null ? t('link') : who.name}</b>{who === null || who.position === '' ? null : <> ({who.position})</>}
          <br />
          {what}, {moment}
          {who === null || !isLook ? null : <><br /><small>{purpose === null ? t('own-work') : t('purpose', { purpose })}</small></>}
        </li>
      ))}
    </ul>
  );
}
