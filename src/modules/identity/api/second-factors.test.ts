import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type LightMyRequestResponse } from 'fastify';
import { generateSync } from 'otplib';
import { createStaff, TEST_PASSWORD, type TestStaff } from '../../../../test/commune.ts';
import { codeOf, cookieOf, serveIdentity } from '../../../../test/identity-house.ts';

let office: Awaited<ReturnType<typeof serveIdentity>>;
before(async () => {
  office = await serveIdentity({ secondFactor: 'required' });
});
after(() => office.close());

type Cookies = Readonly<Record<string, string>>;
let people = 0;

async function person(role: 'reception' | 'president' | 'administrator' = 'reception'): Promise<TestStaff> {
  people += 1;
  return createStaff(office.database.db, office.commune.commune, { userName: `nguoi.${people}`, positions: [{ unitId: office.commune.units.centre.id, role, title: 'Thử', fields: [] }] });
}
const signIn = (who: TestStaff, cookies: Cookies = {}) => office.call('POST', '/api/session', { body: { userName: who.userName, password: TEST_PASSWORD }, cookies, address: `10.1.0.${people}` });
function sessionOf(response: LightMyRequestResponse): Cookies {
  return { 'xaso-phien': cookieOf(response, 'xaso-phien') ?? '' };
}
const attemptOf = (response: LightMyRequestResponse): Cookies => ({ 'xaso-buoc-hai': cookieOf(response, 'xaso-buoc-hai') ?? '' });
const codeAt = (secret: string, steps = 0): string => generateSync({ secret, epoch: Math.floor(office.clock.now().getTime() / 1000) + 30 * steps });
const secondStep = (cookies: Cookies, code: string) => office.call('POST', '/api/session/second-step', { body: { code }, cookies, address: `10.1.0.${people}` });

/** Signs a person in and enrols codes on the phone; the clock goes on so that the first code is spent. */
async function enrol(who: TestStaff): Promise<{ readonly cookies: Cookies; readonly secret: string; readonly recoveryCodes: readonly string[] }> {
  const cookies = sessionOf(await signIn(who));
  const begun = (await office.call('POST', '/api/second-factors/totp', { cookies })).json<{ id: string; secret: string }>();
  const confirmed = await office.call('POST', '/api/second-factors/totp/confirm', { cookies, body: { id: begun.id, code: codeAt(begun.secret) } });
  assert.equal(confirmed.statusCode, 200, confirmed.body);
  office.clock.pass(60_000);
  return { cookies, secret: begun.secret, recoveryCodes: confirmed.json<{ recoveryCodes: string[] }>().recoveryCodes };
}

test('whoever must have a second factor and has none gets a session for the own account only', async () => {
  const who = await person('president');
  const opened = await signIn(who);
  assert.equal(opened.json<{ assurance: { secondFactor: string } }>().assurance.secondFactor, 'must-enrol');
  const cookies = sessionOf(opened);
  const work = await office.call('GET', '/api/work', { cookies });
  assert.equal(work.statusCode, 403);
  assert.equal(codeOf(work), 'access.second-factor-first');
  for (const route of ['/api/session', '/api/sessions', '/api/second-factors']) assert.equal((await office.call('GET', route, { cookies })).statusCode, 200, route);
  const ordinary = sessionOf(await signIn(await person('reception')));
  assert.equal((await office.call('GET', '/api/work', { cookies: ordinary })).statusCode, 200);
});

test('enrolling opens the work at once and gives ten recovery codes once', async () => {
  const who = await person('president');
  const { cookies, recoveryCodes } = await enrol(who);
  assert.equal((await office.call('GET', '/api/work', { cookies })).statusCode, 200);
  assert.equal(new Set(recoveryCodes).size, 10);
  const shown = (await office.call('GET', '/api/second-factors', { cookies })).json<{ totp: object | null; recoveryCodesLeft: number; state: string }>();
  assert.equal(shown.recoveryCodesLeft, 10);
  assert.equal(shown.state, 'enrolled');
  assert.ok(shown.totp !== null && !JSON.stringify(shown).includes(recoveryCodes[0] ?? ''));
  const stored = await office.database.db.selectFrom('recovery_code').select('code_hash').where('staff_id', '=', who.id).execute();
  assert.ok(stored.every(({ code_hash: hash }) => /^[0-9a-f]{64}$/u.test(hash)));
});

