import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { createTwoCommunes, type TwoCommunes } from '../../../test/matrix-things.ts';

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
