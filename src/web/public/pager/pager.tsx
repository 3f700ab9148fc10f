import { type ReactElement } from 'react';
import { type Locale } from '../../../platform/i18n/locale.ts';
import { Icon } from '../icon/icon.tsx';
import { PUBLIC_WORDS } from '../public-words.ts';

interface PagerProps {
  readonly locale: Locale;
  readonly previous?: string | undefined;
  readonly next?: string | undefined;
}

/** Steps through a list page by page; nothing when there is one page. Pages have no numbers: lists are read by key. */
export function Pager({ locale, previous, next }: PagerProps): ReactElement | null {
  if (previous === undefined && next === undefined) return null;
  const words = PUBLIC_WORDS[locale];
  return (
    <nav className="row" aria-label={words.pages}>
      {previous === undefined ? null : (
        <a className="button quiet" href={previous} rel="prev">
          <Icon name="previous" />
          {words.previous}
        </a>
      )}
      {next === undefined ? null : (
        <a className="button quiet" href={next} rel="next">
          {words.next}
          <Icon name="next" />
        </a>
      )}
    </nav>
  );
}
