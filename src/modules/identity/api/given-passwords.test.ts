import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { type LightMyRequestResponse } from 'fastify';
import { DAY } from '../../../../test/clock.ts';
import { createStaff, TEST_PASSWORD } from '../../../../test/commune.ts';
import { codeOf, cookieOf, serveIdentity } from '../../../../test/identity-house.ts';

const GIVEN = 'chuồn chuồn bay thấp';
let office: Awaited<ReturnType<typeof serveIdentity>>;
let people = 0;
before(async () => { office = await serveIdentity(); });
after(() => office.close());

function signIn(userName: string, password: string): Promise<LightMyRequestResponse> {
  people += 1;
  return office.call('POST', '/api/session', { body: { userName, password }, address: `10.51.${String(people)}.1` });
}

/** Somebody whose password an administrator has just made. */
async function somebody(): Promise<{ readonly id: string; readonly userName: string }> {
  people += 1;
  const person = await createStaff(office.database.db, office.commune.commune, {
    userName: `phieu.${String(people)}`, fullName: 'Đặng Thị Minh Nguyệt', positions: [{ unitId: office.commune.units.centre.id, role: 'reception', title: 'Tiếp nhận', fields: [] }],
  });
  await give(person.id);
  return person;
}

async function give(id: string): Promise<void> {
  const cookies = { 'xaso-phien': cookieOf(await signIn(office.commune.staff.administrator.userName, TEST_PASSWORD), 'xaso-phien') ?? '' };
  assert.equal((await office.call('POST', `/api/staff/${id}/password`, { cookies, body: { commandId: randomUUID(), password: GIVEN } })).statusCode, 200);
}

test('a password that was handed over counts for fourteen days; then it is said to be over, and a new one counts again', async () => {
  const { id, userName } = await somebody();
  office.clock.pass(14 * DAY);
  assert.equal((await signIn(userName, GIVEN)).statusCode, 200, 'the last day');
  office.clock.pass(DAY);
  const over = await signIn(userName, GIVEN);
  assert.deepEqual([over.statusCode, codeOf(over)], [403, 'identity.given-password-over']);
  assert.match(over.body, /chỉ dùng được trong 14 ngày và đã hết hạn\. Gặp quản trị/u);
  assert.equal(codeOf(await signIn(userName, 'không phải mật khẩu này')), 'identity.wrong-sign-in', 'who guesses does not hear it');
  const page = await office.call('POST', '/can-bo/dang-nhap', { form: { userName, password: GIVEN }, address: '10.51.200.1' });
  assert.match(page.body, /đã hết hạn\. Gặp quản trị của cơ quan để được đặt lại/u, 'the page says it too');
  const { rows } = await office.database.owner.pool.query<{ n: number }>("select count(*)::int as n from journal where action = 'sign-in-refused' and object = $1", [`staff:${id}`]);
  assert.ok((rows[0]?.n ?? 0) >= 2, 'the journal knows');
  await give(id);
  assert.equal((await signIn(userName, GIVEN)).statusCode, 200);
});

test('an own password does not end', async () => {
  const { userName } = await somebody();
  const cookies = { 'xaso-phien': cookieOf(await signIn(userName, GIVEN), 'xaso-phien') ?? '' };
  const own = 'mây trắng lưng đèo cao';
  assert.equal((await office.call('PUT', '/api/password', { cookies, body: { commandId: randomUUID(), currentPassword: GIVEN, newPassword: own } })).statusCode, 200);
  office.clock.pass(100 * DAY);
  assert.equal((await signIn(userName, own)).statusCode, 200);
});

test('an office may give more days, and the database knows no given password without its day', async () => {
  const { id, userName } = await somebody();
  const { owner } = office.database;
  await owner.pool.query("insert into setting (commune_code, key, value, changed_at) values ($1, 'identity.given-password-days', '30', now())", [office.commune.commune.code]);
  office.clock.pass(30 * DAY);
  assert.equal((await signIn(userName, GIVEN)).statusCode, 200);
  office.clock.pass(DAY);
  assert.equal(codeOf(await signIn(userName, GIVEN)), 'identity.given-password-over');
  await assert.rejects(owner.pool.query('update staff set password_given_at = null where id = $1', [id]), { code: '23514' });
});

test('an old given password proves nothing within a session either: it is not changed with it, and nobody proves with it who they are', async () => {
  const { id, userName } = await somebody();
  const cookies = { 'xaso-phien': cookieOf(await signIn(userName, GIVEN), 'xaso-phien') ?? '' };
  // As after a sign-in by another way, such as a passkey or the province's provider, while the slip grew old.
  await office.database.owner.pool.query("update staff set password_given_at = password_given_at - interval '40 days' where id = $1", [id]);
  const change = (currentPassword: string) => office.call('PUT', '/api/password', { cookies, body: { commandId: randomUUID(), currentPassword, newPassword: 'gió mùa về sớm hơn' } });
  const changed = await change(GIVEN);
  assert.deepEqual([changed.statusCode, codeOf(changed)], [403, 'identity.given-password-over']);
  assert.equal(codeOf(await change('không phải mật khẩu này')), 'identity.wrong-password', 'who guesses does not hear it');
  const proven = await office.call('POST', '/api/session/proof', { cookies, body: { password: GIVEN } });
  assert.deepEqual([proven.statusCode, codeOf(proven)], [403, 'identity.given-password-over']);
});
