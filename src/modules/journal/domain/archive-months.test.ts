import assert from 'node:assert/strict';
import { test } from 'node:test';
import { daysOfMonth, isOldEnough, monthsBefore } from './archive-months.ts';

test('months are counted over the end of the year', () => {
  assert.equal(monthsBefore('2026-11', 24), '2024-11');
  assert.equal(monthsBefore('2026-01', 1), '2025-12');
  assert.equal(monthsBefore('2026-12', -1), '2027-01');
  assert.deepEqual(daysOfMonth('2025-12'), { first: '2025-12-01', after: '2026-01-01' });
});

test('a month may be sealed when all of it is older than the setting, and never before twelve months', () => {
  assert.equal(isOldEnough('2024-10', '2026-11-01', 24), true);
  assert.equal(isOldEnough('2024-11', '2026-11-30', 24), false, 'its end is not 24 months back');
  assert.equal(isOldEnough('2025-10', '2026-11-30', 1), true);
  assert.equal(isOldEnough('2025-11', '2026-11-30', 1), false, 'whatever the setting says');
});
