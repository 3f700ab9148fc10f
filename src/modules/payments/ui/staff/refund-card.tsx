import { type ReactElement, useId, useState } from 'react';
import { Link } from 'wouter';
import { momentWords } from '../../../../kernel/date-words.ts';
import { formatDong } from '../../../../kernel/money.ts';
import { Icon, type IconName } from '../../../../web/public/icon/icon.tsx';
import { useCommand } from '../../../../web/staff/api/use-command.ts';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { Notice } from '../../../../web/staff/components/notice/notice.tsx';
import { useLocale, useWords } from '../../../../web/staff/locale.tsx';
import { STAFF_PATHS } from '../../../../web/staff/staff-paths.ts';
import { type RefundDone, type RefundItem } from '../../contract/refund-schemas.ts';
import { RefusalNotice } from './cash-form.tsx';
import { ReasonForm, TextField } from './money-forms.tsx';
import { REFUND_WORDS } from './refund-messages.ts';

/** How a state looks: a picture and a colour beside its word. */
const LOOK: Readonly<Record<RefundItem['state'], { readonly icon: IconName; readonly tone: 'open' | 'partly' | 'paid' | 'cancelled' | 'failed' }>> = {
  asked: { icon: 'near', tone: 'partly' }, approved: { icon: 'near', tone: 'partly' }, sending: { icon: 'paused', tone: 'open' }, failed: { icon: 'overdue', tone: 'failed' },
  paid: { icon: 'good', tone: 'paid' }, refused: { icon: 'bad', tone: 'cancelled' }, withdrawn: { icon: 'bad', tone: 'cancelled' },
};

/** Where the voucher is that the payee signs. */
function voucherOf({ id }: RefundItem): string {
  return `/api/refunds/${id}/voucher.pdf`;
}

interface Ends {
  readonly refund: RefundItem;
  readonly onClose: () => void;
}

function DeclineForm({ refund, onClose }: Ends): ReactElement {
  const t = useWords(REFUND_WORDS);
  const id = useId();
  const [words, setWords] = useState('');
  const { busy, refusal, send } = useCommand<RefundDone>(onClose);
  return (
    <form className="money-form" aria-label={t('decline')} onSubmit={(event) => { event.preventDefault(); void send(`/api/refunds/${refund.id}/decision`, { agree: false, words }); }}>
      <TextField id={id} label={t('decline-reason')} value={words} onChange={setWords} />
      <RefusalNotice refusal={refusal} />
      <div className="money-buttons"><Button submit busy={busy}>{t('decline')}</Button><Button kind="quiet" onPress={onClose}>{t('cancel')}</Button></div>
    </form>
  );
}

/** What proves that it was paid: a voucher that the payee signed, or the order to the bank. */
function PaidForm({ refund }: { readonly refund: RefundItem }): ReactElement {
  const t = useWords(REFUND_WORDS);
  const id = useId();
  const [evidence, setEvidence] = useState('');
  const { busy, refusal, send } = useCommand<RefundDone>(() => undefined);
  const way = refund.way === 'transfer' ? 'transfer' : 'cash';
  return (
    <form className="money-form" aria-label={t(`pay-${way}`)} onSubmit={(event) => { event.preventDefault(); void send(`/api/refunds/${refund.id}/paid`, { evidence }); }}>
      {way === 'cash' ? <p><a href={voucherOf(refund)} target="_blank" rel="noreferrer">{t('voucher')}</a></p> : null}
      <TextField id={id} label={t(`evidence-${way}`)} value={evidence} onChange={setEvidence} />
      {way === 'cash' ? null : <p className="quiet">{t('evidence-note', { reference: refund.reference })}</p>}
      <RefusalNotice refusal={refusal} />
      <div className="money-buttons"><Button submit busy={busy}>{t(`pay-${way}`)}</Button></div>
    </form>
  );
}

