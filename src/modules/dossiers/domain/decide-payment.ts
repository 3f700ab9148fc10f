import { type Instant, type LocalDate } from '../../../kernel/local-time.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { type WorkingCalendar } from '../../../kernel/working-calendar.ts';
import { checkPermission, neededWords, type SeenDossier } from './check-permission.ts';
import { answerUntil } from './decide-supplement.ts';
import { type DossierChange } from './dossier-change.ts';
import { stateAtStep } from './dossier-states.ts';
import { type Asker } from './may-act.ts';

/** The most that one request may ask for, in đồng: ten thousand million. More is a slip of the finger. */
const MAX_PAYMENT = 10_000_000_000;
/** Working days that a citizen may be given to pay. */
const MAX_PAY_DAYS = 90;

/** What an officer asks the citizen to pay. */
export interface PaymentCommand {
  readonly expectedVersion: number;
  /** Whole đồng. */
  readonly amount: number;
  readonly reason: string;
  readonly legalBasis: string;
  /** Working days until it is due. */
  readonly payDays: number;
}

/** A payment request that may be written. */
export interface PaymentDecision extends DossierChange {
  readonly amount: number;
  readonly reason: string;
  readonly legalBasis: string;
  readonly payBy: Instant;
}

/**
 * Asks the citizen to pay during the work (national state 6); the clock stands still until it is confirmed or taken back. Refuses what
 * is no whole amount from 1 đồng to ten thousand million, and a request without its reason, its legal basis or its days.
 */
export function decidePaymentRequest(dossier: SeenDossier, command: PaymentCommand, context: { readonly now: Instant; readonly calendar: WorkingCalendar }, asker: Asker): Result<PaymentDecision> {
  const allowed = checkPermission(dossier, 'request-payment', asker, command.expectedVersion);
  if (!allowed.ok) return allowed;
  if (dossier.answered) return refuse('supplement.answer-not-seen');
  if (dossier.approvalAsked === 'supplement') return refuse('dossier.approval-pending');
  if (!Number.isInteger(command.amount) || command.amount < 1 || command.amount > MAX_PAYMENT) return refuse('payment.amount-wrong', {}, 'amount');
  const reason = neededWords(command.reason, 'reason');
  if (!reason.ok) return reason;
  const legalBasis = command.legalBasis.trim();
  if (legalBasis === '') return refuse('payment.legal-basis-missing', {}, 'legalBasis');
  if (!Number.isInteger(command.payDays) || command.payDays < 1 || command.payDays > MAX_PAY_DAYS) return refuse('payment.days-wrong', { most: MAX_PAY_DAYS }, 'payDays');
  return ok({
    event: 'payment-requested', state: 'payment-requested', clock: 'pauses', facts: { amount: String(command.amount), note: reason.value },
    amount: command.amount, reason: reason.value, legalBasis, payBy: answerUntil(context.calendar, context.now, command.payDays),
  });
}

/** What shows that it was paid. */
export interface PaymentEvidence {
  readonly expectedVersion: number;
  readonly method: 'cash' | 'transfer' | 'other';
  readonly receiptNumber: string;
  readonly paidOn: LocalDate;
}

/** Records that it was paid; the clock runs again from now on. Refuses a payment without the number of its receipt, on a day to come, or before it was asked for. */
export function decidePaymentConfirmation(dossier: SeenDossier, evidence: PaymentEvidence, days: { readonly asked: LocalDate; readonly today: LocalDate }, asker: Asker): Result<DossierChange & { readonly receiptNumber: string }> {
  const allowed = checkPermission(dossier, 'confirm-payment', asker, evidence.expectedVersion);
  if (!allowed.ok) return allowed;
  const receiptNumber = evidence.receiptNumber.trim();
  if (receiptNumber === '') return refuse('payment.receipt-missing', {}, 'receiptNumber');
  if (evidence.paidOn > days.today || evidence.paidOn < days.asked) return refuse('payment.day-wrong', {}, 'paidOn');
  return ok({ event: 'payment-confirmed', state: stateAtStep(dossier.currentStep), clock: 'resumes', facts: { receipt: receiptNumber }, receiptNumber });
}

/** Takes a payment request back, with the reason that the citizen reads; the clock runs again from now on. */
export function decidePaymentCancellation(dossier: SeenDossier, command: { readonly expectedVersion: number; readonly reason: string }, asker: Asker): Result<DossierChange> {
  const allowed = checkPermission(dossier, 'cancel-payment', asker, command.expectedVersion);
  if (!allowed.ok) return allowed;
  const reason = neededWords(command.reason, 'reason');
  if (!reason.ok) return reason;
  return ok({ event: 'payment-cancelled', state: stateAtStep(dossier.currentStep), clock: 'resumes', facts: { note: reason.value } });
}
