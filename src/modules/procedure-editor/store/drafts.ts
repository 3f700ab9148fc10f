import { type Selectable, sql } from 'kysely';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type InstallationScope } from '../../../platform/db/installation-scope.ts';
import { type ProcedureDraftTable, type ProcedurePublicationTable } from '../../../platform/db/tables.generated.ts';

export type DraftRow = Selectable<ProcedureDraftTable>;
export type PublicationRow = Selectable<ProcedurePublicationTable>;

/** Which draft each procedure has open, by code. */
export async function listOpenDrafts(db: Database, scope: InstallationScope): Promise<ReadonlyMap<string, string>> {
  const rows = await db.selectFrom('procedure_draft').select(['code', 'id']).$if(scope !== null, (query) => query.where('commune_code', '=', scope ?? '')).where('state', '=', 'open').execute();
  return new Map(rows.map(({ code, id }) => [code, id]));
}

/** The open draft of a procedure. */
export async function findOpenDraft(db: Database | Tx, scope: InstallationScope, code: string): Promise<DraftRow | undefined> {
  return db.selectFrom('procedure_draft').selectAll().$if(scope !== null, (query) => query.where('commune_code', '=', scope ?? '')).where('code', '=', code).where('state', '=', 'open').executeTakeFirst();
}

/** One draft. */
export async function findDraft(db: Database, scope: InstallationScope, id: string): Promise<DraftRow | undefined> {
  return db.selectFrom('procedure_draft').selectAll().$if(scope !== null, (query) => query.where('commune_code', '=', scope ?? '')).where('id', '=', id).executeTakeFirst();
}

/** The same, kept for this transaction. */
export async function loadDraftForUpdate(tx: Tx, scope: InstallationScope, id: string): Promise<DraftRow | undefined> {
  return tx.selectFrom('procedure_draft').selectAll().$if(scope !== null, (query) => query.where('commune_code', '=', scope ?? '')).where('id', '=', id).forUpdate().executeTakeFirst();
}

/** From now until the end of the transaction nobody else begins a draft of this procedure in any commune. */
export async function lockProcedure(tx: Tx, code: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('procedure-draft'), hashtext(${code}))`.execute(tx);
}

/** Adds a draft; false when the procedure has one open already, or the id is known. */
export async function insertDraft(tx: Tx, row: Pick<DraftRow, 'commune_code' | 'id' | 'code' | 'based_on' | 'created_at' | 'created_by' | 'created_by_name'> & { readonly content: object }): Promise<boolean> {
  const { content, ...rest } = row;
  const done = await tx
    .insertInto('procedure_draft')
    .values({ ...rest, content: JSON.stringify(content), state: 'open', changed_at: row.created_at, changed_by: row.created_by, changed_by_name: row.created_by_name, published_version: null })
    .onConflict((on) => on.doNothing())
    .executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n;
}

/** Writes what changed of a draft; every writing counts as a revision. */
export async function updateDraft(tx: Tx, draft: DraftRow, change: { readonly content?: object; readonly state?: 'published' | 'discarded'; readonly publishedVersion?: number }, by: { readonly at: Date; readonly id: string; readonly name: string }): Promise<number> {
  const revision = draft.revision + 1;
  await tx
    .updateTable('procedure_draft')
    .set({
      revision, changed_at: by.at, changed_by: by.id, changed_by_name: by.name,
      ...(change.content === undefined ? {} : { content: JSON.stringify(change.content) }),
      ...(change.state === undefined ? {} : { state: change.state, published_version: change.publishedVersion ?? null }),
    })
    .where('commune_code', '=', draft.commune_code)
    .where('id', '=', draft.id)
    .execute();
  return revision;
}

/** Adds to the history of a procedure. */
export async function insertPublication(tx: Tx, row: Omit<PublicationRow, 'differences'> & { readonly differences: readonly unknown[] }): Promise<void> {
  await tx.insertInto('procedure_publication').values({ ...row, differences: JSON.stringify(row.differences) }).execute();
}

/** Who published and took back what, newest first. */
export async function listPublications(db: Database, scope: InstallationScope, code: string): Promise<readonly PublicationRow[]> {
  return db.selectFrom('procedure_publication').selectAll().$if(scope !== null, (query) => query.where('commune_code', '=', scope ?? '')).where('code', '=', code).orderBy('at', 'desc').orderBy('id', 'desc').limit(100).execute();
}
