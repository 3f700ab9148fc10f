import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { documentFee, type FeeFormula, unitPrice } from './fee-formula.ts';

/** TT 226/2016/TT-BTC, Điều 4, mục 1. */
const COPY: FeeFormula = { kind: 'per-page', firstPages: 2, first: 2_000, next: 1_000, mostPerCopy: 200_000 };

for (const [pages, copies, fee] of [[1, 1, 2_000], [2, 1, 4_000], [3, 1, 5_000], [10, 1, 12_000], [198, 1, 200_000], [199, 1, 200_000], [9_999, 1, 200_000], [3, 2, 10_000], [199, 3, 600_000]] as const) {
  test(`${String(pages)} pages of the original, ${String(copies)} copies: ${String(fee)} đ`, () => {
    assert.equal(documentFee({ unit: 'copy', formula: COPY }, { pages, copies }), fee);
  });
}

test('what is charged by the paper costs the same whatever its pages and copies', () => {
  assert.equal(documentFee({ unit: 'paper', formula: { kind: 'per-unit', amount: 10_000 } }, { pages: 12, copies: 5 }), 10_000);
});

test('more pages never cost less, no copy costs more than the most, and copies only multiply', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9_998 }), fc.integer({ min: 1, max: 999 }), (pages, copies) => {
      const one = unitPrice(COPY, pages);
      assert.ok(unitPrice(COPY, pages + 1) >= one);
      assert.ok(one <= 200_000);
      assert.equal(documentFee({ unit: 'copy', formula: COPY }, { pages, copies }), one * copies);
    }),
  );
});
