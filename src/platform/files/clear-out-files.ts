import { sql } from 'kysely';
import { type Database } from '../db/database.ts';
import { type FileStore, type StoredName } from './file-store.ts';
import { fileLock } from './keep-upload.ts';

/** How long an upload waits for the dossier that it is meant for, in milliseconds. */
const WAITS_MS = 24 * 3_600_000;
/** More than an office gathers in a day; what is beyond waits for the next run. */
const BATCH = 5_000;

/** What a clearing out removed. */
export interface ClearedFiles {
  /** Rows of uploads that nothing refers to. */
  readonly rows: number;
  /** Files on the disk that no commune has any more, and rests of broken-off writes. */
  readonly files: number;
}

/**
 * Removes uploads that nobody referred to within a day. First the rows, then bytes without a row: whatever cuts it off in between leaves
 * bytes too many, never too few, and the next run finds them. A file that is attached or uploaded again at this very moment stays.
 */
export async function clearOutFiles(db: Database, store: FileStore, now: Date, signal: AbortSignal): Promise<ClearedFiles> {
  const before = new Date(now.getTime() - WAITS_MS);
  const rows = await forgetRows(db, before, signal);
  let files = 0;
  for await (const names of store.listOlder(before)) {
    if (signal.aborted) break;
    for (const name of await withoutRow(db, names)) files += await removeBytes(db, store, name);
  }
  return { rows, files };
}

async function forgetRows(db: Database, before: Date, signal: AbortSignal): Promise<number> {
  let forgotten = 0;
  const { rows: candidates } = await sql<{ commune: string; sha256: string }>`select commune, sha256 from unreferenced_files(${before}) limit ${BATCH}`.execute(db);
  for (const { commune, sha256 } of candidates) {
    if (signal.aborted) break;
    const { rows } = await sql<{ gone: boolean }>`select forget_stored_file(${commune}, ${sha256}, ${before}) as gone`.execute(db);
    if (rows[0]?.gone === true) forgotten += 1;
  }
  return forgotten;
}

async function withoutRow(db: Database, names: readonly StoredName[]): Promise<readonly StoredName[]> {
  const hashes = names.flatMap(({ sha256 }) => (sha256 === undefined ? [] : [sha256]));
  if (hashes.length === 0) return names;
  const known = await db.selectFrom('stored_file').select('sha256').distinct().where('sha256', 'in', hashes).execute();
  const kept = new Set(known.map(({ sha256 }) => sha256));
  return names.filter(({ sha256 }) => sha256 === undefined || !kept.has(sha256));
}

async function removeBytes(db: Database, store: FileStore, name: StoredName): Promise<number> {
  const { sha256 } = name;
  return db.transaction().execute(async (tx) => {
    if (sha256 !== undefined) {
      await sql`select pg_advisory_xact_lock(${fileLock(sha256)})`.execute(tx);
      const again = await tx.selectFrom('stored_file').select('sha256').where('sha256', '=', sha256).limit(1).executeTakeFirst();
      if (again !== undefined) return 0;
    }
    await store.remove(name);
    return 1;
  });
}
