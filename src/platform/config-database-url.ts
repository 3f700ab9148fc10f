import pg from 'pg';
import { SetUpProblem } from './set-up-problem.ts';
import { databaseProblem, type DatabaseWhere } from './set-up-problem-from-error.ts';

/** PostgreSQL 15, as `server_version_num` counts. */
const OLDEST = 150_000;
const PATIENCE_MS = 5_000;

/** What a connection address points at, without its password. */
export function whereIs(databaseUrl: string): DatabaseWhere {
  const client = new pg.Client({ connectionString: databaseUrl });
  const user = client.user ?? '';
  return { server: client.host.startsWith('/') ? client.host : `${client.host}:${client.port}`, user, database: client.database ?? user };
}

/** Refuses a server older than PostgreSQL 15 and a database that is not UTF-8, which cannot hold Vietnamese. */
export function refuseUnfitDatabase(found: { readonly versionNumber: number; readonly version: string; readonly encoding: string }, server: string): void {
  if (found.versionNumber < OLDEST) throw new SetUpProblem('database-too-old', { server, version: found.version });
  if (found.encoding !== 'UTF8') throw new SetUpProblem('database-not-utf8', { server, encoding: found.encoding });
}

/**
 * Connects once to the server of DATABASE_URL and answers its version. Throws a SetUpProblem when it cannot be reached
 * within five seconds, refuses the user, is older than PostgreSQL 15 or is not UTF-8.
 */
export async function checkDatabaseUrl(databaseUrl: string): Promise<string> {
  const where = whereIs(databaseUrl);
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: PATIENCE_MS, query_timeout: PATIENCE_MS });
  client.on('error', () => undefined); // the query under way reports the same loss
  try {
    await client.connect();
    const { rows } = await client.query<{ number: string; version: string; encoding: string }>(
      "select current_setting('server_version_num') as number, current_setting('server_version') as version, current_setting('server_encoding') as encoding",
    );
    const row = rows[0];
    if (row === undefined) throw new Error('the database server answered no version');
    refuseUnfitDatabase({ versionNumber: Number(row.number), version: row.version, encoding: row.encoding }, where.server);
    return row.version;
  } catch (error) {
    if (error instanceof SetUpProblem) throw error;
    throw databaseProblem(error, where) ?? error;
  } finally {
    await client.end().catch(() => undefined);
  }
}
