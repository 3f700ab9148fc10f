import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { createStaff } from '../../../../test/commune.ts';
import { createDossierHouse, type DossierHouse, receptionRequest } from '../../../../test/dossier-house.ts';
import { type StaffActor } from '../../../kernel/actor.ts';
import { requestWithdrawal } from './end-dossier.ts';
import { trackByLink } from './track-dossier.ts';

let house: DossierHouse;
before(async () => {
  house = await createDossierHouse();
});
after(() => house.close());

/** A dossier of three working days that the specialist appraises; its version is 2. */
async function appraised(): Promise<string> {
  const { reception } = house.commune.staff;
  const answer = await house.call(reception.actor, 'POST', '/api/dossiers', receptionRequest(house, { procedureCode: '1.004873' }));
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  const id = String(answer.body['id']);
  await done(reception.actor, id, 'actions', 1, { action: 'transfer', note: null, outcome: null, legalBasis: null });
  return id;
}

/** The dossier as the citizen sees it through the secret link. */
function tracked(id: string) {
  return trackByLink(house.deps, house.deps.links.token('dossier', id), {
    actor: { kind: 'anonymous' }, now: house.clock.now(), address: '127.0.0.1', locale: 'vi', display: { scale: '100', contrast: 'normal' }, requestId: '', userAgent: '', cookies: {},
  });
}

function act(actor: StaffActor, id: string, path: string, expectedVersion: number, more: Readonly<Record<string, unknown>> = {}) {
  return house.call(actor, 'POST', `/api/dossiers/${id}/${path}`, { commandId: randomUUID(), expectedVersion, ...more });
}

async function done(actor: StaffActor, id: string, path: string, expectedVersion: number, more: Readonly<Record<string, unknown>> = {}): Promise<void> {
  const { status, body } = await act(actor, id, path, expectedVersion, more);
  assert.equal(status, 200, JSON.stringify(body));
}

const seal = { note: null, files: [], validTo: null };

async function open(id: string): Promise<Readonly<Record<string, unknown>>> {
  return (await house.call(house.commune.staff.specialist.actor, 'GET', `/api/dossiers/${id}`)).body;
}

test('a stopped dossier says why to everybody, is ended, and takes no further step', async () => {
  const id = await appraised();
  const { specialist } = house.commune.staff;
  await done(specialist.actor, id, 'stop', 2, { kind: 'other', reason: 'Trùng với hồ sơ đã giải quyết' });
  const dossier = await open(id);
  assert.deepEqual([dossier['state'], dossier['nationalCode'], dossier['stop']], ['stopped', 8, { kind: 'other', reason: 'Trùng với hồ sơ đã giải quyết' }]);
  assert.notEqual(dossier['endedAt'], null);
  assert.deepEqual(dossier['actions'], []);
  const again = await act(specialist.actor, id, 'stop', 3, { kind: 'other', reason: 'x' });
  assert.equal(again.body['code'], 'dossier.action-not-possible');
});

test('the stop is told by form 05 with its number, frozen as it is printed', async () => {
  const id = await appraised();
  const { president } = house.commune.staff;
  await done(president.actor, id, 'stop', 2, { kind: 'other', reason: 'Trùng với hồ sơ đã giải quyết' });
  const { rows } = await house.database.pool.query<{ kind: string; issued_by: string; view: Record<string, unknown> }>('select * from official_paper where dossier_id = $1 and kind <> $2', [id, 'receipt']);
  assert.deepEqual(rows.map(({ kind, issued_by: by }) => [kind, by]), [['stop', president.id]]);
  const { stateWas, reason, signer, stopKind } = rows[0]?.view ?? {};
  assert.deepEqual({ stateWas, reason, signer, stopKind }, {
    stateWas: 'Đang thẩm định', reason: 'Trùng với hồ sơ đã giải quyết', stopKind: 'other', signer: { title: 'Chủ tịch Ủy ban nhân dân', name: 'Nguyễn Thị Chủ' },
  });
});

