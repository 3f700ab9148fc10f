import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isMasked, maskNumbersIn, maskPhone } from './mask-numbers.ts';

for (const [text, shown] of [
  ['CCCD 003190999901 cấp 2021', 'CCCD •••• •••• 9901 cấp 2021'],
  ['số 003 190 999 901.', 'số •••• •••• 9901.'],
  ['003.190.999.901', '•••• •••• 9901'],
  ['CMND 161234567', 'CMND ••• ••• 567'],
  ['gọi 0900000012, hoặc +84900000012', 'gọi •••• ••• 012, hoặc •••• ••• 012'],
  ['gọi 0900 000 012', 'gọi •••• ••• 012'],
  ['gọi 090 000 0012', 'gọi •••• ••• 012'],
  ['Hồ sơ H56.14-261120-0001', 'Hồ sơ H56.14-261120-0001'],
  ['000.00.12.H56-261120-0001', '000.00.12.H56-261120-0001'],
  ['Bưu kiện EB123456789VN', 'Bưu kiện EB123456789VN'],
  ['ngày 20/11/2026 lúc 08:00, phí 100.000.000 đ', 'ngày 20/11/2026 lúc 08:00, phí 100.000.000 đ'],
  ['0198c6a2-1111-7000-8000-123456789012', '0198c6a2-1111-7000-8000-123456789012'],
  ['', ''],
] as const) {
  test(`“${text}” is shown as “${shown}”`, () => { assert.equal(maskNumbersIn(text), shown); });
}

test('whatever stands around it, no twelve digits in a row are left between words, and masking twice is masking once', () => {
  const number = fc.stringMatching(/^\d{12}$/);
  fc.assert(fc.property(fc.constantFrom('', 'Số ', 'CCCD: ', '('), number, fc.constantFrom('', ', cấp', ')', '.'), (before, digits, after) => {
    const shown = maskNumbersIn(`${before}${digits}${after}`);
    assert.doesNotMatch(shown, /\d{5}/);
    assert.equal(maskNumbersIn(shown), shown);
    assert.ok(isMasked(shown));
  }));
});

test('a phone keeps its last three digits, a text too short to be one keeps nothing', () => {
  assert.equal(maskPhone('0900000012'), '•••• ••• 012');
  assert.equal(maskPhone('113'), '•••');
});
