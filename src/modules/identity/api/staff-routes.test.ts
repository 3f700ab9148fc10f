import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { type LightMyRequestResponse } from 'fastify';
import { type Role, ROLES } from '../../../kernel/actor.ts';
import { createCommune, createStaff, type TestCommune } from '../../../../test/commune.ts';
import { codeOf, cookieOf, serveIdentity } from '../../../../test/identity-house.ts';
import { type StaffAnswer, type StaffMemberAnswer } from '../contract/staff.ts';
import { type StaffFigures } from '../contract/staff-figures.ts';

type Cookies = Readonly<Record<string, string>>;

const PASSWORD = 'lúa chín vàng đồng';
let office: Awaited<ReturnType<typeof serveIdentity>>;
let neighbour: TestCommune;
let admin: Cookies;
let people = 0;

async function signIn(userName: string, password: string): Promise<LightMyRequestResponse> {
  people += 1;
  return office.call('POST', '/api/session', { body: { userName, password }, address: `10.40.${people}.1` });
}
async function sessionOf({ userName, password }: { readonly userName: string; readonly password: string }): Promise<Cookies> {
  const response = await signIn(userName, password);
  assert.equal(response.statusCode, 200, response.body);
  return { 'xaso-phien': cookieOf(response, 'xaso-phien') ?? '' };
}

before(async () => {
  office = await serveIdentity();
  neighbour = await createCommune(office.database.db, { commune: { code: '00070', name: 'Hoàn Kiếm' }, calendar: false });
  admin = await sessionOf(office.commune.staff.administrator);
});
after(() => office.close());

const position = (change: Readonly<Record<string, unknown>> = {}): Record<string, unknown> => ({
  positionId: randomUUID(), unitId: office.commune.units.centre.id, role: 'reception', title: 'Cán bộ Một cửa', fields: [], ...change,
});
const newcomer = (change: Readonly<Record<string, unknown>> = {}): Record<string, unknown> => {
  people += 1;
  return { commandId: randomUUID(), staffId: randomUUID(), userName: `moi.${people}`, fullName: 'Đặng Thị Minh Nguyệt', password: PASSWORD, positions: [position()], ...change };
};
const add = (body: unknown, cookies = admin): Promise<LightMyRequestResponse> => office.call('POST', '/api/staff', { cookies, body });
const change = (id: string, body: Readonly<Record<string, unknown>>, cookies = admin): Promise<LightMyRequestResponse> =>
  office.call('PUT', `/api/staff/${id}`, { cookies, body: { commandId: randomUUID(), ...body } });
const list = async (cookies = admin): Promise<StaffAnswer['staff']> => (await office.call('GET', '/api/staff', { cookies })).json<StaffAnswer>().staff;
const entryOf = (member: StaffMemberAnswer) => ({
  fullName: member.fullName,
  active: member.active,
  positions: member.positions.map(({ positionId, unitId, role, title, fields }) => ({ positionId, unitId, role, title, fields })),
});
async function memberOf(id: string): Promise<StaffMemberAnswer> {
  const found = (await list()).find((member) => member.id === id);
  assert.ok(found);
  return found;
}
/** Somebody new, as the administrator made them, with an open session. */
async function added(wish: Readonly<Record<string, unknown>> = {}): Promise<{ readonly id: string; readonly userName: string; readonly cookies: Cookies }> {
  const body = newcomer(wish);
  const response = await add(body);
  assert.equal(response.statusCode, 200, response.body);
  const userName = String(body['userName']);
  // As if the person had chosen a password already: until then only the own account is open.
  await office.database.owner.pool.query('update staff set must_change_password = false, password_given_at = null where user_name = $1', [userName]);
  return { id: String(body['staffId']), userName, cookies: await sessionOf({ userName, password: PASSWORD }) };
}
const roles = async (cookies: Cookies): Promise<readonly string[] | number> => {
  const response = await office.call('GET', '/api/session', { cookies });
  return response.statusCode === 200 ? response.json<{ roles: readonly string[] }>().roles : response.statusCode;
};
const faultsOf = (response: LightMyRequestResponse): readonly string[] => (response.json<{ faults?: { field: string }[] }>().faults ?? []).map(({ field }) => field);