test('a withdrawal from the phone waits for the office; accepted, the citizen reads that the dossier was stopped', async () => {
  const id = await appraised();
  const context = { actor: { kind: 'anonymous' }, now: house.clock.now(), address: '127.0.0.1' } as const;
  const input = { communeCode: house.commune.commune.code, id, kind: 'request-withdrawal', request: { commandId: randomUUID(), expectedVersion: null, reason: 'Tôi không cần nữa' }, actor: context.actor, context };
  const asked = await requestWithdrawal(house.deps, input, input.request, { kind: 'link-holder' });
  assert.ok(asked.ok);
  const { specialist } = house.commune.staff;
  assert.equal((await open(id))['withdrawalReason'], 'Tôi không cần nữa');
  await done(specialist.actor, id, 'withdrawal/accept', 3, { note: null });
  const page = await tracked(id);
  assert.deepEqual([page?.state, page?.stopReason], ['stopped', 'Tôi không cần nữa']);
});

test('a declined withdrawal puts the dossier back where it was, with the same time', async () => {
  const id = await appraised();
  const { reception, president } = house.commune.staff;
  const { dueAt } = await open(id);
  await done(reception.actor, id, 'withdrawal', 2, { reason: 'Đổi ý' });
  await done(president.actor, id, 'withdrawal/decline', 3, { reason: 'Quyết định đã ký sáng nay' });
  const dossier = await open(id);
  assert.deepEqual([dossier['state'], dossier['dueAt']], ['in-progress', dueAt]);
  assert.equal((await tracked(id))?.withdrawalDeclined, 'Quyết định đã ký sáng nay');
  await done(reception.actor, id, 'withdrawal', 4, { reason: 'Vẫn muốn rút' });
  assert.equal((await tracked(id))?.withdrawalDeclined, null);
});

test('what one officer has taken on, another cannot work on: the other is told by whom and when', async () => {
  const id = await appraised();
  const { specialist } = house.commune.staff;
  const colleague = await createStaff(house.database.db, house.commune.commune, {
    userName: `tham.${randomUUID().slice(0, 6)}`, fullName: 'Đào Thị Phụ', positions: [{ unitId: house.commune.units.office.id, role: 'specialist', title: 'Công chức', fields: [] }],
  });
  await done(specialist.actor, id, 'claim', 2);
  const step = { action: 'appraise', note: null, outcome: 'positive', legalBasis: null };
  const refused = await act(colleague.actor, id, 'actions', 3, step);
  assert.equal(refused.body['code'], 'dossier.taken-by-another');
  assert.deepEqual((refused.body['facts'] as Record<string, unknown>)['by'], specialist.actor.fullName);
  await done(colleague.actor, id, 'claim', 3);
  const dossier = await open(id);
  assert.equal((dossier['holder'] as Record<string, unknown>)['name'], 'Đào Thị Phụ');
  const line = (dossier['history'] as { readonly event: string; readonly facts: Record<string, string> }[]).at(-1);
  assert.deepEqual([line?.event, line?.facts['from']], ['claimed', specialist.actor.fullName]);
  await done(colleague.actor, id, 'actions', 4, step);
});

test('twenty officers who take on the same dossier at once: one has it, nineteen are told', async () => {
  const id = await appraised();
  const people = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      createStaff(house.database.db, house.commune.commune, { userName: `nhieu.${randomUUID().slice(0, 6)}.${index}`, positions: [{ unitId: house.commune.units.office.id, role: 'specialist', title: 'Công chức', fields: [] }] })),
  );
  const answers = await Promise.all(people.map((person) => act(person.actor, id, 'claim', 2)));
  assert.equal(answers.filter(({ status }) => status === 200).length, 1);
  assert.deepEqual(new Set(answers.filter(({ status }) => status !== 200).map(({ body }) => body['code'])), new Set(['dossier.changed-meanwhile']));
});

