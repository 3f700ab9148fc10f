import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { type DataFolder, openDataFolder } from '../data-folder/open-data-folder.ts';
import { endsWithin, isAlive } from '../data-folder/process-identity.ts';
import { SetUpProblem } from '../set-up-problem.ts';
import { type SetUpCode } from '../set-up-problem-sentences.ts';
import { findRunningPostgres } from './find-running-postgres.ts';
import { type PostgresConnection } from './postgres-address.ts';
import { readPostmasterFile } from './postmaster-file.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './start-embedded-postgres.ts';
import { startThrowAwayPostgres } from './start-throw-away-postgres.ts';

let root = '';
let made = '';
before(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'xaso-pg-')));
  await chmod(root, 0o711);
  // One durable cluster is made the long way; the others are copies of it, which also proves that a stopped folder may be copied.
  made = join(root, 'made');
  await using(made, async ({ postgres }) => {
    assert.ok(postgres.fresh && !postgres.adopted && !postgres.recovered);
    await query(postgres.connection, 'create table paper (n int primary key)');
    await query(postgres.connection, 'insert into paper select generate_series(1, 1000)');
  }, true);
});
after(() => rm(root, { recursive: true, force: true }));

interface Session {
  readonly postgres: EmbeddedPostgres;
  readonly dataFolder: DataFolder;
  readonly said: string[];
  readonly restarts: () => number;
}

/** Tests that lose nothing by a kill need a durable cluster; the others spare the disk. */
async function using(path: string, work: (session: Session) => Promise<void>, durable = false): Promise<void> {
  const dataFolder = await openDataFolder(path);
  const said: string[] = [];
  let restarts = 0;
  try {
    const postgres = await startEmbeddedPostgres({ dataFolder, durable, say: (text) => said.push(text), onRestart: () => (restarts += 1) });
    try {
      await work({ postgres, dataFolder, said, restarts: () => restarts });
    } finally {
      await postgres.stop();
    }
  } finally {
    await dataFolder.close();
  }
}

async function copyOf(name: string): Promise<string> {
  const path = join(root, name);
  await cp(made, path, { recursive: true });
  return path;
}

