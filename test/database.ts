import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { applicationLoginName, ensureApplicationLogin } from '../src/platform/db/application-login.ts';
import { type DatabaseHandle, openDatabase } from '../src/platform/db/database.ts';
import { migrate } from '../src/platform/db/migrate.ts';

/** A database of its own for one test file, cloned from a migrated template. */
export interface TestDatabase extends DatabaseHandle {
  /** The same database as its owner, for what the application role may not do. */
  readonly owner: DatabaseHandle;
  readonly config: pg.PoolConfig;
}

function serverUrl(): URL {
  const url = process.env['XASO_TEST_DATABASE_URL'];
  if (url === undefined) throw new Error('XASO_TEST_DATABASE_URL is not set: run the tests through npm test');
  return new URL(url);
}

function configOf(name: string): pg.PoolConfig {
  const url = serverUrl();
  url.pathname = `/${name}`;
  return { connectionString: url.href };
}

async function asAdministrator<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(configOf('postgres'));
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const TEMPLATE = 'xaso_test_template';

/** Makes the template once per run: whoever comes first migrates it, the others wait on the lock. */
async function ensureTemplate(): Promise<void> {
  await asAdministrator(async (client) => {
    await client.query('select pg_advisory_lock(7210412)');
    const found = await client.query('select from pg_database where datname = $1', [TEMPLATE]);
    if (found.rowCount === 0) {
      await client.query(`drop database if exists ${TEMPLATE}_making with (force)`);
      await client.query(`create database ${TEMPLATE}_making`);
      const owner = openDatabase({ ...configOf(`${TEMPLATE}_making`), max: 1 }, 'owner', throwAsync);
      try {
        await migrate(owner.pool, new Date());
      } finally {
        await owner.close();
      }
      await waitUntilFree(client, `${TEMPLATE}_making`);
      await client.query(`alter database ${TEMPLATE}_making rename to ${TEMPLATE}`);
    }
    await client.query('select pg_advisory_unlock(7210412)');
  });
}

/** A closed pool's backends take a moment to leave; a database in use can be neither renamed nor cloned. */
async function waitUntilFree(client: pg.Client, name: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const busy = await client.query('select from pg_stat_activity where datname = $1', [name]);
    if (busy.rowCount === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`${name} stayed in use`);
}

function throwAsync(error: Error): void {
  if (/terminating connection/.test(error.message)) return;
  throw error;
}

/** Clones the migrated template; `drop` it through `close` of the returned handle. */
export async function createDatabase(): Promise<TestDatabase> {
  await ensureTemplate();
  const name = `xaso_test_${randomUUID().replaceAll('-', '')}`;
  await asAdministrator((client) => client.query(`create database ${name} template ${TEMPLATE}`));
  const config = configOf(name);
  const owner = openDatabase({ ...config, max: 4 }, 'owner', throwAsync);
  const login = await ensureApplicationLogin(owner.pool, config);
  if (login.fault !== undefined) throw new Error(`no account for the application: ${login.fault}`);
  const app = openDatabase({ ...login.config, max: 60 }, 'application', throwAsync);
  return {
    ...app,
    owner,
    config,
    async close() {
      await app.close();
      await owner.close();
      await asAdministrator(async (client) => {
        await client.query(`drop database ${name} with (force)`);
        await client.query(`drop role ${applicationLoginName(name)}`);
      });
    },
  };
}
