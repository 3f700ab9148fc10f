import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { createDossierHouse, type DossierHouse, receptionRequest } from '../../../../test/dossier-house.ts';
import { type StaffActor } from '../../../kernel/actor.ts';
import { type RequestsResponse } from '../contract/supplement-schemas.ts';
import { photo } from './sample-files-for-tests.ts';
import { keepFile } from '../../../platform/files/keep-upload.ts';

let house: DossierHouse;
before(async () => {
  house = await createDossierHouse();
});
after(() => house.close());

async function appraised(): Promise<{ readonly id: string; readonly paperId: string }> {
  const { reception } = house.commune.staff;
  const paperId = randomUUID();
  const papers = [{ id: paperId, requirementId: null, name: 'Tờ khai', kind: 'original', source: 'submitted', copies: 1, reusedFrom: null, files: [await file(10)] }];
  const answer = await house.call(reception.actor, 'POST', '/api/dossiers', receptionRequest(house, { procedureCode: '1.004873', papers }));
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  const id = String(answer.body['id']);
  await done(reception.actor, id, 'actions', 1, { action: 'transfer', note: null, outcome: null, legalBasis: null });
  return { id, paperId };
}

async function file(shade: number) {
  const kept = await keepFile(house.deps.db, house.deps.files, house.commune.commune.code, await photo(shade), `anh-${String(shade)}.jpg`, house.clock.now());
  assert.ok(kept.ok);
  return { id: randomUUID(), sha256: kept.value.sha256, fileName: kept.value.fileName };
}

function act(actor: StaffActor, id: string, path: string, expectedVersion: number, more: Readonly<Record<string, unknown>> = {}) {
  return house.call(actor, 'POST', `/api/dossiers/${id}/${path}`, { commandId: randomUUID(), expectedVersion, ...more });
}

async function done(actor: StaffActor, id: string, path: string, expectedVersion: number, more: Readonly<Record<string, unknown>> = {}): Promise<void> {
  const { status, body } = await act(actor, id, path, expectedVersion, more);
  assert.equal(status, 200, JSON.stringify(body));
}

async function open(id: string): Promise<Readonly<Record<string, unknown>>> {
  return (await house.call(house.commune.staff.specialist.actor, 'GET', `/api/dossiers/${id}`)).body;
}

async function requests(id: string): Promise<RequestsResponse> {
  return (await house.call(house.commune.staff.specialist.actor, 'GET', `/api/dossiers/${id}/requests`)).body as RequestsResponse;
}

const fault = (paperId: string | null, over: Readonly<Record<string, unknown>> = {}) => ({
  id: randomUUID(), paperId, requirementId: null, paperName: 'Tờ khai', reasons: ['blurred'], words: null, legalBasis: 'Điều 5 Luật Hộ tịch', howToFix: 'Chụp lại', marks: [], ...over,
});
const asking = (faults: readonly object[], over: Readonly<Record<string, unknown>> = {}) => ({ requestId: randomUUID(), faults, words: null, answerDays: 7, proposalWords: null, ...over });

test('one request pauses the clock; the answer brought to the counter lets it run again with what was left, and the holder takes it over', async () => {
  const { id, paperId } = await appraised();
  const { specialist, reception } = house.commune.staff;
  const { dueAt } = await open(id);
  const [wrong, missing] = [fault(paperId), fault(null, { paperName: 'Giấy ủy quyền', reasons: ['missing'] })];
  const request = asking([wrong, missing]);
  await done(specialist.actor, id, 'supplement', 2, request);
  const waiting = await open(id);
  assert.deepEqual([waiting['state'], waiting['nationalCode'], waiting['supplements'], waiting['timeState']], ['supplement-requested', 5, 1, 'paused']);
  house.clock.pass(2 * 24 * 3_600_000);
  const early = await act(reception.actor, id, 'supplement/answer', 3, { requestId: request.requestId, channel: 'counter', words: null, items: [{ itemId: wrong.id, words: null, files: [await file(20)] }] });
  assert.deepEqual([early.body['code'], (early.body['facts'] as Record<string, unknown>)['papers']], ['supplement.answer-partly', 'Giấy ủy quyền']);
  const unknown = { id: randomUUID(), sha256: 'f'.repeat(64), fileName: 'x.jpg' };
  const both = (first: object) => ({ requestId: request.requestId, channel: 'counter', words: null, items: [{ itemId: wrong.id, words: null, files: [first] }, { itemId: missing.id, words: null, files: [unknown] }] });
  assert.equal((await act(reception.actor, id, 'supplement/answer', 3, both(unknown))).body['code'], 'dossier.file-unknown');
  const items = [{ itemId: wrong.id, words: null, files: [await file(20)] }, { itemId: missing.id, words: null, files: [await file(30)] }];
  await done(reception.actor, id, 'supplement/answer', 3, { requestId: request.requestId, channel: 'counter', words: null, items });
  const answered = await open(id);
  // Two days of waiting, one of them the holiday of 24/11: one working day is given back.
  assert.ok(Date.parse(String(answered['dueAt'])) > Date.parse(String(dueAt)));
  assert.deepEqual([answered['state'], answered['pausedSince']], ['in-progress', null]);
  const [seen] = (await requests(id)).supplements;
  assert.deepEqual([seen?.channel, seen?.items.map(({ before, after: fresh }) => [before.length, fresh.length])], ['counter', [[1, 1], [0, 1]]]);
  const step = { action: 'appraise', note: null, outcome: 'positive', legalBasis: null };
  assert.equal((await act(specialist.actor, id, 'actions', 4, step)).body['code'], 'supplement.answer-not-seen');
  await done(specialist.actor, id, 'supplement/accept', 4, { keepOld: [], note: null });
  const papers = (await open(id))['papers'] as readonly { readonly name: string; readonly files: readonly { readonly fileName: string }[] }[];
  assert.deepEqual(papers.map(({ name, files }) => [name, files.map(({ fileName }) => fileName)]), [['Tờ khai', ['anh-20.jpg']], ['Giấy ủy quyền', ['anh-30.jpg']]]);
  assert.equal((await requests(id)).supplements[0]?.items[0]?.before.length, 1);
  const kept = await house.database.db.selectFrom('kept_paper').select(['name', 'files']).where('dossier_id', '=', id).execute();
  assert.deepEqual(kept.map(({ name, files }) => [name, (files as readonly { readonly fileName: string }[])[0]?.fileName]).sort(), [['Giấy ủy quyền', 'anh-30.jpg'], ['Tờ khai', 'anh-20.jpg']]);
  await done(specialist.actor, id, 'actions', 5, step);
});

