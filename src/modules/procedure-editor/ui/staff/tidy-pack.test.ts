import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tidyPack } from './tidy-pack.ts';

test('stray spaces and empty lines do not reach the server', () => {
  assert.deepEqual(tidyPack({ name: '  Đăng ký   khai sinh ', legalBasis: ['60/2014/QH13', '', ' 123 '], papers: [{ id: ' a ' }], note: null }), { name: 'Đăng ký khai sinh', legalBasis: ['60/2014/QH13', '123'], papers: [{ id: 'a' }], note: null });
});

for (const [name, limit, sent] of [
  ['the same day has no number', { unit: 'same-day', value: 3, note: null, basis: 'x' }, { unit: 'same-day', note: null, basis: 'x' }],
  ['a count that was not entered yet is sent as none, and the checks say so', { unit: 'working-day', note: null, basis: null }, { unit: 'working-day', value: null, note: null, basis: null }],
  ['an undetermined limit rests on nothing', { unit: 'undetermined', value: 'ba', note: null, basis: 'x' }, { unit: 'undetermined', value: null, note: null, basis: null }],
] as const) {
  test(name, () => {
    assert.deepEqual(tidyPack({ timeLimit: limit }), { timeLimit: sent });
  });
}
