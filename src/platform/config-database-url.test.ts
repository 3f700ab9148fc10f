import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { checkDatabaseUrl, refuseUnfitDatabase, whereIs } from './config-database-url.ts';
import { findFreePort } from './embedded-postgres/postgres-address.ts';
import { startThrowAwayPostgres, type ThrowAwayPostgres } from './embedded-postgres/start-throw-away-postgres.ts';
import { SetUpProblem } from './set-up-problem.ts';
import { type SetUpCode } from './set-up-problem-sentences.ts';

let postgres: ThrowAwayPostgres;
before(async () => {
  postgres = await startThrowAwayPostgres();
});
after(() => postgres.stop());

const url = (password: string | undefined, database = 'xaso'): string => {
  const { host, port, user } = postgres.connection;
  const query = new URLSearchParams({ host, port: String(port), user, ...(password === undefined ? {} : { password }) });
  return `postgres:///${database}?${query.toString()}`;
};
const refused = async (address: string, code: SetUpCode): Promise<string> => {
  const error: unknown = await checkDatabaseUrl(address).then(() => undefined, (reason: unknown) => reason);
  assert.ok(error instanceof SetUpProblem, String(error));
  assert.equal(error.code, code);
  return error.message;
};

test('a server that fits answers its version', async () => {
  assert.match(await checkDatabaseUrl(url(postgres.connection.password)), /^\d+\.\d+$/);
});

test('a wrong password is told without being repeated', async () => {
  assert.doesNotMatch(await refused(url('not-this-one'), 'database-password'), /not-this-one/);
});

test('a missing password counts as a wrong one', async () => {
  await refused(url(undefined), 'database-password');
});

test('a database that does not exist is named, with the command that makes it', async () => {
  assert.match(await refused(url(postgres.connection.password, 'no_such'), 'database-missing'), /createdb --encoding=UTF8 no_such/);
});

test('a server that does not listen is unreachable', async () => {
  assert.match(await refused(`postgres://xaso:x@127.0.0.1:${await findFreePort()}/xaso`, 'database-unreachable'), /127\.0\.0\.1:\d+/);
});

test('a socket folder without a server is unreachable', async () => {
  await refused('postgres:///xaso?host=/nonexistent&user=xaso', 'database-unreachable');
});

test('a server name that the network does not know is told', async () => {
  await refused('postgres://xaso:x@no-such-host.invalid/xaso', 'database-host-unknown');
});

test('a server without encryption refuses a connection that demands it', async () => {
  await refused(`${url(postgres.connection.password)}&sslmode=verify-full`, 'database-encryption');
});

test('where a database lies is told without its password', () => {
  assert.deepEqual(whereIs('postgres://an:bi%20mat@db.lan:5433/office'), { server: 'db.lan:5433', user: 'an', database: 'office' });
  assert.equal(whereIs('postgres://an@/office?host=/run/postgresql').server, '/run/postgresql');
});

const UNFIT: readonly (readonly [number, string, SetUpCode | undefined])[] = [
  [140_012, 'UTF8', 'database-too-old'],
  [90_600, 'UTF8', 'database-too-old'],
  [150_000, 'SQL_ASCII', 'database-not-utf8'],
  [150_000, 'UTF8', undefined],
  [180_004, 'UTF8', undefined],
];
for (const [versionNumber, encoding, expected] of UNFIT) {
  test(`a server of version ${versionNumber} with ${encoding} is ${expected ?? 'fit'}`, () => {
    const check = (): void => {
      refuseUnfitDatabase({ versionNumber, version: String(versionNumber), encoding }, 'db:5432');
    };
    if (expected === undefined) check();
    else assert.throws(check, (error) => error instanceof SetUpProblem && error.code === expected);
  });
}
