import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type LimitEntry, readLimit } from './time-limit-entry.ts';

const ENTRY: LimitEntry = { unit: 'working-day', value: '3', basis: '60/2014/QH13, Điều 16 khoản 2' };

for (const [what, change, expected] of [
  ['three working days', {}, 3],
  ['spaces around the figure', { value: ' 15 ' }, 15],
  ['the same day with a figure left over', { unit: 'same-day', value: '3' }, null],
  ['the same day without a figure', { unit: 'same-day', value: '' }, null],
] as const) {
  test(`${what} can be saved`, () => {
    const read = readLimit({ ...ENTRY, ...change });
    assert.ok('request' in read);
    assert.equal(read.request.value, expected);
  });
}

for (const [what, change, expected] of [
  ['no figure', { value: '' }, ['value-missing']],
  ['nought', { value: '0' }, ['value-missing']],
  ['half a day', { value: '0.5' }, ['value-missing']],
  ['words instead of a figure', { value: 'ba' }, ['value-missing']],
  ['more than a thousand', { value: '1001' }, ['value-missing']],
  ['no legal basis', { basis: '  ' }, ['basis-missing']],
  ['nothing at all', { value: '', basis: '' }, ['value-missing', 'basis-missing']],
] as const) {
  test(`${what} is refused, naming every entry`, () => {
    const read = readLimit({ ...ENTRY, ...change });
    assert.deepEqual('faults' in read ? read.faults : [], expected);
  });
}
