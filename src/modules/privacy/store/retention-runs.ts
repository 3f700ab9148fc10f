import { type Insertable, type Selectable } from 'kysely';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type RetentionRunTable } from '../../../platform/db/tables.generated.ts';

/** Writes down that things of a kind went. */
export async function insertRetentionRun(tx: Tx, run: Insertable<RetentionRunTable>): Promise<void> {
  await tx.insertInto('retention_run').values(run).execute();
}

/** What went last, newest first. */
export async function listRetentionRuns(db: Database, communeCode: string, most: number): Promise<readonly Selectable<RetentionRunTable>[]> {
  return db.selectFrom('retention_run').selectAll().where('commune_code', '=', communeCode).orderBy('at', 'desc').orderBy('id').limit(most).execute();
}
