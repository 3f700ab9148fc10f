import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, afterEach, before, test } from 'node:test';
import { type Misbehaviour, type TestIdentity } from '../../../../test/identity-provider.ts';
import { createSignOnHouse, type SignOnHouse, type TestBrowser } from '../../../../test/sign-on-house.ts';
import { IDENTITY_PROBLEMS } from '../../identity/index.ts';
import { SIGN_ON_PROBLEMS } from '../contract/problems.ts';

let house: SignOnHouse;
before(async () => {
  house = await createSignOnHouse();
  await allow('allowed');
});
after(() => house.close());
afterEach(() => {
  house.provider.misbehaviour = {};
});

const START = '/dang-nhap/tinh';
const textOf = (body: string): string => body.replaceAll(/<style.*?<\/style>|<script.*?<\/script>/gsu, '').replaceAll(/<[^>]+>/gu, ' ').replaceAll(/\s+/gu, ' ');
const officer = (subject: string, more: Partial<TestIdentity> = {}): TestIdentity => ({ subject, claims: { name: 'Cán bộ', email: `${subject}@tinh.example.vn`, email_verified: true }, acr: 'urn:xaso:assurance:2', ...more });

async function allow(value: 'off' | 'allowed'): Promise<void> {
  const { pool } = house.program.database.owner;
  await pool.query("delete from setting where key = 'single-sign-on.staff'");
  await pool.query("insert into setting (commune_code, key, value, changed_at) values ($1, 'single-sign-on.staff', $2, $3)", [house.commune.commune.code, JSON.stringify(value), house.program.clock.now()]);
}

async function link(staffId: string, kind: 'subject' | 'email' | 'staff-code', value: string): Promise<void> {
  const answer = await house.program.server.inject({
    method: 'POST', url: '/api/staff-sign-on-links', headers: house.program.as({ ...house.commune.staff.administrator.actor }), payload: { commandId: randomUUID(), staffId, provider: 'tinh', kind, value },
  });
  assert.equal(answer.statusCode, 200, answer.body);
}

const whoIs = async (browser: TestBrowser): Promise<string | undefined> => {
  const answer = await browser.get('/api/session');
  return answer.statusCode === 200 ? answer.json<{ userName: string }>().userName : undefined;
};

async function assertRefused(browser: TestBrowser, answer: { readonly statusCode: number; readonly body: string }, code: keyof typeof SIGN_ON_PROBLEMS | keyof typeof IDENTITY_PROBLEMS): Promise<void> {
  const { vi, status } = { ...SIGN_ON_PROBLEMS, ...IDENTITY_PROBLEMS }[code];
  assert.ok(textOf(answer.body).includes(vi.replaceAll('{provider}', 'Tài khoản tỉnh').slice(0, 60)), `${String(answer.statusCode)}, not ${code}: ${textOf(answer.body).slice(0, 500)}`);
  assert.equal(answer.statusCode, status);
  assert.equal(await whoIs(browser), undefined, 'nobody is signed in');
}

async function signInByPassword(browser: TestBrowser, { userName, password }: { readonly userName: string; readonly password: string }): Promise<void> {
  assert.equal((await browser.post('/can-bo/dang-nhap', { userName, password, tiep: '/can-bo' })).statusCode, 303);
}

/** Begins a link in a signed-in browser and comes back from the provider as this person. */
async function linkOwn(browser: TestBrowser, person: TestIdentity, back: TestBrowser = browser) {
  const begun = await house.server.inject({ method: 'POST', url: '/api/sign-on-links/start', remoteAddress: '10.6.0.1', cookies: Object.fromEntries(browser.cookies), payload: { provider: 'tinh' } });
  assert.equal(begun.statusCode, 200, begun.body);
  for (const { name, value } of begun.cookies) browser.cookies.set(name, value);
  return back.get(await house.callbackOf(begun.json<{ address: string }>().address, person));
}

test('the sign-in page offers the provider where the commune allows it, and not where it does not', async () => {
  assert.match(textOf((await house.browser().get('/can-bo/dang-nhap')).body), /Đăng nhập bằng Tài khoản tỉnh/u);
  await allow('off');
  assert.doesNotMatch(textOf((await house.browser().get('/can-bo/dang-nhap')).body), /Tài khoản tỉnh/u);
  await allow('allowed');
});

