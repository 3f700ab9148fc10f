import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSearch } from './read-search.ts';

const TODAY = '2026-11-20';
const first = (text: string) => readSearch(text, TODAY)?.readings[0]?.join(' ') ?? '';

for (const [text, words, tails, day] of [
  ['Nguyễn Thị Mẫu', 'nguyen thi mau', [], null],
  ['  mẫu   NGUYỄN ', 'mau nguyen', [], null],
  ['0012', '', ['0012'], null],
  ['khai sinh 0012', 'khai sinh', ['0012'], null],
  ['H56.14-261120-0012', '', ['142611200012'], null],
  ['261120-0012', '', ['2611200012'], null],
  ['h56.14–261120–0012', '', ['142611200012'], null],
  ['KB-ABCD-EFGH', '', ['kbabcdefgh'], null],
  ['0912 345 678', '', ['0912345678'], null],
  ['0912.345.678', '', ['0912345678'], null],
  ['+84912345678', '', ['0912345678'], null],
  ['031 190 000 001', '', ['031190000001'], null],
  ['mẫu 20/11', 'mau', [], '2026-11-20'],
  ['20/11/2025', '', [], '2025-11-20'],
  ['5.3', '', [], '2026-03-05'],
  ['21/11', '', [], '2025-11-21'],
  ['31/02', '', ['3102'], null],
  ['thôn 12', 'thon 12', [], null],
] as const) {
  test(`“${text}” looks for words “${words}”, ends [${tails.join(', ')}] and the day ${String(day)}`, () => {
    const terms = readSearch(text, TODAY);
    assert.deepEqual([first(text), terms?.tails, terms?.day], [words, [...tails], day]);
  });
}

for (const text of ['', '   ', '%_\\', '—', "'"]) {
  test(`“${text}” is nothing to look for`, () => {
    assert.equal(readSearch(text, TODAY), undefined);
  });
}

test('words typed with Telex keys are read as Vietnamese too', () => {
  assert.ok(readSearch('nguyeexn vawn', TODAY)?.readings.some((words) => words.join(' ') === 'nguyen van'));
});
