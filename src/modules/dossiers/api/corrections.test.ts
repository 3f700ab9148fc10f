import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import sharp from 'sharp';
import { createDossierHouse, type DossierHouse, receptionRequest } from '../../../../test/dossier-house.ts';
import { type StaffActor } from '../../../kernel/actor.ts';
import { keepFile } from '../../../platform/files/keep-upload.ts';

let house: DossierHouse;
let picture: string;
before(async () => {
  house = await createDossierHouse();
  const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: 'white' } }).png().toBuffer();
  const kept = await keepFile(house.database.db, house.deps.files, house.commune.commune.code, bytes, 'anh.png', house.clock.now());
  assert.ok(kept.ok);
  picture = kept.value.sha256;
});
after(() => house.close());

async function done(actor: StaffActor, id: string, path: string, expectedVersion: number, more: Readonly<Record<string, unknown>>): Promise<void> {
  const { status, body } = await house.call(actor, 'POST', `/api/dossiers/${id}/${path}`, { commandId: randomUUID(), expectedVersion, ...more });
  assert.equal(status, 200, JSON.stringify(body));
}

/** A dossier that is over: its result is in the citizen's hand. One paper lies in the store. */
async function returned(): Promise<string> {
  const { reception, specialist, president, clerk } = house.commune.staff;
  const paper = { id: randomUUID(), requirementId: null, name: 'Giấy chứng sinh', kind: 'original', source: 'submitted', copies: 1, reusedFrom: null, files: [{ id: randomUUID(), sha256: picture, fileName: 'chung-sinh.png' }] };
  const answer = await house.call(reception.actor, 'POST', '/api/dossiers', receptionRequest(house, { papers: [paper] }));
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  const id = String(answer.body['id']);
  const step = { note: null, outcome: null, legalBasis: null };
  await done(reception.actor, id, 'actions', 1, { ...step, action: 'transfer' });
  await done(specialist.actor, id, 'actions', 2, { ...step, action: 'appraise' });
  await done(president.actor, id, 'actions', 3, { ...step, action: 'approve' });
  await done(clerk.actor, id, 'seal', 4, { resultNumber: '25/2026', note: null, files: [], validTo: null });
  await done(reception.actor, id, 'hand-over', 5, { receiver: { name: 'Nguyễn Thị Mẫu', relation: 'self', paper: null }, proof: null, note: null });
  return id;
}

async function open(id: string): Promise<Readonly<Record<string, unknown>>> {
  return (await house.call(house.commune.staff.reception.actor, 'GET', `/api/dossiers/${id}`)).body;
}

/** A paper of the sheet as a screen sends it back: what is only shown stays behind. */
function asGiven(paper: object): object {
  const { files, ...rest } = paper as { readonly files: readonly { readonly id: string; readonly sha256: string; readonly fileName: string }[] };
  return { ...rest, source: 'store', files: files.map(({ id, sha256, fileName }) => ({ id, sha256, fileName })) };
}

function correct(oldId: string, change: Readonly<Record<string, unknown>> = {}, actor = house.commune.staff.reception.actor) {
  return house.call(actor, 'POST', '/api/dossiers', receptionRequest(house, { corrects: { dossierId: oldId, reason: 'Sai năm sinh trên trích lục' }, ...change }));
}

test('a correction is a new dossier with its own code and reason; both show each other and the old one stays untouched', async () => {
  const oldId = await returned();
  const rowOf = async () => [
    await house.database.db.selectFrom('dossier').selectAll().where('id', '=', oldId).executeTakeFirstOrThrow(),
    await house.database.db.selectFrom('dossier_history').selectAll().where('dossier_id', '=', oldId).orderBy('seq').execute(),
  ];
  const before = await rowOf();
  const { status, body } = await correct(oldId);
  assert.equal(status, 200, JSON.stringify(body));
  const [old, fresh] = [await open(oldId), await open(String(body['id']))];
  assert.notEqual(fresh['code'], old['code']);
  assert.deepEqual(fresh['corrects'], { id: oldId, code: old['code'] });
  assert.deepEqual(old['corrections'], [{ id: body['id'], code: body['code'], state: 'received' }]);
  assert.deepEqual((fresh['history'] as { facts: unknown }[])[0]?.facts, { corrects: old['code'], note: 'Sai năm sinh trên trích lục' });
  assert.equal(fresh['state'], 'received');
  assert.deepEqual(await rowOf(), before);
});

test('the form of a correction is filled with the person and the papers; what lies in the store is used again', async () => {
  const oldId = await returned();
  const { reception } = house.commune.staff;
  const sheet = (await house.call(reception.actor, 'GET', `/api/dossiers/${oldId}/correction`)).body as { readonly person: { readonly fullName: string }; readonly papers: readonly { readonly id: string; readonly reusedFrom: string; readonly name: string }[] };
  assert.equal(sheet.person.fullName, 'Nguyễn Thị Mẫu');
  assert.deepEqual(sheet.papers.map(({ name }) => name), ['Giấy chứng sinh']);
  const answer = await correct(oldId, { papers: sheet.papers.map(asGiven) });
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  const [paper] = (await open(String(answer.body['id'])))['papers'] as { readonly reused: boolean }[];
  assert.equal(paper?.reused, true);
});

test('papers in the store of the old person cannot be used again when the correction names somebody else', async () => {
  const oldId = await returned();
  const { reception } = house.commune.staff;
  const sheet = (await house.call(reception.actor, 'GET', `/api/dossiers/${oldId}/correction`)).body as { readonly papers: readonly object[] };
  const person = { ...(receptionRequest(house)['person'] as object), citizenNumber: '003190999902' };
  const answer = await correct(oldId, { person, papers: sheet.papers.map(asGiven) });
  assert.equal(answer.body['code'], 'dossier.kept-paper-of-another');
});

test('a dossier that is not over cannot be corrected, and an open correction keeps a second one out', async () => {
  const running = await house.call(house.commune.staff.reception.actor, 'POST', '/api/dossiers', receptionRequest(house));
  assert.equal((await correct(String(running.body['id']))).body['code'], 'dossier.action-not-possible');
  const oldId = await returned();
  assert.equal((await correct(oldId, { corrects: { dossierId: oldId, reason: '  ' } })).body['code'], 'dossier.reason-missing');
  assert.equal((await correct(randomUUID())).body['code'], 'dossier.not-found');
  const [one, two] = await Promise.all([correct(oldId), correct(oldId)]);
  assert.deepEqual([one.status, two.status].sort(), [200, 409]);
  assert.equal([one, two].find(({ status }) => status === 409)?.body['code'], 'dossier.correction-open');
});
