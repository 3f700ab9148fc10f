import { type Selectable, sql } from 'kysely';
import { inWholeInstallation } from '../../../platform/db/commune-scope.ts';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type InstallationScope } from '../../../platform/db/installation-scope.ts';
import { type FormEditTable, type FormPublicationTable } from '../../../platform/db/tables.generated.ts';

export type FormEditRow = Selectable<FormEditTable>;
export type FormPublicationRow = Selectable<FormPublicationTable>;

/** The open drafts, without what is not needed to list them. */
export async function listOpenEdits(db: Database | Tx, scope: InstallationScope): Promise<readonly Pick<FormEditRow, 'code' | 'id' | 'content' | 'changed_by_name'>[]> {
  return db.selectFrom('form_edit').select(['code', 'id', 'content', 'changed_by_name']).$if(scope !== null, (query) => query.where('commune_code', '=', scope ?? '')).where('state', '=', 'open').orderBy('changed_at', 'desc').execute();
}

/** The open draft of a form. */
export async function findOpenEdit(db: Database | Tx, scope: InstallationScope, code: string): Promise<FormEditRow | undefined> {
  return db.selectFrom('form_edit').selectAll().$if(scope !== null, (query) => query.where('commune_code', '=', scope ?? '')).where('code', '=', code).where('state', '=', 'open').executeTakeFirst();
}

/** One draft. */
export async function findEdit(db: Database | Tx, scope: InstallationScope, id: string): Promise<FormEditRow | undefined> {
  return db.selectFrom('form_edit').selectAll().$if(scope !== null, (query) => query.where('commune_code', '=', scope ?? '')).where('id', '=', id).executeTakeFirst();
}

/** The same, kept for this transaction. */
export async function loadEditForUpdate(tx: Tx, scope: InstallationScope, id: string): Promise<FormEditRow | undefined> {
  return tx.selectFrom('form_edit').selectAll().$if(scope !== null, (query) => query.where('commune_code', '=', scope ?? '')).where('id', '=', id).forUpdate().executeTakeFirst();
}

/** From now until the end of the transaction nobody else begins a draft of this form in any commune. */
export async function lockForm(tx: Tx, code: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('form-draft'), hashtext(${code}))`.execute(tx);
}

/** Adds a draft; false when the form has one open already, or the id is known. */
export async function insertEdit(tx: Tx, row: Pick<FormEditRow, 'commune_code' | 'id' | 'code' | 'based_on' | 'created_at' | 'created_by' | 'created_by_name'> & { readonly content: object }): Promise<boolean> {
  const { content, ...rest } = row;
  const done = await tx
    .insertInto('form_edit')
    .values({ ...rest, content: JSON.stringify(content), state: 'open', changed_at: row.created_at, changed_by: row.created_by, changed_by_name: row.created_by_name, published_version: null })
    .onConflict((on) => on.doNothing())
    .executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n;
}

/** Writes what changed of a draft; every writing counts as a revision. */
export async function updateEdit(tx: Tx, edit: FormEditRow, change: { readonly content?: object; readonly state?: 'published' | 'discarded'; readonly publishedVersion?: number }, by: { readonly at: Date; readonly id: string; readonly name: string }): Promise<number> {
  const revision = edit.revision + 1;
  await tx
    .updateTable('form_edit')
    .set({
      revision, changed_at: by.at, changed_by: by.id, changed_by_name: by.name,
      ...(change.content === undefined ? {} : { content: JSON.stringify(change.content) }),
      ...(change.state === undefined ? {} : { state: change.state, published_version: change.publishedVersion ?? null }),
    })
    .where('commune_code', '=', edit.commune_code)
    .where('id', '=', edit.id)
    .execute();
  return revision;
}

/** Adds to the history of a form. */
export async function insertFormPublication(tx: Tx, row: Omit<FormPublicationRow, 'differences' | 'source'> & { readonly differences: readonly unknown[]; readonly source: object | null }): Promise<void> {
  await tx.insertInto('form_publication').values({ ...row, differences: JSON.stringify(row.differences), source: row.source === null ? null : JSON.stringify(row.source) }).execute();
}

/** Who published and took back what, newest first. */
export async function listFormPublications(db: Database, scope: InstallationScope, code: string): Promise<readonly FormPublicationRow[]> {
  return db.selectFrom('form_publication').selectAll().$if(scope !== null, (query) => query.where('commune_code', '=', scope ?? '')).where('code', '=', code).orderBy('at', 'desc').orderBy('id', 'desc').limit(100).execute();
}

/** A published version as it was written, in whichever commune: what is published is everybody's. */
export async function findPublishedSource(db: Database | Tx, code: string, version: number): Promise<object | undefined> {
  const row = await inWholeInstallation(() => db.selectFrom('form_publication').select('source').where('code', '=', code).where('version', '=', version).where('act', '=', 'published').executeTakeFirst());
  return (row?.source as object | null | undefined) ?? undefined;
}
