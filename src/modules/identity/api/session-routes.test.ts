import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { HOUR, MINUTE, SECOND } from '../../../../test/clock.ts';
import { createStaff } from '../../../../test/commune.ts';
import { hashPassword } from './password-hash.ts';
import { type Call, codeOf, cookieOf, serveIdentity } from '../../../../test/identity-house.ts';

type Served = Awaited<ReturnType<typeof serveIdentity>>;

let office: Served;
before(async () => {
  office = await serveIdentity();
});
after(() => office.close());

/** Signs in and answers the session cookie. */
async function signedIn(role: 'reception' | 'clerk' | 'president' | 'administrator' | 'cashier', call: Call = {}): Promise<Record<string, string>> {
  const { userName, password } = office.commune.staff[role];
  const response = await office.call('POST', '/api/session', { ...call, body: { userName, password } });
  assert.equal(response.statusCode, 200, response.body);
  return { 'xaso-phien': cookieOf(response, 'xaso-phien') ?? '', 'xaso-may': cookieOf(response, 'xaso-may') ?? '' };
}

describe('signing in', () => {
  test('a right name and password open a session that says who, where and with which roles', async () => {
    const { userName, password, id } = office.commune.staff.reception;
    const response = await office.call('POST', '/api/session', { body: { userName: ` ${userName.toUpperCase()} `, password: password.normalize('NFD') } });
    assert.equal(response.statusCode, 200);
    assert.deepEqual(response.json(), {
      staffId: id,
      fullName: 'Lê Thị Nhận',
      userName,
      expiresAt: new Date(office.clock.now().getTime() + 12 * HOUR).toISOString(),
      commune: { code: '16072', name: 'Hoa Lộc', kind: 'xã', provinceName: 'Tỉnh Thanh Hóa', centreName: 'Trung tâm Phục vụ hành chính công xã Hoa Lộc' },
      positions: [
        { unitId: office.commune.units.centre.id, unitName: office.commune.units.centre.name, role: 'reception', title: 'Công chức tiếp nhận', fields: [] },
      ],
      roles: ['reception'],
      assurance: { level: 'password', secondFactor: 'waived', mustChangePassword: false },
    });
    assert.equal(response.headers['cache-control'], 'no-store');
    const who = await office.call('GET', '/api/session', { cookies: { 'xaso-phien': cookieOf(response, 'xaso-phien') ?? '' } });
    assert.deepEqual(who.json(), response.json());
  });

  test('the session cookie is hidden from scripts and other sites, and goes over HTTPS only where there is HTTPS', async () => {
    const { userName, password } = office.commune.staff.reception;
    const session = async (headers: Record<string, string>): Promise<unknown> => {
      const response = await office.call('POST', '/api/session', { body: { userName, password }, headers, address: '127.0.0.1' });
      return { ...response.cookies.find(({ name }) => name === 'xaso-phien') };
    };
    const plain = await session({});
    const value = (plain as { value: string }).value;
    assert.match(value, /^[A-Za-z0-9_-]{43}$/);
    assert.deepEqual(plain, { name: 'xaso-phien', value, path: '/', httpOnly: true, sameSite: 'Lax' });
    assert.equal((await session({ 'x-forwarded-proto': 'https' }) as { secure?: boolean }).secure, true);
  });

  test('only the digest of the token is stored', async () => {
    const cookies = await signedIn('clerk');
    const token = cookies['xaso-phien'] ?? '';
    const { rows } = await office.database.pool.query('select token_hash from staff_session where token_hash = $1', [createHash('sha256').update(token).digest('hex')]);
    assert.equal(rows.length, 1);
    const kept = await office.database.pool.query(
      `select (select count(*) from staff_session where token_hash = $1) + (select count(*) from client_command where result::text like '%' || $1 || '%')
        + (select count(*) from journal where entry like '%' || $1 || '%') as n`,
      [token],
    );
    assert.equal(Number((kept.rows as { n: unknown }[])[0]?.n), 0);
  });

  test('signing in gives a new token and ends the session that the browser had, so that none can be planted', async () => {
    const planted = await signedIn('clerk');
    const own = await signedIn('reception', { cookies: planted });
    assert.notEqual(own['xaso-phien'], planted['xaso-phien']);
    const afterwards = await office.call('GET', '/api/actor', { cookies: { 'xaso-phien': planted['xaso-phien'] ?? '' } });
    assert.deepEqual(afterwards.json(), { kind: 'anonymous' });
    const invented = 'A'.repeat(43);
    const third = await signedIn('reception', { cookies: { 'xaso-phien': invented } });
    assert.notEqual(third['xaso-phien'], invented);
  });

  test('a wrong password and an unknown name are refused with the same words', async () => {
    const { userName } = office.commune.staff.cashier;
    const wrong = await office.call('POST', '/api/session', { body: { userName, password: 'sai rồi' }, address: '10.1.0.1' });
    const unknown = await office.call('POST', '/api/session', { body: { userName: 'khong.co.ai', password: 'sai rồi' }, address: '10.1.0.2' });
    assert.equal(wrong.statusCode, 401);
    const { requestId: a, ...said } = wrong.json<Record<string, unknown>>();
    const { requestId: b, ...saidToo } = unknown.json<Record<string, unknown>>();
    assert.notEqual(a, b);
    assert.deepEqual(said, saidToo);
    assert.equal(said['code'], 'identity.wrong-sign-in');
    assert.equal(wrong.cookies.length + unknown.cookies.length, 0);
  });

  test('an unknown name takes as long as a wrong password', async () => {
    const { userName } = await createStaff(office.database.db, office.commune.commune, {
      userName: 'gia.that',
      positions: [],
      passwordHash: await hashPassword('một mật khẩu thật'),
    });
    const times = { known: [] as number[], unknown: [] as number[] };
    const measure = async (kind: keyof typeof times, name: string, address: string): Promise<void> => {
      const start = performance.now();
      const response = await office.call('POST', '/api/session', { body: { userName: name, password: 'mật khẩu khác' }, address });
      times[kind].push(performance.now() - start);
      assert.equal(response.statusCode, 401);
    };
    for (let round = 1; round <= 9; round += 1) {
      await measure('known', userName, `10.2.1.${round}`);
      await measure('unknown', `la.${round}`, `10.2.2.${round}`);
    }
    const median = (list: number[]): number => list.toSorted((x, y) => x - y)[4] ?? 0;
    const ratio = median(times.unknown) / median(times.known);
    assert.ok(ratio > 0.6 && ratio < 1.7, `unknown ${median(times.unknown)} ms, known ${median(times.known)} ms`);
  });

  test('a closed account and one without a position today are told so, but only after the right password', async () => {
    const unitId = office.commune.units.centre.id;
    const past = { unitId, role: 'reception', title: 'Đã thôi', fields: [], validTo: '2026-11-22' } as const;
    const future = { unitId, role: 'reception', title: 'Sắp đến', fields: [], validFrom: '2026-11-24' } as const;
    const idle = await createStaff(office.database.db, office.commune.commune, { userName: 'het.nhiem.ky', positions: [past, future] });
    const closed = await createStaff(office.database.db, office.commune.commune, { userName: 'da.nghi', positions: [{ ...past, validTo: '2027-01-01' }] });
    await office.database.pool.query('update staff set active = false where id = $1', [closed.id]);
    const codes = async (userName: string, password: string): Promise<string | undefined> =>
      codeOf(await office.call('POST', '/api/session', { body: { userName, password }, address: '10.3.0.1' }));
    assert.equal(await codes(idle.userName, idle.password), 'identity.no-position');
    assert.equal(await codes(closed.userName, closed.password), 'identity.account-closed');
    assert.equal(await codes(closed.userName, 'không phải'), 'identity.wrong-sign-in');
  });

  for (const [what, body, field] of [
    ['without a password', { userName: 'an.nguyen' }, 'password'],
    ['with an empty name', { userName: '', password: 'x' }, 'userName'],
    ['with a name of 101 characters', { userName: 'a'.repeat(101), password: 'x' }, 'userName'],
    ['with a password of 401 characters', { userName: 'an.nguyen', password: 'x'.repeat(401) }, 'password'],
    ['with a number as password', { userName: 'an.nguyen', password: 12 }, 'password'],
    ['with null as name', { userName: null, password: 'x' }, 'userName'],
    ['with a list as name', { userName: ['an.nguyen'], password: 'x' }, 'userName'],
    ['with something else beside', { userName: 'an.nguyen', password: 'x', role: 'administrator' }, 'role'],
  ] as const) {
    test(`a sign-in ${what} is refused at its field`, async () => {
      const response = await office.call('POST', '/api/session', { body });
      assert.equal(response.statusCode, 422);
      assert.deepEqual(response.json<{ faults: { field: string }[] }>().faults.map((fault) => fault.field), [field]);
      assert.ok(!response.body.includes('an.nguyen'), 'what was sent is not repeated');
    });
  }

  test('a sign-in that another site’s page sends is refused', async () => {
    const { userName, password } = office.commune.staff.reception;
    const response = await office.call('POST', '/api/session', { body: { userName, password }, headers: { 'sec-fetch-site': 'cross-site' } });
    assert.equal(response.statusCode, 403);
    assert.equal(response.cookies.length, 0);
  });

  test('a cheap or outdated hash is replaced at the next sign-in', async () => {
    const { userName } = office.commune.staff.committee;
    const stored = async (): Promise<string> =>
      ((await office.database.pool.query('select password_hash from staff where user_name = $1', [userName])).rows as { password_hash: string }[])[0]?.password_hash ?? '';
    assert.match(await stored(), /m=8,t=1,/);
    const { password } = office.commune.staff.committee;
    const first = await office.call('POST', '/api/session', { body: { userName, password } });
    assert.match(await stored(), /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    const second = await office.call('POST', '/api/session', { body: { userName, password } });
    assert.deepEqual([first.statusCode, second.statusCode], [200, 200]);
  });
});

describe('the life of a session', () => {
  const actorKind = async (cookies: Record<string, string>): Promise<string> =>
    (await office.call('GET', '/api/actor', { cookies })).json<{ kind: string }>().kind;

  test('nobody without a session, with a broken cookie or with an invented token is somebody', async () => {
    for (const cookies of [{}, { 'xaso-phien': '' }, { 'xaso-phien': 'x' }, { 'xaso-phien': 'A'.repeat(43) }, { 'xaso-phien': "' or 1=1 --" }]) {
      assert.equal(await actorKind(cookies as Record<string, string>), 'anonymous');
      const who = await office.call('GET', '/api/session', { cookies });
      assert.deepEqual([who.statusCode, codeOf(who)], [401, 'access.sign-in-first']);
    }
  });

  test('it ends twelve hours after sign-in although it was used every hour', async () => {
    const cookies = await signedIn('reception');
    for (let hour = 1; hour <= 11; hour += 1) {
      office.clock.pass(HOUR);
      assert.equal(await actorKind(cookies), 'staff', `after ${hour} hours`);
    }
    office.clock.pass(HOUR - 1);
    assert.equal(await actorKind(cookies), 'staff');
    office.clock.pass(1);
    assert.equal(await actorKind(cookies), 'anonymous');
  });

  test('it ends after eight hours without a request', async () => {
    const cookies = await signedIn('reception');
    office.clock.pass(8 * HOUR - 1);
    assert.equal(await actorKind(cookies), 'staff');
    office.clock.pass(8 * HOUR);
    assert.equal(await actorKind(cookies), 'anonymous');
  });

  test('a page that only keeps asking who is signed in keeps no session alive', async () => {
    const cookies = await signedIn('reception');
    const ask = async (): Promise<number> => (await office.call('GET', '/api/session', { cookies })).statusCode;
    for (let minutes = 5; minutes < 480; minutes += 5) {
      office.clock.pass(5 * MINUTE);
      assert.equal(await ask(), 200, `after ${minutes} minutes`);
    }
    office.clock.pass(5 * MINUTE);
    assert.equal(await ask(), 401);
  });

  test('a session that goes idle within the five seconds of memory still ends on time', async () => {
    const cookies = await signedIn('reception');
    office.clock.pass(8 * HOUR - SECOND);
    assert.equal(await actorKind(cookies), 'staff');
    // That use was written down; the other end of the memory is the absolute one.
    office.clock.pass(4 * HOUR + SECOND - 2);
    assert.equal(await actorKind(cookies), 'staff');
    office.clock.pass(2);
    assert.equal(await actorKind(cookies), 'anonymous');
  });

  test('its use is written down at most once a minute', async () => {
    const cookies = await signedIn('reception');
    const seen = async (): Promise<number> => {
      const hash = createHash('sha256').update(cookies['xaso-phien'] ?? '').digest('hex');
      const { rows } = await office.database.pool.query<{ last_seen_at: Date }>('select last_seen_at from staff_session where token_hash = $1', [hash]);
      return rows[0]?.last_seen_at.getTime() ?? 0;
    };
    const opened = office.clock.now().getTime();
    const use = async (after: number, written: number): Promise<void> => {
      office.clock.pass(opened + after * SECOND - office.clock.now().getTime());
      assert.equal(await actorKind(cookies), 'staff');
      assert.equal((await seen() - opened) / SECOND, written, `after ${after} seconds`);
    };
    await use(59, 0);
    // Remembered for five seconds: neither read nor written.
    await use(61, 0);
    await use(64, 64);
    await use(123, 64);
    await use(128, 128);
  });

  test('positions are those of today: one that ends tonight is gone tomorrow, and with it the work', async () => {
    const unitId = office.commune.units.centre.id;
    office.clock.set('2026-12-01T23:59:58+07:00');
    const staff = await createStaff(office.database.db, office.commune.commune, {
      userName: 'het.han.toi.nay',
      positions: [{ unitId, role: 'reception', title: 'Biệt phái', fields: [], validTo: '2026-12-01' }],
    });
    const response = await office.call('POST', '/api/session', { body: { userName: staff.userName, password: staff.password } });
    const cookies = { 'xaso-phien': cookieOf(response, 'xaso-phien') ?? '' };
    assert.equal((await office.call('GET', '/api/work', { cookies })).statusCode, 200);
    office.clock.pass(3 * SECOND);
    const work = await office.call('GET', '/api/work', { cookies });
    assert.deepEqual([work.statusCode, codeOf(work)], [403, 'access.not-allowed']);
    assert.deepEqual((await office.call('GET', '/api/session', { cookies })).json<{ roles: string[] }>().roles, []);
  });

  test('a closed account is out within five seconds', async () => {
    const cookies = await signedIn('cashier');
    assert.equal(await actorKind(cookies), 'staff');
    await office.database.pool.query('update staff set active = false where user_name = $1', [office.commune.staff.cashier.userName]);
    office.clock.pass(5 * SECOND);
    assert.equal(await actorKind(cookies), 'anonymous');
    await office.database.pool.query('update staff set active = true where user_name = $1', [office.commune.staff.cashier.userName]);
  });
});
