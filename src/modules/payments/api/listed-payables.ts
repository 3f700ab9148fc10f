import { type Database, type Tx } from '../../../platform/db/database.ts';
import { missingOf, type PayablePurpose, type PayableState, surplusOf } from '../domain/payable.ts';
import { listOpenRows, listRowsById, listRowsByReference, type PayableRow } from '../store/payables.ts';
import { type PayableDeps } from './deps.ts';

/** A payable with what is known of its dossier. Personal data: the route that shows it says so. */
export interface ListedPayable {
  readonly id: string;
  readonly dossierId: string | null;
  readonly dossierCode: string | null;
  readonly procedureName: string | null;
  readonly payerName: string | null;
  readonly purpose: PayablePurpose;
  readonly state: PayableState;
  readonly reference: string;
  readonly amount: number;
  readonly paid: number;
  /** What is still missing: the amount that its payment code carries. */
  readonly missing: number;
  /** What is owed back to the payer. */
  readonly surplus: number;
  readonly openedAt: Date;
}

type ListDeps = Pick<PayableDeps, 'dossiersOf'>;

/** Puts code and payer of their dossiers beside payables, in one more question however many they are. */
export async function withDossiers(deps: ListDeps, db: Database | Tx, communeCode: string, rows: readonly PayableRow[]): Promise<readonly ListedPayable[]> {
  const dossiers = await deps.dossiersOf(db, communeCode, [...new Set(rows.flatMap(({ dossier_id }) => dossier_id ?? []))]);
  return rows.map((row) => {
    const dossier = row.dossier_id === null ? undefined : dossiers.get(row.dossier_id);
    return {
      id: row.id, dossierId: row.dossier_id, dossierCode: dossier?.code ?? null, procedureName: dossier?.procedureName ?? null, payerName: dossier?.payerName ?? null,
      purpose: row.purpose, state: row.state, reference: row.reference, amount: row.amount, paid: row.paid, missing: missingOf(row), surplus: surplusOf(row), openedAt: row.opened_at,
    };
  });
}

/** Every payable of a commune that waits for money, oldest first. */
export async function listOpenPayables(deps: ListDeps, db: Database | Tx, communeCode: string): Promise<readonly ListedPayable[]> {
  return withDossiers(deps, db, communeCode, await listOpenRows(db, communeCode));
}

/** The payables with one of these references, whatever their state: one that is paid and comes again must be seen as such. */
export async function findPayablesByReference(deps: ListDeps, db: Database | Tx, communeCode: string, references: readonly string[]): Promise<readonly ListedPayable[]> {
  return withDossiers(deps, db, communeCode, await listRowsByReference(db, communeCode, references));
}

/** The payables with these ids, whatever their state. */
export async function listPayablesById(deps: ListDeps, db: Database | Tx, communeCode: string, ids: readonly string[]): Promise<readonly ListedPayable[]> {
  return withDossiers(deps, db, communeCode, await listRowsById(db, communeCode, ids));
}
