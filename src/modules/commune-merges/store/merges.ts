import { type Selectable, sql, type Updateable } from 'kysely';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type CommuneMergeTable } from '../../../platform/db/tables.generated.ts';

export type MergeRow = Selectable<CommuneMergeTable>;

/** A merge before anybody agreed to it. */
export type NewMerge = Pick<MergeRow, 'id' | 'from_code' | 'into_code' | 'resolution' | 'resolution_on' | 'proposed_at' | 'proposed_by' | 'proposed_by_name'>;

/** Keeps a proposal. The database refuses a second merge of a commune that is on its way already. */
export async function insertMerge(tx: Tx, merge: NewMerge): Promise<void> {
  await tx.insertInto('commune_merge').values({ ...merge, state: 'proposed', version: 1 }).execute();
}

/** Whether a commune is on its way into another, or has gone. */
export async function isUnderWay(tx: Tx, fromCode: string): Promise<boolean> {
  const row = await tx.selectFrom('commune_merge').select('id').where('from_code', '=', fromCode).where('state', 'not in', ['undone', 'cancelled']).executeTakeFirst();
  return row !== undefined;
}

/** The merges that a commune takes part in, newest first. */
export async function listMerges(db: Database, communeCode: string): Promise<readonly MergeRow[]> {
  return db
    .selectFrom('commune_merge')
    .selectAll()
    .where((where) => where.or([where('from_code', '=', communeCode), where('into_code', '=', communeCode)]))
    .orderBy('proposed_at', 'desc')
    .limit(100)
    .execute();
}

/** One merge that a commune takes part in; undefined for everybody else. */
export async function findMerge(db: Database, communeCode: string, id: string): Promise<MergeRow | undefined> {
  const row = await db.selectFrom('commune_merge').selectAll().where('id', '=', id).executeTakeFirst();
  return row !== undefined && (row.from_code === communeCode || row.into_code === communeCode) ? row : undefined;
}

/** The same, locked against another change. */
export async function loadMergeForUpdate(tx: Tx, id: string): Promise<MergeRow | undefined> {
  return tx.selectFrom('commune_merge').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

/** Writes a change of a merge and counts it. */
export async function changeMerge(tx: Tx, id: string, change: Updateable<CommuneMergeTable>): Promise<void> {
  await tx.updateTable('commune_merge').set({ ...change, version: sql<number>`version + 1` }).where('id', '=', id).execute();
}

/** Merges that are agreed and not done yet, either way, the oldest first. */
export async function listAgreed(db: Database): Promise<readonly Pick<MergeRow, 'id' | 'state'>[]> {
  return db.selectFrom('commune_merge').select(['id', 'state']).where('state', 'in', ['agreed', 'undo-agreed']).where('fault', 'is', null).orderBy('proposed_at').execute();
}
