import { type Actor } from '../../../kernel/actor.ts';
import { MS_PER_MINUTE } from '../../../kernel/local-time.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { runCommand } from '../../../platform/commands.ts';
import { inCommune } from '../../../platform/db/commune-scope.ts';
import { derivedUuid } from '../../../platform/derived-uuid.ts';
import { decideOnline } from '../domain/decide-online.ts';
import { type GatewayFields, type GatewayVerdict, type ToldPayment } from '../domain/gateway-fields.ts';
import { missingOf } from '../domain/payable.ts';
import { findByOrderNumber, insertOnlineMessage, insertOnlinePayment, listOnlineOf, loadOnlineForUpdate, type OnlinePaymentRow, updateOnlinePayment } from '../store/online.ts';
import { type OnlineDeps } from './deps.ts';
import { type PaymentGateway } from './gateway.ts';
import { lockPayable } from './keep-payable.ts';
import { recordPayment } from './record-payment.ts';

/** Signs of an order number behind the reference, so that every try has one of its own. */
const ORDER_SIGNS = 'ABCDEFGHJKMNPRSTVWXYZ23456789';
const ORDER_TAIL = 8;

/** What makes one number at a gateway out of a reference. */
export function orderTail({ randomBytes }: Pick<OnlineDeps['payables'], 'randomBytes'>): string {
  return [...randomBytes(ORDER_TAIL)].map((byte) => ORDER_SIGNS.charAt(byte % ORDER_SIGNS.length)).join('');
}

const NOBODY: Actor = { kind: 'anonymous' };

/** A try that was started, with where the browser goes. */
export interface StartedOnline {
  readonly id: string;
  readonly address: string;
}

/** Where the browser comes back to from a gateway. */
function returnAddress(publicUrl: string, gateway: string): string {
  return `${publicUrl}/thanh-toan/${gateway}/ve`;
}

/** The address of a try at its gateway: always the same one for the same try. */
export function payAddressOf(deps: Pick<OnlineDeps, 'publicUrl'>, gateway: PaymentGateway, row: OnlinePaymentRow, asked: { readonly address: string; readonly locale: 'vi' | 'en' }): string {
  return gateway.payAddress({
    number: row.order_number, amount: row.amount, words: row.order_number.slice(0, -ORDER_TAIL), returnUrl: returnAddress(deps.publicUrl, gateway.description.key),
    createdAt: row.started_at.getTime(), expiresAt: row.ends_at.getTime(), address: asked.address, locale: asked.locale,
  });
}

/**
 * Starts to pay a payable online for exactly what is missing. A try of the same amount that is still under way goes on instead of a second one. Refuses
 * `payable.not-found`, one that is paid or cancelled, and `payment.online-not-offered` while the office has no gateway.
 */
export function startOnline(deps: OnlineDeps, gateway: PaymentGateway | undefined, asked: { readonly communeCode: string; readonly payableId: string; readonly commandId: string; readonly now: Date; readonly address: string }): Promise<Result<{ readonly id: string }>> {
  const { communeCode, payableId, commandId, now } = asked;
  if (gateway === undefined) return Promise.resolve(refuse('payment.online-not-offered'));
  const envelope = { communeCode, commandId, kind: 'start-online-payment', actor: NOBODY, request: { payableId }, now, address: asked.address };
  return runCommand<{ readonly id: string }>(deps.db, envelope, async (tx) => {
    const payable = await lockPayable(deps.payables, tx, communeCode, payableId);
    if (payable === undefined) return refuse('payable.not-found');
    if (payable.state === 'paid') return refuse('payable.paid-already');
    if (payable.state === 'cancelled') return refuse('payable.cancelled');
    const { key, minutes } = gateway.description;
    const amount = missingOf(payable);
    const going = (await listOnlineOf(tx, communeCode, payableId)).find((one) => one.state === 'started' && one.gateway === key && one.amount === amount && one.ends_at > now);
    const journal = (id: string) => ({ action: 'online-payment.started', object: `payable:${payableId}` as const, facts: { online: id, gateway: key, amount } });
    if (going !== undefined) return ok({ result: { id: going.id }, journal: journal(going.id) });
    const id = deps.payables.newId();
    const written = await insertOnlinePayment(tx, {
      commune_code: communeCode, id, payable_id: payableId, gateway: key, order_number: payable.reference + orderTail(deps.payables), amount, state: 'started', started_at: now, ends_at: new Date(now.getTime() + minutes * MS_PER_MINUTE),
    });
    if (!written) throw new Error('an order number was drawn twice');
    return ok({ result: { id }, journal: journal(id) });
  });
}

/** What a message made of a try. */
export interface HeardWord {
  readonly verdict: GatewayVerdict;
  /** Undefined where it is about no try of ours. */
  readonly online: OnlinePaymentRow | undefined;
}

/**
 * Hears what a gateway tells, by call-back, by the browser that comes back, or because it was asked: the signature first, then the order, then the money. What came in
 * is recorded as it was told, so that one đồng less leaves the payable open and money for a cancelled one is a surplus. The same word again changes nothing.
 * A forged one is kept with its try and changes nothing either.
 */