test('whoever linked the own account signs in by the provider, as sure as it says', async () => {
  const { clerk } = house.commune.staff;
  const desk = house.browser();
  await signInByPassword(desk, clerk);
  const linked = await linkOwn(desk, officer('van-thu'));
  assert.equal(linked.headers.location, '/can-bo/tai-khoan?gan=tinh', textOf(linked.body));
  const browser = house.browser();
  const back = await house.signIn(browser, officer('van-thu'), `${START}?tiep=${encodeURIComponent('/can-bo/thong-bao')}`);
  assert.equal(back.headers.location, '/can-bo/thong-bao', textOf(back.body));
  assert.equal(await whoIs(browser), clerk.userName);
  const { rows } = await house.program.database.owner.pool.query<{ assurance: string; provider: string; provider_session: string | null }>("select assurance, provider, provider_session from staff_session where subject = 'van-thu'");
  assert.deepEqual([rows[0]?.assurance, rows[0]?.provider, typeof rows[0]?.provider_session], ['second-factor', 'tinh', 'string']);
});

test('nobody is let in without a link, and no account is made', async () => {
  const count = async () => (await house.program.database.owner.pool.query('select from staff')).rowCount;
  const before = await count();
  const browser = house.browser();
  await assertRefused(browser, await house.signIn(browser, officer('nguoi-la'), START), 'sign-on.no-account');
  assert.equal(await count(), before);
});

test('an e-mail address that an administrator named lets in once, then the identity itself counts', async () => {
  const { cashier } = house.commune.staff;
  await link(cashier.id, 'email', 'Thu-Quy@Tinh.example.vn');
  const first = house.browser();
  await house.signIn(first, officer('thu-quy'), START);
  assert.equal(await whoIs(first), cashier.userName);
  const moved = house.browser();
  await house.signIn(moved, officer('thu-quy', { claims: { name: 'Cán bộ', email: 'moi@tinh.example.vn', email_verified: true } }), START);
  assert.equal(await whoIs(moved), cashier.userName, 'a new address does not matter');
  const other = house.browser();
  await assertRefused(other, await house.signIn(other, officer('ke-khac', { claims: { email: 'thu-quy@tinh.example.vn', email_verified: true } }), START), 'sign-on.other-identity');
});

test('an address that the provider did not verify counts for nothing', async () => {
  const { specialist } = house.commune.staff;
  await link(specialist.id, 'email', 'tham-dinh@tinh.example.vn');
  const browser = house.browser();
  await assertRefused(browser, await house.signIn(browser, officer('ke-gian', { claims: { email: 'tham-dinh@tinh.example.vn', email_verified: false } }), START), 'sign-on.no-account');
});

test('an address and a staff code of two people let in nobody', async () => {
  const { reception, president } = house.commune.staff;
  await link(reception.id, 'email', 'hai-nguoi@tinh.example.vn');
  await link(president.id, 'staff-code', 'CB-99');
  const browser = house.browser();
  await assertRefused(browser, await house.signIn(browser, officer('hai-nguoi', { claims: { email: 'hai-nguoi@tinh.example.vn', email_verified: true, staff_code: 'cb-99' } }), START), 'sign-on.marks-differ');
});

test('where the commune does not allow it nobody comes in by the provider', async () => {
  await allow('off');
  const browser = house.browser();
  await assertRefused(browser, await house.signIn(browser, officer('van-thu'), START), 'sign-on.staff-off');
  await allow('allowed');
});

test('a closed account and one without a position are told so', async () => {
  const { 'team-member': member } = house.commune.staff;
  await link(member.id, 'subject', 'to-vien');
  const { pool } = house.program.database.owner;
  await pool.query('update staff set active = false where id = $1', [member.id]);
  const browser = house.browser();
  await assertRefused(browser, await house.signIn(browser, officer('to-vien'), START), 'identity.account-closed');
  await pool.query("update staff set active = true where id = $1", [member.id]);
  await pool.query("update staff_position set valid_to = '2026-01-01' where staff_id = $1", [member.id]);
  await assertRefused(browser, await house.signIn(browser, officer('to-vien'), START), 'identity.no-position');
});

