import assert from 'node:assert/strict';
import { test } from 'node:test';
import { certificationNumberWords } from './certification-number.ts';

for (const [number, volume, book, words] of [
  [123, 1, 'SCT/BS', '0123, quyển số 01/2026-SCT/BS'],
  [1, 2, 'SCT/CK,ĐC', '0001, quyển số 02/2026-SCT/CK,ĐC'],
  [12_345, 12, 'SCT/BS', '12345, quyển số 12/2026-SCT/BS'],
] as const) {
  test(`number ${number} of volume ${volume} is written ${words}`, () => {
    assert.equal(certificationNumberWords({ number, volume, year: 2026, book }), words);
  });
}
