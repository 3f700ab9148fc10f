import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, test } from 'node:test';
import { type Asked, createInstallation, type InstallationHouse } from '../../../../test/installation-house.ts';
import { type StaffActor } from '../../../kernel/actor.ts';
import { addDays } from '../../../kernel/local-time.ts';
import { inCommune } from '../../../platform/db/commune-scope.ts';
import { type GrantAct } from '../domain/installation-grant.ts';
import { endAtMachine, listNamings, nameAtMachine } from './name-at-machine.ts';
import { checkInstallation } from './check-installation.ts';
import { findInstallationStanding, speaksForInstallation } from './standing.ts';

describe('who speaks for an installation of three communes', () => {
  let house: InstallationHouse;
  before(async () => { house = await createInstallation(); });
  after(() => house.program.close());
  beforeEach(async () => {
    await house.program.database.owner.pool.query('delete from installation_administrator');
    await house.program.database.owner.pool.query('update staff set active = true');
    await house.nameAtMachine(0);
    await house.nameAtMachine(1);
  });

  const a = () => house.administrator(0);
  const b = () => house.administrator(1);
  const c = () => house.administrator(2);
  const speaks = (actor: StaffActor) => speaksForInstallation(house.program.database.db, actor, house.today());
  const propose = (actor: StaffActor, staffId: string, change: object = {}) =>
    house.ask<{ id: string }>(actor, 'POST', '/api/installation-administrators', { commandId: randomUUID(), id: randomUUID(), staffId, validFrom: house.today(), validTo: addDays(house.today(), 364), reason: 'Quyết định 12', ...change });
  const act = (actor: StaffActor, id: string, what: GrantAct, change: object = {}): Promise<Asked<unknown>> =>
    house.ask(actor, 'POST', `/api/installation-administrators/${id}/acts`, { commandId: randomUUID(), act: what, reason: 'Chuyển công tác', ...change });
  const idOf = async (actor: StaffActor) => (await house.view(a())).namings.find(({ fullName, communeName, standing }) => fullName === actor.fullName && standing === 'holds' && communeName.endsWith(house.communes.find(({ commune }) => commune.code === actor.communeCode)?.commune.name ?? '?'))?.id ?? '';
  const actions = async () => (await house.program.database.owner.pool.query<{ action: string; commune: string }>("select action, commune_code as commune from journal where action like 'installation-administrator.%' order by at desc, commune_code limit 500")).rows;

  test('is looked after by the examination: nobody is told, two are well, and they are over with their days', async () => {
    const found = async (): Promise<readonly unknown[]> => (await checkInstallation(house.program.database.db, house.today())).map(({ code, grade, facts }) => [code, grade, facts['communes']]);
    assert.deepEqual(await found(), [['installation.well', 'well', 3]]);
    assert.deepEqual((await checkInstallation(house.program.database.db, addDays(house.today(), 4000))).map(({ code }) => code), ['installation.nobody'], 'when their days are over');
  });

  test('is named by two of those who do: one proposes, another one agrees; the third speaks from then on and is told', async () => {
    assert.equal(await speaks(c()), false);
    const proposed = await propose(a(), c().staffId);
    assert.equal(proposed.status, 200, proposed.text);
    assert.equal(await speaks(c()), false, 'a proposal gives nothing');
    const seen = await house.view(b());
    assert.deepEqual(seen.namings.filter(({ standing }) => standing === 'waits').map(({ communeName, acts, reason }) => [communeName, acts, reason]), [['Xã Triệu Lộc', ['agree', 'decline'], 'Quyết định 12']]);
    const agreed = await act(b(), proposed.body.id, 'agree');
    assert.equal(agreed.status, 200, agreed.text);
    assert.equal(await speaks(c()), true);
    assert.deepEqual((await findInstallationStanding(house.program.database.db, c(), house.program.clock.now())).deciders.map(({ communeName }) => communeName), ['Xã Hoa Lộc', 'Xã Hậu Lộc', 'Xã Triệu Lộc']);
    const told = await house.program.database.owner.pool.query<{ commune: string; kind: string }>("select commune_code as commune, payload ->> 'kind' as kind from outbox where payload ->> 'kind' like 'installation-%' order by created_at, commune_code");
    assert.deepEqual(told.rows.map(({ commune, kind }) => `${commune} ${kind}`).sort(), ['16072 installation-granted', '16075 installation-asked', '16078 installation-granted']);
    const written = (await actions()).map(({ action, commune }) => `${commune} ${action}`);
    for (const line of ['16075 installation-administrator.agreed', '16072 installation-administrator.proposed']) assert.ok(written.includes(line), written.join());
  });

  test('is not agreed to by the one who proposed, nor by the person, nor by anybody else', async () => {
    const { body } = await propose(a(), c().staffId);
    const own = await act(a(), body.id, 'agree');
    assert.deepEqual([own.status, own.code], [409, 'installation.same-person']);
    assert.match(own.text, /Việc này cần hai người/u);
    assert.equal((await act(c(), body.id, 'agree')).code, 'installation.not-yours');
    assert.equal(await speaks(c()), false);
    await assert.rejects(house.program.database.pool.query("update installation_administrator set state = 'granted', decided_by = proposed_by, decided_at = now() where id = $1", [body.id]), /two_people/u);
    await assert.rejects(house.program.database.pool.query("update installation_administrator set valid_to = valid_to + 1 where id = $1", [body.id]), { code: '42501' });
  });

  test('changes nothing twice when the answer was lost', async () => {
    const command = { commandId: randomUUID(), id: randomUUID() };
    const [first, again] = [await propose(a(), c().staffId, command), await propose(a(), c().staffId, command)];
    assert.deepEqual([first.status, again.status, again.body], [200, 200, first.body]);
    const agree = { commandId: randomUUID() };
    assert.deepEqual([(await act(b(), command.id, 'agree', agree)).status, (await act(b(), command.id, 'agree', agree)).status], [200, 200]);
    assert.equal((await house.view(a())).namings.length, 3);
    assert.equal((await propose(a(), c().staffId)).code, 'installation.holds-already');
  });

  test('needs a second factor whatever the own commune asks for, and one that was proved lately', async () => {
    const weak = await propose(house.administrator(0, { level: 'password', secondFactor: 'waived' }), c().staffId);
    assert.deepEqual([weak.status, weak.code], [403, 'access.second-factor-first']);
    assert.equal((await propose(house.administrator(0, { level: 'password' }), c().staffId)).code, 'access.assurance-too-low');
    assert.equal((await propose(house.administrator(0, { provenAt: house.program.clock.now().getTime() - 16 * 60_000 }), c().staffId)).code, 'access.assurance-too-low');
  });

  test('says what is wrong with a person, a day and a reason, and keeps nothing of it', async () => {
    const cases: readonly (readonly [object, string])[] = [
      [{ validFrom: '2026-02-31' }, 'installation.no-such-day'], [{ validTo: '2026-13-01' }, 'installation.no-such-day'], [{ validFrom: addDays(house.today(), -1) }, 'installation.day-past'],
      [{ validTo: addDays(house.today(), -1) }, 'installation.days-turned'], [{ validTo: addDays(house.today(), 800) }, 'installation.too-long'], [{ reason: ' ' }, 'installation.reason-missing'],
    ];
    for (const [change, code] of cases) assert.equal((await propose(a(), c().staffId, change)).code, code, JSON.stringify(change));
    assert.equal((await propose(a(), house.communes[2].staff.clerk.id)).code, 'installation.no-administrator');
    assert.equal((await propose(a(), randomUUID())).code, 'installation.no-administrator');
    assert.equal((await act(a(), randomUUID(), 'agree')).code, 'installation.unknown');
    assert.equal((await propose(c(), c().staffId)).code, 'installation.not-yours');
    assert.equal((await house.view(a())).namings.length, 2);
  });

  test('is ended by two as well, at once; the last one not from the screen', async () => {
    const id = await idOf(b());
    assert.equal((await act(a(), id, 'propose-end')).status, 200);
    assert.equal((await act(a(), id, 'agree-end')).code, 'installation.same-person');
    assert.equal(await speaks(b()), true);
    assert.equal((await act(b(), id, 'keep')).status, 200);
    assert.equal((await act(b(), id, 'agree-end')).code, 'installation.no-end-proposed');
    assert.equal((await act(a(), id, 'propose-end')).status, 200);
    assert.equal((await act(b(), id, 'agree-end')).status, 200);
    assert.equal(await speaks(b()), false);
    assert.equal((await act(b(), await idOf(a()), 'propose-end')).code, 'installation.not-yours');
    const last = await act(a(), await idOf(a()), 'propose-end');
    assert.deepEqual([last.status, last.code], [409, 'installation.last']);
    assert.equal((await propose(a(), c().staffId)).code, 'installation.nobody-to-agree');
  });

  test('two who end each other at once leave one', async () => {
    const [ofA, ofB] = [await idOf(a()), await idOf(b())];
    assert.equal((await act(b(), ofA, 'propose-end')).status, 200);
    assert.equal((await act(a(), ofB, 'propose-end')).status, 200);
    const both = await Promise.all([act(a(), ofA, 'agree-end'), act(b(), ofB, 'agree-end')]);
    assert.deepEqual(both.map(({ status }) => status).sort(), [200, 409], both.map(({ text }) => text).join());
    assert.ok(both.some(({ code }) => code === 'installation.last'));
    assert.equal([await speaks(a()), await speaks(b())].filter(Boolean).length, 1);
  });

  test('speaks from the first day to the last, and no longer than the position in the own commune', async () => {
    const { body } = await propose(a(), c().staffId, { validFrom: addDays(house.today(), 5), validTo: addDays(house.today(), 9) });
    assert.equal((await act(b(), body.id, 'agree')).status, 200);
    const on = (days: number) => speaksForInstallation(house.program.database.db, c(), addDays(house.today(), days));
    assert.deepEqual([await on(4), await on(5), await on(9), await on(10)], [false, true, true, false]);
    assert.equal((await house.view(a())).namings.find(({ id }) => id === body.id)?.standing, 'later');
    assert.equal(await speaks({ ...a(), positions: [] }), false);
  });

  test('ends with the account, and does not come back when the account is opened again', async () => {
    const { pool } = house.program.database.owner;
    await pool.query('update staff set active = false where id = $1', [b().staffId]);
    await pool.query('update staff set active = true where id = $1', [b().staffId]);
    assert.equal(await speaks(b()), false);
    assert.deepEqual((await house.view(a())).namings.filter(({ standing }) => standing === 'over').map(({ overBy }) => overBy), ['account-closed']);
  });

  test('is seen by other administrators with name and commune, and nothing else of it', async () => {
    const { body: proposal } = await propose(a(), c().staffId);
    const seen = await house.view(c());
    assert.deepEqual([seen.communes, seen.speaks, seen.candidates.length], [3, false, 0]);
    assert.deepEqual(seen.namings.map(({ communeName, reason, acts, proposedAt }) => [communeName, reason, acts.length, proposedAt]).sort(), [['Xã Hoa Lộc', null, 0, null], ['Xã Hậu Lộc', null, 0, null]].sort());
    assert.ok(seen.namings.every(({ id }) => id !== proposal.id));
    assert.equal((await house.ask(house.communes[2].staff.clerk.actor, 'GET', '/api/installation-administrators')).status, 403);
    // Under the scope of a commune the database shows no row of another one.
    const rows = await inCommune('16078', () => house.program.database.db.selectFrom('installation_administrator').select('commune_code').execute());
    assert.deepEqual([...new Set(rows.map((row) => row.commune_code))], ['16078']);
  });

  test('sees no more of the dossiers of other communes than before', async () => {
    const { db } = house.program.database;
    const theirs = randomUUID();
    assert.equal((await house.ask(a(), 'GET', `/api/dossiers/${theirs}`)).code, (await house.ask(c(), 'GET', `/api/dossiers/${theirs}`)).code);
    const other = await house.ask<{ staff: readonly unknown[] }>(a(), 'GET', `/api/staff/${house.communes[2].staff.clerk.id}/access`);
    assert.equal(other.code, 'identity.staff-unknown');
    const people = await inCommune('16072', () => db.selectFrom('staff').select('commune_code').distinct().execute());
    assert.deepEqual(people.map((row) => row.commune_code), ['16072']);
  });

  test('is named, listed and ended at the machine, the last one too', async () => {
    const { owner } = house.program.database;
    const order = (userName: string) => ({ userName, reason: 'Quyết định 3', commandId: randomUUID(), now: house.program.clock.now() });
    assert.equal((await listNamings(owner.db, house.program.clock.now())).length, 2);
    const unknown = await nameAtMachine(owner.db, { ...order('khong.co'), id: randomUUID(), validFrom: house.today(), validTo: house.today() });
    assert.equal(unknown.ok ? '' : unknown.problem.code, 'installation.no-administrator');
    const first = await endAtMachine(owner.db, order(a().userName));
    assert.deepEqual(first.ok && [first.value.ended, first.value.left], [1, 1]);
    const last = await endAtMachine(owner.db, order(b().userName));
    assert.deepEqual(last.ok && [last.value.ended, last.value.left], [1, 0]);
    assert.equal((await endAtMachine(owner.db, order(b().userName))).ok, false);
    assert.ok((await actions()).some(({ action }) => action === 'installation-administrator.ended-at-machine'));
  });

  test('ends when a colleague closes the account, and the journal of the commune says which naming', async () => {
    const { staff, units, commune } = house.communes[1];
    const naming = await idOf(b());
    const entry = { commandId: randomUUID(), fullName: b().fullName, active: false, positions: [{ positionId: randomUUID(), unitId: units.centre.id, role: 'reception', title: 'Một cửa', fields: [] }] };
    const clerkToo = { commandId: randomUUID(), fullName: staff.clerk.actor.fullName, active: true, positions: [{ positionId: randomUUID(), unitId: units.centre.id, role: 'administrator', title: 'Quản trị', fields: [] }] };
    assert.equal((await house.ask(b(), 'PUT', `/api/staff/${staff.clerk.id}`, clerkToo)).status, 200);
    const closed = await house.ask(house.administrator(1), 'PUT', `/api/staff/${b().staffId}`, entry);
    assert.equal(closed.status, 200, closed.text);
    const { rows } = await house.program.database.owner.pool.query<{ facts: { endedNamings: string[] } }>("select (entry::jsonb)->'facts' as facts from journal where commune_code = $1 and object = $2 and action = 'staff-changed'", [commune.code, `staff:${b().staffId}`]);
    assert.deepEqual(rows.map(({ facts }) => facts.endedNamings), [[naming]]);
    assert.equal((await house.view(a())).namings.find(({ id }) => id === naming)?.overBy, 'account-closed');
  });
});
