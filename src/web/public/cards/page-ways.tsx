import { type ReactElement } from 'react';

interface PageWaysProps {
  /** What the pages have in common, for screen readers. */
  readonly label: string;
  readonly ways: readonly { readonly href: string; readonly label: string; readonly current: boolean }[];
}

/** The way between a few pages that belong together; on a phone it wraps. */
export function PageWays({ label, ways }: PageWaysProps): ReactElement {
  return (
    <nav className="ways no-print" aria-label={label}>
      {ways.map((way) => (
        <a key={way.href} href={way.href} aria-current={way.current ? 'page' : undefined}>
          {way.label}
        </a>
      ))}
    </nav>
  );
}
