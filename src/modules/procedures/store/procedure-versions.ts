import { sql } from 'kysely';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type ProcedurePack } from '../domain/procedure-pack.ts';

/** What is needed to compare a loaded version with its file. */
export interface LoadedVersion {
  readonly code: string;
  readonly version: number;
  readonly validFrom: string;
  readonly validTo: string | null;
  /** Of the file that it was last read from. */
  readonly hash: string;
  readonly public: boolean;
}

/** Every loaded version without its content. */
export async function listLoadedVersions(db: Database): Promise<readonly LoadedVersion[]> {
  const rows = await db.selectFrom('procedure_version').select(['code', 'version', 'valid_from', 'valid_to', 'content_hash', 'public']).execute();
  return rows.map((row) => ({ code: row.code, version: row.version, validFrom: row.valid_from, validTo: row.valid_to, hash: row.content_hash, public: row.public }));
}

/** A loaded version with its content as it was stored. */
export interface StoredPack {
  readonly code: string;
  readonly version: number;
  readonly pack: unknown;
}

/** The content of every loaded version, or of every version of some procedures; oldest first. */
export async function listStoredPacks(db: Database, codes?: readonly string[]): Promise<readonly StoredPack[]> {
  const query = db.selectFrom('procedure_version').select(['code', 'version', 'pack']).orderBy('code').orderBy('version');
  return codes === undefined ? query.execute() : query.where('code', 'in', codes.length === 0 ? [''] : codes).execute();
}

/** A version that is new to the database, and the hash of its file. */
export interface FreshVersion {
  readonly pack: ProcedurePack;
  readonly hash: string;
}

/** Adds versions; one that another process added meanwhile stays as it is. */
export async function insertVersions(tx: Tx, fresh: readonly FreshVersion[], now: Date): Promise<void> {
  if (fresh.length === 0) return;
  await tx
    .insertInto('procedure_version')
    .values(
      fresh.map(({ pack, hash }) => ({
        code: pack.code,
        version: pack.version,
        valid_from: pack.validFrom,
        valid_to: pack.validTo,
        field: pack.field,
        name: pack.name,
        public: pack.audience.kind === 'citizen',
        pack: JSON.stringify(pack),
        content_hash: hash,
        loaded_at: now,
      })),
    )
    .onConflict((conflict) => conflict.columns(['code', 'version']).doNothing())
    .execute();
}

/** What may change of a loaded version: its last day of validity, and the layout of its file. */
export interface VersionChange {
  readonly code: string;
  readonly version: number;
  readonly validTo: string | null;
  readonly hash: string;
}

/** Follows files whose content is the same but for the last day. Only the owner of the schema may; dossiers keep their due dates. */
export async function changeVersions(tx: Tx, changes: readonly VersionChange[]): Promise<void> {
  for (const { code, version, validTo, hash } of changes) {
    await tx
      .updateTable('procedure_version')
      .set({ valid_to: validTo, pack: sql<string>`jsonb_set(pack, '{validTo}', ${JSON.stringify(validTo)}::jsonb)`, content_hash: hash })
      .where('code', '=', code)
      .where('version', '=', version)
      .execute();
  }
}

/** A version as the editor lists it. */
export interface VersionEntry {
  readonly version: number;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly loadedAt: Date;
  /** Taken back: it applies no more, whatever its days say. */
  readonly withdrawn: boolean;
  readonly pack: unknown;
}

/** Every version of one procedure, newest first. */
export async function listVersions(db: Database | Tx, code: string): Promise<readonly VersionEntry[]> {
  const rows = await db
    .selectFrom('procedure_version as v')
    .leftJoin('procedure_withdrawal as w', (on) => on.onRef('w.code', '=', 'v.code').onRef('w.version', '=', 'v.version'))
    .select(['v.version', 'v.valid_from', 'v.valid_to', 'v.loaded_at', 'v.pack', 'w.withdrawn_at'])
    .where('v.code', '=', code)
    .orderBy('v.version', 'desc')
    .execute();
  return rows.map((row) => ({ version: row.version, validFrom: row.valid_from, validTo: row.valid_to, loadedAt: row.loaded_at, withdrawn: row.withdrawn_at !== null, pack: row.pack }));
}

/** The versions that were taken back, as `code version`. */
export async function listWithdrawn(db: Database): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('procedure_withdrawal').select(['code', 'version']).execute();
  return new Set(rows.map(({ code, version }) => `${code} ${String(version)}`));
}

/** Adds a version that the office publishes; false when another process took its number meanwhile. */
export async function publishVersion(tx: Tx, pack: ProcedurePack, hash: string, now: Date): Promise<boolean> {
  const done = await tx
    .insertInto('procedure_version')
    .values({
      code: pack.code, version: pack.version, valid_from: pack.validFrom, valid_to: pack.validTo, field: pack.field, name: pack.name,
      public: pack.audience.kind === 'citizen', pack: JSON.stringify(pack), content_hash: hash, loaded_at: now,
    })
    .onConflict((conflict) => conflict.columns(['code', 'version']).doNothing())
    .executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n;
}

/** Takes a version of the office back; doing it twice changes nothing. */
export async function withdrawVersion(tx: Tx, code: string, version: number, now: Date): Promise<void> {
  await tx.insertInto('procedure_withdrawal').values({ code, version, withdrawn_at: now }).onConflict((conflict) => conflict.doNothing()).execute();
}
