import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { readPdf } from '../../../platform/pdf/read-pdf-for-tests.ts';
import { createReceiptHouse, type ReceiptHouse } from './receipt-house-for-tests.ts';

let house: ReceiptHouse;
before(async () => { house = await createReceiptHouse(); });
after(() => house.close());

const leader = () => house.home.staff.president.actor;
const cashier = () => house.home.staff.cashier.actor;

describe('receipts', () => {
  test('cash that was taken before any series was open has no receipt; once one is open it gets its own, and no second one', async () => {
    const { paymentId } = await house.takeCash(await house.payable());
    assert.equal(await house.receiptOf(paymentId), undefined);
    assert.equal((await house.receipts()).owed, 1);
    await house.run('fee-receipts.issue-owed');
    assert.equal(await house.receiptOf(paymentId), undefined, 'no series is open');
    await house.openSeries();
    assert.equal(await house.run('fee-receipts.issue-owed'), 1);
    assert.equal(await house.run('fee-receipts.issue-owed'), 0);
    const receipt = await house.receiptOf(paymentId);
    assert.deepEqual([receipt?.symbol, receipt?.number, receipt?.amount, receipt?.method, receipt?.state], ['HL-26E', '00000001', 50_000, 'cash', 'issued']);
    assert.equal((await house.receipts()).owed, 0);
  });

  test('cash at the counter and its receipt stand or fall together', async () => {
    const { paymentId } = await house.takeCash(await house.payable());
    const receipt = await house.receiptOf(paymentId);
    assert.equal(receipt?.number, '00000002');
    assert.equal(receipt.payerName, 'Nguyễn Thị Mẫu');
    const answer = await house.send(cashier(), 'GET', `/api/fee-receipts/${receipt.id}/receipt.pdf`);
    assert.equal(answer.status, 200);
    const whole = await house.receipt(receipt.id);
    assert.equal(whole.amountWords, 'Năm mươi nghìn đồng');
    assert.deepEqual(whole.events.map(({ kind }) => kind), ['issued']);
  });

  test('the paper has every field of the law', async () => {
    const [item] = (await house.receipts()).items;
    assert.ok(item !== undefined);
    const answer = await house.server.inject({ url: `/api/fee-receipts/${item.id}/receipt.pdf`, headers: house.as(cashier()) });
    const words = readPdf(answer.rawPayload).pages.map(({ text }) => text).join(' ').replaceAll(/\s+/gu, ' ');
    for (const part of ['BIÊN LAI THU PHÍ, LỆ PHÍ', '01BLP0-001', item.symbol, item.number, 'ỦY BAN NHÂN DÂN XÃ HOA LỘC', '0100109106', item.payerName, '50.000 đ', 'Năm mươi nghìn đồng', 'ngày 23 tháng 11 năm 2026', 'Tiền mặt']) assert.ok(words.includes(part), `${part} in ${words}`);
  });

  test('a payment is told of twice and has one receipt', async () => {
    const { paymentId } = await house.takeCash(await house.payable());
    const rows = async () => (await house.database.owner.db.selectFrom('fee_receipt').select('id').where('payment_id', '=', paymentId).execute()).length;
    await house.run('fee-receipts.issue-owed');
    assert.equal(await rows(), 1);
    await assert.rejects(house.database.owner.pool.query(
      `insert into fee_receipt select (r).* from (select jsonb_populate_record(f, jsonb_build_object('id', $2::uuid, 'number', 999, 'verification_code', 'ABCDEFGHJKMN')) as r from fee_receipt f where payment_id = $1 limit 1) x`, [paymentId, randomUUID()],
    ), { constraint: 'fee_receipt_payment' });
  });

  test('a receipt of a payment that was reversed asks for its end; the one who reversed it cannot agree, somebody else can, once', async () => {
    const { paymentId } = await house.takeCash(await house.payable());
    const receipt = await house.receiptOf(paymentId);
    assert.ok(receipt !== undefined);
    assert.equal((await house.post(`/api/fee-receipts/${receipt.id}/corrections`, { how: 'void', reason: 'Khách rút hồ sơ', words: null })).code, 'fee-receipts.money-still-there');
    assert.equal((await house.post(`/api/payments/${paymentId}/reverse`, { reason: 'Ghi nhầm hồ sơ' })).status, 200);
    const asked = (await house.receipt(receipt.id)).receipt.asked;
    assert.deepEqual([asked?.how, asked?.mine], ['void', true]);
    const decide = (agree: boolean, actor = cashier()) => house.post(`/api/fee-receipts/${receipt.id}/decisions`, { agree, words: '' }, actor);
    assert.equal((await decide(true)).code, 'fee-receipts.second-person');
    assert.equal((await decide(true, leader())).status, 200);
    assert.equal((await decide(true, leader())).code, 'fee-receipts.voided-already');
    assert.equal((await house.receipt(receipt.id)).receipt.state, 'voided');
    assert.equal((await house.post(`/api/fee-receipts/${receipt.id}/corrections`, { how: 'void', reason: 'Hủy lần nữa', words: null })).code, 'fee-receipts.voided-already');
    await house.run('fee-receipts.issue-owed');
    assert.equal((await house.receipt(receipt.id)).receipt.state, 'voided', 'nothing new is given for reversed money');
  });

  test('the database refuses an end by the one who asked for it, whoever writes', async () => {
    await assert.rejects(house.database.owner.pool.query("update fee_receipt set ended_by = asked_by where state = 'voided'"), { code: '23514' });
    for (const statement of ["update fee_receipt set amount = 1", 'delete from fee_receipt', "update fee_receipt set number = 7", "update fee_receipt_event set words = 'x'", 'delete from cashier_taking', "update receipt_series set symbol = 'X'", 'delete from remittance']) {
      await assert.rejects(house.database.pool.query(statement), { code: '42501' }, statement);
    }
  });

  test('replaced by two people: the new receipt has the next number and says what it stands in for; money is counted once', async () => {
    const { paymentId } = await house.takeCash(await house.payable());
    const receipt = await house.receiptOf(paymentId);
    assert.ok(receipt !== undefined);
    const before = (await house.receipts()).cashless.byAmount.denominator;
    const ask = (words: object | null, reason = 'Ghi sai tên người nộp') => house.post(`/api/fee-receipts/${receipt.id}/corrections`, { how: 'replace', reason, words });
    assert.equal((await ask({ payerName: ' ', payerAddress: null })).code, 'fee-receipts.payer-missing');
    assert.equal((await ask({ payerName: 'Nguyễn Thị Mẫu Hai', payerAddress: 'Thôn 2' })).status, 200);
    assert.equal((await ask({ payerName: 'Nguyễn Thị Mẫu Ba', payerAddress: null })).code, 'fee-receipts.asked-already');
    const done = await house.post(`/api/fee-receipts/${receipt.id}/decisions`, { agree: true, words: '' }, leader());
    assert.equal(done.status, 200, done.body);
    const { newReceiptId } = JSON.parse(done.body) as { readonly newReceiptId: string };
    const fresh = await house.receipt(newReceiptId);
    assert.deepEqual([fresh.receipt.payerName, fresh.payerAddress, fresh.receipt.amount, fresh.receipt.correctsHow], ['Nguyễn Thị Mẫu Hai', 'Thôn 2', 50_000, 'replace']);
    assert.equal(fresh.corrects, `${receipt.symbol} số ${receipt.number}`);
    assert.equal((await house.receipt(receipt.id)).receipt.state, 'replaced');
    assert.equal((await house.receipts()).cashless.byAmount.denominator, before);
  });

  test('adjusted, the old one stays valid and the new one has no money; declined, it can be asked for again', async () => {
    const { paymentId } = await house.takeCash(await house.payable());
    const receipt = await house.receiptOf(paymentId);
    assert.ok(receipt !== undefined);
    const ask = () => house.post(`/api/fee-receipts/${receipt.id}/corrections`, { how: 'adjust', reason: 'Sai địa chỉ', words: { payerName: receipt.payerName, payerAddress: 'Thôn 3' } });
    const decide = (agree: boolean, words = '') => house.post(`/api/fee-receipts/${receipt.id}/decisions`, { agree, words }, leader());
    assert.equal((await ask()).status, 200);
    assert.equal((await decide(false)).code, 'fee-receipts.reason-missing');
    assert.equal((await decide(false, 'Địa chỉ đúng')).status, 200);
    assert.equal((await decide(true)).code, 'fee-receipts.nobody-asked');
    assert.equal((await ask()).status, 200);
    const sums = (await house.receipts()).cashless;
    const done = await decide(true);
    assert.equal(done.status, 200, done.body);
    const whole = await house.receipt(receipt.id);
    assert.equal(whole.receipt.state, 'adjusted');
    assert.ok(whole.correctedBy !== null);
    assert.deepEqual((await house.receipts()).cashless, sums);
    assert.equal((await ask()).code, 'fee-receipts.adjusted-already');
  });

  test('at midnight in Vietnam numbers begin with 1 again, under the symbol of the new year; the old year goes on nowhere', async () => {
    house.clock.set('2026-12-31T23:59:59.999+07:00');
    const last = await house.receiptOf((await house.takeCash(await house.payable())).paymentId);
    house.clock.set('2027-01-01T00:00:00+07:00');
    const first = await house.receiptOf((await house.takeCash(await house.payable())).paymentId);
    assert.equal(last?.symbol, 'HL-26E');
    assert.ok(Number(last.number) > 1);
    assert.deepEqual([first?.symbol, first?.number, first?.issuedOn], ['HL-27E', '00000001', '2027-01-01']);
    house.clock.set('2026-11-23T09:00:00+07:00');
  });

  test('the numbers of a year have no gaps, whatever was refused in between', async () => {
    const { rows } = await sql<{ number: number }>`select number from fee_receipt where commune_code = ${house.home.commune.code} and year = 2026 order by number`.execute(house.database.owner.db);
    assert.deepEqual(rows.map(({ number }) => number), rows.map((_row, place) => place + 1));
    assert.deepEqual((await house.series()).items.map(({ silent }) => silent), [[]]);
  });

  test('the same series is not opened twice, and nothing is opened with a wrong tax code', async () => {
    const body = { kind: 'electronic', templateSymbol: '01BLP0-001', symbol: 'HL-{yy}E', bodyName: 'Ủy ban', taxCode: '0100109106', firstNumber: 1, lastNumber: null, openedOn: '2026-11-23', validUntil: null, holderId: null };
    assert.equal((await house.post('/api/receipt-series', body)).code, 'fee-receipts.series-open-already');
    assert.equal((await house.post('/api/receipt-series', { ...body, symbol: 'KHAC', taxCode: '0100109107' })).code, 'fee-receipts.tax-code');
  });

  test('the book leaves as a sheet and as CSV, with every number; a period the wrong way round is refused', async () => {
    const answer = await house.server.inject({ url: '/api/fee-receipts/book.csv?from=2026-11-01&to=2026-12-31', headers: house.as(cashier()) });
    assert.equal(answer.statusCode, 200);
    const lines = answer.body.trim().split('\r\n');
    assert.ok(lines.some((line) => line.includes('Đã hủy')) && lines.some((line) => line.includes('Đã thay thế')));
    assert.equal((await house.server.inject({ url: '/api/fee-receipts/book.xlsx', headers: house.as(cashier()) })).rawPayload.subarray(0, 2).toString(), 'PK');
    assert.equal((await house.send(cashier(), 'GET', '/api/fee-receipts?from=2026-12-02&to=2026-12-01')).code, 'fee-receipts.period');
  });

  test('anybody checks a receipt by its code; who paid is covered until four digits are typed', async () => {
    const row = await house.database.owner.db.selectFrom('fee_receipt').select(['verification_code', 'number']).where('state', '=', 'issued').where('corrects', 'is', null).orderBy('number').executeTakeFirstOrThrow();
    const page = await house.server.inject({ url: `/x/${row.verification_code}`, remoteAddress: '10.9.9.1' });
    assert.equal(page.statusCode, 200, page.body.slice(0, 200));
    assert.ok(page.body.includes('Biên lai thu phí, lệ phí') && page.body.includes('50.000 đ') && page.body.includes('0100109106'));
    assert.ok(!page.body.includes('Nguyễn Thị Mẫu') && !page.body.includes('003190999901'));
    const open = await house.server.inject({ method: 'POST', url: `/x/${row.verification_code}`, payload: 'bonSo=9901', headers: { 'content-type': 'application/x-www-form-urlencoded' }, remoteAddress: '10.9.9.1' });
    assert.ok(open.body.includes('Nguyễn Thị Mẫu'), open.body.slice(0, 300));
    const voided = await house.database.owner.db.selectFrom('fee_receipt').select('verification_code').where('state', '=', 'voided').executeTakeFirstOrThrow();
    assert.ok((await house.server.inject({ url: `/x/${voided.verification_code}`, remoteAddress: '10.9.9.1' })).body.includes('không còn hiệu lực'));
  });

  test('the citizen finds the receipt on the tracking page and opens it behind the four digits', async () => {
    const row = await house.database.owner.db.selectFrom('fee_receipt').select(['id', 'dossier_id']).where('state', '=', 'issued').where('dossier_id', 'is not', null).where('commune_code', '=', house.home.commune.code).executeTakeFirstOrThrow();
    const token = house.links.token('dossier', row.dossier_id ?? '');
    const page = await house.server.inject({ url: `/h/${token}`, remoteAddress: '10.9.9.2' });
    assert.ok(page.body.includes(`/h/${token}/giay/${row.id}`), 'it is named');
    const closed = await house.server.inject({ url: `/h/${token}/giay/${row.id}`, remoteAddress: '10.9.9.2' });
    assert.ok(!closed.headers['content-type']?.toString().includes('pdf'), 'four digits first');
    const opened = await house.server.inject({ method: 'POST', url: `/h/${token}/mo`, payload: { bonSo: '0012', toi: `giay/${row.id}` }, remoteAddress: '10.9.9.2' });
    const cookie = String(opened.headers['set-cookie']).split(';')[0] ?? '';
    const paper = await house.server.inject({ url: `/h/${token}/giay/${row.id}`, headers: { cookie }, remoteAddress: '10.9.9.2' });
    assert.equal(paper.headers['content-type'], 'application/pdf', opened.body.slice(0, 300));
  });
});
