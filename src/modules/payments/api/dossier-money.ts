import { type StaffActor } from '../../../kernel/actor.ts';
import { ok, type Problem, refuse, type Result } from '../../../kernel/result.ts';
import { type Tx } from '../../../platform/db/database.ts';
import { appendLines } from '../../../platform/journal/append-lines.ts';
import { type Transfer } from '../contract/payable-schemas.ts';
import { decideCash, methodOf } from '../domain/decide-payable.ts';
import { missingOf, type PayablePurpose, surplusOf } from '../domain/payable.ts';
import { findPayable, listPayablesOf } from '../store/payables.ts';
import { type CounterDeps, type PayableDeps } from './deps.ts';
import { cancelOpenOf, cancelPayable, type MoneyMoment, openPayable } from './keep-payable.ts';
import { mayTakeCash } from './may-take-cash.ts';
import { transferOf } from './payable-view.ts';
import { recordPayment } from './record-payment.ts';

/** What is still to be paid for a dossier, with where a transfer goes. */
interface OpenPayable {
  readonly id: string;
  readonly purpose: PayablePurpose;
  readonly amount: number;
  readonly missing: number;
  readonly reference: string;
  readonly transfer: Transfer | null;
}

/** Cash that reception takes with the dossier itself. */
interface ReceptionCash {
  readonly dossierId: string;
  /** What the officer saw and took, in whole đồng. */
  readonly amount: number;
  /** The number of a receipt that was written by hand outside the program; null: the program gives it. */
  readonly receiptElsewhere: string | null;
  readonly commandId: string;
  readonly actor: StaffActor;
  readonly at: Date;
  readonly address: string;
}

/** What the work on dossiers asks of the payables, in its own transactions. */
export interface DossierPayables {
  readonly openOf: (communeCode: string, dossierId: string) => Promise<readonly OpenPayable[]>;
  readonly backOf: (communeCode: string, dossierId: string) => Promise<{ readonly owed: number; readonly paidBack: number }>;
  readonly open: (tx: Tx, asked: MoneyMoment & { readonly id: string; readonly dossierId: string; readonly amount: number }) => Promise<string>;
  readonly confirm: (tx: Tx, seen: MoneyMoment & { readonly id: string; readonly method: 'cash' | 'transfer' | 'other'; readonly paidAt: Date; readonly commandId: string; readonly officer: StaffActor }) => Promise<Result<void>>;
  readonly takeCash: (tx: Tx, taken: ReceptionCash) => Promise<Result<void>>;
  readonly cashOf: (actor: StaffActor, now: Date) => Promise<{ readonly hindrance: Problem | undefined; readonly givesReceipt: boolean }>;
  readonly cancel: (tx: Tx, called: MoneyMoment & { readonly id: string; readonly reason: string }) => Promise<void>;
  readonly end: (tx: Tx, ended: MoneyMoment & { readonly dossierId: string; readonly reason: string }) => Promise<void>;
}

/**
 * The payables as the work on dossiers needs them. What the dossier's own rules have let through is opened and cancelled without a refusal; a refusal there is a fault and throws.
 * A request that an older version opened without a payable has none to confirm or cancel.
 */
export function createDossierPayables(deps: PayableDeps, { db, bankAccountOf, desk }: Pick<CounterDeps, 'db' | 'bankAccountOf' | 'desk'>): DossierPayables {
  return {
    openOf: async (communeCode, dossierId) => {
      const open = (await listPayablesOf(db, communeCode, dossierId)).filter(({ state }) => state === 'open');
      if (open.length === 0) return [];
      const account = await bankAccountOf(communeCode);
      return open.map((row) => ({ id: row.id, purpose: row.purpose, amount: row.amount, missing: missingOf(row), reference: row.reference, transfer: transferOf(account, row) }));
    },
    backOf: async (communeCode, dossierId) => {
      const rows = await listPayablesOf(db, communeCode, dossierId);
      return { owed: rows.reduce((sum, row) => sum + surplusOf(row), 0), paidBack: rows.reduce((sum, { refunded }) => sum + refunded, 0) };
    },
    open: async (tx, asked) => {
      const opened = await openPayable(deps, tx, { ...asked, purpose: 'during-work' });
      if (!opened.ok) throw new Error(`a payment request could not be opened: ${opened.problem.code}`);
      return opened.value.reference;
    },
    confirm: async (tx, { id, commandId, method, officer, ...seen }) => {
      if (method === 'cash' && !(await mayTakeCash(tx, officer, seen.at))) return refuse('payment.cash-by-cashier');
      const payable = await findPayable(tx, seen.communeCode, id);
      const missing = payable === undefined ? 0 : missingOf(payable);
      if (missing === 0) return ok(undefined);
      const done = await recordPayment(deps, tx, { ...seen, payableId: id, method: methodOf(method), amount: missing, source: `officer:${commandId}` });
      return done.ok ? ok(undefined) : done;
    },
    takeCash: async (tx, { dossierId, amount, receiptElsewhere, commandId, actor, at, address }) => {
      const { communeCode, staffId, fullName } = actor;
      if (!(await mayTakeCash(tx, actor, at))) return refuse('payment.cash-by-cashier');
      const payable = (await listPayablesOf(tx, communeCode, dossierId)).find(({ purpose, state }) => purpose === 'fees' && state !== 'cancelled');
      if (payable === undefined) return refuse('payable.changed-meanwhile', { amount: 0 }, 'amount');
      const decided = decideCash(payable, { amount, given: amount });
      if (!decided.ok) return decided;
      const done = await recordPayment(deps, tx, {
        communeCode, at, actor: { staffId, name: fullName }, payableId: payable.id, method: 'cash', amount, paidAt: at, source: `reception:${commandId}`, ...(receiptElsewhere === null ? {} : { receiptElsewhere }),
      });
      if (!done.ok) return done;
      await appendLines(tx, communeCode, [{ at, actor, address, action: 'payment.cash-taken', object: `payable:${payable.id}`, facts: { payment: done.value.paymentId, amount } }]);
      return ok(undefined);
    },
    cashOf: async (actor, now) => {
      const { communeCode, staffId } = actor;
      const [may, hindrance, givesReceipt] = await Promise.all([mayTakeCash(db, actor, now), desk.hindrance(communeCode, staffId, now), desk.givesReceipt(communeCode, staffId, now)]);
      return { hindrance: may ? hindrance : { code: 'payment.cash-by-cashier' }, givesReceipt };
    },
    cancel: async (tx, { id, ...called }) => {
      const payable = await findPayable(tx, called.communeCode, id);
      if (payable === undefined || payable.state === 'cancelled') return;
      await cancelPayable(deps, tx, { ...called, payableId: id });
    },
    end: (tx, ended) => cancelOpenOf(deps, tx, ended),
  };
}
