import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { type Misbehaviour } from '../../../../test/identity-provider.ts';
import { createSignOnHouse, DAO, type SignOnHouse, type TestBrowser } from '../../../../test/sign-on-house.ts';
import { SIGN_ON_PROBLEMS } from '../contract/problems.ts';

let house: SignOnHouse;
before(async () => {
  // Two providers for citizens, so that answers can be mixed up.
  house = await createSignOnHouse({ signOn: (provider) => [provider.settings('citizen'), provider.settings('citizen', 'tinh')] });
});
after(() => house.close());
afterEach(() => {
  house.provider.misbehaviour = {};
});

/** Nobody is signed in, and the page says why in the words of this refusal. */
async function assertRefused(browser: TestBrowser, answer: { readonly statusCode: number; readonly body: string }, code: keyof typeof SIGN_ON_PROBLEMS): Promise<void> {
  const { status, vi } = SIGN_ON_PROBLEMS[code];
  const sentence = vi.replaceAll('{provider}', 'VNeID thử').slice(0, 60);
  assert.ok(answer.body.includes(sentence), `${String(answer.statusCode)}, not: ${sentence}\n${answer.body.replaceAll(/<style.*?<\/style>|<[^>]+>/gsu, ' ').replaceAll(/\s+/gu, ' ').slice(0, 400)}`);
  assert.equal(answer.statusCode, status);
  assert.equal((await browser.get('/cua-toi')).statusCode, 303, 'nobody is signed in');
}

test('an answer that nobody asked for signs nobody in', async () => {
  const browser = house.browser();
  await assertRefused(browser, await browser.get('/dang-nhap/vneid/ve?code=abc&state=xyz'), 'sign-on.not-asked-for');
  await assertRefused(browser, await browser.get('/dang-nhap/vneid/ve'), 'sign-on.not-asked-for');
});

test('a stolen answer signs nobody in elsewhere, and its owner still comes in', async () => {
  const [owner, thief] = [house.browser(), house.browser()];
  const callback = await house.fetchCallback(owner, DAO);
  await assertRefused(thief, await thief.get(callback), 'sign-on.other-browser');
  assert.equal((await owner.get(callback)).headers.location, '/cua-toi');
});

test('an answer prepared in a stranger’s name is refused in the browser of the one who was sent it', async () => {
  const [attacker, victim] = [house.browser(), house.browser()];
  const prepared = await house.fetchCallback(attacker, { subject: 'ke-gian', claims: { citizen_number: '038090000099', name: 'Kẻ Gian' }, acr: 'urn:xaso:assurance:2' });
  // The victim has a try of his own under way.
  await house.fetchCallback(victim, DAO);
  await assertRefused(victim, await victim.get(prepared), 'sign-on.other-browser');
});

test('an answer counts once, also in its own browser', async () => {
  const browser = house.browser();
  const callback = await house.fetchCallback(browser, DAO);
  const cookies = new Map(browser.cookies);
  assert.equal((await browser.get(callback)).statusCode, 303);
  browser.cookies.clear();
  for (const [name, value] of cookies) browser.cookies.set(name, value);
  await assertRefused(browser, await browser.get(callback), 'sign-on.already-used');
});

test('two answers at once sign in once', async () => {
  const browser = house.browser();
  const callback = await house.fetchCallback(browser, DAO);
  const answers = await Promise.all([browser.get(callback), browser.get(callback)]);
  assert.deepEqual(answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b), [303, 409]);
});

test('an answer for one provider is refused at the address of another', async () => {
  const browser = house.browser();
  const callback = await house.fetchCallback(browser, DAO, '/dang-nhap/tinh');
  await assertRefused(browser, await browser.get(callback.replace('/tinh/', '/vneid/')), 'sign-on.mixed-up');
});

test('an answer after more than ten minutes is refused', async () => {
  const browser = house.browser();
  const callback = await house.fetchCallback(browser, DAO);
  house.program.clock.pass(10 * 60_000);
  await assertRefused(browser, await browser.get(callback), 'sign-on.too-late');
});

test('two tabs do not disturb each other', async () => {
  const browser = house.browser();
  const first = await house.fetchCallback(browser, DAO);
  const second = await house.fetchCallback(browser, DAO);
  assert.equal((await browser.get(second)).statusCode, 303);
  assert.equal((await browser.get(first)).statusCode, 303);
});

test('whoever says no at the provider is told that nothing was passed on', async () => {
  const browser = house.browser();
  await assertRefused(browser, await house.signIn(browser, null), 'sign-on.cancelled');
});

test('a code that the provider does not know is refused by it', async () => {
  const browser = house.browser();
  const callback = (await house.fetchCallback(browser, DAO)).replace(/code=[^&]+/u, 'code=nham');
  await assertRefused(browser, await browser.get(callback), 'sign-on.provider-refused');
});

test('an answer under the name of another issuer is refused', async () => {
  const browser = house.browser();
  const callback = (await house.fetchCallback(browser, DAO)).replace(/iss=[^&]+/u, 'iss=https%3A%2F%2Fevil.example');
  await assertRefused(browser, await browser.get(callback), 'sign-on.answer-not-readable');
});

