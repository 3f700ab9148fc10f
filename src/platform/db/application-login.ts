import { createHash, createHmac } from 'node:crypto';
import pg from 'pg';

/** How the application signs in to the database. */
export interface ApplicationLogin {
  readonly config: pg.PoolConfig;
  /** False when the server would not let this program make an account of its own: it then signs in as the owner and steps down. */
  readonly own: boolean;
  /** What the server said, when it would not. */
  readonly fault?: string;
}

/** Any number that only this program uses: two starts must not make the same account at once. */
const ADVISORY_LOCK = 7_210_413;
const PATIENCE_MS = 5_000;

/** The account of the application on this database: accounts belong to the server, which may serve several installations. */
export function applicationLoginName(database: string): string {
  return `xaso_office_${createHash('sha256').update(database).digest('hex').slice(0, 12)}`;
}

/**
 * An account that may do nothing but become `xaso_app`: a statement that somebody smuggles in cannot go back to the owner, who may change the
 * journal and every table (ADR 24). It is made, and its password set right, with the owner's connection; the password follows from the owner's, so that
 * all processes know it and none keeps it. Where the server forbids it (no CREATEROLE, an entry in pg_hba.conf for one user only) the
 * owner's connection is answered, with what the server said.
 */
export async function ensureApplicationLogin(owner: pg.Pool, connection: pg.PoolConfig): Promise<ApplicationLogin> {
  const { database = '', password } = new pg.Client(connection);
  const name = applicationLoginName(database);
  const secret = typeof password === 'string' && password !== '' ? createHmac('sha256', password).update(`xaso ${name}`).digest('base64url') : undefined;
  const config = withLogin(connection, name, secret);
  if ((await faultOf(config)) === undefined) return { config, own: true };
  try {
    await makeLogin(owner, name, database, secret);
  } catch (error) {
    return { config: connection, own: false, fault: sayFault(error) };
  }
  const fault = await faultOf(config);
  return fault === undefined ? { config, own: true } : { config: connection, own: false, fault };
}

async function makeLogin(owner: pg.Pool, name: string, database: string, secret: string | undefined): Promise<void> {
  const client = await owner.connect();
  const role = pg.escapeIdentifier(name);
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [ADVISORY_LOCK]);
    const { rows } = await client.query<{ connects: boolean }>("select has_database_privilege(rolname, $2, 'connect') as connects from pg_roles where rolname = $1", [name, database]);
    const word = rows.length === 0 ? 'create' : 'alter';
    // Without inheritance: before it has become xaso_app it may read nothing at all. Without a password nobody gets in where one is asked for.
    await client.query(`${word} role ${role} login noinherit nocreatedb nocreaterole password ${secret === undefined ? 'null' : pg.escapeLiteral(secret)}`);
    await client.query(`grant xaso_app to ${role}`);
    if (rows[0]?.connects !== true) await client.query(`grant connect on database ${pg.escapeIdentifier(database)} to ${role}`);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

/** The same place, another account. */
function withLogin(connection: pg.PoolConfig, user: string, password: string | undefined): pg.PoolConfig {
  if (connection.connectionString === undefined) return { ...connection, user, password };
  const url = new URL(connection.connectionString);
  for (const one of ['user', 'password']) url.searchParams.delete(one);
  url.username = user;
  url.password = password ?? '';
  return { ...connection, connectionString: url.href };
}

/** Why nobody gets in with this account; undefined when it works and can become the application. */
async function faultOf(config: pg.PoolConfig): Promise<string | undefined> {
  const client = new pg.Client({ ...config, connectionTimeoutMillis: PATIENCE_MS, query_timeout: PATIENCE_MS });
  client.on('error', () => undefined); // the query under way reports the same loss
  try {
    await client.connect();
    await client.query('set role xaso_app');
    return undefined;
  } catch (error) {
    return sayFault(error);
  } finally {
    await client.end().catch(() => undefined);
  }
}

const sayFault = (error: unknown): string => (error instanceof Error ? error.message : String(error));
