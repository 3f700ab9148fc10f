import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { createCommune, createStaff, type TestCommune } from '../../../../test/commune.ts';
import { createDossierHouse, type DossierHouse, receptionRequest } from '../../../../test/dossier-house.ts';
import { type StaffActor } from '../../../kernel/actor.ts';
import { type BulkResponse } from '../contract/bulk-schemas.ts';

let house: DossierHouse;
let stranger: TestCommune;
before(async () => {
  house = await createDossierHouse();
  stranger = await createCommune(house.database.db, { commune: { code: '16073', name: 'Vạn Lộc', agencyCode: 'H56.15' } });
});
after(() => house.close());

interface Row {
  readonly id: string;
  readonly expectedVersion: number;
}

async function received(count: number): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (let n = 0; n < count; n += 1) {
    const answer = await house.call(house.commune.staff.reception.actor, 'POST', '/api/dossiers', receptionRequest(house, { procedureCode: '1.004873' }));
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    rows.push({ id: String(answer.body['id']), expectedVersion: 1 });
  }
  return rows;
}

async function bulk(actor: StaffActor, action: string, request: Readonly<Record<string, unknown>>): Promise<BulkResponse> {
  const answer = await house.call(actor, 'POST', `/api/dossiers/bulk/${action}`, request);
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return answer.body as unknown as BulkResponse;
}

const codes = ({ rows }: BulkResponse) => rows.map(({ refusal }) => refusal?.code ?? 'done');
const stateOf = async (id: string) => (await house.call(house.commune.staff.reception.actor, 'GET', `/api/dossiers/${id}`)).body['state'];

test('what a colleague changed meanwhile is refused with what was done and by whom; the others go through', async () => {
  const rows = await received(3);
  const { reception } = house.commune.staff;
  const other = await createStaff(house.database.db, house.commune.commune, { userName: 'mai.ke', fullName: 'Mai Thị Kề', positions: [{ unitId: house.commune.units.centre.id, role: 'reception', title: 'Công chức tiếp nhận', fields: [] }] });
  const [, second] = rows;
  assert.equal((await house.call(other.actor, 'POST', `/api/dossiers/${second?.id ?? ''}/claim`, { commandId: randomUUID(), expectedVersion: 1 })).status, 200);
  const answer = await bulk(reception.actor, 'transfer', { batchId: randomUUID(), rows, note: null });
  assert.deepEqual(codes(answer), ['done', 'dossier.changed-meanwhile', 'done']);
  assert.equal(answer.done, 2);
  const change = answer.rows[1]?.refusal?.change;
  assert.deepEqual([change?.event, change?.by], ['claimed', 'Mai Thị Kề']);
  assert.deepEqual(await Promise.all(rows.map(({ id }) => stateOf(id))), ['in-progress', 'received', 'in-progress']);
});

test('a batch that is sent again answers the same lines and does nothing, even when the refused dossier could be moved by now', async () => {
  const rows = await received(2);
  const { reception } = house.commune.staff;
  const request = { batchId: randomUUID(), rows: rows.map((row, index) => ({ ...row, expectedVersion: 1 + index })), note: 'Chuyển cuối ngày' };
  const first = await bulk(reception.actor, 'transfer', request);
  assert.deepEqual(codes(first), ['done', 'dossier.changed-meanwhile']);
  // The urging is its second version, the one that the batch names.
  assert.equal((await house.call(house.commune.staff.president.actor, 'POST', `/api/dossiers/${rows[1]?.id ?? ''}/urge`, { commandId: randomUUID(), expectedVersion: 1, words: 'Xong chưa?' })).status, 200);
  assert.deepEqual(await bulk(reception.actor, 'transfer', request), first);
  assert.equal(await stateOf(rows[1]?.id ?? ''), 'received');
  const { rows: events } = await house.database.pool.query('select from dossier_history where dossier_id = $1 and event = $2', [rows[0]?.id, 'transferred']);
  assert.equal(events.length, 1);
});

test('a batch that broke off in the middle goes on where it stopped: what was done is not done twice', async () => {
  const rows = await received(2);
  const { reception } = house.commune.staff;
  const request = { batchId: randomUUID(), rows, note: null };
  await bulk(reception.actor, 'transfer', request);
  // As if the program had ended before the batch itself was written, and before its second dossier.
  await house.database.owner.pool.query('delete from client_command where command_id = $1', [request.batchId]);
  assert.deepEqual(codes(await bulk(reception.actor, 'transfer', request)), ['done', 'done']);
  const { rows: events } = await house.database.pool.query('select from dossier_history where dossier_id = any($1) and event = $2', [rows.map(({ id }) => id), 'transferred']);
  assert.equal(events.length, 2);
});

