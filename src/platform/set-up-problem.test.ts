import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { findFreePort } from './embedded-postgres/postgres-address.ts';
import { SetUpProblem } from './set-up-problem.ts';
import { dataProblem, databaseProblem, errorCode, listenProblem } from './set-up-problem-from-error.ts';
import { listeningInodes } from './set-up-problem-port-holder.ts';
import { SET_UP_SENTENCES, type SetUpCode } from './set-up-problem-sentences.ts';

const systemError = (code: string): Error => Object.assign(new Error(`${code}: something low`), { code });
const WHERE = { server: 'db:5432', user: 'xaso', database: 'office' };
/** Enough facts for every sentence. */
const FACTS = {
  faults: [{ vi: 'PORT=x: sai', en: 'PORT=x: wrong' }],
  port: 8080,
  host: 'h',
  path: '/data',
  pid: 7,
  machine: 'm',
  program: '9.0.0',
  freeMegabytes: 12,
  neededMegabytes: 200,
  server: 'db:5432',
  user: 'u',
  database: 'd',
  version: '14.2',
  encoding: 'SQL_ASCII',
  platform: 'aix ppc64',
  detail: 'why',
  found: '17',
  wanted: '18',
  migration: '0001-start.sql',
};

for (const code of Object.keys(SET_UP_SENTENCES) as SetUpCode[]) {
  test(`${code} is one plain sentence in each language`, () => {
    const { vi, en } = (SET_UP_SENTENCES[code] as (facts: typeof FACTS) => { vi: string; en: string })(FACTS);
    for (const sentence of [vi, en]) {
      assert.match(sentence, /^[\p{Lu}“]/u);
      assert.ok(sentence.endsWith('.'));
      assert.doesNotMatch(sentence, /\n|undefined|\[object/);
    }
    assert.match(vi, /[ăâđêôơưàáảãạèéẻẽẹìíỉĩịòóỏõọùúủũụ]/i);
  });
}

test('a problem reads as Vietnamese first and English on the second line', () => {
  const problem = new SetUpProblem('port-forbidden', { port: 80 });
  assert.equal(problem.message, `${problem.sentence.vi}\n${problem.sentence.en}`);
  assert.equal(problem.code, 'port-forbidden');
});

const LISTEN: readonly (readonly [string, SetUpCode | undefined])[] = [
  ['EADDRINUSE', 'port-taken'],
  ['EACCES', 'port-forbidden'],
  ['EADDRNOTAVAIL', 'host-unavailable'],
  ['ENOTFOUND', 'host-unavailable'],
  ['EMFILE', undefined],
];
for (const [code, expected] of LISTEN) {
  test(`${code} while listening means ${expected ?? 'a bug, not the set-up'}`, async () => {
    assert.equal((await listenProblem(systemError(code), { host: 'h', port: 1 }))?.code, expected);
  });
}

const DATA: readonly (readonly [string, SetUpCode | undefined])[] = [
  ['EACCES', 'data-not-writable'],
  ['EPERM', 'data-not-writable'],
  ['EROFS', 'data-not-writable'],
  ['ENOTDIR', 'data-not-a-folder'],
  ['ENOSPC', 'disk-full'],
  ['ENOENT', undefined],
];
for (const [code, expected] of DATA) {
  test(`${code} in the data folder means ${expected ?? 'a bug, not the set-up'}`, () => {
    assert.equal(dataProblem(systemError(code), '/data')?.code, expected);
  });
}

const DATABASE: readonly (readonly [Error, SetUpCode | undefined])[] = [
  [systemError('28P01'), 'database-password'],
  [systemError('28000'), 'database-refuses-user'],
  [systemError('3D000'), 'database-missing'],
  [systemError('53300'), 'database-full-up'],
  [systemError('57P03'), 'database-unreachable'],
  [systemError('ECONNREFUSED'), 'database-unreachable'],
  [systemError('ENOTFOUND'), 'database-host-unknown'],
  [systemError('EAI_AGAIN'), 'database-host-unknown'],
  [systemError('DEPTH_ZERO_SELF_SIGNED_CERT'), 'database-encryption'],
  [new AggregateError([systemError('ECONNREFUSED'), systemError('ECONNREFUSED')]), 'database-unreachable'],
  [new Error('The server does not support SSL connections'), 'database-encryption'],
  [new Error('SASL: SCRAM-SERVER-FIRST-MESSAGE: client password must be a string'), 'database-password'],
  [new Error('timeout expired'), 'database-unreachable'],
  [new Error('Connection terminated unexpectedly'), 'database-unreachable'],
  [systemError('42601'), undefined],
];
for (const [error, expected] of DATABASE) {
  test(`“${error.message === '' ? error.name : error.message}” from the database means ${expected ?? 'a bug, not the set-up'}`, () => {
    assert.equal(databaseProblem(error, WHERE)?.code, expected);
  });
}

test('an error without a code has none', () => {
  for (const value of [new Error('x'), 'x', null, undefined, { code: 5 }]) assert.equal(errorCode(value), undefined);
});

test('only sockets that listen on exactly that port count as its holder', () => {
  const table = [
    '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode',
    '   0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 4242 1 0',
    '   1: 0100007F:1F90 0100007F:9C40 01 00000000:00000000 00:00000000 00000000     0        0 4243 1 0',
    '   2: 0100007F:1F91 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 4244 1 0',
  ].join('\n');
  assert.deepEqual(listeningInodes(table, 8080), ['4242']);
});

test('a taken port names the program that holds it', { skip: process.platform !== 'linux' }, async () => {
  const port = await findFreePort();
  const server = createServer().listen(port, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  try {
    const problem = await listenProblem(systemError('EADDRINUSE'), { host: '127.0.0.1', port });
    assert.match(problem?.message ?? '', new RegExp(`Cổng ${port} .*node \\(PID ${process.pid}\\).*PORT=${port + 1}`));
  } finally {
    server.close();
  }
});
