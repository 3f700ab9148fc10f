import assert from 'node:assert/strict';
import { test } from 'node:test';
import { medianOf } from './lane-time.ts';

for (const [times, median] of [[[], null], [[90_000], 90_000], [[60_000, 180_000], 60_000], [[170_000, 60_000, 90_000], 90_000]] as const) {
  test(`the median of ${times.join(', ') || 'nothing'} is ${String(median)}`, () => {
    assert.equal(medianOf(times), median);
  });
}