const without = (claims: Record<string, unknown>, name: string): Record<string, unknown> => Object.fromEntries(Object.entries(claims).filter(([claim]) => claim !== name));
const now = (): number => Math.floor(Date.now() / 1000);
const EVIL: readonly (readonly [string, Misbehaviour, keyof typeof SIGN_ON_PROBLEMS])[] = [
  ['a signature by another key', { forgedKey: true }, 'sign-on.signature-wrong'],
  ['no signature at all', { algorithm: 'none' }, 'sign-on.signature-wrong'],
  ['a signature by an algorithm that was not agreed on', { algorithm: 'HS256' }, 'sign-on.signature-wrong'],
  ['another audience', { claims: (claims) => ({ ...claims, aud: 'somebody-else' }) }, 'sign-on.not-for-us'],
  ['another issuer', { claims: (claims) => ({ ...claims, iss: 'https://evil.example' }) }, 'sign-on.not-for-us'],
  ['another nonce', { claims: (claims) => ({ ...claims, nonce: 'another' }) }, 'sign-on.not-for-us'],
  ['no nonce', { claims: (claims) => without(claims, 'nonce') }, 'sign-on.answer-not-readable'],
  ['an end in the past', { claims: (claims) => ({ ...claims, exp: now() - 60 }) }, 'sign-on.time-wrong'],
  ['a beginning in the future', { claims: (claims) => ({ ...claims, nbf: now() + 120 }) }, 'sign-on.time-wrong'],
  ['another subject than the one who is asked about', { claims: (claims) => ({ ...claims, sub: 'another' }) }, 'sign-on.answer-not-readable'],
  ['something that is no token', { garbage: '{"access_token":"x","token_type":"bearer","id_token":"nonsense"}' }, 'sign-on.answer-not-readable'],
  ['something that is no JSON', { garbage: '<html>' }, 'sign-on.answer-not-readable'],
  ['no ID token', { garbage: '{"access_token":"x","token_type":"bearer"}' }, 'sign-on.answer-not-readable'],
  ['an unknown level of assurance', { claims: (claims) => ({ ...claims, acr: 'urn:somebody:else' }) }, 'sign-on.level-unknown'],
  ['no level of assurance', { claims: (claims) => without(claims, 'acr') }, 'sign-on.level-unknown'],
];
for (const [what, misbehaviour, code] of EVIL) {
  test(`an ID token with ${what} signs nobody in`, async () => {
    const browser = house.browser();
    house.provider.misbehaviour = misbehaviour;
    await assertRefused(browser, await house.signIn(browser, DAO), code);
  });
}

test('clocks may differ by less than 30 seconds', async () => {
  house.provider.misbehaviour = { claims: (claims) => ({ ...claims, exp: now() - 15, nbf: now() + 15 }) };
  assert.equal((await house.signIn(house.browser(), DAO)).statusCode, 303);
});

for (const [what, claims, code] of [
  ['no number', { name: 'Nguyễn Thị Đào' }, 'sign-on.number-missing'],
  ['a number of nine digits', { citizen_number: '161234567', name: 'Nguyễn Thị Đào' }, 'sign-on.number-missing'],
  ['a number that is no text', { citizen_number: 38190999901, name: 'Nguyễn Thị Đào' }, 'sign-on.number-missing'],
  ['no name', { citizen_number: '038190999901' }, 'sign-on.name-missing'],
] as const) {
  test(`a provider that gives ${what} signs nobody in`, async () => {
    const browser = house.browser();
    await assertRefused(browser, await house.signIn(browser, { ...DAO, subject: `thieu-${code}-${String(Object.keys(claims).length)}${String('citizen_number' in claims ? claims.citizen_number : '')}`, claims }), code);
  });
}

test('a provider that is slow, and one that is down, are said as such; both come back', async () => {
  const slow = await createSignOnHouse();
  try {
    const browser = slow.browser();
    slow.provider.misbehaviour = { delayMs: 60_000 };
    const callback = await slow.fetchCallback(browser, DAO);
    await assertRefused(browser, await browser.get(callback), 'sign-on.provider-slow');
    const begun = await slow.fetchCallback(browser, DAO);
    await slow.provider.close();
    await assertRefused(browser, await browser.get(begun), 'sign-on.provider-unreachable');
    slow.program.clock.pass(2 * 60 * 60_000);
    await assertRefused(browser, await browser.get('/dang-nhap/vneid'), 'sign-on.provider-unreachable');
  } finally {
    await slow.close().catch(() => undefined);
  }
});

test('an unknown provider is not there', async () => {
  assert.equal((await house.browser().get('/dang-nhap/google')).statusCode, 404);
});

test('secrets of a try are forgotten when it is answered, and are never stored as they travel', async () => {
  const browser = house.browser();
  const callback = await house.fetchCallback(browser, DAO);
  const state = new URL(callback, 'http://xa.test').searchParams.get('state') ?? '';
  await browser.get(callback);
  const { rows } = await house.program.database.owner.pool.query<{ readonly used_at: Date | null; readonly nonce: string; readonly verifier: string; readonly whole: string }>('select *, row_to_json(sign_on_attempt)::text as whole from sign_on_attempt');
  assert.ok(rows.some(({ used_at: used, nonce, verifier }) => used !== null && nonce === '' && verifier === ''));
  assert.ok(rows.every(({ whole }) => !whole.includes(state)));
});
