import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { createMoneyHouse, type MoneyHouse } from '../../../../test/money-house.ts';
import { setStatementAccount, takeOver } from '../../../../test/statement-house.ts';
import { stopPdfWorker } from '../../../platform/pdf/render-pdf.ts';
import { readPdf } from '../../../platform/pdf/read-pdf-for-tests.ts';
import { listBackground } from '../../../../test/whole-program.ts';
import { type RefundItem, type RefundSearchResponse } from '../contract/refund-schemas.ts';

let house: MoneyHouse;
before(async () => { house = await createMoneyHouse(); });
after(async () => {
  await stopPdfWorker();
  await house.close();
});

const staff = () => house.home.staff;
const post = (url: string, body: object, actor = staff().cashier.actor) => house.call(actor, 'POST', url, { commandId: randomUUID(), ...body });
const run = async (name: string) => listBackground(house).find((job) => job.name === name)?.run(house.clock.now(), new AbortController().signal);
const hidden = (body: string) => Object.fromEntries([...body.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/gu)].map(([, name = '', value = '']) => [name, value.replaceAll('&amp;', '&')]));
const later = (minutes: number) => { house.clock.set(new Date(house.clock.now().getTime() + minutes * 60_000).toISOString()); };
const payableNow = async (id: string) => {
  const { state, paid, refunded } = await house.database.owner.db.selectFrom('payable').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  return [state, paid, refunded];
};
const refundOf = async (id: string): Promise<RefundItem> => {
  const { body } = await house.call(staff().president.actor, 'POST', '/api/refunds/search', { list: 'all', payableId: id });
  const [item] = (body as unknown as RefundSearchResponse).items;
  assert.ok(item !== undefined, JSON.stringify(body));
  return item;
};

/** Fees that were paid at the gateway and given up: all of it is owed back. */
async function paidOnline(amount: number): Promise<string> {
  const payable = await house.fees(amount);
  const path = `${house.path(payable.dossier_id)}/nop-tien`;
  const begun = await house.page(path, hidden((await house.page(path)).body));
  const [, address = ''] = /href="(http:\/\/xa\.test\/cong-tap-duot[^"]*)"/u.exec((await house.page(begun.to)).body) ?? [];
  const gateway = await house.page(address.replaceAll('&amp;', '&').replace('http://xa.test', ''));
  await house.page('/cong-tap-duot', { ...hidden(gateway.body.split('<form').at(1) ?? ''), chon: 'pays' });
  assert.deepEqual(await payableNow(payable.id), ['paid', amount, 0]);
  assert.equal((await post(`/api/payables/${payable.id}/give-up`, { reason: 'Người dân rút hồ sơ' })).status, 200);
  return payable.id;
}

/** Fees that were paid in cash, and given up. */
async function paidInCash(amount = 50_000): Promise<string> {
  const { id } = await house.fees(amount);
  assert.equal((await post(`/api/payables/${id}/cash`, { amount, given: amount })).status, 200);
  assert.equal((await post(`/api/payables/${id}/give-up`, { reason: 'Không làm được việc' })).status, 200);
  return id;
}

const WISH = { payee: 'Nguyễn Thị Mẫu', account: '', reason: 'Rút hồ sơ' } as const;
async function asked(payableId: string, amount: number, way: 'cash' | 'transfer' | 'online'): Promise<string> {
  const done = await post(`/api/payables/${payableId}/refunds`, { ...WISH, amount, way, account: way === 'transfer' ? 'VietinBank 1122' : '' }, staff().reception.actor);
  assert.equal(done.status, 200, JSON.stringify(done.body));
  return String(done.body['id']);
}
async function approved(payableId: string, amount: number, way: 'cash' | 'transfer' | 'online'): Promise<string> {
  const id = await asked(payableId, amount, way);
  const done = await post(`/api/refunds/${id}/decision`, { agree: true, words: '' }, staff().president.actor);
  assert.equal(done.status, 200, JSON.stringify(done.body));
  return id;
}

