import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTypedDate, shownDate } from './typed-date.ts';

for (const [typed, date] of [
  ['05031990', '1990-03-05'],
  ['5/3/1990', '1990-03-05'],
  ['05/03/1990', '1990-03-05'],
  ['5-3-1990', '1990-03-05'],
  ['5.3.1990', '1990-03-05'],
  [' 05 03 1990 ', '1990-03-05'],
  ['1990-03-05', '1990-03-05'],
  ['29/02/2024', '2024-02-29'],
  ['29/02/2023', undefined],
  ['31021999', undefined],
  ['1990', undefined],
  ['5/3/90', undefined],
  ['', undefined],
] as const) {
  test(`“${typed}” is ${date ?? 'no day'}`, () => {
    assert.equal(readTypedDate(typed), date);
  });
}

test('a day that was read is shown so that it reads the same again', () => {
  assert.equal(shownDate('1990-03-05'), '05/03/1990');
  assert.equal(readTypedDate(shownDate('2026-11-26')), '2026-11-26');
});
