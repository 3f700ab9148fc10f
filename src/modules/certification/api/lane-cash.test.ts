import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { type Actor } from '../../../kernel/actor.ts';
import { visit } from '../../../../test/certification-house.ts';
import { createStaff } from '../../../../test/commune.ts';
import { createReceiptHouse, type ReceiptHouse } from '../../fee-receipts/api/receipt-house-for-tests.ts';
import { type CertificationResponse, type LaneResponse, type RegisterResponse } from '../contract/certification-schemas.ts';

let house: ReceiptHouse;
before(async () => { house = await createReceiptHouse(); });
after(() => house.close());

const reception = (): Actor => house.home.staff.reception.actor;
const CASH = { way: 'cash', amount: 10_000, feeReceipt: null } as const;
const paying = (change: object = {}, payment: object = {}) => visit({ payment: { ...CASH, ...payment }, ...change });
const send = (request: object, actor = reception()) => house.send(actor, 'POST', '/api/certifications', request);

async function certified(request: object, actor = reception()): Promise<CertificationResponse> {
  const answer = await send(request, actor);
  assert.equal(answer.status, 200, answer.body);
  return JSON.parse(answer.body) as CertificationResponse;
}

const lane = (actor = reception()) => house.get<LaneResponse>('/api/certifications/lane', actor);
const setTo = (key: string, value: string, expectedRevision: number) => house.post('/api/settings/changes', { key, level: 'commune', act: 'set', fixed: false, validFrom: '2026-11-23', value, reason: '', expectedRevision }, house.home.staff.administrator.actor);
const setting = async (key: string, value: string, revision = 0) => { const done = await setTo(key, value, revision); assert.equal(done.status, 200, done.body); };

async function rowsOf(dossierId: string) {
  const { rows } = await house.database.owner.pool.query<{ state: string; amount: number; paid: number; method: string | null; taken_by: string | null; receipt: string | null; elsewhere: string | null; drawer: number | null; money: string }>(
    `select p.state, p.amount::int, p.paid::int, y.method, y.taken_by, r.symbol || ' ' || r.number as receipt, y.receipt_elsewhere as elsewhere, t.amount::int as drawer, d.money_state as money
     from dossier d join payable p on p.dossier_id = d.id left join payment y on y.payable_id = p.id left join fee_receipt r on r.payment_id = y.id
     left join cashier_taking t on t.source_id = y.id and t.kind = 'taken' where d.id = $1`, [dossierId]);
  return rows;
}

/** Nothing of a refused visit is kept: no dossier, no payable, no payment, no number. */
async function nothingOf(request: Readonly<Record<string, unknown>>): Promise<void> {
  const { rows } = await house.database.owner.pool.query<{ all: number }>(
    'select (select count(*) from dossier where id = $1)::int + (select count(*) from payable where dossier_id = $1)::int + (select count(*) from certification where dossier_id = $1)::int as all', [request['dossierId']]);
  assert.equal(rows[0]?.all, 0);
}

