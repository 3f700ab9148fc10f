import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bookPeriod, bookYears } from './register-period.ts';

test('a month ends with its last day, February of a leap year too, and nought is the whole year', () => {
  assert.deepEqual(bookPeriod(2028, 2), { from: '2028-02-01', to: '2028-02-29' });
  assert.deepEqual(bookPeriod(2026, 11), { from: '2026-11-01', to: '2026-11-30' });
  assert.deepEqual(bookPeriod(2026, 0), { from: '2026-01-01', to: '2026-12-31' });
});

test('the years go back to the first of the books kept here', () => {
  assert.deepEqual(bookYears('2027-01-04'), [2027, 2026, 2025]);
  assert.deepEqual(bookYears('2024-06-01'), [2024]);
});
