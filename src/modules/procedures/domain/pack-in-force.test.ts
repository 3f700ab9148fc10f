import { equal } from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { packInForce, validityOverlaps } from './pack-in-force.ts';

const first = { version: 1, validFrom: '2025-07-01', validTo: '2026-08-31' };
const second = { version: 2, validFrom: '2026-09-01', validTo: null };

for (const [date, version] of [['2025-06-30', undefined], ['2025-07-01', 1], ['2026-08-31', 1], ['2026-09-01', 2], ['2099-12-31', 2]] as const) {
  test(`on ${date} ${version === undefined ? 'no version applies' : `version ${String(version)} applies`}`, () => {
    equal(packInForce([second, first], date)?.version, version);
  });
}

test('versions that meet without sharing a day do not overlap', () => {
  equal(validityOverlaps(first, second), false);
  equal(validityOverlaps(first, { ...second, validFrom: '2026-08-31' }), true);
  equal(validityOverlaps({ ...first, validTo: null }, second), true);
});

test('two versions overlap exactly when some day is in both', () => {
  const day = fc.integer({ min: 1, max: 28 }).map((number) => `2026-02-${String(number).padStart(2, '0')}`);
  const validity = fc.record({ version: fc.constant(1), validFrom: day, validTo: fc.option(day) }).filter((one) => one.validTo === null || one.validFrom <= one.validTo);
  const days = Array.from({ length: 28 }, (_, number) => `2026-02-${String(number + 1).padStart(2, '0')}`);
  fc.assert(
    fc.property(validity, validity, (one, other) => {
      const shared = days.some((date) => packInForce([one], date) !== undefined && packInForce([other], date) !== undefined);
      equal(validityOverlaps(one, other), shared);
    }),
  );
});
