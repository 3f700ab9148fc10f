import { type Insertable, type Selectable, sql } from 'kysely';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type ExchangeMismatchTable } from '../../../platform/db/tables.generated.ts';

export type MismatchRow = Selectable<ExchangeMismatchTable>;

/** The newest entry of every kind about these dossiers. */
export async function listNewestMismatches(db: Database, communeCode: string, dossierIds: readonly string[]): Promise<readonly MismatchRow[]> {
  if (dossierIds.length === 0) return [];
  return db
    .selectFrom('exchange_mismatch')
    .selectAll()
    .distinctOn(['dossier_id', 'kind'])
    .where('commune_code', '=', communeCode)
    .where((eb) => eb('dossier_id', '=', eb.fn.any(sql<string[]>`${[...dossierIds]}::uuid[]`)))
    .orderBy('dossier_id')
    .orderBy('kind')
    .orderBy('found_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

/** Opens entries. */
export async function insertMismatches(tx: Tx, rows: readonly Insertable<ExchangeMismatchTable>[]): Promise<void> {
  if (rows.length > 0) await tx.insertInto('exchange_mismatch').values([...rows]).execute();
}

/** Closes entries of themselves: both sides agree again, or differ in another way. */
export async function agreeMismatches(tx: Tx, communeCode: string, ids: readonly string[], now: Date): Promise<void> {
  if (ids.length > 0) await tx.updateTable('exchange_mismatch').set({ state: 'agreed', closed_at: now }).where('commune_code', '=', communeCode).where('id', 'in', [...ids]).where('state', '=', 'open').execute();
}

/** One entry, locked until the transaction ends. */
export function lockMismatch(tx: Tx, communeCode: string, id: string): Promise<MismatchRow | undefined> {
  return tx.selectFrom('exchange_mismatch').selectAll().where('commune_code', '=', communeCode).where('id', '=', id).forUpdate().executeTakeFirst();
}

/** Closes one entry with what somebody decided. */
export async function closeMismatch(tx: Tx, communeCode: string, id: string, closed: { readonly state: MismatchRow['state']; readonly closed_at: Date; readonly closed_by: string; readonly closed_by_name: string; readonly words: string | null }): Promise<void> {
  await tx.updateTable('exchange_mismatch').set(closed).where('commune_code', '=', communeCode).where('id', '=', id).execute();
}

/** Entries of a commune, open ones oldest first or decided ones newest first; at most `limit`. */
export function listMismatches(db: Database, communeCode: string, open: boolean, limit: number): Promise<readonly MismatchRow[]> {
  const query = db.selectFrom('exchange_mismatch').selectAll().where('commune_code', '=', communeCode).limit(limit);
  return open ? query.where('state', '=', 'open').orderBy('found_at').orderBy('id').execute() : query.where('state', '<>', 'open').orderBy('closed_at', 'desc').orderBy('id').execute();
}

/** How many entries are open about one dossier. */
export async function countOpenMismatches(db: Database, communeCode: string, dossierId: string): Promise<number> {
  const row = await db
    .selectFrom('exchange_mismatch')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('commune_code', '=', communeCode)
    .where('dossier_id', '=', dossierId)
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow();
  return row.count;
}
