import { type StaffActor } from '../../../kernel/actor.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { runCommand } from '../../../platform/commands.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { type CashDone, type CashRequest, type MoneyDone, type MoneyReason } from '../contract/payable-schemas.ts';
import { decideCash } from '../domain/decide-payable.ts';
import { missingOf, surplusOf } from '../domain/payable.ts';
import { type CounterDeps } from './deps.ts';
import { cancelPayable, lockPayable, type MoneyMoment } from './keep-payable.ts';
import { mayTakeCash } from './may-take-cash.ts';
import { recordPayment, reversePayment } from './record-payment.ts';

function momentOf({ communeCode, staffId, fullName }: StaffActor, { now }: RequestContext): MoneyMoment {
  return { communeCode, at: now, actor: { staffId, name: fullName } };
}

/**
 * Cash over the counter: exactly what is missing is recorded, the rest goes back at once. Two cashiers at once: the payable's row decides, and the second one
 * reads that it was paid just now. Refuses whoever takes no cash in this office, `payable.not-found` and what `decideCash` refuses.
 */
export function takeCash({ db, payables }: CounterDeps, id: string, request: CashRequest, actor: StaffActor, context: RequestContext): Promise<Result<CashDone>> {
  const { communeCode } = actor;
  const envelope = { communeCode, commandId: request.commandId, kind: 'take-cash', actor, request: { id, ...request }, now: context.now, address: context.address };
  return runCommand<CashDone>(db, envelope, async (tx) => {
    if (!(await mayTakeCash(tx, actor, context.now))) return refuse('payment.cash-by-cashier');
    const payable = await lockPayable(payables, tx, communeCode, id);
    if (payable === undefined) return refuse('payable.not-found');
    const decided = decideCash(payable, request);
    if (!decided.ok) return decided;
    const { amount, change } = decided.value;
    const receipt = (request.receiptElsewhere ?? '').normalize('NFC').trim();
    const recorded = await recordPayment(payables, tx, { ...(receipt === '' ? {} : { receiptElsewhere: receipt }), ...momentOf(actor, context), payableId: id, method: 'cash', amount, given: request.given, paidAt: context.now, source: `counter:${request.commandId}` });
    if (!recorded.ok) return recorded;
    const { paymentId, state } = recorded.value;
    return ok({ result: { paymentId, amount, change, state }, journal: { action: 'payment.cash-taken', object: `payable:${id}`, facts: { payment: paymentId, amount } } });
  });
}

/** Takes a payment back that was recorded wrongly. Refuses what `reversePayment` refuses. */
export function reverseByHand({ db, payables }: CounterDeps, paymentId: string, request: MoneyReason, actor: StaffActor, context: RequestContext): Promise<Result<MoneyDone>> {
  const envelope = { communeCode: actor.communeCode, commandId: request.commandId, kind: 'reverse-payment', actor, request: { paymentId, ...request }, now: context.now, address: context.address };
  return runCommand<MoneyDone>(db, envelope, async (tx) => {
    const done = await reversePayment(payables, tx, { ...momentOf(actor, context), paymentId, reason: request.reason });
    if (!done.ok) return done;
    const { payable, standing, amount } = done.value;
    return ok({
      result: { id: payable.id, state: standing.state, missing: missingOf(standing), surplus: surplusOf(standing) },
      journal: { action: 'payment.reversed', object: `payable:${payable.id}`, facts: { payment: paymentId, amount } },
    });
  });
}

/**
 * Gives a payable up that was paid already, so that its money goes back to the payer: the service was not done. One that is still open follows its dossier and is
 * changed there. Refuses `payable.cancel-at-dossier`, and what `cancelPayable` refuses.
 */
export function giveUpPayable({ db, payables }: CounterDeps, id: string, request: MoneyReason, actor: StaffActor, context: RequestContext): Promise<Result<MoneyDone>> {
  const { communeCode } = actor;
  const envelope = { communeCode, commandId: request.commandId, kind: 'give-up-payable', actor, request: { id, ...request }, now: context.now, address: context.address };
  return runCommand<MoneyDone>(db, envelope, async (tx) => {
    const payable = await lockPayable(payables, tx, communeCode, id);
    if (payable === undefined) return refuse('payable.not-found');
    if (payable.state === 'open') return refuse('payable.cancel-at-dossier');
    const done = await cancelPayable(payables, tx, { ...momentOf(actor, context), payableId: id, reason: request.reason });
    if (!done.ok) return done;
    const { surplus } = done.value;
    return ok({ result: { id, state: 'cancelled', missing: 0, surplus }, journal: { action: 'payable.given-up', object: `payable:${id}`, facts: { surplus } } });
  });
}