async function query(connection: PostgresConnection, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

const count = async (connection: PostgresConnection): Promise<unknown> => (await query(connection, 'select count(*)::int as n from paper'))[0]?.['n'];
const postmasterOf = async (path: string): Promise<number> => (await readPostmasterFile(join(path, 'postgres')))!.pid;
const refused = async (path: string, code: SetUpCode): Promise<void> => {
  await assert.rejects(using(path, () => Promise.resolve()), (error) => {
    assert.ok(error instanceof SetUpProblem, String(error));
    assert.equal(error.code, code, error.message);
    return true;
  });
};

/** Another program on the folder, which says `ready` and then waits to be killed. */
async function startChild(path: string): Promise<{ kill: () => Promise<void> }> {
  const code = `
    const { openDataFolder } = await import(${JSON.stringify(new URL('../data-folder/open-data-folder.ts', import.meta.url).href)});
    const { startEmbeddedPostgres } = await import(${JSON.stringify(new URL('./start-embedded-postgres.ts', import.meta.url).href)});
    await startEmbeddedPostgres({ dataFolder: await openDataFolder(${JSON.stringify(path)}), say: () => {} });
    console.log('ready');
    setTimeout(() => {}, 60000);`;
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  assert.equal(line, 'ready');
  return {
    kill: async () => {
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

test('a stopped database starts again with everything in it, and leaves no process when it stops', async () => {
  const path = await copyOf('again');
  let pid = 0;
  await using(path, async ({ postgres, said }) => {
    assert.ok(!postgres.fresh && !postgres.adopted && !postgres.recovered);
    assert.deepEqual(said, []);
    assert.equal(await count(postgres.connection), 1000);
    pid = await postmasterOf(path);
  });
  assert.equal(isAlive(pid), false);
  assert.deepEqual((await readdir(join(path, 'postgres-socket'))).length, 0);
});

test('the database is Vietnamese-proof, in UTC, small, durable and closed to the network', async () => {
  const path = await copyOf('settings');
  await using(path, async ({ postgres }) => {
    const [row] = await query(
      postgres.connection,
      `select current_setting('server_encoding') as encoding, current_setting('timezone') as zone, current_setting('jit') as jit,
        current_setting('fsync') as fsync, current_setting('full_page_writes') as pages, current_setting('synchronous_commit') as commit,
        current_setting('wal_compression') as compression, lower('ĐẶNG THỊ HƯỜNG') as lowered, current_setting('data_checksums') as sums,
        current_setting('listen_addresses') as addresses, current_setting('password_encryption') as passwords`,
    );
    assert.deepEqual(row, {
      encoding: 'UTF8',
      zone: 'UTC',
      jit: 'off',
      fsync: 'on',
      pages: 'on',
      commit: 'on',
      compression: 'pglz',
      lowered: 'đặng thị hường',
      sums: 'on',
      addresses: postgres.connection.host.startsWith('/') ? '' : '127.0.0.1',
      passwords: 'scram-sha-256',
    });
    await assert.rejects(query({ ...postgres.connection, password: 'guess' }, 'select 1'), { code: '28P01' });
    assert.equal((await stat(join(path, 'postgres-password'))).mode & 0o077, 0);
  }, true);
});

test('when the database is killed it comes back by itself, says so, and has lost nothing acknowledged', async () => {
  const path = await copyOf('killed');
  await using(path, async ({ postgres, said, restarts }) => {
    await query(postgres.connection, 'insert into paper values (1001)');
    process.kill(await postmasterOf(path), 'SIGKILL');
    for (let tries = 0; restarts() === 0 && tries < 400; tries += 1) await wait(25);
    assert.equal(restarts(), 1);
    assert.equal(await count(postgres.connection), 1001);
    assert.match(said.join('\n'), /dừng đột ngột[^]*đã chạy lại/);
  }, true);
});

test('a database that was killed together with its program recovers at the next start and says so', async () => {
  const path = await copyOf('power-cut');
  const child = await startChild(path);
  await query((await findRunningPostgres(path))!, 'insert into paper values (1001)');
  const pid = await postmasterOf(path);
  await child.kill();
  process.kill(pid, 'SIGKILL');
  await endsWithin(pid, 5000);
  await using(path, async ({ postgres, said }) => {
    assert.ok(postgres.recovered && !postgres.adopted);
    assert.equal(said.length, 1);
    assert.equal(await count(postgres.connection), 1001);
  }, true);
});

test('a database whose program was killed is taken over, watched and stopped by the next start', async () => {
  const path = await copyOf('orphan');
  const child = await startChild(path);
  const orphan = await postmasterOf(path);
  await child.kill();
  assert.ok(isAlive(orphan));
  await using(path, async ({ postgres, said, restarts }) => {
    assert.ok(postgres.adopted && !postgres.recovered);
    assert.equal(said.length, 1);
    assert.equal(await postmasterOf(path), orphan);
    assert.equal(await count(postgres.connection), 1000);
    process.kill(orphan, 'SIGKILL');
    for (let tries = 0; restarts() === 0 && tries < 400; tries += 1) await wait(25);
    assert.equal(await count(postgres.connection), 1000);
  });
  assert.equal(await findRunningPostgres(path), undefined);
});

test('a second program on the same folder is refused and disturbs nothing', async () => {
  const path = await copyOf('twice');
  await using(path, async ({ postgres }) => {
    await refused(path, 'data-in-use');
    assert.equal(await count(postgres.connection), 1000);
    assert.deepEqual(await findRunningPostgres(path), postgres.connection);
  });
});

test('a process number that another program has by now does not keep the database from starting', { skip: process.platform !== 'linux' }, async () => {
  const path = await copyOf('reused-number');
  const stranger = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'], { stdio: 'ignore' });
  await once(stranger, 'spawn');
  await writeFile(join(path, 'postgres', 'postmaster.pid'), `${stranger.pid}\n${path}/postgres\n1\n5432\n${path}/postgres-socket\n\n1 1\nready\n`);
  await using(path, async ({ postgres }) => {
    assert.equal(await count(postgres.connection), 1000);
  });
  assert.equal(stranger.kill('SIGKILL'), true);
});

test('stopping twice is the same as stopping once', async () => {
  const path = await copyOf('stop-twice');
  await using(path, async ({ postgres }) => {
    await Promise.all([postgres.stop(), postgres.stop()]);
    assert.equal(await findRunningPostgres(path), undefined);
  });
});

test('a lost password file is replaced, and a wrong one is told', async () => {
  const path = await copyOf('password');
  await rm(join(path, 'postgres-password'));
  await using(path, async ({ postgres }) => {
    assert.equal(await count(postgres.connection), 1000);
  });
  const right = await readFile(join(path, 'postgres-password'), 'utf8');
  await writeFile(join(path, 'postgres-password'), 'wrong\n');
  await refused(path, 'postgres-password');
  assert.equal(await findRunningPostgres(path), undefined);
  await writeFile(join(path, 'postgres-password'), right);
  await using(path, async ({ postgres }) => {
    assert.equal(await count(postgres.connection), 1000);
  });
});

test('a half-made database of an interrupted first start is made anew', async () => {
  const path = join(root, 'interrupted');
  await (await openDataFolder(path)).close();
  await mkdir(join(path, 'postgres-new', 'base'), { recursive: true });
  await writeFile(join(path, 'postgres-password'), 'of the interrupted start\n');
  await using(path, ({ postgres }) => {
    assert.ok(postgres.fresh);
    return Promise.resolve();
  });
  assert.deepEqual((await readdir(path)).filter((name) => name.endsWith('new')), []);
});

test('a database of another major version is refused untouched', async () => {
  const path = await copyOf('other-version');
  await writeFile(join(path, 'postgres', 'PG_VERSION'), '17\n');
  await refused(path, 'postgres-other-version');
});

test('a damaged database is refused, never replaced by an empty one', async () => {
  const path = await copyOf('damaged');
  await rm(join(path, 'postgres', 'PG_VERSION'));
  await refused(path, 'postgres-incomplete');
  assert.ok((await readdir(join(path, 'postgres'))).includes('base'));
});

test('a database that cannot start says why in its own words', async () => {
  const path = await copyOf('misconfigured');
  await writeFile(join(path, 'postgres', 'postgresql.conf'), 'no_such_setting = 1\n');
  await refused(path, 'postgres-did-not-start');
});

test('a folder with a long Vietnamese name is served over loopback', async () => {
  const path = join(root, 'Bộ phận Tiếp nhận và Trả kết quả', 'Ủy ban nhân dân phường, “Đông Hà”');
  await mkdir(join(path, '..'), { mode: 0o711 });
  await cp(made, path, { recursive: true });
  await using(path, async ({ postgres }) => {
    assert.equal(postgres.connection.host, '127.0.0.1');
    assert.equal(await count(postgres.connection), 1000);
  });
});

test('a throw-away database leaves nothing behind', async () => {
  const postgres = await startThrowAwayPostgres();
  assert.deepEqual(await query(postgres.connection, "select current_setting('fsync') as fsync"), [{ fsync: 'off' }]);
  await postgres.stop();
  await assert.rejects(stat(postgres.folder), { code: 'ENOENT' });
});
