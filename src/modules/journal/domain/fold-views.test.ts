import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createViewFold, FOLD_MS } from './fold-views.ts';

test('a look is new until it was written, and again five minutes after its entry', () => {
  const fold = createViewFold();
  assert.deepEqual(fold.fresh(['a', 'b'], 1000), ['a', 'b']);
  fold.keep(['a'], 1000);
  assert.deepEqual(fold.fresh(['a', 'b'], 1000), ['b']);
  assert.deepEqual(fold.fresh(['a'], 1000 + FOLD_MS - 1), []);
  assert.deepEqual(fold.fresh(['a'], 1000 + FOLD_MS), ['a']);
});

test('looking again and again does not move the window on', () => {
  const fold = createViewFold();
  fold.keep(['a'], 0);
  for (let at = 0; at < FOLD_MS; at += 60_000) assert.deepEqual(fold.fresh(['a'], at), []);
  assert.deepEqual(fold.fresh(['a'], FOLD_MS), ['a']);
});

test('a clock that went back writes again instead of trusting what lies ahead', () => {
  const fold = createViewFold();
  fold.keep(['a'], 10_000);
  assert.deepEqual(fold.fresh(['a'], 9_999), ['a']);
  fold.keep(['a'], 9_999);
  assert.deepEqual(fold.fresh(['a'], 10_000), []);
});