export async function hearGateway(deps: OnlineDeps, gateway: PaymentGateway, fields: GatewayFields, heard: { readonly way: 'callback' | 'return' | 'query'; readonly now: Date; readonly address: string }): Promise<HeardWord> {
  const read = gateway.read(fields);
  const number = read.kind === 'told' ? read.told.number : (fields[gateway.description.told.number] ?? '').slice(0, 100);
  const online = number === '' ? undefined : await findByOrderNumber(deps.db, gateway.description.key, number);
  if (online === undefined) return { verdict: read.kind === 'told' ? 'unknown-order' : read.kind, online: undefined };
  return inCommune(online.commune_code, async () => {
    if (read.kind !== 'told') {
      await deps.db.transaction().execute((tx) => insertOnlineMessage(tx, messageOf(deps, online, heard, read.kind, undefined)));
      return { verdict: read.kind, online };
    }
    return { verdict: await settle(deps, gateway, online, read.told, heard), online };
  });
}

type Heard = Parameters<typeof hearGateway>[3];

function messageOf(deps: OnlineDeps, online: OnlinePaymentRow, { way, now, address }: Heard, verdict: 'recorded' | 'known' | 'failed' | 'pending' | 'forged' | 'unreadable', told: ToldPayment | undefined): Parameters<typeof insertOnlineMessage>[1] {
  return {
    commune_code: online.commune_code, id: deps.payables.newId(), online_payment_id: online.id, at: now, way, verdict, address,
    amount: told?.amount ?? null, code: told?.code ?? null, transaction_number: told === undefined || told.transaction === '' ? null : told.transaction,
  };
}

/** Writes what a signed message says, in one transaction. A message that comes again runs under the same command and answers what it did the first time. */
async function settle(deps: OnlineDeps, gateway: PaymentGateway, online: OnlinePaymentRow, told: ToldPayment, heard: Heard): Promise<GatewayVerdict> {
  const { commune_code: communeCode, id, payable_id: payableId } = online;
  const { key } = gateway.description;
  const { now } = heard;
  // Every hearing is a command of its own: what makes it count once is the source of the payment.
  const envelope = { communeCode, commandId: deps.payables.newId(), kind: 'hear-gateway', actor: NOBODY, request: { id, told }, now, address: heard.address };
  const done = await runCommand<{ readonly verdict: GatewayVerdict }>(deps.db, envelope, async (tx) => {
    // The payable before its try, always, so that two call-backs never wait for each other.
    await lockPayable(deps.payables, tx, communeCode, payableId);
    const row = await loadOnlineForUpdate(tx, communeCode, id);
    if (row === undefined) throw new Error(`the online payment ${id} is gone`);
    const step = decideOnline(row, told);
    let verdict: 'recorded' | 'known' | 'failed' | 'pending' = step.do === 'nothing' ? step.verdict : step.do === 'fail' ? 'failed' : 'recorded';
    if (step.do === 'record') {
      const recorded = await recordPayment(deps.payables, tx, {
        communeCode, payableId, method: 'online', amount: told.amount, paidAt: new Date(Math.min(told.paidAt ?? now.getTime(), now.getTime())), source: `provider:${key}:${told.transaction}`, at: now, actor: null,
      });
      if (!recorded.ok) return recorded;
      verdict = recorded.value.outcome;
      if (verdict === 'recorded' && row.state !== 'paid') await updateOnlinePayment(tx, row, { state: 'paid', settled_at: now, code: told.code, transaction_number: told.transaction, payment_id: recorded.value.paymentId });
    }
    if (step.do === 'fail') await updateOnlinePayment(tx, row, { state: 'failed', settled_at: row.settled_at ?? now, code: told.code, transaction_number: told.transaction === '' ? null : told.transaction });
    await insertOnlineMessage(tx, messageOf(deps, row, heard, verdict, told));
    return ok({ result: { verdict }, journal: { action: 'online-payment.told', object: `payable:${payableId}`, facts: { online: id, gateway: key, verdict, amount: told.amount, code: told.code } } });
  });
  if (!done.ok) throw new Error(`what the gateway ${key} told could not be written: ${done.problem.code}`);
  return done.value.verdict;
}

/** A try that nobody finished in time, after its gateway was asked and knew nothing. */
export async function expireOnline(deps: OnlineDeps, online: OnlinePaymentRow, now: Date): Promise<void> {
  const { commune_code: communeCode, id, payable_id: payableId } = online;
  await inCommune(communeCode, async () => {
    const envelope = { communeCode, commandId: derivedUuid(id, 'expire'), kind: 'expire-online-payment', actor: NOBODY, request: { id }, now, address: '' };
    await runCommand<null>(deps.db, envelope, async (tx) => {
      const row = await loadOnlineForUpdate(tx, communeCode, id);
      if (row?.state === 'started') await updateOnlinePayment(tx, row, { state: 'expired', settled_at: now });
      return ok({ result: null, journal: { action: 'online-payment.expired', object: `payable:${payableId}`, facts: { online: id } } });
    });
  });
}