describe('a refund at the counter', () => {
  test('is asked for by one, approved by another, and paid out of the drawer of the cashier with its voucher, once', async () => {
    const payable = await paidInCash();
    const drawer = async () => (await house.call(staff().cashier.actor, 'GET', '/api/cashier-days')).body as { readonly own: { readonly expected: number } };
    const before = (await drawer()).own.expected;
    const command = { commandId: randomUUID(), ...WISH, amount: 50_000, way: 'cash' };
    const ask = await post(`/api/payables/${payable}/refunds`, command);
    assert.deepEqual((await post(`/api/payables/${payable}/refunds`, command)).body, ask.body, 'the same command again is the same request');
    const id = String(ask.body['id']);
    assert.equal((await post(`/api/refunds/${id}/decision`, { agree: true, words: '' })).code, 'refund.second-person');
    assert.equal((await house.call(staff().cashier.actor, 'GET', `/api/refunds/${id}/voucher.pdf`)).code, 'refund.not-approved');
    assert.equal((await post(`/api/refunds/${id}/paid`, { evidence: 'PC 1' })).code, 'refund.decided-already', 'nothing is paid that nobody approved');
    assert.equal((await post(`/api/refunds/${id}/decision`, { agree: true, words: '' }, staff().president.actor)).body['state'], 'approved');
    const voucher = async () => { const answer = await house.server.inject({ url: `/api/refunds/${id}/voucher.pdf`, headers: house.as(staff().cashier.actor) }); assert.equal(answer.statusCode, 200); return readPdf(answer.rawPayload).pages.map(({ text }) => text).join(' ').replace(/\s+/gu, ' '); };
    for (const words of ['PHIẾU TRẢ LẠI TIỀN', 'Nguyễn Thị Mẫu', '50.000 đ', 'Năm mươi nghìn đồng', 'Rút hồ sơ']) assert.ok((await voucher()).includes(words), words);
    assert.equal((await post(`/api/refunds/${id}/paid`, { evidence: ' ' })).code, 'payable.refund-evidence-missing');
    const both = await Promise.all([1, 2].map(() => post(`/api/refunds/${id}/paid`, { evidence: 'PC 12' })));
    assert.deepEqual(both.map(({ status }) => status).toSorted((a, b) => a - b), [200, 409]);
    assert.equal((await drawer()).own.expected, before - 50_000);
    assert.deepEqual(await payableNow(payable), ['cancelled', 50_000, 50_000]);
    const item = await refundOf(payable);
    assert.deepEqual([item.state, item.evidence, item.paidAmount, item.may], ['paid', 'PC 12', 50_000, []]);
    assert.match(await voucher(), /Số: PC 12/u);
  });

  test('asks for the end of the receipt of what is no charge any more, which a second person gives; of what was only paid too much the receipt holds', async () => {
    const series = { kind: 'electronic', templateSymbol: '01BLP0-001', symbol: 'HT-{yy}E', bodyName: 'Ủy ban nhân dân xã Hoa Lộc', taxCode: '0100109106', firstNumber: 1, lastNumber: null, openedOn: '2026-11-23', validUntil: null, holderId: null };
    assert.equal((await post('/api/receipt-series', series)).status, 200);
    const receiptOf = async (payable: string) => (await house.database.owner.pool.query<{ state: string; asked_how: string | null; asked_by: string | null }>('select state, asked_how, asked_by from fee_receipt where payable_id = $1', [payable])).rows;
    const payable = await paidInCash();
    assert.equal((await post(`/api/refunds/${await approved(payable, 50_000, 'cash')}/paid`, { evidence: 'PC 13' })).status, 200);
    assert.deepEqual(await receiptOf(payable), [{ state: 'issued', asked_how: 'void', asked_by: staff().cashier.id }]);
    const { id: over } = await house.fees(8_000);
    assert.equal((await post(`/api/payables/${over}/cash`, { amount: 8_000, given: 8_000 })).status, 200);
    const { rows: [line] } = await house.database.owner.pool.query<{ reference: string }>('select reference from payable where id = $1', [over]);
    await setStatementAccount(house, house.home);
    const { id } = await takeOver(house, house.home, [{ amount: 2_000, memo: line?.reference ?? '', number: 'FT-HT-1' }]);
    const lines = await house.call(staff().cashier.actor, 'GET', `/api/bank-statements/lines?view=duplicate&statement=${id}`);
    const [twice] = lines.body['items'] as readonly { readonly id: string }[];
    assert.equal((await post(`/api/bank-statements/lines/${twice?.id ?? ''}/payments`, { parts: [{ payableId: over, amount: 2_000 }] })).status, 200);
    assert.equal((await post(`/api/refunds/${await approved(over, 2_000, 'cash')}/paid`, { evidence: 'PC 14' })).status, 200);
    assert.deepEqual((await receiptOf(over)).map(({ state, asked_how: how }) => [state, how]), [['issued', null]]);
    assert.deepEqual(await payableNow(over), ['paid', 10_000, 2_000]);
  });

  test('two who ask for one surplus at once: one request; a payment is not reversed while its money goes back; what was withdrawn may be asked for again', async () => {
    const payable = await paidInCash();
    const both = await Promise.all([1, 2].map(() => post(`/api/payables/${payable}/refunds`, { ...WISH, amount: 50_000, way: 'cash' }, staff().reception.actor)));
    assert.deepEqual(both.map(({ code }) => code ?? 'done').toSorted(), ['done', 'refund.asked-already']);
    const { rows: [payment] } = await house.database.owner.pool.query<{ id: string }>('select id from payment where payable_id = $1', [payable]);
    assert.equal((await post(`/api/payments/${payment?.id ?? ''}/reverse`, { reason: 'Ghi nhầm' })).code, 'payment.refund-under-way');
    const { id } = await refundOf(payable);
    assert.equal((await post(`/api/refunds/${id}/withdraw`, { reason: 'Đổi cách trả' }, staff().reception.actor)).body['state'], 'withdrawn');
    await asked(payable, 50_000, 'transfer');
  });

  test('a request that was declined says why, and pays nothing', async () => {
    const payable = await paidInCash();
    const id = await asked(payable, 50_000, 'cash');
    assert.equal((await post(`/api/refunds/${id}/decision`, { agree: false, words: 'Chưa đủ căn cứ' }, staff().president.actor)).body['state'], 'refused');
    assert.deepEqual([(await refundOf(payable)).decisionWords, ...(await payableNow(payable))], ['Chưa đủ căn cứ', 'cancelled', 50_000, 0]);
  });
});

