import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type FastifyInstance } from 'fastify';
import { forgetRequestCounts } from '../../src/platform/http/request-counts.ts';
import { createServer } from '../../src/platform/http/server.ts';
import { createCommune } from '../commune.ts';
import { createWholeProgram, type WholeProgram } from '../whole-program.ts';

/** Two servers on one database, as two processes of one office are: nothing in memory is shared between them. */
let program: WholeProgram;
let second: FastifyInstance;
before(async () => {
  program = await createWholeProgram();
  await createCommune(program.database.db, { now: program.clock.now() });
  second = await createServer(program.parts);
});
after(async () => {
  await second.close();
  await program.close();
});

const LIMIT = 30;
const lookUp = (server: FastifyInstance, remoteAddress: string, url = '/tra-cuu') =>
  server.inject({ method: 'POST', url, remoteAddress, headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: 'ma=&bonSo=' });

test('two processes together let through what one would, and say when to come back', async () => {
  const answers = [];
  for (let turn = 0; turn < LIMIT; turn += 1) answers.push((await lookUp(turn % 2 === 0 ? program.server : second, '10.1.0.1')).statusCode);
  assert.deepEqual([...new Set(answers)], [422], 'thirty empty forms are answered as such');
  for (const server of [program.server, second]) {
    const refused = await lookUp(server, '10.1.0.1');
    assert.equal(refused.statusCode, 429);
    assert.ok(Number(refused.headers['retry-after']) > 0 && Number(refused.headers['retry-after']) <= 60);
    assert.match(refused.body, /giây/u);
  }
  assert.equal((await lookUp(second, '10.1.0.2')).statusCode, 422, 'another address is not kept out');
  assert.equal((await second.inject({ url: '/x/ABCD2345EFGH', remoteAddress: '10.1.0.1' })).statusCode, 404, 'nor the same address elsewhere');
  program.clock.pass(60_001);
  assert.equal((await lookUp(program.server, '10.1.0.1')).statusCode, 422, 'after a minute it begins anew');
});

test('a hundred requests at once on both are counted each', async () => {
  const answers = await Promise.all(Array.from({ length: 100 }, (_, turn) => lookUp(turn % 2 === 0 ? program.server : second, '10.1.0.3')));
  assert.equal(answers.filter(({ statusCode }) => statusCode === 422).length, LIMIT);
  assert.equal(answers.filter(({ statusCode }) => statusCode === 429).length, 70);
});

test('whoever changes the end of an IPv6 address is still the same network', async () => {
  const answers = [];
  for (let turn = 0; turn <= LIMIT; turn += 1) answers.push((await lookUp(program.server, `2001:db8:1:2::${turn.toString(16)}`)).statusCode);
  assert.deepEqual(answers.slice(-2), [422, 429]);
});

test('what is counted names no address, is written without waiting for the disk, and goes away', async () => {
  const { pool } = program.database.owner;
  const { rows } = await pool.query<{ subject: string }>('select subject from request_count');
  assert.ok(rows.length > 0);
  for (const { subject } of rows) assert.match(subject, /^[0-9a-f]{64}$/u);
  assert.deepEqual((await pool.query("select relpersistence from pg_class where relname = 'request_count'")).rows, [{ relpersistence: 'u' }]);
  await forgetRequestCounts(program.database.db, new Date(program.clock.now().getTime() + 2 * 3_600_000));
  assert.deepEqual((await pool.query('select from request_count')).rows, []);
});
