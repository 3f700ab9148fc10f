import { type ReactElement } from 'react';
import { Link } from 'wouter';
import './tab-links.css';

export interface TabLinksProps {
  /** What the screens behind the tabs are together. */
  readonly label: string;
  readonly tabs: readonly { readonly href: string; readonly words: string; readonly current: boolean }[];
}

/** The tabs of screens that belong together. On a phone they stay in one line, which is pushed sideways. */
export function TabLinks({ label, tabs }: TabLinksProps): ReactElement {
  return (
    <nav className="tab-links" aria-label={label}>
      {tabs.map(({ href, words, current }) => <Link key={href} href={href} aria-current={current ? 'page' : undefined}>{words}</Link>)}
    </nav>
  );
}
