import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { createMoneyHouse, type MoneyHouse } from '../../../../test/money-house.ts';
import { listBackground } from '../../../../test/whole-program.ts';
import { type PayableRow } from '../store/payables.ts';
import { type Rehearsal } from './rehearsal-gateway.ts';

/** What stands in the hidden fields of a form. */
function hidden(body: string): Readonly<Record<string, string>> {
  return Object.fromEntries([...body.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/gu)].map(([, name = '', value = '']) => [name, value.replaceAll('&amp;', '&')]));
}

describe('online payment', () => {
  let house: MoneyHouse;
  before(async () => { house = await createMoneyHouse(); });
  after(() => house.close());

  const payableNow = (id: string) => house.database.owner.db.selectFrom('payable').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const triesOf = (id: string) => house.database.owner.db.selectFrom('online_payment').selectAll().where('payable_id', '=', id).orderBy('started_at').execute();
  const messagesOf = async (id: string) => (await house.database.owner.db.selectFrom('online_message as m').innerJoin('online_payment as o', 'o.id', 'm.online_payment_id').select(['m.verdict', 'm.way']).where('o.payable_id', '=', id).orderBy('m.at').orderBy('m.id').execute()).map(({ verdict, way }) => `${way} ${verdict}`);
  const run = async (name: string) => listBackground(house).find((job) => job.name === name)?.run(house.clock.now(), new AbortController().signal);

  /** From the payment page to the gateway’s own page, as a browser without a script goes. */
  const start = async (payable: PayableRow) => {
    const path = `${house.path(payable.dossier_id)}/nop-tien`;
    const form = hidden((await house.page(path)).body);
    assert.equal(form['khoan'], payable.id);
    const begun = await house.page(path, form);
    assert.equal(begun.status, 303);
    const waiting = await house.page(begun.to);
    const [, address = ''] = /href="(http:\/\/xa\.test\/cong-tap-duot[^"]*)"/u.exec(waiting.body) ?? [];
    return { path, form, here: begun.to, cookie: begun.cookie, address: address.replaceAll('&amp;', '&').replace('http://xa.test', '') };
  };
  /** Chooses at the gateway and comes back. */
  const choose = async (payable: PayableRow, chosen: Rehearsal) => {
    const started = await start(payable);
    const gateway = await house.page(started.address);
    assert.equal(gateway.status, 200, gateway.body.slice(0, 300));
    const back = await house.page('/cong-tap-duot', { ...hidden(gateway.body.split('<form').at(1) ?? ''), chon: chosen });
    assert.equal(back.status, 303, back.body.slice(0, 300));
    const returned = await house.page(back.to, undefined, started.cookie);
    return { ...started, back: back.to, returned, page: returned.status === 303 ? await house.page(returned.to) : returned };
  };

  test('is started without a script, signed, confirmed by the gateway, and told on the way back', async () => {
    const payable = await house.fees(8_000);
    const { here, returned, page } = await choose(payable, 'pays');
    assert.equal(returned.to, here, 'the browser that set out goes back to its own page');
    assert.match(page.body, /Đã nhận 8\.000 đ/u);
    assert.deepEqual(await payableNow(payable.id).then(({ state, paid }) => [state, paid]), ['paid', 8_000]);
    assert.deepEqual(await messagesOf(payable.id), ['callback recorded', 'return known']);
    assert.match((await house.page(`${house.path(payable.dossier_id)}/nop-tien`)).body, /Đã nhận đủ 8\.000 đ/u);
    const payment = await house.database.owner.db.selectFrom('payment').selectAll().where('payable_id', '=', payable.id).executeTakeFirstOrThrow();
    assert.match(payment.source, /^provider:tap-duot:TD/u);
    assert.deepEqual([payment.method, payment.taken_by], ['online', null]);
  });

  test('tells the cashier in the inbox, and the citizen in the history of the dossier', async () => {
    const payable = await house.fees(8_000);
    await choose(payable, 'pays');
    const { rows: [event] } = await house.database.owner.pool.query<{ id: string; payload: Record<string, unknown>; created_at: Date }>("select id, payload, created_at from outbox where topic = 'PaymentRecorded' and payload ->> 'payableId' = $1", [payable.id]);
    assert.ok(event !== undefined);
    for (const name of ['payments.notices', 'notifications.inbox']) {
      const subscriber = house.parts.background.subscribers.find((one) => one.name === name);
      const { rows } = name === 'payments.notices' ? { rows: [{ ...event, topic: 'PaymentRecorded' }] } : await house.database.owner.pool.query<typeof event & { topic: string }>("select id, topic, payload, created_at from outbox where topic = 'StaffNotice' and payload ->> 'key' like 'payment %'");
      for (const one of rows) await house.database.db.transaction().execute((tx) => subscriber?.handle(tx, { communeCode: house.home.commune.code, id: one.id, topic: one.topic, payload: one.payload, createdAt: one.created_at }, house.clock.now()) ?? Promise.resolve());
    }
    const inbox = await house.call(house.home.staff.cashier.actor, 'GET', '/api/inbox');
    const items = inbox.body['items'] as readonly { readonly kind: string; readonly facts: Readonly<Record<string, string>> }[];
    assert.ok(items.some(({ kind, facts }) => kind === 'money-came' && facts['payableId'] === payable.id && facts['words'] === '8.000 đ'), JSON.stringify(items));
    const history = await house.database.owner.db.selectFrom('dossier_history').select('event').where('dossier_id', '=', payable.dossier_id ?? '').where('event', '=', 'fees-paid').execute();
    assert.equal(history.length, 1);
  });

  test('sends the secret link of the slip through no gateway', async () => {
    const payable = await house.fees(8_000);
    const { address, path } = await start(payable);
    const token = path.split('/')[2] ?? 'x';
    assert.ok(!address.includes(token));
    assert.ok(address.includes('sig='));
  });

  test('told three times is recorded once', async () => {
    const payable = await house.fees(8_000);
    await choose(payable, 'twice');
    house.clock.pass(3 * 60_000);
    await run('payments.rehearse');
    assert.equal((await payableNow(payable.id)).paid, 8_000);
    assert.deepEqual(await messagesOf(payable.id), ['callback recorded', 'callback known', 'return known', 'callback known']);
  });

  test('that the gateway tells late says meanwhile that it is waited for, and then that it is paid', async () => {
    const payable = await house.fees(8_000);
    const { page, here } = await choose(payable, 'pays-late');
    assert.match(page.body, /Xem lại/u);
    assert.equal((await payableNow(payable.id)).state, 'open');
    house.clock.pass(3 * 60_000);
    await run('payments.rehearse');
    assert.equal((await payableNow(payable.id)).state, 'paid');
    assert.match((await house.page(here)).body, /Đã nhận 8\.000 đ/u);
  });

  test('of which the gateway tells nothing is asked about, and found', async () => {
    const payable = await house.fees(8_000);
    await choose(payable, 'silent');
    await run('payments.ask-gateways');
    assert.equal((await payableNow(payable.id)).state, 'open', 'not at once');
    house.clock.pass(4 * 60_000);
    await run('payments.ask-gateways');
    assert.equal((await payableNow(payable.id)).state, 'paid');
    assert.ok((await messagesOf(payable.id)).includes('query recorded'));
  });

  test('with a failure that arrives after the money stays paid', async () => {
    const payable = await house.fees(8_000);
    await choose(payable, 'out-of-order');
    house.clock.pass(3 * 60_000);
    await run('payments.rehearse');
    const [one] = await triesOf(payable.id);
    assert.deepEqual([one?.state, (await payableNow(payable.id)).state], ['paid', 'paid']);
  });

  test('of one đồng less leaves the payable open for it, and says so to the payer', async () => {
    const payable = await house.fees(8_000);
    const { page } = await choose(payable, 'one-less');
    const now = await payableNow(payable.id);
    assert.deepEqual([now.state, now.paid], ['open', 7_999]);
    assert.match(page.body, /Còn phải nộp 1 đ/u);
  });

  test('with a wrong signature changes nothing; what was said is kept with the try', async () => {
    const payable = await house.fees(8_000);
    const { back } = await choose(payable, 'forged');
    assert.deepEqual(await payableNow(payable.id).then(({ state, paid }) => [state, paid]), ['open', 0]);
    assert.deepEqual(await messagesOf(payable.id), ['callback forged', 'return forged']);
    const stranger = await house.page(back);
    assert.equal(stranger.status, 404);
    assert.ok(!stranger.body.includes(house.path(payable.dossier_id)));
    for (let again = 0; again < 30; again += 1) await house.page(back);
    assert.ok((await messagesOf(payable.id)).length <= 20, 'a flood of forged words fills no disk');
  });

  test('that failed or was cancelled says why, and may be tried again', async () => {
    const payable = await house.fees(8_000);
    assert.match((await choose(payable, 'fails')).page.body, /không đủ số dư/u);
    assert.match((await choose(payable, 'cancels')).page.body, /đã hủy ở cổng/u);
    await choose(payable, 'pays');
    assert.deepEqual((await triesOf(payable.id)).map(({ state }) => state).toSorted(), ['failed', 'failed', 'paid']);
  });

  test('for what was paid in cash meanwhile is kept as a surplus', async () => {
    const payable = await house.fees(8_000);
    const started = await start(payable);
    const { cashier } = house.home.staff;
    assert.equal((await house.call(cashier.actor, 'POST', `/api/payables/${payable.id}/cash`, { commandId: '00000000-0000-4000-8000-00000000ca54', amount: 8_000, given: 8_000 })).status, 200);
    const gateway = await house.page(started.address);
    await house.page('/cong-tap-duot', { ...hidden(gateway.body.split('<form').at(1) ?? ''), chon: 'pays' });
    assert.deepEqual(await payableNow(payable.id).then(({ state, paid }) => [state, paid]), ['paid', 16_000]);
    const { body } = await house.call(cashier.actor, 'POST', '/api/payables/search', { list: 'surplus', q: payable.reference });
    assert.equal(body['count'], 1);
    assert.match((await house.page(started.here)).body, /trả lại 8\.000 đ/u);
  });

  test('that nobody finishes expires; money that comes all the same is recorded', async () => {
    const payable = await house.fees(8_000);
    const started = await start(payable);
    house.clock.pass(60 * 60_000);
    await run('payments.ask-gateways');
    const [expired] = await triesOf(payable.id);
    assert.equal(expired?.state, 'expired');
    assert.match((await house.page(started.here)).body, /Đã hết thời gian/u);
    const gateway = await house.page(started.address);
    await house.page('/cong-tap-duot', { ...hidden(gateway.body.split('<form').at(1) ?? ''), chon: 'pays' });
    assert.equal((await payableNow(payable.id)).state, 'paid');
  });

  test('started twice at once goes on as one try', async () => {
    const payable = await house.fees(8_000);
    const path = `${house.path(payable.dossier_id)}/nop-tien`;
    const forms = await Promise.all([house.page(path), house.page(path)]);
    const begun = await Promise.all(forms.map(({ body }) => house.page(path, hidden(body))));
    assert.equal(new Set(begun.map(({ to }) => to)).size, 1);
    assert.equal((await triesOf(payable.id)).length, 1);
  });

  test('is nobody else’s: another dossier’s payable, an unknown order and an order changed on the way start and pay nothing', async () => {
    const [mine, theirs] = [await house.fees(8_000), await house.fees(9_000)];
    const path = `${house.path(mine.dossier_id)}/nop-tien`;
    assert.equal((await house.page(path, { khoan: theirs.id })).to, path);
    assert.equal((await triesOf(theirs.id)).length, 0);
    const { address } = await start(mine);
    assert.equal((await house.page(address.replace('amount=800000', 'amount=100'))).status, 404, 'the gateway takes no changed order');
    const unknown = await house.page('/thanh-toan/tap-duot/bao?order=XS0000000000&amount=1&code=00&transaction=T1&sig=00');
    assert.deepEqual([unknown.status, JSON.parse(unknown.body)], [200, { code: '97', message: 'wrong signature' }]);
    assert.equal((await house.page('/thanh-toan/khong-co/bao?order=1')).status, 404);
    assert.equal((await house.page(`/thanh-toan/tap-duot/bao?${'a'.repeat(40)}=1&`.padEnd(3_000, 'x'))).status, 200);
  });

  test('is not offered where the office has no gateway', async () => {
    await house.database.owner.pool.query("delete from setting where key = 'linked-cases-line'");
    const payable = await house.fees(8_000);
    const { body } = await house.page(`${house.path(payable.dossier_id)}/nop-tien`);
    assert.ok(!body.includes('Nộp trực tuyến') && body.includes('VietQR'));
    const begun = await house.page(`${house.path(payable.dossier_id)}/nop-tien`, { khoan: payable.id });
    assert.deepEqual([begun.status, (await triesOf(payable.id)).length], [303, 0]);
  });
});
