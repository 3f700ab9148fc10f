import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { type PayableStanding, type PaymentMethod, surplusOf } from './payable.ts';

/** Where a refund stands. `sending`: the gateway was asked, or is about to be; `failed`: it has said no. */
export type RefundState = 'asked' | 'approved' | 'sending' | 'failed' | 'paid' | 'refused' | 'withdrawn';

export type RefundAct = 'decide' | 'pay' | 'retry' | 'withdraw';

/** What may be done about a refund by hand in each state. What is with the gateway waits for its word: nobody may pay it a second time meanwhile. */
export const NEXT_OF_REFUND = {
  asked: ['decide', 'withdraw'], approved: ['pay', 'withdraw'], sending: [], failed: ['retry', 'withdraw'], paid: [], refused: [], withdrawn: [],
} as const satisfies Readonly<Record<RefundState, readonly RefundAct[]>>;

/** A refund as its rules see it. */
export interface RefundStanding {
  readonly state: RefundState;
  readonly way: PaymentMethod;
  /** Whole đồng. */
  readonly amount: number;
  readonly askedBy: string;
}

/** What is entered when somebody asks for a refund. */
export interface RefundAsked {
  readonly amount: number;
  readonly way: PaymentMethod;
  readonly payee: string;
  /** Where a transfer goes: bank and number. */
  readonly account: string;
  readonly reason: string;
}

function plain(text: string): string {
  return text.normalize('NFC').trim().replaceAll(/\s+/gu, ' ');
}

/**
 * Asks for money to go back: the surplus of a payable, or a part of it, less what was asked for already. Refuses when nothing is owed back, no whole
 * amount or more than is left, nobody to pay, a transfer without an account, and no reason.
 */
export function decideAskRefund(payable: PayableStanding, underWay: number, asked: RefundAsked): Result<Omit<RefundAsked, 'account'> & { readonly account: string | null }> {
  const left = surplusOf(payable) - underWay;
  if (left <= 0) return refuse(underWay > 0 ? 'refund.asked-already' : 'payable.nothing-to-refund');
  if (!Number.isSafeInteger(asked.amount) || asked.amount < 1 || asked.amount > left) return refuse('payable.refund-too-much', { surplus: left }, 'amount');
  const [payee, account, reason] = [plain(asked.payee), plain(asked.account), plain(asked.reason)];
  if (payee === '') return refuse('refund.payee-missing', {}, 'payee');
  if (asked.way === 'transfer' && account === '') return refuse('refund.account-missing', {}, 'account');
  if (reason === '') return refuse('payable.reason-missing', {}, 'reason');
  return ok({ amount: asked.amount, way: asked.way, payee, account: asked.way === 'transfer' ? account : null, reason });
}

function mayStill({ state }: RefundStanding, act: RefundAct): Result<void> {
  if ((NEXT_OF_REFUND[state] as readonly RefundAct[]).includes(act)) return ok(undefined);
  return refuse(state === 'sending' ? 'refund.with-the-gateway' : 'refund.decided-already');
}

/** Decides on a request: a second person, never the one who asked. Refuses that, one that was decided, and a no without its reason. */
export function decideAnswerRefund(refund: RefundStanding, answer: { readonly agree: boolean; readonly words: string; readonly staffId: string }): Result<{ readonly state: 'approved' | 'sending' | 'refused'; readonly words: string | null }> {
  const may = mayStill(refund, 'decide');
  if (!may.ok) return may;
  if (answer.staffId === refund.askedBy) return refuse('refund.second-person');
  const words = plain(answer.words);
  if (!answer.agree && words === '') return refuse('payable.reason-missing', {}, 'words');
  return ok({ state: !answer.agree ? 'refused' : refund.way === 'online' ? 'sending' : 'approved', words: words === '' ? null : words });
}

/** Pays an approved refund in cash or notes the bank's order. Refuses one that is not approved, and no voucher. */
export function decidePayRefund(refund: RefundStanding, evidence: string): Result<{ readonly evidence: string }> {
  const may = mayStill(refund, 'pay');
  if (!may.ok) return may;
  const words = plain(evidence);
  return words === '' ? refuse('payable.refund-evidence-missing', {}, 'evidence') : ok({ evidence: words });
}

/** Sends a refund to its gateway again, under the same number. Refuses one that has not failed. */
export function decideRetryRefund(refund: RefundStanding): Result<void> {
  return mayStill(refund, 'retry');
}

/** Takes a request back, so that it may be asked for in another way. Refuses one that is with the gateway or over, and no reason. */
export function decideWithdrawRefund(refund: RefundStanding, reason: string): Result<{ readonly reason: string }> {
  const may = mayStill(refund, 'withdraw');
  if (!may.ok) return may;
  const words = plain(reason);
  return words === '' ? refuse('payable.reason-missing', {}, 'reason') : ok({ reason: words });
}

/** What a gateway's word makes of a refund. */
export type RefundStep = 'pay' | 'fail' | 'wait' | 'known';

/**
 * Judges what a gateway tells of a refund. Money that went back has gone, whatever was decided meanwhile; a failure counts only while its word is waited for; a
 * word that comes again says nothing.
 */
export function decideHeardRefund(state: RefundState, outcome: 'paid' | 'pending' | 'failed'): RefundStep {
  if (state === 'paid') return 'known';
  if (outcome === 'paid') return 'pay';
  if (state !== 'sending') return 'known';
  return outcome === 'pending' ? 'wait' : 'fail';
}

/** Minutes until a gateway that has not answered is asked again, longer every time: 1, 2, 4 … at most two hours. */
export function waitOfTry(tries: number): number {
  return Math.min(120, 2 ** Math.max(0, Math.min(tries, 10) - 1));
}