describe('cash in the lane, while no series of receipts is open', () => {
  test('it is booked with the visit; its receipt is owed, and given once a series is opened', async () => {
    assert.deepEqual((await lane()).cash, { hindrance: null, byHand: true });
    const done = await certified(paying());
    assert.deepEqual([done.payableId, done.receipt, done.paidWay, done.feeReceipt], [null, null, 'cash', null]);
    const [row, ...more] = await rowsOf(done.dossierId);
    assert.deepEqual([row?.state, row?.paid, row?.method, row?.taken_by, row?.receipt, row?.drawer, row?.money, more.length], ['paid', 10_000, 'cash', house.home.staff.reception.id, null, 10_000, 'paid', 0]);
    assert.equal((await house.receipts()).owed, 1);
  });

  test('a receipt that was written by hand is noted with the payment: it is neither owed nor given again by the program', async () => {
    const done = await certified(paying({}, { feeReceipt: ' BL 000417 ' }));
    const [row] = await rowsOf(done.dossierId);
    assert.deepEqual([row?.state, row?.elsewhere, row?.receipt], ['paid', 'BL 000417', null]);
    const { owed, elsewhere, cashless } = await house.receipts();
    assert.equal(owed, 1, 'that of the visit before alone');
    assert.deepEqual(elsewhere.map(({ number, amount }) => [number, amount]), [['BL 000417', 10_000]]);
    assert.deepEqual(cashless.byAmount, { numerator: 0, denominator: 10_000, permille: 0 }, 'cash is cash, whoever writes the receipt');
  });

  test('the number of a receipt written by hand stands with one payment only, also when two officers type it at once', async () => {
    const again = paying({}, { feeReceipt: 'BL 000417' });
    const refused = await send(again);
    assert.deepEqual([refused.status, refused.code], [409, 'payment.receipt-noted-already']);
    assert.match(refused.body, /"field":"payment\.feeReceipt"/u);
    await nothingOf(again);
    const both = await Promise.all([1, 2].map(() => send(paying({}, { feeReceipt: 'BL 000418' }))));
    assert.deepEqual(both.map(({ status }) => status).toSorted((a, b) => a - b), [200, 409]);
  });

  test('what is paid later at the counter has its receipt by hand in the same way, once', async () => {
    const later = await certified({ ...paying(), payment: null });
    const shown = await house.get<{ readonly byHand: boolean }>(`/api/payables/${later.payableId ?? ''}`);
    assert.equal(shown.byHand, true);
    const take = (receiptElsewhere: string) => house.post(`/api/payables/${later.payableId ?? ''}/cash`, { amount: 10_000, given: 10_000, receiptElsewhere });
    assert.equal((await take('BL 000417')).code, 'payment.receipt-noted-already');
    assert.equal((await take(' BL 000430 ')).status, 200);
    assert.deepEqual((await rowsOf(later.dossierId)).map(({ state, elsewhere, receipt }) => [state, elsewhere, receipt]), [['paid', 'BL 000430', null]]);
    assert.equal((await house.receipts()).owed, 1);
  });

  test('the certification book shows the number of either receipt', async () => {
    const chief = house.home.staff.president.actor;
    const done = await certified(paying({ person: { ...(visit()['person'] as object), fullName: 'Đỗ Thị Sổ' } }, { feeReceipt: 'BL 000420' }));
    const step = async (actor: Actor, action: string, expectedVersion: number, outcome: string | null) => {
      const answer = await house.send(actor, 'POST', `/api/dossiers/${done.dossierId}/actions`, { commandId: randomUUID(), expectedVersion, action, note: null, outcome, legalBasis: null });
      assert.equal(answer.status, 200, answer.body);
    };
    await step(house.home.staff.specialist.actor, 'appraise', 2, 'positive');
    await step(chief, 'approve', 3, null);
    const answer = await house.send(chief, 'POST', '/api/certifications/register', { book: 'SCT/BS', from: '2026-11-01', to: '2026-12-31', q: 'do thi so', after: null });
    assert.deepEqual((JSON.parse(answer.body) as RegisterResponse).rows.map(({ feeReceipt }) => feeReceipt), ['BL 000420']);
  });
});

describe('cash in the lane, with a series of receipts', () => {
  before(async () => { await house.openSeries({ symbol: 'CT-{yy}' }); });

  test('one act pays the payable, gives the next number, goes into the officer’s day, and is told in journal and outbox', async () => {
    assert.deepEqual((await lane()).cash, { hindrance: null, byHand: false });
    const request = paying();
    const done = await certified(request);
    const [row] = await rowsOf(done.dossierId);
    assert.deepEqual([row?.state, row?.receipt, row?.drawer, row?.money], ['paid', 'CT-26 1', 10_000, 'paid']);
    assert.match(done.receipt?.number ?? '', /^CT-26 0*1$/u);
    const { rows: told } = await house.database.owner.pool.query<{ topic: string }>("select topic from outbox where payload->>'dossierId' = $1 and topic in ('PayablePaid', 'PaymentRecorded') order by topic", [done.dossierId]);
    assert.deepEqual(told.map(({ topic }) => topic), ['PayablePaid', 'PaymentRecorded']);
    const { rows: lines } = await house.database.owner.pool.query<{ action: string }>("select action from journal where action = 'payment.cash-taken' and object = (select 'payable:' || id from payable where dossier_id = $1)", [done.dossierId]);
    assert.equal(lines.length, 1);
    // Sent again, even at once, it is the same visit, paid once, under the same number.
    const answers = await Promise.all([1, 2, 3].map(() => send(request)));
    for (const again of answers) assert.deepEqual((JSON.parse(again.body) as CertificationResponse).receipt, done.receipt);
    assert.equal((await rowsOf(done.dossierId)).length, 1);
  });

  test('two officers at the same moment take consecutive numbers, each into the own day', async () => {
    const other = await second();
    const both = await Promise.all([certified(paying()), certified(paying(), other)]);
    const rows = (await Promise.all(both.map(({ dossierId }) => rowsOf(dossierId)))).flat();
    assert.deepEqual(rows.map(({ receipt }) => receipt).toSorted(), ['CT-26 2', 'CT-26 3']);
    assert.equal(new Set(rows.map(({ taken_by: by }) => by)).size, 2);
  });

  test('a number typed by hand is refused while the program gives receipts: nobody gets two', async () => {
    const request = paying({}, { feeReceipt: 'BL 1' });
    const refused = await send(request);
    assert.deepEqual([refused.status, refused.code], [409, 'fee-receipts.number-given-here']);
    assert.match(refused.body, /CT-26/u);
    await nothingOf(request);
  });

  for (const [what, amount] of [['one đồng less than the tariff', 9_999], ['more than the tariff', 20_000], ['cash of nothing', 0]] as const) {
    test(`${what} is refused, with what is to be paid`, async () => {
      const request = paying({}, { amount });
      const refused = await send(request);
      assert.deepEqual([refused.status, refused.code], [409, 'payable.changed-meanwhile']);
      assert.match(refused.body, /10\.000/u);
      await nothingOf(request);
    });
  }

  test('a transfer is not paid on the payer’s word, and has no receipt before the money is seen', async () => {
    const done = await certified(paying({}, { way: 'transfer' }));
    const [row] = await rowsOf(done.dossierId);
    assert.deepEqual([row?.state, row?.method, done.payableId !== null], ['open', null, true]);
    assert.equal((await send(paying({}, { way: 'transfer', feeReceipt: 'BL 2' }))).code, 'certification.receipt-with-transfer');
  });

  test('a payment of the lane that was taken wrongly is reversed like any other: the drawer gives it back, a second person ends the receipt, the fee is open again', async () => {
    const done = await certified(paying());
    const drawer = async () => (await house.days(reception())).own?.expected ?? 0;
    const before = await drawer();
    const { rows } = await house.database.owner.pool.query<{ id: string }>('select y.id from payment y join payable p on p.id = y.payable_id where p.dossier_id = $1', [done.dossierId]);
    const reversed = await house.post(`/api/payments/${rows[0]?.id ?? ''}/reverse`, { reason: 'Khách đổi sang chuyển khoản' });
    assert.equal(reversed.status, 200, reversed.body);
    assert.equal(await drawer(), before - 10_000);
    const receipt = (await house.receipt(done.receipt?.id ?? '')).receipt;
    assert.deepEqual([receipt.state, receipt.asked?.how], ['issued', 'void']);
    assert.equal((await house.post(`/api/fee-receipts/${receipt.id}/decisions`, { agree: true, words: '' })).code, 'fee-receipts.second-person');
    assert.equal((await house.post(`/api/fee-receipts/${receipt.id}/decisions`, { agree: true, words: '' }, house.home.staff['unit-head'].actor)).status, 200);
    assert.deepEqual((await rowsOf(done.dossierId)).map(({ state, money }) => [state, money]), [['open', 'due']]);
  });
});

