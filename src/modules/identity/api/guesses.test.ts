import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { DAY, HOUR, MINUTE, SECOND } from '../../../../test/clock.ts';
import { purgeOldIdentity } from '../jobs/purge-identity.ts';
import { codeOf, cookieOf, serveIdentity } from '../../../../test/identity-house.ts';

let office: Awaited<ReturnType<typeof serveIdentity>>;
before(async () => {
  office = await serveIdentity();
});
after(() => office.close());

interface Try {
  readonly userName?: string;
  readonly password?: string;
  readonly address: string;
  readonly cookies?: Readonly<Record<string, string>>;
}

async function tryIn({ userName, password, address, cookies }: Try): Promise<{ readonly code: string | undefined; readonly seconds: number | undefined; readonly device: string }> {
  const { reception } = office.commune.staff;
  const response = await office.call('POST', '/api/session', {
    body: { userName: userName ?? reception.userName, password: password ?? 'sai' },
    address,
    ...(cookies === undefined ? {} : { cookies }),
  });
  const { facts } = response.json<{ facts?: { seconds?: number } }>();
  return { code: codeOf(response), seconds: facts?.seconds, device: cookieOf(response, 'xaso-may') ?? '' };
}

const right = (): string => office.commune.staff.reception.password;

test('five wrong tries are free, then each further one waits twice as long, and a try that came too early costs nothing', async () => {
  const address = '10.20.0.1';
  for (let wrong = 1; wrong <= 5; wrong += 1) assert.equal((await tryIn({ address })).code, 'identity.wrong-sign-in');
  for (const seconds of [15, 30, 60]) {
    assert.deepEqual([(await tryIn({ address })).seconds, (await tryIn({ address })).seconds], [seconds, seconds]);
    // Even the right password has to wait.
    assert.equal((await tryIn({ address, password: right() })).code, 'identity.too-many-guesses');
    office.clock.pass(seconds * SECOND);
    assert.equal((await tryIn({ address })).code, 'identity.wrong-sign-in');
  }
  office.clock.pass(2 * MINUTE);
  assert.equal((await tryIn({ address, password: right() })).code, undefined);
  assert.equal((await tryIn({ address })).code, 'identity.wrong-sign-in', 'the right password started the count again');
});

test('whoever guesses at a name from elsewhere does not keep its owner out', async () => {
  for (let wrong = 1; wrong <= 8; wrong += 1) await tryIn({ address: '203.0.113.9' });
  assert.equal((await tryIn({ address: '203.0.113.9' })).code, 'identity.too-many-guesses');
  assert.equal((await tryIn({ address: '10.20.0.2', password: right() })).code, undefined);
});

test('whoever guesses from the same address does not keep out those who signed in on their computer before', async () => {
  const address = '10.20.0.3';
  const { device } = await tryIn({ address, password: right() });
  for (let wrong = 1; wrong <= 6; wrong += 1) await tryIn({ address });
  for (let name = 1; name <= 40; name += 1) await tryIn({ userName: `ten.${name}`, address });
  assert.equal((await tryIn({ address, password: right() })).code, 'identity.too-many-guesses');
  assert.equal((await tryIn({ address, password: right(), cookies: { 'xaso-may': device } })).code, undefined);
});

test('a known computer is known only for its own people, keeps its secret, and its guesses slow down too', async () => {
  const { device } = await tryIn({ address: '10.20.0.4', password: right() });
  const address = '10.20.0.5';
  const cookies = { 'xaso-may': device };
  const { userName, password } = office.commune.staff.clerk;
  for (let wrong = 1; wrong <= 5; wrong += 1) await tryIn({ userName, address, cookies });
  assert.equal((await tryIn({ userName, password, address, cookies })).code, 'identity.too-many-guesses');
  for (let wrong = 1; wrong <= 10; wrong += 1) assert.equal((await tryIn({ address, cookies })).code, 'identity.wrong-sign-in');
  assert.deepEqual([(await tryIn({ address, cookies })).seconds], [10]);
  office.clock.pass(MINUTE);
  assert.equal((await tryIn({ userName, password, address, cookies })).device, device, 'one secret for all people of the computer');
});

test('a secret that was not given out here does not become a known computer', async () => {
  const planted = 'B'.repeat(43);
  const { device } = await tryIn({ address: '10.20.0.6', password: right(), cookies: { 'xaso-may': planted } });
  assert.match(device, /^[A-Za-z0-9_-]{43}$/);
  assert.notEqual(device, planted);
});