test('a missing page comes beside what was there', async () => {
  const { id, paperId } = await appraised();
  const { specialist, reception } = house.commune.staff;
  const one = fault(paperId, { reasons: ['page-missing'] });
  const request = asking([one]);
  await done(specialist.actor, id, 'supplement', 2, request);
  await done(reception.actor, id, 'supplement/answer', 3, { requestId: request.requestId, channel: 'post', words: null, items: [{ itemId: one.id, words: null, files: [await file(40)] }] });
  assert.equal((await requests(id)).supplements[0]?.items[0]?.adds, true);
  await done(specialist.actor, id, 'supplement/accept', 4, { keepOld: [one.id], note: null });
  const [paper] = (await open(id))['papers'] as readonly { readonly files: readonly unknown[] }[];
  assert.equal(paper?.files.length, 2);
});

test('a second request in a stage waits for a leader: declined it never goes out, approved it counts twice and the clock stands still only then', async () => {
  const { id, paperId } = await appraised();
  const { specialist, 'unit-head': head } = house.commune.staff;
  const first = asking([fault(paperId)]);
  await done(specialist.actor, id, 'supplement', 2, first);
  await done(specialist.actor, id, 'supplement/cancel', 3, { reason: 'Gửi nhầm hồ sơ' });
  assert.equal((await act(specialist.actor, id, 'supplement', 4, asking([fault(paperId)]))).body['code'], 'supplement.leader-needed');
  const plan = (await house.call(specialist.actor, 'GET', `/api/dossiers/${id}/supplement-plan`)).body;
  assert.deepEqual([plan['stage'], plan['needsLeader']], ['examination', true]);
  await done(specialist.actor, id, 'supplement', 4, asking([fault(paperId)], { proposalWords: 'Giấy bị tẩy xóa' }));
  const proposed = await open(id);
  assert.deepEqual([proposed['state'], proposed['approvalAsked'], proposed['supplements']], ['in-progress', 'supplement', 1]);
  const step = { action: 'appraise', note: null, outcome: 'positive', legalBasis: null };
  assert.equal((await act(specialist.actor, id, 'actions', 5, step)).body['code'], 'dossier.approval-pending');
  await done(head.actor, id, 'supplement/decline', 5, { reason: 'Xem lại giấy đã nộp' });
  assert.equal((await open(id))['approvalAsked'], null);
  await done(specialist.actor, id, 'supplement', 6, asking([fault(paperId)], { proposalWords: 'Giấy bị tẩy xóa, đã xem lại' }));
  await done(head.actor, id, 'supplement/approve', 7, { note: null });
  const approved = await open(id);
  assert.deepEqual([approved['state'], approved['supplements'], approved['approvalAsked']], ['supplement-requested', 2, null]);
  const line = (approved['history'] as { readonly event: string; readonly facts: Record<string, string> }[]).at(-1);
  assert.deepEqual([line?.event, line?.facts['times']], ['supplement-approved', '2']);
  assert.deepEqual((await requests(id)).supplements.map(({ status }) => status), ['open', 'declined', 'cancelled']);
});

test('two officers who ask at once: one request goes out, the other officer is told', async () => {
  const { id, paperId } = await appraised();
  const { specialist } = house.commune.staff;
  const answers = await Promise.all([1, 2].map(() => act(specialist.actor, id, 'supplement', 2, asking([fault(paperId)]))));
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409]);
  assert.equal(answers.find(({ status }) => status === 409)?.body['code'], 'dossier.changed-meanwhile');
  assert.equal((await requests(id)).supplements.length, 1);
});

