import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { rehearseExchange } from '../../linked-cases/index.ts';
import { createReceiptHouse, type ReceiptHouse } from './receipt-house-for-tests.ts';
import { mannerOf } from '../sending/rehearsal-provider.ts';

let house: ReceiptHouse;
before(async () => { house = await createReceiptHouse(); });
after(() => house.close());

/** Lets the clock and the job go on until nothing is due any more. */
const settle = async (): Promise<void> => {
  for (let round = 0; round < 40; round += 1) {
    await house.run('fee-receipts.exchange');
    house.clock.set(new Date(house.clock.now().getTime() + 61 * 60_000).toISOString());
  }
};

describe('the provider of electronic receipts', () => {
  test('without one, receipts stay in the building', async () => {
    await house.openSeries();
    const { paymentId } = await house.takeCash(await house.payable());
    assert.equal((await house.receiptOf(paymentId))?.provider, null);
    assert.equal(await house.run('fee-receipts.exchange'), 0);
  });

  test('however it stumbles, is slow or repeats itself, every receipt is published once or refused with its words, and somebody is told', async () => {
    await house.database.owner.db.transaction().execute((tx) => rehearseExchange(tx, house.home.commune.code, house.clock.now()));
    const ids: string[] = [];
    const manners = new Set<string>();
    for (let count = 0; count < 60 && (manners.size < 5 || count < 12); count += 1) {
      const { paymentId } = await house.takeCash(await house.payable());
      const receipt = await house.receiptOf(paymentId);
      assert.ok(receipt !== undefined);
      assert.equal(receipt.provider?.state, 'draft');
      ids.push(receipt.id);
      manners.add(mannerOf(receipt.id));
    }
    await settle();
    for (const id of ids) {
      const { receipt, events } = await house.receipt(id);
      const refused = mannerOf(id) === 'refuses';
      assert.equal(receipt.provider?.state, refused ? 'refused' : 'issued', mannerOf(id));
      if (refused) assert.match(receipt.provider.words ?? '', /đăng ký/u);
      else assert.match(receipt.provider.code ?? '', /^[0-9A-F]{10}$/u);
      assert.equal(events.filter(({ kind, words }) => kind === 'provider' && words.startsWith('Đã ký số')).length, refused ? 0 : 1);
    }
    const { rows } = await house.database.owner.pool.query("select 1 from outbox where payload->>'kind' = 'receipt-refused'");
    assert.equal(rows.length, ids.filter((id) => mannerOf(id) === 'refuses').length);
    assert.equal(await house.run('fee-receipts.exchange'), 0, 'nothing is open any more');
  });

  test('what was published and is voided here is cancelled there; what was never sent is told to nobody', async () => {
    const voided = async (publish: boolean): Promise<string> => {
      for (;;) {
        const { paymentId } = await house.takeCash(await house.payable());
        const receipt = await house.receiptOf(paymentId);
        assert.ok(receipt !== undefined);
        if (mannerOf(receipt.id) === 'refuses') continue;
        if (publish) await settle();
        assert.equal((await house.post(`/api/payments/${paymentId}/reverse`, { reason: 'Ghi nhầm hồ sơ' })).status, 200);
        const done = await house.post(`/api/fee-receipts/${receipt.id}/decisions`, { agree: true, words: '' }, house.home.staff.president.actor);
        assert.equal(done.status, 200, done.body);
        return receipt.id;
      }
    };
    house.clock.set('2026-11-24T08:00:00+07:00');
    const [told, untold] = [await voided(true), await voided(false)];
    await settle();
    const first = (await house.receipt(told)).receipt;
    assert.deepEqual([first.state, first.provider?.state], ['voided', 'cancelled']);
    assert.ok(first.provider?.code !== null);
    const second = (await house.receipt(untold)).receipt;
    assert.deepEqual([second.state, second.provider?.state, second.provider?.code], ['voided', 'cancelled', null]);
  });
});
