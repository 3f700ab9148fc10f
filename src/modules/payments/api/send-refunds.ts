import { type Actor } from '../../../kernel/actor.ts';
import { formatDong } from '../../../kernel/money.ts';
import { MS_PER_MINUTE } from '../../../kernel/local-time.ts';
import { ok } from '../../../kernel/result.ts';
import { runCommand } from '../../../platform/commands.ts';
import { inCommune } from '../../../platform/db/commune-scope.ts';
import { addMessages } from '../../../platform/jobs/add-messages.ts';
import { STAFF_NOTICE, type StaffNotice } from '../../notifications/contract/notice.ts';
import { type GatewayFields, type GatewayVerdict, type ToldPayment } from '../domain/gateway-fields.ts';
import { decideHeardRefund, waitOfTry } from '../domain/refund.ts';
import { findOnlinePayment, insertOnlineMessage } from '../store/online.ts';
import { findRefundByNumber, listDueRefunds, loadRefundForUpdate, type RefundRow, updateRefund } from '../store/refunds.ts';
import { type OnlineDeps } from './deps.ts';
import { type PaymentGateway } from './gateway.ts';
import { lockPayable } from './keep-payable.ts';
import { settleRefund } from './refunds.ts';

const NOBODY: Actor = { kind: 'anonymous' };
const AT_ONCE = 50;

interface Heard {
  readonly way: 'refund-answer' | 'refund-callback';
  readonly now: Date;
  readonly address: string;
}

/**
 * Sends what was approved to its gateways, and asks again about what they have not finished, always under the same number: there it is one refund however often it is
 * asked for. Whoever does not answer is asked later, longer every time. Answers how many were sent.
 */
export async function sendRefunds(deps: OnlineDeps, now: Date, signal: AbortSignal): Promise<number> {
  const due = await listDueRefunds(deps.db, now, AT_ONCE);
  for (const row of due) {
    if (signal.aborted) break;
    await inCommune(row.commune_code, () => sendOne(deps, row, now));
  }
  return due.length;
}

async function sendOne(deps: OnlineDeps, row: RefundRow, now: Date): Promise<void> {
  const gateway = row.gateway === null ? undefined : deps.gatewayByKey(row.gateway);
  const online = row.online_payment_id === null ? undefined : await findOnlinePayment(deps.db, row.commune_code, row.online_payment_id);
  const asked = { refundNumber: row.request_number ?? '', number: online?.order_number ?? '', transaction: online?.transaction_number ?? '', amount: row.amount, createdAt: row.asked_at.getTime() };
  // Put off before it is sent: a program that stops in between asks again, and two that run at once ask about one refund.
  await deps.db.transaction().execute((tx) => updateRefund(tx, row, { tries: row.tries + 1, next_at: new Date(now.getTime() + waitOfTry(row.tries + 1) * MS_PER_MINUTE) }));
  const fields = await gateway?.refund?.(row.commune_code, asked, now);
  if (gateway !== undefined && fields !== undefined) await hearRefund(deps, gateway, fields, { way: 'refund-answer', now, address: 'gateway' });
}

/**
 * Hears what a gateway tells of a refund, as an answer or by call-back: the signature first, then the refund, then the money. What went back is noted as it was told; the same word
 * again, one after the end and a forged one change nothing.
 */
export async function hearRefund(deps: OnlineDeps, gateway: PaymentGateway, fields: GatewayFields, heard: Heard): Promise<GatewayVerdict> {
  const read = gateway.readRefund(fields);
  const number = read.kind === 'told' ? read.told.number : (fields[gateway.description.refund?.told.number ?? ''] ?? '').slice(0, 100);
  const row = number === '' ? undefined : await findRefundByNumber(deps.db, gateway.description.key, number);
  if (row === undefined) return read.kind === 'told' ? 'unknown-order' : read.kind;
  return inCommune(row.commune_code, async () => {
    if (read.kind === 'told') return settle(deps, gateway, row, read.told, heard);
    await deps.db.transaction().execute((tx) => insertOnlineMessage(tx, messageOf(deps, row, heard, read.kind, undefined)));
    return read.kind;
  });
}

