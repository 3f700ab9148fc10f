import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { type Tx } from '../../../platform/db/database.ts';
import { decideRecord, decideRefunded, decideReverse, type PaymentFit } from '../domain/decide-payable.ts';
import { missingOf, type PayableStanding, type PayableState, type PaymentMethod, surplusOf } from '../domain/payable.ts';
import { findPayable, findPayment, findPaymentBySource, findReceiptElsewhere, insertPayment, insertRefund, markReversed, type PayableRow, type PaymentRow } from '../store/payables.ts';
import { sumUnderWay } from '../store/refunds.ts';
import { type PayableDeps } from './deps.ts';
import { lockPayable, type MoneyMoment, writeStanding } from './keep-payable.ts';

/** Money that came in. */
export interface PaymentWish extends MoneyMoment {
  readonly payableId: string;
  readonly method: PaymentMethod;
  /** Whole đồng, from 1. */
  readonly amount: number;
  /** When the payer paid, as far as it is known. */
  readonly paidAt: Date;
  /** Where it is known from, once in the commune: `statement-line:<id>`, `provider:<name>:<transaction>`, `counter:<command>`. */
  readonly source: string;
  /** Cash that was handed over, where it was more. */
  readonly given?: number;
  /** The number of its receipt, where that was written by hand outside the program. */
  readonly receiptElsewhere?: string;
}

/** What came of it. */
export interface RecordedPayment {
  /** `known`: this source was recorded before; nothing was changed, and `paymentId` and `payableId` say by which payment. */
  readonly outcome: 'recorded' | 'known';
  readonly paymentId: string;
  readonly payableId: string;
  /** How it fitted; of a known one, how the payable stands: `exact` when it is neither short nor over. */
  readonly fit: PaymentFit;
  readonly state: PayableState;
  /** Still to be paid. */
  readonly missing: number;
  /** Owed back to the payer. */
  readonly surplus: number;
}

function answerOf(outcome: RecordedPayment['outcome'], payment: Pick<PaymentRow, 'id' | 'payable_id'>, standing: PayableStanding, fit: PaymentFit): RecordedPayment {
  return { outcome, paymentId: payment.id, payableId: payment.payable_id, fit, state: standing.state, missing: missingOf(standing), surplus: surplusOf(standing) };
}

async function known(tx: Tx, communeCode: string, before: PaymentRow): Promise<Result<RecordedPayment>> {
  const payable = await findPayable(tx, communeCode, before.payable_id);
  if (payable === undefined) throw new Error(`the payment ${before.id} belongs to no payable`);
  return ok(answerOf('known', before, payable, missingOf(payable) > 0 ? 'under' : surplusOf(payable) > 0 ? 'over' : 'exact'));
}

/**
 * Records money that came in for a payable, in the caller's transaction; the dossier follows in it. A source that is known changes nothing and answers `known`, also when
 * two tell of it at once. Less leaves the payable open, more makes it paid and names the surplus, money for a cancelled or paid one is a surplus altogether.
 * Refuses `payable.not-found`, what is no whole amount, a receipt number from elsewhere that stands with another payment of the last year, and what `onPayment` refuses.
 */
export async function recordPayment(deps: PayableDeps, tx: Tx, wish: PaymentWish): Promise<Result<RecordedPayment>> {
  const { communeCode, at, actor } = wish;
  const payable = await lockPayable(deps, tx, communeCode, wish.payableId);
  if (payable === undefined) return refuse('payable.not-found');
  const before = await findPaymentBySource(tx, communeCode, wish.source);
  if (before !== undefined) return known(tx, communeCode, before);
  const decided = decideRecord(payable, wish.amount);
  if (!decided.ok) return decided;
  const receiptElsewhere = wish.receiptElsewhere ?? null;
  const other = receiptElsewhere === null ? undefined : await findReceiptElsewhere(tx, communeCode, receiptElsewhere, at);
  if (receiptElsewhere !== null && other !== undefined) return refuse('payment.receipt-noted-already', { number: receiptElsewhere }, 'receiptElsewhere');
  const id = deps.newId();
  const written = await insertPayment(tx, {
    commune_code: communeCode, id, payable_id: payable.id, method: wish.method, amount: wish.amount, given: wish.given ?? null, paid_at: wish.paidAt, recorded_at: at, source: wish.source,
    taken_by: actor?.staffId ?? null, taken_by_name: actor?.name ?? null, receipt_elsewhere: receiptElsewhere,
  });
  if (!written) {
    // Somebody recorded the same source for another payable between our look and our write.
    const same = await findPaymentBySource(tx, communeCode, wish.source);
    if (same === undefined) throw new Error(`the payment ${wish.source} was neither written nor there`);
    return known(tx, communeCode, same);
  }
  const dossier = payable.dossier_id === null ? undefined : (await deps.dossiersOf(tx, communeCode, [payable.dossier_id])).get(payable.dossier_id);
  const heard = await deps.onPayment(
    tx,
    { communeCode, id, payableId: payable.id, dossierId: payable.dossier_id, purpose: payable.purpose, method: wish.method, amount: wish.amount, paidAt: wish.paidAt, takenBy: actor, payerName: dossier?.payerName ?? null, receiptElsewhere },
    at,
  );
  if (!heard.ok) return heard;
  const { standing, fit, missing, surplus } = decided.value;
  const facts = { paymentId: id, amount: wish.amount, method: wish.method, fit, missing, surplus };
  const paidNow = standing.state === 'paid' && payable.state !== 'paid';
  await writeStanding(
    deps, tx, payable, standing, wish,
    { kind: 'recorded', amount: wish.amount, paidBy: { paymentId: id, method: wish.method, paidAt: wish.paidAt, reference: payable.reference, source: wish.source } },
    [{ topic: 'PaymentRecorded', payload: facts }, ...(paidNow ? [{ topic: 'PayablePaid', payload: { paymentId: id } }] : [])],
  );
  return ok(answerOf('recorded', { id, payable_id: payable.id }, standing, fit));
}

