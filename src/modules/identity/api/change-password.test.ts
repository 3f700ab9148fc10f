import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { type LightMyRequestResponse } from 'fastify';
import { HOUR } from '../../../../test/clock.ts';
import { createStaff, TEST_PASSWORD } from '../../../../test/commune.ts';
import { codeOf, cookieOf, serveIdentity } from '../../../../test/identity-house.ts';

let office: Awaited<ReturnType<typeof serveIdentity>>;
let people = 0;
before(async () => {
  office = await serveIdentity();
});
after(() => office.close());

interface Person {
  readonly userName: string;
  readonly cookies: Readonly<Record<string, string>>;
}

async function signIn(userName: string, password: string): Promise<LightMyRequestResponse> {
  return office.call('POST', '/api/session', { body: { userName, password }, address: `10.30.${people}.1` });
}

/** Somebody new with one open session, so that tests do not change each other's passwords. */
async function somebody(): Promise<Person> {
  people += 1;
  const { userName } = await createStaff(office.database.db, office.commune.commune, {
    userName: `nguoi.${people}`,
    fullName: 'Đặng Thị Minh Nguyệt',
    positions: [{ unitId: office.commune.units.centre.id, role: 'reception', title: 'Tiếp nhận', fields: [] }],
  });
  return { userName, cookies: { 'xaso-phien': cookieOf(await signIn(userName, TEST_PASSWORD), 'xaso-phien') ?? '' } };
}

const change = (cookies: Person['cookies'], body: Record<string, unknown>): Promise<LightMyRequestResponse> =>
  office.call('PUT', '/api/password', { cookies, body: { commandId: randomUUID(), currentPassword: TEST_PASSWORD, ...body } });

test('a changed password signs in, the old one no longer does, and every other session is ended', async () => {
  const { userName, cookies } = await somebody();
  const other = { 'xaso-phien': cookieOf(await signIn(userName, TEST_PASSWORD), 'xaso-phien') ?? '' };
  assert.equal((await office.call('GET', '/api/session', { cookies: other })).statusCode, 200);
  const response = await change(cookies, { newPassword: 'lúa chín vàng đồng' });
  assert.deepEqual([response.statusCode, response.json()], [200, { changed: true, endedSessions: 1 }]);
  assert.equal((await office.call('GET', '/api/actor', { cookies: other })).json<{ kind: string }>().kind, 'anonymous');
  assert.equal((await office.call('GET', '/api/session', { cookies })).statusCode, 200);
  assert.equal((await signIn(userName, TEST_PASSWORD)).statusCode, 401);
  assert.equal((await signIn(userName, 'lúa chín vàng đồng'.normalize('NFD'))).statusCode, 200);
});

test('a change whose answer was lost is answered again and changes nothing more', async () => {
  const { cookies, userName } = await somebody();
  const commandId = randomUUID();
  const first = await change(cookies, { commandId, newPassword: 'lúa chín vàng đồng' });
  const again = await change(cookies, { commandId, newPassword: 'lúa chín vàng đồng' });
  assert.deepEqual([again.statusCode, again.json()], [200, first.json()]);
  const { rows } = await office.database.pool.query<{ n: string }>("select count(*) as n from journal where entry::jsonb ->> 'command' = $1", [commandId]);
  assert.equal(Number(rows[0]?.n), 1);
  assert.equal((await signIn(userName, 'lúa chín vàng đồng')).statusCode, 200);
});

test('two copies of one change that arrive together change once', async () => {
  const { cookies } = await somebody();
  const commandId = randomUUID();
  const answers = await Promise.all([1, 2, 3].map(() => change(cookies, { commandId, newPassword: 'lúa chín vàng đồng' })));
  assert.deepEqual(answers.map((answer) => answer.statusCode), [200, 200, 200]);
});

test('an id that was used for one password is refused for another', async () => {
  const { cookies, userName } = await somebody();
  const commandId = randomUUID();
  await change(cookies, { commandId, newPassword: 'lúa chín vàng đồng' });
  const other = await change(cookies, { commandId, newPassword: 'mây trắng lưng đèo' });
  assert.deepEqual([other.statusCode, codeOf(other)], [409, 'command.reused-id']);
  assert.equal((await signIn(userName, 'mây trắng lưng đèo')).statusCode, 401);
});

for (const [what, body, code, field] of [
  ['a wrong current password', { currentPassword: 'không nhớ', newPassword: 'lúa chín vàng đồng' }, 'identity.wrong-password', 'currentPassword'],
  ['the password in use', { newPassword: TEST_PASSWORD }, 'identity.password-same', 'newPassword'],
  ['a short password', { newPassword: 'lúa chín' }, 'identity.password-too-short', 'newPassword'],
  ['a password with one’s name', { newPassword: 'Minh Nguyệt 2026' }, 'identity.password-says-name', 'newPassword'],
  ['a password with the commune’s name', { newPassword: 'quê em Hoa Lộc' }, 'identity.password-says-name', 'newPassword'],
  ['a row of digits', { newPassword: '123456789012' }, 'identity.password-too-simple', 'newPassword'],
] as const) {
  test(`${what} is refused at its field and changes nothing`, async () => {
    const { cookies, userName } = await somebody();
    const response = await change(cookies, body);
    assert.deepEqual([response.statusCode, codeOf(response)], [422, code]);
    assert.deepEqual(response.json<{ faults: { field: string }[] }>().faults.map((fault) => fault.field), [field]);
    assert.equal((await signIn(userName, TEST_PASSWORD)).statusCode, 200);
  });
}

test('guessing the current password with a session left open is slowed down', async () => {
  const { cookies } = await somebody();
  const codes: (string | undefined)[] = [];
  for (let wrong = 1; wrong <= 6; wrong += 1) codes.push(codeOf(await change(cookies, { currentPassword: `đoán ${wrong}`, newPassword: 'lúa chín vàng đồng' })));
  assert.deepEqual(codes, [...Array.from({ length: 5 }, () => 'identity.wrong-password'), 'identity.too-many-guesses']);
  office.clock.pass(HOUR);
});

for (const [what, body] of [
  ['without an id', { commandId: undefined, newPassword: 'lúa chín vàng đồng' }],
  ['with a broken id', { commandId: 'mot', newPassword: 'lúa chín vàng đồng' }],
  ['without a new password', {}],
  ['with too much', { newPassword: 'lúa chín vàng đồng', userName: 'administrator.16072' }],
  ['with a number', { newPassword: 123_456_789_012 }],
  ['with 401 characters', { newPassword: 'x'.repeat(401) }],
] as const) {
  test(`a change ${what} is refused before anything is looked at`, async () => {
    const { cookies } = await somebody();
    const response = await change(cookies, body);
    assert.deepEqual([response.statusCode, codeOf(response)], [422, 'request.invalid']);
  });
}

test('no password is stored in the clear or as a quick digest', async () => {
  const { cookies } = await somebody();
  await change(cookies, { newPassword: 'chuồn chuồn bay thấp' });
  const { rows } = await office.database.pool.query<{ text: string }>(
    'select c::text as text from client_command c union all select entry from journal union all select s::text from staff s',
  );
  assert.ok(rows.every(({ text }) => !text.includes('chuồn chuồn') && !text.includes(TEST_PASSWORD)));
});
