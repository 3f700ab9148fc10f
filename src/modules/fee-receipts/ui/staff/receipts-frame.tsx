import { type ReactElement, type ReactNode } from 'react';
import { TabLinks } from '../../../../web/staff/components/tab-links/tab-links.tsx';
import { useWords } from '../../../../web/staff/locale.tsx';
import { holds, useSession } from '../../../../web/staff/session.tsx';
import { STAFF_PATHS } from '../../../../web/staff/staff-paths.ts';
import { RECEIPT_WORDS } from './receipt-messages.ts';
import './receipts.css';

export type ReceiptTab = Parameters<typeof STAFF_PATHS.feeReceipts>[0];

/** Heading and tabs of the screens of receipts and cash; each shows what the position opens. */
export function ReceiptsFrame({ tab, children }: { readonly tab: ReceiptTab; readonly children: ReactNode }): ReactElement {
  const t = useWords(RECEIPT_WORDS);
  const session = useSession();
  const looksAfter = holds(session, 'cashier', 'unit-head', 'president', 'administrator');
  const tabs: readonly ReceiptTab[] = looksAfter ? ['receipts', 'days', 'remittances', 'series', 'cashless'] : ['receipts', 'days', 'cashless'];
  return (
    <div className="receipts-page">
      <h1>{t('title')}</h1>
      <TabLinks label={t('title')} tabs={tabs.map((one) => ({ href: STAFF_PATHS.feeReceipts(one), words: t(`tab.${one}`), current: one === tab }))} />
      {children}
    </div>
  );
}