describe('what the citizen reads of a refund', () => {
  test('what is owed back stands on the tracking page and the payment page, and that it has gone back once it has', async () => {
    const { id, dossier_id: dossier } = await house.fees(8_000);
    assert.equal((await post(`/api/payables/${id}/cash`, { amount: 8_000, given: 8_000 })).status, 200);
    const path = house.path(dossier);
    assert.doesNotMatch((await house.page(path)).body, /trả lại/u);
    assert.equal((await post(`/api/payables/${id}/give-up`, { reason: 'Không làm được việc' })).status, 200);
    assert.match((await house.page(path)).body, /xã trả lại 8\.000 đ/u);
    assert.match((await house.page(`${path}/nop-tien`)).body, /Xã trả lại bạn 8\.000 đ/u);
    assert.equal((await post(`/api/refunds/${await approved(id, 8_000, 'cash')}/paid`, { evidence: 'PC 40' })).status, 200);
    const after = (await house.page(path)).body;
    assert.match(after, /Xã đã trả lại 8\.000 đ/u);
    assert.doesNotMatch(after, /xã trả lại 8\.000 đ\. Đến/u);
  });
});

describe('a refund by transfer', () => {
  test('is noted as paid by the line of the statement that carries its reference and its amount, and by that line alone', async () => {
    await setStatementAccount(house, house.home);
    const payable = await paidInCash();
    await approved(payable, 50_000, 'transfer');
    const { reference } = await refundOf(payable);
    const { id, lists } = await takeOver(house, house.home, [
      { amount: -49_999, memo: `HOAN ${reference}`, number: 'FT-R-1' }, { amount: -50_000, memo: `HOAN ${reference}`, number: 'FT-R-2' }, { amount: -50_000, memo: `HOAN ${reference}`, number: 'FT-R-3' }, { amount: 8_000, memo: 'lai tien gui', number: 'FT-R-0' },
    ]);
    assert.equal(lists.outgoing.count, 3);
    const item = await refundOf(payable);
    assert.deepEqual([item.state, item.evidence], ['paid', 'Sao kê 2026-11-23, FT-R-2']);
    assert.deepEqual(await payableNow(payable), ['cancelled', 50_000, 50_000]);
    const shown = async (view: string) => (await house.call(staff().cashier.actor, 'GET', `/api/bank-statements/lines?view=${view}&statement=${id}`)).body['items'] as readonly { readonly bankNumber: string; readonly refundOf: { readonly id: string } | null }[];
    assert.deepEqual((await shown('refund')).map(({ bankNumber, refundOf: of }) => [bankNumber, of?.id]), [['FT-R-2', payable]]);
    assert.equal((await shown('outgoing')).length, 2);
  });

  test('that was noted by hand is recognised in the statement and not paid again', async () => {
    const payable = await paidInCash();
    const refund = await approved(payable, 50_000, 'transfer');
    assert.equal((await post(`/api/refunds/${refund}/paid`, { evidence: 'UNC 9' })).status, 200);
    const { reference } = await refundOf(payable);
    await takeOver(house, house.home, [{ amount: -50_000, memo: reference, number: 'FT-R-4' }]);
    assert.deepEqual(await payableNow(payable), ['cancelled', 50_000, 50_000]);
    const { rows } = await house.database.owner.pool.query('select 1 from statement_line where refund_id = $1', [refund]);
    assert.equal(rows.length, 1);
  });
});

