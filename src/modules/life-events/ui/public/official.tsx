import { type ReactElement } from 'react';
import { translator } from '../../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../../platform/i18n/locale.ts';
import { Notice } from '../../../../web/public/notice/notice.tsx';
import { BUNDLE_WORDS } from './messages.ts';

/** The linked procedures of the state that cover the matter, offered before anything else. */
export function Official({ locale, official }: { readonly locale: Locale; readonly official: { readonly words: string; readonly href: string | undefined } | undefined }): ReactElement | null {
  if (official === undefined) return null;
  const t = translator(BUNDLE_WORDS, locale);
  return (
    <Notice kind="info" title={t('official-title')}>
      <p>{official.words}</p>
      {official.href === undefined ? null : <p><a href={official.href}>{t('official-go')}</a></p>}
    </Notice>
  );
}