test('a leader assigns to an officer of the step; a stranger’s or unfit id is refused and nothing changes', async () => {
  const id = await appraised();
  const { specialist, 'unit-head': head, clerk } = house.commune.staff;
  const stranger = await act(head.actor, id, 'assign', 2, { staffId: randomUUID(), note: null });
  assert.equal(stranger.body['code'], 'dossier.officer-unknown');
  const unfit = await act(head.actor, id, 'assign', 2, { staffId: clerk.id, note: null });
  assert.equal(unfit.body['code'], 'dossier.officer-not-fitting');
  await done(head.actor, id, 'assign', 2, { staffId: specialist.id, note: 'Gấp' });
  assert.equal(((await open(id))['holder'] as Record<string, unknown>)['mine'], true);
});

test('a moved dossier leaves the officers of its field and belongs to the unit until it is appraised', async () => {
  const id = await appraised();
  const { specialist } = house.commune.staff;
  const { economy } = house.commune.units;
  const landOfficer = await createStaff(house.database.db, house.commune.commune, {
    userName: `dat.${randomUUID().slice(0, 6)}`, positions: [{ unitId: economy.id, role: 'specialist', title: 'Công chức', fields: ['Đất đai'] }],
  });
  const assignees = (await house.call(specialist.actor, 'GET', `/api/dossiers/${id}/assignees`)).body;
  assert.ok((assignees['units'] as { readonly id: string }[]).some(({ id: unit }) => unit === economy.id));
  const nowhere = await act(specialist.actor, id, 'unit', 2, { unitId: randomUUID(), reason: 'x' });
  assert.equal(nowhere.body['code'], 'dossier.unit-unknown');
  await done(specialist.actor, id, 'unit', 2, { unitId: economy.id, reason: 'Thuộc đất đai' });
  assert.deepEqual((await open(id))['unit'], { id: economy.id, name: economy.name });
  assert.deepEqual((await open(id))['actions'], ['call-back']);
  await done(landOfficer.actor, id, 'unit/take-over', 3);
  assert.deepEqual((await open(id))['actions'], []);
  await done(landOfficer.actor, id, 'actions', 4, { action: 'appraise', note: null, outcome: 'positive', legalBasis: null });
  assert.equal((await open(id))['unit'], null);
});

test('a decided dossier that is reopened runs again with the same date, and is decided a second time', async () => {
  const id = await appraised();
  const { specialist, president, clerk } = house.commune.staff;
  const step = { note: null, outcome: null, legalBasis: null };
  await done(specialist.actor, id, 'actions', 2, { ...step, action: 'appraise' });
  await done(president.actor, id, 'actions', 3, { ...step, action: 'approve' });
  await done(clerk.actor, id, 'seal', 4, { ...seal, resultNumber: '25/2026' });
  const { dueAt } = await open(id);
  await done(president.actor, id, 'reopen', 5, { reason: 'Sai tên trên kết quả' });
  const reopened = await open(id);
  assert.deepEqual([reopened['state'], reopened['decidedAt'], reopened['endedAt'], reopened['dueAt']], ['in-progress', null, null, dueAt]);
  await done(clerk.actor, id, 'seal', 6, { ...seal, resultNumber: '26/2026' });
  assert.equal((await open(id))['resultNumber'], '26/2026');
});

test('a negative result is told to the citizen as what it is', async () => {
  const id = await appraised();
  const { specialist, president, clerk } = house.commune.staff;
  const step = { note: null, outcome: null, legalBasis: null };
  const silent = await act(specialist.actor, id, 'actions', 2, { ...step, action: 'appraise', outcome: 'negative', note: 'Chưa đủ tuổi' });
  assert.equal(silent.body['code'], 'dossier.legal-basis-missing');
  await done(specialist.actor, id, 'actions', 2, { ...step, action: 'appraise', outcome: 'negative', note: 'Chưa đủ tuổi', legalBasis: 'khoản 1 Điều 8' });
  await done(president.actor, id, 'actions', 3, { ...step, action: 'approve' });
  await done(clerk.actor, id, 'seal', 4, { ...seal, resultNumber: '3/TB' });
  const dossier = await open(id);
  assert.deepEqual([dossier['resultKind'], dossier['resultBasis'], dossier['state']], ['negative', 'khoản 1 Điều 8', 'decided']);
});