const UUID = '01890000-0000-7000-8000-000000000000';
for (const [method, url] of [['GET', '/api/staff'], ['GET', '/api/units'], ['POST', '/api/staff'], ['PUT', `/api/staff/${UUID}`], ['POST', `/api/staff/${UUID}/password`]] as const) {
  test(`${method} ${url} is for administrators only`, async () => {
    const call = method === 'GET' ? {} : { body: {} };
    assert.equal((await office.call(method, url, call)).statusCode, 401);
    const others: readonly Role[] = method === 'GET' ? ROLES.filter((role) => role !== 'administrator') : ['president'];
    for (const role of others) {
      const cookies = await sessionOf(office.commune.staff[role]);
      assert.deepEqual([role, codeOf(await office.call(method, url, { ...call, cookies }))], [role, 'access.not-allowed']);
    }
  });
}

test('the list has the people of the own commune with the positions of today, and no secrets', async () => {
  const clerk = await memberOf(office.commune.staff.clerk.id);
  assert.deepEqual({ ...clerk, positions: clerk.positions.map((held) => ({ ...held, positionId: 'made at random' })) }, {
    id: office.commune.staff.clerk.id,
    userName: 'clerk.16072',
    fullName: 'Phạm Thị Thư',
    active: true,
    synthetic: true,
    lastSignInAt: clerk.lastSignInAt,
    positions: [{ positionId: 'made at random', unitId: office.commune.units.office.id, unitName: 'Văn phòng Hội đồng nhân dân và Ủy ban nhân dân', role: 'clerk', title: 'Văn thư', fields: [], unitScope: 'all', steps: [], validFrom: '2025-07-01', validTo: null }],
    leaves: [],
  });
  const text = (await office.call('GET', '/api/staff', { cookies: admin })).body;
  assert.ok(!text.includes('argon2') && !text.includes('00070'));
});

test('the list says when somebody last signed in', async () => {
  const { id } = await added();
  assert.equal((await memberOf(id)).lastSignInAt, office.clock.now().toISOString());
  const { staffId, ...rest } = newcomer();
  await add({ staffId, ...rest });
  assert.equal((await memberOf(String(staffId))).lastSignInAt, null);
});

test('units and fields to choose from are those of the own commune, in Vietnamese order', async () => {
  const answer = (await office.call('GET', '/api/units', { cookies: admin })).json<{ units: { id: string }[]; fields: string[] }>();
  assert.deepEqual(answer.units.map(({ id }) => id).toSorted(), Object.values(office.commune.units).map(({ id }) => id).toSorted());
  assert.deepEqual(answer.fields, ['Chứng thực', 'Đất đai', 'Hộ tịch']);
});

test('a new person signs in with the given password and holds the given positions', async () => {
  const { id, cookies } = await added({ fullName: ' đặng  thị NGUYỆT ', positions: [position(), position({ role: 'specialist', title: ' Công chức  Hộ tịch ', fields: ['Hộ tịch'] })] });
  assert.deepEqual(await roles(cookies), ['reception', 'specialist']);
  const member = await memberOf(id);
  assert.deepEqual([member.fullName, member.synthetic, member.active, member.positions.map(({ title }) => title).toSorted()], ['Đặng Thị Nguyệt', false, true, ['Công chức Hộ tịch', 'Cán bộ Một cửa'].toSorted()]);
});

test('adding somebody twice with one command adds once; another content or password under the same id is refused', async () => {
  const body = newcomer();
  const answers = await Promise.all([add(body), add(body)]);
  assert.deepEqual(answers.map((answer) => [answer.statusCode, answer.json<{ id: string }>().id]), [[200, body['staffId']], [200, body['staffId']]]);
  assert.equal((await list()).filter(({ id }) => id === body['staffId']).length, 1);
  for (const other of [{ fullName: 'Người Khác Hẳn' }, { password: 'mây trắng lưng đèo' }]) {
    assert.equal(codeOf(await add({ ...body, ...other })), 'command.reused-id');
  }
  assert.equal((await signIn(String(body['userName']), PASSWORD)).statusCode, 200);
});

