import { hasRole, type StaffActor } from '../../../kernel/actor.ts';
import { dongInWords } from '../../../kernel/money.ts';
import { foldForSearch } from '../../../kernel/text-folding.ts';
import { type PayableLine, type PayableResponse, type PayableSearch, type PayableSearchResponse, type StandingResponse, type Transfer } from '../contract/payable-schemas.ts';
import { missingOf, surplusOf } from '../domain/payable.ts';
import { type PayableAccount, paymentCode } from '../domain/payment-code.ts';
import { findPayable, listOpenRows, listPaidRows, listPayableEvents, listPaymentsOf, listSurplusRows, type PayableRow } from '../store/payables.ts';
import { type CounterDeps } from './deps.ts';
import { type ListedPayable, withDossiers } from './listed-payables.ts';
import { mayTakeCash } from './may-take-cash.ts';

/** A list carries so many lines; whoever looks for one of more types a few letters. */
const MOST_LINES = 100;

function line(payable: ListedPayable): PayableLine {
  return { ...payable, openedAt: payable.openedAt.toISOString() };
}

/** Whether every word that was typed begins or lies in something of a payable: its reference, the code, the payer, the procedure, an amount. */
function fits(payable: ListedPayable, words: readonly string[]): boolean {
  const text = foldForSearch([payable.reference, payable.dossierCode, payable.payerName, payable.procedureName, String(payable.missing), String(payable.amount)].join(' '));
  return words.every((word) => text.includes(word));
}

/** One of the lists of the counter, narrowed down by what was typed. */
export async function searchPayables({ db, payables }: CounterDeps, communeCode: string, { list, q }: PayableSearch): Promise<PayableSearchResponse> {
  const rows = list === 'open' ? await listOpenRows(db, communeCode) : list === 'surplus' ? await listSurplusRows(db, communeCode) : await listPaidRows(db, communeCode, MOST_LINES * 5);
  const words = foldForSearch(q.replaceAll(/(?<=\d)[.,](?=\d{3})/gu, '')).split(' ').filter((word) => word !== '');
  const found = (await withDossiers(payables, db, communeCode, rows)).filter((payable) => fits(payable, words));
  return { items: found.slice(0, MOST_LINES).map(line), count: found.length, missing: found.reduce((sum, { missing }) => sum + missing, 0) };
}

/** Where a transfer for a payable goes; null when nothing is missing or there is no account. */
export function transferOf(account: PayableAccount | undefined, row: PayableRow): Transfer | null {
  const missing = missingOf(row);
  if (account === undefined || missing === 0) return null;
  const code = paymentCode(account, { missing, reference: row.reference });
  return code.ok ? { bankName: account.bankName, number: account.number, holder: account.holder, memo: row.reference, qr: code.value } : null;
}

/** One payable with everything that happened to it; undefined when the commune has none. */
export async function payableView({ db, payables, bankAccountOf, desk }: CounterDeps, actor: StaffActor, id: string, now: Date): Promise<PayableResponse | undefined> {
  const { communeCode } = actor;
  const row = await findPayable(db, communeCode, id);
  if (row === undefined) return undefined;
  const [[listed], payments, events, account, mayTake, gives] = await Promise.all([
    withDossiers(payables, db, communeCode, [row]), listPaymentsOf(db, communeCode, id), listPayableEvents(db, communeCode, id), bankAccountOf(communeCode), mayTakeCash(db, actor, now), desk.givesReceipt(communeCode, actor.staffId, now),
  ]);
  if (listed === undefined) return undefined;
  return {
    ...line(listed),
    closedAt: row.closed_at?.toISOString() ?? null,
    closeReason: row.close_reason,
    refunded: row.refunded,
    inWords: dongInWords(listed.missing > 0 ? listed.missing : listed.amount),
    transfer: transferOf(account, row),
    hasAccount: account !== undefined,
    mayTake,
    byHand: !gives,
    mayCorrect: hasRole(actor, 'cashier'),
    payments: payments.map((one) => ({
      id: one.id, method: one.method, amount: one.amount, given: one.given, paidAt: one.paid_at.toISOString(), recordedAt: one.recorded_at.toISOString(), source: one.source, takenBy: one.taken_by_name, receiptElsewhere: one.receipt_elsewhere,
      reversed: one.reversed_at === null ? null : { at: one.reversed_at.toISOString(), by: one.reversed_by_name, reason: one.reverse_reason ?? '' },
    })),
    events: events.map((one) => ({ at: one.at.toISOString(), kind: one.kind, amount: one.amount, state: one.state, by: one.actor_name, reason: one.reason })),
  };
}

/** Whether a payable was paid meanwhile, without anybody's name; undefined when the commune has none. */
export async function standingView({ db, bankAccountOf }: CounterDeps, communeCode: string, id: string): Promise<StandingResponse | undefined> {
  const row = await findPayable(db, communeCode, id);
  if (row === undefined) return undefined;
  const [payments, account] = await Promise.all([listPaymentsOf(db, communeCode, id), bankAccountOf(communeCode)]);
  const last = payments.findLast(({ reversed_at }) => reversed_at === null);
  return {
    state: row.state, amount: row.amount, missing: missingOf(row), surplus: surplusOf(row), reference: row.reference, transfer: transferOf(account, row),
    last: last === undefined ? null : { method: last.method, amount: last.amount, at: last.recorded_at.toISOString() },
  };
}
