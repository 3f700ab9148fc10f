import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadReceiptRules } from '../papers/load-receipt-rules.ts';
import { decideCloseSeries, decideNumberFate, decideOpenSeries, type OpenSeries, pickSeries, type SeriesState, type SeriesWish } from './decide-series.ts';

const rules = loadReceiptRules();
const place = { rules, today: '2026-11-26' };
const ELECTRONIC: SeriesWish = { kind: 'electronic', templateSymbol: '01BLP0-001', symbol: 'HL-{yy}E', bodyName: 'Ủy ban nhân dân xã Hoa Lộc', taxCode: '0100109106', firstNumber: 1, lastNumber: null, openedOn: '2026-11-20', validUntil: null, holderId: null };
const BOOK: SeriesWish = { ...ELECTRONIC, kind: 'paper', symbol: 'AA-26P', firstNumber: 51, lastNumber: 100, holderId: 'somebody' };
const codeOf = (wish: SeriesWish): string => {
  const decided = decideOpenSeries(wish, place);
  return decided.ok ? 'ok' : decided.problem.code;
};

test('a series is opened with what was registered; electronic ones have no end and no holder', () => {
  const decided = decideOpenSeries({ ...ELECTRONIC, symbol: ' hl-{yy}e ', lastNumber: 7, holderId: 'x', validUntil: '2027-01-01' }, place);
  assert.ok(decided.ok);
  assert.deepEqual([decided.value.symbol, decided.value.digits, decided.value.lastNumber, decided.value.holderId, decided.value.validUntil], ['HL-{yy}E', 8, null, null, null]);
  const book = decideOpenSeries(BOOK, place);
  assert.ok(book.ok && book.value.digits === 7);
});

for (const [what, wish, code] of [
  ['a wrong symbol of the form', { ...ELECTRONIC, templateSymbol: 'BLP' }, 'fee-receipts.template-symbol'],
  ['a wrong symbol', { ...ELECTRONIC, symbol: '?' }, 'fee-receipts.symbol'],
  ['a book whose symbol would change with the year', { ...BOOK, symbol: 'AA-{yy}P' }, 'fee-receipts.symbol'],
  ['no collecting body', { ...ELECTRONIC, bodyName: ' ' }, 'fee-receipts.body-name'],
  ['a mistyped tax code', { ...ELECTRONIC, taxCode: '0100109107' }, 'fee-receipts.tax-code'],
  ['a day to come', { ...ELECTRONIC, openedOn: '2026-11-27' }, 'fee-receipts.opening-day'],
  ['a day that does not exist', { ...ELECTRONIC, openedOn: '2026-02-30' }, 'fee-receipts.opening-day'],
  ['a day before the rule', { ...ELECTRONIC, openedOn: '2025-11-20' }, 'fee-receipts.kind-not-in-force'],
  ['a number of 0', { ...ELECTRONIC, firstNumber: 0 }, 'fee-receipts.number-range'],
  ['a number of nine digits', { ...ELECTRONIC, firstNumber: 100_000_000 }, 'fee-receipts.number-range'],
  ['a book that ends before it begins', { ...BOOK, lastNumber: 50 }, 'fee-receipts.number-range'],
  ['a book beyond seven digits', { ...BOOK, lastNumber: 10_000_000 }, 'fee-receipts.number-range'],
  ['a book without an end', { ...BOOK, lastNumber: null }, 'fee-receipts.number-range'],
  ['a book that may not be used on its first day', { ...BOOK, validUntil: '2026-11-19' }, 'fee-receipts.last-day'],
  ['a book of nobody', { ...BOOK, holderId: null }, 'fee-receipts.book-without-holder'],
] as const) {
  test(`opening refuses ${what}`, () => { assert.equal(codeOf(wish), code); });
}

const OPEN: SeriesState = { kind: 'paper', closed: false, firstNumber: 51, lastNumber: 100, taken: 60 };

test('closing needs a reason and says what was left of a book', () => {
  assert.deepEqual(decideCloseSeries(OPEN, ' Hết hiệu lực '), { ok: true, value: { reason: 'Hết hiệu lực', unused: { from: 61, to: 100 } } });
  assert.deepEqual(decideCloseSeries({ ...OPEN, taken: 0 }, 'Chưa dùng'), { ok: true, value: { reason: 'Chưa dùng', unused: { from: 51, to: 100 } } });
  assert.deepEqual(decideCloseSeries({ ...OPEN, taken: 100 }, 'Hết tờ'), { ok: true, value: { reason: 'Hết tờ', unused: null } });
  assert.equal(decideCloseSeries(OPEN, ' ').ok, false);
  assert.equal(decideCloseSeries({ ...OPEN, closed: true }, 'x').ok, false);
});

test('only the next sheets of a book can be spoiled or lost, up to its last, with a reason', () => {
  const code = (state: SeriesState, to: number, reason = 'Viết sai số tiền'): string => {
    const decided = decideNumberFate(state, { to, reason });
    return decided.ok ? `${String(decided.value.from)}-${String(decided.value.to)}` : decided.problem.code;
  };
  assert.equal(code(OPEN, 61), '61-61');
  assert.equal(code(OPEN, 100), '61-100');
  assert.equal(code(OPEN, 60), 'fee-receipts.number-not-next');
  assert.equal(code(OPEN, 101), 'fee-receipts.number-not-next');
  assert.equal(code(OPEN, 61, ' '), 'fee-receipts.reason-missing');
  assert.equal(code({ ...OPEN, taken: 100 }, 101), 'fee-receipts.book-used-up');
  assert.equal(code({ ...OPEN, closed: true }, 61), 'fee-receipts.series-closed');
  assert.equal(code({ ...OPEN, kind: 'electronic', lastNumber: null }, 61), 'fee-receipts.electronic-loses-none');
});

test('an electronic series comes first, the newest of several; without one whoever holds a book writes in it while it has sheets and may be used', () => {
  const electronic: OpenSeries = { id: 'e1', kind: 'electronic', openedOn: '2026-02-01', validUntil: null, holderId: null, hasNumbers: true };
  const book: OpenSeries = { id: 'p1', kind: 'paper', openedOn: '2026-01-01', validUntil: '2026-12-31', holderId: 'thu', hasNumbers: true };
  const pick = (series: readonly OpenSeries[], day = '2026-11-26', collectorId: string | null = 'thu') => pickSeries(series, { rules, day, collectorId })?.id;
  assert.equal(pick([book, electronic, { ...electronic, id: 'e2', openedOn: '2026-03-01' }]), 'e2');
  assert.equal(pick([book, electronic], '2026-01-15'), 'p1', 'the electronic one is not open yet');
  assert.equal(pick([book]), 'p1');
  assert.equal(pick([book], '2026-11-26', 'another'), undefined);
  assert.equal(pick([book], '2026-11-26', null), undefined, 'nobody writes by hand for a transfer that nobody took');
  assert.equal(pick([book], '2027-01-01'), undefined);
  assert.equal(pick([{ ...book, hasNumbers: false }]), undefined);
});
