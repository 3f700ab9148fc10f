import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sumNotes } from './cash-count.ts';
import { cashlessRate } from './cashless.ts';
import { type CashierDay, decideCash, decideClose, decideHandOver, decideReceive, NEXT_OF_DAY } from './decide-cashier-day.ts';
import { readPeriod } from './period.ts';
import { decideRemittance, remittanceDue, remittanceStanding } from './remittance.ts';

const codeOf = (decided: { readonly ok: true } | { readonly ok: false; readonly problem: { readonly code: string } }): string => (decided.ok ? 'ok' : decided.problem.code);

test('notes are counted by their values; others do not exist', () => {
  assert.deepEqual(sumNotes({ '500000': 1, '2000': 3, '1000': 0 }), { ok: true, value: { total: 506_000, notes: { '500000': 1, '2000': 3 } } });
  assert.equal(codeOf(sumNotes({ '300000': 1 })), 'fee-receipts.note-unknown');
  for (const pieces of [-1, 1.5, 100_001, Number.NaN]) assert.equal(codeOf(sumNotes({ '1000': pieces })), 'fee-receipts.note-count', String(pieces));
});

const DAY: CashierDay = { state: 'open', cashierId: 'thu', float: 100_000, taken: 8000, counted: null, handedTo: null };

test('a day is closed when the count fits, or when what differs is explained', () => {
  const fits = decideClose(DAY, { notes: { '100000': 1, '2000': 4 }, explanation: '' });
  assert.ok(fits.ok && fits.value.difference === 0 && fits.value.explanation === null);
  const short = { '100000': 1, '2000': 3 };
  assert.equal(codeOf(decideClose(DAY, { notes: short, explanation: ' ' })), 'fee-receipts.difference-unexplained');
  const explained = decideClose(DAY, { notes: short, explanation: 'Trả nhầm tiền thừa' });
  assert.ok(explained.ok && explained.value.difference === -2000);
  assert.equal(codeOf(decideClose({ ...DAY, state: 'closed' }, { notes: {}, explanation: '' })), 'fee-receipts.day-not-open');
});

test('money is handed to a second person, never to oneself, and no more than was counted', () => {
  const closed: CashierDay = { ...DAY, state: 'closed', counted: 108_000 };
  const hand = (part: object) => decideHandOver(closed, { to: 'ketoan', kept: 100_000, by: 'thu', ...part });
  assert.deepEqual(hand({}), { ok: true, value: { handed: 8000 } });
  assert.equal(codeOf(hand({ to: 'thu' })), 'fee-receipts.receiver-same');
  for (const kept of [-1, 108_001, 0.5]) assert.equal(codeOf(hand({ kept })), 'fee-receipts.kept-amount');
  assert.equal(codeOf(decideHandOver(DAY, { to: 'ketoan', kept: 0, by: 'thu' })), 'fee-receipts.day-not-closed');
});

test('only the receiver receives; turning back needs words', () => {
  const handed: CashierDay = { ...DAY, state: 'handed-over', counted: 108_000, handedTo: 'ketoan' };
  assert.equal(codeOf(decideReceive(handed, { by: 'ketoan', agree: true, words: '' })), 'ok');
  assert.equal(codeOf(decideReceive(handed, { by: 'khac', agree: true, words: '' })), 'fee-receipts.not-the-receiver');
  assert.equal(codeOf(decideReceive({ ...handed, handedTo: 'thu' }, { by: 'thu', agree: true, words: '' })), 'fee-receipts.not-the-receiver');
  assert.equal(codeOf(decideReceive(handed, { by: 'ketoan', agree: false, words: '' })), 'fee-receipts.reason-missing');
  assert.equal(codeOf(decideReceive(DAY, { by: 'ketoan', agree: true, words: '' })), 'fee-receipts.day-not-handed-over');
  assert.deepEqual(NEXT_OF_DAY.received, []);
});

test('without an open day cash is refused, or the day opens by itself, as the office has set', () => {
  assert.equal(codeOf(decideCash(false, 'required')), 'fee-receipts.no-open-day');
  assert.deepEqual(decideCash(false, 'by-itself'), { ok: true, value: 'new-day' });
  assert.deepEqual(decideCash(true, 'required'), { ok: true, value: 'open-day' });
});

const RULE = { validFrom: '2025-01-01', validTo: null, dayOfMonth: 5, warnDays: 3, basis: 'x' };

test('money of a month is near its day from three days before, and late after it; December’s is due in January', () => {
  assert.equal(remittanceDue('2026-11', RULE), '2026-12-05');
  assert.equal(remittanceDue('2026-12', RULE), '2027-01-05');
  const standing = (today: string) => remittanceStanding('2026-11', today, RULE);
  assert.deepEqual(['2026-11-30', '2026-12-01', '2026-12-02', '2026-12-05', '2026-12-06'].map(standing), ['waiting', 'waiting', 'near', 'near', 'late']);
});

test('a remittance is exactly the received days that it names', () => {
  const day = { state: 'received', remitted: false, handed: 8000 };
  const remit = (days: readonly (typeof day)[], part: object = {}) => codeOf(decideRemittance(days, { amount: 16_000, documentNumber: 'GNT 12', remittedOn: '2026-12-03', today: '2026-12-03', latestDay: '2026-11-30', ...part }));
  assert.equal(remit([day, day]), 'ok');
  assert.equal(remit([]), 'fee-receipts.no-days');
  assert.equal(remit([day, { ...day, remitted: true }]), 'fee-receipts.remitted-already');
  assert.equal(remit([day, { ...day, state: 'handed-over' }]), 'fee-receipts.day-not-received');
  assert.equal(remit([{ ...day, handed: 0 }], { amount: 0 }), 'fee-receipts.nothing-to-remit');
  assert.equal(remit([day, day], { amount: 15_999 }), 'fee-receipts.remittance-amount', 'one đồng less');
  assert.equal(remit([day, day], { documentNumber: ' ' }), 'fee-receipts.document-number');
  assert.equal(remit([day, day], { remittedOn: '2026-12-04' }), 'fee-receipts.remittance-day');
  assert.equal(remit([day, day], { remittedOn: '2026-11-29' }), 'fee-receipts.remittance-day');
});

test('the cashless rate is a part of a whole, by receipts and by amount', () => {
  assert.deepEqual(cashlessRate([{ method: 'cash', count: 2, amount: 30_000 }, { method: 'transfer', count: 1, amount: 8000 }, { method: 'online', count: 0, amount: 0 }]), {
    byCount: { numerator: 1, denominator: 3, permille: 333 }, byAmount: { numerator: 8000, denominator: 38_000, permille: 211 },
  });
  assert.deepEqual(cashlessRate([]).byCount, { numerator: 0, denominator: 0, permille: null });
});

test('a period is a month by default and never backwards, too long or of days that do not exist', () => {
  assert.deepEqual(readPeriod({}, '2028-02-10'), { ok: true, value: { from: '2028-02-01', to: '2028-02-29' } });
  assert.deepEqual(readPeriod({ from: '2026-11-10', to: '2026-11-10' }, '2026-11-26'), { ok: true, value: { from: '2026-11-10', to: '2026-11-10' } });
  for (const asked of [{ from: '2026-11-10', to: '2026-11-09' }, { from: '2026-02-30', to: '2026-03-01' }, { from: '2024-01-01', to: '2026-01-01' }, { from: '2026-13-01' }]) assert.equal(codeOf(readPeriod(asked, '2026-11-26')), 'fee-receipts.period');
});
