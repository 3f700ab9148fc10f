import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { createStaff, type TestStaff } from '../../../../test/commune.ts';
import { createDossierHouse, type DossierHouse, receptionRequest } from '../../../../test/dossier-house.ts';
import { type StaffActor } from '../../../kernel/actor.ts';
import { type DossierResponse } from '../contract/dossier-schemas.ts';
import { type WorkListResponse } from '../contract/work-list-schemas.ts';
import { moveUnitDossiers } from './move-unit-dossiers.ts';

let house: DossierHouse;
let economist: TestStaff;
before(async () => {
  house = await createDossierHouse();
  const { commune, units } = house.commune;
  economist = await createStaff(house.database.db, commune, { userName: 'kinh.te', fullName: 'Phan Văn Kinh', positions: [{ unitId: units.economy.id, role: 'specialist', title: 'Công chức', fields: ['Đất đai'] }] });
});
after(() => house.close());

async function done(actor: StaffActor, id: string, path: string, expectedVersion: number, more: Readonly<Record<string, unknown>> = {}): Promise<void> {
  const { status, body } = await house.call(actor, 'POST', `/api/dossiers/${id}/${path}`, { commandId: randomUUID(), expectedVersion, ...more });
  assert.equal(status, 200, JSON.stringify(body));
}

/** A dossier of civil status that waits to be taken over by the economic unit; its version is 4. */
async function handed(): Promise<string> {
  const { reception, specialist } = house.commune.staff;
  const answer = await house.call(reception.actor, 'POST', '/api/dossiers', receptionRequest(house, { procedureCode: '1.004873' }));
  const id = String(answer.body['id']);
  await done(reception.actor, id, 'actions', 1, { action: 'transfer', note: null, outcome: null, legalBasis: null });
  await done(specialist.actor, id, 'claim', 2);
  await done(specialist.actor, id, 'unit', 3, { unitId: house.commune.units.economy.id, reason: 'Liên quan đất đai' });
  return id;
}

const open = async (actor: StaffActor, id: string) => (await house.call(actor, 'GET', `/api/dossiers/${id}`)).body as unknown as DossierResponse;
const rowOf = async (id: string) => {
  const { rows } = await house.database.pool.query<Record<string, unknown>>('select unit_id, handed_from, holder_id, version, due_at, state, current_step, ended_at from dossier where id = $1', [id]);
  assert.ok(rows[0]);
  return rows[0];
};
const settle = (limit = 200) => {
  const { commune, units, staff } = house.commune;
  return house.database.db.transaction().execute((tx) => moveUnitDossiers(house.deps, tx, {
    communeCode: commune.code, unitId: units.economy.id, unitName: units.economy.name, words: 'Nghị quyết 12/NQ-HĐND', now: house.clock.now(), by: { staffId: staff.administrator.actor.staffId, name: staff.administrator.actor.fullName },
    // The unit was split: civil status to one half, the rest to the other.
    successorOf: (field) => (field === 'Hộ tịch' ? { id: units.culture.id, name: units.culture.name } : { id: units.office.id, name: units.office.name }),
  }, limit));
};

test('the open dossiers of a unit that was split go on in its successors: holder, clock and step stay, waiting hand-overs go along, ended ones stay', async () => {
  const { units, staff } = house.commune;
  const [waiting, taken, ended, other] = [await handed(), await handed(), await handed(), await handed()];
  await done(economist.actor, taken, 'unit/take-over', 4);
  await house.database.owner.pool.query("update dossier set state = 'stopped', stop_kind = 'withdrawn', ended_at = now(), current_step = null, current_role_name = null, handed_at = null, handed_by = null, handed_from = null where id = $1", [ended]);
  await done(staff.specialist.actor, other, 'unit/call-back', 4);
  const before = { waiting: await rowOf(waiting), taken: await rowOf(taken), ended: await rowOf(ended), other: await rowOf(other) };

  // Batch by batch, as a run that was broken off goes on.
  assert.equal((await settle(1)).moved, 1);
  const rest = await settle();
  assert.deepEqual([rest.moved, rest.outbox.map(({ topic }) => topic)], [1, ['DossierChanged']]);
  assert.equal((await settle()).moved, 0);

  const version = (row: Record<string, unknown>): number => Number(row['version']);
  assert.deepEqual(await rowOf(taken), { ...before.taken, unit_id: units.culture.id, version: version(before.taken) + 1 });
  assert.deepEqual(await rowOf(waiting), { ...before.waiting, unit_id: before.waiting['unit_id'] === units.economy.id ? units.culture.id : before.waiting['unit_id'], version: version(before.waiting) + 1 });
  assert.deepEqual([await rowOf(ended), await rowOf(other)], [before.ended, before.other]);

  const { history } = await open(staff.president.actor, taken);
  assert.deepEqual([history.at(-1)?.event, history.at(-1)?.actorName], ['unit-changed', staff.administrator.actor.fullName]);
  assert.equal(history.filter(({ event }) => event === 'unit-changed').length, 1);

  // Whoever works in the successor finds both on the list, the waiting one on top, and takes it over.
  const heir = await createStaff(house.database.db, house.commune.commune, { userName: 'van.hoa', fullName: 'Lê Thị Kế', positions: [{ unitId: units.culture.id, role: 'specialist', title: 'Công chức', fields: ['Văn hóa'] }] });
  const mine = (await house.call(heir.actor, 'GET', '/api/dossiers?list=mine')).body as unknown as WorkListResponse;
  assert.deepEqual(mine.items.map(({ id, handing }) => [id, handing?.way]), [[waiting, 'incoming'], [taken, undefined]]);
  await done(heir.actor, waiting, 'unit/take-over', version(before.waiting) + 1);
  const dossier = await open(heir.actor, waiting);
  assert.deepEqual([dossier.handover, dossier.actions.includes('appraise')], [null, true]);
});
