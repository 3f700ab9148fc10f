import { type Dong } from '../../../kernel/money.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';

/** One line of a receipt: what was charged. An amount of 0 is a charge that somebody is exempt from. */
export interface ReceiptLine {
  readonly label: string;
  readonly amount: Dong;
  /** Why nothing, or less, is taken; null where the full charge is. */
  readonly basis: string | null;
}

/**
 * The lines of a receipt over an amount. What was charged stands line by line when it adds up to the amount; a part, or what is left over after
 * several payments, is one line that says so.
 */
export function receiptLines(charged: readonly ReceiptLine[], amount: Dong, purpose: string): readonly ReceiptLine[] {
  const sum = charged.reduce((total, line) => total + line.amount, 0);
  if (charged.length > 0 && sum === amount) return charged;
  const names = charged.filter((line) => line.amount > 0).map(({ label }) => label);
  const what = names.length === 0 ? purpose : names.join('; ');
  return [{ label: charged.length > 0 && amount < sum ? `Thu một phần: ${what}` : what, amount, basis: null }];
}

/** A payment as the issue of its receipt looks at it. */
export interface ReceiptablePayment {
  readonly amount: Dong;
  /** What was paid beyond what was due; it goes back and is no charge. */
  readonly surplus: Dong;
  readonly reversed: boolean;
}

/** What a receipt is given over. Refuses a payment that was reversed, and one of which nothing is a charge. */
export function decideIssue(payment: ReceiptablePayment): Result<{ readonly amount: Dong }> {
  if (payment.reversed) return refuse('fee-receipts.payment-reversed');
  const amount = payment.amount - Math.min(payment.surplus, payment.amount);
  return amount <= 0 ? refuse('fee-receipts.nothing-charged') : ok({ amount });
}

/** How a receipt that was given is put right. `void`: the money goes back; `replace`: another one stands in for it; `adjust`: another one corrects its words. */
export type Correction = 'void' | 'replace' | 'adjust';

/** As much of a receipt as the rules on its end look at. */
export interface ReceiptState {
  readonly state: 'issued' | 'adjusted' | 'voided' | 'replaced';
  /** Who asked for its end, when somebody has and nobody has decided. */
  readonly askedBy: string | null;
  /** Whether it corrects another one. */
  readonly corrects: boolean;
}

/** What the corrected receipt is to say. */
export interface CorrectedWords {
  readonly payerName: string;
  readonly payerAddress: string | null;
}

/**
 * Asks for the end or the correction of a receipt. Refuses one that does not hold any more, one for which it was asked already, no reason, and a
 * correction that does not say who paid.
 */
export function decideAsk(receipt: ReceiptState, asked: { readonly how: Correction; readonly reason: string; readonly words: CorrectedWords | null }): Result<{ readonly reason: string; readonly words: CorrectedWords | null }> {
  if (receipt.state === 'voided' || receipt.state === 'replaced') return refuse('fee-receipts.voided-already');
  if (receipt.state === 'adjusted' && asked.how === 'adjust') return refuse('fee-receipts.adjusted-already');
  if (receipt.corrects && asked.how === 'adjust') return refuse('fee-receipts.adjusted-already');
  if (receipt.askedBy !== null) return refuse('fee-receipts.asked-already');
  const reason = asked.reason.trim();
  if (reason.length < 5) return refuse('fee-receipts.reason-missing', undefined, 'reason');
  if (asked.how === 'void') return ok({ reason, words: null });
  const payerName = asked.words?.payerName.trim() ?? '';
  if (payerName === '') return refuse('fee-receipts.payer-missing', undefined, 'payerName');
  const address = asked.words?.payerAddress?.trim() ?? '';
  return ok({ reason, words: { payerName, payerAddress: address === '' ? null : address } });
}

/** Decides on a request: two people are needed. Refuses when nobody asked, when it is the same person, and a refusal without words. */
export function decideAnswer(receipt: ReceiptState, answer: { readonly agree: boolean; readonly words: string; readonly staffId: string }): Result<{ readonly words: string }> {
  if (receipt.state === 'voided' || receipt.state === 'replaced') return refuse('fee-receipts.voided-already');
  if (receipt.askedBy === null) return refuse('fee-receipts.nobody-asked');
  if (receipt.askedBy === answer.staffId) return refuse('fee-receipts.second-person');
  if (!answer.agree && answer.words.trim() === '') return refuse('fee-receipts.reason-missing', undefined, 'words');
  return ok({ words: answer.words.trim() });
}
