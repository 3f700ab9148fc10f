import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createCommune } from '../../../../test/commune.ts';
import { createDossierHouse, type DossierHouse, receptionRequest } from '../../../../test/dossier-house.ts';
import { type StaffActor } from '../../../kernel/actor.ts';
import { declareDossier } from './declare-dossier.ts';
import { openByCode, trackByLink } from './track-dossier.ts';

let house: DossierHouse;
before(async () => {
  house = await createDossierHouse();
});
after(() => house.close());

async function received(): Promise<string> {
  const answer = await house.call(house.commune.staff.reception.actor, 'POST', '/api/dossiers', receptionRequest(house));
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return String(answer.body['id']);
}

function move(actor: StaffActor, id: string, action: string, expectedVersion: number, more: Readonly<Record<string, unknown>> = {}) {
  const plain = { commandId: house.deps.newId(), expectedVersion };
  switch (action) {
    case 'seal':
      return house.call(actor, 'POST', `/api/dossiers/${id}/seal`, { ...plain, note: null, files: [], validTo: null, ...more });
    case 'hand-over':
      return house.call(actor, 'POST', `/api/dossiers/${id}/hand-over`, { ...plain, note: null, proof: null, ...more });
    default:
      return house.call(actor, 'POST', `/api/dossiers/${id}/actions`, { ...plain, action, note: null, outcome: null, legalBasis: null, ...more });
  }
}

test('a dossier goes through the five steps, each with its holder, its time and its line of history', async () => {
  const { reception, specialist, president, clerk } = house.commune.staff;
  const id = await received();
  const path = [
    [reception, 'transfer', {}, 'in-progress'],
    [specialist, 'appraise', { note: 'Đủ điều kiện' }, 'in-progress'],
    [president, 'approve', {}, 'in-progress'],
    [clerk, 'seal', { resultNumber: '25/2026' }, 'decided'],
    [reception, 'hand-over', { receiver: { name: 'Nguyễn Thị Mẫu', relation: 'self', paper: null } }, 'returned'],
  ] as const;
  for (const [index, [person, action, more, state]] of path.entries()) {
    house.clock.pass(20 * 60_000);
    const { status, body } = await move(person.actor, id, action, index + 1, more);
    assert.equal(status, 200, JSON.stringify(body));
    assert.deepEqual(body, { id, state, version: index + 2 });
  }
  const { body } = await house.call(reception.actor, 'GET', `/api/dossiers/${id}`);
  const events = (body['history'] as { event: string; actorName: string }[]).map((line) => `${line.event}:${line.actorName}`);
  assert.deepEqual(events, [
    'received:Lê Thị Nhận', 'transferred:Lê Thị Nhận', 'appraised:Trần Văn Thẩm', 'approved:Nguyễn Thị Chủ', 'sealed:Phạm Thị Thư', 'handed-over:Lê Thị Nhận',
  ]);
  assert.equal(body['resultNumber'], '25/2026');
  assert.equal(body['timeState'], 'finished');
  assert.deepEqual(body['actions'], ['correct']);
  assert.ok((body['steps'] as { finishedAt: string | null }[]).every((step) => step.finishedAt !== null));
});

test('two officers who act on the same version: one succeeds, the other is told and nothing is overwritten', async () => {
  const { reception } = house.commune.staff;
  const id = await received();
  const answers = await Promise.all([move(reception.actor, id, 'transfer', 1), move(reception.actor, id, 'transfer', 1)]);
  assert.deepEqual(answers.map((answer) => answer.status).sort(), [200, 409]);
  const loser = answers.find((answer) => answer.status === 409);
  assert.equal(loser?.body['code'], 'dossier.changed-meanwhile');
});

test('sent back with a reason, a dossier returns to the step before and its time runs on', async () => {
  const { reception, specialist, president } = house.commune.staff;
  const id = await received();
  await move(reception.actor, id, 'transfer', 1);
  await move(specialist.actor, id, 'appraise', 2);
  const silent = await move(president.actor, id, 'send-back', 3);
  assert.equal(silent.body['code'], 'dossier.reason-missing');
  const back = await move(president.actor, id, 'send-back', 3, { note: 'Thiếu ngày cấp' });
  assert.equal(back.status, 200, JSON.stringify(back.body));
  const { body } = await house.call(specialist.actor, 'GET', `/api/dossiers/${id}`);
  assert.equal((body['actions'] as string[])[0], 'appraise');
});

test('the work lists show each role its own step, most urgent first, and count all lists at once', async () => {
  const { reception, specialist, committee } = house.commune.staff;
  const id = await received();
  await move(reception.actor, id, 'transfer', 1);
  const mine = await house.call(specialist.actor, 'GET', '/api/dossiers?list=mine');
  const items = mine.body['items'] as { id: string; dueAt: string }[];
  assert.ok(items.some((item) => item.id === id));
  assert.deepEqual(items.map((item) => item.dueAt), items.map((item) => item.dueAt).toSorted());
  const none = await house.call(committee.actor, 'GET', '/api/dossiers?list=mine');
  assert.deepEqual(none.body['items'], []);
  assert.equal((mine.body['counts'] as { all: number }).all, (none.body['counts'] as { all: number }).all);
  const found = await house.call(reception.actor, 'POST', '/api/dossiers/search', { list: 'all', q: 'nguyen thi mau', after: null });
  assert.ok((found.body['items'] as unknown[]).length > 0);
  const nothing = await house.call(reception.actor, 'POST', '/api/dossiers/search', { list: 'all', q: '%_\\', after: null });
  assert.deepEqual(nothing.body['items'], []);
});

