import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createReceiptHouse, type ReceiptHouse } from './receipt-house-for-tests.ts';

let house: ReceiptHouse;
before(async () => { house = await createReceiptHouse(); });
after(() => house.close());

const numbers = async (symbol: string) => (await house.database.owner.pool.query<{ number: number }>('select number from fee_receipt where symbol = $1 order by number', [symbol])).rows.map(({ number }) => number);

test('twelve payments at once at two desks, some of which fail, take every number once and leave none out', async () => {
  await house.openSeries({ symbol: 'DUA-{yy}' });
  const { cashier, reception } = house.home.staff;
  const ids: string[] = [];
  for (let count = 0; count < 12; count += 1) ids.push(await house.payable());
  // Every payable is taken at both desks at once: one of the two is refused and rolls back.
  const done = await Promise.all(ids.flatMap((id) => [house.takeCash(id, cashier.actor), house.takeCash(id, reception.actor)]));
  assert.equal(done.filter(({ status }) => status === 200).length, 12);
  assert.deepEqual(await numbers('DUA-26'), Array.from({ length: 12 }, (_, index) => index + 1));
});

test('two cashiers at the same last number of a book: one gets it, the other is told that the book is used up', async () => {
  const { items } = await house.series();
  for (const { id, closedAt } of items) if (closedAt === null) await house.post(`/api/receipt-series/${id}/close`, { reason: 'Dùng quyển giấy' });
  const book = await house.openSeries({ kind: 'paper', symbol: 'AA-26P', firstNumber: 49, lastNumber: 50, holderId: house.home.staff.cashier.id });
  assert.equal((await house.post(`/api/receipt-series/${book}/numbers`, { fate: 'spoiled', to: 51, reason: 'Viết hỏng' })).code, 'fee-receipts.number-not-next', 'beyond the book');
  assert.equal((await house.post(`/api/receipt-series/${book}/numbers`, { fate: 'spoiled', to: 49, reason: 'Viết hỏng' })).status, 200);
  const [one, two] = [await house.payable(), await house.payable()];
  const done = await Promise.all([house.takeCash(one), house.takeCash(two)]);
  assert.ok(done.every(({ status }) => status === 200), 'the money of both is recorded');
  assert.deepEqual(await numbers('AA-26P'), [50]);
  assert.equal((await house.receipts()).owed, 1, 'the other receipt is owed until there is a new book');
  assert.equal((await house.post(`/api/receipt-series/${book}/numbers`, { fate: 'lost', to: 50, reason: 'Mất' })).code, 'fee-receipts.book-used-up');
  const shown = (await house.series()).items.find(({ id }) => id === book);
  assert.deepEqual([shown?.taken, shown?.next, shown?.silent, shown?.fates.map(({ from, to, fate }) => [from, to, fate])], [50, null, [], [[49, 49, 'spoiled']]]);
});

test('numbers that a book has are not entered in another one', async () => {
  const body = { kind: 'paper', templateSymbol: '01BLP0-001', symbol: 'AA-26P', bodyName: 'Ủy ban', taxCode: '0100109106', openedOn: '2026-11-23', validUntil: null, holderId: house.home.staff.cashier.id };
  assert.equal((await house.post('/api/receipt-series', { ...body, firstNumber: 50, lastNumber: 99 })).code, 'fee-receipts.books-overlap');
  assert.equal((await house.post('/api/receipt-series', { ...body, firstNumber: 51, lastNumber: 99, holderId: house.other.staff.cashier.id })).code, 'fee-receipts.book-without-holder', 'somebody of another commune holds no book here');
  assert.equal((await house.post('/api/receipt-series', { ...body, firstNumber: 51, lastNumber: 99 })).status, 200);
  assert.equal(await house.run('fee-receipts.issue-owed'), 1);
  assert.deepEqual(await numbers('AA-26P'), [50, 51]);
});

test('a closed series gives no number, also to whoever asks while it is closed', async () => {
  const open = (await house.series()).items.filter(({ closedAt }) => closedAt === null);
  for (const { id } of open) assert.equal((await house.post(`/api/receipt-series/${id}/close`, { reason: 'Hết hiệu lực' })).status, 200);
  const id = await house.openSeries({ symbol: 'DONG-{yy}' });
  const payables = [await house.payable(), await house.payable(), await house.payable()];
  const done = await Promise.all([...payables.map((payable) => house.takeCash(payable)), house.post(`/api/receipt-series/${id}/close`, { reason: 'Đóng giữa chừng' })]);
  assert.ok(done.every(({ status }) => status === 200));
  const given = await numbers('DONG-26');
  assert.deepEqual(given, given.map((_, place) => place + 1));
  assert.equal((await house.receipts()).owed, 3 - given.length);
  const { rows } = await house.database.owner.pool.query<{ last: number }>('select last::int from number_counter where book = $1', [`fee-receipt:${id}`]);
  assert.equal(rows[0]?.last ?? 0, given.length);
});
