import { hasRole, type StaffActor } from '../../../kernel/actor.ts';
import { formatDong } from '../../../kernel/money.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { type CommandRecord, runCommand } from '../../../platform/commands.ts';
import { type Tx } from '../../../platform/db/database.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { STAFF_NOTICE, type StaffNotice } from '../../notifications/contract/notice.ts';
import { type AskRefundRequest, type DecideRefundRequest, type PayRefundRequest, type RefundDone, type RetryRefundRequest } from '../contract/refund-schemas.ts';
import { type MoneyReason } from '../contract/payable-schemas.ts';
import { type PaymentMethod } from '../domain/payable.ts';
import { decideAnswerRefund, decideAskRefund, decidePayRefund, decideRetryRefund, decideWithdrawRefund, type RefundState } from '../domain/refund.ts';
import { listOnlineOf, type OnlinePaymentRow } from '../store/online.ts';
import { findPayment, type PayableRow } from '../store/payables.ts';
import { findRefund, insertRefundRequest, loadRefundForUpdate, type RefundRow, sumOfOnline, sumUnderWay, updateRefund } from '../store/refunds.ts';
import { type OnlineDeps } from './deps.ts';
import { lockPayable } from './keep-payable.ts';
import { mayTakeCash } from './may-take-cash.ts';
import { orderTail } from './online-payments.ts';
import { noteRefund } from './record-payment.ts';

/** Who may approve that money goes back; never whoever asked. */
export const REFUND_DECIDERS = ['cashier', 'president'] as const;

/** The online payment whose gateway can pay an amount back; undefined when there is none that covers it. */
async function onlineToRefund(deps: Pick<OnlineDeps, 'db' | 'gatewayByKey'>, tx: OnlineDeps['db'] | Tx, { commune_code: communeCode, id }: Pick<PayableRow, 'commune_code' | 'id'>, amount: number): Promise<OnlinePaymentRow | 'gateway-cannot' | undefined> {
  let cannot = false;
  for (const online of await listOnlineOf(tx, communeCode, id)) {
    const payment = online.payment_id === null ? undefined : await findPayment(tx, communeCode, online.payment_id);
    if (payment === undefined || payment.reversed_at !== null || payment.amount - (await sumOfOnline(tx, communeCode, online.id)) < amount) continue;
    if (deps.gatewayByKey(online.gateway)?.refund !== undefined) return online;
    cannot = true;
  }
  return cannot ? 'gateway-cannot' : undefined;
}

/** The ways in which money of a payable may go back. */
export async function waysOf(deps: Pick<OnlineDeps, 'db' | 'gatewayByKey'>, payable: Pick<PayableRow, 'commune_code' | 'id'>): Promise<PaymentMethod[]> {
  const online = await onlineToRefund(deps, deps.db, payable, 1);
  return [...(typeof online === 'object' ? ['online' as const] : []), 'cash', 'transfer'];
}

type Outcome = Result<CommandRecord<RefundDone>>;

function done(row: Pick<RefundRow, 'id' | 'payable_id'>, state: RefundState, action: string, facts: Readonly<Record<string, unknown>>, outbox: NonNullable<CommandRecord<RefundDone>['outbox']> = []): Outcome {
  return ok({ result: { id: row.id, state }, journal: { action, object: `payable:${row.payable_id}`, facts: { refund: row.id, ...facts } }, outbox });
}

/**
 * Asks for a surplus, or a part of it, to go back; those who may approve it are told. Refuses `payable.not-found`, what the rules refuse, and a refund at a gateway that
 * took no such payment or takes no refunds.
 */
export function askRefund(deps: OnlineDeps, payableId: string, { commandId, ...asked }: AskRefundRequest, actor: StaffActor, { now, address }: RequestContext): Promise<Result<RefundDone>> {
  const { communeCode, staffId, fullName } = actor;
  return runCommand<RefundDone>(deps.db, { communeCode, commandId, kind: 'ask-refund', actor, request: { payableId, ...asked }, now, address }, async (tx) => {
    const payable = await lockPayable(deps.payables, tx, communeCode, payableId);
    if (payable === undefined) return refuse('payable.not-found');
    const decided = decideAskRefund(payable, await sumUnderWay(tx, communeCode, payableId), asked);
    if (!decided.ok) return decided;
    const online = asked.way === 'online' ? await onlineToRefund(deps, tx, payable, asked.amount) : null;
    if (online === undefined) return refuse('refund.no-online-payment', {}, 'way');
    if (online === 'gateway-cannot') return refuse('refund.gateway-cannot', {}, 'way');
    const id = deps.payables.newId();
    await insertRefundRequest(tx, {
      commune_code: communeCode, id, payable_id: payableId, ...decided.value, state: 'asked', asked_at: now, asked_by: staffId, asked_by_name: fullName,
      ...(online === null ? {} : { online_payment_id: online.id, gateway: online.gateway, request_number: payable.reference + orderTail(deps.payables) }),
    });
    const to = (await deps.refundDecidersOf(communeCode)).filter((one) => one !== staffId);
    const notice: StaffNotice = { kind: 'refund-asked', key: `refund-asked ${id}`, to, dossierId: payable.dossier_id, facts: { payableId, by: fullName, words: formatDong(asked.amount), name: decided.value.payee } };
    return done({ id, payable_id: payableId }, 'asked', 'refund.asked', { amount: asked.amount, way: asked.way }, to.length === 0 ? [] : [{ id: deps.payables.newId(), topic: STAFF_NOTICE, payload: { ...notice } }]);
  });
}

