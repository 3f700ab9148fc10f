import assert from 'node:assert/strict';
import { test } from 'node:test';
import { controlId, moved, pathOf, valueAt, withValue } from './edit-path.ts';

const CONTENT = { fee: { lines: [{ amount: 1 }, { amount: 2 }] }, papers: [{ id: 'a' }, { id: 'b', name: { vi: 'x' } }], note: null };

test('a value is found and replaced by its path, everything else stays the same object', () => {
  assert.equal(valueAt(CONTENT, ['fee', 'lines', 1, 'amount']), 2);
  assert.equal(valueAt(CONTENT, ['fee', 'nothing', 1]), undefined);
  const changed = withValue(CONTENT, ['papers', 1, 'name', 'vi'], 'y') as typeof CONTENT;
  assert.equal(valueAt(changed, ['papers', 1, 'name', 'vi']), 'y');
  assert.equal(changed.fee, CONTENT.fee);
  assert.equal(changed.papers[0], CONTENT.papers[0]);
});

test('what is missing on the way is made', () => {
  assert.deepEqual(withValue({ note: null }, ['note', 'vi'], 'x'), { note: { vi: 'x' } });
});

test('an entry moves by one and stays at the ends', () => {
  assert.deepEqual([moved(['a', 'b', 'c'], 0, 1), moved(['a', 'b'], 1, 1), moved(['a', 'b'], 0, -1)], [['b', 'a', 'c'], ['a', 'b'], ['a', 'b']]);
});

test('a check leads to the control by position or by id', () => {
  assert.equal(controlId(pathOf('fee.lines[1].amount', CONTENT)), 'goi-fee-lines-1-amount');
  assert.equal(controlId(pathOf('papers[b].name.vi', CONTENT)), 'goi-papers-1-name-vi');
});
