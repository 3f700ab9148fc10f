import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { refuseRight } from '../../src/kernel/assurance.ts';
import { DAY, HOUR, MINUTE } from '../clock.ts';
import { TEST_PASSWORD } from '../commune.ts';
import { cookieOf, serveIdentity } from '../identity-house.ts';

type Cookies = Readonly<Record<string, string>>;
const CHROME = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';
const NEWER = CHROME.replace('140', '141');
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0';

let office: Awaited<ReturnType<typeof serveIdentity>>;
let visits = 0;
before(async () => { office = await serveIdentity(); });
after(() => office.close());

async function signIn(cookies: Cookies = {}, userAgent = CHROME): Promise<Cookies> {
  visits += 1;
  const { userName } = office.commune.staff.clerk;
  const answer = await office.call('POST', '/api/session', { body: { userName, password: TEST_PASSWORD }, cookies, headers: { 'user-agent': userAgent }, address: `10.90.${String(visits)}.1` });
  assert.equal(answer.statusCode, 200, answer.body);
  return { 'xaso-phien': cookieOf(answer, 'xaso-phien') ?? '' };
}
const use = async (cookies: Cookies, userAgent = CHROME, address = '10.91.0.1') => (await office.call('GET', '/api/work', { cookies, headers: { 'user-agent': userAgent }, address })).statusCode;
const alerts = async () => (await office.database.owner.pool.query<{ entry: string; told: number }>(
  "select entry, (select count(*)::int from outbox where payload->>'kind' = 'session-stolen') as told from journal where action = 'session-stolen' order by seq",
)).rows;

describe('a session belongs to the browser that it was given to', () => {
  test('a secret that is used by evidently another browser ends the session for both, with an alert in the journal and one for the person', async () => {
    const before = await alerts();
    const cookies = await signIn();
    assert.equal(await use(cookies), 200);
    assert.equal(await use(cookies, FIREFOX, '203.0.113.66'), 401);
    assert.equal(await use(cookies), 401, 'nobody can say which of the two is the person');
    const [alert] = (await alerts()).slice(before.length);
    assert.match(alert?.entry ?? '', /"address":"203\.0\.113\.66"/u);
    assert.match(alert?.entry ?? '', /Chrome, Windows/u);
    assert.match(alert?.entry ?? '', /Firefox, Linux/u);
    assert.equal(alert?.told, before.length + 1);
  });

  test('programs that are no browser are somebody else, also where the secret was not remembered', async () => {
    for (const thief of ['curl/8.5.0', 'python-requests/2.31.0', '']) {
      const cookies = await signIn();
      assert.equal(await use(cookies, thief), 401, thief);
      assert.equal(await use(cookies), 401);
    }
  });

  test('fifty requests of a thief at once are one alert', async () => {
    const cookies = await signIn();
    const before = (await alerts()).length;
    const answers = await Promise.all(Array.from({ length: 50 }, () => use(cookies, FIREFOX)));
    assert.deepEqual([...new Set(answers)], [401]);
    assert.equal((await alerts()).length, before + 1);
  });

  test('another process finds the thief too', async () => {
    const other = await office.serveAgain();
    const cookies = await signIn();
    assert.equal(await use(cookies), 200);
    const answer = await other.inject({ url: '/api/work', cookies: { ...cookies }, headers: { 'user-agent': FIREFOX } });
    assert.equal(answer.statusCode, 401);
    office.clock.pass(6_000);
    assert.equal(await use(cookies), 401);
  });

  test('a new version of the browser and another network are the same person', async () => {
    const cookies = await signIn();
    assert.equal(await use(cookies, NEWER, '203.0.113.7'), 200);
    assert.equal(await use(cookies, CHROME, '2001:db8::7'), 200);
  });

  test('two devices at once are allowed: each has its own session', async () => {
    const [desk, phone] = [await signIn(), await signIn({}, FIREFOX)];
    assert.deepEqual([await use(desk), await use(phone, FIREFOX)], [200, 200]);
    const { sessions } = (await office.call('GET', '/api/sessions', { cookies: desk, headers: { 'user-agent': CHROME } })).json<{ sessions: { userAgent: string; current: boolean }[] }>();
    assert.ok(sessions.some(({ userAgent, current }) => userAgent === FIREFOX && !current));
  });
});

describe('nobody can plant a session on another', () => {
  test('a secret that a browser brings along is never taken over: signing in gives a new one', async () => {
    const planted = { 'xaso-phien': 'P'.repeat(43) };
    const cookies = await signIn(planted);
    assert.notEqual(cookies['xaso-phien'], planted['xaso-phien']);
    assert.equal(await use(planted), 401);
  });

  test('the session that a browser had before ends when somebody signs in there, and its secret opens nothing more', async () => {
    const first = await signIn();
    const second = await signIn(first);
    assert.notEqual(second['xaso-phien'], first['xaso-phien']);
    assert.deepEqual([await use(first), await use(second)], [401, 200]);
  });

  test('a stranger’s begun sign-in does not become the session of whoever proves the second step', async () => {
    const answer = await office.call('POST', '/api/session/second-step', { body: { code: '123456' }, cookies: { 'xaso-buoc-hai': 'P'.repeat(43) }, headers: { 'user-agent': CHROME } });
    assert.equal(answer.statusCode, 401);
    assert.equal(cookieOf(answer, 'xaso-phien'), undefined);
  });

  test('a secret in an address or a body is no secret: only the cookie counts', async () => {
    const cookies = await signIn();
    const token = cookies['xaso-phien'] ?? '';
    for (const url of [`/api/work?xaso-phien=${token}`, `/api/work;xaso-phien=${token}`]) assert.notEqual((await office.call('GET', url, { headers: { 'user-agent': CHROME } })).statusCode, 200);
    assert.equal((await office.call('GET', '/api/work', { headers: { 'user-agent': CHROME, 'authorization': `Bearer ${token}`, 'x-session': token } })).statusCode, 401);
  });

  test('what never was a secret of ours costs no query and opens nothing', async () => {
    for (const value of ['', 'x', 'A'.repeat(42), 'A'.repeat(44), '../../etc', "' or 1=1 --", 'A'.repeat(5_000)]) {
      assert.equal((await office.call('GET', '/api/work', { cookies: { 'xaso-phien': value }, headers: { 'user-agent': CHROME } })).statusCode, 401, value.slice(0, 20));
    }
  });
});

describe('a clock that goes wrong', () => {
  test('a clock that was set back lets nobody in longer than the session’s end, and shuts nobody out', async () => {
    const cookies = await signIn();
    office.clock.pass(-2 * HOUR);
    assert.equal(await use(cookies), 200);
    office.clock.pass(2 * HOUR + 13 * HOUR);
    assert.equal(await use(cookies), 401);
  });

  test('a clock that jumps ahead by days ends sessions, and set right again they count only as long as they would have', async () => {
    const cookies = await signIn();
    office.clock.pass(3 * DAY);
    assert.equal(await use(cookies), 401);
    office.clock.pass(-3 * DAY);
    assert.equal(await use(cookies), 200);
    office.clock.pass(8 * HOUR + MINUTE);
    assert.equal(await use(cookies), 401, 'eight hours without use');
  });

  test('a proof from the future is no fresh proof', () => {
    const now = office.clock.now().getTime();
    assert.equal(refuseRight({ level: 'second-factor', provenAt: now + HOUR, secondFactor: 'enrolled' }, 'recover-account', now), 'access.assurance-too-low');
  });
});
