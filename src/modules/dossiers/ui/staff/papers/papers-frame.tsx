import { type ReactElement, type ReactNode } from 'react';
import { TabLinks } from '../../../../../web/staff/components/tab-links/tab-links.tsx';
import { useWords } from '../../../../../web/staff/locale.tsx';
import { STAFF_PATHS } from '../../../../../web/staff/staff-paths.ts';
import { PAPER_BOOK_WORDS } from './paper-book-messages.ts';
import './papers.css';

/** The screens for papers, in the order of their tabs. */
const TABS = ['register', 'hand-over', 'issued'] as const;
type PapersTab = (typeof TABS)[number];

/** The heading and the tabs that the screens for registers, slips and issued papers share. */
export function PapersFrame({ tab, children }: { readonly tab: PapersTab; readonly children: ReactNode }): ReactElement {
  const t = useWords(PAPER_BOOK_WORDS);
  return (
    <section className="papers" aria-labelledby="papers-title">
      <h1 id="papers-title">{t('title')}</h1>
      <TabLinks label={t('title')} tabs={TABS.map((name) => ({ href: STAFF_PATHS.papers(name), words: t(`tab.${name}`), current: name === tab }))} />
      {children}
    </section>
  );
}
