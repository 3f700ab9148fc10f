import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type DayOfHelper, findUnusual } from './find-unusual.ts';

const LIMITS = { day: 10, week: 30 };
const day = (number: number) => `2026-11-${String(number).padStart(2, '0')}` as const;
const of = (filings: Readonly<Record<number, number>>, key = 'a'): readonly DayOfHelper[] => Object.entries(filings).map(([number, count]) => ({ key, day: day(Number(number)), filings: count }));
const told = (days: readonly DayOfHelper[], looked: readonly number[], before: readonly number[] = []) => findUnusual(days, looked.map(day), LIMITS, before.map((number) => ({ key: 'a', day: day(number) }))).map((one) => `${one.key} ${one.day.slice(8)} ${one.span} ${String(one.filings)}`);

test('more than the number of a day is unusual; exactly as many is not', () => {
  assert.deepEqual(told(of({ 2: 10 }), [2]), []);
  assert.deepEqual(told(of({ 2: 11 }), [2]), ['a 02 day 11']);
  assert.deepEqual(told([...of({ 2: 11 }), ...of({ 2: 3 }, 'b')], [2]), ['a 02 day 11'], 'each helper by themself');
});

test('a day is told once, however often it is looked at, and days that were missed are looked at later', () => {
  assert.deepEqual(told(of({ 2: 11 }), [2], [2]), []);
  assert.deepEqual(told(of({ 2: 11, 3: 12 }), [2, 3, 4], [2]), ['a 03 day 12']);
});

test('many on seven days are unusual although no day is, and are told once a week', () => {
  const busy = of({ 2: 8, 3: 8, 4: 8, 5: 8, 6: 8, 7: 8, 8: 8, 9: 8, 10: 8, 11: 8, 12: 8 });
  assert.deepEqual(told(busy, [2, 3, 4]), []);
  assert.deepEqual(told(busy, [5]), ['a 05 week 32']);
  assert.deepEqual(told(busy, [5, 6, 7, 8, 9, 10, 11]), ['a 05 week 32']);
  assert.deepEqual(told(busy, [12], [5]), ['a 12 week 56']);
  assert.deepEqual(told(of({ 2: 11, 3: 10, 4: 10 }), [2, 3, 4]), ['a 02 day 11'], 'the leaders know of this week already');
});