test('a right password opens nothing by itself: the code does, once', async () => {
  const who = await person();
  const { secret } = await enrol(who);
  const begun = await signIn(who);
  assert.equal(begun.statusCode, 401);
  assert.equal(codeOf(begun), 'identity.second-factor-next');
  assert.equal(cookieOf(begun, 'xaso-phien'), undefined);
  const cookies = attemptOf(begun);
  assert.equal((await office.call('GET', '/api/session', { cookies })).statusCode, 401);
  const opened = await secondStep(cookies, codeAt(secret));
  assert.equal(opened.statusCode, 200, opened.body);
  assert.equal(opened.json<{ assurance: { level: string } }>().assurance.level, 'second-factor');
  assert.equal(codeOf(await secondStep(cookies, codeAt(secret, 1))), 'identity.sign-in-again', 'the first step is used up');
  const again = attemptOf(await signIn(who));
  assert.equal(codeOf(await secondStep(again, codeAt(secret))), 'identity.code-used', 'a code that somebody looked at is worth nothing');
  office.clock.pass(30_000);
  assert.equal((await secondStep(again, codeAt(secret))).statusCode, 200);
});

test('of two requests with one code at once, on two devices, one is let in', async () => {
  const who = await person();
  const { secret } = await enrol(who);
  const [one, two] = [attemptOf(await signIn(who)), attemptOf(await signIn(who))];
  const answers = await Promise.all([secondStep(one, codeAt(secret)), secondStep(two, codeAt(secret))]);
  assert.deepEqual(answers.map(({ statusCode }) => statusCode).sort(), [200, 422]);
});

test('a begun sign-in ends after five minutes, and nobody else’s token goes on with it', async () => {
  const who = await person();
  const { secret } = await enrol(who);
  const cookies = attemptOf(await signIn(who));
  assert.equal(codeOf(await secondStep({ 'xaso-buoc-hai': 'x'.repeat(43) }, codeAt(secret))), 'identity.sign-in-again');
  office.clock.pass(5 * 60_000);
  assert.equal(codeOf(await secondStep(cookies, codeAt(secret))), 'identity.sign-in-again');
});

test('a phone whose clock is off is told so, with minutes and direction', async () => {
  const who = await person();
  const { secret } = await enrol(who);
  const cookies = attemptOf(await signIn(who));
  const late = await secondStep(cookies, codeAt(secret, -10));
  assert.equal(codeOf(late), 'identity.clock-behind');
  assert.match(late.json<{ title: string }>().title, /chậm khoảng 5 phút/u);
  assert.equal(codeOf(await secondStep(cookies, codeAt(secret, 10))), 'identity.clock-ahead');
  assert.equal((await secondStep(cookies, codeAt(secret, 1))).statusCode, 200, 'one step of skew is no fault');
});

test('wrong codes are slowed down, never locked, and a right one forgives them', async () => {
  const who = await person();
  const { secret } = await enrol(who);
  const cookies = attemptOf(await signIn(who));
  for (let guess = 0; guess < 5; guess += 1) assert.equal(codeOf(await secondStep(cookies, '000000')), 'identity.code-wrong');
  assert.equal(codeOf(await secondStep(cookies, codeAt(secret))), 'identity.too-many-guesses');
  office.clock.pass(16_000);
  assert.equal((await secondStep(cookies, codeAt(secret))).statusCode, 200);
  const journal = await office.database.owner.db.selectFrom('journal').select('entry').where('entry', 'like', `%staff:${who.id}%`).execute();
  assert.equal(journal.filter(({ entry }) => entry.includes('second-factor-refused')).length, 5);
});