/**
 * Takes a payment back that was recorded wrongly, with its reason, in the caller's transaction; the payable is open again when it is not covered any more.
 * Refuses `payment.not-found`, one that was reversed, one whose money was paid back or is about to be, no reason, and what `onMoneyBack` refuses.
 */
export async function reversePayment(deps: PayableDeps, tx: Tx, wish: MoneyMoment & { readonly paymentId: string; readonly reason: string }): Promise<Result<{ readonly payable: PayableRow; readonly standing: PayableStanding; readonly amount: number }>> {
  const { communeCode, at, actor } = wish;
  const seen = await findPayment(tx, communeCode, wish.paymentId);
  const payable = seen === undefined ? undefined : await lockPayable(deps, tx, communeCode, seen.payable_id);
  // Read again under the payable's lock: somebody may have reversed it meanwhile.
  const payment = await findPayment(tx, communeCode, wish.paymentId);
  if (payable === undefined || payment === undefined) return refuse('payment.not-found');
  if ((await sumUnderWay(tx, communeCode, payable.id)) > 0) return refuse('payment.refund-under-way');
  const decided = decideReverse(payable, { amount: payment.amount, reversed: payment.reversed_at !== null }, wish.reason);
  if (!decided.ok) return decided;
  const { standing, reason } = decided.value;
  await markReversed(tx, payment, { reversed_at: at, reversed_by: actor?.staffId ?? null, reversed_by_name: actor?.name ?? null, reverse_reason: reason });
  const heard = await deps.onMoneyBack(tx, { communeCode, kind: 'reversed', sourceId: payment.id, payableId: payable.id, method: payment.method, amount: payment.amount, reason, by: actor, at });
  if (!heard.ok) return heard;
  await writeStanding(deps, tx, payable, standing, wish, { kind: 'reversed', amount: payment.amount, reason }, [{ topic: 'PaymentReversed', payload: { paymentId: payment.id, amount: payment.amount } }]);
  return ok({ payable, standing, amount: payment.amount });
}

/** Money that has gone back. */
interface GoneMoney extends MoneyMoment {
  readonly payableId: string;
  /** Whole đồng, from 1. */
  readonly amount: number;
  readonly method: PaymentMethod;
  readonly evidence: string;
  readonly reason: string;
  /** Who answers for it: whoever paid, or approved what a gateway paid. */
  readonly by: { readonly staffId: string; readonly name: string };
}

/** Notes that money went back, in the caller's transaction. Refuses `payable.not-found`, more than the office holds, and what `onMoneyBack` refuses. */
export async function noteRefund(deps: PayableDeps, tx: Tx, wish: GoneMoney): Promise<Result<PayableStanding>> {
  const { communeCode, at, amount, method, evidence, reason, by } = wish;
  const payable = await lockPayable(deps, tx, communeCode, wish.payableId);
  if (payable === undefined) return refuse('payable.not-found');
  const decided = decideRefunded(payable, amount);
  if (!decided.ok) return decided;
  const id = deps.newId();
  await insertRefund(tx, { commune_code: communeCode, id, payable_id: payable.id, method, amount, paid_back_at: at, evidence, reason, paid_back_by: by.staffId, paid_back_by_name: by.name });
  const heard = await deps.onMoneyBack(tx, { communeCode, kind: 'refunded', sourceId: id, payableId: payable.id, method, amount, reason, by, at });
  if (!heard.ok) return heard;
  await writeStanding(deps, tx, payable, decided.value, { ...wish, actor: by }, { kind: 'refunded', amount, reason }, [{ topic: 'SurplusRefunded', payload: { refundId: id, amount } }]);
  return decided;
}
