import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createCommune, type TestCommune } from '../../test/commune.ts';
import { createDatabase, type TestDatabase } from '../../test/database.ts';
import { type CommandIo } from './command.ts';
import { installationAdministratorCommand } from './installation-administrator.ts';

let database: TestDatabase;
let communes: readonly TestCommune[];
before(async () => {
  database = await createDatabase();
  communes = [await createCommune(database.db), await createCommune(database.db, { commune: { code: '16075', name: 'Hậu Lộc' } })];
});
after(() => database.close());

async function run(...args: readonly string[]): Promise<{ readonly exit: number; readonly said: string; readonly out: string }> {
  let [said, out] = ['', ''];
  const io: CommandIo = {
    out: (text) => (out += text),
    say: (text) => (said += `${text}\n`),
    lines: () => { throw new Error('standard input is not read'); },
    env: { DATABASE_URL: database.config.connectionString },
  };
  return { exit: await installationAdministratorCommand.run(args, io), said, out };
}

const nameOf = (place: number) => communes[place]?.staff.administrator.userName ?? '';

test('the first two are named, listed and ended at the server, in plain sentences of both languages', async () => {
  assert.match((await run('list')).said, /Chưa có quản trị toàn hệ thống.*no installation administrator/u);
  const first = await run('add', nameOf(0), '--reason', 'Quyết định 1/QĐ-UBND');
  assert.equal(first.exit, 0, first.said);
  assert.match(first.said, /Ngô Văn Quản \(Xã Hoa Lộc\) là quản trị toàn hệ thống từ \d\d\/\d\d\/\d{4}/u);
  assert.match(first.said, /Cử thêm một người nữa/u);
  const second = await run('add', nameOf(1).toUpperCase(), '--until', '2999-01-01', '--reason', 'x');
  assert.deepEqual([second.exit, second.said.includes('không quá hai năm')], [1, true], second.said);
  assert.equal((await run('add', nameOf(1), '--reason', 'Quyết định 1/QĐ-UBND')).exit, 0);
  assert.equal((await run('list')).out.split('\n').filter((line) => line.includes('đang giữ')).length, 2);
  const again = await run('add', nameOf(1), '--reason', 'x');
  assert.deepEqual([again.exit, again.said.includes('đã là quản trị toàn hệ thống')], [1, true]);
  for (const [place, left] of [[0, 1], [1, 0]] as const) {
    const ended = await run('end', nameOf(place), '--reason', 'Nghỉ hưu');
    assert.deepEqual([ended.exit, ended.said.includes(`Còn ${String(left)} người`)], [0, true], ended.said);
  }
  const { rows } = await database.owner.pool.query<{ entry: string }>("select entry from journal where action = 'installation-administrator.ended-at-machine' order by commune_code");
  assert.deepEqual(rows.map(({ entry }) => (JSON.parse(entry) as { facts: { reason: string } }).facts.reason), ['Nghỉ hưu', 'Nghỉ hưu']);
});

test('who administers no commune, an unknown name and a day that does not exist are said so', async () => {
  for (const userName of [communes[0]?.staff.clerk.userName ?? '', 'khong.co']) {
    const { exit, said } = await run('add', userName, '--reason', 'x');
    assert.deepEqual([exit, said.includes('không giữ vị trí quản trị')], [1, true], said);
  }
  assert.deepEqual([(await run('add', nameOf(0), '--reason', 'x', '--from', '2026-02-31')).exit, (await run('end', 'khong.co', '--reason', 'x')).exit], [1, 1]);
});

test('an order without a name or a reason, or with words that nobody knows, shows the usage', async () => {
  for (const args of [[], ['add'], ['add', 'a.b'], ['add', 'a.b', '--reason', ' '], ['add', '--reason', 'x'], ['add', 'a.b', '--reason', 'x', '--to', '2027-01-01'], ['end', 'a.b', '--reason', 'x', '--from', '2027-01-01'], ['list', 'x'], ['drop']]) {
    const { exit, said } = await run(...args);
    assert.equal(exit, 2, args.join(' '));
    assert.match(said, /xaso installation-administrator add/u);
  }
});
