import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createStaff, type TestStaff } from '../../../../test/commune.ts';
import { createDossierHouse, type DossierHouse, receptionRequest } from '../../../../test/dossier-house.ts';
import { type StaffActor } from '../../../kernel/actor.ts';

let house: DossierHouse;
/** Appraises and leads the same unit, as in a small commune. */
let both: TestStaff;
before(async () => {
  house = await createDossierHouse();
  const { units, commune } = house.commune;
  const position = { unitId: units.office.id, title: 'Phó Chánh Văn phòng', fields: [] };
  both = await createStaff(house.database.db, commune, { userName: 'hai.vai', positions: [{ ...position, role: 'specialist' }, { ...position, role: 'unit-head' }] });
});
after(() => house.close());

const act = (actor: StaffActor, id: string, action: string, expectedVersion: number) =>
  house.call(actor, 'POST', `/api/dossiers/${id}/actions`, { commandId: house.deps.newId(), expectedVersion, action, note: null, outcome: null, legalBasis: null });

/** A dossier that waits for its signature, appraised by somebody. */
async function appraisedBy(actor: StaffActor): Promise<string> {
  const { reception } = house.commune.staff;
  const { body } = await house.call(reception.actor, 'POST', '/api/dossiers', receptionRequest(house));
  const id = String(body['id']);
  assert.equal((await act(reception.actor, id, 'transfer', 1)).status, 200);
  assert.equal((await act(actor, id, 'appraise', 2)).status, 200);
  return id;
}

async function journalOf(id: string): Promise<readonly string[]> {
  const { rows } = await house.database.owner.pool.query<{ entry: string }>("select entry from journal where object = $1 and action = 'dossier.approved'", [`dossier:${id}`]);
  return rows.map(({ entry }) => entry);
}

/** Whether the page of a dossier offers the signature, and whether it says that somebody else gives it. */
async function offered(actor: StaffActor, id: string): Promise<readonly unknown[]> {
  const { body } = await house.call(actor, 'GET', `/api/dossiers/${id}`);
  return [(body['actions'] as readonly string[]).includes('approve'), body['ownAppraisal']];
}

test('whoever appraised a dossier does not sign it while somebody else may; the other one does', async () => {
  const id = await appraisedBy(both.actor);
  const own = await act(both.actor, id, 'approve', 3);
  assert.deepEqual([own.status, own.body['code']], [403, 'dossier.appraised-by-signer']);
  assert.match(JSON.stringify(own.body), /đã thẩm định hồ sơ này/u);
  const { president } = house.commune.staff;
  assert.deepEqual(await offered(both.actor, id), [false, true], 'the page does not offer what would be refused, and says why');
  assert.deepEqual(await offered(president.actor, id), [true, false]);
  assert.equal((await act(president.actor, id, 'approve', 3)).status, 200);
  assert.ok((await journalOf(id)).every((entry) => !entry.includes('appraisedBySigner')));
});

test('what somebody else appraised is signed as ever, and an appraisal made anew by somebody else counts', async () => {
  const id = await appraisedBy(house.commune.staff.specialist.actor);
  assert.equal((await act(both.actor, id, 'approve', 3)).status, 200);
  const again = await appraisedBy(both.actor);
  const { president, specialist } = house.commune.staff;
  const back = await house.call(president.actor, 'POST', `/api/dossiers/${again}/actions`, { commandId: house.deps.newId(), expectedVersion: 3, action: 'send-back', note: 'Xem lại ngày sinh', outcome: null, legalBasis: null });
  assert.equal(back.status, 200, JSON.stringify(back.body));
  assert.equal((await act(specialist.actor, again, 'appraise', 4)).status, 200);
  assert.equal((await act(both.actor, again, 'approve', 5)).status, 200);
});

test('where nobody else may sign, the same person does, and the journal says so', async () => {
  const id = await appraisedBy(both.actor);
  const { owner } = house.database;
  const others = [house.commune.staff.president.id, house.commune.staff['unit-head'].id];
  await owner.pool.query('update staff set active = false where id = any($1)', [others]);
  assert.deepEqual(await offered(both.actor, id), [true, false]);
  assert.equal((await act(both.actor, id, 'approve', 3)).status, 200);
  assert.ok((await journalOf(id)).some((entry) => entry.includes('"appraisedBySigner":true')));
  await owner.pool.query('update staff set active = true where id = any($1)', [others]);
});

test('an office may let anyone sign, and says it with a setting', async () => {
  const id = await appraisedBy(both.actor);
  await house.database.owner.pool.query("insert into setting (commune_code, key, value, changed_at) values ($1, 'dossiers.approver', '\"anyone\"', now())", [house.commune.commune.code]);
  assert.equal((await act(both.actor, id, 'approve', 3)).status, 200);
});
