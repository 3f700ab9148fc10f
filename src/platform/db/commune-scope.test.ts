import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { createDatabase, type TestDatabase } from '../../../test/database.ts';
import { type Actor, anyone, anyStaff, type StaffActor } from '../../kernel/actor.ts';
import { PLATFORM_PROBLEMS } from '../http/problem-table.ts';
import { defineRoute, json, type Route } from '../http/route.ts';
import { createServer } from '../http/server.ts';
import { currentScope, inCommune, inWholeInstallation, narrowToCommune } from './commune-scope.ts';
import { type Database, openDatabase } from './database.ts';

const [OURS, THEIRS] = ['16072', '20002'];

let database: TestDatabase;
before(async () => {
  database = await createDatabase();
  for (const commune of [OURS, THEIRS]) await database.owner.pool.query("insert into number_counter values ($1, 'book', '2026', 1)", [commune]);
});
after(() => database.close());

/** What a query that forgot to name its commune finds. */
const forgetful = async (db: Database = database.db): Promise<readonly string[]> =>
  (await sql<{ commune_code: string }>`select commune_code from number_counter order by 1`.execute(db)).rows.map((row) => row.commune_code);

test('a query that forgets its commune finds only the rows of the work under way', async () => {
  assert.deepEqual(await forgetful(), [OURS, THEIRS]);
  assert.deepEqual(await inCommune(OURS, () => forgetful()), [OURS]);
  assert.deepEqual(await inCommune(OURS, () => inWholeInstallation(() => forgetful())), [OURS, THEIRS]);
  assert.deepEqual(await inCommune(THEIRS, () => database.db.transaction().execute((tx) => forgetful(tx))), [THEIRS]);
});

test('work that goes on side by side on few connections never sees the rows of the other', async () => {
  const narrow = openDatabase({ ...database.config, max: 2 }, 'application', () => undefined);
  try {
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, turn) => {
        const commune = turn % 2 === 0 ? OURS : THEIRS;
        return inCommune(commune, async () => {
          const first = await forgetful(narrow.db);
          const second = turn % 3 === 0 ? await narrow.db.transaction().execute((tx) => forgetful(tx)) : await forgetful(narrow.db);
          return [commune, ...first, ...second];
        });
      }),
    );
    for (const [commune, ...found] of answers) assert.deepEqual(found, [commune, commune]);
  } finally {
    await narrow.close();
  }
});

test('a connection is told its commune again only when it changes, also after a transaction that was rolled back', async () => {
  const one = openDatabase({ ...database.config, max: 1 }, 'application', () => undefined);
  let told = 0;
  one.pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    client.query = ((...args: unknown[]) => {
      if (String(args[0]).includes('set_config')) told += 1;
      return query(...args);
    }) as never;
  });
  try {
    for (let turn = 0; turn < 5; turn += 1) await inCommune(OURS, () => forgetful(one.db));
    assert.equal(told, 1);
    await inCommune(THEIRS, () => one.db.transaction().execute(() => Promise.reject(new Error('no')))).catch(() => undefined);
    assert.deepEqual(await inCommune(THEIRS, () => forgetful(one.db)), [THEIRS]);
    assert.equal(told, 2);
    assert.deepEqual(await inCommune(OURS, () => forgetful(one.db)), [OURS]);
    assert.equal(told, 3);
  } finally {
    await one.close();
  }
});

test('work becomes narrower and never wider, and does not turn to another commune', async () => {
  const seen = await inWholeInstallation(async () => {
    const before = await forgetful();
    narrowToCommune(OURS);
    narrowToCommune(OURS);
    assert.throws(() => { narrowToCommune(THEIRS); }, /turns to commune/);
    return [before, await forgetful(), currentScope()];
  });
  assert.deepEqual(seen, [[OURS, THEIRS], [OURS], OURS]);
  assert.equal(currentScope(), '*', 'what began outside stays as it was');
});

test('a request of staff works in their commune; what is open to everybody sees all until the link has named one', async () => {
  const staff: StaffActor = { kind: 'staff', staffId: '1', communeCode: OURS, fullName: '', userName: '', positions: [{ unitId: '', role: 'clerk', title: '', fields: [] }] };
  const route = (url: string, policy: Route['policy'], handle: () => Promise<unknown>) =>
    defineRoute({ method: 'GET', url, policy, summary: url, tag: 'test', kind: 'api', schema: {}, handle: async () => json(await handle()) });
  let shared: Promise<readonly string[]> | undefined;
  const server = await createServer({
    routes: [
      route('/api/work', anyStaff, () => forgetful()),
      route('/api/shared', anyStaff, () => (shared ??= inWholeInstallation(() => forgetful()))),
      route('/api/open', anyone, () => forgetful()),
      route('/api/link', anyone, () => {
        narrowToCommune(THEIRS);
        return forgetful();
      }),
    ],
    problems: PLATFORM_PROBLEMS, identify: (request) => (request.headers['x-staff'] === undefined ? { kind: 'anonymous' } : staff) satisfies Actor, keepView: () => undefined, renderProblemPage: () => '',
    contentSecurityPolicy: '', version: '1', clock: () => new Date(0), logLevel: 'silent', secure: false,
  });
  try {
    const ask = async (url: string) => (await server.inject({ url, headers: { 'x-staff': '1' } })).json<readonly string[]>();
    assert.deepEqual(await ask('/api/work'), [OURS]);
    assert.deepEqual(await ask('/api/shared'), [OURS, THEIRS]);
    assert.deepEqual(await ask('/api/open'), [OURS, THEIRS], 'a member of staff may follow a link of another commune like anybody');
    assert.deepEqual(await ask('/api/link'), [THEIRS]);
    assert.deepEqual(await ask('/api/open'), [OURS, THEIRS]);
  } finally {
    await server.close();
  }
});
