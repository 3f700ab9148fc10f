import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import type pg from 'pg';

/** What a run of the migrations did. */
export interface MigrationOutcome {
  readonly applied: readonly string[];
  /** The newest migration in the database now. */
  readonly current: string;
}

/** The database was made by a newer program, or an applied file was edited afterwards. */
export type MigrationFault =
  | { readonly code: 'database-newer'; readonly migration: string }
  | { readonly code: 'migration-edited'; readonly migration: string };

const FOLDER = new URL('../../../db/migrations/', import.meta.url);
/** Any number that only this program uses: it keeps two starts from migrating at once. */
const ADVISORY_LOCK = 7_210_411;

interface MigrationFile {
  readonly name: string;
  readonly sql: string;
  readonly sha256: string;
}

async function readMigrations(): Promise<readonly MigrationFile[]> {
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(new URL(name, FOLDER), 'utf8');
      return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

/** How many schema steps this program knows; the data folder notes it, so that an older program does not touch newer data. */
export async function countMigrations(): Promise<number> {
  return (await readMigrations()).length;
}

/**
 * Brings the schema forward, one file a transaction, under an advisory lock. The caller's connection must be the owner's.
 * Answers a fault, and changes nothing, when the database knows a migration that this program does not.
 */
export async function migrate(pool: pg.Pool, now: Date): Promise<MigrationOutcome | MigrationFault> {
  const files = await readMigrations();
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [ADVISORY_LOCK]);
    await client.query(
      'create table if not exists schema_migration (name text primary key, sha256 text not null, applied_at timestamptz not null)',
    );
    const { rows } = await client.query<{ name: string; sha256: string }>('select name, sha256 from schema_migration');
    const known = new Map(files.map((file) => [file.name, file]));
    for (const row of rows) {
      const file = known.get(row.name);
      if (file === undefined) return { code: 'database-newer', migration: row.name };
      if (file.sha256 !== row.sha256) return { code: 'migration-edited', migration: row.name };
    }
    const done = new Set(rows.map((row) => row.name));
    const applied: string[] = [];
    for (const file of files) {
      if (done.has(file.name)) continue;
      await client.query('begin');
      try {
        // A new index on a large table takes as long as it takes.
        await client.query('set local statement_timeout = 0');
        await client.query(file.sql);
        await client.query('insert into schema_migration values ($1, $2, $3)', [file.name, file.sha256, now]);
        await client.query('commit');
      } catch (error) {
        await client.query('rollback');
        throw new Error(`migration ${file.name} failed`, { cause: error });
      }
      applied.push(file.name);
    }
    // A new index has no statistics until somebody looks, which in a database that hardly changes takes weeks; until then it is used badly.
    if (rows.length > 0 && applied.length > 0) await client.query('set statement_timeout = 0; analyze; reset statement_timeout');
    return { applied, current: files.at(-1)?.name ?? '' };
  } finally {
    await client.query('select pg_advisory_unlock($1)', [ADVISORY_LOCK]).catch(() => undefined);
    client.release();
  }
}
