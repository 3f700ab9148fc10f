import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import pg from 'pg';
import { createDatabase, type TestDatabase } from '../../../test/database.ts';
import { applicationLoginName, ensureApplicationLogin } from './application-login.ts';
import { openDatabase } from './database.ts';

let database: TestDatabase;
before(async () => {
  database = await createDatabase();
});
after(() => database.close());

const roleOf = async (): Promise<{ readonly oid: number; readonly rolpassword: string | null }> => {
  const { rows } = await database.owner.pool.query<{ oid: number; rolpassword: string | null }>('select oid::int as oid, rolpassword from pg_authid where rolname = $1', [nameOfLogin()]);
  const [row] = rows;
  assert.ok(row);
  return row;
};
const nameOfLogin = (): string => applicationLoginName(new pg.Client(database.config).database ?? '');

async function asSignedIn<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const { config } = await ensureApplicationLogin(database.owner.pool, database.config);
  const client = new pg.Client(config);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

describe('the account under which the application signs in', () => {
  test('the program’s pool is signed in as that account and works as xaso_app', async () => {
    const { rows } = await database.pool.query<{ session: string; current: string }>('select session_user::text as session, current_user::text as current');
    assert.deepEqual(rows, [{ session: nameOfLogin(), current: 'xaso_app' }]);
  });

  test('is made once: a second start finds it and changes nothing', async () => {
    const before = await roleOf();
    assert.deepEqual((await ensureApplicationLogin(database.owner.pool, database.config)).own, true);
    assert.deepEqual(await roleOf(), before);
  });

  test('four starts at once agree', async () => {
    await database.owner.pool.query(`alter role ${nameOfLogin()} nologin`);
    const logins = await Promise.all(Array.from({ length: 4 }, () => ensureApplicationLogin(database.owner.pool, database.config)));
    assert.deepEqual(logins.map(({ own }) => own), [true, true, true, true]);
  });

  test('a password that somebody changed is set right at the next start', async () => {
    await database.owner.pool.query(`alter role ${nameOfLogin()} password 'someone-elses'`);
    assert.equal((await ensureApplicationLogin(database.owner.pool, database.config)).own, true);
    await asSignedIn((client) => client.query('set role xaso_app'));
  });

  for (const [what, statement] of [
    ['take the owner’s rights', () => `set role ${pg.escapeIdentifier(new pg.Client(database.config).user ?? '')}`],
    ['read anything before it has become the application', () => 'select from dossier'],
    ['change a line of the journal', () => "update journal set entry = ''"],
    ['open the tables of the others', () => 'alter table dossier disable row level security'],
    ['make an account', () => 'create role somebody'],
    ['run a program on the server', () => "copy (select 1) to program 'true'"],
    ['read a file of the server', () => "select pg_read_file('PG_VERSION')"],
  ] as const) {
    test(`cannot ${what}, not even after a smuggled “reset role”`, async () => {
      await asSignedIn(async (client) => {
        await client.query('set role xaso_app; reset role');
        await assert.rejects(client.query(statement()), { code: '42501' });
      });
    });
  }

  test('where the owner may make no accounts, the owner’s connection is answered with what the server said', async () => {
    const poor = `poor_${nameOfLogin()}`;
    await database.owner.pool.query(`create role ${poor} login password 'poor-2026'; grant xaso_app to ${poor}; alter role ${nameOfLogin()} nologin`);
    const config = configAs(poor, 'poor-2026');
    const owner = openDatabase({ ...config, max: 1 }, 'owner', () => undefined);
    try {
      const login = await ensureApplicationLogin(owner.pool, config);
      assert.equal(login.own, false);
      assert.equal(login.config, config);
      assert.match(login.fault ?? '', /permission denied/);
    } finally {
      await owner.close();
      await database.owner.pool.query(`drop role ${poor}; alter role ${nameOfLogin()} login`);
    }
  });

  test('a user and a password that stand behind the question mark of the address are not kept', async () => {
    const url = new URL(database.config.connectionString ?? '');
    url.searchParams.set('user', url.username);
    const { config, own } = await ensureApplicationLogin(database.owner.pool, { connectionString: url.href });
    assert.equal(own, true);
    assert.equal(new pg.Client(config).user, nameOfLogin());
  });
});

function configAs(user: string, password: string): pg.PoolConfig {
  const url = new URL(database.config.connectionString ?? '');
  url.username = user;
  url.password = password;
  return { connectionString: url.href };
}
