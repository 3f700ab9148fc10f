import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { type OutboxMessage } from '../../../platform/commands.ts';
import { type Tx } from '../../../platform/db/database.ts';
import { addMessages } from '../../../platform/jobs/add-messages.ts';
import { decideCancel, decideChange, decideOpen } from '../domain/decide-payable.ts';
import { moneyStateOf, type PayablePurpose, type PayableStanding } from '../domain/payable.ts';
import { makeReference, REFERENCE_BYTES } from '../domain/payable-reference.ts';
import { findPayable, insertPayable, insertPayableEvent, listPayablesOf, loadPayableForUpdate, type PayableRow, updatePayable } from '../store/payables.ts';
import { type DossierMoneyChange, type MoneyActor, type PayableDeps } from './deps.ts';

/** When and by whom; the caller's transaction and command say the rest. */
export interface MoneyMoment {
  readonly communeCode: string;
  readonly at: Date;
  readonly actor: MoneyActor;
}

/** A payable to be opened. */
export interface OpenPayableWish extends MoneyMoment {
  /** Left out: a new id. */
  readonly id?: string;
  readonly dossierId: string | null;
  readonly purpose: PayablePurpose;
  /** Whole đồng, from 1. */
  readonly amount: number;
}

/** Locks what a payable belongs to, then the payable; undefined when the commune has none. */
export async function lockPayable(deps: PayableDeps, tx: Tx, communeCode: string, id: string): Promise<PayableRow | undefined> {
  const seen = await findPayable(tx, communeCode, id);
  if (seen === undefined) return undefined;
  if (seen.dossier_id !== null) await deps.lockDossier(tx, communeCode, seen.dossier_id);
  return loadPayableForUpdate(tx, communeCode, id);
}

/** Writes where a payable stands now, one line of its history and its messages, and tells the dossier. */
export async function writeStanding(
  deps: PayableDeps,
  tx: Tx,
  payable: PayableRow,
  standing: PayableStanding,
  moment: MoneyMoment,
  event: { readonly kind: 'changed' | 'cancelled' | 'recorded' | 'reversed' | 'refunded'; readonly amount: number; readonly reason?: string; readonly paidBy?: DossierMoneyChange['paidBy'] },
  messages: readonly { readonly topic: string; readonly payload: Readonly<Record<string, unknown>> }[],
): Promise<void> {
  const { communeCode, at, actor } = moment;
  await updatePayable(tx, payable, {
    state: standing.state, amount: standing.amount, paid: standing.paid, refunded: standing.refunded,
    closed_at: standing.state === 'open' ? null : standing.state === payable.state ? payable.closed_at : at,
    close_reason: standing.state === 'cancelled' ? (payable.close_reason ?? event.reason ?? null) : null,
  });
  await insertPayableEvent(tx, { commune_code: communeCode, payable_id: payable.id, at, kind: event.kind, amount: event.amount, state: standing.state, actor_id: actor?.staffId ?? null, actor_name: actor?.name ?? null, reason: event.reason ?? null });
  const outbox: OutboxMessage[] = messages.map(({ topic, payload }) => ({ id: deps.newId(), topic, payload: { payableId: payable.id, dossierId: payable.dossier_id, purpose: payable.purpose, ...payload } }));
  await addMessages(tx, communeCode, outbox, at);
  const becamePaid = standing.state === 'paid' && payable.state !== 'paid';
  await tellDossier(deps, tx, payable, moment, becamePaid ? (event.paidBy ?? null) : null);
}

/** Tells a dossier what all its payables together mean for it. */
async function tellDossier(deps: PayableDeps, tx: Tx, { id, dossier_id: dossierId, purpose }: Pick<PayableRow, 'id' | 'dossier_id' | 'purpose'>, { communeCode, at, actor }: MoneyMoment, paidBy: DossierMoneyChange['paidBy']): Promise<void> {
  if (dossierId === null) return;
  const all = await listPayablesOf(tx, communeCode, dossierId);
  await deps.onMoney(tx, { communeCode, dossierId, payableId: id, purpose, money: moneyStateOf(all), paidBy, at, actor });
}

/** How often another reference is drawn when one is taken: with half a million million of them once is rare. */
const DRAWS = 5;

/**
 * Opens a payable under a new reference, in the caller's transaction. Refuses an amount that is not a whole number of đồng from 1 to ten thousand million, and
 * `payable.open-already` when the dossier has a payable for its fees that is not cancelled: that one is changed instead.
 */
