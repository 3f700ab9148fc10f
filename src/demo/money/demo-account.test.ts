import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isTaxCode } from '../../modules/fee-receipts/domain/tax-code.ts';
import { DEMO_TAX_CODE } from './demo-account.ts';

test('the tax code of the demonstration is right in form and belongs to no province, so that no real organisation stands on a rehearsed receipt', () => {
  assert.ok(isTaxCode(DEMO_TAX_CODE));
  assert.ok(DEMO_TAX_CODE.startsWith('00'));
});