test('the same batch sent twice at once moves every dossier once and answers both alike', async () => {
  const rows = await received(4);
  const request = { batchId: randomUUID(), rows, note: null };
  const { reception } = house.commune.staff;
  const [one, other] = await Promise.all([bulk(reception.actor, 'transfer', request), bulk(reception.actor, 'transfer', request)]);
  assert.deepEqual(codes(one), ['done', 'done', 'done', 'done']);
  assert.deepEqual(other, one);
});

test('a batch id with another content is refused, and so are more than 200 dossiers, with both numbers', async () => {
  const rows = await received(1);
  const { reception } = house.commune.staff;
  const batchId = randomUUID();
  await bulk(reception.actor, 'transfer', { batchId, rows, note: null });
  const reused = await house.call(reception.actor, 'POST', '/api/dossiers/bulk/transfer', { batchId, rows, note: 'khác' });
  assert.equal(reused.body['code'], 'command.reused-id');
  const many = Array.from({ length: 201 }, () => ({ id: randomUUID(), expectedVersion: 1 }));
  const tooMany = await house.call(reception.actor, 'POST', '/api/dossiers/bulk/transfer', { batchId: randomUUID(), rows: many, note: null });
  assert.deepEqual([tooMany.status, tooMany.body['code']], [422, 'dossier.bulk-too-many']);
  assert.match(String(tooMany.body['title']), /200 hồ sơ; bạn đang chọn 201/u);
});

test('a leader urges the holders of many with one note; what waits for an answer already is refused', async () => {
  const rows = await received(2);
  const { president } = house.commune.staff;
  assert.equal((await house.call(president.actor, 'POST', `/api/dossiers/${rows[0]?.id ?? ''}/urge`, { commandId: randomUUID(), expectedVersion: 1, words: 'Xong chưa?' })).status, 200);
  const answer = await bulk(president.actor, 'urge', { batchId: randomUUID(), rows: rows.map((row, index) => ({ ...row, expectedVersion: 2 - index })), words: 'Báo cáo trước 16 giờ' });
  assert.deepEqual(codes(answer), ['dossier.action-not-possible', 'done']);
});

test('dossiers of another commune are not there: neither moved, urged nor printed', async () => {
  const rows = await received(1);
  const { reception, president } = stranger.staff;
  for (const [actor, action, more] of [[reception.actor, 'transfer', { note: null }], [president.actor, 'urge', { words: 'x' }], [reception.actor, 'print', { paper: 'receipt' }], [reception.actor, 'print', { paper: 'control-sheet' }], [reception.actor, 'print', { paper: 'shelf-label' }]] as const) {
    assert.deepEqual(codes(await bulk(actor, action, { batchId: randomUUID(), rows, ...more })), ['dossier.not-found'], action);
  }
  assert.equal(await stateOf(rows[0]?.id ?? ''), 'received');
});

for (const [paper, pages] of [['receipt', 2], ['control-sheet', 2], ['shelf-label', 1]] as const) {
  test(`the papers “${paper}” of two dossiers come in one file of ${String(pages)} pages, again as often as wanted; another commune does not get it`, async () => {
    const rows = await received(2);
    const { reception } = house.commune.staff;
    const request = { batchId: randomUUID(), rows, paper };
    assert.deepEqual(codes(await bulk(reception.actor, 'print', request)), ['done', 'done']);
    assert.deepEqual(codes(await bulk(reception.actor, 'print', request)), ['done', 'done']);
    const url = `/api/dossiers/bulk/${request.batchId}/print.pdf`;
    const file = await house.server.inject({ method: 'GET', url, headers: house.as(reception.actor) });
    assert.equal(file.headers['content-type'], 'application/pdf');
    assert.equal(file.rawPayload.toString('latin1').match(/\/Type \/Page\b/gu)?.length, pages);
    const theirs = await house.server.inject({ method: 'GET', url, headers: house.as(stranger.staff.reception.actor) });
    assert.deepEqual([theirs.statusCode, theirs.json<{ code: string }>().code], [404, 'dossier.bulk-unknown']);
  });
}

test('a batch that moved dossiers is not one that prints', async () => {
  const rows = await received(1);
  const { reception } = house.commune.staff;
  const batchId = randomUUID();
  await bulk(reception.actor, 'transfer', { batchId, rows, note: null });
  assert.equal((await house.call(reception.actor, 'GET', `/api/dossiers/bulk/${batchId}/print.pdf`)).body['code'], 'dossier.bulk-unknown');
});