test('two administrators who choose the same user name at once get one person and one refusal', async () => {
  const answers = await Promise.all([add(newcomer({ userName: 'cung.ten' })), add(newcomer({ userName: 'cung.ten' }))]);
  assert.deepEqual(answers.map(({ statusCode }) => statusCode).toSorted(), [200, 409]);
});

for (const [what, wish, status, code, field] of [
  ['a user name that somebody has', () => ({ userName: ' Reception.16072 ' }), 409, 'identity.user-name-taken', 'userName'],
  ['a user name of another commune', () => ({ userName: 'clerk.00070' }), 409, 'identity.user-name-taken', 'userName'],
  ['a user name with accents', () => ({ userName: 'nguyệt' }), 422, 'identity.user-name-not-readable', 'userName'],
  ['a user name of two letters', () => ({ userName: 'ng' }), 422, 'identity.user-name-not-readable', 'userName'],
  ['an empty name', () => ({ fullName: '  ' }), 422, 'identity.full-name-not-readable', 'fullName'],
  ['a name with digits', () => ({ fullName: 'Nguyệt 2' }), 422, 'identity.full-name-not-readable', 'fullName'],
  ['a short password', () => ({ password: 'lúa chín' }), 422, 'identity.password-too-short', 'password'],
  ['a password with the person’s name', () => ({ password: 'Minh Nguyệt 2026' }), 422, 'identity.password-says-name', 'password'],
  ['a password with the commune’s name', () => ({ password: 'quê em Hoa Lộc' }), 422, 'identity.password-says-name', 'password'],
  ['a row of digits as a password', () => ({ password: '123456789012' }), 422, 'identity.password-too-simple', 'password'],
  ['an unknown unit', () => ({ positions: [position({ unitId: randomUUID() })] }), 422, 'identity.unit-unknown', 'positions.0.unitId'],
  ['a unit of another commune', () => ({ positions: [position(), position({ unitId: neighbour.units.office.id })] }), 422, 'identity.unit-unknown', 'positions.1.unitId'],
  ['a field outside the catalogue', () => ({ positions: [position({ fields: ['Bói toán'] })] }), 422, 'identity.field-unknown', 'positions.0.fields'],
  ['a position without a title', () => ({ positions: [position({ title: ' ' })] }), 422, 'identity.title-missing', 'positions.0.title'],
  ['the id of somebody here', () => ({ staffId: office.commune.staff.clerk.id }), 409, 'identity.id-used', 'staffId'],
  ['the id of somebody of another commune', () => ({ staffId: neighbour.staff.clerk.id }), 409, 'identity.id-used', 'staffId'],
  ['an unknown role', () => ({ positions: [position({ role: 'king' })] }), 422, 'request.invalid', 'positions.0.role'],
  ['no position', () => ({ positions: [] }), 422, 'request.invalid', 'positions'],
  ['eleven positions', () => ({ positions: Array.from({ length: 11 }, () => position()) }), 422, 'request.invalid', 'positions'],
  ['a name of 101 characters', () => ({ fullName: 'a'.repeat(101) }), 422, 'request.invalid', 'fullName'],
  ['a user name of 41 characters', () => ({ userName: 'a'.repeat(41) }), 422, 'request.invalid', 'userName'],
  ['a password of 401 characters', () => ({ password: 'a'.repeat(401) }), 422, 'request.invalid', 'password'],
  ['a title of 101 characters', () => ({ positions: [position({ title: 'a'.repeat(101) })] }), 422, 'request.invalid', 'positions.0.title'],
  ['a field twice', () => ({ positions: [position({ fields: ['Hộ tịch', 'Hộ tịch'] })] }), 422, 'request.invalid', 'positions.0.fields'],
  ['a broken command id', () => ({ commandId: 'mot' }), 422, 'request.invalid', 'commandId'],
  ['an entry too many', () => ({ communeCode: '00070' }), 422, 'request.invalid', 'communeCode'],
  ['an entry too many in a position', () => ({ positions: [position({ validFrom: '2020-01-01' })] }), 422, 'identity.position-past', 'positions.0.validFrom'],
] as const) {
  test(`${what} is refused in words at its field, and nobody is added`, async () => {
    const body = newcomer(wish());
    const response = await add(body);
    assert.deepEqual([response.statusCode, codeOf(response)], [status, code]);
    assert.ok(faultsOf(response).includes(field), response.body);
    if (body['staffId'] !== office.commune.staff.clerk.id) assert.ok((await list()).every(({ id }) => id !== body['staffId']));
  });
}

