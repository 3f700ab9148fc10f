import { type ReactElement, useState } from 'react';
import { formatDong } from '../../../../kernel/money.ts';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { LoadFault } from '../../../../web/staff/components/load-state/load-fault.tsx';
import { Notice } from '../../../../web/staff/components/notice/notice.tsx';
import { useWords } from '../../../../web/staff/locale.tsx';
import { AskRefundForm } from './ask-refund-form.tsx';
import { RefundCard } from './refund-card.tsx';
import { REFUND_WORDS } from './refund-messages.ts';
import { useRefunds } from './use-refunds.ts';

/** What of one payable is owed back, was asked for and has gone back. */
export function PayableRefunds({ payableId, payer, surplus }: { readonly payableId: string; readonly payer: string; readonly surplus: number }): ReactElement | null {
  const t = useWords(REFUND_WORDS);
  const [open, setOpen] = useState(false);
  const { data } = useRefunds({ list: 'all', payableId });
  const items = data?.items ?? [];
  const left = surplus - items.filter(({ endedAt }) => endedAt === null).reduce((sum, { amount }) => sum + amount, 0);
  if (surplus === 0 && items.length === 0) return null;
  return (
    <section className="payable-owed" aria-labelledby="payable-refunds">
      <h2 id="payable-refunds">{t('title')}</h2>
      {surplus === 0 ? null : <Notice kind="check"><p><b>{t('owed', { amount: formatDong(surplus) })}</b></p></Notice>}
      {data === undefined || !data.mayAsk || left <= 0 ? null : open ? (
        <AskRefundForm payableId={payableId} payer={payer} left={left} ways={data.ways} onDone={() => { setOpen(false); }} onCancel={() => { setOpen(false); }} />
      ) : <div><Button kind="quiet" onPress={() => { setOpen(true); }}>{t('ask')}</Button></div>}
      {items.length === 0 ? null : <ul className="payable-list">{items.map((refund) => <RefundCard key={refund.id} refund={refund} linked={false} />)}</ul>}
    </section>
  );
}

function Over(): ReactElement {
  const t = useWords(REFUND_WORDS);
  const { data } = useRefunds({ list: 'over', payableId: null });
  if (data === undefined) return <></>;
  return data.items.length === 0 ? <p className="quiet">{t('none-over')}</p> : <ul className="payable-list">{data.items.map((refund) => <RefundCard key={refund.id} refund={refund} linked />)}</ul>;
}

/** The refunds of the office: those that wait for somebody, and those that are over. */
export function OfficeRefunds(): ReactElement {
  const t = useWords(REFUND_WORDS);
  const [open, setOpen] = useState(false);
  const reading = useRefunds({ list: 'under-way', payableId: null });
  return (
    <section className="office-refunds" aria-labelledby="refunds-under-way">
      <h2 id="refunds-under-way">{t('under-way')}</h2>
      {reading.data === undefined ? (reading.isError ? <LoadFault error={reading.error} onRetry={() => { void reading.refetch(); }} /> : null)
        : reading.data.items.length === 0 ? <p className="quiet">{t('none-under-way')}</p> : <ul className="payable-list">{reading.data.items.map((refund) => <RefundCard key={refund.id} refund={refund} linked />)}</ul>}
      <details onToggle={(event) => { setOpen(event.currentTarget.open); }}>
        <summary>{t('over')}</summary>
        {open ? <Over /> : null}
      </details>
    </section>
  );
}
