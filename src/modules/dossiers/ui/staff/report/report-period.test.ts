import assert from 'node:assert/strict';
import { test } from 'node:test';
import { daysOfPeriod } from './report-period.ts';

for (const [period, today, from, to] of [
  ['this-month', '2026-11-20', '2026-11-01', '2026-11-30'],
  ['this-month', '2028-02-01', '2028-02-01', '2028-02-29'],
  ['last-month', '2026-01-31', '2025-12-01', '2025-12-31'],
  ['last-month', '2026-03-31', '2026-02-01', '2026-02-28'],
  ['this-quarter', '2026-11-20', '2026-10-01', '2026-12-31'],
  ['this-quarter', '2026-02-01', '2026-01-01', '2026-03-31'],
  ['this-year', '2026-11-20', '2026-01-01', '2026-12-31'],
] as const) {
  test(`on ${today} ${period} goes from ${from} to ${to}`, () => {
    assert.deepEqual(daysOfPeriod(period, today), { from, to });
  });
}
