import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { loadCertificationRules } from '../papers/load-certification-rules.ts';
import { certificationFee } from './certification-fee.ts';
import { rulesInForce } from './certification-rules.ts';

const RULES = loadCertificationRules();
const DAY = '2026-11-26';

function ruleOf(code: string) {
  const rules = rulesInForce(RULES, code, DAY);
  assert.ok(rules !== undefined);
  return rules.fee.rule;
}

for (const [pages, copies, fee] of [[1, 1, 2_000], [2, 1, 4_000], [3, 1, 5_000], [10, 1, 12_000], [198, 1, 200_000], [199, 1, 200_000], [9_999, 1, 200_000], [3, 2, 10_000], [199, 3, 600_000]] as const) {
  test(`${pages} pages of the original, ${copies} copies: ${fee} đ`, () => {
    assert.equal(certificationFee(ruleOf('2.000815'), { pages, copies }), fee);
  });
}

test('a signature costs the same whatever the pages, and a copy from the register nothing', () => {
  assert.equal(certificationFee(ruleOf('2.000884'), { pages: 12, copies: 1 }), 10_000);
  assert.equal(certificationFee(ruleOf('2.000908'), { pages: 12, copies: 4 }), 0);
});

test('more pages never cost less, no copy costs more than the most, and copies only multiply', () => {
  const rule = ruleOf('2.000815');
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9_998 }), fc.integer({ min: 1, max: 999 }), (pages, copies) => {
      const one = certificationFee(rule, { pages, copies: 1 });
      assert.ok(certificationFee(rule, { pages: pages + 1, copies: 1 }) >= one);
      assert.ok(one <= 200_000);
      assert.equal(certificationFee(rule, { pages, copies }), one * copies);
    }),
  );
});

test('before its first day a fee rule does not apply', () => {
  assert.equal(rulesInForce(RULES, '2.000815', '2016-12-31'), undefined);
});

test('each procedure goes into its own book, and a copy from the register into none', () => {
  const symbols = ['2.000815', '2.000884', '2.000908'].map((code) => rulesInForce(RULES, code, DAY)?.book?.symbol);
  assert.deepEqual(symbols, ['SCT/BS', 'SCT/CK,ĐC', undefined]);
});

test('the lane does not know what it does not do', () => {
  assert.equal(rulesInForce(RULES, '1.001193', DAY), undefined);
});
