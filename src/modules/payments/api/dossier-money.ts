import { ok, type Result } from '../../../kernel/result.ts';
import { type Tx } from '../../../platform/db/database.ts';
import { type Transfer } from '../contract/payable-schemas.ts';
import { methodOf } from '../domain/decide-payable.ts';
import { missingOf, type PayablePurpose } from '../domain/payable.ts';
import { findPayable, listPayablesOf } from '../store/payables.ts';
import { type CounterDeps, type PayableDeps } from './deps.ts';
import { cancelOpenOf, cancelPayable, type MoneyMoment, openPayable } from './keep-payable.ts';
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

/** What the work on dossiers asks of the payables, in its own transactions. */
export interface DossierPayables {
  readonly openOf: (communeCode: string, dossierId: string) => Promise<readonly OpenPayable[]>;
  readonly open: (tx: Tx, asked: MoneyMoment & { readonly id: string; readonly dossierId: string; readonly amount: number }) => Promise<string>;
  readonly confirm: (tx: Tx, seen: MoneyMoment & { readonly id: string; readonly method: 'cash' | 'transfer' | 'other'; readonly paidAt: Date; readonly commandId: string }) => Promise<Result<void>>;
  readonly cancel: (tx: Tx, called: MoneyMoment & { readonly id: string; readonly reason: string }) => Promise<void>;
  readonly end: (tx: Tx, ended: MoneyMoment & { readonly dossierId: string; readonly reason: string }) => Promise<void>;
}

/**
 * The payables as the work on dossiers needs them. What the dossier's own rules have let through is opened and cancelled without a refusal; a refusal there is a fault and throws.
 * A request that an older version opened without a payable has none to confirm or cancel.
 */
export function createDossierPayables(deps: PayableDeps, { db, bankAccountOf }: Pick<CounterDeps, 'db' | 'bankAccountOf'>): DossierPayables {
  return {
    openOf: async (communeCode, dossierId) => {
      const open = (await listPayablesOf(db, communeCode, dossierId)).filter(({ state }) => state === 'open');
      if (open.length === 0) return [];
      const account = await bankAccountOf(communeCode);
      return open.map((row) => ({ id: row.id, purpose: row.purpose, amount: row.amount, missing: missingOf(row), reference: row.reference, transfer: transferOf(account, row) }));
    },
    open: async (tx, asked) => {
      const opened = await openPayable(deps, tx, { ...asked, purpose: 'during-work' });
      if (!opened.ok) throw new Error(`a payment request could not be opened: ${opened.problem.code}`);
      return opened.value.reference;
    },
    confirm: async (tx, { id, commandId, method, ...seen }) => {
      const payable = await findPayable(tx, seen.communeCode, id);
      const missing = payable === undefined ? 0 : missingOf(payable);
      if (missing === 0) return ok(undefined);
      const done = await recordPayment(deps, tx, { ...seen, payableId: id, method: methodOf(method), amount: missing, source: `officer:${commandId}` });
      return done.ok ? ok(undefined) : done;
    },
    cancel: async (tx, { id, ...called }) => {
      const payable = await findPayable(tx, called.communeCode, id);
      if (payable === undefined || payable.state === 'cancelled') return;
      await cancelPayable(deps, tx, { ...called, payableId: id });
    },
    end: (tx, ended) => cancelOpenOf(deps, tx, ended),
  };
}
