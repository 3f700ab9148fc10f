import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { createCommune } from '../../../../test/commune.ts';
import { createDossierHouse, type DossierHouse, receptionRequest } from '../../../../test/dossier-house.ts';
import { dateAt } from '../../../kernel/local-time.ts';
import { readPdf } from '../../../platform/pdf/read-pdf-for-tests.ts';
import { stopPdfWorker } from '../../../platform/pdf/render-pdf.ts';
import { type PaperListResponse } from '../../official-papers/contract/paper-schemas.ts';
import { type HandOverResponse, type RegisterResponse } from '../contract/paper-order-schemas.ts';

let house: DossierHouse;
before(async () => {
  house = await createDossierHouse();
});
after(async () => {
  await stopPdfWorker();
  await house.close();
});

const STEP = { note: null, outcome: null, legalBasis: null };
const letters = (text: string) => text.replace(/\s/gu, '');

async function received(procedureCode: string): Promise<string> {
  const { status, body } = await house.call(house.commune.staff.reception.actor, 'POST', '/api/dossiers', receptionRequest(house, { procedureCode }));
  assert.equal(status, 200, JSON.stringify(body));
  return String(body['id']);
}

async function transferred(procedureCode: string): Promise<string> {
  const id = await received(procedureCode);
  const done = await house.call(house.commune.staff.reception.actor, 'POST', `/api/dossiers/${id}/actions`, { commandId: randomUUID(), expectedVersion: 1, action: 'transfer', ...STEP });
  assert.equal(done.status, 200, JSON.stringify(done.body));
  return id;
}

const today = () => dateAt(house.clock.now().getTime());

test('the register of a field is counted, shown and printed with that field alone, and other communes see nothing of it', async () => {
  const { reception } = house.commune.staff;
  const [birth, business] = [await received('1.004873'), await received('1.004873')];
  await house.database.owner.pool.query("update dossier set field = 'Hộ kinh doanh' where id = $1", [business]);
  const view = async (query: string) => (await house.call(reception.actor, 'GET', `/api/papers/register?from=${today()}&to=${today()}${query}`)).body as unknown as RegisterResponse;
  const all = await view('');
  assert.ok(all.fields.length >= 2 && all.total === all.fields.reduce((sum, { count }) => sum + count, 0));
  assert.ok([birth, business].every((id) => all.rows.some((row) => row.id === id)));
  const { field = '' } = all.fields.find((one) => one.count < all.total) ?? {};
  const one = await view(`&field=${encodeURIComponent(field)}`);
  assert.equal(one.total, all.fields.find((other) => other.field === field)?.count);
  assert.deepEqual(one.fields, all.fields);
  const made = await house.call(reception.actor, 'POST', '/api/papers/register', { commandId: randomUUID(), from: today(), to: today(), field });
  const pdf = await house.server.inject({ method: 'GET', url: `/api/papers/${String(made.body['id'])}/print.pdf`, headers: { 'x-actor': reception.actor.staffId } });
  const words = letters(readPdf(pdf.rawPayload).pages.map(({ text }) => text).join(''));
  assert.ok(words.includes(letters(`Lĩnh vực: ${field}`)) && words.includes(letters(`Cộng: ${one.total} hồ sơ;`)), words);
  const other = await createCommune(house.database.db, { commune: { code: '00082', name: 'Phúc Tân', agencyCode: 'H26.12' } });
  assert.equal(((await house.call(other.staff.reception.actor, 'GET', `/api/papers/register?from=${today()}&to=${today()}`)).body as unknown as RegisterResponse).total, 0);
  assert.equal((await house.call(reception.actor, 'GET', '/api/papers/register?from=2026-02-30&to=2026-03-01')).body['code'], 'dossier.period-wrong');
});

test('what went to a unit today is offered for a slip, says afterwards on which slip it is, and never what stayed or went elsewhere', async () => {
  const { reception } = house.commune.staff;
  const [gone, stayed] = [await transferred('1.004873'), await received('1.004873')];
  await house.database.owner.pool.query('update dossier set unit_id = $1 where id = any($2)', [house.commune.units.economy.id, [gone, stayed]]);
  const offered = async (unit: string, what = 'dossiers') =>
    ((await house.call(reception.actor, 'GET', `/api/papers/hand-over?day=${today()}&what=${what}&unit=${unit}`)).body as unknown as HandOverResponse).items;
  const units = Object.values(house.commune.units);
  const lists = await Promise.all(units.map(async ({ id }) => ({ id, items: await offered(id) })));
  const with1 = lists.filter(({ items }) => items.some(({ id }) => id === gone));
  assert.ok(with1.length >= 1 && with1.length < units.length, 'only the unit of the field');
  assert.ok(lists.every(({ items }) => items.every(({ id }) => id !== stayed)));
  const [unit] = with1;
  assert.ok(unit !== undefined);
  assert.equal(unit.items.find(({ id }) => id === gone)?.slip, null);
  const slip = { commandId: randomUUID(), dossierIds: [gone], what: 'dossiers', toUnitId: unit.id, toName: null, note: null };
  assert.equal((await house.call(reception.actor, 'POST', '/api/papers/hand-over-slips', slip)).status, 200);
  assert.match((await offered(unit.id)).find(({ id }) => id === gone)?.slip ?? '', /^01\/PBG-TTPVHCC$/);
  assert.deepEqual(await offered(unit.id, 'results'), []);
  const { items } = (await house.call(reception.actor, 'GET', '/api/papers?kind=hand-over-slip')).body as unknown as PaperListResponse;
  assert.equal(items[0]?.about, `${house.commune.units.centre.name} → ${house.commune.units.economy.name}`);
  const other = await createCommune(house.database.db, { commune: { code: '00085', name: 'Chương Dương', agencyCode: 'H26.13' } });
  assert.equal((await house.call(other.staff.reception.actor, 'GET', `/api/papers/hand-over?day=${today()}&what=dossiers&unit=${unit.id}`)).body['code'], 'dossier.unit-unknown');
});

test('the papers of a day are listed newest first with whose they are; a void one does not hold; of another day and commune there are none', async () => {
  const { clerk } = house.commune.staff;
  house.clock.pass(60_000);
  const id = await received('1.004873');
  const list = async (query: string, actor = clerk.actor) => ((await house.call(actor, 'GET', `/api/papers?${query}`)).body as unknown as PaperListResponse).items;
  const [receipt] = await list(`day=${today()}&kind=receipt`);
  assert.equal(receipt?.dossierId, id);
  assert.match(`${receipt.number} ${receipt.about ?? ''}`, /^\d+\/TTPVHCC H/);
  assert.ok((receipt.person ?? '').length > 3 && receipt.holds);
  assert.equal((await house.call(clerk.actor, 'POST', `/api/papers/${receipt.id}/void`, { commandId: randomUUID(), reason: 'Sai tên' })).status, 200);
  assert.equal((await list(`day=${today()}`)).find((paper) => paper.id === receipt.id)?.holds, false);
  assert.deepEqual(await list('day=2020-01-02'), []);
  assert.ok((await list('kind=receipt')).every(({ kind }) => kind === 'receipt'));
  const other = await createCommune(house.database.db, { commune: { code: '00088', name: 'Hàng Trống', agencyCode: 'H26.14' } });
  assert.deepEqual(await list(`day=${today()}`, other.staff.clerk.actor), []);
  assert.equal((await house.call(clerk.actor, 'GET', '/api/papers?day=2026-13-45')).body['code'], 'paper.day-wrong');
});
