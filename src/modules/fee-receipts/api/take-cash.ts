import { type Actor } from '../../../kernel/actor.ts';
import { dateAt } from '../../../kernel/local-time.ts';
import { ok, type Problem, refuse, type Result } from '../../../kernel/result.ts';
import { type Tx } from '../../../platform/db/database.ts';
import { appendLines } from '../../../platform/journal/append-lines.ts';
import { readSetting } from '../../settings/index.ts';
import { decideCash } from '../domain/decide-cashier-day.ts';
import { yearOf } from '../domain/receipt-rules.ts';
import { symbolOfYear } from '../domain/receipt-symbol.ts';
import { DAY_OPENING } from '../settings.ts';
import { findDayOf, holdDayOf, holdOpenDayOfTaking, insertDay, insertTaking } from '../store/cashier-days.ts';
import { findReceiptOfPayment, insertEvent, listReceiptsOfPayable, loadReceiptForUpdate, updateReceipt } from '../store/receipts.ts';
import { isKept } from './correct-receipt.ts';
import { type FeeReceiptsDeps } from './deps.ts';
import { issueReceipt, usableSeries } from './issue-receipt.ts';

/** Money that moved, told in the transaction that moved it. */
export interface MovedMoney {
  readonly communeCode: string;
  readonly kind: 'recorded' | 'reversed' | 'refunded';
  /** The payment, or the refund of a surplus. */
  readonly sourceId: string;
  readonly payableId: string;
  readonly method: 'cash' | 'transfer' | 'online';
  readonly amount: number;
  readonly reason: string;
  readonly by: { readonly staffId: string; readonly name: string } | null;
  readonly at: Date;
  /** The number of a receipt that was written outside the program; left out: the program gives it. */
  readonly receiptElsewhere?: string | null;
}

/** Who gives the receipt, for the journal: the person who took the money, or the program. */
export function actorOf(communeCode: string, by: MovedMoney['by']): Actor {
  return by === null ? { kind: 'anonymous' } : { kind: 'staff', staffId: by.staffId, communeCode, fullName: by.name, userName: '', positions: [] };
}

const PROGRAM = { staffId: '00000000-0000-0000-0000-000000000000', name: 'Chương trình' } as const;

/** The open day of whoever takes or gives cash: opened by itself where the office allows it. Refuses `fee-receipts.no-open-day` and a day that was closed. */
async function openDayOf(deps: FeeReceiptsDeps, tx: Tx, communeCode: string, by: { readonly staffId: string; readonly name: string }, at: Date): Promise<Result<string>> {
  const day = dateAt(at.getTime());
  const held = await holdDayOf(tx, communeCode, by.staffId, day);
  if (held !== undefined && held.state !== 'open') return refuse('fee-receipts.day-ended-already');
  const decided = decideCash(held !== undefined, await readSetting(tx, communeCode, DAY_OPENING, at));
  if (!decided.ok) return decided;
  if (held !== undefined) return ok(held.id);
  const id = deps.newId();
  const opened = await insertDay(tx, { commune_code: communeCode, id, cashier_id: by.staffId, cashier_name: by.name, day, state: 'open', opened_at: at, by_itself: true, float_amount: 0, float_notes: '{}', synthetic: false });
  if (opened) {
    await appendLines(tx, communeCode, [{ at, actor: { kind: 'anonymous' }, address: 'program', action: 'cashier-day.opened-by-itself', object: `cashier-day:${id}`, facts: { cashier: by.staffId, day } }]);
    return ok(id);
  }
  // The same cashier at another desk opened it between our look and our write.
  const other = await holdDayOf(tx, communeCode, by.staffId, day);
  return other?.state === 'open' ? ok(other.id) : refuse('fee-receipts.day-ended-already');
}

/** What keeps somebody from taking cash now: the day was closed, or has to be opened first. Undefined: nothing. */
export async function findCashHindrance({ db }: Pick<FeeReceiptsDeps, 'db'>, communeCode: string, staffId: string, now: Date): Promise<Problem | undefined> {
  const day = await findDayOf(db, communeCode, staffId, dateAt(now.getTime()));
  if (day !== undefined) return day.state === 'open' ? undefined : { code: 'fee-receipts.day-ended-already' };
  const decided = decideCash(false, await readSetting(db, communeCode, DAY_OPENING, now));
  return decided.ok ? undefined : decided.problem;
}

