import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { HOUR, MINUTE } from '../../../../test/clock.ts';
import { codeOf, cookieOf, serveIdentity } from '../../../../test/identity-house.ts';

let office: Awaited<ReturnType<typeof serveIdentity>>;
before(async () => {
  office = await serveIdentity();
});
after(() => office.close());

type Cookies = Readonly<Record<string, string>>;
interface Listed {
  readonly sessions: readonly { readonly id: string; readonly current: boolean; readonly userAgent: string; readonly address: string }[];
}

/** What the browser of each session says of itself. */
const agents = new Map<string, string>();

async function signIn(role: 'reception' | 'clerk', userAgent = 'Firefox'): Promise<Cookies> {
  const { userName, password } = office.commune.staff[role];
  const response = await office.call('POST', '/api/session', { body: { userName, password }, headers: { 'user-agent': userAgent } });
  assert.equal(response.statusCode, 200);
  const cookies = { 'xaso-phien': cookieOf(response, 'xaso-phien') ?? '' };
  agents.set(cookies['xaso-phien'], userAgent);
  return cookies;
}

/** A request of the browser that a session was given to. */
const by = (cookies: Cookies): { readonly cookies: Cookies; readonly headers: Readonly<Record<string, string>> } => ({ cookies, headers: { 'user-agent': agents.get(cookies['xaso-phien'] ?? '') ?? 'Firefox' } });

const list = async (cookies: Cookies): Promise<Listed['sessions']> => (await office.call('GET', '/api/sessions', by(cookies))).json<Listed>().sessions;
const status = async (cookies: Cookies): Promise<number> => (await office.call('GET', '/api/session', by(cookies))).statusCode;

test('one’s own sessions are listed with where and by what they were opened, never anybody else’s', async () => {
  const desk = await signIn('reception', 'Máy quầy 2');
  office.clock.pass(MINUTE);
  await signIn('reception', 'Điện thoại '.repeat(40));
  await signIn('clerk');
  const sessions = await list(desk);
  assert.deepEqual(sessions.map(({ current }) => current).toSorted(), [false, true]);
  const own = sessions.find(({ current }) => current);
  assert.deepEqual([own?.userAgent, own?.address], ['Máy quầy 2', '10.0.0.7']);
  assert.ok(sessions.every(({ userAgent }) => userAgent.length <= 200));
  assert.ok(!JSON.stringify(sessions).includes(desk['xaso-phien'] ?? ''));
});

test('a session that has ended by itself is not listed', async () => {
  await signIn('reception', 'Cũ');
  office.clock.pass(9 * HOUR);
  const now = await signIn('reception', 'Mới');
  assert.deepEqual((await list(now)).map(({ userAgent }) => userAgent), ['Mới']);
});

test('ending another of one’s sessions counts at once, also for the memory of the server, and twice is once', async () => {
  const desk = await signIn('reception', 'Quầy');
  const phone = await signIn('reception', 'Điện thoại');
  assert.equal(await status(phone), 200);
  const id = (await list(desk)).find(({ userAgent }) => userAgent === 'Điện thoại')?.id ?? '';
  for (let time = 1; time <= 2; time += 1) {
    const ended = await office.call('DELETE', `/api/sessions/${id}`, by(desk));
    assert.deepEqual([ended.statusCode, ended.json()], [200, { id, active: false }]);
  }
  assert.equal(await status(phone), 401);
  assert.equal(await status(desk), 200);
  const { rows } = await office.database.pool.query<{ n: string }>(
    "select count(*) as n from journal where entry::jsonb ->> 'action' = 'session-ended' and entry::jsonb -> 'facts' ->> 'session' = $1",
    [id],
  );
  assert.equal(Number(rows[0]?.n), 1);
});

test('nobody ends the session of somebody else', async () => {
  const clerk = await signIn('clerk');
  const reception = await signIn('reception');
  const id = (await list(clerk)).find(({ current }) => current)?.id ?? '';
  assert.equal((await office.call('DELETE', `/api/sessions/${id}`, by(reception))).statusCode, 200);
  assert.equal(await status(clerk), 200);
});

for (const id of ['1', 'x'.repeat(36), '00000000-0000-0000-0000-000000000000']) {
  test(`“${id.slice(0, 12)}” is not the id of a session`, async () => {
    const response = await office.call('DELETE', `/api/sessions/${id}`, by(await signIn('clerk')));
    assert.ok(response.statusCode === 422, String(response.statusCode));
  });
}

test('signing out ends the session at once, removes the cookie, and may be repeated', async () => {
  const cookies = await signIn('reception');
  assert.equal(await status(cookies), 200);
  for (let time = 1; time <= 2; time += 1) {
    const out = await office.call('DELETE', '/api/session', by(cookies));
    assert.deepEqual([out.statusCode, out.json()], [200, { signedIn: false, provider: null }]);
    assert.match(String(out.headers['set-cookie']), /^xaso-phien=; Max-Age=0; Path=\/; HttpOnly; SameSite=Lax$/);
    assert.equal(await status(cookies), 401);
  }
  assert.equal((await office.call('DELETE', '/api/session')).statusCode, 200);
});

test('a sign-out is not undone by a request that was being read at the same moment', async () => {
  for (let round = 0; round < 10; round += 1) {
    const cookies = await signIn('clerk');
    await Promise.all([office.call('GET', '/api/actor', by(cookies)), office.call('DELETE', '/api/session', by(cookies)), office.call('GET', '/api/actor', by(cookies))]);
    assert.deepEqual((await office.call('GET', '/api/actor', by(cookies))).json(), { kind: 'anonymous' });
  }
});

test('the routes of one’s own account are closed to strangers', async () => {
  for (const [method, url] of [
    ['GET', '/api/session'],
    ['GET', '/api/sessions'],
    ['DELETE', '/api/sessions/01890000-0000-7000-8000-000000000000'],
    ['PUT', '/api/password'],
  ] as const) {
    const response = await office.call(method, url, method === 'PUT' ? { body: {} } : {});
    assert.deepEqual([response.statusCode, codeOf(response)], [401, 'access.sign-in-first'], `${method} ${url}`);
  }
});
