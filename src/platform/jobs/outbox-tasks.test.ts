import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, test } from 'node:test';
import { createDatabase, type TestDatabase } from '../../../test/database.ts';
import { type OutboxEvent, type Subscriber } from './job.ts';
import { fanOut, runNextTask } from './outbox-tasks.ts';
import { MAX_ATTEMPTS } from './retry-delay.ts';
import { runDueWork, startJobRunner } from './start-job-runner.ts';

const COMMUNE = '16072';
const START = new Date('2026-11-23T08:00:00+07:00');
const later = (seconds: number) => new Date(START.getTime() + seconds * 1000);
const NEVER = new AbortController().signal;

let database: TestDatabase;
before(async () => {
  database = await createDatabase();
});
after(() => database.close());
beforeEach(() => database.owner.pool.query('truncate outbox, outbox_task, setting'));

async function happen(topic: string, payload: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const id = randomUUID();
  await database.db.insertInto('outbox').values({ commune_code: COMMUNE, id, topic, payload: JSON.stringify(payload), created_at: START }).execute();
  return id;
}

const tasks = () => database.db.selectFrom('outbox_task').select(['subscriber', 'state', 'attempts', 'last_error']).orderBy('subscriber').execute();
const notes = async () => (await database.db.selectFrom('setting').select('key').orderBy('key').execute()).map(({ key }) => key);

/** Writes down what it heard, in the transaction that it is given. */
function listener(name: string, heard: OutboxEvent[] = [], fails: () => boolean = () => false): Subscriber {
  return {
    name,
    topics: ['Happened'],
    handle: async (tx, event, now) => {
      heard.push(event);
      await tx.insertInto('setting').values({ commune_code: COMMUNE, key: `${name} ${event.id}`, value: '1', changed_at: now }).execute();
      if (fails()) throw new Error(`${name} is away`);
    },
  };
}

describe('messages', () => {
  test('reach every subscriber of their topic once, and nobody else', async () => {
    const one: OutboxEvent[] = [];
    const two: OutboxEvent[] = [];
    const other: OutboxEvent[] = [];
    const list = { subscribers: [listener('one', one), listener('two', two), { ...listener('other', other), topics: ['Else'] }], jobs: [] };
    const id = await happen('Happened', { a: 1 });
    await happen('Unheard');
    await runDueWork(database.db, list, START, NEVER);
    await runDueWork(database.db, list, later(3600), NEVER);
    assert.deepEqual(one.map((event) => [event.id, event.communeCode, event.topic, event.payload]), [[id, COMMUNE, 'Happened', { a: 1 }]]);
    assert.equal(two.length, 1);
    assert.equal(other.length, 0);
    assert.deepEqual(await tasks(), []);
  });

  test('that one subscriber cannot handle are tried again later, and the others do not hear them twice', async () => {
    let away = true;
    const good: OutboxEvent[] = [];
    const bad: OutboxEvent[] = [];
    const list = { subscribers: [listener('bad', bad, () => away), listener('good', good)], jobs: [] };
    await happen('Happened');
    await runDueWork(database.db, list, START, NEVER);
    assert.deepEqual(await tasks(), [{ subscriber: 'bad', state: 'waiting', attempts: 1, last_error: 'bad is away' }]);
    assert.deepEqual((await notes()).map((key) => key.split(' ')[0]), ['good'], 'what a failed attempt wrote is undone');
    await runDueWork(database.db, list, later(9), NEVER);
    assert.equal(bad.length, 1, 'not before its time');
    away = false;
    await runDueWork(database.db, list, later(10), NEVER);
    assert.equal(bad.length, 2);
    assert.equal(good.length, 1);
    assert.deepEqual(await tasks(), []);
  });

  test('that fail again and again are given up and wait for somebody to look', async () => {
    const list = { subscribers: [listener('bad', [], () => true)], jobs: [] };
    await happen('Happened');
    for (let day = 0; day < MAX_ATTEMPTS + 3; day += 1) await runDueWork(database.db, list, later(day * 86_400), NEVER);
    assert.deepEqual(await tasks(), [{ subscriber: 'bad', state: 'dead', attempts: MAX_ATTEMPTS, last_error: 'bad is away' }]);
  });

  test('whose subscriber was removed from the program are not lost silently', async () => {
    await happen('Happened');
    await fanOut(database.db, [listener('gone')], START);
    await runNextTask(database.db, [], START);
    assert.match((await tasks())[0]?.last_error ?? '', /nobody/);
  });

  test('whose worker was killed are taken up by the next after the lease, and what the killed one still writes is undone', async () => {
    const heard: OutboxEvent[] = [];
    await happen('Happened');
    const killed = Promise.withResolvers<undefined>();
    const begun = Promise.withResolvers<undefined>();
    const slow: Subscriber = { ...listener('one'), handle: async (tx, event, now) => {
      await tx.insertInto('setting').values({ commune_code: COMMUNE, key: `slow ${event.id}`, value: '1', changed_at: now }).execute();
      begun.resolve(undefined);
      await killed.promise;
    } };
    await fanOut(database.db, [slow], START);
    const first = runNextTask(database.db, [slow], START);
    await begun.promise;
    const next = listener('one', heard);
    assert.equal(await runNextTask(database.db, [next], later(60)), false, 'while it may still be at work nobody else is');
    assert.equal(await runNextTask(database.db, [next], later(301)), true);
    assert.equal(heard.length, 1);
    killed.resolve(undefined);
    await first;
    assert.deepEqual((await notes()).map((key) => key.split(' ')[0]), ['one']);
    assert.deepEqual(await tasks(), []);
  });

  test('are shared between processes: twenty messages and four workers, each message once', async () => {
    const heard: OutboxEvent[] = [];
    const list = { subscribers: [listener('one', heard)], jobs: [] };
    for (let n = 0; n < 20; n += 1) await happen('Happened');
    await Promise.all([1, 2, 3, 4].map(() => runDueWork(database.db, list, START, NEVER)));
    await runDueWork(database.db, list, START, NEVER);
    assert.equal(new Set(heard.map(({ id }) => id)).size, 20);
    assert.equal(heard.length, 20);
  });
});

test('a runner that is stopped waits for what it has begun and begins nothing more', async () => {
  const begun = Promise.withResolvers<undefined>();
  const goOn = Promise.withResolvers<undefined>();
  let finished = 0;
  const slow: Subscriber = { name: 'slow', topics: ['Happened'], handle: async () => {
    begun.resolve(undefined);
    await goOn.promise;
    finished += 1;
  } };
  await happen('Happened');
  await happen('Happened');
  const runner = startJobRunner(database.db, { subscribers: [slow], jobs: [] }, () => START);
  await begun.promise;
  const stopped = runner.stop();
  goOn.resolve(undefined);
  await stopped;
  assert.equal(finished, 1);
  assert.equal((await tasks()).length, 1);
});
