import { type ReactElement } from 'react';
import { type Locale } from '../../../platform/i18n/locale.ts';
import { Icon } from '../icon/icon.tsx';
import { PUBLIC_WORDS } from '../public-words.ts';

/** Reads the page aloud, one on a page. It is shown only by the script, and only on a device that has a voice of the page's language. */
export function ReadAloud({ locale }: { readonly locale: Locale }): ReactElement {
  const words = PUBLIC_WORDS[locale];
  return (
    <button type="button" className="button quiet no-print" data-read={words['read-stop']} hidden>
      <Icon name="speaker" />
      <span>{words['read-aloud']}</span>
    </button>
  );
}
