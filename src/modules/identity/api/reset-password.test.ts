import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { type LightMyRequestResponse } from 'fastify';
import { createStaff, TEST_PASSWORD, type TestStaff } from '../../../../test/commune.ts';
import { codeOf, cookieOf, serveIdentity } from '../../../../test/identity-house.ts';

type Cookies = Readonly<Record<string, string>>;

const NEW = 'chuồn chuồn bay thấp';
let office: Awaited<ReturnType<typeof serveIdentity>>;
let admin: Cookies;
let people = 0;

async function signIn(userName: string, password: string): Promise<LightMyRequestResponse> {
  people += 1;
  return office.call('POST', '/api/session', { body: { userName, password }, address: `10.50.${people}.1` });
}
const sessionOf = async (userName: string): Promise<Cookies> => ({ 'xaso-phien': cookieOf(await signIn(userName, TEST_PASSWORD), 'xaso-phien') ?? '' });

before(async () => {
  office = await serveIdentity();
  admin = await sessionOf(office.commune.staff.administrator.userName);
});
after(() => office.close());

async function somebody(): Promise<TestStaff> {
  people += 1;
  return createStaff(office.database.db, office.commune.commune, {
    userName: `quen.${people}`,
    fullName: 'Đặng Thị Minh Nguyệt',
    positions: [{ unitId: office.commune.units.centre.id, role: 'reception', title: 'Tiếp nhận', fields: [] }],
  });
}
const reset = (id: string, body: Readonly<Record<string, unknown>>): Promise<LightMyRequestResponse> =>
  office.call('POST', `/api/staff/${id}/password`, { cookies: admin, body: { commandId: randomUUID(), password: NEW, ...body } });

test('a reset password signs in, the old one no longer does, and every session of the person ends at once', async () => {
  const { id, userName } = await somebody();
  const sessions = [await sessionOf(userName), await sessionOf(userName)];
  for (const cookies of sessions) assert.equal((await office.call('GET', '/api/work', { cookies })).statusCode, 200);
  const response = await reset(id, {});
  assert.deepEqual([response.statusCode, response.json()], [200, { id, endedSessions: 2 }]);
  for (const cookies of sessions) assert.equal((await office.call('GET', '/api/work', { cookies })).statusCode, 401);
  assert.equal((await signIn(userName, TEST_PASSWORD)).statusCode, 401);
  assert.equal((await signIn(userName, NEW)).statusCode, 200);
  assert.equal((await office.call('GET', '/api/work', { cookies: admin })).statusCode, 200);
});

test('a reset that is repeated resets once; the same id with another password is refused', async () => {
  const { id, userName } = await somebody();
  const commandId = randomUUID();
  const first = await reset(id, { commandId });
  const again = await reset(id, { commandId });
  assert.deepEqual([again.statusCode, again.json()], [200, first.json()]);
  assert.equal(codeOf(await reset(id, { commandId, password: 'mây trắng lưng đèo' })), 'command.reused-id');
  assert.equal((await signIn(userName, NEW)).statusCode, 200);
  const { rows } = await office.database.pool.query<{ n: string }>("select count(*) as n from journal where entry::jsonb ->> 'command' = $1", [commandId]);
  assert.equal(Number(rows[0]?.n), 1);
});

for (const [what, body, code] of [
  ['a short password', { password: 'lúa chín' }, 'identity.password-too-short'],
  ['the person’s own name', { password: 'Minh Nguyệt 2026' }, 'identity.password-says-name'],
  ['the commune’s name', { password: 'quê em Hoa Lộc' }, 'identity.password-says-name'],
  ['a row of keys', { password: 'qwertyuiop12' }, 'identity.password-too-simple'],
  ['129 characters', { password: 'chuồn chuồn '.repeat(11) }, 'identity.password-too-long'],
  ['401 characters', { password: 'x'.repeat(401) }, 'request.invalid'],
  ['no password', { password: undefined }, 'request.invalid'],
  ['an entry too many', { userName: 'khac' }, 'request.invalid'],
] as const) {
  test(`a reset to ${what} is refused and changes nothing`, async () => {
    const { id, userName } = await somebody();
    const response = await reset(id, body);
    assert.deepEqual([response.statusCode, codeOf(response)], [422, code]);
    assert.equal((await signIn(userName, TEST_PASSWORD)).statusCode, 200);
  });
}

test('one’s own password is not reset: a session left open would be enough to take the account', async () => {
  const response = await reset(office.commune.staff.administrator.id, {});
  assert.deepEqual([response.statusCode, codeOf(response)], [409, 'identity.reset-own-password']);
  assert.equal((await signIn(office.commune.staff.administrator.userName, TEST_PASSWORD)).statusCode, 200);
});

test('no password of the administration is stored in the clear', async () => {
  const { id } = await somebody();
  await reset(id, {});
  const body = { commandId: randomUUID(), staffId: randomUUID(), userName: 'moi.vao', fullName: 'Lê Thị Mới', password: 'suối reo đá cuội' };
  const positions = [{ positionId: randomUUID(), unitId: office.commune.units.centre.id, role: 'reception', title: 'Tiếp nhận', fields: [] }];
  assert.equal((await office.call('POST', '/api/staff', { cookies: admin, body: { ...body, positions } })).statusCode, 200);
  const { rows } = await office.database.pool.query<{ text: string }>(
    'select c::text as text from client_command c union all select entry from journal union all select s::text from staff s',
  );
  assert.ok(rows.every(({ text }) => !text.includes('chuồn chuồn') && !text.includes('suối reo')));
  assert.ok(rows.some(({ text }) => text.includes('"staff-added"')));
  assert.ok(rows.filter(({ text }) => text.includes('"staff-added"')).every(({ text }) => !text.includes('Lê Thị Mới')));
});
