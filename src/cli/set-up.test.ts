import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createDatabase, type TestDatabase } from '../../test/database.ts';
import { type CommandIo, type ExitCode } from './command.ts';
import { setUpCommand } from './set-up.ts';

let database: TestDatabase;
before(async () => {
  database = await createDatabase();
});
after(() => database.close());

const RIGHT = ['--commune', '16072', '--agency-code=H56.14', '--hotline', '0237 3865 123', '--admin-user', 'quan.ngo', '--admin-name', 'Ngô Văn Quản'];

async function run(args: readonly string[], password = 'chuồn chuồn bay thấp', env: CommandIo['env'] = {}): Promise<{ readonly exit: ExitCode; readonly out: string; readonly said: string }> {
  let out = '';
  let said = '';
  const io: CommandIo = {
    out: (text) => (out += text),
    say: (text) => (said += `${text}\n`),
    lines: async function* () {
      await Promise.resolve();
      yield* password === '' ? [] : [password, 'a second line'];
    },
    env: { DATABASE_URL: database.config.connectionString, ...env },
  };
  return { exit: await setUpCommand.run(args, io), out, said };
}

const count = async (): Promise<number> => Number((await database.pool.query<{ n: string }>('select count(*) as n from commune')).rows[0]?.n);

for (const [what, args, exit, words] of [
  ['without options', [], 2, /Thiếu --commune, --agency-code/],
  ['with an unknown option', [...RIGHT, '--role', 'x'], 2, /Không có tuỳ chọn “--role”/],
  ['with an option given twice', [...RIGHT, '--commune', '16072'], 2, /--commune được ghi hai lần/],
  ['with an option without a value', [...RIGHT.slice(0, -1)], 2, /Thiếu giá trị của --admin-name/],
  ['for a commune that does not exist', ['--commune', '99999', ...RIGHT.slice(2)], 1, /Chưa chọn xã, phường hoặc đặc khu/],
  ['with several faults', [...RIGHT.map((word) => (word === '0237 3865 123' ? 'không' : word === 'quan.ngo' ? 'Quản Trị' : word))], 1, /đường dây nóng[\s\S]*Tên đăng nhập gồm/],
] as const) {
  test(`set-up ${what} is refused with the reason`, async () => {
    const outcome = await run(args);
    assert.equal(outcome.exit, exit);
    assert.match(outcome.said, words);
    assert.equal(outcome.out, '');
    assert.equal(await count(), 0);
  });
}

test('a missing or weak password and an unreachable database are refused with the reason', async () => {
  assert.match((await run(RIGHT, '')).said, /Mật khẩu cần ít nhất 12 ký tự/);
  assert.match((await run(RIGHT, '123456789012')).said, /quá dễ đoán/);
  const gone = await run(RIGHT, undefined, { DATABASE_URL: 'postgres://postgres@127.0.0.1:1/xaso' });
  assert.equal(gone.exit, 1);
  assert.ok(gone.said.includes('127.0.0.1:1'));
  assert.equal(await count(), 0);
});

test('set-up makes the commune and its administrator once; a second time it is refused', async () => {
  const first = await run(RIGHT);
  assert.deepEqual([first.exit, JSON.parse(first.out)], [0, { commune: '16072', administrator: 'quan.ngo' }]);
  const { rows } = await database.pool.query('select c.name, c.agency_code, c.centre_name, s.user_name, p.role from commune c join staff s on s.commune_code = c.code join staff_position p on p.staff_id = s.id');
  assert.deepEqual(rows, [
    { name: 'Hoa Lộc', agency_code: 'H56.14', centre_name: 'Trung tâm Phục vụ hành chính công xã Hoa Lộc', user_name: 'quan.ngo', role: 'administrator' },
  ]);
  const second = await run([...RIGHT.map((word) => (word === 'quan.ngo' ? 'khac.nguoi' : word))]);
  assert.equal(second.exit, 1);
  assert.match(second.said, /Chương trình đã được thiết lập/);
  assert.ok(!first.said.includes('chuồn'), 'the password is not repeated');
});
