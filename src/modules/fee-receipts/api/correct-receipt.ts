import { type StaffActor } from '../../../kernel/actor.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { runCommand } from '../../../platform/commands.ts';
import { type Tx } from '../../../platform/db/database.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { STAFF_NOTICE, type StaffNotice } from '../../notifications/contract/notice.ts';
import { type AskRequest, type DecisionRequest, type ReceiptDone } from '../contract/receipt-schemas.ts';
import { type CorrectedWords, decideAnswer, decideAsk, type ReceiptState } from '../domain/decide-receipt.ts';
import { numberWords } from '../domain/receipt-symbol.ts';
import { type ReceiptView } from '../domain/receipt-view.ts';
import { insertEvent, loadReceiptForUpdate, type ReceiptRow, updateReceipt } from '../store/receipts.ts';
import { type FeeReceiptsDeps, type KnownPayment } from './deps.ts';
import { writeReceipt } from './issue-receipt.ts';

function stateOf(row: ReceiptRow): ReceiptState {
  return { state: row.state, askedBy: row.ended_at === null ? row.asked_by : null, corrects: row.corrects_how === 'adjust' };
}

/** The number with its symbol, as people speak of it. */
export function receiptName(row: Pick<ReceiptRow, 'symbol' | 'number' | 'view'>): string {
  return `${row.symbol} số ${numberWords(row.number, (row.view as ReceiptView).digits)}`;
}

/** Whether money of a payment still counts as a charge: it was neither reversed nor is all of it owed back. */
export function isKept(payment: KnownPayment | undefined): boolean {
  return payment !== undefined && !payment.reversed && payment.amount > payment.surplus;
}

/** Who may decide on the end of a receipt: leaders, heads of units and other cashiers. */
export const DECIDERS = ['cashier', 'unit-head', 'president'] as const;

/**
 * Asks for the end or the correction of a receipt and tells those who may decide. Refuses `fee-receipts.not-found`, and what the rules refuse; also the
 * end of one whose money is still recorded as paid.
 */
export function askCorrection(deps: FeeReceiptsDeps, id: string, asked: AskRequest, actor: StaffActor, context: RequestContext): Promise<Result<ReceiptDone>> {
  const { communeCode } = actor;
  const envelope = { communeCode, commandId: asked.commandId, kind: 'AskReceiptCorrection', actor, request: { id, ...asked }, now: context.now, address: context.address };
  return runCommand<ReceiptDone>(deps.db, envelope, async (tx) => {
    const row = await loadReceiptForUpdate(tx, communeCode, id);
    if (row === undefined) return refuse('fee-receipts.not-found');
    const decided = decideAsk(stateOf(row), asked);
    if (!decided.ok) return decided;
    if (asked.how === 'void' && isKept(await deps.paymentOf(tx, communeCode, row.payment_id))) return refuse('fee-receipts.money-still-there');
    const { reason, words } = decided.value;
    await updateReceipt(tx, communeCode, id, { asked_how: asked.how, asked_at: context.now, asked_by: actor.staffId, asked_by_name: actor.fullName, asked_reason: reason, asked_words: words === null ? null : JSON.stringify(words) });
    await insertEvent(tx, communeCode, id, { kind: 'asked', at: context.now, by_id: actor.staffId, by_name: actor.fullName, words: `${asked.how}: ${reason}` });
    const to = (await deps.colleaguesOf(communeCode)).filter((one) => one.staffId !== actor.staffId && one.positions.some(({ role }) => (DECIDERS as readonly string[]).includes(role))).map(({ staffId }) => staffId);
    const notice: StaffNotice = { kind: 'receipt-correction-asked', key: `receipt-correction-asked ${asked.commandId}`, to, dossierId: null, facts: { code: receiptName(row), by: actor.fullName, words: reason } };
    return ok({
      result: { id, state: row.state, newReceiptId: null },
      journal: { action: 'fee-receipt.correction-asked', object: `fee-receipt:${id}`, facts: { how: asked.how, reason } },
      outbox: to.length === 0 ? [] : [{ id: deps.newId(), topic: STAFF_NOTICE, payload: { ...notice } }],
    });
  });
}

