import { equal } from 'node:assert/strict';
import { test } from 'node:test';
import { type TimeLimit } from './procedure-pack.ts';
import { mostWorkingHours } from './step-hours.ts';

type Counted = Extract<TimeLimit, { readonly value: number }>['unit'];

const CASES: readonly (readonly [Counted, number, number])[] = [
  ['working-day', 3, 24],
  ['working-hour', 2, 2],
  ['day', 5, 40],
  ['day', 7, 40],
  ['day', 10, 64],
  ['day', 14, 80],
  ['clock-hour', 4, 4],
  ['clock-hour', 24, 8],
  ['clock-hour', 36, 16],
];

for (const [unit, value, hours] of CASES) {
  test(`${String(value)} ${unit} hold at most ${String(hours)} working hours`, () => {
    equal(mostWorkingHours({ unit, value, note: null, basis: null }), hours);
  });
}

test('the same day holds eight working hours and an undetermined limit is unknown', () => {
  equal(mostWorkingHours({ unit: 'same-day', note: null, basis: null }), 8);
  equal(mostWorkingHours({ unit: 'undetermined', value: 5, note: null, basis: null }), undefined);
});
