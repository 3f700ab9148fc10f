import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { createDatabase, type TestDatabase } from '../../../test/database.ts';
import { type ScheduledJob } from './job.ts';
import { enrolJobs, runNextJob } from './scheduled-jobs.ts';

const START = new Date('2026-11-23T08:00:00+07:00');
const later = (minutes: number) => new Date(START.getTime() + minutes * 60_000);
const NEVER = new AbortController().signal;

let database: TestDatabase;
before(async () => {
  database = await createDatabase();
});
after(() => database.close());
beforeEach(() => database.owner.pool.query('truncate scheduled_job'));

function job(name: string, schedule: ScheduledJob['schedule'], run: ScheduledJob['run']): ScheduledJob {
  return { name, schedule, run };
}

const row = (name: string) => database.db.selectFrom('scheduled_job').selectAll().where('name', '=', name).executeTakeFirstOrThrow();

test('a job that returns every few minutes runs at once and then after so many minutes', async () => {
  const ran: Date[] = [];
  const jobs = [job('often', { everyMinutes: 5 }, (now) => { ran.push(now); return Promise.resolve(); })];
  await enrolJobs(database.db, jobs, START);
  assert.equal(await runNextJob(database.db, jobs, START, NEVER), true);
  assert.equal(await runNextJob(database.db, jobs, later(4), NEVER), false);
  assert.equal(await runNextJob(database.db, jobs, later(5), NEVER), true);
  assert.deepEqual(ran, [START, later(5)]);
});

test('a daily job waits for its time, also when the program starts again and again', async () => {
  let ran = 0;
  const jobs = [job('daily', { dailyAt: '09:00' }, () => { ran += 1; return Promise.resolve(); })];
  for (const minutes of [0, 30, 59]) {
    await enrolJobs(database.db, jobs, later(minutes));
    await runNextJob(database.db, jobs, later(minutes), NEVER);
  }
  assert.equal(ran, 0);
  await runNextJob(database.db, jobs, later(61), NEVER);
  assert.equal(ran, 1);
  assert.equal((await row('daily')).next_at.toISOString(), new Date('2026-11-24T09:00:00+07:00').toISOString());
});

test('a job is at work in one process only', async () => {
  let ran = 0;
  const begun = Promise.withResolvers<undefined>();
  const goOn = Promise.withResolvers<undefined>();
  const jobs = [job('slow', { everyMinutes: 1 }, async () => { ran += 1; begun.resolve(undefined); await goOn.promise; })];
  await enrolJobs(database.db, jobs, START);
  const first = runNextJob(database.db, jobs, START, NEVER);
  await begun.promise;
  assert.deepEqual(await Promise.all([1, 2, 3].map(() => runNextJob(database.db, jobs, later(2), NEVER))), [false, false, false]);
  goOn.resolve(undefined);
  await first;
  assert.equal(ran, 1);
});

test('a job whose process was killed begins again when its claim is over', async () => {
  let ran = 0;
  const jobs = [job('killed', { everyMinutes: 1 }, () => { ran += 1; return Promise.resolve(); })];
  await enrolJobs(database.db, jobs, START);
  await database.owner.pool.query('update scheduled_job set claimed_until = $1', [later(60)]);
  assert.equal(await runNextJob(database.db, jobs, later(59), NEVER), false);
  assert.equal(await runNextJob(database.db, jobs, later(60), NEVER), true);
  assert.equal(ran, 1);
});

test('a job that fails is written down, tried again sooner than its time, and in order again when it goes well', async () => {
  let broken = true;
  const jobs = [job('shaky', { dailyAt: '08:00' }, () => (broken ? Promise.reject(new Error('the disk is full')) : Promise.resolve()))];
  await enrolJobs(database.db, jobs, later(-1));
  await runNextJob(database.db, jobs, START, NEVER);
  const failed = await row('shaky');
  assert.deepEqual([failed.failures, failed.last_error, failed.claimed_until], [1, 'the disk is full', null]);
  assert.equal(failed.next_at.getTime() - START.getTime(), 10_000);
  broken = false;
  await runNextJob(database.db, jobs, later(1), NEVER);
  const mended = await row('shaky');
  assert.deepEqual([mended.failures, mended.last_error], [0, null]);
  assert.equal(mended.next_at.toISOString(), new Date('2026-11-24T08:00:00+07:00').toISOString());
});

test('the program leaves jobs alone that only a newer one knows', async () => {
  await enrolJobs(database.db, [job('of-tomorrow', { everyMinutes: 1 }, () => Promise.resolve())], START);
  assert.equal(await runNextJob(database.db, [], later(5), NEVER), false);
});
