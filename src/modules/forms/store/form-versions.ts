import { sql } from 'kysely';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type FormDefinition } from '../domain/form-definition.ts';

/** What is needed to compare a loaded version with its file. */
export interface LoadedForm {
  readonly code: string;
  readonly version: number;
  readonly validTo: string | null;
  /** What its paper says about itself. */
  readonly official: unknown;
  readonly hash: string;
}

/** A definition that is new to the database, and the hash of its content. */
export interface FreshForm {
  readonly definition: FormDefinition;
  readonly hash: string;
}

/** Every loaded version without its content. */
export async function listLoadedForms(db: Database): Promise<readonly LoadedForm[]> {
  const rows = await db.selectFrom('form_version').select(['code', 'version', 'valid_to', 'content_hash', sql`content -> 'official'`.as('official')]).execute();
  return rows.map((row) => ({ code: row.code, version: row.version, validTo: row.valid_to, official: row.official, hash: row.content_hash }));
}

/** The content of every loaded version, oldest first. */
export async function listStoredForms(db: Database): Promise<readonly unknown[]> {
  const rows = await db.selectFrom('form_version').select('content').orderBy('code').orderBy('version').execute();
  return rows.map(({ content }) => content);
}

/** Adds versions; one that another process added meanwhile stays as it is. */
export async function insertForms(tx: Tx, fresh: readonly FreshForm[], now: Date): Promise<void> {
  if (fresh.length === 0) return;
  await tx
    .insertInto('form_version')
    .values(
      fresh.map(({ definition, hash }) => ({
        code: definition.code,
        version: definition.version,
        valid_from: definition.validFrom,
        valid_to: definition.validTo,
        content: JSON.stringify(definition),
        content_hash: hash,
        loaded_at: now,
      })),
    )
    .onConflict((conflict) => conflict.columns(['code', 'version']).doNothing())
    .execute();
}

/** Follows how the foot of the paper is printed: who signs, and what stands before the day. */
export async function changeOfficial(tx: Tx, { code, version, official }: FormDefinition): Promise<void> {
  await tx.updateTable('form_version').set({ content: sql<string>`jsonb_set(content, '{official}', ${JSON.stringify(official)}::jsonb)` }).where('code', '=', code).where('version', '=', version).execute();
}

/** Follows a last day that became known; nothing else of a loaded version changes but the foot of its paper. */
export async function changeLastDay(tx: Tx, code: string, version: number, validTo: string | null): Promise<void> {
  await tx
    .updateTable('form_version')
    .set({ valid_to: validTo, content: sql<string>`jsonb_set(content, '{validTo}', ${JSON.stringify(validTo)}::jsonb)` })
    .where('code', '=', code)
    .where('version', '=', version)
    .execute();
}
