import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { createStaff, type TestStaff } from '../../../../test/commune.ts';
import { createDossierHouse, type DossierHouse, receptionRequest } from '../../../../test/dossier-house.ts';
import { type StaffActor } from '../../../kernel/actor.ts';
import { runDueWork } from '../../../platform/jobs/start-job-runner.ts';
import { inboxRoutes, inboxSubscriber } from '../../notifications/index.ts';
import { type DossierResponse } from '../contract/dossier-schemas.ts';
import { type WorkListResponse } from '../contract/work-list-schemas.ts';
import { tellUntakenHandovers } from '../jobs/tell-handovers.ts';

const NEVER = new AbortController().signal;
let house: DossierHouse;
let economist: TestStaff;
before(async () => {
  house = await createDossierHouse((deps) => inboxRoutes(deps.db));
  const { commune, units } = house.commune;
  economist = await createStaff(house.database.db, commune, { userName: 'kinh.te', fullName: 'Phan Văn Kinh', positions: [{ unitId: units.economy.id, role: 'specialist', title: 'Công chức', fields: ['Đất đai'] }] });
});
after(() => house.close());

function act(actor: StaffActor, id: string, path: string, expectedVersion: number, more: Readonly<Record<string, unknown>> = {}) {
  return house.call(actor, 'POST', `/api/dossiers/${id}/${path}`, { commandId: randomUUID(), expectedVersion, ...more });
}
async function done(actor: StaffActor, id: string, path: string, expectedVersion: number, more: Readonly<Record<string, unknown>> = {}): Promise<void> {
  const { status, body } = await act(actor, id, path, expectedVersion, more);
  assert.equal(status, 200, JSON.stringify(body));
}

/** A dossier that the specialist had taken on and handed to the economic unit on Monday 23 November at 10:30; its version is 4. */
async function handed(): Promise<string> {
  house.clock.set('2026-11-23T08:00:00+07:00');
  const { reception, specialist } = house.commune.staff;
  const answer = await house.call(reception.actor, 'POST', '/api/dossiers', receptionRequest(house, { procedureCode: '1.004873' }));
  const id = String(answer.body['id']);
  await done(reception.actor, id, 'actions', 1, { action: 'transfer', note: null, outcome: null, legalBasis: null });
  await done(specialist.actor, id, 'claim', 2);
  house.clock.set('2026-11-23T10:30:00+07:00');
  await done(specialist.actor, id, 'unit', 3, { unitId: house.commune.units.economy.id, reason: 'Liên quan đất đai' });
  return id;
}
const open = async (actor: StaffActor, id: string) => (await house.call(actor, 'GET', `/api/dossiers/${id}`)).body as unknown as DossierResponse;
const mine = async (actor: StaffActor) => ((await house.call(actor, 'GET', '/api/dossiers?list=mine')).body as unknown as WorkListResponse).items;
async function inbox(actor: StaffActor, dossierId: string): Promise<readonly string[]> {
  await runDueWork(house.database.db, { subscribers: [inboxSubscriber(house.deps.newId)], jobs: [] }, house.clock.now(), NEVER);
  const all = (await house.call(actor, 'GET', '/api/inbox')).body as unknown as { readonly items: readonly { readonly kind: string; readonly dossierId: string }[] };
  return all.items.flatMap((item) => (item.dossierId === dossierId ? [item.kind] : [])).reverse();
}