test('another commune’s dossier does not exist for a stranger to it, whatever is tried', async () => {
  const id = await received();
  const other = await createCommune(house.database.db, { commune: { code: '16073', name: 'Vạn Lộc', agencyCode: 'H56.15' } });
  for (const role of ['reception', 'president', 'administrator'] as const) {
    const { actor } = other.staff[role];
    const seen = await house.call(actor, 'GET', `/api/dossiers/${id}`);
    assert.equal(seen.status, 404);
    assert.equal(seen.body['code'], 'dossier.not-found');
  }
  const moved = await move(other.staff.reception.actor, id, 'transfer', 1);
  assert.equal(moved.status, 404);
  const list = await house.call(other.staff.reception.actor, 'GET', '/api/dossiers?list=all');
  assert.deepEqual(list.body['items'], []);
});

function stranger(address = '203.0.113.9') {
  return {
    actor: { kind: 'anonymous' }, now: house.clock.now(), locale: 'vi', display: { scale: '100', contrast: 'normal' },
    requestId: 'r', address, userAgent: 'test', cookies: {},
  } as const;
}

test('a declaration from home waits for reception, keeps its channel, and becomes a dossier with a code', async () => {
  const { reception } = house.commune.staff;
  const declaration = {
    commandId: house.deps.newId(), dossierId: house.deps.newId(), communeCode: '16072', procedureCode: '1.001193',
    applicant: { citizenNumber: null, fullName: 'trần văn thử', birthDate: null, sex: null, address: 'Thôn Hoa Phú', villageId: null, phone: '0900000099', email: null },
    content: '', assistance: { by: null, consent: null, account: null }, papers: [{ requirementId: 'birth-notice', name: 'Giấy chứng sinh', files: [] }],
  };
  const declared = await declareDossier(house.deps, declaration, stranger());
  assert.ok(declared.ok);
  const again = await declareDossier(house.deps, declaration, stranger());
  assert.deepEqual(again, declared);

  const waiting = await house.call(reception.actor, 'GET', '/api/dossiers?list=waiting');
  assert.deepEqual((waiting.body['items'] as { code: string }[]).map((item) => item.code), [declared.value.reference]);

  const request = receptionRequest(house, { person: { ...declaration.applicant, fullName: 'Trần Văn Thử' }, expectedVersion: 1 });
  const fields = Object.fromEntries(Object.entries(request).filter(([key]) => key !== 'dossierId' && key !== 'channel'));
  const taken = await house.call(reception.actor, 'POST', `/api/dossiers/${declaration.dossierId}/receive`, fields);
  assert.equal(taken.status, 200, JSON.stringify(taken.body));
  const { body } = await house.call(reception.actor, 'GET', `/api/dossiers/${declaration.dossierId}`);
  assert.equal(body['channel'], 'online');
  assert.equal(body['state'], 'received');
  const twice = await house.call(reception.actor, 'POST', `/api/dossiers/${declaration.dossierId}/receive`, { ...fields, commandId: house.deps.newId() });
  assert.equal(twice.status, 409);
});

test('tracking needs the code and four digits; the page shows time and holder but nothing personal', async () => {
  const id = await received();
  const { body } = await house.call(house.commune.staff.reception.actor, 'GET', `/api/dossiers/${id}`);
  const code = String(body['code']);
  const opened = await openByCode(house.deps, ` ${code.toLowerCase()} `, '0012', stranger());
  assert.ok(opened.ok);
  const tracked = await trackByLink(house.deps, opened.value.token, stranger());
  assert.ok(tracked);
  assert.equal(tracked.code, code);
  assert.equal(tracked.holderRole, 'reception');
  const shown = JSON.stringify({ ...tracked, commune: null });
  for (const secret of ['003190999901', '0900000012', 'Nguyễn Thị Mẫu', 'Thôn Hoa Phú']) assert.equal(shown.includes(secret), false, secret);
  assert.equal(await trackByLink(house.deps, 'x'.repeat(22), stranger()), undefined);
});

test('wrong guesses are slowed down per code and per address, and the QR link still opens', async () => {
  const id = await received();
  const { body } = await house.call(house.commune.staff.reception.actor, 'GET', `/api/dossiers/${id}`);
  const code = String(body['code']);
  const codes = new Set<string>();
  for (let tries = 0; tries < 8; tries += 1) {
    const outcome = await openByCode(house.deps, code, '1111', stranger(`198.51.100.${String(tries)}`));
    assert.ok(!outcome.ok);
    codes.add(outcome.problem.code);
  }
  assert.deepEqual([...codes], ['tracking.not-matched', 'tracking.too-many-guesses']);
  const link = house.deps.links.token('dossier', id);
  assert.equal((await trackByLink(house.deps, link, stranger()))?.code, code);
  house.clock.pass(2 * 60 * 60_000);
  assert.ok((await openByCode(house.deps, code, '0012', stranger())).ok);
});
