import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFactorCode, RECOVERY_CODE_LENGTH } from './factor-code.ts';
import { groupCode, PLAIN_SIGNS, plainCode, readPlainCode } from './plain-code.ts';

test('no two signs look alike', () => {
  for (const sign of '01IOLU') assert.ok(!PLAIN_SIGNS.includes(sign), sign);
  assert.equal(new Set(PLAIN_SIGNS).size, 30);
});

test('a code is read back whatever its case, spaces and hyphens', () => {
  let place = 0;
  const code = plainCode(() => (place += 7) % 30, 8);
  assert.equal(code.length, 8);
  assert.equal(readPlainCode(groupCode(code, 4), 8), code);
  assert.equal(readPlainCode(` ${code.toLowerCase()} `, 8), code);
  for (const wrong of ['', code.slice(1), `${code}2`, `${code.slice(1)}0`, `${code.slice(1)}Đ`]) assert.equal(readPlainCode(wrong, 8), undefined);
});

test('six digits are a code of the phone, ten plain signs one from paper, anything else neither', () => {
  assert.deepEqual(readFactorCode('123 456'), { kind: 'totp', code: '123456' });
  assert.deepEqual(readFactorCode('23abc-4defg'), { kind: 'recovery', code: '23ABC4DEFG' });
  assert.equal('23ABC4DEFG'.length, RECOVERY_CODE_LENGTH);
  for (const wrong of ['', '12345', '1234567', '١٢٣٤٥٦', 'mật khẩu', '23ABC-4DEF0']) assert.equal(readFactorCode(wrong), undefined, wrong);
});
