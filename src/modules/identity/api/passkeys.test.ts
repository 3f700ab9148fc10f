import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type LightMyRequestResponse } from 'fastify';
import { createStaff, TEST_PASSWORD, type TestStaff } from '../../../../test/commune.ts';
import { codeOf, cookieOf, serveIdentity, TEST_ORIGIN } from '../../../../test/identity-house.ts';
import { createSoftAuthenticator, type SoftAuthenticator } from '../../../../test/soft-authenticator.ts';
import { relyingParty } from './passkeys.ts';

let office: Awaited<ReturnType<typeof serveIdentity>>;
before(async () => {
  office = await serveIdentity({ secondFactor: 'required' });
});
after(() => office.close());

type Cookies = Readonly<Record<string, string>>;
let people = 0;

const signIn = (who: TestStaff) => office.call('POST', '/api/session', { body: { userName: who.userName, password: TEST_PASSWORD }, address: `10.2.0.${people}` });
const sessionOf = (response: LightMyRequestResponse): Cookies => ({ 'xaso-phien': cookieOf(response, 'xaso-phien') ?? '' });
const attemptOf = (response: LightMyRequestResponse): Cookies => ({ 'xaso-buoc-hai': cookieOf(response, 'xaso-buoc-hai') ?? '' });
const optionsOf = (response: LightMyRequestResponse): unknown => response.json<{ options: unknown }>().options;

async function enrolled(role: 'reception' | 'president' = 'reception'): Promise<{ readonly who: TestStaff; readonly device: SoftAuthenticator; readonly cookies: Cookies }> {
  people += 1;
  const who = await createStaff(office.database.db, office.commune.commune, { userName: `khoa.${people}`, positions: [{ unitId: office.commune.units.centre.id, role, title: 'Thử', fields: [] }] });
  const cookies = sessionOf(await signIn(who));
  const device = createSoftAuthenticator(TEST_ORIGIN);
  const options = optionsOf(await office.call('POST', '/api/second-factors/passkeys/options', { cookies }));
  const added = await office.call('POST', '/api/second-factors/passkeys', { cookies, body: { name: 'Điện thoại của tôi', answer: device.register(options) } });
  assert.equal(added.statusCode, 200, added.body);
  assert.equal(added.json<{ recoveryCodes: string[] }>().recoveryCodes.length, 10);
  return { who, device, cookies };
}

async function alone(): Promise<{ readonly cookies: Cookies; readonly options: unknown }> {
  const asked = await office.call('POST', '/api/session/passkey/options');
  return { cookies: attemptOf(asked), options: optionsOf(asked) };
}
const answer = (cookies: Cookies, made: unknown) => office.call('POST', '/api/session/passkey', { cookies, body: { answer: made } });

test('a passkey opens a session by itself, and needs the person to unlock it', async () => {
  const { who, device, cookies: session } = await enrolled('president');
  assert.equal((await office.call('GET', '/api/work', { cookies: session })).statusCode, 200, 'enrolling it is proof enough');
  const { cookies, options } = await alone();
  const opened = await answer(cookies, device.answer(options));
  assert.equal(opened.statusCode, 200, opened.body);
  assert.equal(opened.json<{ userName: string; assurance: { level: string } }>().userName, who.userName);
  assert.equal(opened.json<{ assurance: { level: string } }>().assurance.level, 'passkey');
  const second = await alone();
  assert.equal(codeOf(await answer(second.cookies, device.answer(second.options, { verified: false }))), 'identity.passkey-wrong');
});

test('a challenge is answered once, by the browser that asked, at the right address, within five minutes', async () => {
  const { device } = await enrolled();
  const { cookies, options } = await alone();
  const made = device.answer(options);
  const stranger = await alone();
  assert.equal(codeOf(await answer(stranger.cookies, made)), 'identity.passkey-too-late', 'a stolen answer fits no other browser');
  assert.equal(codeOf(await answer(cookies, made)), 'identity.passkey-too-late', 'and is used up by the try');
  const phished = await alone();
  assert.equal(codeOf(await answer(phished.cookies, device.answer(phished.options, { origin: 'https://xa-test.example' }))), 'identity.passkey-wrong');
  const late = await alone();
  office.clock.pass(5 * 60_000);
  assert.equal(codeOf(await answer(late.cookies, device.answer(late.options))), 'identity.passkey-too-late');
});