/** Does what was asked, in the transaction of the decision. */
async function carryOut(deps: FeeReceiptsDeps, tx: Tx, row: ReceiptRow, actor: StaffActor, context: RequestContext): Promise<Result<{ readonly state: ReceiptRow['state']; readonly newReceiptId: string | null }>> {
  const { commune_code: communeCode, id } = row;
  const at = context.now;
  const how = row.asked_how ?? 'void';
  const reason = row.asked_reason ?? '';
  const end = { ended_at: at, ended_by: actor.staffId, ended_by_name: actor.fullName, end_reason: reason };
  // What a provider has published is cancelled there too.
  const tell = row.provider_state === null || row.provider_state === 'refused' || row.provider_state === 'cancelled' ? {} : { provider_next_at: at };
  const by = { at, by_id: actor.staffId, by_name: actor.fullName, words: reason };
  const payment = await deps.paymentOf(tx, communeCode, row.payment_id);
  if (how === 'void') {
    if (isKept(payment)) return refuse('fee-receipts.money-still-there');
    await updateReceipt(tx, communeCode, id, { state: 'voided', ...end, ...tell });
    await insertEvent(tx, communeCode, id, { kind: 'voided', ...by });
    return ok({ state: 'voided', newReceiptId: null });
  }
  if (payment?.reversed === true) return refuse('fee-receipts.payment-reversed');
  const view = row.view as ReceiptView;
  const words = row.asked_words as CorrectedWords | null;
  const written = await writeReceipt(deps, tx, {
    moment: { communeCode, at, actor, address: context.address },
    payment: { id: row.payment_id, payableId: row.payable_id, dossierId: row.dossier_id, method: row.method },
    amount: how === 'adjust' ? 0 : row.amount, payer: { ...view.payer, name: words?.payerName ?? view.payer.name, address: words?.payerAddress ?? view.payer.address },
    dossierCode: view.dossierCode, procedureName: view.procedureName, lines: how === 'adjust' ? [] : view.lines,
    // It is entered among the takings of whoever took the money, under the first collector's name.
    collector: { staffId: row.issued_by, name: row.issued_by_name }, cashierDayId: row.cashier_day_id,
    correction: { of: row, how, reason }, synthetic: row.synthetic,
  });
  if (written === null) return refuse('fee-receipts.not-in-force-for-correction');
  if (how === 'replace') {
    await updateReceipt(tx, communeCode, id, { state: 'replaced', corrected_by: written.id, ...end, ...tell });
    await insertEvent(tx, communeCode, id, { kind: 'replaced', ...by });
    return ok({ state: 'replaced', newReceiptId: written.id });
  }
  await updateReceipt(tx, communeCode, id, {
    state: 'adjusted', corrected_by: written.id, asked_how: null, asked_at: null, asked_by: null, asked_by_name: null, asked_reason: null, asked_words: null,
    ...(row.provider_state === 'issued' ? { provider_state: 'adjusted' as const } : {}),
  });
  await insertEvent(tx, communeCode, id, { kind: 'adjusted', ...by });
  return ok({ state: 'adjusted', newReceiptId: written.id });
}

/**
 * Agrees to, or declines, what was asked about a receipt: a second person, never the one who asked. What was agreed is done in the same transaction: the
 * end, or the receipt that stands in for it under its own number. Refuses `fee-receipts.not-found` and what the rules refuse.
 */
export function decideCorrection(deps: FeeReceiptsDeps, id: string, answer: DecisionRequest, actor: StaffActor, context: RequestContext): Promise<Result<ReceiptDone>> {
  const { communeCode } = actor;
  const envelope = { communeCode, commandId: answer.commandId, kind: 'DecideReceiptCorrection', actor, request: { id, ...answer }, now: context.now, address: context.address };
  return runCommand<ReceiptDone>(deps.db, envelope, async (tx) => {
    const row = await loadReceiptForUpdate(tx, communeCode, id);
    if (row === undefined) return refuse('fee-receipts.not-found');
    const decided = decideAnswer(stateOf(row), { ...answer, staffId: actor.staffId });
    if (!decided.ok) return decided;
    if (!answer.agree) {
      await updateReceipt(tx, communeCode, id, { asked_how: null, asked_at: null, asked_by: null, asked_by_name: null, asked_reason: null, asked_words: null });
      await insertEvent(tx, communeCode, id, { kind: 'declined', at: context.now, by_id: actor.staffId, by_name: actor.fullName, words: decided.value.words });
      return ok({ result: { id, state: row.state, newReceiptId: null }, journal: { action: 'fee-receipt.correction-declined', object: `fee-receipt:${id}`, facts: { words: decided.value.words } } });
    }
    const done = await carryOut(deps, tx, row, actor, context);
    if (!done.ok) return done;
    return ok({ result: { id, ...done.value }, journal: { action: `fee-receipt.${done.value.state}`, object: `fee-receipt:${id}`, facts: { askedBy: row.asked_by, reason: row.asked_reason, newReceiptId: done.value.newReceiptId } } });
  });
}
