import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decideMoneyNotice } from './decide-money-notice.ts';

test('those who collect are told of money that came without them, and of what asks for an act', () => {
  assert.equal(decideMoneyNotice({ method: 'cash', fit: 'exact' }), null);
  assert.equal(decideMoneyNotice({ method: 'transfer', fit: 'exact' }), 'money-came');
  assert.equal(decideMoneyNotice({ method: 'online', fit: 'exact' }), 'money-came');
  assert.equal(decideMoneyNotice({ method: 'transfer', fit: 'under' }), 'money-short');
  assert.equal(decideMoneyNotice({ method: 'online', fit: 'over' }), 'money-surplus');
  assert.equal(decideMoneyNotice({ method: 'cash', fit: 'not-due' }), 'money-surplus');
});
