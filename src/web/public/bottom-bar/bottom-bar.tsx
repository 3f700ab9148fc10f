import { type ReactElement } from 'react';
import { type Locale } from '../../../platform/i18n/locale.ts';
import { Icon } from '../icon/icon.tsx';
import { PUBLIC_WORDS } from '../public-words.ts';

interface BottomBarProps {
  readonly locale: Locale;
  /** The one thing to do on this page. */
  readonly main?: { readonly label: string; readonly href: string } | undefined;
  /** Default true. The button is shown only by the script, and only on a device that has a voice of the page's language. */
  readonly readAloud?: boolean | undefined;
}

/** The main action within reach of the thumb, at the lower edge of the screen. */
export function BottomBar({ locale, main, readAloud = true }: BottomBarProps): ReactElement {
  const words = PUBLIC_WORDS[locale];
  return (
    <div className="bar no-print" role="region" aria-label={words['at-hand']} hidden={main === undefined}>
      <div className="inner">
        {readAloud ? (
          <button type="button" className="button quiet" data-read={words['read-stop']} hidden>
            <Icon name="speaker" />
            <span>{words['read-aloud']}</span>
          </button>
        ) : null}
        {main === undefined ? null : (
          <a className="button" href={main.href}>
            {main.label}
          </a>
        )}
      </div>
    </div>
  );
}
