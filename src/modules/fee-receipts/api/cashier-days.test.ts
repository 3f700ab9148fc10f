import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { inCommune } from '../../../platform/db/commune-scope.ts';
import { readPdf } from '../../../platform/pdf/read-pdf-for-tests.ts';
import { type DayResponse, type RemittancesResponse } from '../contract/cashier-schemas.ts';
import { createReceiptHouse, type ReceiptHouse } from './receipt-house-for-tests.ts';

let house: ReceiptHouse;
before(async () => { house = await createReceiptHouse(); });
after(() => house.close());

const cashier = () => house.home.staff.cashier.actor;
const reception = () => house.home.staff.reception.actor;
const head = () => house.home.staff['unit-head'].actor;
const setOpening = (value: string) => house.post('/api/settings/changes', { key: 'fee-receipts.day-opening', level: 'commune', act: 'set', fixed: false, validFrom: '2026-11-23', value, reason: '', expectedRevision: 0 }, house.home.staff.administrator.actor);

describe('the day of a cashier', () => {
  test('a day opens by itself with the first cash, with a float of 0, and says so', async () => {
    await house.openSeries();
    assert.equal((await house.days()).own, null);
    assert.equal((await house.takeCash(await house.payable())).status, 200);
    const { own } = await house.days();
    assert.deepEqual([own?.byItself, own?.float, own?.taken, own?.state], [true, 0, 50_000, 'open']);
    assert.equal((await house.post('/api/cashier-days', { notes: {} })).code, 'fee-receipts.day-open-already');
  });

  test('where the office wants it, nobody takes cash without an open day, and nothing of it is recorded', async () => {
    const changed = await setOpening('required');
    assert.equal(changed.status, 200, changed.body);
    const id = await house.payable();
    const refused = await house.takeCash(id, reception());
    assert.deepEqual([refused.status, refused.code], [409, 'fee-receipts.no-open-day']);
    const { rows } = await house.database.owner.pool.query('select 1 from payment where payable_id = $1', [id]);
    assert.equal(rows.length, 0);
    assert.equal((await house.post('/api/cashier-days', { notes: { '300000': 1 } }, reception())).code, 'fee-receipts.note-unknown');
    assert.equal((await house.post('/api/cashier-days', { notes: { '20000': 5 } }, reception())).status, 200);
    assert.equal((await house.takeCash(id, reception())).status, 200);
    const { own } = await house.days(reception());
    assert.deepEqual([own?.byItself, own?.float, own?.expected], [false, 100_000, 150_000]);
  });

  test('cash that goes back leaves the drawer: a reversed payment that into which it went, a surplus that of whoever pays it', async () => {
    const id = await house.payable();
    const { paymentId } = await house.takeCash(id, reception());
    assert.equal((await house.days(reception())).own?.expected, 200_000);
    assert.equal((await house.post(`/api/payments/${paymentId}/reverse`, { reason: 'Ghi nhầm hồ sơ' })).status, 200);
    assert.equal((await house.days(reception())).own?.expected, 150_000, 'the drawer of reception, though the cashier reversed it');
    const other = (await house.make('payable with a surplus', house.home)).params['id'] ?? '';
    const before = (await house.days()).own?.expected ?? 0;
    const asked = await house.post(`/api/payables/${other}/refunds`, { amount: 50_000, way: 'cash', payee: 'Nguyễn Thị Mẫu', account: '', reason: 'Trả lại tiền' });
    const { id: refund } = JSON.parse(asked.body) as { readonly id: string };
    assert.equal((await house.post(`/api/refunds/${refund}/decision`, { agree: true, words: '' }, house.home.staff.president.actor)).status, 200);
    assert.equal((await house.days()).own?.expected ?? 0, before, 'approved is not paid');
    const answer = await house.post(`/api/refunds/${refund}/paid`, { evidence: 'PC 7' });
    assert.equal(answer.status, 200, answer.body);
    assert.equal((await house.days()).own?.expected, before - 50_000);
  });

  test('closing with a difference needs an explanation; nobody closes somebody else’s day', async () => {
    const own = (await house.days(reception())).own;
    assert.ok(own !== null);
    const close = (notes: object, explanation: string, actor = reception()) => house.post(`/api/cashier-days/${own.id}/close`, { notes, explanation }, actor);
    assert.equal((await close({ '50000': 3 }, '', cashier())).code, 'fee-receipts.not-your-day');
    assert.equal((await close({ '50000': 2 }, '')).code, 'fee-receipts.difference-unexplained');
    assert.equal((await close({ '50000': 2, '20000': 2 }, 'Trả nhầm một tờ mười nghìn')).status, 200);
    const closed = (await house.days(reception())).own;
    assert.deepEqual([closed?.state, closed?.counted, closed?.difference], ['closed', 140_000, -10_000]);
    assert.equal((await close({}, 'x')).code, 'fee-receipts.day-not-open');
    const refused = await house.takeCash(await house.payable(), reception());
    assert.equal(refused.code, 'fee-receipts.day-ended-already');
  });

  test('the money goes to a second person, who is told, counts, may turn it back, and takes it', async () => {
    const own = (await house.days(reception())).own;
    assert.ok(own !== null);
    const hand = (to: string, kept = 40_000) => house.post(`/api/cashier-days/${own.id}/hand-over`, { to, kept }, reception());
    assert.equal((await hand(house.home.staff.reception.id)).code, 'fee-receipts.receiver-same');
    assert.equal((await hand(house.home.staff.clerk.id)).code, 'fee-receipts.receiver-unknown');
    assert.equal((await hand(house.home.staff['unit-head'].id, 140_001)).code, 'fee-receipts.kept-amount');
    assert.equal((await hand(house.home.staff['unit-head'].id)).status, 200);
    const receive = (agree: boolean, words: string, actor = head()) => house.post(`/api/cashier-days/${own.id}/receive`, { agree, words }, actor);
    assert.equal((await receive(true, '', cashier())).code, 'fee-receipts.not-the-receiver');
    assert.equal((await house.days(head())).waiting.length, 1);
    assert.equal((await receive(false, '')).code, 'fee-receipts.reason-missing');
    assert.equal((await receive(false, 'Thiếu một tờ')).status, 200);
    assert.equal((await house.days(reception())).own?.backWords, 'Thiếu một tờ');
    assert.equal((await hand(house.home.staff['unit-head'].id)).status, 200);
    assert.equal((await receive(true, '')).status, 200);
    assert.equal((await receive(true, '')).code, 'fee-receipts.day-not-handed-over');
    const { rows } = await house.database.owner.pool.query<{ kind: string }>("select payload->>'kind' as kind from outbox where topic = 'StaffNotice' and payload->>'kind' like 'cash-%' order by created_at, id");
    assert.deepEqual(rows.map(({ kind }) => kind), ['cash-handed-over', 'cash-turned-back', 'cash-handed-over']);
  });

  test('the database refuses a receiver who is the cashier, and a difference without a word', async () => {
    const { pool } = house.database.owner;
    await assert.rejects(pool.query('update cashier_day set handed_to = cashier_id, received_by = cashier_id where state = \'received\''), { code: '23514' });
    await assert.rejects(pool.query('update cashier_day set explanation = null where counted <> expected'), { code: '23514' });
  });

  test('received money goes to the treasury in exactly its sum, once; the office is reminded before the fifth and after it, each once', async () => {
    const view = () => house.get<RemittancesResponse>('/api/remittances');
    const ready = (await view()).days.filter(({ state }) => state === 'received');
    assert.deepEqual(ready.map(({ amount }) => amount), [100_000]);
    const told = async () => (await house.database.owner.pool.query<{ kind: string }>("select distinct payload->>'kind' as kind, payload->>'key' from outbox where payload->>'kind' like 'remittance-%' order by 1")).rows.map(({ kind }) => kind);
    house.clock.set('2026-12-01T08:00:00+07:00');
    await house.run('fee-receipts.remind-remittance');
    assert.deepEqual(await told(), []);
    house.clock.set('2026-12-03T08:00:00+07:00');
    await house.run('fee-receipts.remind-remittance');
    assert.deepEqual(await told(), ['remittance-near']);
    house.clock.set('2026-12-06T08:00:00+07:00');
    await house.run('fee-receipts.remind-remittance');
    assert.deepEqual(await told(), ['remittance-late', 'remittance-near']);
    assert.equal((await view()).months[0]?.standing, 'late');
    const days = ready.map(({ id }) => id);
    const remit = (part: object) => house.post('/api/remittances', { days, destination: 'treasury', account: 'Kho bạc khu vực', amount: 100_000, documentNumber: 'GNT 01', remittedOn: '2026-12-06', ...part });
    assert.equal((await remit({ amount: 99_999 })).code, 'fee-receipts.remittance-amount');
    assert.equal((await remit({ documentNumber: '' })).code, 'fee-receipts.document-number');
    assert.equal((await remit({})).status, 200);
    assert.equal((await remit({ documentNumber: 'GNT 02' })).code, 'fee-receipts.remitted-already');
    assert.equal((await view()).items[0]?.amount, 100_000);
    house.clock.set('2026-11-23T10:00:00+07:00');
  });

  test('the sheet of takings names every receipt with its sums in words', async () => {
    const answer = await house.server.inject({ url: '/api/cashier-days/sheet.pdf?from=2026-11-23&to=2026-11-23', headers: house.as(head()) });
    assert.equal(answer.statusCode, 200, answer.body.slice(0, 200));
    const words = readPdf(answer.rawPayload).pages.map(({ text }) => text).join(' ').replaceAll(/\s+/gu, ' ');
    for (const part of ['BẢNG KÊ THU PHÍ, LỆ PHÍ', 'HL-26E', '00000001', 'Tổng số tiền bằng chữ', 'KẾ TOÁN', 'Tiền mặt:']) assert.ok(words.includes(part), part);
  });

  test('whoever takes cash at the counter sees the own days alone; those who look after the money see all', async () => {
    assert.ok((await house.days(reception())).items.every(({ mine }) => mine));
    assert.ok((await house.days(head())).items.length >= 2);
    const mine = (await house.days()).own;
    assert.equal((await house.send(reception(), 'GET', `/api/cashier-days/${mine?.id ?? ''}`)).code, 'fee-receipts.day-not-found');
    const day = await house.get<DayResponse>(`/api/cashier-days/${mine?.id ?? ''}`, head());
    assert.ok(day.takings.length > 0 && day.takings.some(({ receipt }) => receipt !== null));
  });

  test('whoever writes to a closed day waits for it and is refused: cash that is being taken while it is closed is either counted or not taken', async () => {
    const { db } = house.database;
    const code = house.home.commune.code;
    house.clock.set('2026-11-24T08:00:00+07:00');
    await house.post('/api/cashier-days', { notes: {} });
    const day = (await house.days()).items.find(({ day: date, mine }) => date === '2026-11-24' && mine);
    assert.ok(day !== undefined);
    const ids = await Promise.all([1, 2, 3].map(() => house.payable()));
    const done = await Promise.all([...ids.map((id) => house.takeCash(id)), house.post(`/api/cashier-days/${day.id}/close`, { notes: {}, explanation: 'Đếm thử lúc đang thu' })]);
    const taken = done.slice(0, 3).filter(({ status }) => status === 200).length;
    const row = await inCommune(code, () => db.selectFrom('cashier_day').select(['expected', 'state']).where('id', '=', day.id).executeTakeFirstOrThrow());
    assert.equal(row.state, 'closed');
    assert.equal(row.expected, taken * 50_000);
    assert.ok(done.slice(0, 3).every(({ status, code: refusal }) => status === 200 || refusal === 'fee-receipts.day-ended-already'));
  });
});
