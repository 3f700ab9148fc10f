import { createHash } from 'node:crypto';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type FormDefinition } from '../domain/form-definition.ts';

/** A version of a form as the editor lists it. */
export interface FormVersionEntry {
  readonly version: number;
  readonly validFrom: string;
  readonly validTo: string | null;
  /** Taken back: nobody begins with it any more, whatever its days say. */
  readonly withdrawn: boolean;
  /** Expanded, as it was stored. */
  readonly content: unknown;
}

/** Every version of one form, newest first. */
export async function listFormVersions(db: Database | Tx, code: string): Promise<readonly FormVersionEntry[]> {
  const rows = await db
    .selectFrom('form_version as v')
    .leftJoin('form_withdrawal as w', (on) => on.onRef('w.code', '=', 'v.code').onRef('w.version', '=', 'v.version'))
    .select(['v.version', 'v.valid_from', 'v.valid_to', 'v.content', 'w.withdrawn_at'])
    .where('v.code', '=', code)
    .orderBy('v.version', 'desc')
    .execute();
  return rows.map((row) => ({ version: row.version, validFrom: row.valid_from, validTo: row.valid_to, withdrawn: row.withdrawn_at !== null, content: row.content }));
}

/** The versions that were taken back, as `code version`. */
export async function listWithdrawnForms(db: Database): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('form_withdrawal').select(['code', 'version']).execute();
  return new Set(rows.map(({ code, version }) => `${code} ${String(version)}`));
}

/** Adds a version that the office publishes; false when another process took its number meanwhile. The definition must have been found sound. */
export async function publishFormVersion(tx: Tx, definition: FormDefinition, now: Date): Promise<boolean> {
  const content = JSON.stringify(definition);
  const done = await tx
    .insertInto('form_version')
    .values({ code: definition.code, version: definition.version, valid_from: definition.validFrom, valid_to: definition.validTo, content, content_hash: createHash('sha256').update(content).digest('hex'), loaded_at: now })
    .onConflict((conflict) => conflict.columns(['code', 'version']).doNothing())
    .executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n;
}

/** Takes versions of the office back, all at once; doing it twice changes nothing. */
export async function withdrawFormVersions(tx: Tx, code: string, versions: readonly number[], now: Date): Promise<void> {
  await tx.insertInto('form_withdrawal').values(versions.map((version) => ({ code, version, withdrawn_at: now }))).onConflict((conflict) => conflict.doNothing()).execute();
}

/** Another form of the office that holds for one of these procedures. */
export async function findOtherForm(db: Database, code: string, procedures: readonly string[]): Promise<{ readonly code: string; readonly procedure: string } | undefined> {
  if (procedures.length === 0) return undefined;
  const row = await db.selectFrom('form_binding').select(['code', 'procedure_code']).where('code', '<>', code).where('procedure_code', 'in', procedures).orderBy('procedure_code').executeTakeFirst();
  return row === undefined ? undefined : { code: row.code, procedure: row.procedure_code };
}

/** Whether the database refused two forms of the office for one procedure on the same days. */
export function isFormClash(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'constraint' in error && error.constraint === 'form_binding_one_form';
}
