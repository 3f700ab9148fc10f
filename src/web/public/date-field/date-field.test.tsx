import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderToStaticMarkup } from 'react-dom/server';
import { DateField } from './date-field.tsx';
import { dateBoxesOf, readDateBoxes } from './read-date-boxes.ts';

test('a date is three boxes in the Vietnamese order, the first with the id of the field', () => {
  const field = renderToStaticMarkup(<DateField locale="vi" name="birthDate" label="Ngày sinh" value={{ day: '1', month: '2', year: '1956' }} />);
  assert.deepEqual(
    [...field.matchAll(/<input id="([^"]+)".*?name="([^"]+)" value="([^"]+)"/g)].map((match) => match.slice(1)),
    [
      ['o-birthDate', 'birthDate-day', '1'],
      ['o-birthDate-month', 'birthDate-month', '2'],
      ['o-birthDate-year', 'birthDate-year', '1956'],
    ],
  );
});

for (const [boxes, outcome] of [
  [['1', '2', '1956'], '1956-02-01'],
  [[' 01 ', '02', '1956'], '1956-02-01'],
  [['29', '2', '2024'], '2024-02-29'],
  [['29', '2', '2026'], 'date.not-a-date'],
  [['31', '4', '2026'], 'date.not-a-date'],
  [['0', '1', '2026'], 'date.not-a-date'],
  [['1', '13', '2026'], 'date.not-a-date'],
  [['1', '1', '56'], 'date.not-a-date'],
  [['một', '1', '2026'], 'date.not-a-date'],
  [['', '', ''], 'date.empty'],
  [['1', '', '2026'], 'date.incomplete'],
] as const) {
  test(`the boxes ${boxes.join('/')} are read as ${outcome}`, () => {
    const read = readDateBoxes({ 'd-day': boxes[0], 'd-month': boxes[1], 'd-year': boxes[2] }, 'd');
    assert.equal(read.ok ? read.value : read.problem.code, outcome);
    if (!read.ok) assert.equal(read.problem.field, 'd');
  });
}

test('boxes that are missing or not text are empty', () => {
  assert.deepEqual(dateBoxesOf({ 'd-day': ['1', '2'], 'd-month': 4 }, 'd'), { day: '', month: '', year: '' });
});