test('one address that tries many names is slowed down, for a minute at most', async () => {
  const address = '10.20.0.7';
  for (let name = 1; name <= 30; name += 1) assert.equal((await tryIn({ userName: `nguoi.${name}`, address })).code, 'identity.wrong-sign-in');
  assert.deepEqual(await tryIn({ userName: 'nguoi.31', address }), { code: 'identity.too-many-guesses', seconds: 2, device: '' });
  for (let more = 0; more < 12; more += 1) {
    office.clock.pass(MINUTE);
    assert.equal((await tryIn({ userName: `them.${more}`, address })).code, 'identity.wrong-sign-in');
  }
  assert.equal((await tryIn({ userName: 'cuoi', address })).seconds, 60);
});

test('an account of one’s own does not wipe out the count of the address', async () => {
  const address = '10.20.0.8';
  const { userName, password } = office.commune.staff.clerk;
  for (let name = 1; name <= 30; name += 1) {
    await tryIn({ userName: `khach.${name}`, address });
    if (name % 10 === 0 && name < 30) assert.equal((await tryIn({ userName, password, address })).code, undefined);
  }
  assert.equal((await tryIn({ userName: 'khach.31', address })).code, 'identity.too-many-guesses');
});

test('guesses that are sent all at once are counted one by one', async () => {
  const address = '10.20.0.9';
  const codes = await Promise.all(Array.from({ length: 40 }, async () => (await tryIn({ address })).code));
  assert.equal(codes.filter((code) => code === 'identity.wrong-sign-in').length, 5);
  assert.equal(codes.filter((code) => code === 'identity.too-many-guesses').length, 35);
});

test('addresses of one IPv6 network are counted together', async () => {
  for (let wrong = 1; wrong <= 5; wrong += 1) await tryIn({ address: `2001:db8:1:2::${wrong}` });
  assert.equal((await tryIn({ address: '2001:db8:1:2:ffff::9' })).code, 'identity.too-many-guesses');
  assert.equal((await tryIn({ address: '2001:db8:1:3::9' })).code, 'identity.wrong-sign-in');
});

test('an hour without tries forgives everything; a long wait is told in minutes', async () => {
  const address = '10.20.0.10';
  for (let wrong = 1; wrong <= 5; wrong += 1) await tryIn({ address });
  for (const seconds of [15, 30, 60, 120]) {
    office.clock.pass(seconds * SECOND);
    await tryIn({ address });
  }
  assert.deepEqual(await tryIn({ address }), { code: 'identity.too-many-guesses-long', seconds: 240, device: '' });
  office.clock.pass(HOUR);
  for (let wrong = 1; wrong <= 5; wrong += 1) assert.equal((await tryIn({ address })).code, 'identity.wrong-sign-in');
});

test('nothing that was typed is stored with the counts', async () => {
  await tryIn({ userName: 'mật khẩu gõ nhầm ô', address: '10.20.0.11' });
  const { rows } = await office.database.pool.query<{ subject: string }>('select subject from guess');
  assert.ok(rows.length > 0);
  for (const { subject } of rows) assert.match(subject, /^(nameAtAddress|address|knownDevice) [0-9a-f]{64}$/);
});

test('every refused try is in the journal, for real and for unknown names, without what was typed', async () => {
  await tryIn({ address: '10.20.0.12' });
  await tryIn({ userName: 'ai.do', address: '10.20.0.12' });
  const { rows } = await office.database.pool.query<{ entry: string }>("select entry from journal where entry::jsonb ->> 'address' = '10.20.0.12' order by seq");
  const entries = rows.map(({ entry }) => JSON.parse(entry) as { action: string; object: string; actor: unknown });
  assert.deepEqual(
    entries.map(({ action, object, actor }) => ({ action, object, actor })),
    [
      { action: 'sign-in-refused', object: `staff:${office.commune.staff.reception.id}`, actor: null },
      { action: 'sign-in-refused', object: 'staff:unknown', actor: null },
    ],
  );
});

test('what no longer counts is removed: old guesses, ended sessions, computers not used for half a year', async () => {
  const { device } = await tryIn({ address: '10.20.0.13', password: right() });
  office.clock.pass(HOUR + 15 * MINUTE);
  await purgeOldIdentity(office.database.db, office.clock.now());
  const count = async (table: string): Promise<number> => Number((await office.database.pool.query<{ n: string }>(`select count(*) as n from ${table}`)).rows[0]?.n);
  assert.equal(await count('guess'), 0);
  assert.ok((await count('staff_session')) > 0);
  office.clock.pass(12 * HOUR);
  await purgeOldIdentity(office.database.db, office.clock.now());
  assert.equal(await count('staff_session'), 0);
  assert.ok((await count('known_device')) > 0);
  office.clock.pass(180 * DAY);
  assert.ok((await purgeOldIdentity(office.database.db, office.clock.now())) > 0);
  assert.equal(await count('known_device'), 0);
  assert.notEqual((await tryIn({ address: '10.20.0.14', password: right(), cookies: { 'xaso-may': device } })).device, device);
});
