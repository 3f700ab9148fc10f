import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import sharp from 'sharp';
import { createDossierHouse, type DossierHouse, receptionRequest } from '../../../../test/dossier-house.ts';
import { type StaffActor } from '../../../kernel/actor.ts';
import { keepFile } from '../../../platform/files/keep-upload.ts';
import { trackByLink } from './track-dossier.ts';

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

async function act(actor: StaffActor, id: string, path: string, expectedVersion: number, more: Readonly<Record<string, unknown>>) {
  return house.call(actor, 'POST', `/api/dossiers/${id}/${path}`, { commandId: randomUUID(), expectedVersion, ...more });
}

async function done(...call: Parameters<typeof act>): Promise<void> {
  const { status, body } = await act(...call);
  assert.equal(status, 200, JSON.stringify(body));
}

/** A dossier whose result lies in the office; its version is 5. */
async function decided(over: Readonly<Record<string, unknown>> = {}, seal: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const { reception, specialist, president, clerk } = house.commune.staff;
  const answer = await house.call(reception.actor, 'POST', '/api/dossiers', receptionRequest(house, over));
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  const id = String(answer.body['id']);
  const step = { note: null, outcome: null, legalBasis: null };
  await done(reception.actor, id, 'actions', 1, { ...step, action: 'transfer' });
  await done(specialist.actor, id, 'actions', 2, { ...step, action: 'appraise' });
  await done(president.actor, id, 'actions', 3, { ...step, action: 'approve' });
  await done(clerk.actor, id, 'seal', 4, { resultNumber: '25/2026', note: null, files: [], validTo: null, ...seal });
  return id;
}

interface Way {
  readonly method: string;
  readonly state: string;
  readonly trackingNumber: string | null;
  readonly envelopeCode: string | null;
  readonly receiver: { readonly name: string } | null;
  readonly proof: { readonly address: string } | null;
  readonly events: readonly { readonly event: string; readonly toName: string | null }[];
}

async function open(id: string): Promise<Readonly<Record<string, unknown>> & { readonly deliveries: readonly Way[] }> {
  return (await house.call(house.commune.staff.reception.actor, 'GET', `/api/dossiers/${id}`)).body as never;
}

const SELF = { name: 'Nguyễn Thị Mẫu', relation: 'self', paper: null };
const HOME = { method: 'home', address: 'Thôn Hoa Phú', carrier: null, trackingNumber: null, carriedBy: 'Vũ Thị Tổ' };
const REPORT = { toName: null, words: null, receiver: null, proof: null };

test('at the counter the result goes out with a signature that can be looked at again', async () => {
  const id = await decided();
  const { reception } = house.commune.staff;
  await done(reception.actor, id, 'hand-over', 5, { receiver: SELF, proof: { kind: 'signature', sha256: picture }, note: null });
  const dossier = await open(id);
  const [way] = dossier.deliveries;
  assert.deepEqual([dossier['state'], way?.state, way?.receiver?.name], ['returned', 'delivered', 'Nguyễn Thị Mẫu']);
  const proof = await house.server.inject({ url: way?.proof?.address ?? '', headers: { 'x-actor': reception.actor.staffId } });
  assert.deepEqual([proof.statusCode, proof.headers['content-type']], [200, 'image/jpeg']);
  assert.equal((await house.call(reception.actor, 'GET', `/api/dossiers/${id}/kept/${'f'.repeat(64)}`)).status, 404);
});

test('a proof that the server never saw is refused and nothing is handed over', async () => {
  const id = await decided();
  const { reception } = house.commune.staff;
  const refused = await act(reception.actor, id, 'hand-over', 5, { receiver: SELF, proof: { kind: 'photo', sha256: 'e'.repeat(64) }, note: null });
  assert.equal(refused.body['code'], 'dossier.file-unknown');
  assert.equal((await open(id))['state'], 'decided');
});

