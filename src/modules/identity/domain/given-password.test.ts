import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isGivenPasswordOver, lastDayOfGivenPassword } from './given-password.ts';

const GIVEN = new Date('2026-11-24T16:30:00Z'); // 23:30 at the office

test('a given password counts through the whole last day, by the calendar of the office', () => {
  assert.equal(lastDayOfGivenPassword(GIVEN, 14), '2026-12-08');
  for (const [now, over] of [['2026-11-24T16:31:00Z', false], ['2026-12-08T16:59:59Z', false], ['2026-12-08T17:00:00Z', true], ['2027-01-01T00:00:00Z', true]] as const) {
    assert.equal(isGivenPasswordOver(GIVEN, 14, new Date(now)), over, now);
  }
});

test('an own password does not end', () => {
  assert.equal(isGivenPasswordOver(null, 14, new Date('2036-01-01T00:00:00Z')), false);
});