test('a recovery code stands in once for the phone', async () => {
  const who = await person();
  const { recoveryCodes } = await enrol(who);
  const [code = ''] = recoveryCodes;
  assert.equal((await secondStep(attemptOf(await signIn(who)), code.toLowerCase())).statusCode, 200);
  assert.equal(codeOf(await secondStep(attemptOf(await signIn(who)), code)), 'identity.code-wrong');
});

test('a factor is enrolled by a fresh session only, and the last one of a signer stays', async () => {
  const who = await person('president');
  const { cookies, secret } = await enrol(who);
  assert.equal(codeOf(await office.call('DELETE', '/api/second-factors/totp', { cookies })), 'identity.last-second-factor');
  office.clock.pass(16 * 60_000);
  assert.equal(codeOf(await office.call('POST', '/api/second-factors/totp', { cookies })), 'access.assurance-too-low');
  assert.equal(codeOf(await office.call('POST', '/api/session/proof', { cookies, body: { password: TEST_PASSWORD } })), 'identity.code-wrong', 'the password proves nothing new');
  assert.equal((await office.call('POST', '/api/session/proof', { cookies, body: { code: codeAt(secret) } })).statusCode, 200);
  assert.equal((await office.call('POST', '/api/second-factors/totp', { cookies })).statusCode, 200);
});

test('somebody without a second factor proves the password again before enrolling in an old session', async () => {
  const who = await person();
  const cookies = sessionOf(await signIn(who));
  office.clock.pass(20 * 60_000);
  assert.equal(codeOf(await office.call('POST', '/api/second-factors/totp', { cookies })), 'access.assurance-too-low');
  assert.equal(codeOf(await office.call('POST', '/api/session/proof', { cookies, body: { password: 'sai rồi' } })), 'identity.wrong-password');
  assert.equal((await office.call('POST', '/api/session/proof', { cookies, body: { password: TEST_PASSWORD } })).statusCode, 200);
  assert.equal((await office.call('POST', '/api/second-factors/totp', { cookies })).statusCode, 200);
});

test('the pages do both steps without a script', async () => {
  const who = await person();
  const { secret } = await enrol(who);
  const first = await office.call('POST', '/can-bo/dang-nhap', { form: { userName: who.userName, password: TEST_PASSWORD, tiep: '/can-bo/bao-cao' } });
  assert.equal(first.statusCode, 303);
  assert.equal(first.headers.location, '/can-bo/dang-nhap/buoc-hai?tiep=%2Fcan-bo%2Fbao-cao');
  const cookies = attemptOf(first);
  assert.match((await office.call('GET', '/can-bo/dang-nhap/buoc-hai', { cookies })).body, /Đăng nhập: bước hai/u);
  const wrong = await office.call('POST', '/can-bo/dang-nhap/buoc-hai', { form: { code: '123', tiep: '/can-bo/bao-cao' }, cookies });
  assert.equal(wrong.statusCode, 422);
  assert.match(wrong.body, /Mã chưa đúng/u);
  const done = await office.call('POST', '/can-bo/dang-nhap/buoc-hai', { form: { code: codeAt(secret), tiep: '/can-bo/bao-cao' }, cookies });
  assert.equal(done.headers.location, '/can-bo/bao-cao');
  assert.equal((await office.call('GET', '/api/session', { cookies: sessionOf(done) })).statusCode, 200);
  assert.match((await office.call('GET', '/can-bo/dang-nhap/buoc-hai')).headers.location ?? '', /^\/can-bo\/dang-nhap\?/u);
});

test('the secret lies sealed in the database', async () => {
  const who = await person();
  const { secret } = await enrol(who);
  const { sealed_secret: sealed } = await office.database.db.selectFrom('totp_factor').select('sealed_secret').where('staff_id', '=', who.id).executeTakeFirstOrThrow();
  assert.ok(!sealed.includes(secret) && !Buffer.from(sealed, 'base64url').toString('latin1').includes(secret));
});
