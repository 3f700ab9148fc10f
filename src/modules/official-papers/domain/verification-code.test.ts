import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readVerificationCode, verificationCode, verificationCodeWords } from './verification-code.ts';

test('the code comes from chance alone and has no sign that is mixed up with another', () => {
  assert.equal(verificationCode(new Uint8Array(12)), 'AAAAAAAAAAAA');
  assert.equal(verificationCode(Uint8Array.from({ length: 12 }, (_, index) => index)), 'ABCDEFGHJKMN');
  for (let byte = 0; byte < 256; byte += 1) assert.match(verificationCode(new Uint8Array(12).fill(byte)), /^[A-HJKMNP-TV-Z2-9]{12}$/);
});

test('fewer bytes than signs are a fault of the program', () => {
  assert.throws(() => verificationCode(new Uint8Array(11)), RangeError);
});

for (const [typed, code] of [
  ['7KQ4-M2XD-9TAB', '7KQ4M2XD9TAB'],
  ['7kq4m2xd9tab', '7KQ4M2XD9TAB'],
  [' 7kq4 m2xd 9tab ', '7KQ4M2XD9TAB'],
  ['７ＫＱ４-Ｍ２ＸＤ-９ＴＡＢ', '7KQ4M2XD9TAB'],
  ['7KQ4-M2XD-9TA', undefined],
  ['7KQ4-M2XD-9TABC', undefined],
  ['7KQ4-M2XD-9TA0', undefined],
  ['', undefined],
  ["'; drop table official_paper", undefined],
] as const) {
  test(`“${typed}” is read as ${code ?? 'no code'}`, () => {
    assert.equal(readVerificationCode(typed), code);
  });
}

test('what is printed is read back as the code', () => {
  assert.equal(verificationCodeWords('7KQ4M2XD9TAB'), '7KQ4-M2XD-9TAB');
  assert.equal(readVerificationCode(verificationCodeWords('7KQ4M2XD9TAB')), '7KQ4M2XD9TAB');
});
