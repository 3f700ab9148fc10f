import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { createCommune } from '../../../../test/commune.ts';
import { createDossierHouse, type DossierHouse, receptionRequest } from '../../../../test/dossier-house.ts';
import { type StaffActor } from '../../../kernel/actor.ts';
import { readPdf } from '../../../platform/pdf/read-pdf-for-tests.ts';
import { stopPdfWorker } from '../../../platform/pdf/render-pdf.ts';
import { type DossierResponse } from '../contract/dossier-schemas.ts';
import { issueDossierPaper } from './issue-dossier-paper.ts';

let house: DossierHouse;
before(async () => {
  house = await createDossierHouse();
});
after(async () => {
  await stopPdfWorker();
  await house.close();
});

const STEP = { note: null, outcome: null, legalBasis: null };

function act(actor: StaffActor, id: string, path: string, body: Readonly<Record<string, unknown>>) {
  return house.call(actor, 'POST', `/api/dossiers/${id}/${path}`, { commandId: randomUUID(), ...body });
}

async function received(change: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const { status, body } = await house.call(house.commune.staff.reception.actor, 'POST', '/api/dossiers', receptionRequest(house, { procedureCode: '1.004873', ...change }));
  assert.equal(status, 200, JSON.stringify(body));
  return String(body['id']);
}

/** A dossier whose result lies ready; its version is 5. */
async function decided(): Promise<string> {
  const id = await received();
  const { reception, specialist, president, clerk } = house.commune.staff;
  for (const [version, actor, path, body] of [
    [1, reception.actor, 'actions', { action: 'transfer', ...STEP }], [2, specialist.actor, 'actions', { action: 'appraise', ...STEP }],
    [3, president.actor, 'actions', { action: 'approve', ...STEP }], [4, clerk.actor, 'seal', { resultNumber: '25/2026', note: null, files: [], validTo: null }],
  ] as const) {
    const { status, body: answer } = await act(actor, id, path, { expectedVersion: version, ...body });
    assert.equal(status, 200, JSON.stringify(answer));
  }
  return id;
}

async function issued(id: string): Promise<DossierResponse['issued']> {
  const { body } = await house.call(house.commune.staff.clerk.actor, 'GET', `/api/dossiers/${id}`);
  return (body as unknown as DossierResponse).issued;
}

async function print(paperId: string): Promise<string> {
  const { clerk } = house.commune.staff;
  const answer = await house.server.inject({ method: 'GET', url: `/api/papers/${paperId}/print.pdf`, headers: { 'x-actor': clerk.actor.staffId } });
  assert.equal(answer.statusCode, 200, answer.body);
  return readPdf(answer.rawPayload).pages.map((page) => page.text).join('\n');
}

const letters = (text: string) => text.replace(/\s/gu, '');
const RECEIVER = { name: 'Trần Văn Chồng', relation: 'authorised', paper: 'Giấy ủy quyền 12/GUQ' };

test('a reception issues form 01 under its number; printed again, also after the dates have moved, it is the same paper', async () => {
  const id = await received();
  const [receipt] = await issued(id);
  assert.ok(receipt !== undefined);
  assert.equal(receipt.kind, 'receipt');
  const first = await print(receipt.id);
  assert.ok(letters(first).includes(letters(`Số: ${receipt.number}`)));
  assert.ok(letters(first).includes(letters('Kiểm tra giấy này có thật: mở xa.test/x/')));
  await house.database.owner.pool.query("update dossier set due_at = due_at + interval '3 days', applicant_name = 'Tên khác' where id = $1", [id]);
  assert.equal(await print(receipt.id), first);
  const slip = await house.server.inject({ method: 'GET', url: `/api/dossiers/${id}/receipt.pdf`, headers: { 'x-actor': house.commune.staff.clerk.actor.staffId } });
  assert.equal(readPdf(slip.rawPayload).pages.map((page) => page.text).join('\n'), first);
});

test('a dossier of the time before papers were issued here still has its receipt, with a blank for the number', async () => {
  const id = await received();
  await house.database.owner.pool.query('delete from official_paper where dossier_id = $1', [id]);
  const slip = await house.server.inject({ method: 'GET', url: `/api/dossiers/${id}/receipt.pdf`, headers: { 'x-actor': house.commune.staff.clerk.actor.staffId } });
  assert.match(readPdf(slip.rawPayload).pages[0]?.text ?? '', /Số: ……\/TTPVHCC/);
});

