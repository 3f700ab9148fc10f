import { type ReactElement } from 'react';
import { translator } from '../../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../../platform/i18n/locale.ts';
import { ButtonLink } from '../../../../web/public/button/button-link.tsx';
import { Notice } from '../../../../web/public/notice/notice.tsx';
import { PUBLIC_PATHS } from '../../../../web/public/public-paths.ts';
import { SIGN_ON_WORDS } from './messages.ts';

export interface RefusedPageProps {
  readonly locale: Locale;
  /** Whose way in it was. */
  readonly kind: 'citizen' | 'staff';
  /** What happened, what it means, what to do next. */
  readonly sentence: string;
  readonly provider: string;
  /** Where one begins again. */
  readonly again: string;
}

/** Nobody was signed in: why, and the two ways on. */
export function RefusedPage({ locale, kind, sentence, provider, again }: RefusedPageProps): ReactElement {
  const t = translator(SIGN_ON_WORDS, locale);
  return (
    <>
      <h1>{t('refused-title')}</h1>
      <Notice kind="bad" live>
        {sentence}
      </Notice>
      <p className="row">
        <ButtonLink href={again}>{t('again', { provider })}</ButtonLink>
      </p>
      <p>
        <a href={kind === 'citizen' ? PUBLIC_PATHS.track : '/can-bo/dang-nhap'}>{t(kind === 'citizen' ? 'by-slip' : 'by-password')}</a>
      </p>
    </>
  );
}