test('positions that change are closed and stay readable, and the person has the new ones at the next request', async () => {
  const { id, cookies } = await added();
  assert.deepEqual(await roles(cookies), ['reception']);
  office.clock.pass(24 * 3_600_000);
  admin = await sessionOf(office.commune.staff.administrator);
  const desk = await sessionOf({ userName: (await memberOf(id)).userName, password: PASSWORD });
  assert.deepEqual(await roles(desk), ['reception']);
  const entry = entryOf(await memberOf(id));
  const before = entry.positions[0]?.positionId;
  const response = await change(id, { ...entry, positions: [{ ...entry.positions[0], role: 'cashier', title: 'Thủ quỹ' }] });
  assert.deepEqual([response.statusCode, response.json()], [200, { id, endedSessions: 0 }]);
  assert.deepEqual(await roles(desk), ['cashier']);
  const { rows } = await office.database.pool.query<{ id: string; role: string; to: string | null }>(
    'select id, role, valid_to::text as to from staff_position where staff_id = $1 order by valid_from',
    [id],
  );
  const yesterday = new Date(office.clock.now().getTime() + 7 * 3_600_000 - 86_400_000).toISOString().slice(0, 10);
  assert.deepEqual(rows.map(({ role, to }) => [role, to]), [['reception', yesterday], ['cashier', null]]);
  assert.equal(rows[0]?.id, before);
});

test('a change that is repeated changes once, also when its position ids were closed by it', async () => {
  const { id } = await added();
  const entry = entryOf(await memberOf(id));
  const body = { commandId: randomUUID(), ...entry, positions: [{ ...entry.positions[0], title: 'Tổ trưởng' }] };
  const first = await change(id, body);
  const again = await change(id, body);
  assert.deepEqual([first.statusCode, again.statusCode, again.json()], [200, 200, first.json()]);
  assert.equal((await memberOf(id)).positions.length, 1);
  // Somebody else who still sees the former position is told to look again.
  const late = await change(id, entry);
  assert.deepEqual([late.statusCode, codeOf(late)], [409, 'identity.id-used']);
});

test('a closed account is out at once, its sessions are gone, and it can be reopened', async () => {
  const { id, userName, cookies } = await added();
  const entry = entryOf(await memberOf(id));
  assert.deepEqual((await change(id, { ...entry, active: false })).json(), { id, endedSessions: 1 });
  assert.equal(await roles(cookies), 401);
  assert.equal(codeOf(await signIn(userName, PASSWORD)), 'identity.account-closed');
  assert.equal((await memberOf(id)).active, false);
  await change(id, entry);
  assert.equal(await roles(cookies), 401);
  assert.equal((await signIn(userName, PASSWORD)).statusCode, 200);
});

test('the last administrator can neither be closed nor lose the role, not even by two changes at once', async () => {
  const own = office.commune.staff.administrator.id;
  const entry = entryOf(await memberOf(own));
  for (const wish of [{ active: false }, { positions: [] }, { positions: [position()] }]) {
    const response = await change(own, { ...entry, ...wish });
    assert.deepEqual([response.statusCode, codeOf(response)], [409, 'identity.last-administrator']);
  }
  assert.deepEqual(entryOf(await memberOf(own)), entry);
  const second = await added({ positions: [position({ role: 'administrator', title: 'Quản trị' })] });
  const other = entryOf(await memberOf(second.id));
  const both = await Promise.all([change(own, { ...entry, active: false }, second.cookies), change(second.id, { ...other, active: false })]);
  const [done, refused] = both.map(({ statusCode }) => statusCode).toSorted();
  assert.equal(done, 200);
  // Either the second change met the rule, or its sender's session had ended before it was looked at.
  assert.ok(refused === 409 || refused === 401, String(refused));
  const left = both[0].statusCode === 200 ? second.cookies : admin;
  await change(both[0].statusCode === 200 ? own : second.id, both[0].statusCode === 200 ? entry : other, left);
  admin = await sessionOf(office.commune.staff.administrator);
});