for (const [what, person, level] of [
  ['level 2 by a key', { amr: ['hwk'] }, 'passkey'],
  ['level 2 by nothing but a password', { amr: ['pwd'] }, 'password'],
  ['level 1', { acr: 'urn:xaso:assurance:1' }, 'password'],
] as const) {
  test(`${what} makes a session of ${level}`, async () => {
    const subject = `muc-${level}-${'acr' in person ? '1' : '2'}`;
    const { committee } = house.commune.staff;
    await house.program.database.owner.pool.query("delete from staff_sign_on_link where staff_id = $1", [committee.id]);
    await link(committee.id, 'subject', subject);
    await house.signIn(house.browser(), officer(subject, person), START);
    const { rows } = await house.program.database.owner.pool.query<{ assurance: string }>('select assurance from staff_session where subject = $1', [subject]);
    assert.equal(rows[0]?.assurance, level);
  });
}

test('a word that is worth a password only is followed by the second step of whoever has one', async () => {
  const { 'unit-head': head } = house.commune.staff;
  await link(head.id, 'subject', 'truong-phong');
  await house.program.database.owner.pool.query(
    "insert into totp_factor (commune_code, id, staff_id, sealed_secret, created_at, confirmed_at) values ($1, $2, $3, 'x', now(), now())", [house.commune.commune.code, randomUUID(), head.id]);
  const browser = house.browser();
  const back = await house.signIn(browser, officer('truong-phong', { amr: ['pwd'] }), START);
  assert.equal(back.headers.location, '/can-bo/dang-nhap/buoc-hai?tiep=%2Fcan-bo');
  assert.equal(await whoIs(browser), undefined);
  const sure = house.browser();
  await house.signIn(sure, officer('truong-phong', { amr: ['pwd', 'otp'] }), START);
  assert.equal(await whoIs(sure), head.userName);
});

const now = (): number => Math.floor(Date.now() / 1000);
const EVIL: readonly (readonly [string, Misbehaviour, keyof typeof SIGN_ON_PROBLEMS])[] = [
  ['a signature by another key', { forgedKey: true }, 'sign-on.signature-wrong'],
  ['no signature', { algorithm: 'none' }, 'sign-on.signature-wrong'],
  ['another audience', { claims: (claims) => ({ ...claims, aud: 'somebody-else' }) }, 'sign-on.not-for-us'],
  ['another issuer', { claims: (claims) => ({ ...claims, iss: 'https://evil.example' }) }, 'sign-on.not-for-us'],
  ['another nonce', { claims: (claims) => ({ ...claims, nonce: 'another' }) }, 'sign-on.not-for-us'],
  ['an end in the past', { claims: (claims) => ({ ...claims, exp: now() - 60 }) }, 'sign-on.time-wrong'],
  ['a beginning in the future', { claims: (claims) => ({ ...claims, nbf: now() + 120 }) }, 'sign-on.time-wrong'],
  ['an unknown level', { claims: (claims) => ({ ...claims, acr: 'urn:somebody:else' }) }, 'sign-on.level-unknown'],
];
for (const [what, misbehaviour, code] of EVIL) {
  test(`an ID token with ${what} signs no member of staff in`, async () => {
    const browser = house.browser();
    house.provider.misbehaviour = misbehaviour;
    await assertRefused(browser, await house.signIn(browser, officer('van-thu'), START), code);
  });
}

test('stolen, repeated, mixed-up and late answers sign no member of staff in', async () => {
  const [owner, thief] = [house.browser(), house.browser()];
  const callback = await house.fetchCallback(owner, officer('van-thu'), START);
  await assertRefused(thief, await thief.get(callback), 'sign-on.other-browser');
  await assertRefused(owner, await owner.get(callback.replace('/tinh/', '/vneid/')), 'sign-on.mixed-up').catch((error: unknown) => {
    // The page of the citizens' provider says the same under its own name.
    assert.match(String(error), /Câu trả lời không phải của nơi/u);
  });
  assert.equal((await owner.get(callback)).statusCode, 303);
  const late = house.browser();
  const old = await house.fetchCallback(late, officer('van-thu'), START);
  house.program.clock.pass(10 * 60_000);
  await assertRefused(late, await late.get(old), 'sign-on.too-late');
});