describe('a hand-over between units', () => {
  test('stands on top of both lists until it is taken over, and nobody works on it meanwhile', async () => {
    const { specialist } = house.commune.staff;
    const urgent = await house.call(house.commune.staff.reception.actor, 'POST', '/api/dossiers', receptionRequest(house));
    assert.equal(urgent.status, 200);
    const id = await handed();
    const [first] = await mine(economist.actor);
    assert.deepEqual([first?.id, first?.handing?.way], [id, 'incoming']);
    const out = (await mine(specialist.actor))[0];
    assert.deepEqual([out?.id, out?.handing], [id, { way: 'outgoing', unit: house.commune.units.economy.name }]);
    const dossier = await open(economist.actor, id);
    assert.deepEqual(dossier.actions, ['take-over', 'turn-back']);
    assert.deepEqual([dossier.handover?.by, dossier.handover?.takeOverBy, dossier.handover?.overdue], ['Trần Văn Thẩm', '2026-11-23T07:30:00.000Z', false]);
    assert.equal((await act(economist.actor, id, 'actions', 4, { action: 'appraise', note: null, outcome: 'positive', legalBasis: null })).body['code'], 'dossier.action-not-possible');
    await done(economist.actor, id, 'unit/take-over', 4);
    assert.equal((await mine(specialist.actor)).some((item) => item.id === id), false);
    assert.equal((await mine(economist.actor)).find((item) => item.id === id)?.handing, null);
    assert.equal((await open(economist.actor, id)).actions.includes('appraise'), true);
    assert.deepEqual(await inbox(economist.actor, id), ['handed-to-unit']);
    assert.deepEqual(await inbox(specialist.actor, id), ['handover-taken']);
  });

  test('shows both moments in the history and on the control sheet', async () => {
    const id = await handed();
    house.clock.set('2026-11-23T13:40:00+07:00');
    await done(economist.actor, id, 'unit/take-over', 4);
    const { history } = await open(economist.actor, id);
    assert.deepEqual(history.slice(-2).map(({ event, at, actorName }) => [event, at, actorName]), [
      ['moved-to-unit', '2026-11-23T03:30:00.000Z', 'Trần Văn Thẩm'], ['taken-over', '2026-11-23T06:40:00.000Z', 'Phan Văn Kinh'],
    ]);
    const made = await house.call(house.commune.staff.specialist.actor, 'POST', `/api/dossiers/${id}/papers`, { commandId: randomUUID(), kind: 'control-sheet', reason: null });
    assert.equal(made.status, 200, JSON.stringify(made.body));
    const { rows } = await house.database.pool.query<{ view: { readonly lines: readonly { readonly at: number; readonly receiver: unknown; readonly note: string | null }[] } }>("select view from official_paper where dossier_id = $1 and kind = 'control-sheet'", [id]);
    const lines = rows[0]?.view.lines.slice(-2) ?? [];
    assert.deepEqual(lines.map(({ at, receiver, note }) => [new Date(at).toISOString(), receiver, note]), [
      ['2026-11-23T03:30:00.000Z', { unit: house.commune.units.economy.name, person: 'Phan Văn Kinh' }, 'Liên quan đất đai'],
      ['2026-11-23T06:40:00.000Z', { unit: house.commune.units.economy.name, person: 'Phan Văn Kinh' }, 'Đã nhận bàn giao'],
    ]);
  });

  test('turned back with a reason it is with whoever had it, who reads why', async () => {
    const id = await handed();
    const { specialist } = house.commune.staff;
    await done(economist.actor, id, 'unit/turn-back', 4, { reason: 'Không liên quan đất' });
    const dossier = await open(specialist.actor, id);
    assert.deepEqual([dossier.unit, dossier.holder?.mine, dossier.handover], [null, true, null]);
    assert.deepEqual(await inbox(specialist.actor, id), ['handover-turned-back']);
    assert.equal((await act(economist.actor, id, 'unit/take-over', 5)).body['code'], 'dossier.action-not-possible');
  });

  test('is called back by the sender; of two at once one wins and the other is told', async () => {
    const id = await handed();
    const { specialist } = house.commune.staff;
    const [back, taken] = await Promise.all([act(specialist.actor, id, 'unit/call-back', 4), act(economist.actor, id, 'unit/take-over', 4)]);
    assert.deepEqual([back.status, taken.status].sort(), [200, 409]);
    const lost = back.status === 409 ? back : taken;
    assert.match(String(lost.body['code']), /changed-meanwhile|action-not-possible/);
  });

  test('that nobody takes over within two working hours warns both sides, once', async () => {
    const id = await handed();
    const { specialist, clerk } = house.commune.staff;
    const look = () => tellUntakenHandovers(house.deps, house.clock.now(), NEVER);
    house.clock.set('2026-11-23T14:29:00+07:00');
    assert.equal(await look(), 0);
    house.clock.set('2026-11-23T14:30:00+07:00');
    assert.equal(await look(), 1);
    assert.equal(await look(), 0);
    assert.deepEqual(await inbox(economist.actor, id), ['handed-to-unit', 'handover-overdue']);
    assert.deepEqual(await inbox(specialist.actor, id), ['handover-overdue']);
    assert.deepEqual(await inbox(clerk.actor, id), []);
    house.clock.set('2026-11-23T14:31:00+07:00');
    assert.equal((await open(economist.actor, id)).handover?.overdue, true);
  });

  test('ends with the dossier: withdrawn by the citizen, nobody is warned, and reopened work starts clean', async () => {
    const id = await handed();
    const { reception, president } = house.commune.staff;
    await done(reception.actor, id, 'withdrawal', 4, { reason: 'Đổi ý' });
    await done(president.actor, id, 'withdrawal/accept', 5, { note: null });
    house.clock.set('2026-11-24T15:00:00+07:00');
    await tellUntakenHandovers(house.deps, house.clock.now(), NEVER);
    assert.equal((await open(president.actor, id)).handover, null);
    assert.deepEqual(await inbox(economist.actor, id), ['handed-to-unit']);
  });

  test('does not go to a unit where nobody appraises', async () => {
    const id = await handed();
    await done(economist.actor, id, 'unit/take-over', 4);
    const refused = await act(economist.actor, id, 'unit', 5, { unitId: house.commune.units.culture.id, reason: 'Văn hóa' });
    assert.equal(refused.body['code'], 'dossier.unit-nobody');
    assert.match(String(refused.body['title']), /chưa có ai giữ việc thẩm định/);
  });
});