test('a result that is handed over leaves its receipt; one that is sent leaves a label', async () => {
  const [handed, posted, carried] = [await decided(), await decided(), await decided()];
  const { reception } = house.commune.staff;
  assert.equal((await act(reception.actor, handed, 'hand-over', { expectedVersion: 5, receiver: RECEIVER, proof: null, note: null })).status, 200);
  assert.equal((await act(reception.actor, posted, 'dispatch', { expectedVersion: 5, method: 'post', address: 'Thôn 2', carrier: 'Bưu điện', trackingNumber: 'EB123456789VN', carriedBy: null })).status, 200);
  assert.equal((await act(reception.actor, carried, 'dispatch', { expectedVersion: 5, method: 'home', address: 'Thôn 3', carrier: null, trackingNumber: null, carriedBy: 'Vũ Thị Tổ' })).status, 200);
  const words = async (id: string) => {
    const last = (await issued(id)).at(-1);
    return [last?.kind, letters(await print(last?.id ?? ''))] as const;
  };
  const [kind, receipt] = await words(handed);
  assert.equal(kind, 'result-receipt');
  for (const field of ['Trần Văn Chồng (người được ủy quyền)', 'Giấy ủy quyền 12/GUQ', 'số 25/2026']) assert.ok(receipt.includes(letters(field)), field);
  assert.match((await words(posted))[1], /Bưuđiện,sốhiệuEB123456789VN/u);
  const label = (await words(carried))[1];
  const { rows } = await house.database.pool.query<{ envelope_code: string; verification_code: string }>(
    "select envelope_code, verification_code from dossier_delivery d join official_paper p on p.dossier_id = d.dossier_id and p.kind = 'envelope-label' where d.dossier_id = $1", [carried],
  );
  assert.ok(label.includes(rows[0]?.envelope_code ?? '?'));
  assert.equal(rows[0]?.envelope_code.replaceAll('-', ''), rows[0]?.verification_code);
});

test('a supplement and an extension issue forms 02 and 04 in the transaction of what they tell, or not at all', async () => {
  const id = await received();
  const { specialist } = house.commune.staff;
  const { rows } = await house.database.pool.query('select * from dossier where id = $1', [id]);
  const order = (paper: Parameters<typeof issueDossierPaper>[2]['paper']) => ({ dossier: rows[0] as Parameters<typeof issueDossierPaper>[2]['dossier'], paper, actor: specialist.actor, now: house.clock.now(), commandId: randomUUID() });
  const items = [{ paper: 'Giấy chứng sinh', fault: 'ảnh mờ', howToFix: 'Chụp lại', legalBasis: null }];
  await house.deps.db.transaction().execute(async (tx) => {
    await issueDossierPaper(house.deps, tx, order({ kind: 'supplement', items, reason: null, answerBy: new Date('2026-12-01T17:00:00+07:00') }));
    await issueDossierPaper(house.deps, tx, order({ kind: 'apology', reason: 'Phải xác minh', newDueAt: new Date('2026-12-04T17:00:00+07:00') }));
  });
  await assert.rejects(house.deps.db.transaction().execute(async (tx) => {
    await issueDossierPaper(house.deps, tx, order({ kind: 'apology', reason: 'x', newDueAt: new Date() }));
    throw new Error('no extension after all');
  }));
  const papers = await issued(id);
  assert.deepEqual(papers.map(({ kind, number }) => [kind, number]).slice(1), [['supplement', '01/PBS-TTPVHCC'], ['apology', '01/PXL']]);
  const [, supplement, apology] = papers;
  assert.match(letters(await print(apology?.id ?? '')), /Thờigiantrảkếtquảmới:17giờ00phút,ngày04tháng12năm2026/u);
  assert.match(letters(await print(supplement?.id ?? '')), /1\.Giấychứngsinh:ảnhmờ/u);
});

test('the control sheet is filled from the history; while nothing happens it is the same paper, then a new one replaces it', async () => {
  const id = await received();
  const { reception, specialist, clerk } = house.commune.staff;
  const make = async () => (await act(specialist.actor, id, 'papers', { kind: 'control-sheet', reason: null })).body;
  const first = await make();
  assert.deepEqual(await make(), first);
  await act(reception.actor, id, 'actions', { expectedVersion: 1, action: 'transfer', ...STEP, note: 'Kèm bản chính' });
  const second = await make();
  assert.notEqual(second['id'], first['id']);
  assert.match(letters(await print(String(second['id']))), /Kèmbảnchính/u);
  const old = (await issued(id)).find((paper) => paper.id === first['id']);
  assert.deepEqual([old?.voided?.by, old?.voided?.replacedBy], [specialist.actor.fullName, (await issued(id)).find((paper) => paper.id === second['id'])?.number]);
  assert.equal((await act(clerk.actor, id, 'papers', { kind: 'receipt', reason: ' ' })).body['code'], 'paper.reason-missing');
});