export async function openPayable(deps: PayableDeps, tx: Tx, wish: OpenPayableWish): Promise<Result<PayableRow>> {
  const { communeCode, dossierId, purpose, at, actor } = wish;
  const decided = decideOpen(wish.amount);
  if (!decided.ok) return decided;
  if (dossierId !== null) {
    await deps.lockDossier(tx, communeCode, dossierId);
    if (purpose === 'fees' && (await findFeesPayable(tx, communeCode, dossierId)) !== undefined) return refuse('payable.open-already');
  }
  const id = wish.id ?? deps.newId();
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const reference = makeReference(deps.randomBytes(REFERENCE_BYTES));
    if (!(await insertPayable(tx, { commune_code: communeCode, id, dossier_id: dossierId, purpose, amount: wish.amount, paid: 0, refunded: 0, state: 'open', reference, opened_at: at }))) continue;
    await insertPayableEvent(tx, { commune_code: communeCode, payable_id: id, at, kind: 'opened', amount: wish.amount, state: 'open', actor_id: actor?.staffId ?? null, actor_name: actor?.name ?? null });
    await addMessages(tx, communeCode, [{ id: deps.newId(), topic: 'PayableOpened', payload: { payableId: id, dossierId, purpose, amount: wish.amount } }], at);
    await tellDossier(deps, tx, { id, dossier_id: dossierId, purpose }, wish, null);
    const row = await findPayable(tx, communeCode, id);
    if (row === undefined) throw new Error(`the payable ${id} was opened and is gone`);
    return ok(row);
  }
  throw new Error('no reference for a payable was free');
}

/** The payable for the fees of a dossier that is not cancelled; undefined when there is none. */
async function findFeesPayable(tx: Tx, communeCode: string, dossierId: string): Promise<PayableRow | undefined> {
  return (await listPayablesOf(tx, communeCode, dossierId)).find(({ purpose, state }) => purpose === 'fees' && state !== 'cancelled');
}

/** Changes what a payable asks for, with its reason. Refuses `payable.not-found`, a cancelled one, and a wrong amount. */
export async function changePayable(deps: PayableDeps, tx: Tx, wish: MoneyMoment & { readonly payableId: string; readonly amount: number; readonly reason?: string }): Promise<Result<PayableStanding>> {
  const payable = await lockPayable(deps, tx, wish.communeCode, wish.payableId);
  if (payable === undefined) return refuse('payable.not-found');
  const decided = decideChange(payable, wish.amount);
  if (!decided.ok || wish.amount === payable.amount) return decided;
  const messages = [{ topic: 'PayableChanged', payload: { amount: wish.amount, before: payable.amount } }, ...(decided.value.state === 'paid' && payable.state !== 'paid' ? [{ topic: 'PayablePaid', payload: {} }] : [])];
  await writeStanding(deps, tx, payable, decided.value, wish, { kind: 'changed', amount: wish.amount, ...(wish.reason === undefined || wish.reason === '' ? {} : { reason: wish.reason }) }, messages);
  return decided;
}

/** Cancels a payable; what was paid for it is a surplus to be paid back. Refuses `payable.not-found`, a cancelled one, and no reason. */
export async function cancelPayable(deps: PayableDeps, tx: Tx, wish: MoneyMoment & { readonly payableId: string; readonly reason: string }): Promise<Result<{ readonly surplus: number }>> {
  const payable = await lockPayable(deps, tx, wish.communeCode, wish.payableId);
  if (payable === undefined) return refuse('payable.not-found');
  const decided = decideCancel(payable, wish.reason);
  if (!decided.ok) return decided;
  const { standing, reason, surplus } = decided.value;
  await writeStanding(deps, tx, payable, standing, wish, { kind: 'cancelled', amount: payable.amount, reason }, [{ topic: 'PayableCancelled', payload: { surplus } }]);
  return ok({ surplus });
}

/**
 * Makes the payable for the fees of a dossier follow its fee lines: opened when something is to be paid, changed with it, cancelled when nothing is any more.
 * `total` is the sum of the lines in whole đồng, 0 included. Answers the payable; undefined when nothing is to be paid. Refuses a wrong amount.
 */
export async function settleFees(deps: PayableDeps, tx: Tx, wish: MoneyMoment & { readonly dossierId: string; readonly total: number }): Promise<Result<PayableRow | undefined>> {
  const { communeCode, dossierId, total } = wish;
  await deps.lockDossier(tx, communeCode, dossierId);
  const known = await findFeesPayable(tx, communeCode, dossierId);
  if (known === undefined) return total === 0 ? ok(undefined) : openPayable(deps, tx, { ...wish, purpose: 'fees', amount: total });
  const done = total === 0 ? await cancelPayable(deps, tx, { ...wish, payableId: known.id, reason: 'Không còn khoản nào phải nộp' }) : await changePayable(deps, tx, { ...wish, payableId: known.id, amount: total });
  if (!done.ok) return done;
  return ok(total === 0 ? undefined : await findPayable(tx, communeCode, known.id));
}

/** Cancels every open payable of a dossier whose work has ended; what was paid already stays until somebody decides about it. */
export async function cancelOpenOf(deps: PayableDeps, tx: Tx, wish: MoneyMoment & { readonly dossierId: string; readonly reason: string }): Promise<void> {
  for (const { id, state } of await listPayablesOf(tx, wish.communeCode, wish.dossierId)) if (state === 'open') await cancelPayable(deps, tx, { ...wish, payableId: id });
}