function messageOf(deps: OnlineDeps, row: RefundRow, { way, now, address }: Heard, verdict: 'recorded' | 'known' | 'failed' | 'pending' | 'forged' | 'unreadable', told: ToldPayment | undefined): Parameters<typeof insertOnlineMessage>[1] {
  if (row.online_payment_id === null) throw new Error(`the refund ${row.id} is none of a gateway`);
  return {
    commune_code: row.commune_code, id: deps.payables.newId(), online_payment_id: row.online_payment_id, at: now, way, verdict, address,
    amount: told?.amount ?? null, code: told?.code ?? null, transaction_number: told === undefined || told.transaction === '' ? null : told.transaction,
  };
}

async function settle(deps: OnlineDeps, gateway: PaymentGateway, { commune_code: communeCode, id, payable_id: payableId }: RefundRow, told: ToldPayment, heard: Heard): Promise<GatewayVerdict> {
  const { now } = heard;
  const envelope = { communeCode, commandId: deps.payables.newId(), kind: 'hear-refund', actor: NOBODY, request: { id, told }, now, address: heard.address };
  const done = await runCommand<{ readonly verdict: GatewayVerdict }>(deps.db, envelope, async (tx) => {
    await lockPayable(deps.payables, tx, communeCode, payableId);
    const row = await loadRefundForUpdate(tx, communeCode, id);
    if (row === undefined) throw new Error(`the refund ${id} is gone`);
    const step = decideHeardRefund(row.state, told.outcome);
    const verdict = ({ pay: 'recorded', fail: 'failed', wait: 'pending', known: 'known' } as const)[step];
    if (step === 'pay') await noteGone(deps, tx, row, told, now);
    if (step === 'fail') {
      await updateRefund(tx, row, { state: 'failed', code: told.code, next_at: null });
      await tellDeciders(deps, tx, row, 'refund-failed', now);
    }
    await insertOnlineMessage(tx, messageOf(deps, row, heard, verdict, told));
    return ok({ result: { verdict }, journal: { action: 'refund.told', object: `payable:${payableId}`, facts: { refund: id, gateway: gateway.description.key, verdict, amount: told.amount, code: told.code } } });
  });
  if (!done.ok) throw new Error(`what the gateway ${gateway.description.key} told of a refund could not be written: ${done.problem.code}`);
  return done.value.verdict;
}

/** Notes money that a gateway has paid back; whoever approved it answers for it. Where nothing is held any more, the refund says that it went twice. */
async function noteGone(deps: OnlineDeps, tx: Parameters<typeof updateRefund>[0], row: RefundRow, told: ToldPayment, now: Date): Promise<void> {
  const by = { staffId: row.decided_by ?? row.asked_by, name: row.decided_by_name ?? row.asked_by_name };
  const noted = await settleRefund(deps, tx, row, { amount: told.amount, evidence: told.transaction, by, now });
  if (noted.ok) {
    await updateRefund(tx, row, { code: told.code, end_reason: null });
    return;
  }
  await updateRefund(tx, row, { state: 'paid', beyond: true, paid_amount: told.amount, evidence: told.transaction, code: told.code, ended_at: now, next_at: null });
  await tellDeciders(deps, tx, row, 'refund-beyond', now);
}

async function tellDeciders(deps: OnlineDeps, tx: Parameters<typeof addMessages>[0], row: RefundRow, kind: 'refund-failed' | 'refund-beyond', now: Date): Promise<void> {
  const to = await deps.refundDecidersOf(row.commune_code);
  if (to.length === 0) return;
  const notice: StaffNotice = { kind, key: `${kind} ${row.id} ${String(row.tries)}`, to, dossierId: null, facts: { payableId: row.payable_id, words: formatDong(row.amount), name: row.payee } };
  await addMessages(tx, row.commune_code, [{ id: deps.payables.newId(), topic: STAFF_NOTICE, payload: { ...notice } }], now);
}
