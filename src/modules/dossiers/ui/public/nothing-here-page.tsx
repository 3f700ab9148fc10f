import { type ReactElement } from 'react';
import { translator } from '../../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../../platform/i18n/locale.ts';
import { ButtonLink } from '../../../../web/public/button/button-link.tsx';
import { PUBLIC_PATHS } from '../../../../web/public/public-paths.ts';
import { DOSSIER_PAGE_WORDS } from './messages.ts';

export interface NothingHerePageProps {
  readonly locale: Locale;
  readonly what: 'procedure' | 'link';
  readonly hotline: string;
}

const WAY_ON = {
  procedure: { href: PUBLIC_PATHS.search, word: 'see-procedures' },
  link: { href: PUBLIC_PATHS.track, word: 'look-up-by-code' },
} as const;

/** A procedure or a secret link that does not exist: why that may be, and the way on. */
export function NothingHerePage({ locale, what, hotline }: NothingHerePageProps): ReactElement {
  const t = translator(DOSSIER_PAGE_WORDS, locale);
  return (
    <>
      <h1>{t(`unknown-${what}`)}</h1>
      <p>{t(`unknown-${what}-why`)}</p>
      <p>
        <ButtonLink href={WAY_ON[what].href}>{t(WAY_ON[what].word)}</ButtonLink>
      </p>
      <p>{t('call-office', { hotline })}</p>
    </>
  );
}