describe('a refund at the gateway that took the money', () => {
  const messagesOf = async (payable: string) => (await house.database.owner.pool.query<{ said: string }>("select m.way || ' ' || m.verdict as said from online_message m join online_payment o on o.id = m.online_payment_id where o.payable_id = $1 and m.way like 'refund%' order by m.at, m.id", [payable])).rows.map(({ said }) => said);
  const sent = async (amount: number) => {
    const payable = await paidOnline(amount);
    const id = await approved(payable, amount, 'online');
    assert.equal((await refundOf(payable)).state, 'sending');
    await run('payments.send-refunds');
    return { payable, id };
  };

  test('is sent when it was approved, answered with a signature, and noted once', async () => {
    const { payable } = await sent(50_000);
    const item = await refundOf(payable);
    assert.deepEqual([item.state, item.paidAmount], ['paid', 50_000]);
    assert.match(item.evidence ?? '', /^TH/u);
    assert.deepEqual(await payableNow(payable), ['cancelled', 50_000, 50_000]);
    await run('payments.send-refunds');
    assert.deepEqual(await messagesOf(payable), ['refund-answer recorded']);
  });

  test('that the gateway refuses says why; it is sent again under the same number, and paid', async () => {
    const { payable, id } = await sent(50_001);
    const failed = await refundOf(payable);
    assert.deepEqual([failed.state, failed.gatewayWords], ['failed', 'Cổng đang bận, chưa hoàn được.']);
    const number = async () => (await house.database.owner.pool.query<{ number: string }>('select request_number as number from refund where id = $1', [id])).rows[0]?.number;
    const before = await number();
    later(1);
    assert.equal((await post(`/api/refunds/${id}/retry`, {})).body['state'], 'sending');
    await run('payments.send-refunds');
    assert.deepEqual([(await refundOf(payable)).state, await number()], ['paid', before]);
  });

  test('that the gateway never pays is withdrawn and paid in cash', async () => {
    const { payable, id } = await sent(50_006);
    assert.equal((await refundOf(payable)).state, 'failed');
    assert.equal((await post(`/api/refunds/${id}/withdraw`, { reason: 'Cổng không hoàn được' })).body['state'], 'withdrawn');
    assert.equal((await post(`/api/refunds/${await approved(payable, 50_006, 'cash')}/paid`, { evidence: 'PC 21' })).status, 200);
    assert.deepEqual(await payableNow(payable), ['cancelled', 50_006, 50_006]);
  });

  test('whose call-back comes late and twice is noted once, and nobody pays it meanwhile', async () => {
    const { payable, id } = await sent(50_002);
    assert.equal((await refundOf(payable)).state, 'sending');
    assert.equal((await post(`/api/refunds/${id}/paid`, { evidence: 'PC 9' })).code, 'refund.with-the-gateway');
    assert.equal((await post(`/api/refunds/${id}/withdraw`, { reason: 'Chờ lâu' })).code, 'refund.with-the-gateway');
    later(3);
    await run('payments.rehearse');
    assert.deepEqual(await payableNow(payable), ['cancelled', 50_002, 50_002]);
    assert.deepEqual(await messagesOf(payable), ['refund-answer pending', 'refund-callback recorded', 'refund-callback known']);
  });

  test('whose answer was lost is asked for again and is the same one', async () => {
    const { payable } = await sent(50_003);
    assert.equal((await refundOf(payable)).state, 'sending');
    assert.deepEqual(await messagesOf(payable), []);
    later(2);
    await run('payments.send-refunds');
    assert.deepEqual([(await refundOf(payable)).state, ...(await payableNow(payable))], ['paid', 'cancelled', 50_003, 50_003]);
    const { rows } = await house.database.owner.pool.query('select 1 from rehearsal_transaction where amount = 50003 and transaction_number like $1', ['TH%']);
    assert.equal(rows.length, 1, 'the gateway paid it once');
  });

  test('that a forger answers changes nothing; the true word counts', async () => {
    const { payable } = await sent(50_004);
    assert.deepEqual([(await refundOf(payable)).state, ...(await payableNow(payable))], ['sending', 'cancelled', 50_004, 0]);
    assert.deepEqual(await messagesOf(payable), ['refund-answer forged']);
    later(2);
    await run('payments.send-refunds');
    assert.equal((await refundOf(payable)).state, 'paid');
    assert.deepEqual((await house.page('/thanh-toan/tap-duot/hoan?refund=KHONGCO&amount=1')).status, 200, 'somebody who knows no refund reads nothing');
  });

  test('that is one đồng short is noted as it was paid: the đồng is still owed', async () => {
    const { payable } = await sent(50_005);
    const item = await refundOf(payable);
    assert.deepEqual([item.state, item.amount, item.paidAmount], ['paid', 50_005, 50_004]);
    assert.deepEqual(await payableNow(payable), ['cancelled', 50_005, 50_004]);
    await asked(payable, 1, 'cash');
  });

  test('that the gateway pays after it had said no, and after the money went back in cash, is told to those who decide', async () => {
    const { payable, id } = await sent(50_001);
    later(1);
    assert.equal((await post(`/api/refunds/${id}/withdraw`, { reason: 'Trả tiền mặt' })).status, 200);
    assert.equal((await post(`/api/refunds/${await approved(payable, 50_001, 'cash')}/paid`, { evidence: 'PC 30' })).status, 200);
    // The gateway does what it was asked before, as a real one may.
    await house.database.owner.pool.query("update refund set state = 'sending', ended_at = null, ended_by = null, ended_by_name = null, end_reason = null, next_at = now() where id = $1", [id]);
    await house.database.owner.pool.query('update refund set next_at = $2 where id = $1', [id, house.clock.now()]);
    await run('payments.send-refunds');
    const { rows: [row] } = await house.database.owner.pool.query<{ state: string; beyond: boolean }>('select state, beyond from refund where id = $1', [id]);
    assert.deepEqual(row, { state: 'paid', beyond: true });
    assert.deepEqual(await payableNow(payable), ['cancelled', 50_001, 50_001], 'no đồng more than came in');
    const { rows: told } = await house.database.owner.pool.query("select 1 from outbox where topic = 'StaffNotice' and payload ->> 'kind' = 'refund-beyond'");
    assert.equal(told.length, 1);
  });

  test('is refused where no online payment covers it', async () => {
    const payable = await paidInCash();
    const refused = await post(`/api/payables/${payable}/refunds`, { ...WISH, amount: 50_000, way: 'online' });
    assert.equal(refused.code, 'refund.no-online-payment');
  });
});