test('an envelope home: every hand-over is recorded, the last one with a photo, and the citizen sees that it is on its way', async () => {
  const id = await decided({ delivery: { method: 'home', address: 'Thôn Hoa Phú' } });
  const { reception, 'team-member': member } = house.commune.staff;
  await done(reception.actor, id, 'dispatch', 5, HOME);
  const code = (await open(id)).deliveries[0]?.envelopeCode ?? '';
  assert.match(code, /^PB-/);
  const carried = await house.call(member.actor, 'GET', `/api/deliveries?code=${code.toLowerCase()}`);
  assert.deepEqual((carried.body['items'] as Record<string, unknown>[]).map(({ dossierId, applicantName, lastTo }) => [dossierId, applicantName, lastTo]), [[id, 'Nguyễn Thị Mẫu', 'Vũ Thị Tổ']]);
  await done(member.actor, id, 'delivery', 6, { ...REPORT, event: 'handed-on', toName: 'Trưởng thôn Hoa Phú' });
  await done(member.actor, id, 'delivery', 7, { ...REPORT, event: 'not-met', words: 'Nhà đi làm đồng' });
  const silent = await act(member.actor, id, 'delivery', 8, { ...REPORT, event: 'delivered', receiver: { ...SELF, relation: 'family' } });
  assert.equal(silent.body['code'], 'delivery.proof-missing');
  await done(member.actor, id, 'delivery', 8, { ...REPORT, event: 'delivered', receiver: { ...SELF, relation: 'family' }, proof: { kind: 'photo', sha256: picture } });
  const dossier = await open(id);
  assert.equal(dossier['state'], 'returned');
  assert.deepEqual(dossier.deliveries[0]?.events.map(({ event }) => event), ['sealed', 'handed-on', 'handed-on', 'not-met', 'delivered']);
  assert.deepEqual((await house.call(member.actor, 'GET', '/api/deliveries')).body['items'], []);
  const context = { actor: { kind: 'anonymous' }, now: house.clock.now(), address: '127.0.0.1', locale: 'vi', display: { scale: '100', contrast: 'normal' }, requestId: '', userAgent: '', cookies: {} } as const;
  const tracked = await trackByLink(house.deps, house.deps.links.token('dossier', id), context);
  assert.deepEqual(tracked?.way?.events.map(({ event }) => event), ['sealed', 'handed-on', 'handed-on', 'not-met', 'delivered']);
  assert.ok(!JSON.stringify(tracked).includes('Trưởng thôn'), 'the public page names nobody');
});

test('by post the number is kept, what comes back waits at the counter again, and the second way is a new one', async () => {
  const id = await decided();
  const { reception } = house.commune.staff;
  const post = { method: 'post', address: 'Số 1, Hà Nội', carrier: 'Bưu điện Việt Nam', trackingNumber: 'eb123456789vn', carriedBy: null };
  await done(reception.actor, id, 'dispatch', 5, post);
  assert.equal((await act(reception.actor, id, 'dispatch', 6, post)).body['code'], 'delivery.on-its-way');
  assert.equal((await act(reception.actor, id, 'hand-over', 6, { receiver: SELF, proof: null, note: null })).body['code'], 'delivery.on-its-way');
  assert.equal((await act(house.commune.staff.president.actor, id, 'reopen', 6, { reason: 'Sai tên' })).body['code'], 'delivery.on-its-way');
  await done(reception.actor, id, 'delivery', 6, { ...REPORT, event: 'came-back', words: 'Sai địa chỉ' });
  const back = await open(id);
  assert.deepEqual(back.deliveries.map(({ method, state }) => [method, state]).sort(), [['counter', 'waiting'], ['post', 'returned']]);
  assert.equal(back.deliveries.find(({ method }) => method === 'post')?.trackingNumber, 'EB123456789VN');
  await done(reception.actor, id, 'hand-over', 7, { receiver: SELF, proof: null, note: null });
});

test('two reports of one moment: one is written, the other is told', async () => {
  const id = await decided();
  const { reception, 'team-member': member } = house.commune.staff;
  await done(reception.actor, id, 'dispatch', 5, HOME);
  const answers = await Promise.all([1, 2].map(() => act(member.actor, id, 'delivery', 6, { ...REPORT, event: 'not-met', words: 'Vắng nhà' })));
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409]);
});