test('the register lists what was received in its days, in order, and refuses days that cannot be', async () => {
  const { reception } = house.commune.staff;
  const id = await received();
  const { code } = (await house.call(reception.actor, 'GET', `/api/dossiers/${id}`)).body;
  const order = (from: string, to: string) => house.call(reception.actor, 'POST', '/api/papers/register', { commandId: randomUUID(), from, to });
  const made = await order('2026-11-01', '2026-11-30');
  assert.equal(made.status, 200, JSON.stringify(made.body));
  assert.ok((await print(String(made.body['id']))).includes(String(code).slice(-11)));
  assert.deepEqual((await order('2026-11-01', '2026-11-30')).body, made.body);
  for (const [from, to, refusal] of [['2026-11-30', '2026-11-01', 'dossier.period-wrong'], ['2026-02-30', '2026-03-01', 'dossier.period-wrong'], ['2025-11-01', '2026-11-30', 'dossier.period-too-long']] as const) {
    assert.equal((await order(from, to)).body['code'], refusal);
  }
});

test('a hand-over slip and labels are made for every named dossier or for none; dossiers of another commune are like none', async () => {
  const [one, two] = [await received(), await received()];
  const other = await createCommune(house.database.db, { commune: { code: '00070', name: 'Hoàn Kiếm', agencyCode: 'H26.10' } });
  const { specialist } = house.commune.staff;
  const slip = { commandId: randomUUID(), dossierIds: [two, one], what: 'dossiers', toUnitId: house.commune.units.economy.id, toName: 'Đỗ Văn Nhận', note: null };
  const made = await house.call(specialist.actor, 'POST', '/api/papers/hand-over-slips', slip);
  assert.equal(made.status, 200, JSON.stringify(made.body));
  for (const id of [one, two]) assert.deepEqual((await issued(id)).map(({ kind }) => kind), ['receipt', 'hand-over-slip']);
  const words = letters(await print(String(made.body['id'])));
  for (const field of ['Bên nhận: Đỗ Văn Nhận', 'Cộng: 2 hồ sơ.']) assert.ok(words.includes(letters(field)), field);
  const stranger = { ...slip, commandId: randomUUID(), toUnitId: other.units.economy.id };
  assert.equal((await house.call(specialist.actor, 'POST', '/api/papers/hand-over-slips', stranger)).body['code'], 'dossier.unit-unknown');
  const elsewhere = [
    await house.call(other.staff.specialist.actor, 'POST', '/api/papers/hand-over-slips', { ...slip, commandId: randomUUID(), toUnitId: other.units.economy.id }),
    await house.call(other.staff.specialist.actor, 'GET', `/api/papers/shelf-labels.pdf?layout=sheet&ids=${one},${two}`),
  ];
  for (const { body } of elsewhere) assert.equal(body['code'], 'dossier.not-found');
});

test('many papers come in one file in the order asked for; one of another commune is like none', async () => {
  const ids = [await received(), await received()];
  const paperIds = (await Promise.all(ids.map(issued))).flat().map(({ id }) => id).reverse();
  const { clerk } = house.commune.staff;
  const url = `/api/papers/print.pdf?ids=${paperIds.join(',')}`;
  const answer = await house.server.inject({ method: 'GET', url, headers: { 'x-actor': clerk.actor.staffId } });
  assert.equal(answer.statusCode, 200, answer.body);
  assert.equal(readPdf(answer.rawPayload).pages.length, 2);
  const other = await createCommune(house.database.db, { commune: { code: '00074', name: 'Cửa Nam', agencyCode: 'H26.11' } });
  assert.equal((await house.call(other.staff.clerk.actor, 'GET', url)).body['code'], 'paper.not-found');
});

test('a paper is declared void once, with a reason, and the list says by whom and why', async () => {
  const id = await received();
  const [receipt] = await issued(id);
  const { clerk } = house.commune.staff;
  const end = (reason: string) => house.call(clerk.actor, 'POST', `/api/papers/${receipt?.id ?? ''}/void`, { commandId: randomUUID(), reason });
  assert.equal((await end('  ')).body['code'], 'paper.reason-missing');
  assert.equal((await end('Sai họ tên')).status, 200);
  assert.equal((await end('Sai họ tên')).body['code'], 'paper.void-already');
  assert.deepEqual((await issued(id))[0]?.voided, { at: house.clock.now().toISOString(), by: clerk.actor.fullName, reason: 'Sai họ tên', replacedBy: null });
  // A void receipt is made anew without asking why: there is none to replace.
  assert.equal((await act(clerk.actor, id, 'papers', { kind: 'receipt', reason: null })).status, 200);
});
