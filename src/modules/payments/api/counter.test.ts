import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { createMoneyHouse, type MoneyHouse } from '../../../../test/money-house.ts';
import { type PayableResponse, type PayableSearchResponse, type StandingResponse } from '../contract/payable-schemas.ts';

describe('the counter', () => {
  let house: MoneyHouse;
  before(async () => { house = await createMoneyHouse(); });
  after(() => house.close());

  const cashier = () => house.home.staff.cashier.actor;
  const reception = () => house.home.staff.reception.actor;
  const search = async (list: string, q: string) => (await house.call(cashier(), 'POST', '/api/payables/search', { list, q })).body as unknown as PayableSearchResponse;
  const open = async (id: string) => (await house.call(cashier(), 'GET', `/api/payables/${id}`)).body as unknown as PayableResponse;
  const cash = (id: string, body: object, actor = cashier()) => house.call(actor, 'POST', `/api/payables/${id}/cash`, { commandId: randomUUID(), ...body });

  test('finds a payable by a part of the name without accents, of the code, of the reference, and by its amount as people write it', async () => {
    const payable = await house.fees(12_345);
    const shown = await open(payable.id);
    for (const q of ['nguyen mau', shown.dossierCode?.slice(-4) ?? '', payable.reference.slice(0, 6).toLowerCase(), '12.345', '12345', '']) {
      assert.ok((await search('open', q)).items.some(({ id }) => id === payable.id), q);
    }
    assert.equal((await search('open', 'không ai tên thế này')).count, 0);
  });

  test('shows the code with exactly what is missing, and a page that asks again sees at once when it was paid', async () => {
    const payable = await house.fees(8_000);
    const shown = await open(payable.id);
    assert.deepEqual([shown.missing, shown.transfer?.memo, shown.inWords], [8_000, payable.reference, 'tám nghìn đồng']);
    assert.match(shown.transfer?.qr ?? '', /540480005802VN/u);
    assert.equal((await cash(payable.id, { amount: 8_000, given: 8_000 }, reception())).status, 200);
    const standing = (await house.call(cashier(), 'GET', `/api/payables/${payable.id}/standing`)).body as unknown as StandingResponse;
    assert.deepEqual([standing.state, standing.missing, standing.transfer, standing.last?.method], ['paid', 0, null, 'cash']);
    assert.ok(!JSON.stringify(standing).includes('Nguyễn'));
  });

  test('takes exactly what is missing and says what goes back; a repeated command takes it once', async () => {
    const payable = await house.fees(8_000);
    const body = { commandId: randomUUID(), amount: 8_000, given: 10_000 };
    const first = await house.call(cashier(), 'POST', `/api/payables/${payable.id}/cash`, body);
    const second = await house.call(cashier(), 'POST', `/api/payables/${payable.id}/cash`, body);
    assert.deepEqual([first.status, first.body['change'], first.body['state']], [200, 2_000, 'paid']);
    assert.deepEqual(second, first);
    const { payments } = await open(payable.id);
    assert.deepEqual(payments.map(({ amount, given, takenBy, source }) => [amount, given, takenBy, source]), [[8_000, 10_000, cashier().fullName, `counter:${body.commandId}`]]);
  });

  test('two cashiers at once: one takes the money, the other reads that it was paid just now', async () => {
    const payable = await house.fees(8_000);
    const done = await Promise.all([cashier(), reception(), cashier(), reception()].map((actor) => cash(payable.id, { amount: 8_000, given: 8_000 }, actor)));
    assert.deepEqual(done.map(({ status, code }) => (status === 200 ? 'taken' : code)).toSorted(), ['payable.paid-already', 'payable.paid-already', 'payable.paid-already', 'taken']);
    assert.equal((await open(payable.id)).paid, 8_000);
  });

  test('too little, no number and another amount than what is due are refused by a sentence, and nothing is recorded', async () => {
    const payable = await house.fees(8_000);
    assert.equal((await cash(payable.id, { amount: 8_000, given: 7_999 })).code, 'payment.given-too-little');
    assert.equal((await cash(payable.id, { amount: 7_999, given: 8_000 })).code, 'payable.changed-meanwhile');
    assert.equal((await cash(payable.id, { amount: 8_000, given: 8_000.5 })).code, 'payment.amount-unreadable');
    assert.equal((await cash(payable.id, { amount: 8_000, given: 1e300 })).code, 'payment.amount-unreadable');
    assert.equal((await cash(payable.id, { amount: '8000 đ', given: 8_000 })).status, 422);
    assert.equal((await cash(randomUUID(), { amount: 8_000, given: 8_000 })).code, 'payable.not-found');
    assert.equal((await open(payable.id)).payments.length, 0);
  });

  test('what was recorded by mistake is reversed by the cashier alone, with a reason; the payable is open again', async () => {
    const payable = await house.fees(8_000);
    await cash(payable.id, { amount: 8_000, given: 8_000 });
    const [payment] = (await open(payable.id)).payments;
    const path = `/api/payments/${payment?.id ?? ''}/reverse`;
    assert.equal((await house.call(reception(), 'POST', path, { commandId: randomUUID(), reason: 'Nhầm' })).status, 403);
    assert.equal((await house.call(cashier(), 'POST', path, { commandId: randomUUID(), reason: ' ' })).code, 'payment.reason-missing');
    assert.equal((await house.call(cashier(), 'POST', path, { commandId: randomUUID(), reason: 'Ghi nhầm hồ sơ' })).status, 200);
    const shown = await open(payable.id);
    assert.deepEqual([shown.state, shown.missing, shown.payments[0]?.reversed?.reason], ['open', 8_000, 'Ghi nhầm hồ sơ']);
  });

  test('money for work that could not be done goes back whole: given up, on the list of what is owed until somebody else has approved it and it was paid', async () => {
    const payable = await house.fees(8_000);
    assert.equal((await house.call(cashier(), 'POST', `/api/payables/${payable.id}/give-up`, { commandId: randomUUID(), reason: 'x' })).code, 'payable.cancel-at-dossier', 'an open one follows its dossier');
    await cash(payable.id, { amount: 8_000, given: 8_000 });
    assert.equal((await house.call(cashier(), 'POST', `/api/payables/${payable.id}/give-up`, { commandId: randomUUID(), reason: 'Không làm được' })).body['surplus'], 8_000);
    assert.ok((await search('surplus', '')).items.some(({ id, surplus }) => id === payable.id && surplus === 8_000));
    const ask = (amount: number) => house.call(cashier(), 'POST', `/api/payables/${payable.id}/refunds`, { commandId: randomUUID(), amount, way: 'cash', payee: 'Nguyễn Thị Mẫu', account: '', reason: 'Không làm được' });
    assert.equal((await ask(8_001)).code, 'payable.refund-too-much');
    const refund = String((await ask(8_000)).body['id']);
    assert.ok((await search('surplus', '')).items.some(({ id }) => id === payable.id), 'asked for is not paid');
    assert.equal((await house.call(house.home.staff.president.actor, 'POST', `/api/refunds/${refund}/decision`, { commandId: randomUUID(), agree: true, words: '' })).status, 200);
    assert.equal((await house.call(cashier(), 'POST', `/api/refunds/${refund}/paid`, { commandId: randomUUID(), evidence: 'PC 12' })).body['state'], 'paid');
    assert.ok(!(await search('surplus', '')).items.some(({ id }) => id === payable.id));
  });

  test('a payment request of a dossier is a payable; when it is paid the clock runs again without anybody confirming it', async () => {
    const dossierId = await house.duringWork();
    const found = (await search('open', '')).items.find((item) => item.dossierId === dossierId);
    assert.ok(found !== undefined);
    assert.deepEqual([found.purpose, found.missing], ['during-work', 50_000]);
    assert.equal((await cash(found.id, { amount: 50_000, given: 50_000 })).status, 200);
    const dossier = await house.call(house.home.staff.specialist.actor, 'GET', `/api/dossiers/${dossierId}`);
    assert.equal(dossier.body['state'], 'in-progress');
    const row = await house.database.owner.db.selectFrom('payment_request').selectAll().where('dossier_id', '=', dossierId).executeTakeFirstOrThrow();
    assert.deepEqual([row.status, row.method, row.receipt_number, row.closed_by_name], ['paid', 'cash', found.reference, cashier().fullName]);
    const history = dossier.body['history'] as readonly { readonly event: string }[];
    assert.equal(history.at(-1)?.event, 'payment-confirmed');
  });

  test('an officer’s own confirmation records the payment too, once', async () => {
    const dossierId = await house.duringWork();
    const { version } = (await house.call(reception(), 'GET', `/api/dossiers/${dossierId}`)).body as unknown as { readonly version: number };
    const today = new Date(house.clock.now().getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
    const confirmed = await house.call(reception(), 'POST', `/api/dossiers/${dossierId}/payment/confirm`, { commandId: randomUUID(), expectedVersion: version, method: 'transfer', receiptNumber: 'FT1', paidOn: today, note: null });
    assert.equal(confirmed.status, 200, JSON.stringify(confirmed.body));
    const paid = await house.database.owner.db.selectFrom('payable').selectAll().where('dossier_id', '=', dossierId).executeTakeFirstOrThrow();
    assert.deepEqual([paid.state, paid.paid], ['paid', 50_000]);
    const { money_state } = await house.database.owner.db.selectFrom('dossier').select('money_state').where('id', '=', dossierId).executeTakeFirstOrThrow();
    assert.equal(money_state, 'paid');
  });

  test('where only the cashier takes cash, reception confirms none: nothing is booked, and the cashier’s word counts', async () => {
    const dossierId = await house.duringWork();
    const { pool } = house.database.owner;
    await pool.query("insert into setting (commune_code, key, value, changed_at) values ($1, 'payments.cash-takers', '\"cashier\"', now())", [reception().communeCode]);
    const { version } = (await house.call(reception(), 'GET', `/api/dossiers/${dossierId}`)).body as unknown as { readonly version: number };
    const today = new Date(house.clock.now().getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
    const confirm = (actor: ReturnType<typeof reception>) => house.call(actor, 'POST', `/api/dossiers/${dossierId}/payment/confirm`, { commandId: randomUUID(), expectedVersion: version, method: 'cash', receiptNumber: 'BL1', paidOn: today, note: null });
    const refused = await confirm(reception());
    assert.equal(refused.body['code'], 'payment.cash-by-cashier', JSON.stringify(refused.body));
    const state = async () => (await house.database.owner.db.selectFrom('payable').select('state').where('dossier_id', '=', dossierId).executeTakeFirstOrThrow()).state;
    assert.equal(await state(), 'open');
    const confirmed = await confirm(cashier());
    assert.deepEqual([confirmed.status, await state()], [200, 'paid'], JSON.stringify(confirmed.body));
    await pool.query("delete from setting where key = 'payments.cash-takers'");
  });

  test('without an account there is no code, and cash goes on', async () => {
    const { other } = house;
    const dossier = await house.make('payable', other);
    const shown = await house.call(other.staff.cashier.actor, 'GET', `/api/payables/${dossier.params['id'] ?? ''}`);
    assert.deepEqual([shown.body['transfer'], shown.body['hasAccount']], [null, false]);
    assert.equal((await cash(dossier.params['id'] ?? '', { amount: 50_000, given: 50_000 }, other.staff.cashier.actor)).status, 200);
    assert.equal((await house.call(cashier(), 'GET', `/api/payables/${dossier.params['id'] ?? ''}`)).code, 'payable.not-found', 'another commune’s');
  });
});