test('an electronic result is kept with its validity, is offered at the next reception, and its reuse is counted', async () => {
  const file = { id: randomUUID(), sha256: picture, fileName: 'ket-qua.jpg' };
  const id = await decided({}, { files: [file], validTo: '2027-05-23' });
  assert.deepEqual((await open(id))['result'], { number: '25/2026', validTo: '2027-05-23', files: [{ sha256: picture, fileName: 'ket-qua.jpg' }] });
  const { reception } = house.commune.staff;
  const known = (await house.call(reception.actor, 'POST', '/api/persons/search', { q: '003190999901' })).body['people'] as { readonly papers: readonly { readonly id: string; readonly origin: string; readonly expired: boolean }[] }[];
  const kept = known[0]?.papers.find(({ origin }) => origin === 'result');
  assert.ok(kept !== undefined);
  assert.equal(kept.expired, false);
  const reused = { id: randomUUID(), requirementId: null, name: 'Kết quả trước', kind: 'electronic', source: 'store', copies: 1, reusedFrom: kept.id, files: [{ id: randomUUID(), sha256: picture, fileName: 'ket-qua.jpg' }] };
  const again = await house.call(reception.actor, 'POST', '/api/dossiers', receptionRequest(house, { papers: [reused] }));
  assert.equal(again.status, 200, JSON.stringify(again.body));
  const counted = await house.database.owner.db.selectFrom('kept_paper').select('reuses').where('id', '=', kept.id).executeTakeFirst();
  assert.equal(counted?.reuses, 1);
  const stranger = receptionRequest(house, { papers: [{ ...reused, id: randomUUID() }], person: { citizenNumber: '003190999902', fullName: 'Trần Văn Khác', birthDate: null, sex: null, address: 'Thôn 1', villageId: null, phone: '0900000099', email: null } });
  assert.equal((await house.call(reception.actor, 'POST', '/api/dossiers', stranger)).body['code'], 'dossier.kept-paper-of-another');
  house.clock.pass(300 * 24 * 3_600_000);
  const late = receptionRequest(house, { papers: [{ ...reused, id: randomUUID() }] });
  assert.equal((await house.call(reception.actor, 'POST', '/api/dossiers', late)).body['code'], 'dossier.kept-paper-expired');
});

test('a reopened decision takes its electronic result back', async () => {
  const id = await decided({}, { files: [{ id: randomUUID(), sha256: picture, fileName: 'a.jpg' }] });
  await done(house.commune.staff.president.actor, id, 'reopen', 5, { reason: 'Sai tên' });
  const dossier = await open(id);
  assert.deepEqual([dossier['result'], dossier.deliveries], [null, []]);
});

test('a result whose validity is over when it is sealed is refused', async () => {
  const { reception, specialist, president, clerk } = house.commune.staff;
  const answer = await house.call(reception.actor, 'POST', '/api/dossiers', receptionRequest(house));
  const id = String(answer.body['id']);
  const step = { note: null, outcome: null, legalBasis: null };
  await done(reception.actor, id, 'actions', 1, { ...step, action: 'transfer' });
  await done(specialist.actor, id, 'actions', 2, { ...step, action: 'appraise' });
  await done(president.actor, id, 'actions', 3, { ...step, action: 'approve' });
  const refused = await act(clerk.actor, id, 'seal', 4, { resultNumber: '1', note: null, files: [], validTo: '2020-01-01' });
  assert.equal(refused.body['code'], 'dossier.result-expired');
});

test('an unknown or unreadable envelope code is answered kindly, and so is one of another commune', async () => {
  const { 'team-member': member } = house.commune.staff;
  for (const code of ['PB-AAAA-AAAA-AA', 'x', '%25']) assert.equal((await house.call(member.actor, 'GET', `/api/deliveries?code=${code}`)).body['code'], 'delivery.envelope-unknown', code);
});
