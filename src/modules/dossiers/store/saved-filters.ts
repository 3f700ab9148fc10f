import { type Insertable, type Selectable, sql } from 'kysely';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type SavedFilterTable } from '../../../platform/db/tables.generated.ts';
import { type WorkList } from '../contract/work-lists.ts';
import { type TimedFilter, timedCondition } from './work-list.ts';
import { OPEN, type WorkScope } from './work-scope.ts';

export type SavedFilterRow = Selectable<SavedFilterTable>;

/** Whose names and numbers a filter is counted among: one owner's own, or one unit's. */
export interface FilterShelf {
  readonly ownerId: string;
  readonly unitId: string | null;
}

/** Somebody's own filters and those of some units, own ones first, by name. */
export async function listSavedFilters(db: Database, communeCode: string, staffId: string, unitIds: readonly string[]): Promise<readonly SavedFilterRow[]> {
  const { rows } = await sql<SavedFilterRow>`
    select * from saved_filter
    where commune_code = ${communeCode} and (owner_id = ${staffId}::uuid or unit_id = any(${[...unitIds]}::uuid[]))
    order by unit_id is not null, lower(name), id`.execute(db);
  return rows;
}

/** One saved filter of a commune, locked. */
export function loadSavedFilterForUpdate(tx: Tx, communeCode: string, id: string): Promise<SavedFilterRow | undefined> {
  return tx.selectFrom('saved_filter').selectAll().where('commune_code', '=', communeCode).where('id', '=', id).forUpdate().executeTakeFirst();
}

/** How many filters stand on a shelf, and whether one of them has this name, in whatever case. Locks the shelf until the transaction ends. */
export async function readShelf(tx: Tx, communeCode: string, { ownerId, unitId }: FilterShelf, name: string): Promise<{ readonly kept: number; readonly taken: boolean }> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`saved-filter ${communeCode} ${unitId ?? ownerId}`}, 0))`.execute(tx);
  const shelf = unitId === null ? sql`owner_id = ${ownerId}::uuid and unit_id is null` : sql`unit_id = ${unitId}::uuid`;
  const { rows } = await sql<{ kept: number; taken: boolean }>`
    select count(*) as kept, coalesce(bool_or(lower(name) = lower(${name})), false) as taken from saved_filter where commune_code = ${communeCode} and ${shelf}`.execute(tx);
  return rows[0] ?? { kept: 0, taken: false };
}

/** Writes a filter. */
export async function insertSavedFilter(tx: Tx, filter: Insertable<SavedFilterTable>): Promise<void> {
  await tx.insertInto('saved_filter').values(filter).execute();
}

/** Gives a filter another name. */
export async function renameSavedFilter(tx: Tx, communeCode: string, id: string, name: string): Promise<void> {
  await tx.updateTable('saved_filter').set({ name }).where('commune_code', '=', communeCode).where('id', '=', id).execute();
}

/** Removes a filter. */
export async function deleteSavedFilter(tx: Tx, communeCode: string, id: string): Promise<void> {
  await tx.deleteFrom('saved_filter').where('commune_code', '=', communeCode).where('id', '=', id).execute();
}

/** How many dossiers each filter of an open list lets through, in one pass over the open dossiers of the commune. */
export async function countFilters(db: Database, scope: WorkScope, filters: readonly { readonly list: WorkList; readonly filter: TimedFilter }[]): Promise<readonly number[]> {
  if (filters.length === 0) return [];
  const counts = filters.map(({ list, filter }) => sql`count(*) filter (where ${timedCondition(list, scope, filter)})`);
  const { rows } = await sql<{ counts: readonly string[] }>`select array[${sql.join(counts)}]::text[] as counts from dossier where commune_code = ${scope.communeCode} and ${OPEN}`.execute(db);
  return (rows[0]?.counts ?? []).map(Number);
}
