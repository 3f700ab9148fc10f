import assert from 'node:assert/strict';
import { test } from 'node:test';
import { choiceOf, DAY_CHOICES, type DraftEntry, editsOf, mergeEdits } from './calendar-draft.ts';

const OFF = new Set(['2026-11-28', '2026-11-29']);
const entry = (change: Partial<DraftEntry>): DraftEntry => ({ choice: 'closing', from: '2026-11-27', to: '', name: ' Bão ', ...change });
const dates = (change: Partial<DraftEntry>) => editsOf(entry(change), OFF).map(({ date }) => date);

test('a stretch of days off leaves out the days on which nobody works anyway', () => {
  assert.deepEqual(dates({ to: '2026-11-30' }), ['2026-11-27', '2026-11-30']);
  assert.deepEqual(dates({ choice: 'make-up', from: '2026-11-28', to: '2026-11-29' }), ['2026-11-28', '2026-11-29']);
});

test('a single day stays, also when it is a weekend', () => {
  assert.deepEqual(editsOf(entry({ from: '2026-11-28' }), OFF), [{ act: 'set', date: '2026-11-28', kind: 'local-closing', scope: 'commune', name: 'Bão' }]);
});

test('a stretch that ends before it begins means no day, an endless one ends', () => {
  assert.deepEqual(dates({ to: '2026-11-26' }), []);
  assert.equal(dates({ to: '2030-01-01' }).length > 30, true);
});

test('every choice is read back from its kind and scope', () => {
  for (const choice of DAY_CHOICES) {
    const [edit] = editsOf(entry({ choice }), OFF);
    assert.ok(edit?.act === 'set');
    assert.equal(choiceOf(edit), choice);
  }
});

test('the last word about a date counts, and the days stand in order', () => {
  const merged = mergeEdits(editsOf(entry({ to: '2026-11-30' }), OFF), [{ act: 'remove', date: '2026-11-27' }, { act: 'remove', date: '2026-11-20' }]);
  assert.deepEqual(merged.map(({ act, date }) => `${act} ${date}`), ['remove 2026-11-20', 'remove 2026-11-27', 'set 2026-11-30']);
});
