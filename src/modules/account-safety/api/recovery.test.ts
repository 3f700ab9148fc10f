import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { type FastifyInstance, type LightMyRequestResponse } from 'fastify';
import { HOUR } from '../../../../test/clock.ts';
import { createStaff, TEST_PASSWORD, type TestStaff } from '../../../../test/commune.ts';
import { codeOf, cookieOf, serveIdentity } from '../../../../test/identity-house.ts';

type Cookies = Readonly<Record<string, string>>;

const NEW = 'chuồn chuồn bay thấp';
let office: Awaited<ReturnType<typeof serveIdentity>>;
let people = 0;
before(async () => { office = await serveIdentity(); });
after(() => office.close());

async function somebody(role: 'reception' | 'administrator' = 'reception'): Promise<TestStaff> {
  people += 1;
  return createStaff(office.database.db, office.commune.commune, { userName: `mat.${people}`, fullName: 'Đặng Thị Quên', positions: [{ unitId: office.commune.units.office.id, role, title: 'Thử', fields: [] }] });
}
async function signIn(userName: string, password = TEST_PASSWORD): Promise<LightMyRequestResponse> {
  people += 1;
  return office.call('POST', '/api/session', { body: { userName, password }, address: `10.77.${people}.1` });
}
const sessionOf = async (who: TestStaff): Promise<Cookies> => ({ 'xaso-phien': cookieOf(await signIn(who.userName), 'xaso-phien') ?? '' });

interface Helpers { readonly first: Cookies; readonly second: Cookies; readonly firstWho: TestStaff; readonly secondWho: TestStaff }
/** Two administrators who are signed in. */
async function administrators(): Promise<Helpers> {
  const [firstWho, secondWho] = [await somebody('administrator'), await somebody('administrator')];
  return { firstWho, secondWho, first: await sessionOf(firstWho), second: await sessionOf(secondWho) };
}
async function start(cookies: Cookies, who: TestStaff, recoveryId: string = randomUUID()): Promise<string> {
  const answer = await office.call('POST', `/api/staff/${who.id}/recovery`, { cookies, body: { commandId: randomUUID(), recoveryId, reason: 'Mất điện thoại, đã gặp trực tiếp' } });
  assert.equal(answer.statusCode, 200, answer.body);
  return recoveryId;
}
const approve = (cookies: Cookies, id: string, commandId: string = randomUUID()) => office.call('POST', `/api/recoveries/${id}/approve`, { cookies, body: { commandId } });
async function opened(): Promise<Helpers & { readonly who: TestStaff; readonly id: string; readonly code: string }> {
  const helpers = await administrators();
  const who = await somebody();
  const id = await start(helpers.first, who);
  const answer = await approve(helpers.second, id);
  assert.equal(answer.statusCode, 200, answer.body);
  return { ...helpers, who, id, code: answer.json<{ code: string }>().code };
}
const enter = (userName: string, code: string, wishes: { readonly password?: string; readonly address?: string; readonly server?: FastifyInstance } = {}) => {
  people += 1;
  return (wishes.server ?? office.server).inject({
    method: 'POST', url: '/can-bo/khoi-phuc', remoteAddress: wishes.address ?? `10.78.${people}.1`, headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ userName, code, password: wishes.password ?? NEW }).toString(),
  });
};
const journalOf = async (staffId: string): Promise<readonly string[]> =>
  (await office.database.owner.pool.query<{ action: string }>("select action from journal where object = $1 order by seq", [`staff:${staffId}`])).rows.map(({ action }) => action);
const toldKinds = async (staffId: string): Promise<readonly string[]> =>
  (await office.database.owner.pool.query<{ kind: string }>("select payload->>'kind' as kind from outbox where topic = 'StaffNotice' and payload->'to' ? $1 order by created_at, id", [staffId])).rows.map(({ kind }) => kind);

