import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkBankAccount } from './bank-account.ts';

const BANKS = [{ bin: '970436', shortName: 'Vietcombank', name: 'Ngân hàng Ngoại thương' }, { bin: null, shortName: 'X', name: 'Ngoài mạng' }];
const TYPED = { bin: '970436', number: ' 1012 345.678 ', holder: ' UBND XA HOA LOC ' };
const codeOf = (typed: Partial<typeof TYPED>): string => {
  const checked = checkBankAccount({ ...TYPED, ...typed }, BANKS);
  return checked.ok ? 'ok' : checked.problem.code;
};

test('an account is kept as the bank writes it', () => {
  assert.deepEqual(checkBankAccount(TYPED, BANKS), { ok: true, value: { bin: '970436', bankName: 'Vietcombank', number: '1012345678', holder: 'UBND XA HOA LOC' } });
});

test('an account that no payment code can carry is refused at its field', () => {
  for (const bin of ['', '970999', 'null', '97043']) assert.equal(codeOf({ bin }), 'identity.bank-unknown', bin);
  for (const number of ['', '12', 'x', '1'.repeat(20), '10/12', 'ABCDEF']) assert.equal(codeOf({ number }), 'identity.account-number-wrong', number);
  assert.equal(codeOf({ holder: '  ' }), 'identity.account-holder-missing');
});
