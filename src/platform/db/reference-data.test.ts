import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { createDatabase, type TestDatabase } from '../../../test/database.ts';
import { keepReferenceCopy, type ReferenceWatch, watchReferenceData } from './reference-data.ts';

const QUICK = { checkMs: 300, patienceMs: 2_000 };
/** So long that only a message can be the reason. */
const BY_MESSAGE = { checkMs: 60_000, patienceMs: 2_000 };

describe('a change of reference data', () => {
  let database: TestDatabase;
  let watches: ReferenceWatch[] = [];
  before(async () => {
    database = await createDatabase();
  });
  after(() => database.close());
  beforeEach(() => database.owner.pool.query('delete from procedure_version'));
  afterEach(async () => {
    for (const watch of watches.splice(0)) await watch.stop();
    watches = [];
  });

  let made = 0;
  const publish = (client: { query: (text: string, values: unknown[]) => Promise<unknown> } = database.pool) =>
    client.query("insert into procedure_version (code, version, valid_from, field, name, public, pack, content_hash, loaded_at) values ($1, 1000, '2026-01-01', 'f', 'n', true, '{}', 'h', now())", [`9.${String((made += 1)).padStart(6, '0')}`]);
  async function until(fulfilled: () => boolean | Promise<boolean>): Promise<void> {
    const end = Date.now() + 5_000;
    while (!(await fulfilled())) {
      assert.ok(Date.now() < end, 'it was not seen in time');
      await wait(20);
    }
  }
  function watch(times: typeof QUICK, handlers: Parameters<typeof watchReferenceData>[1]): ReferenceWatch {
    const started = watchReferenceData(database.config, handlers, times);
    watches.push(started);
    return started;
  }
  const listeners = async (): Promise<readonly number[]> =>
    (await database.owner.pool.query<{ pid: number }>("select pid from pg_stat_activity where datname = current_database() and application_name = 'xaso reference data'")).rows.map(({ pid }) => pid);

  test('is told to every process that listens, under its topic alone', async () => {
    const seen = { one: 0, other: 0, forms: 0 };
    watch(BY_MESSAGE, { procedures: () => Promise.resolve((seen.one += 1)), forms: () => Promise.resolve((seen.forms += 1)) });
    watch(BY_MESSAGE, { procedures: () => Promise.resolve((seen.other += 1)) });
    await until(() => seen.one === 1 && seen.other === 1 && seen.forms === 1);
    await publish();
    await until(() => seen.one === 2 && seen.other === 2);
    assert.equal(seen.forms, 1, 'called at the start and not again');
  });

  test('is told when it is committed, and not when it is rolled back', async () => {
    let seen = 0;
    watch(QUICK, { procedures: () => Promise.resolve((seen += 1)) });
    await until(() => seen === 1);
    const client = await database.pool.connect();
    try {
      await client.query('begin');
      await publish(client);
      await client.query('rollback');
      await wait(2 * QUICK.checkMs);
      assert.equal(seen, 1);
      await client.query('begin');
      await publish(client);
      await wait(2 * QUICK.checkMs);
      assert.equal(seen, 1, 'nobody reads it yet');
      await client.query('commit');
    } finally {
      client.release();
    }
    await until(() => seen === 2);
  });

  test('that came while the connection was lost is seen when there is one again', async () => {
    let seen = 0;
    watch(QUICK, { procedures: () => Promise.resolve((seen += 1)) });
    await until(() => seen === 1);
    const [lost, ...others] = await listeners();
    assert.deepEqual(others, []);
    // In one transaction: the message finds nobody, and only the counter is left to tell of it.
    await database.owner.pool.query('select pg_terminate_backend($1)', [lost]);
    await publish();
    await until(() => seen === 2);
    const [now] = await listeners();
    assert.notEqual(now, lost);
    await publish();
    await until(() => seen === 3);
  });

  test('is seen without any message, by the counter alone', async () => {
    let seen = 0;
    watch(QUICK, { procedures: () => Promise.resolve((seen += 1)) });
    await until(() => seen === 1);
    await database.owner.pool.query("update reference_version set version = version + 1 where topic = 'procedures'");
    await until(() => seen === 2);
  });

  test('is handed over again when what reads it failed', async () => {
    let tries = 0;
    watch(QUICK, {
      procedures: () => {
        tries += 1;
        return tries === 1 ? Promise.reject(new Error('the database is away')) : Promise.resolve();
      },
    });
    await until(() => tries === 2);
    await wait(3 * QUICK.checkMs);
    assert.equal(tries, 2);
  });

  test('is watched for until the watch is stopped, which leaves no connection', async () => {
    const stopped = watch(BY_MESSAGE, { procedures: () => Promise.resolve() });
    await until(async () => (await listeners()).length > 0);
    await stopped.stop();
    await until(async () => (await listeners()).length === 0);
  });

  test('makes a copy read again once, however often it is asked to catch up', async () => {
    let reads = 0;
    const copy = await keepReferenceCopy(database.db, 'procedures', () => Promise.resolve((reads += 1)));
    assert.deepEqual([await copy.catchUp(), copy.current()], [false, 1]);
    await publish();
    assert.deepEqual(await Promise.all([copy.catchUp(), copy.catchUp(), copy.catchUp()]), [true, false, false]);
    assert.equal(copy.current(), 2);
  });

  test('cannot be counted by the application itself', async () => {
    await assert.rejects(database.pool.query("update reference_version set version = 1"), { code: '42501' });
    await assert.rejects(database.pool.query("insert into reference_version values ('x', 1)"), { code: '42501' });
    await assert.rejects(database.pool.query("select tell_reference_changes('dossier', 'x')"), { code: '42501' });
  });
});
