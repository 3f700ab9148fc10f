import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chooseAddress, connectionTo, listenArguments, type PostgresAddress } from './postgres-address.ts';
import { postgresSettings, settingsText } from './postgres-settings.ts';
import { classifyStart, type StartFault } from './postmaster.ts';
import { parsePostmasterFile } from './postmaster-file.ts';
import { callAs, readAccounts } from './run-as.ts';

test('postmaster.pid is read line by line', () => {
  const text = '4711\n/srv/xaso-data/postgres\n1795350000\n5432\n/srv/xaso-data/postgres-socket\n\n  5432001   1234567\nready   \n';
  assert.deepEqual(parsePostmasterFile(text), {
    pid: 4711,
    folder: '/srv/xaso-data/postgres',
    port: 5432,
    socketFolder: '/srv/xaso-data/postgres-socket',
    status: 'ready',
  });
});

test('a postmaster.pid that is only begun has no state yet', () => {
  assert.deepEqual(parsePostmasterFile('12\n/d\n'), { pid: 12, folder: '/d', port: 0, socketFolder: '', status: '' });
  for (const text of ['', '\n', 'x\n', '0\n']) assert.equal(parsePostmasterFile(text), undefined);
});

const WORDS: readonly (readonly [string, StartFault])[] = [
  ['FATAL:  pre-existing shared memory block (key 1, ID 2) is still in use', 'busy'],
  ['FATAL:  lock file "postmaster.pid" already exists', 'busy'],
  ['FATAL:  could not create any Unix-domain sockets', 'no-socket'],
  ['LOG:  could not bind IPv4 address "127.0.0.1": Address already in use\nFATAL:  could not create any TCP/IP sockets', 'port-taken'],
  ['FATAL:  could not write lock file "postmaster.pid": No space left on device', 'disk-full'],
  ['FATAL:  data directory "/d" has invalid permissions', 'other'],
];
for (const [words, fault] of WORDS) {
  test(`“${words.split('\n')[0] ?? ''}” means ${fault}`, () => {
    assert.equal(classifyStart(words), fault);
  });
}

test('the database listens on its own socket alone, or on loopback alone when the path is too long', async () => {
  const short = '/srv/xaso-data/postgres-socket';
  assert.deepEqual(await chooseAddress(short), process.platform === 'win32' ? { kind: 'loopback', port: 5432 } : { kind: 'socket', folder: short });
  const long = await chooseAddress(`/srv/${'thư mục dài '.repeat(9)}/postgres-socket`);
  assert.equal(long.kind, 'loopback');
  assert.ok(listenArguments({ kind: 'socket', folder: short }).includes('listen_addresses='));
  assert.ok(listenArguments(long).includes('listen_addresses=127.0.0.1'));
  assert.ok(listenArguments(long).includes('unix_socket_directories='));
});

test('a socket folder with a comma or a quote stays one folder', () => {
  assert.ok(listenArguments({ kind: 'socket', folder: '/a, "b"' }).includes('unix_socket_directories="/a, ""b"""'));
});

test('the driver connects where the database listens', () => {
  const login = { user: 'u', password: 'p', database: 'd' };
  const cases: readonly (readonly [PostgresAddress, string, number])[] = [
    [{ kind: 'socket', folder: '/s' }, '/s', 5432],
    [{ kind: 'loopback', port: 6000 }, '127.0.0.1', 6000],
  ];
  for (const [address, host, port] of cases) assert.deepEqual(connectionTo(address, login), { host, port, ...login });
});

test('acknowledged writes are on the disk unless the cluster is thrown away', () => {
  for (const durable of [true, false]) {
    const settings = postgresSettings({ durable, logFolder: '/l' });
    for (const name of ['fsync', 'full_page_writes', 'synchronous_commit']) assert.equal(settings[name], durable ? 'on' : 'off');
  }
});

test('a setting of the caller wins, and quotes survive in the settings file', () => {
  const settings = postgresSettings({ durable: true, logFolder: "/xã 'Số'", extra: { max_connections: '9' } });
  assert.equal(settings['max_connections'], '9');
  assert.match(settingsText(settings), /^log_directory = '\/xã ''Số'''$/m);
});

test('users are read from the text of /etc/passwd, whatever else it holds', () => {
  const text = '# comment\nroot:x:0:0:root:/root:/bin/sh\nnobody:*:-2:-2:Nobody:/:/bin/false\n\npostgres:x:101:104::/:/bin/sh\nbroken:x:a:b\n';
  assert.deepEqual(readAccounts(text), [
    { name: 'root', uid: 0, gid: 0 },
    { name: 'nobody', uid: 4_294_967_294, gid: 4_294_967_294 },
    { name: 'postgres', uid: 101, gid: 104 },
  ]);
});

test('the database is never told our own PG settings', () => {
  process.env['PGDATA'] = '/somewhere/else';
  try {
    assert.equal(callAs({ kind: 'self' }, '/p/postgres', []).options.env?.['PGDATA'], undefined);
  } finally {
    delete process.env['PGDATA'];
  }
});

test('root runs it as another user, or inside a user namespace', () => {
  const account = { name: 'nobody', uid: 65_534, gid: 65_533 };
  const user = callAs({ kind: 'user', account }, '/p/postgres', ['-D', '/d']);
  assert.deepEqual([user.file, user.options.uid, user.options.gid], ['/p/postgres', 65_534, 65_533]);
  const namespace = callAs({ kind: 'namespace', account }, '/p/postgres', ['-D', '/d']);
  assert.deepEqual([namespace.file, ...namespace.args], ['unshare', '--user', '--map-user=65534', '--', '/p/postgres', '-D', '/d']);
});