for (const wanted of ['https://evil.example/', '//evil.example', '/cua-toi', '/api/session', '/can-bo/dang-nhap']) {
  test(`a sign-in of staff that wants to go on to ${wanted} ends in the workspace`, async () => {
    assert.equal((await house.signIn(house.browser(), officer('van-thu'), `${START}?tiep=${encodeURIComponent(wanted)}`)).headers.location, '/can-bo');
  });
}

test('an identity is linked to one account, and an account to one identity of a provider', async () => {
  const { reception } = house.commune.staff;
  const desk = house.browser();
  await signInByPassword(desk, reception);
  assert.ok(textOf((await linkOwn(desk, officer('van-thu'))).body).includes('đã gắn với một tài khoản khác'));
  assert.equal((await linkOwn(desk, officer('tiep-nhan'))).statusCode, 303);
  assert.ok(textOf((await linkOwn(desk, officer('tiep-nhan-2'))).body).includes('Gỡ liên kết cũ trước khi gắn danh tính khác'));
});

test('a link that comes back after its person signed out, or to somebody else, links nothing', async () => {
  const { specialist, president } = house.commune.staff;
  const desk = house.browser();
  await signInByPassword(desk, specialist);
  const begun = await house.server.inject({ method: 'POST', url: '/api/sign-on-links/start', remoteAddress: '10.6.0.2', cookies: Object.fromEntries(desk.cookies), payload: { provider: 'tinh' } });
  for (const { name, value } of begun.cookies) desk.cookies.set(name, value);
  const callback = await house.callbackOf(begun.json<{ address: string }>().address, officer('nguoi-khac'));
  await signInByPassword(desk, president);
  assert.ok(textOf((await desk.get(callback)).body).includes(SIGN_ON_PROBLEMS['sign-on.link-other-person'].vi.slice(0, 60)));
  assert.equal((await house.program.database.owner.pool.query("select from staff_sign_on_link where value = 'nguoi-khac'")).rowCount, 0);
});

test('a session that was proved long ago proves itself again before it links or unlinks', async () => {
  const desk = house.browser();
  await signInByPassword(desk, house.commune.staff.clerk);
  house.program.clock.pass(16 * 60_000);
  const ask = (method: 'POST' | 'DELETE', url: string, payload?: object) => house.server.inject({ method, url, remoteAddress: '10.6.0.3', cookies: Object.fromEntries(desk.cookies), ...(payload === undefined ? {} : { payload }) });
  assert.equal((await ask('POST', '/api/sign-on-links/start', { provider: 'tinh' })).json<{ code: string }>().code, 'access.assurance-too-low');
  assert.equal((await ask('DELETE', `/api/sign-on-links/${randomUUID()}`)).json<{ code: string }>().code, 'access.assurance-too-low');
});

test('whoever unlinks the own account comes in by the provider no more', async () => {
  const { reception } = house.commune.staff;
  const desk = house.browser();
  await signInByPassword(desk, reception);
  const own = (await desk.get('/api/sign-on-links')).json<{ providers: readonly { link: { id: string } | null }[] }>();
  const id = own.providers[0]?.link?.id ?? '';
  const gone = await house.server.inject({ method: 'DELETE', url: `/api/sign-on-links/${id}`, remoteAddress: '10.6.0.4', cookies: Object.fromEntries(desk.cookies) });
  assert.equal(gone.statusCode, 200, gone.body);
  const browser = house.browser();
  await assertRefused(browser, await house.signIn(browser, officer('tiep-nhan'), START), 'sign-on.no-account');
});

test('signing out offers to leave the provider too', async () => {
  const browser = house.browser();
  await house.signIn(browser, officer('van-thu'), START);
  const out = await browser.post('/can-bo/dang-xuat');
  assert.equal(out.headers.location, '/can-bo/dang-nhap?ra=tinh');
  assert.match((await browser.get('/can-bo/dang-nhap?ra=tinh')).body, new RegExp(`href="${house.provider.issuer}/session/end\\?[^"]*client_id=xaso-tinh`, 'u'));
});

test('neither subject nor address stands in the journal', async () => {
  const { rows } = await house.program.database.owner.pool.query<{ entry: string }>("select entry::text from journal where entry::text like '%sign-on%'");
  assert.ok(rows.length > 0);
  for (const { entry } of rows) assert.doesNotMatch(entry, /van-thu|thu-quy|@tinh/u);
});
