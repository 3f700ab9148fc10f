import { type ReactElement, type ReactNode } from 'react';
import { TabLinks } from '../../../../web/staff/components/tab-links/tab-links.tsx';
import { useWords } from '../../../../web/staff/locale.tsx';
import { STAFF_PATHS } from '../../../../web/staff/staff-paths.ts';
import { EXCHANGE_WORDS } from './exchange-messages.ts';
import './exchange.css';

/** The screens of the exchange, in the order of their tabs. */
const TABS = ['import', 'mismatches', 'messages', 'export'] as const;
export type ExchangeTab = (typeof TABS)[number];

export interface ExchangeFrameProps {
  readonly tab: ExchangeTab;
  readonly children: ReactNode;
}

/** The heading and the tabs that all screens of the exchange share. */
export function ExchangeFrame({ tab, children }: ExchangeFrameProps): ReactElement {
  const t = useWords(EXCHANGE_WORDS);
  return (
    <section className="exchange" aria-labelledby="exchange-title">
      <h1 id="exchange-title">{t('title')}</h1>
      <TabLinks label={t('title')} tabs={TABS.map((name) => ({ href: STAFF_PATHS.exchange(name), words: t(`tab.${name}`), current: name === tab }))} />
      {children}
    </section>
  );
}