test('people of another commune are not there: not in the list, not to change, not to reset', async () => {
  const foreign = neighbour.staff.clerk.id;
  const changed = await change(foreign, { fullName: 'Kẻ Lạ', active: false, positions: [] });
  assert.deepEqual([changed.statusCode, codeOf(changed)], [404, 'identity.staff-unknown']);
  const reset = await office.call('POST', `/api/staff/${foreign}/password`, { cookies: admin, body: { commandId: randomUUID(), password: PASSWORD } });
  assert.deepEqual([reset.statusCode, codeOf(reset)], [404, 'identity.staff-unknown']);
  assert.equal((await signIn('clerk.00070', neighbour.staff.clerk.password)).statusCode, 200);
  assert.ok((await list(await sessionOf(neighbour.staff.administrator))).every(({ userName }) => userName.endsWith('.00070')));
});

test('a position id of somebody else is refused', async () => {
  const { id } = await added();
  const clerk = await memberOf(office.commune.staff.clerk.id);
  const entry = entryOf(await memberOf(id));
  const response = await change(id, { ...entry, positions: [...entry.positions, position({ positionId: clerk.positions[0]?.positionId })] });
  assert.deepEqual([response.statusCode, codeOf(response)], [409, 'identity.id-used']);
  assert.deepEqual(entryOf(await memberOf(id)), entry);
});

for (const [what, wish, code] of [
  ['a name with digits', { fullName: 'N5' }, 'identity.full-name-not-readable'],
  ['a user name', { userName: 'ten.moi' }, 'request.invalid'],
  ['no word on the account', { active: undefined }, 'request.invalid'],
  ['a number for a name', { fullName: 5 }, 'request.invalid'],
] as const) {
  test(`a change with ${what} is refused`, async () => {
    const entry = entryOf(await memberOf(office.commune.staff.cashier.id));
    const response = await change(office.commune.staff.cashier.id, { ...entry, ...wish });
    assert.deepEqual([response.statusCode, codeOf(response)], [422, code]);
    assert.deepEqual(entryOf(await memberOf(office.commune.staff.cashier.id)), entry);
  });
}

test('a person on leave may be without a position and is told so at sign-in', async () => {
  const { id, userName } = await added();
  assert.equal((await change(id, { ...entryOf(await memberOf(id)), positions: [] })).statusCode, 200);
  assert.equal(codeOf(await signIn(userName, PASSWORD)), 'identity.no-position');
});

test('a position that has ended is not shown', async () => {
  const gone = await createStaff(office.database.db, office.commune.commune, {
    userName: 'da.chuyen', positions: [{ unitId: office.commune.units.office.id, role: 'clerk', title: 'Văn thư', fields: [], validTo: '2026-11-01' }],
  });
  assert.deepEqual((await memberOf(gone.id)).positions, []);
});

test('whoever acts for a colleague on leave has that position from the first day to the last, beside the own one, and ending the leave takes it at once', async () => {
  const away = await added({ fullName: 'Lò Văn Vắng', positions: [position({ role: 'cashier', title: 'Thủ quỹ', unitScope: 'own', steps: ['receive'] }), position({ role: 'administrator', title: 'Quản trị' })] });
  const acting = await added({ positions: [position({ title: 'Một cửa' })] });
  const leaveId = randomUUID();
  const leave = (change: Readonly<Record<string, unknown>> = {}) =>
    office.call('POST', `/api/staff/${away.id}/leave`, { cookies: admin, body: { commandId: randomUUID(), leaveId, fromDay: '2026-11-23', untilDay: '2026-11-30', reason: 'Nghỉ phép', actingStaffId: acting.id, ...change } });
  assert.equal(codeOf(await leave({ actingStaffId: away.id })), 'identity.acting-same');
  assert.deepEqual(await roles(acting.cookies), ['reception']);
  assert.equal((await leave()).statusCode, 200);
  assert.deepEqual(await roles(acting.cookies), ['reception', 'cashier']);
  const actor = (await office.call('GET', '/api/actor', { cookies: acting.cookies })).json<{ positions: { title: string; unitScope: string; steps: string[]; actingFor: unknown }[] }>();
  assert.deepEqual(actor.positions.map(({ title, unitScope, steps, actingFor }) => [title, unitScope, steps, actingFor]), [
    ['Một cửa', 'all', [], null],
    ['Thay Thủ quỹ', 'own', ['receive'], { staffId: away.id, fullName: 'Lò Văn Vắng', title: 'Thủ quỹ' }],
  ]);
  assert.deepEqual((await memberOf(away.id)).leaves.map(({ acting: who }) => who?.id), [acting.id]);
  assert.equal((await office.call('POST', `/api/leaves/${leaveId}/end`, { cookies: admin, body: { commandId: randomUUID() } })).statusCode, 200);
  assert.deepEqual(await roles(acting.cookies), ['reception']);
  assert.equal(codeOf(await office.call('POST', `/api/leaves/${leaveId}/end`, { cookies: admin, body: { commandId: randomUUID() } })), 'identity.leave-unknown');
});

