import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { createDossierHouse, type DossierHouse, receptionRequest } from '../../../../test/dossier-house.ts';
import { type StaffActor } from '../../../kernel/actor.ts';
import { runDueWork } from '../../../platform/jobs/start-job-runner.ts';
import { inboxRoutes, inboxSubscriber } from '../../notifications/index.ts';
import { type DossierResponse } from '../contract/dossier-schemas.ts';
import { tellSilentAgencies } from '../jobs/tell-silent-agencies.ts';

const NEVER = new AbortController().signal;
const QUESTION = { agency: 'Sở Tư pháp', documentNumber: '12/UBND-TP', sentOn: '2026-11-23', expectedOn: '2026-11-25', question: 'Xác minh sổ gốc' };
let house: DossierHouse;
before(async () => {
  house = await createDossierHouse((deps) => inboxRoutes(deps.db));
});
after(() => house.close());

function act(actor: StaffActor, id: string, path: string, expectedVersion: number, more: Readonly<Record<string, unknown>> = {}) {
  return house.call(actor, 'POST', `/api/dossiers/${id}/${path}`, { commandId: randomUUID(), expectedVersion, ...more });
}
async function done(actor: StaffActor, id: string, path: string, expectedVersion: number, more: Readonly<Record<string, unknown>> = {}): Promise<void> {
  const { status, body } = await act(actor, id, path, expectedVersion, more);
  assert.equal(status, 200, JSON.stringify(body));
}
const open = async (id: string) => (await house.call(house.commune.staff.specialist.actor, 'GET', `/api/dossiers/${id}`)).body as unknown as DossierResponse;
const appraise = { action: 'appraise', note: null, outcome: 'positive', legalBasis: null };

/** A dossier of three working days at the appraisal that went to the Department of Justice; its version is 3. */
async function sent(): Promise<string> {
  house.clock.set('2026-11-23T08:00:00+07:00');
  const { reception, specialist } = house.commune.staff;
  const answer = await house.call(reception.actor, 'POST', '/api/dossiers', receptionRequest(house, { procedureCode: '1.004873' }));
  const id = String(answer.body['id']);
  await done(reception.actor, id, 'actions', 1, { action: 'transfer', note: null, outcome: null, legalBasis: null });
  await done(specialist.actor, id, 'agency', 2, QUESTION);
  return id;
}

test('what goes to a provincial agency is followed until its answer, without stopping the clock', async () => {
  const id = await sent();
  const { specialist } = house.commune.staff;
  const waiting = await open(id);
  assert.equal(waiting.dueAt, '2026-11-27T10:00:00.000Z');
  assert.equal(waiting.pausedSince, null);
  assert.deepEqual(waiting.agencies.map(({ state, agency, documentNumber, overdue, afterDue }) => [state, agency, documentNumber, overdue, afterDue]), [['sent', 'Sở Tư pháp', '12/UBND-TP', false, false]]);
  assert.equal((await act(specialist.actor, id, 'actions', 3, appraise)).body['code'], 'dossier.agency-asked');
  house.clock.set('2026-11-25T09:00:00+07:00');
  await done(specialist.actor, id, 'agency/receipt', 3, { receivedOn: '2026-11-25', number: '451/Đ' });
  assert.equal((await act(specialist.actor, id, 'agency/receipt', 4, { receivedOn: '2026-11-25', number: null })).body['code'], 'agency.received-already');
  await done(specialist.actor, id, 'agency/answer', 4, { answeredOn: '2026-11-25', documentNumber: '88/STP', words: 'Đúng sổ gốc' });
  const [request] = (await open(id)).agencies;
  assert.deepEqual([request?.state, request?.receivedOn, request?.answeredOn, request?.answerNumber, request?.words], ['answered', '2026-11-25', '2026-11-25', '88/STP', 'Đúng sổ gốc']);
  assert.deepEqual((await open(id)).history.slice(-3).map(({ event }) => event), ['sent-to-agency', 'agency-received', 'agency-answered']);
  await done(specialist.actor, id, 'actions', 5, appraise);
});

test('the control sheet names the agency and both moments', async () => {
  const id = await sent();
  const { specialist } = house.commune.staff;
  house.clock.set('2026-11-24T09:00:00+07:00');
  await done(specialist.actor, id, 'agency/answer', 3, { answeredOn: '2026-11-24', documentNumber: '88/STP', words: 'Đúng sổ gốc' });
  assert.equal((await house.call(specialist.actor, 'POST', `/api/dossiers/${id}/papers`, { commandId: randomUUID(), kind: 'control-sheet', reason: null })).status, 200);
  const { rows } = await house.database.pool.query<{ view: { readonly otherAgency: string; readonly lines: readonly { readonly note: string | null }[] } }>("select view from official_paper where dossier_id = $1 and kind = 'control-sheet'", [id]);
  assert.equal(rows[0]?.view.otherAgency, 'Sở Tư pháp');
  assert.deepEqual(rows[0].view.lines.slice(-2).map(({ note }) => note), ['Gửi cơ quan cấp tỉnh: Xác minh sổ gốc', 'Cơ quan cấp tỉnh trả lời: Đúng sổ gốc']);
});

test('an agency that is silent after the expected day is told to the holder, once; called off, the work goes on', async () => {
  const id = await sent();
  const { specialist } = house.commune.staff;
  const look = () => tellSilentAgencies(house.deps, house.clock.now(), NEVER);
  house.clock.set('2026-11-25T16:00:00+07:00');
  await look();
  house.clock.set('2026-11-26T07:05:00+07:00');
  await look();
  await look();
  await runDueWork(house.database.db, { subscribers: [inboxSubscriber(house.deps.newId)], jobs: [] }, house.clock.now(), NEVER);
  const inbox = (await house.call(specialist.actor, 'GET', '/api/inbox')).body as unknown as { readonly items: readonly { readonly kind: string; readonly dossierId: string }[] };
  assert.equal(inbox.items.filter(({ kind, dossierId }) => kind === 'agency-silent' && dossierId === id).length, 1);
  assert.equal((await open(id)).agencies[0]?.overdue, true);
  await done(specialist.actor, id, 'agency/call-off', 3, { reason: 'Quá hẹn không trả lời' });
  await done(specialist.actor, id, 'agency', 4, { ...QUESTION, sentOn: '2026-11-26', expectedOn: '2026-12-01' });
  const agencies = (await open(id)).agencies;
  assert.deepEqual(agencies.map(({ state, afterDue }) => [state, afterDue]), [['called-off', false], ['sent', true]]);
});
