import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentFee } from '../../../kernel/fee-formula.ts';
import { loadCertificationRules } from '../papers/load-certification-rules.ts';
import { rulesInForce } from './certification-rules.ts';

const RULES = loadCertificationRules();
const DAY = '2026-11-26';

test('a signature costs the same whatever the pages, and a copy from the register nothing', () => {
  const feeOf = (code: string, counts: { readonly pages: number; readonly copies: number }) => {
    const rules = rulesInForce(RULES, code, DAY);
    assert.ok(rules !== undefined);
    return documentFee(rules.fee, counts);
  };
  assert.equal(feeOf('2.000815', { pages: 3, copies: 2 }), 10_000);
  assert.equal(feeOf('2.000884', { pages: 12, copies: 4 }), 10_000);
  assert.equal(feeOf('2.000908', { pages: 12, copies: 4 }), 0);
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
