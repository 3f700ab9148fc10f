import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Config, parseConfig, readConfig } from './config.ts';
import { SetUpProblem } from './set-up-problem.ts';

const PLACE = { workingFolder: '/srv/office', networkAddress: '192.168.1.20' };

const read = (env: Record<string, string>): Config => {
  const result = parseConfig(env, PLACE);
  assert.ok(result.ok, JSON.stringify(result));
  return result.value;
};

test('without any setting the office runs on its own machine with its own database', () => {
  assert.deepEqual(read({}), {
    port: 8080,
    host: '127.0.0.1',
    dataFolder: '/srv/office/xaso-data',
    databaseUrl: undefined,
    demo: true,
    publicUrl: 'http://127.0.0.1:8080',
    log: 'info',
    exchange: undefined,
    backupFolder: undefined,
    agencies: undefined,
    receipts: undefined,
    signOn: [],
    gateway: undefined,
  });
});

test('the settings cannot be changed after they were read', () => {
  assert.ok(Object.isFrozen(read({})));
});

test('an empty or blank value counts as not set', () => {
  assert.deepEqual(read({ PORT: '', HOST: ' ', XASO_DATA: '', DATABASE_URL: '', XASO_DEMO: '', XASO_LOG: '' }), read({}));
});

const GOOD: readonly (readonly [Record<string, string>, Partial<Config>])[] = [
  [{ PORT: '0' }, { port: 0 }],
  [{ PORT: '65535' }, { port: 65_535 }],
  [{ HOST: '::1' }, { host: '::1', publicUrl: 'http://[::1]:8080' }],
  [{ HOST: '0.0.0.0' }, { publicUrl: 'http://192.168.1.20:8080' }],
  [{ HOST: 'motcua.lan', PORT: '80' }, { publicUrl: 'http://motcua.lan' }],
  [{ XASO_DATA: 'du-lieu' }, { dataFolder: '/srv/office/du-lieu' }],
  [{ XASO_DATA: '/var/lib/xaso' }, { dataFolder: '/var/lib/xaso' }],
  [{ XASO_DEMO: '0' }, { demo: false }],
  [{ XASO_DEMO: '1' }, { demo: true }],
  [{ XASO_PUBLIC_URL: 'https://motcua.example.vn/' }, { publicUrl: 'https://motcua.example.vn' }],
  [{ XASO_LOG: 'debug' }, { log: 'debug' }],
  [{ DATABASE_URL: 'postgres://u:p%40ss@db:5432/xaso' }, { databaseUrl: 'postgres://u:p%40ss@db:5432/xaso' }],
  [{ DATABASE_URL: 'postgresql:///xaso?host=/run/postgresql' }, { databaseUrl: 'postgresql:///xaso?host=/run/postgresql' }],
];
for (const [env, expected] of GOOD) {
  test(`${JSON.stringify(env)} is understood`, () => {
    const config = read(env);
    for (const [name, value] of Object.entries(expected)) assert.equal(config[name as keyof Config], value);
  });
}

test('the address of another system comes with its token, which is never shown', () => {
  assert.deepEqual(read({ XASO_EXCHANGE_URL: 'https://truc.tinh.gov.vn/ho-so/trang-thai' }).exchange, { url: 'https://truc.tinh.gov.vn/ho-so/trang-thai', token: undefined });
  assert.deepEqual(read({ XASO_EXCHANGE_URL: 'http://10.0.0.9/a', XASO_EXCHANGE_TOKEN: 'mot-ma-bi-mat' }).exchange?.token, 'mot-ma-bi-mat');
  assert.deepEqual(read({ XASO_AGENCIES_URL: 'https://truc.tinh.gov.vn/lien-thong' }).agencies, { url: 'https://truc.tinh.gov.vn/lien-thong', token: undefined });
  const wrong = parseConfig({ XASO_EXCHANGE_TOKEN: 'mã có dấu' }, PLACE);
  assert.ok(!wrong.ok && !JSON.stringify(wrong.problem).includes('mã có dấu'));
});

const BAD: readonly Record<string, string>[] = [
  { PORT: '80a' },
  { XASO_EXCHANGE_URL: 'ftp://truc.tinh.gov.vn' },
  { XASO_EXCHANGE_URL: 'https://ten:mat-khau@truc.tinh.gov.vn/' },
  { PORT: '65536' },
  { PORT: '-1' },
  { PORT: '80.5' },
  { HOST: 'http://localhost' },
  { HOST: 'localhost:8080' },
  { HOST: 'a b' },
  { DATABASE_URL: 'mysql://u@h/d' },
  { DATABASE_URL: 'postgres://u@h' },
  { DATABASE_URL: 'postgres://u:50%off@h/d' },
  { DATABASE_URL: 'xaso' },
  { XASO_DEMO: 'yes' },
  { XASO_PUBLIC_URL: 'motcua.example.vn' },
  { XASO_PUBLIC_URL: 'https://example.vn/xaso' },
  { XASO_PUBLIC_URL: 'ftp://example.vn' },
  { XASO_LOG: 'loud' },
];
for (const env of BAD) {
  test(`${JSON.stringify(env)} is refused by name`, () => {
    const result = parseConfig(env, PLACE);
    assert.ok(!result.ok);
    assert.equal(result.problem.length, 1);
    const [name] = Object.keys(env);
    assert.ok(result.problem[0]?.vi.startsWith(name!) && result.problem[0].en.startsWith(name!));
  });
}

test('all faults are told together, in one sentence for each language', () => {
  assert.throws(
    () => readConfig({ PORT: 'x', XASO_LOG: 'y' }),
    (error) => {
      assert.ok(error instanceof SetUpProblem);
      assert.equal(error.message.split('\n').length, 2);
      for (const line of error.message.split('\n')) assert.match(line, /PORT=x: .*; XASO_LOG=y: .*\.$/);
      return true;
    },
  );
});

test('a wrong database address is never printed, because it holds a password', () => {
  const result = parseConfig({ DATABASE_URL: 'postgres://u:secret%@h/d' }, PLACE);
  assert.ok(!result.ok);
  assert.doesNotMatch(JSON.stringify(result.problem), /secret/);
});
