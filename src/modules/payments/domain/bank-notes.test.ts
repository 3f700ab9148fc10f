import assert from 'node:assert/strict';
import { test } from 'node:test';
import { suggestNotes } from './bank-notes.ts';

test('beside the exact amount the counter offers what people hand over for it', () => {
  assert.deepEqual(suggestNotes(8_000), [8_000, 10_000, 20_000, 50_000, 100_000]);
  assert.deepEqual(suggestNotes(50_000), [50_000, 60_000, 100_000, 200_000, 500_000]);
  assert.deepEqual(suggestNotes(123_000), [123_000, 124_000, 125_000, 130_000, 140_000]);
  assert.deepEqual(suggestNotes(500_000), [500_000, 600_000]);
  assert.deepEqual(suggestNotes(999), [999, 1_000, 2_000, 5_000, 10_000]);
});