test('a copied key is found out by its counter, suspended, journalled, and asks its owner to enrol anew', async () => {
  const { who, device } = await enrolled('president');
  const first = await alone();
  assert.equal((await answer(first.cookies, device.answer(first.options, { counter: 7 }))).statusCode, 200);
  const copy = await alone();
  assert.equal(codeOf(await answer(copy.cookies, device.answer(copy.options, { counter: 7 }))), 'identity.passkey-suspended');
  const real = await alone();
  assert.equal(codeOf(await answer(real.cookies, device.answer(real.options, { counter: 8 }))), 'identity.passkey-suspended');
  const journal = await office.database.owner.db.selectFrom('journal').select('entry').where('entry', 'like', `%staff:${who.id}%`).execute();
  assert.ok(journal.some(({ entry }) => entry.includes('passkey-suspended')));
  assert.equal((await signIn(who)).json<{ assurance: { secondFactor: string } }>().assurance.secondFactor, 'must-enrol');
});

test('after the password, only the person’s own passkey is the second step', async () => {
  const { who, device } = await enrolled();
  const other = await enrolled();
  const begin = async (): Promise<{ readonly cookies: Cookies; readonly options: unknown }> => {
    const cookies = attemptOf(await signIn(who));
    return { cookies, options: optionsOf(await office.call('POST', '/api/session/second-step/passkey/options', { cookies })) };
  };
  const foreign = await begin();
  assert.equal(codeOf(await office.call('POST', '/api/session/second-step/passkey', { cookies: foreign.cookies, body: { answer: other.device.answer(foreign.options) } })), 'identity.passkey-unknown');
  const own = await begin();
  const opened = await office.call('POST', '/api/session/second-step/passkey', { cookies: own.cookies, body: { answer: device.answer(own.options) } });
  assert.equal(opened.statusCode, 200, opened.body);
  assert.equal(codeOf(await office.call('POST', '/api/session/second-step/passkey/options', { cookies: own.cookies })), 'identity.sign-in-again');
});

test('a challenge for one purpose is no answer for another', async () => {
  const { device, cookies } = await enrolled();
  const stepUp = optionsOf(await office.call('POST', '/api/session/proof/passkey/options', { cookies }));
  assert.equal(codeOf(await answer((await alone()).cookies, device.answer(stepUp))), 'identity.passkey-too-late');
  const again = optionsOf(await office.call('POST', '/api/session/proof/passkey/options', { cookies }));
  assert.equal((await office.call('POST', '/api/session/proof/passkey', { cookies, body: { answer: device.answer(again) } })).statusCode, 200);
});

test('a removed passkey opens nothing, and what is no passkey is refused as such', async () => {
  const { device, cookies } = await enrolled();
  const [listed] = (await office.call('GET', '/api/second-factors', { cookies })).json<{ passkeys: { id: string; name: string }[] }>().passkeys;
  assert.equal(listed?.name, 'Điện thoại của tôi');
  assert.equal((await office.call('DELETE', `/api/second-factors/passkeys/${listed.id}`, { cookies })).statusCode, 200);
  const { cookies: browser, options } = await alone();
  assert.equal(codeOf(await answer(browser, device.answer(options))), 'identity.passkey-unknown');
  const nothing = { ...device.answer(options), response: { clientDataJSON: 'AAAA', authenticatorData: 'AAAA', signature: 'AAAA' } };
  assert.equal(codeOf(await answer(browser, nothing)), 'identity.passkey-too-late');
});

test('only a name under HTTPS, or this very machine, can have passkeys', () => {
  assert.deepEqual(relyingParty('https://hoaloc.gov.vn'), { id: 'hoaloc.gov.vn', origin: 'https://hoaloc.gov.vn' });
  assert.deepEqual(relyingParty('http://localhost:8080'), { id: 'localhost', origin: 'http://localhost:8080' });
  for (const url of ['http://hoaloc.gov.vn', 'https://192.168.1.5', 'http://127.0.0.1:8080', 'https://[::1]']) assert.equal(relyingParty(url), undefined, url);
});