test('two administrators together let somebody in again: a new password, no old factor, no old session, everything in the journal and told', async () => {
  const { first, second } = await administrators();
  const who = await somebody();
  const old = await sessionOf(who);
  const begun = (await office.call('POST', '/api/second-factors/totp', { cookies: old })).json<{ id: string }>();
  await office.database.owner.pool.query('update totp_factor set confirmed_at = now() where id = $1', [begun.id]);
  const recoveryId = await start(first, who);
  const answer = await approve(second, recoveryId);
  const { code } = answer.json<{ code: string }>();
  assert.match(code, /^[2-9A-HJKMNP-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/u);
  const stored = JSON.stringify((await office.database.owner.pool.query('select * from account_recovery where id = $1', [recoveryId])).rows) + JSON.stringify((await office.database.owner.pool.query('select * from client_command')).rows);
  assert.ok(!stored.includes(code) && !stored.includes(code.replaceAll('-', '')), 'only a digest is kept');
  const entered = await enter(who.userName, code.toLowerCase().replaceAll('-', ' '));
  assert.equal(entered.statusCode, 303, entered.body);
  assert.equal(entered.headers.location, '/can-bo/tai-khoan');
  const session = { 'xaso-phien': cookieOf(entered, 'xaso-phien') ?? '' };
  assert.equal((await office.call('GET', '/api/session', { cookies: session })).statusCode, 200);
  assert.equal((await office.call('GET', '/api/session', { cookies: old })).statusCode, 401, 'the old session has ended');
  assert.equal((await office.call('GET', '/api/second-factors', { cookies: session })).json<{ totp: unknown }>().totp, null);
  assert.equal((await office.call('POST', '/api/second-factors/totp', { cookies: session })).statusCode, 200, 'a new factor can be registered at once');
  assert.equal((await signIn(who.userName)).statusCode, 401);
  assert.equal((await signIn(who.userName, NEW)).statusCode, 200);
  const actions = await journalOf(who.id);
  for (const action of ['recovery-started', 'recovery-approved', 'recovery-used']) assert.ok(actions.includes(action), action);
  assert.deepEqual([...(await toldKinds(who.id))].sort(), ['recovery-approved', 'recovery-started', 'recovery-used']);
});

test('the same administrator cannot do both, whatever the program believes: the database refuses it too', async () => {
  const { first, firstWho } = await administrators();
  const who = await somebody();
  const id = await start(first, who);
  const answer = await approve(first, id);
  assert.equal(answer.statusCode, 403);
  assert.equal(codeOf(answer), 'recovery.same-administrator');
  const force = (by: string) => office.database.db.updateTable('account_recovery').set({ state: 'approved', approved_by: by, approved_at: new Date(), code_hash: 'x' }).where('id', '=', id).execute();
  await assert.rejects(force(firstWho.id), /account_recovery_three_people/u);
  await assert.rejects(force(who.id), /account_recovery_three_people/u);
});

test('two who approve at the same time: one is shown a code, the other is told that it was approved', async () => {
  const { first, second } = await administrators();
  const third = await sessionOf(await somebody('administrator'));
  const id = await start(first, await somebody());
  const answers = await Promise.all([approve(second, id), approve(third, id)]);
  assert.deepEqual(answers.map(({ statusCode }) => statusCode).sort(), [200, 409]);
  assert.deepEqual(answers.filter(({ statusCode }) => statusCode !== 200).map(codeOf), ['recovery.approved-before']);
});

test('a code is shown once: a repetition of the approval shows none, and what was approved cannot be approved anew', async () => {
  const { first, second } = await administrators();
  const id = await start(first, await somebody());
  const commandId = randomUUID();
  assert.equal((await approve(second, id, commandId)).statusCode, 200);
  assert.equal(codeOf(await approve(second, id, commandId)), 'recovery.code-lost');
  assert.equal(codeOf(await approve(second, id)), 'recovery.approved-before');
  await assert.rejects(office.database.db.updateTable('account_recovery').set({ code_hash: 'y' }).where('id', '=', id).execute(), /stays as it is/u);
});

test('a code counts for 24 hours and once', async () => {
  const late = await opened();
  office.clock.pass(24 * HOUR);
  assert.match((await enter(late.who.userName, late.code)).body, /quá 24 giờ/u);
  const used = await opened();
  assert.equal((await enter(used.who.userName, used.code)).statusCode, 303);
  const again = await enter(used.who.userName, used.code);
  assert.equal(again.statusCode, 409);
  assert.match(again.body, /đã dùng rồi/u);
});

test('the same code entered twice at the same time opens one session', async () => {
  const { who, code } = await opened();
  const answers = await Promise.all([enter(who.userName, code), enter(who.userName, code)]);
  assert.deepEqual(answers.map(({ statusCode }) => statusCode).sort(), [303, 409]);
});

test('a password against the rules is told beside its field and does not use the code up', async () => {
  const { who, code } = await opened();
  const refused = await enter(who.userName, code, { password: 'ngắn' });
  assert.equal(refused.statusCode, 422);
  assert.match(refused.body, /12 ký tự/u);
  assert.equal((await enter(who.userName, code)).statusCode, 303);
});

test('wrong codes and unknown names are answered alike, and slowed down for all processes together', async () => {
  const { who } = await opened();
  const other = await office.serveAgain();
  const words = (answer: LightMyRequestResponse) => [answer.statusCode, answer.body.replaceAll(/value="[^"]*"/gu, '')];
  assert.deepEqual(words(await enter(who.userName, '2222-2222-2222', { address: '10.9.0.1' })), words(await enter('khong.co.ai', '2222-2222-2222', { address: '10.9.0.2' })));
  for (let turn = 0; turn < 4; turn += 1) await enter(who.userName, '2222-2222-2222', { address: '10.9.0.1', ...(turn % 2 === 0 ? { server: other } : {}) });
  for (const server of [office.server, other]) {
    const slowed = await enter(who.userName, '2222-2222-2222', { address: '10.9.0.1', server });
    assert.equal(slowed.statusCode, 429);
    assert.match(slowed.body, /giây/u);
  }
  assert.ok((await journalOf(who.id)).includes('recovery-refused'));
});

test('a code is of no use once the account is closed, or one of the two no longer administers', async () => {
  const closed = await opened();
  const put = (cookies: Cookies, who: TestStaff, active: boolean, positions: readonly object[]) =>
    office.call('PUT', `/api/staff/${who.id}`, { cookies, body: { commandId: randomUUID(), fullName: 'Đặng Thị Quên', active, positions } });
  assert.equal((await put(closed.first, closed.who, false, [])).statusCode, 200);
  assert.match((await enter(closed.who.userName, closed.code)).body, /đã đóng/u);
  const removed = await opened();
  assert.equal((await put(removed.first, removed.secondWho, true, [])).statusCode, 200);
  assert.match((await enter(removed.who.userName, removed.code)).body, /không còn giữ vai trò/u);
});

test('a second administrator who lost the role while the page was open approves nothing', async () => {
  const { first, second, secondWho } = await administrators();
  const id = await start(first, await somebody());
  // Taken away by another process: this one remembers the session for some seconds more.
  assert.equal((await office.call('GET', '/api/staff', { cookies: second })).statusCode, 200);
  await office.database.owner.pool.query("update staff_position set valid_to = '2025-12-31' where staff_id = $1", [secondWho.id]);
  const answer = await approve(second, id);
  assert.equal(answer.statusCode, 403);
  assert.equal(codeOf(answer), 'recovery.no-longer-administrator');
});

test('the person and any administrator cancel it until it is used, and one recovery at a time goes on', async () => {
  const { first, second } = await administrators();
  const who = await somebody();
  const own = await sessionOf(who);
  await start(first, who);
  const twice = await office.call('POST', `/api/staff/${who.id}/recovery`, { cookies: second, body: { commandId: randomUUID(), recoveryId: randomUUID(), reason: 'Nữa' } });
  assert.equal(codeOf(twice), 'recovery.open-already');
  const seen = (await office.call('GET', '/api/own-recovery', { cookies: own })).json<{ recovery: { reason: string } }>();
  assert.equal(seen.recovery.reason, 'Mất điện thoại, đã gặp trực tiếp');
  assert.equal((await office.call('POST', '/api/own-recovery/cancel', { cookies: own, body: { commandId: randomUUID() } })).statusCode, 200);
  assert.deepEqual((await office.call('GET', '/api/own-recovery', { cookies: own })).json(), { recovery: null });
  const id = await start(first, who);
  const { code } = (await approve(second, id)).json<{ code: string }>();
  assert.equal((await office.call('POST', `/api/recoveries/${id}/cancel`, { cookies: first, body: { commandId: randomUUID() } })).statusCode, 200);
  assert.match((await enter(who.userName, code)).body, /đã bị hủy/u);
  assert.equal((await office.call('GET', '/api/session', { cookies: own })).statusCode, 200, 'the session of the person went on');
});

test('nobody starts it for the own account, and a lone administrator is told of the command line', async () => {
  const { first, firstWho } = await administrators();
  const own = await office.call('POST', `/api/staff/${firstWho.id}/recovery`, { cookies: first, body: { commandId: randomUUID(), recoveryId: randomUUID(), reason: 'Tôi' } });
  assert.equal(codeOf(own), 'recovery.own-account');
  const alone = await serveIdentity();
  try {
    const { administrator, reception } = alone.commune.staff;
    const cookies = { 'xaso-phien': cookieOf(await alone.call('POST', '/api/session', { body: { userName: administrator.userName, password: administrator.password } }), 'xaso-phien') ?? '' };
    const answer = await alone.call('POST', `/api/staff/${reception.id}/recovery`, { cookies, body: { commandId: randomUUID(), recoveryId: randomUUID(), reason: 'Mất' } });
    assert.equal(codeOf(answer), 'recovery.one-administrator');
    assert.match(answer.json<{ title: string }>().title, /xaso second-factor clear/u);
  } finally {
    await alone.close();
  }
});

test('the application cannot rewrite who is recovered, why, or by whom, nor remove a recovery', async () => {
  const { first } = await administrators();
  const id = await start(first, await somebody());
  const { db } = office.database;
  await assert.rejects(db.updateTable('account_recovery').set({ reason: 'Khác' }).where('id', '=', id).execute(), /permission denied/u);
  await assert.rejects(db.updateTable('account_recovery').set({ started_by: randomUUID() }).where('id', '=', id).execute(), /permission denied/u);
  await assert.rejects(db.deleteFrom('account_recovery').where('id', '=', id).execute(), /permission denied/u);
});
