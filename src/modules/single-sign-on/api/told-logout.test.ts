import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { createSignOnHouse, DAO, type SignOnHouse, type TestBrowser } from '../../../../test/sign-on-house.ts';

let house: SignOnHouse;
before(async () => {
  house = await createSignOnHouse();
  const { pool } = house.program.database.owner;
  const { code } = house.commune.commune;
  await pool.query("insert into setting (commune_code, key, value, changed_at) values ($1, 'single-sign-on.staff', '\"allowed\"', now())", [code]);
  await pool.query("insert into staff_sign_on_link (commune_code, id, staff_id, provider, kind, value, linked_at, linked_by) values ($1, $2, $3, 'tinh', 'subject', 'van-thu', now(), $3)", [code, randomUUID(), house.commune.staff.clerk.id]);
});
after(() => house.close());

const OFFICER = { subject: 'van-thu', claims: { name: 'Văn thư' }, acr: 'urn:xaso:assurance:2' };
const EVENTS = { 'http://schemas.openid.net/event/backchannel-logout': {} };
const isCitizenIn = async (browser: TestBrowser): Promise<boolean> => (await browser.get('/cua-toi')).statusCode === 200;
const isStaffIn = async (browser: TestBrowser): Promise<boolean> => (await browser.get('/api/session')).statusCode === 200;
const now = (): number => Math.floor(Date.now() / 1000);

async function sidOf(table: 'citizen_session' | 'staff_session', subject: string): Promise<readonly string[]> {
  const { rows } = await house.program.database.owner.pool.query<{ sid: string }>(`select provider_session as sid from ${table} where subject = $1 order by 1`, [subject]);
  return rows.map(({ sid }) => sid);
}

const tell = async (key: string, token: string): Promise<number> => house.provider.deliver(`/dang-nhap/${key}/dang-xuat`, new URLSearchParams({ logout_token: token }).toString());

test('a log-out at the provider ends that very session of a citizen here, and no other', async () => {
  const [phone, home] = [house.browser(), house.browser()];
  await house.signIn(phone, DAO);
  const [session = ''] = await sidOf('citizen_session', 'dao');
  await house.signIn(home, DAO);
  assert.equal(await house.provider.tellLogout('vneid', 'dao', session), 200);
  assert.deepEqual([await isCitizenIn(phone), await isCitizenIn(home)], [false, true]);
});

test('a log-out at the provider ends the session of a member of staff here, also when it was used a moment ago', async () => {
  const desk = house.browser();
  await house.signIn(desk, OFFICER, '/dang-nhap/tinh');
  assert.ok(await isStaffIn(desk));
  const [session = ''] = await sidOf('staff_session', 'van-thu');
  assert.equal(await house.provider.tellLogout('tinh', 'van-thu', session), 200);
  assert.equal(await isStaffIn(desk), false);
  const { rows } = await house.program.database.owner.pool.query<{ entry: string }>("select entry::text from journal where entry::text like '%session-ended%' order by seq desc limit 1");
  assert.match(rows[0]?.entry ?? '', /"by": ?"provider"/u);
});

test('a log-out that names a person only ends all sessions of that person', async () => {
  const [one, two] = [house.browser(), house.browser()];
  for (const browser of [one, two]) await house.signIn(browser, OFFICER, '/dang-nhap/tinh');
  assert.equal(await tell('tinh', house.provider.sign({ iss: house.provider.issuer, aud: 'xaso-tinh', iat: now(), exp: now() + 120, jti: randomUUID(), sub: 'van-thu', events: EVENTS }, { typ: 'logout+jwt' })), 200);
  assert.deepEqual([await isStaffIn(one), await isStaffIn(two)], [false, false]);
});

test('a log-out counts once', async () => {
  const desk = house.browser();
  await house.signIn(desk, OFFICER, '/dang-nhap/tinh');
  const [session = ''] = await sidOf('staff_session', 'van-thu');
  await house.provider.tellLogout('tinh', 'van-thu', session);
  const token = house.provider.lastLogout;
  await house.signIn(desk, OFFICER, '/dang-nhap/tinh');
  assert.equal(await tell('tinh', token), 400);
  assert.ok(await isStaffIn(desk));
});

test('a log-out for a session that is long over is no fault', async () => {
  assert.equal(await house.provider.tellLogout('tinh', 'nobody', 'no-session'), 200);
});

const good = () => ({ iss: house.provider.issuer, aud: 'xaso-tinh', iat: now(), exp: now() + 120, jti: randomUUID(), sub: 'van-thu', events: EVENTS });
for (const [what, claims, header] of [
  ['of another issuer', () => ({ ...good(), iss: 'https://evil.example' }), {}],
  ['for another office', () => ({ ...good(), aud: 'somebody-else' }), {}],
  ['without an id', () => ({ ...good(), jti: undefined }), {}],
  ['without the event', () => ({ ...good(), events: {} }), {}],
  ['with another event', () => ({ ...good(), events: { 'http://schemas.openid.net/event/other': {} } }), {}],
  ['with a nonce, as an ID token has', () => ({ ...good(), nonce: 'abc' }), {}],
  ['of nobody', () => ({ ...good(), sub: undefined }), {}],
  ['that is over', () => ({ ...good(), exp: now() - 60 }), {}],
  ['told eleven minutes ago', () => ({ ...good(), iat: now() - 660 }), {}],
  ['of tomorrow', () => ({ ...good(), iat: now() + 120 }), {}],
  ['that says it is an access token', good, { typ: 'at+jwt' }],
] as const) {
  test(`a log-out ${what} ends nothing`, async () => {
    const desk = house.browser();
    await house.signIn(desk, OFFICER, '/dang-nhap/tinh');
    assert.equal(await tell('tinh', house.provider.sign(claims(), header)), 400);
    assert.ok(await isStaffIn(desk));
  });
}

test('a log-out that nobody signed, that another signed, or that is no token ends nothing', async () => {
  const desk = house.browser();
  await house.signIn(desk, OFFICER, '/dang-nhap/tinh');
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const [header = '', , signature = ''] = house.provider.sign(good()).split('.');
  for (const token of ['', 'nonsense', `${part({ alg: 'none' })}.${part(good())}.`, `${header}.${part(good())}.${signature}`, `${part({ alg: 'HS256' })}.${part(good())}.${signature}`]) assert.equal(await tell('tinh', token), 400, token.slice(0, 40));
  assert.ok(await isStaffIn(desk));
});

test('the provider of citizens ends no session of staff', async () => {
  const desk = house.browser();
  await house.signIn(desk, OFFICER, '/dang-nhap/tinh');
  assert.equal(await tell('vneid', house.provider.sign({ ...good(), aud: 'xaso-vneid' })), 200);
  assert.ok(await isStaffIn(desk));
});

test('an unknown provider is not there', async () => {
  assert.equal(await tell('google', 'x'), 404);
});
