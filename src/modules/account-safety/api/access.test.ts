import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { createCommune, createStaff, TEST_PASSWORD, type TestStaff } from '../../../../test/commune.ts';
import { codeOf, cookieOf, serveIdentity } from '../../../../test/identity-house.ts';
import { type AccessAnswer } from '../contract/access.ts';

type Cookies = Readonly<Record<string, string>>;
const CHROME = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';
const PHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1';

let office: Awaited<ReturnType<typeof serveIdentity>>;
let admin: Cookies;
let people = 0;
before(async () => {
  office = await serveIdentity();
  admin = await sessionOf(office.commune.staff.administrator);
});
after(() => office.close());

async function somebody(): Promise<TestStaff> {
  people += 1;
  return createStaff(office.database.db, office.commune.commune, { userName: `may.${people}`, fullName: 'Mai Thị Hai Máy', positions: [{ unitId: office.commune.units.centre.id, role: 'reception', title: 'Tiếp nhận', fields: [] }] });
}
async function sessionOf(who: TestStaff, userAgent?: string, address?: string): Promise<Cookies> {
  people += 1;
  const answer = await office.call('POST', '/api/session', {
    body: { userName: who.userName, password: TEST_PASSWORD }, address: address ?? `10.81.${people}.9`, ...(userAgent === undefined ? {} : { headers: { 'user-agent': userAgent } }),
  });
  return { 'xaso-phien': cookieOf(answer, 'xaso-phien') ?? '' };
}
const look = async (id: string): Promise<AccessAnswer> => (await office.call('GET', `/api/staff/${id}/access`, { cookies: admin })).json<AccessAnswer>();
const act = (id: string, path: string, body: object) => office.call('POST', `/api/staff/${id}/${path}`, { cookies: admin, body: { commandId: randomUUID(), ...body } });
const alive = async (cookies: Cookies, userAgent: string) => (await office.call('GET', '/api/session', { cookies, headers: { 'user-agent': userAgent } })).statusCode;

test('two devices at once are allowed and listed with the kind of browser and the network only', async () => {
  const who = await somebody();
  await sessionOf(who, CHROME, '10.20.30.40');
  office.clock.pass(1_000);
  await sessionOf(who, PHONE, '203.0.113.9');
  const { sessions } = await look(who.id);
  assert.deepEqual(sessions.map(({ device, origin }) => [device, origin]), [['Safari, iOS', '203.0.113.x'], ['Chrome, Windows', '10.20.30.x']]);
  assert.ok(!JSON.stringify(sessions).includes('203.0.113.9'));
});

test('an administrator ends one session or all, at once and in the journal', async () => {
  const who = await somebody();
  const [desk, phone] = [await sessionOf(who, CHROME), await sessionOf(who, PHONE)];
  const { sessions } = await look(who.id);
  const ended = await act(who.id, 'sessions/end', { sessionId: sessions.find(({ device }) => device.startsWith('Chrome'))?.id });
  assert.deepEqual(ended.json(), { ended: 1 });
  assert.deepEqual([await alive(desk, CHROME), await alive(phone, PHONE)], [401, 200]);
  await act(who.id, 'sessions/end', { sessionId: null });
  assert.equal(await alive(phone, PHONE), 401);
  const { rows } = await office.database.owner.pool.query("select count(*)::int as n from journal where action = 'sessions-ended-by-administrator' and object = $1", [`staff:${who.id}`]);
  assert.deepEqual(rows, [{ n: 2 }]);
  assert.equal(codeOf(await act(who.id, 'sessions/end', { sessionId: randomUUID() })), 'access.session-unknown');
});

test('a session of somebody else is not ended under the name of this person', async () => {
  const [who, other] = [await somebody(), await somebody()];
  const theirs = await sessionOf(other, CHROME);
  const { sessions: [session] } = await look(other.id);
  assert.equal(codeOf(await act(who.id, 'sessions/end', { sessionId: session?.id })), 'access.session-unknown');
  assert.equal(await alive(theirs, CHROME), 200);
});

async function addTotp(who: TestStaff): Promise<void> {
  await office.database.owner.db.insertInto('totp_factor').values({ commune_code: office.commune.commune.code, id: randomUUID(), staff_id: who.id, sealed_secret: 'x', created_at: office.clock.now(), confirmed_at: office.clock.now() }).execute();
}
async function addPasskey(who: TestStaff, suspended = false): Promise<string> {
  const id = randomUUID();
  await office.database.owner.db.insertInto('passkey').values({
    commune_code: office.commune.commune.code, id, staff_id: who.id, name: 'Khóa USB', credential_id: id, public_key: 'x', counter: 0, backed_up: false, created_at: office.clock.now(),
    suspended_at: suspended ? office.clock.now() : null,
  }).execute();
  return id;
}

test('a lost factor is removed while another one is left; the last one is removed by two administrators together', async () => {
  const who = await somebody();
  const session = await sessionOf(who, CHROME);
  await addTotp(who);
  const passkey = await addPasskey(who);
  assert.equal((await act(who.id, 'factors/remove', { factor: 'totp' })).statusCode, 200);
  assert.equal(await alive(session, CHROME), 401, 'whoever has the phone is signed out too');
  const last = await act(who.id, 'factors/remove', { factor: passkey });
  assert.equal(codeOf(last), 'access.last-factor');
  assert.match(last.json<{ title: string }>().title, /hai quản trị/u);
  assert.equal((await look(who.id)).passkeys.length, 1);
  assert.equal(codeOf(await act(who.id, 'factors/remove', { factor: randomUUID() })), 'access.factor-unknown');
});

test('a suspended key does not count as one that is left, and may be removed beside it', async () => {
  const who = await somebody();
  await addTotp(who);
  const suspended = await addPasskey(who, true);
  assert.equal(codeOf(await act(who.id, 'factors/remove', { factor: 'totp' })), 'access.last-factor');
  assert.equal((await act(who.id, 'factors/remove', { factor: suspended })).statusCode, 200);
});

test('two removals at the same time leave one factor', async () => {
  const who = await somebody();
  await addTotp(who);
  const passkey = await addPasskey(who);
  const answers = await Promise.all([act(who.id, 'factors/remove', { factor: 'totp' }), act(who.id, 'factors/remove', { factor: passkey })]);
  assert.deepEqual(answers.map(({ statusCode }) => statusCode).sort(), [200, 409]);
});

test('one’s own factors are not removed here, and people of another commune are as if they were nobody', async () => {
  const { administrator } = office.commune.staff;
  assert.equal(codeOf(await act(administrator.id, 'factors/remove', { factor: 'totp' })), 'access.own-factor');
  const other = await createCommune(office.database.db, { commune: { code: '00070', name: 'Hoàn Kiếm', kind: 'phường', agencyCode: 'H26.10' } });
  const theirs = other.staff.reception.id;
  for (const [path, body] of [['sessions/end', { sessionId: null }], ['factors/remove', { factor: 'totp' }], ['recovery', { recoveryId: randomUUID(), reason: 'x' }]] as const) assert.equal(codeOf(await act(theirs, path, body)), 'identity.staff-unknown', path);
  assert.equal((await office.call('GET', `/api/staff/${theirs}/access`, { cookies: admin })).statusCode, 404);
});
