import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { MAX_DONG, checkDong, dongInWords, formatDong, parseDong } from './money.ts';

/** Any sequence of UTF-16 units, broken surrogates included. */
const ANY_TEXT = fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units));

test('amounts are read the way people type them', () => {
  const cases: readonly (readonly [string, number])[] = [
    ['8000', 8000],
    ['8.000', 8000],
    ['8,000', 8000],
    ['8 000', 8000],
    ['8\u00a0000', 8000],
    ['8000 đ', 8000],
    ['8.000đ', 8000],
    ['8.000 đồng', 8000],
    ['8,000 VND', 8000],
    ['VND 8,000', 8000],
    ['₫8.000', 8000],
    ['８０００', 8000],
    ['1.500.000', 1_500_000],
    ['1,500,000.00', 1_500_000],
    ['1.500.000,00 đ', 1_500_000],
    ['0', 0],
    ['000', 0],
    ['999.999.999.999.999', MAX_DONG],
  ];
  for (const [text, amount] of cases) assert.deepEqual(parseDong(text), { ok: true, value: amount }, text);
});

test('what is no amount of whole đồng is refused with the reason', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['', 'money.empty'],
    ['  đ ', 'money.empty'],
    ['abc', 'money.unreadable'],
    ['1.00.000', 'money.unreadable'],
    ['1.000,000.000', 'money.unreadable'],
    ['1e5', 'money.unreadable'],
    ['0x10', 'money.unreadable'],
    ['-8000', 'money.negative'],
    ['−8.000 đ', 'money.negative'],
    ['(8.000)', 'money.negative'],
    ['8,5', 'money.fraction'],
    ['8.00', 'money.fraction'],
    ['1.500,50', 'money.fraction'],
    ['.5', 'money.fraction'],
    ['1000000000000000', 'money.too-large'],
    ['99999999999999999999999999', 'money.too-large'],
  ];
  for (const [text, code] of cases) {
    const parsed = parseDong(text);
    assert.equal(parsed.ok ? 'accepted' : parsed.problem.code, code, text);
  }
});

test('numbers are checked by the same limits', () => {
  assert.deepEqual(checkDong(8000), { ok: true, value: 8000 });
  assert.deepEqual(checkDong(-0), { ok: true, value: 0 });
  for (const value of [-1, 0.5, Number.NaN, MAX_DONG + 1, Number.POSITIVE_INFINITY]) assert.equal(checkDong(value).ok, false);
});

test('amounts are written with points and words', () => {
  const cases: readonly (readonly [number, string, string])[] = [
    [0, '0 đ', 'không đồng'],
    [500, '500 đ', 'năm trăm đồng'],
    [8000, '8.000 đ', 'tám nghìn đồng'],
    [15_000, '15.000 đ', 'mười lăm nghìn đồng'],
    [1_234_567, '1.234.567 đ', 'một triệu hai trăm ba mươi tư nghìn năm trăm sáu mươi bảy đồng'],
  ];
  for (const [amount, written, words] of cases) {
    assert.equal(formatDong(amount), written);
    assert.equal(dongInWords(amount), words);
  }
});

test('every written amount is read back, and no text makes reading throw', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: MAX_DONG }), (amount) => { assert.deepEqual(parseDong(formatDong(amount)), { ok: true, value: amount }); }));
  fc.assert(fc.property(ANY_TEXT, (text) => { parseDong(text); }));
});