test('an answer and a withdrawal at the same moment: exactly one of them holds', async () => {
  const { id, paperId } = await appraised();
  const { specialist, reception } = house.commune.staff;
  const one = fault(paperId);
  const request = asking([one]);
  await done(specialist.actor, id, 'supplement', 2, request);
  const items = [{ itemId: one.id, words: null, files: [await file(50)] }];
  const [answer, withdrawal] = await Promise.all([
    act(reception.actor, id, 'supplement/answer', 3, { requestId: request.requestId, channel: 'counter', words: null, items }),
    act(reception.actor, id, 'withdrawal', 3, { reason: 'Tôi xin rút' }),
  ]);
  assert.deepEqual([answer.status, withdrawal.status].sort(), [200, 409]);
  assert.equal((await open(id))['state'], answer.status === 200 ? 'in-progress' : 'withdraw-requested');
});

test('a repeated answer answers the same and writes nothing twice; a late one at the counter says that it was late', async () => {
  const { id, paperId } = await appraised();
  const { specialist, reception } = house.commune.staff;
  const one = fault(paperId);
  const request = asking([one], { answerDays: 1 });
  await done(specialist.actor, id, 'supplement', 2, request);
  house.clock.pass(9 * 24 * 3_600_000);
  assert.equal((await requests(id)).supplements[0]?.overdue, true);
  const body = { commandId: randomUUID(), expectedVersion: 3, requestId: request.requestId, channel: 'counter', words: 'Đi vắng', items: [{ itemId: one.id, words: null, files: [await file(60)] }] };
  const first = await house.call(reception.actor, 'POST', `/api/dossiers/${id}/supplement/answer`, body);
  const second = await house.call(reception.actor, 'POST', `/api/dossiers/${id}/supplement/answer`, body);
  assert.deepEqual([first.status, second], [200, first]);
  const dossier = await open(id);
  assert.equal((dossier['history'] as { readonly event: string; readonly facts: Record<string, string> }[]).at(-1)?.facts['late'], 'yes');
  assert.equal((await requests(id)).supplements[0]?.items[0]?.after.length, 1);
});

test('a payment pauses the clock until it is proven, or taken back with the reason', async () => {
  const { id } = await appraised();
  const { specialist, reception, president } = house.commune.staff;
  const { dueAt } = await open(id);
  const wish = { amount: 50_000, reason: 'Phí chứng thực', legalBasis: 'TT 226/2016/TT-BTC', payDays: 5 };
  assert.equal((await act(specialist.actor, id, 'payment', 2, { ...wish, amount: 0.5 })).body['code'], 'payment.amount-wrong');
  await done(specialist.actor, id, 'payment', 2, wish);
  const waiting = await open(id);
  assert.deepEqual([waiting['state'], waiting['nationalCode']], ['payment-requested', 6]);
  house.clock.pass(24 * 3_600_000);
  const today = new Date(house.clock.now().getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
  const paid = { method: 'transfer', receiptNumber: 'FT26330', paidOn: today, note: null };
  assert.equal((await act(reception.actor, id, 'payment/confirm', 3, { ...paid, receiptNumber: ' ' })).body['code'], 'payment.receipt-missing');
  await done(reception.actor, id, 'payment/confirm', 3, paid);
  const after = await open(id);
  assert.equal(after['state'], 'in-progress');
  assert.ok(Date.parse(String(after['dueAt'])) >= Date.parse(String(dueAt)));
  await done(specialist.actor, id, 'payment', 4, wish);
  await done(president.actor, id, 'payment/cancel', 5, { reason: 'Được miễn theo quy định' });
  const { payments } = await requests(id);
  assert.deepEqual(payments.map(({ status, closedBy }) => [status, closedBy]), [['cancelled', president.actor.fullName], ['paid', reception.actor.fullName]]);
  assert.match(String(payments[0]?.reference), /^XS[A-Z2-9]{9}$/);
});

test('a stopped dossier waits for nothing any more', async () => {
  const { id, paperId } = await appraised();
  const { specialist } = house.commune.staff;
  await done(specialist.actor, id, 'supplement', 2, asking([fault(paperId)]));
  await done(specialist.actor, id, 'stop', 3, { kind: 'not-supplemented', reason: 'Quá hạn bổ sung' });
  assert.deepEqual((await requests(id)).supplements.map(({ status }) => status), ['cancelled']);
  const other = await appraised();
  await done(specialist.actor, other.id, 'payment', 2, { amount: 1, reason: 'Phí', legalBasis: 'TT', payDays: 1 });
  await done(specialist.actor, other.id, 'stop', 3, { kind: 'not-paid', reason: 'Không nộp' });
  assert.deepEqual((await requests(other.id)).payments.map(({ status }) => status), ['cancelled']);
});
