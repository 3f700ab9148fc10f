import { MAX_DONG } from '../../../kernel/money.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { MAX_PAYABLE, missingOf, type PayableStanding, type PayableState, type PaymentMethod, surplusOf } from './payable.ts';

/** What a payment made of its payable: exactly what was missing, less, more, or money for what is not due any more. */
export type PaymentFit = 'exact' | 'under' | 'over' | 'not-due';

const wholeWithin = (amount: number, most: number): boolean => Number.isSafeInteger(amount) && amount > 0 && amount <= most;

/** Opens a payable. Refuses what is no whole amount from 1 đồng to ten thousand million. */
export function decideOpen(amount: number): Result<PayableStanding> {
  return wholeWithin(amount, MAX_PAYABLE) ? ok({ state: 'open', amount, paid: 0, refunded: 0 }) : refuse('payable.amount-wrong', { most: MAX_PAYABLE }, 'amount');
}

/** Where a payable that is not cancelled stands by what came in and what it asks for. */
function settled(standing: Omit<PayableStanding, 'state'>): PayableStanding {
  const state: PayableState = standing.paid - standing.refunded >= standing.amount ? 'paid' : 'open';
  return { ...standing, state };
}

/** Changes what is to be paid: it may become paid by it, or open again for the difference. Refuses a cancelled one and a wrong amount. */
export function decideChange(payable: PayableStanding, amount: number): Result<PayableStanding> {
  if (payable.state === 'cancelled') return refuse('payable.cancelled');
  if (!wholeWithin(amount, MAX_PAYABLE)) return refuse('payable.amount-wrong', { most: MAX_PAYABLE }, 'amount');
  return ok(settled({ ...payable, amount }));
}

/** Cancels a payable with the reason; what was paid for it is owed back from then on. Refuses one that is cancelled, and no reason. */
export function decideCancel(payable: PayableStanding, reason: string): Result<{ readonly standing: PayableStanding; readonly reason: string; readonly surplus: number }> {
  if (payable.state === 'cancelled') return refuse('payable.cancelled');
  const words = plain(reason);
  if (words === '') return refuse('payable.reason-missing', {}, 'reason');
  const standing = { ...payable, state: 'cancelled' } as const;
  return ok({ standing, reason: words, surplus: surplusOf(standing) });
}

/** A payment that may be written. */
export interface PaymentDecision {
  readonly standing: PayableStanding;
  readonly fit: PaymentFit;
  /** Still to be paid after it. */
  readonly missing: number;
  /** Owed back after it. */
  readonly surplus: number;
}

/**
 * Money that came in for a payable, whatever its state: money is never turned away, since it is there. One đồng less leaves it open; more makes it paid
 * and names the surplus; money for a cancelled or paid one is a surplus altogether. Refuses what is no whole amount from 1 đồng on.
 */
export function decideRecord(payable: PayableStanding, amount: number): Result<PaymentDecision> {
  if (!wholeWithin(amount, MAX_DONG) || payable.paid + amount > MAX_DONG) return refuse('payment.amount-unreadable', { most: MAX_DONG }, 'amount');
  const before = missingOf(payable);
  const sum = { ...payable, paid: payable.paid + amount };
  const standing: PayableStanding = payable.state === 'cancelled' ? sum : settled(sum);
  const fit: PaymentFit = before === 0 ? 'not-due' : amount === before ? 'exact' : amount < before ? 'under' : 'over';
  return ok({ standing, fit, missing: missingOf(standing), surplus: surplusOf(standing) });
}

/** Takes a payment back that was recorded wrongly: the payable is open again when it is not covered any more. Refuses one that was reversed, one whose money was paid back, and no reason. */
export function decideReverse(payable: PayableStanding, payment: { readonly amount: number; readonly reversed: boolean }, reason: string): Result<{ readonly standing: PayableStanding; readonly reason: string }> {
  if (payment.reversed) return refuse('payment.reversed-already');
  const words = plain(reason);
  if (words === '') return refuse('payment.reason-missing', {}, 'reason');
  const paid = payable.paid - payment.amount;
  if (paid < payable.refunded) return refuse('payment.refunded-already', { refunded: payable.refunded });
  const standing: PayableStanding = payable.state === 'cancelled' ? { ...payable, paid } : settled({ ...payable, paid });
  return ok({ standing, reason: words });
}

/**
 * Money that has gone back. It is noted even where the surplus has become smaller meanwhile: then the payable lacks it again. Refuses more than ever came in and
 * was not paid back: that is nobody's surplus.
 */
export function decideRefunded(payable: PayableStanding, amount: number): Result<PayableStanding> {
  if (!wholeWithin(amount, payable.paid - payable.refunded)) return refuse('payable.refund-too-much', { surplus: payable.paid - payable.refunded }, 'amount');
  const sum = { ...payable, refunded: payable.refunded + amount };
  return ok(payable.state === 'cancelled' ? sum : settled(sum));
}

/**
 * Cash at the counter: exactly what is missing is taken, the rest of what was handed over goes back at once. Refuses a payable that is not open, an amount
 * on the cashier's screen that is not what is missing any more, and too little money.
 */
export function decideCash(payable: PayableStanding, wish: { readonly amount: number; readonly given: number }): Result<{ readonly amount: number; readonly change: number }> {
  if (payable.state === 'paid') return refuse('payable.paid-already');
  if (payable.state === 'cancelled') return refuse('payable.cancelled');
  const missing = missingOf(payable);
  if (wish.amount !== missing) return refuse('payable.changed-meanwhile', { amount: missing }, 'amount');
  if (!wholeWithin(wish.given, MAX_DONG)) return refuse('payment.amount-unreadable', { most: MAX_DONG }, 'given');
  if (wish.given < missing) return refuse('payment.given-too-little', { missing: missing - wish.given }, 'given');
  return ok({ amount: missing, change: wish.given - missing });
}

/** How money may be noted by an officer who confirms it without a statement. */
export function methodOf(way: 'cash' | 'transfer' | 'other'): PaymentMethod {
  return way === 'other' ? 'online' : way;
}

function plain(text: string): string {
  return text.normalize('NFC').trim().replaceAll(/\s+/gu, ' ');
}
