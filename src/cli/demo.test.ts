import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { createDatabase, type TestDatabase } from '../../test/database.ts';
import { createLinkSigner } from '../platform/secrets/link-signer.ts';
import { type CommandIo, type ExitCode } from './command.ts';
import { demoCommand } from './demo.ts';

let database: TestDatabase;
let folder: string;
before(async () => {
  database = await createDatabase();
  folder = await mkdtemp(join(tmpdir(), 'xaso-demo-'));
  await writeFile(join(folder, 'secret-key'), `${'07'.repeat(32)}\n`);
});
after(async () => {
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

async function run(...args: readonly string[]): Promise<{ readonly exit: ExitCode; readonly out: string; readonly said: string }> {
  let out = '';
  let said = '';
  const io: CommandIo = {
    out: (text) => (out += text),
    say: (text) => (said += `${text}\n`),
    lines: async function* () {
      await Promise.resolve();
      yield* [];
    },
    env: { DATABASE_URL: database.config.connectionString, XASO_DATA: folder },
  };
  return { exit: await demoCommand.run(args, io), out, said };
}

const countDossiers = async (): Promise<number> => Number((await database.pool.query<{ n: string }>('select count(*) as n from dossier')).rows[0]?.n);

for (const args of [[], ['--delete'], ['--status', '--yes'], ['--load', '--yes'], ['--remove', '--yes', '--yes'], ['--yes'], ['--remove', '--status']]) {
  test(`“demo ${args.join(' ')}” is wrong use and does nothing`, async () => {
    const { exit, out, said } = await run(...args);
    assert.deepEqual([exit, out], [2, '']);
    assert.match(said, /xaso demo --remove --yes/);
  });
}

test('a demonstration is loaded, shown, rehearsed, removed and told apart from none, each with its words and numbers', async () => {
  const none = await run('--status');
  assert.deepEqual([none.exit, JSON.parse(none.out)], [0, { loaded: false, rows: {} }]);
  assert.match(none.said, /Không có dữ liệu mẫu/);

  const loaded = await run('--load');
  assert.equal(loaded.exit, 0);
  assert.match(loaded.said, /Đã nạp dữ liệu mẫu; mật khẩu chung: hoaloc-2026/);
  const links = createLinkSigner(Buffer.alloc(32, 7));
  const { rows } = await database.pool.query<{ id: string; token_hash: string }>('select id, token_hash from dossier limit 3');
  for (const { id, token_hash } of rows) assert.equal(token_hash, links.hash(links.token('dossier', id)));
  assert.equal((await run('--load')).exit, 1);

  const status = JSON.parse((await run('--status')).out) as { readonly loaded: boolean; readonly rows: Readonly<Record<string, number>> };
  const dossiers = await countDossiers();
  assert.ok(dossiers > 600);
  assert.deepEqual([status.loaded, status.rows['dossier'], status.rows['village']], [true, dossiers, 40]);

  const rehearsed = await run('--remove');
  assert.match(rehearsed.said, /Sẽ xóa \d+ dòng[\s\S]*Chưa xóa gì\. Thêm --yes để xóa/);
  assert.equal(await countDossiers(), dossiers);

  const removed = await run('--yes', '--remove');
  assert.equal(removed.exit, 0);
  assert.match(removed.said, /Đã xóa \d+ dòng[\s\S]*đơn vị 16072 không còn gì[\s\S]*khởi động lại/);
  assert.deepEqual({ ...(JSON.parse(removed.out) as object) }, { ...(JSON.parse(rehearsed.out) as object), done: true });
  assert.equal(await countDossiers(), 0);
  assert.match((await run('--remove', '--yes')).said, /Không có dữ liệu mẫu để xóa/);
});

test('a removal that would lock everybody out is refused with what to do', async () => {
  await run('--load');
  await database.owner.pool.query('update dossier set synthetic = false where id = (select id from dossier limit 1)');
  const { exit, out, said } = await run('--remove', '--yes');
  assert.deepEqual([exit, out], [1, '']);
  assert.match(said, /đơn vị 16072[\s\S]*tạo một cán bộ quản trị thật/);
  assert.ok((await countDossiers()) > 600);
});

test('an unreachable database is told, not thrown', async () => {
  let said = '';
  const io: CommandIo = { out: () => undefined, say: (text) => (said += text), lines: async function* () { await Promise.resolve(); yield* []; }, env: { DATABASE_URL: 'postgres://postgres@127.0.0.1:1/xaso' } };
  assert.equal(await demoCommand.run(['--status'], io), 1);
  assert.ok(said.includes('127.0.0.1:1'));
});
