import { type StaffActor } from '../../../kernel/actor.ts';
import { dateAt, dayOf, instantOn } from '../../../kernel/local-time.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { type Tx } from '../../../platform/db/database.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { type ReasonRequest, type TransitionResponse } from '../contract/action-schemas.ts';
import { type PaymentConfirmation, type PaymentRequest } from '../contract/supplement-schemas.ts';
import { decidePaymentCancellation, decidePaymentConfirmation, decidePaymentRequest } from '../domain/decide-payment.ts';
import { type DossierRow } from '../store/move-dossier.ts';
import { findOpenPayment, insertPayment, type PaymentRow, updatePayment } from '../store/payments.ts';
import { changeDossier, staffChange } from './change-dossier.ts';
import { seenDossier } from './change-rows.ts';
import { type DossiersDeps } from './deps.ts';

/** A payment of an earlier day is noted at noon of it: nobody asks for the hour. */
const NOON = 12 * 60;

/** A member of staff as the payables know them. */
export function moneyActor({ staffId, fullName }: StaffActor): { readonly staffId: string; readonly name: string } {
  return { staffId, name: fullName };
}

async function openPaymentOf(tx: Tx, dossier: DossierRow): Promise<PaymentRow> {
  const open = await findOpenPayment(tx, dossier);
  if (open === undefined) throw new Error(`dossier ${dossier.id} waits for a payment that nobody asked for`);
  return open;
}

/** Asks the citizen to pay during the work; the clock stands still. */
export function requestPayment(deps: DossiersDeps, id: string, request: PaymentRequest, actor: StaffActor, context: RequestContext): Promise<Result<TransitionResponse>> {
  return changeDossier(deps, staffChange('request-payment', id, request, actor, context), ({ dossier, calendar }) => {
    const decided = decidePaymentRequest(seenDossier(dossier), request, { now: context.now.getTime(), calendar }, actor);
    if (!decided.ok) return decided;
    const { amount, reason, legalBasis, payBy } = decided.value;
    return ok({
      change: decided.value,
      row: { money_state: 'due' },
      journal: { amount },
      write: async (tx) => {
        const paymentId = deps.newId();
        const reference = await deps.money.open(tx, { communeCode: actor.communeCode, id: paymentId, dossierId: id, amount, at: context.now, actor: moneyActor(actor) });
        await insertPayment(tx, dossier, { id: paymentId, status: 'open', amount, reason, legal_basis: legalBasis, pay_by: new Date(payBy), reference, asked_at: context.now, asked_by: actor.staffId, asked_by_name: actor.fullName });
      },
    });
  });
}

/** Records that it was paid, with what proves it. */
export function confirmPayment(deps: DossiersDeps, id: string, request: PaymentConfirmation, actor: StaffActor, context: RequestContext): Promise<Result<TransitionResponse>> {
  return changeDossier(deps, staffChange('confirm-payment', id, request, actor, context), async ({ tx, dossier }) => {
    const open = await findOpenPayment(tx, dossier);
    const today = dateAt(context.now.getTime());
    const decided = decidePaymentConfirmation(seenDossier(dossier), request, { today, asked: open === undefined ? today : dateAt(open.asked_at.getTime()) }, actor);
    if (!decided.ok) return decided;
    const payment = await openPaymentOf(tx, dossier);
    return ok({
      change: decided.value,
      row: { money_state: 'paid' },
      journal: { payment: payment.id },
      write: (inner) =>
        updatePayment(inner, payment, {
          status: 'paid', closed_at: context.now, closed_by: actor.staffId, closed_by_name: actor.fullName, method: request.method, receipt_number: decided.value.receiptNumber, paid_on: request.paidOn,
          note: request.note?.trim() === '' ? null : (request.note?.trim() ?? null),
        }),
      settle: (inner) => {
        const paidAt = request.paidOn === today ? context.now : new Date(instantOn(dayOf(request.paidOn), NOON));
        return deps.money.confirm(inner, { communeCode: actor.communeCode, id: payment.id, method: request.method, paidAt, commandId: request.commandId, at: context.now, actor: moneyActor(actor), officer: actor });
      },
    });
  });
}

/** Takes a payment request back, with the reason. */
export function cancelPayment(deps: DossiersDeps, id: string, request: ReasonRequest, actor: StaffActor, context: RequestContext): Promise<Result<TransitionResponse>> {
  return changeDossier(deps, staffChange('cancel-payment', id, request, actor, context), async ({ tx, dossier }) => {
    const decided = decidePaymentCancellation(seenDossier(dossier), request, actor);
    if (!decided.ok) return decided;
    const payment = await openPaymentOf(tx, dossier);
    return ok({
      change: decided.value,
      row: { money_state: 'none' },
      journal: { payment: payment.id },
      write: async (inner) => {
        const reason = decided.value.facts['note'] ?? request.reason;
        await updatePayment(inner, payment, { status: 'cancelled', closed_at: context.now, closed_by: actor.staffId, closed_by_name: actor.fullName, note: reason });
        await deps.money.cancel(inner, { communeCode: actor.communeCode, id: payment.id, reason, at: context.now, actor: moneyActor(actor) });
      },
    });
  });
}
