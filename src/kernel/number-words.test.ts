import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { numberInWords } from './number-words.ts';

const CASES: readonly (readonly [number, string])[] = [
  [0, 'không'],
  [4, 'bốn'],
  [5, 'năm'],
  [10, 'mười'],
  [11, 'mười một'],
  [14, 'mười bốn'],
  [15, 'mười lăm'],
  [20, 'hai mươi'],
  [21, 'hai mươi mốt'],
  [24, 'hai mươi tư'],
  [25, 'hai mươi lăm'],
  [55, 'năm mươi lăm'],
  [100, 'một trăm'],
  [101, 'một trăm linh một'],
  [104, 'một trăm linh bốn'],
  [105, 'một trăm linh năm'],
  [110, 'một trăm mười'],
  [111, 'một trăm mười một'],
  [115, 'một trăm mười lăm'],
  [121, 'một trăm hai mươi mốt'],
  [999, 'chín trăm chín mươi chín'],
  [1000, 'một nghìn'],
  [1001, 'một nghìn không trăm linh một'],
  [1010, 'một nghìn không trăm mười'],
  [8000, 'tám nghìn'],
  [10_500, 'mười nghìn năm trăm'],
  [21_000, 'hai mươi mốt nghìn'],
  [1_000_000, 'một triệu'],
  [1_000_005, 'một triệu không trăm linh năm'],
  [1_005_000, 'một triệu không trăm linh năm nghìn'],
  [1_234_567, 'một triệu hai trăm ba mươi tư nghìn năm trăm sáu mươi bảy'],
  [1_000_000_000, 'một tỷ'],
  [2_500_000_000, 'hai tỷ năm trăm triệu'],
  [1_000_000_000_000, 'một nghìn tỷ'],
  [1_005_000_000_000, 'một nghìn không trăm linh năm tỷ'],
  [1_234_000_000_015, 'một nghìn hai trăm ba mươi tư tỷ không trăm mười lăm'],
  [1_000_000_000_000_000, 'một triệu tỷ'],
  [-21, 'âm hai mươi mốt'],
];

test('numbers read as official papers write them', () => {
  for (const [value, words] of CASES) assert.equal(numberInWords(value), words);
});

/** An independent reader: turns the words back into the number. */
function valueOf(words: string): number {
  const digits: Readonly<Record<string, number>> = {
    không: 0, một: 1, mốt: 1, hai: 2, ba: 3, bốn: 4, tư: 4, năm: 5, lăm: 5, sáu: 6, bảy: 7, tám: 8, chín: 9,
  };
  let billions = 0;
  let below = 0;
  let group = 0;
  let digit = 0;
  const settle = (): void => { group += digit; digit = 0; };
  for (const word of words.split(' ')) {
    if (word === 'trăm') { group += digit * 100; digit = 0; }
    else if (word === 'mươi') { group += digit * 10; digit = 0; }
    else if (word === 'mười') group += 10;
    else if (word === 'nghìn') { settle(); below += group * 1000; group = 0; }
    else if (word === 'triệu') { settle(); below += group * 1_000_000; group = 0; }
    else if (word === 'tỷ') { settle(); billions += below + group; below = 0; group = 0; }
    else if (word !== 'linh') digit = digits[word] ?? Number.NaN;
  }
  settle();
  return billions * 1_000_000_000 + below + group;
}

test('every number can be read back from its words', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 999_999_999_999_999 }), (value) => { assert.equal(valueOf(numberInWords(value)), value); }));
  for (let value = 0; value < 3000; value++) assert.equal(valueOf(numberInWords(value)), value);
});

test('fractions and numbers beyond exactness are a fault of the caller', () => {
  for (const value of [1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) assert.throws(() => numberInWords(value), RangeError);
});