/** One act on a refund: its payable is locked before it, always. */
function change(deps: OnlineDeps, id: string, kind: string, request: { readonly commandId: string }, actor: StaffActor, { now, address }: RequestContext, act: (tx: Tx, row: RefundRow) => Promise<Outcome>): Promise<Result<RefundDone>> {
  const { communeCode } = actor;
  return runCommand<RefundDone>(deps.db, { communeCode, commandId: request.commandId, kind, actor, request: { id, ...request }, now, address }, async (tx) => {
    const seen = await findRefund(tx, communeCode, id);
    if (seen === undefined) return refuse('refund.not-found');
    await lockPayable(deps.payables, tx, communeCode, seen.payable_id);
    const row = await loadRefundForUpdate(tx, communeCode, id);
    return row === undefined ? refuse('refund.not-found') : act(tx, row);
  });
}

const standing = ({ state, way, amount, asked_by: askedBy }: RefundRow) => ({ state, way, amount, askedBy });

/** Approves or declines a request: a second person. What goes through a gateway is sent from then on. Refuses `refund.not-found` and what the rules refuse. */
export function decideRefundRequest(deps: OnlineDeps, id: string, request: DecideRefundRequest, actor: StaffActor, context: RequestContext): Promise<Result<RefundDone>> {
  const { staffId, fullName } = actor;
  return change(deps, id, 'decide-refund', request, actor, context, async (tx, row) => {
    const decided = decideAnswerRefund(standing(row), { agree: request.agree, words: request.words, staffId });
    if (!decided.ok) return decided;
    const { state, words } = decided.value;
    const over = state === 'refused' ? { ended_at: context.now, ended_by: staffId, ended_by_name: fullName, end_reason: words } : {};
    await updateRefund(tx, row, { state, decided_at: context.now, decided_by: staffId, decided_by_name: fullName, decision_words: words, ...over, ...(state === 'sending' ? { next_at: context.now } : {}) });
    return done(row, state, state === 'refused' ? 'refund.refused' : 'refund.approved', { amount: row.amount, askedBy: row.asked_by });
  });
}

/**
 * Notes that an approved refund was paid over the counter, out of the drawer of whoever pays it, or by an order to the bank. Refuses `refund.not-found`, what the rules refuse,
 * and cash where no day is open.
 */
export function payRefund(deps: OnlineDeps, id: string, request: PayRefundRequest, actor: StaffActor, context: RequestContext): Promise<Result<RefundDone>> {
  return change(deps, id, 'pay-refund', request, actor, context, async (tx, row) => {
    const decided = decidePayRefund(standing(row), request.evidence);
    if (!decided.ok) return decided;
    if (row.way === 'cash' && !(await mayTakeCash(tx, actor, context.now))) return refuse('payment.cash-by-cashier');
    const paid = await settleRefund(deps, tx, row, { amount: row.amount, evidence: decided.value.evidence, by: { staffId: actor.staffId, name: actor.fullName }, now: context.now });
    return paid.ok ? done(row, 'paid', 'refund.paid', { amount: row.amount, way: row.way }) : paid;
  });
}

/** Writes that a refund was paid, and its money into the payable, the drawer and the history. Refuses what `noteRefund` refuses. */
export async function settleRefund(deps: Pick<OnlineDeps, 'payables'>, tx: Tx, row: RefundRow, paid: { readonly amount: number; readonly evidence: string; readonly by: { readonly staffId: string; readonly name: string }; readonly now: Date }): Promise<Result<void>> {
  const { amount, evidence, by, now } = paid;
  const noted = await noteRefund(deps.payables, tx, { communeCode: row.commune_code, at: now, actor: by, payableId: row.payable_id, amount, method: row.way, evidence, reason: row.reason, by });
  if (!noted.ok) return noted;
  await updateRefund(tx, row, { state: 'paid', paid_amount: amount, evidence, ended_at: now, ended_by: by.staffId, ended_by_name: by.name, next_at: null });
  return ok(undefined);
}

/** Sends a refund that failed at its gateway again, under the same number, so that it is the same one there. Refuses `refund.not-found` and what the rules refuse. */
export function retryRefund(deps: OnlineDeps, id: string, request: RetryRefundRequest, actor: StaffActor, context: RequestContext): Promise<Result<RefundDone>> {
  return change(deps, id, 'retry-refund', request, actor, context, async (tx, row) => {
    const decided = decideRetryRefund(standing(row));
    if (!decided.ok) return decided;
    await updateRefund(tx, row, { state: 'sending', next_at: context.now, tries: 0, code: null });
    return done(row, 'sending', 'refund.retried', { amount: row.amount });
  });
}

/** Takes a request back that was not paid: the cashier any, others their own. Refuses `refund.not-found`, somebody else’s, and what the rules refuse. */
export function withdrawRefund(deps: OnlineDeps, id: string, request: MoneyReason, actor: StaffActor, context: RequestContext): Promise<Result<RefundDone>> {
  return change(deps, id, 'withdraw-refund', request, actor, context, async (tx, row) => {
    if (!mayAct(actor, row, 'withdraw')) return refuse('refund.not-yours');
    const decided = decideWithdrawRefund(standing(row), request.reason);
    if (!decided.ok) return decided;
    await updateRefund(tx, row, { state: 'withdrawn', ended_at: context.now, ended_by: actor.staffId, ended_by_name: actor.fullName, end_reason: decided.value.reason });
    return done(row, 'withdrawn', 'refund.withdrawn', { amount: row.amount });
  });
}

/** What somebody may do about a refund, beside what its state allows. */
export function mayAct(actor: StaffActor, row: Pick<RefundRow, 'asked_by'>, act: 'decide' | 'pay' | 'retry' | 'withdraw'): boolean {
  if (act === 'decide') return hasRole(actor, ...REFUND_DECIDERS) && actor.staffId !== row.asked_by;
  return hasRole(actor, 'cashier') || (act === 'withdraw' && actor.staffId === row.asked_by);
}