test('a role that is taken away while a page is open, and an account that is closed while signed in, are gone on the next request', async () => {
  const { id, cookies } = await added();
  const member = await memberOf(id);
  assert.equal((await office.call('GET', '/api/work', { cookies })).statusCode, 200);
  assert.equal((await change(id, { ...entryOf(member), positions: [] })).statusCode, 200);
  assert.equal(codeOf(await office.call('GET', '/api/work', { cookies })), 'access.not-allowed');
  assert.equal((await change(id, { ...entryOf(member), active: false, positions: [] })).statusCode, 200);
  assert.equal((await office.call('GET', '/api/work', { cookies })).statusCode, 401);
});

test('a position is entered for later days, lengthened, and taken back before it begins', async () => {
  const { id } = await added();
  const [held] = (await memberOf(id)).positions;
  const later = position({ role: 'clerk', title: 'Văn thư', validFrom: '2026-12-01', validTo: '2026-12-31' });
  const known = { positionId: held?.positionId, unitId: held?.unitId, role: held?.role, title: held?.title, fields: [] };
  assert.equal((await change(id, { fullName: 'Đặng Thị Minh Nguyệt', active: true, positions: [{ ...known, validTo: '2027-01-31' }, later] })).statusCode, 200);
  assert.deepEqual((await memberOf(id)).positions.map(({ role, validFrom, validTo }) => [role, validFrom, validTo]), [['reception', held?.validFrom, '2027-01-31'], ['clerk', '2026-12-01', '2026-12-31']]);
  assert.equal((await memberOf(id)).positions[0]?.positionId, held?.positionId);
  assert.equal((await change(id, { fullName: 'Đặng Thị Minh Nguyệt', active: true, positions: [known] })).statusCode, 200);
  assert.deepEqual((await memberOf(id)).positions.map(({ role }) => role), ['reception']);
  assert.deepEqual(faultsOf(await change(id, { fullName: 'Đặng Thị Minh Nguyệt', active: true, positions: [known, { ...later, positionId: randomUUID(), validTo: '2026-11-30' }] })), ['positions.1.validTo']);
});

test('the figures open the people behind them, and a sign-in counts in its week', async () => {
  const figures = async () => (await office.call('GET', '/api/staff/figures', { cookies: admin })).json<StaffFigures>();
  const before = await figures();
  const seen = await added();
  const { staffId, ...rest } = newcomer();
  await add({ staffId, ...rest });
  const after = await figures();
  assert.equal(after.placed, before.placed + 2);
  assert.ok(after.neverSignedIn.includes(String(staffId)) && !after.neverSignedIn.includes(seen.id));
  assert.deepEqual([after.weeks.length, after.weeks[0]?.monday], [12, '2026-11-23']);
  assert.equal(after.weeks[0]?.signedIn, (before.weeks[0]?.signedIn ?? 0) + 1);
  assert.equal((await change(seen.id, { ...entryOf(await memberOf(seen.id)), active: false })).statusCode, 200);
  const closed = await figures();
  assert.ok(closed.withoutAccount.includes(seen.id) && closed.closed.includes(seen.id));
  assert.equal((await change(seen.id, { ...entryOf(await memberOf(seen.id)), active: true, positions: [] })).statusCode, 200);
  const unplaced = await figures();
  assert.ok(unplaced.withoutPosition.includes(seen.id) && !unplaced.withoutAccount.includes(seen.id));
});
