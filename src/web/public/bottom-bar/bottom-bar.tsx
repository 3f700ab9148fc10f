import { type ReactElement } from 'react';
import { type Locale } from '../../../platform/i18n/locale.ts';
import { PUBLIC_WORDS } from '../public-words.ts';
import { ReadAloud } from '../read-aloud/read-aloud.tsx';

interface BottomBarProps {
  readonly locale: Locale;
  /** The one thing to do on this page. */
  readonly main?: { readonly label: string; readonly href: string } | undefined;
}

/** The main action within reach of the thumb, at the lower edge of the screen. */
export function BottomBar({ locale, main }: BottomBarProps): ReactElement {
  const words = PUBLIC_WORDS[locale];
  return (
    <div className="bar no-print" role="region" aria-label={words['at-hand']} hidden={main === undefined}>
      <div className="inner">
        <ReadAloud locale={locale} />
        {main === undefined ? null : (
          <a className="button" href={main.href}>
            {main.label}
          </a>
        )}
      </div>
    </div>
  );
}
