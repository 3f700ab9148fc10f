import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type BookState, countNumbers, explainGaps, gapWords } from './book.ts';
import { decideClose, decideGap, decideOpen, decideReopen } from './decide-book.ts';

const NEW: BookState = { last: 0, begun: false, opened: false, closed: false };
const codeOf = (decided: { readonly ok: boolean; readonly problem?: { readonly code: string } }): string => decided.problem?.code ?? 'ok';
const facts = { period: '2026', today: '2026-11-24', used: 0 };
const wish = { firstNumber: 41, paperLast: 40, openedOn: '2026-07-01', reason: '' };

for (const [what, change, book, more, code] of [
  ['goes on after the numbers on paper', {}, NEW, {}, 'ok'],
  ['begins with 1 where nothing is on paper', { firstNumber: 1, paperLast: 0 }, NEW, {}, 'ok'],
  ['never gives a number that paper has', { firstNumber: 40 }, NEW, {}, 'number-books.taken-on-paper'],
  ['never gives a number that the records have', {}, NEW, { used: 52 }, 'number-books.taken-here'],
  ['leaves numbers out only with a reason', { firstNumber: 50 }, NEW, {}, 'number-books.reason-for-gap'],
  ['leaves numbers out with a reason', { firstNumber: 50, reason: 'Để dành cho quyển giấy' }, NEW, {}, 'ok'],
  ['is not opened once a number was given', {}, { ...NEW, last: 7, begun: true }, {}, 'number-books.begun-already'],
  ['is opened once', {}, { ...NEW, opened: true }, {}, 'number-books.open-already'],
  ['is not opened after it was closed', {}, { ...NEW, closed: true }, {}, 'number-books.open-already'],
  ['is opened on a day of its year', { openedOn: '2025-12-31' }, NEW, {}, 'number-books.day-not-in-year'],
  ['is not opened tomorrow', { openedOn: '2026-11-25' }, NEW, {}, 'number-books.day-not-in-year'],
  ['takes no half numbers', { firstNumber: 1.5 }, NEW, {}, 'number-books.number-not-readable'],
  ['takes no numbers without end', { firstNumber: 10_000_000 }, NEW, {}, 'number-books.number-not-readable'],
] as const) {
  test(`a book ${what}`, () => { assert.equal(codeOf(decideOpen({ ...wish, ...change }, book, { ...facts, ...more })), code); });
}

test('a book is closed at the end of its year; before that with a reason, and never on a day that has not come', () => {
  const close = (closedOn: string, reason: string, today: string, book: BookState = { ...NEW, last: 9, begun: true }, openedOn: string | null = null) => codeOf(decideClose({ closedOn, reason }, book, { period: '2026', today, openedOn, lastGivenOn: null }));
  assert.equal(close('2026-12-31', '', '2026-12-31'), 'ok');
  assert.equal(close('2026-12-31', '', '2027-01-05'), 'ok');
  assert.equal(close('2027-01-04', '', '2027-01-05'), 'ok');
  assert.equal(close('2027-03-01', '', '2027-03-05'), 'number-books.day-not-in-year');
  assert.equal(close('2026-11-24', '', '2026-11-24'), 'number-books.reason-for-early-closing');
  assert.equal(close('2026-11-24', 'Sáp nhập xã', '2026-11-24'), 'ok');
  assert.equal(close('2026-12-31', 'Sáp nhập xã', '2026-11-24'), 'number-books.day-not-in-year');
  assert.equal(close('2026-06-30', 'x', '2026-11-24', { ...NEW, last: 9, begun: true }, '2026-07-01'), 'number-books.closed-before-opened');
  assert.equal(close('2026-12-31', '', '2026-12-31', { ...NEW, closed: true }), 'number-books.closed-already');
});

test('a closed book is opened again in its own year, with a reason', () => {
  const closed = { ...NEW, last: 9, begun: true, closed: true };
  assert.equal(codeOf(decideReopen({ reason: 'Đóng nhầm sổ' }, closed, facts)), 'ok');
  assert.equal(codeOf(decideReopen({ reason: ' ' }, closed, facts)), 'number-books.reason-missing');
  assert.equal(codeOf(decideReopen({ reason: 'Đóng nhầm sổ' }, closed, { ...facts, today: '2027-01-01' })), 'number-books.year-over');
  assert.equal(codeOf(decideReopen({ reason: 'Đóng nhầm sổ' }, NEW, facts)), 'number-books.not-closed');
});

test('missing numbers are cut by what is known about them', () => {
  const gaps = explainGaps([{ from: 1, to: 10 }, { from: 15, to: 15 }], [{ from: 1, to: 4, reason: 'giấy' }, { from: 7, to: 8, reason: 'hủy' }]);
  assert.deepEqual(gaps, [{ from: 1, to: 4, reason: 'giấy' }, { from: 5, to: 6, reason: null }, { from: 7, to: 8, reason: 'hủy' }, { from: 9, to: 10, reason: null }, { from: 15, to: 15, reason: null }]);
  assert.equal(countNumbers(gaps), 11);
  assert.deepEqual(gaps.map(gapWords), ['1–4', '5–6', '7–8', '9–10', '15']);
  assert.equal(codeOf(decideGap({ from: 5, to: 5, reason: 'In hỏng' }, gaps)), 'ok');
  assert.equal(codeOf(decideGap({ from: 4, to: 5, reason: 'In hỏng' }, gaps)), 'number-books.gap-not-there');
  assert.equal(codeOf(decideGap({ from: 6, to: 5, reason: 'In hỏng' }, gaps)), 'number-books.gap-not-there');
  assert.equal(codeOf(decideGap({ from: 5, to: 5, reason: '' }, gaps)), 'number-books.reason-missing');
});