function Acts({ refund }: { readonly refund: RefundItem }): ReactElement | null {
  const t = useWords(REFUND_WORDS);
  const [open, setOpen] = useState<'decline' | 'withdraw' | null>(null);
  const close = (): void => { setOpen(null); };
  const { busy, refusal, send } = useCommand<RefundDone>(close);
  const { may } = refund;
  if (may.length === 0) return null;
  if (open === 'decline') return <DeclineForm refund={refund} onClose={close} />;
  if (open === 'withdraw') return <ReasonForm path={`/api/refunds/${refund.id}/withdraw`} title={t('withdraw')} lead="" onDone={close} onCancel={close} />;
  return (
    <>
      {may.includes('pay') ? <PaidForm refund={refund} /> : null}
      <RefusalNotice refusal={refusal} />
      <div className="money-buttons">
        {may.includes('decide') ? <><Button busy={busy} onPress={() => { void send(`/api/refunds/${refund.id}/decision`, { agree: true, words: '' }); }}>{t('approve')}</Button><Button kind="quiet" onPress={() => { setOpen('decline'); }}>{t('decline')}</Button></> : null}
        {may.includes('retry') ? <Button busy={busy} onPress={() => { void send(`/api/refunds/${refund.id}/retry`, {}); }}>{t('retry')}</Button> : null}
        {may.includes('withdraw') ? <Button kind="plain" onPress={() => { setOpen('withdraw'); }}>{t('withdraw')}</Button> : null}
      </div>
    </>
  );
}

/** One refund from the request to the money: who asked, who approved, what the gateway says, and what may be done about it now. */
export function RefundCard({ refund, linked }: { readonly refund: RefundItem; readonly linked: boolean }): ReactElement {
  const t = useWords(REFUND_WORDS);
  const { locale } = useLocale();
  const moment = (at: string | null): string => (at === null ? '' : momentWords(Date.parse(at), locale, 'without-year'));
  const { state } = refund;
  const [payer, by] = [refund.payerName ?? refund.reference, refund.decidedBy ?? ''];
  return (
    <li>
      <b>{t('line', { amount: formatDong(refund.amount), payee: refund.payee, way: t(`way.${refund.way}`) })}</b>
      <span className={`payable-state payable-state-${LOOK[state].tone}`}><Icon name={LOOK[state].icon} />{t(`state.${state}`)}</span>
      {linked ? <small><Link href={STAFF_PATHS.payable(refund.payableId)} aria-label={t('open', { name: payer })}>{payer}{refund.dossierCode === null ? '' : ` · ${refund.dossierCode}`}</Link></small> : null}
      {refund.account === null ? null : <small>{t('to-account', { account: refund.account, reference: refund.reference })}</small>}
      <small className="quiet">{t('asked', { name: refund.askedBy, moment: moment(refund.askedAt), reason: refund.reason })}</small>
      {refund.decidedAt === null ? null : <small className="quiet">{state === 'refused' ? t('declined', { name: by, moment: moment(refund.decidedAt), reason: refund.decisionWords ?? '' }) : t('approved', { name: by, moment: moment(refund.decidedAt) })}</small>}
      {state === 'withdrawn' ? <small className="quiet">{t('withdrawn', { moment: moment(refund.endedAt), name: refund.endedBy ?? '', reason: refund.endReason ?? '' })}</small> : null}
      {refund.gatewayWords === null ? null : <small>{t('gateway-said', { words: refund.gatewayWords })}</small>}
      {refund.paidAmount === null ? null : <small>{t('paid', { amount: formatDong(refund.paidAmount), moment: moment(refund.endedAt), evidence: refund.evidence ?? '' })}</small>}
      {state === 'paid' && refund.way === 'cash' ? <small><a href={voucherOf(refund)} target="_blank" rel="noreferrer">{t('voucher')}</a></small> : null}
      {refund.paidAmount === null || refund.paidAmount === refund.amount ? null : <Notice kind="check"><p>{t('paid-other', { paid: formatDong(refund.paidAmount), amount: formatDong(refund.amount) })}</p></Notice>}
      {refund.beyond ? <Notice kind="bad"><p>{t('beyond')}</p></Notice> : null}
      <Acts refund={refund} />
    </li>
  );
}
