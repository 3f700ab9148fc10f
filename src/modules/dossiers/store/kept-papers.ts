import { type Insertable, type Selectable, sql } from 'kysely';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type KeptPaperTable } from '../../../platform/db/tables.generated.ts';

export type KeptPaperRow = Selectable<KeptPaperTable>;

/** Keeps papers or results of a person for reuse. A paper under an id that is there already stays as it is. */
export async function keepPapers(tx: Tx, papers: readonly Insertable<KeptPaperTable>[]): Promise<void> {
  if (papers.length === 0) return;
  await tx.insertInto('kept_paper').values([...papers]).onConflict((conflict) => conflict.columns(['commune_code', 'id']).doNothing()).execute();
}

/** Puts better files into a kept paper; false when there is none of this id. */
export async function replaceKeptFiles(tx: Tx, communeCode: string, id: string, files: string): Promise<boolean> {
  const changed = await tx.updateTable('kept_paper').set({ files }).where('commune_code', '=', communeCode).where('id', '=', id).where('origin', '=', 'submitted').executeTakeFirst();
  return changed.numUpdatedRows > 0n;
}

/** Kept papers of these ids in a commune, to check what a reception says it uses again. */
export async function findKeptPapers(tx: Tx, communeCode: string, ids: readonly string[]): Promise<readonly KeptPaperRow[]> {
  if (ids.length === 0) return [];
  return tx.selectFrom('kept_paper').selectAll().where('commune_code', '=', communeCode).where('id', 'in', [...new Set(ids)]).execute();
}

/** Counts one more use of each. */
export async function countReuses(tx: Tx, communeCode: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.updateTable('kept_paper').set((eb) => ({ reuses: eb('reuses', '+', 1) })).where('commune_code', '=', communeCode).where('id', 'in', [...new Set(ids)]).execute();
}

/** What people of a commune have in the store, the newest of each name; withdrawn papers are not there any more. */
export async function listKeptPapers(db: Database, communeCode: string, personIds: readonly string[]): Promise<readonly KeptPaperRow[]> {
  const { rows } = await sql<KeptPaperRow>`
    select distinct on (person_id, name) * from kept_paper
    where commune_code = ${communeCode} and person_id = any(${[...personIds]}::uuid[]) and withdrawn_at is null
      and not exists (select from person p where p.commune_code = kept_paper.commune_code and p.id = kept_paper.person_id and p.restricted_at is not null)
    order by person_id, name, kept_at desc limit 200`.execute(db);
  return rows;
}

/** Takes the electronic result of a dossier back, because its decision was reopened: nobody may rest on it any more. */
export async function withdrawResults(tx: Tx, communeCode: string, dossierId: string, now: Date): Promise<void> {
  await tx.updateTable('kept_paper').set({ withdrawn_at: now }).where('commune_code', '=', communeCode).where('dossier_id', '=', dossierId).where('origin', '=', 'result').where('withdrawn_at', 'is', null).execute();
}

/** The electronic result of a dossier that is still good, if there is one. */
export async function findResult(db: Database, communeCode: string, dossierId: string): Promise<KeptPaperRow | undefined> {
  return db
    .selectFrom('kept_paper')
    .selectAll()
    .where('commune_code', '=', communeCode)
    .where('dossier_id', '=', dossierId)
    .where('origin', '=', 'result')
    .where('withdrawn_at', 'is', null)
    .orderBy('kept_at', 'desc')
    .limit(1)
    .executeTakeFirst();
}
