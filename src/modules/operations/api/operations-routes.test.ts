import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { createTwoCommunes, type TwoCommunes } from '../../../../test/matrix-things.ts';

let program: TwoCommunes;
before(async () => {
  program = await createTwoCommunes();
});
after(() => program.close());

async function giveUp(communeCode: string): Promise<string> {
  const id = randomUUID();
  const { pool } = program.database;
  await pool.query("insert into outbox (commune_code, id, topic, payload, created_at, done_at) values ($1, $2, 'Happened', '{}', now(), now())", [communeCode, id]);
  await pool.query("insert into outbox_task (commune_code, message_id, subscriber, state, attempts, next_at, last_error) values ($1, $2, 'post', 'dead', 11, now(), 'the post is away')", [communeCode, id]);
  return id;
}

test('an administrator sees what was given up in the own commune and has it tried again, once', async () => {
  const { administrator } = program.home.staff;
  const mine = await giveUp(program.home.commune.code);
  const theirs = await giveUp(program.other.commune.code);
  const list = async () => (JSON.parse((await program.send(administrator.actor, 'GET', '/api/jobs')).body) as { readonly dead: readonly { readonly messageId: string; readonly lastError: string }[] }).dead;
  assert.deepEqual((await list()).map(({ messageId, lastError }) => [messageId, lastError]), [[mine, 'the post is away']]);

  const retry = (messageId: string, commandId: string) => program.send(administrator.actor, 'POST', '/api/jobs/retry', { commandId, messageId, subscriber: 'post' });
  const commandId = randomUUID();
  assert.equal((await retry(mine, commandId)).status, 200);
  assert.equal((await retry(mine, commandId)).status, 200, 'the same command again answers the same');
  assert.deepEqual(await list(), []);
  const { rows } = await program.database.pool.query<{ state: string; attempts: number }>('select state, attempts from outbox_task where message_id = $1', [mine]);
  assert.deepEqual(rows, [{ state: 'waiting', attempts: 0 }]);
  assert.equal((await retry(mine, randomUUID())).code, 'jobs.task-unknown');
  assert.equal((await retry(theirs, randomUUID())).code, 'jobs.task-unknown', 'what another commune has is answered like what does not exist');
});

test('what is tried again is shown with its next time and what it is about, and can be tried at once', async () => {
  const { administrator } = program.home.staff;
  const id = randomUUID();
  const dossierId = randomUUID();
  const { pool } = program.database;
  await pool.query("insert into outbox (commune_code, id, topic, payload, created_at, done_at) values ($1, $2, 'StaffNotice', $3, now(), now())", [program.home.commune.code, id, { dossierId, facts: { code: 'H56.14-1', applicant: 'Nguyễn Thị Mẫu' } }]);
  await pool.query("insert into outbox_task (commune_code, message_id, subscriber, state, attempts, next_at, last_error) values ($1, $2, 'notifications.inbox', 'waiting', 2, '2099-01-01', 'deadlock')", [program.home.commune.code, id]);
  const answer = await program.send(administrator.actor, 'GET', '/api/jobs');
  const { retried } = JSON.parse(answer.body) as { readonly retried: readonly Readonly<Record<string, unknown>>[] };
  assert.deepEqual(retried.filter(({ messageId }) => messageId === id).map(({ messageId, dossierId: about, code, attempts, nextAt }) => [messageId, about, code, attempts, nextAt]), [[id, dossierId, 'H56.14-1', 2, '2099-01-01T00:00:00.000Z']]);
  assert.ok(!answer.body.includes('Nguyễn Thị Mẫu'));
  assert.equal((await program.send(administrator.actor, 'POST', '/api/jobs/retry', { commandId: randomUUID(), messageId: id, subscriber: 'notifications.inbox' })).status, 200);
  const { rows } = await pool.query<{ due: boolean }>("select next_at < '2099-01-01' as due from outbox_task where message_id = $1", [id]);
  assert.deepEqual(rows, [{ due: true }]);
});

test('what is dead can be given up, with a reason that stands in the journal; what still waits cannot', async () => {
  const { administrator } = program.home.staff;
  const mine = await giveUp(program.home.commune.code);
  const theirs = await giveUp(program.other.commune.code);
  const bury = (messageId: string, reason: string, commandId: string = randomUUID()) => program.send(administrator.actor, 'POST', '/api/jobs/give-up', { commandId, messageId, subscriber: 'post', reason });
  assert.equal((await bury(mine, '  ')).code, 'jobs.reason-missing');
  assert.equal((await bury(theirs, 'Không phải của mình')).code, 'jobs.task-unknown');
  const commandId = randomUUID();
  assert.equal((await bury(mine, 'Hộp thư đã đóng', commandId)).status, 200);
  assert.equal((await bury(mine, 'Hộp thư đã đóng', commandId)).status, 200, 'the same command again answers the same');
  assert.equal((await bury(mine, 'Lần nữa')).code, 'jobs.task-unknown');
  const { rows } = await program.database.pool.query<{ entry: string }>("select entry from journal where entry like '%jobs.given-up%'");
  assert.equal(rows.length, 1);
  assert.match(rows[0]?.entry ?? '', /Hộp thư đã đóng.*/);
});

test('a regular job runs at once when it is told to; one that does not exist is refused', async () => {
  const { administrator } = program.home.staff;
  const { pool } = program.database;
  await pool.query("insert into scheduled_job (name, next_at) values ('a.job', '2099-01-01')");
  const run = (name: string) => program.send(administrator.actor, 'POST', '/api/jobs/run', { commandId: randomUUID(), name });
  assert.equal((await run('a.job')).status, 200);
  const { rows } = await pool.query<{ due: boolean }>("select next_at < '2099-01-01' as due from scheduled_job where name = 'a.job'");
  assert.deepEqual(rows, [{ due: true }]);
  assert.equal((await run('b.job')).code, 'jobs.job-unknown');
});