/** Whether the program gives a receipt at once for what somebody takes: a series or a book is in force. */
export async function givesReceipt({ db }: Pick<FeeReceiptsDeps, 'db'>, communeCode: string, staffId: string, now: Date): Promise<boolean> {
  return (await usableSeries(db, communeCode, dateAt(now.getTime()), staffId)).length > 0;
}

/** Asks for the end of the receipt of a payment that was reversed or paid back; a second person ends it. */
async function askForVoid(tx: Tx, paymentId: string, why: string, { communeCode, by, reason, at }: MovedMoney): Promise<void> {
  const known = await findReceiptOfPayment(tx, communeCode, paymentId);
  const receipt = known === undefined ? undefined : await loadReceiptForUpdate(tx, communeCode, known.id);
  if (receipt === undefined || receipt.asked_at !== null || receipt.ended_at !== null) return;
  const asker = by ?? PROGRAM;
  const words = `${why}: ${reason}`;
  await updateReceipt(tx, communeCode, receipt.id, { asked_how: 'void', asked_at: at, asked_by: asker.staffId, asked_by_name: asker.name, asked_reason: words, asked_words: null });
  await insertEvent(tx, communeCode, receipt.id, { kind: 'asked', at, by_id: by?.staffId ?? null, by_name: asker.name, words });
}

/**
 * Follows money in the transaction that moves it. Cash goes into or out of the day of whoever takes or gives it, and its receipt is given at once; a
 * payment that was reversed, or a charge that is none any more and was paid back, asks for the end of its receipt. Refuses a receipt number from elsewhere while the program gives numbers, cash without an open day where the office wants one, and into a closed day.
 */
export async function followMovedMoney(deps: FeeReceiptsDeps, tx: Tx, moved: MovedMoney): Promise<Result<void>> {
  const { communeCode, kind, sourceId, payableId, method, amount, by, at } = moved;
  let dayId: string | null = null;
  if (method === 'cash' && by !== null) {
    // A payment that was taken back on its own day leaves the drawer that it went into.
    const own = kind === 'reversed' ? await holdOpenDayOfTaking(tx, communeCode, sourceId) : undefined;
    const day = own === undefined ? await openDayOf(deps, tx, communeCode, by, at) : ok(own.id);
    if (!day.ok) return day;
    dayId = day.value;
    await insertTaking(tx, { communeCode, sourceId, payableId, kind: kind === 'recorded' ? 'taken' : 'given-back', dayId, amount, at });
  }
  if (kind === 'reversed') await askForVoid(tx, sourceId, 'Đã hủy ghi nhận lần nộp tiền', moved);
  if (kind === 'refunded') {
    // Of what was only paid too much the receipt holds; of what is no charge any more it does not.
    for (const receipt of await listReceiptsOfPayable(tx, communeCode, payableId)) {
      if (!isKept(await deps.paymentOf(tx, communeCode, receipt.payment_id))) await askForVoid(tx, receipt.payment_id, 'Đã trả lại tiền', moved);
    }
  }
  if (kind === 'recorded' && method === 'cash' && (moved.receiptElsewhere ?? null) !== null) {
    // Two receipts for one payment are worse than none: where the program gives the number, nobody writes another one.
    const [series] = await usableSeries(tx, communeCode, dateAt(at.getTime()), by?.staffId ?? null);
    return series === undefined ? ok(undefined) : refuse('fee-receipts.number-given-here', { symbol: symbolOfYear(series.symbol, yearOf(dateAt(at.getTime()))) }, 'receiptElsewhere');
  }
  if (kind === 'recorded' && method === 'cash') {
    const issued = await issueReceipt(deps, tx, { moment: { communeCode, at, actor: actorOf(communeCode, by), address: 'program' }, paymentId: sourceId, cashierDayId: dayId });
    // Money of which nothing is a charge needs no receipt; it goes back.
    if (!issued.ok && issued.problem.code !== 'fee-receipts.nothing-charged') return issued;
  }
  return ok(undefined);
}