describe('who may take cash in the lane', () => {
  test('where the day has to be opened first, cash is refused with its sentence, and the lane says so before', async () => {
    const officer = await second('mo-ca');
    await setting('fee-receipts.day-opening', 'required');
    const { hindrance } = (await lane(officer)).cash;
    assert.match(hindrance ?? '', /mở ca/u);
    const request = paying();
    assert.equal((await send(request, officer)).code, 'fee-receipts.no-open-day');
    await nothingOf(request);
    assert.equal((await house.post('/api/cashier-days', { notes: {} }, officer)).status, 200);
    assert.equal((await certified(request, officer)).receipt === null, false, 'the same visit, sent again after the day was opened');
    const { own } = await house.days(officer);
    assert.equal((await house.post(`/api/cashier-days/${own?.id ?? ''}/close`, { notes: { '10000': 1 }, explanation: '' }, officer)).status, 200);
    assert.match((await lane(officer)).cash.hindrance ?? '', /chốt/u);
    assert.equal((await send(paying(), officer)).code, 'fee-receipts.day-ended-already');
  });

  test('where only the cashier takes cash, the visit is received without it and waits at the counter with its code', async () => {
    await setting('payments.cash-takers', 'cashier');
    assert.match((await lane()).cash.hindrance ?? '', /thủ quỹ/u);
    const request = paying();
    assert.equal((await send(request)).code, 'payment.cash-by-cashier');
    await nothingOf(request);
    const later = await certified({ ...request, payment: null });
    assert.ok(later.payableId !== null);
    assert.equal((await house.post(`/api/payables/${later.payableId}/cash`, { amount: 10_000, given: 10_000 }, reception())).code, 'payment.cash-by-cashier');
    assert.equal((await house.get<{ readonly mayTake: boolean }>(`/api/payables/${later.payableId}`, reception())).mayTake, false);
    // The cashier's own day is open since the first cash of this test's commune.
    assert.equal((await house.post(`/api/payables/${later.payableId}/cash`, { amount: 10_000, given: 10_000 })).status, 200);
  });
});

/** Another officer of the lane. */
async function second(userName = 'quay-hai'): Promise<Actor> {
  const { units, commune } = house.home;
  return (await createStaff(house.database.owner.db, commune, { userName, positions: [{ unitId: units.centre.id, role: 'reception', title: 'Công chức tiếp nhận', fields: [] }] })).actor;
}
