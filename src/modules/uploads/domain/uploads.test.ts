import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { arrangePages, nextTurn } from './arrange-pages.ts';
import { decideChunk } from './decide-chunk.ts';
import { decideRoom } from './decide-room.ts';
import { judgeBundle } from './judge-bundle.ts';
import { describeBinding, planFiles, type PlannedFile } from './plan-files.ts';
import { MAX_BUNDLE_BYTES, MAX_PAGES_A_BUNDLE, MAX_PAGES_A_SLOT } from './upload-limits.ts';

describe('a piece of a file', () => {
  for (const [what, at, length, expected] of [
    ['that follows is new', 100, 50, 0],
    ['that came before is known whole', 0, 100, 100],
    ['of which the beginning came before gives its end', 80, 70, 20],
    ['that was known long ago is known whole', 0, 10, 10],
    ['that ends the file is new', 100, 900, 0],
    ['beyond what is here is refused', 101, 10, 'uploads.chunk-ahead'],
    ['beyond the end of the file is refused', 100, 901, 'uploads.chunk-too-long'],
    ['without bytes is refused', 100, 0, 'uploads.chunk-empty'],
  ] as const) {
    test(what, () => {
      const decided = decideChunk({ byteCount: 1000, received: 100 }, { at, length });
      assert.equal(decided.ok ? decided.value.skip : decided.problem.code, expected);
      if (!decided.ok) assert.deepEqual(decided.problem.facts, { received: 100 });
    });
  }
});

describe('a bundle', () => {
  const slot = (id: string, change: object = {}) => ({ id, required: true, anyOf: null, files: 0, arriving: 0, ...change });
  const judge = (slots: readonly ReturnType<typeof slot>[], change: object = {}) => judgeBundle({ expiresAt: 1000, takenAt: null, slots, ...change }, 500);

  test('is complete when every needed paper is here whole, and a paper that is not needed may be missing', () => {
    assert.deepEqual(judge([slot('a', { files: 1 }), slot('b', { required: false })]), { phase: 'open', missing: [], arriving: [], complete: true });
    assert.deepEqual(judge([slot('a'), slot('b', { files: 2 })]), { phase: 'open', missing: ['a'], arriving: [], complete: false });
  });

  test('is not complete while a part of a file is on its way, needed or not', () => {
    assert.deepEqual(judge([slot('a', { files: 1 }), slot('b', { required: false, arriving: 1 })]), { phase: 'open', missing: [], arriving: ['b'], complete: false });
  });

  test('asks for one of several alternatives, and names only the first', () => {
    assert.deepEqual(judge([slot('a', { anyOf: 'x' }), slot('b', { anyOf: 'x' })]).missing, ['a']);
    assert.deepEqual(judge([slot('a', { anyOf: 'x' }), slot('b', { anyOf: 'x', files: 1 })]).missing, []);
  });

  test('is over at its last moment, and taken even after that', () => {
    assert.equal(judge([], { expiresAt: 501 }).phase, 'open');
    assert.equal(judge([], { expiresAt: 500 }).phase, 'expired');
    assert.equal(judge([], { expiresAt: 400, takenAt: 300 }).phase, 'taken');
  });
});

describe('the files of a paper', () => {
  const file = (sha256: string, change: Partial<PlannedFile> = {}): PlannedFile => ({ sha256, fileName: `${sha256}.jpg`, turn: 0, pages: 1, signed: false, ...change });

  test('stay as they are when there is one, and become one when there are several or it must be turned', () => {
    assert.deepEqual(planFiles([file('a')], 100), { alone: [file('a')], bound: [] });
    assert.deepEqual(planFiles([file('a', { turn: 90 })], 100), { alone: [], bound: [file('a', { turn: 90 })] });
    assert.deepEqual(planFiles([file('b'), file('a')], 100).bound.map(({ sha256 }) => sha256), ['b', 'a']);
  });

  test('that are signed stay for themselves; what has too many pages for one file is left as it arrived', () => {
    const signed = file('s', { signed: true, pages: 2 });
    assert.deepEqual(planFiles([file('a'), signed, file('b')], 100), { alone: [signed], bound: [file('a'), file('b')] });
    assert.deepEqual(planFiles([file('a', { pages: 60 }), file('b', { pages: 41 })], 100).bound, []);
    assert.deepEqual(planFiles([file('a'), signed], 100), { alone: [file('a'), signed], bound: [] });
  });

  test('are another binding in another order or turned otherwise', () => {
    const [one, other] = [[file('a'), file('b')], [file('b'), file('a')]];
    assert.notEqual(describeBinding(one), describeBinding(other));
    assert.notEqual(describeBinding(one), describeBinding([file('a', { turn: 90 }), file('b')]));
  });

  test('are moved by one place and stay at the ends; four quarter turns are none', () => {
    assert.deepEqual(arrangePages(['a', 'b', 'c'], 'c', 'up'), ['a', 'c', 'b']);
    assert.deepEqual(arrangePages(['a', 'b', 'c'], 'a', 'up'), ['a', 'b', 'c']);
    assert.deepEqual(arrangePages(['a', 'b', 'c'], 'c', 'down'), ['a', 'b', 'c']);
    assert.deepEqual(arrangePages(['a', 'b'], 'x', 'down'), ['a', 'b']);
    assert.equal(nextTurn(nextTurn(nextTurn(nextTurn(0)))), 0);
  });

  test('have bounds for each paper, for all papers and for their bytes', () => {
    const room = (ofSlot: number, ofBundle: number, bytes: number) => {
      const decided = decideRoom({ ofSlot, ofBundle, bytes }, { fileName: 'a.jpg', byteCount: 10 });
      return decided.ok ? 'room' : decided.problem.code;
    };
    assert.equal(room(MAX_PAGES_A_SLOT - 1, MAX_PAGES_A_BUNDLE - 1, MAX_BUNDLE_BYTES - 10), 'room');
    assert.equal(room(MAX_PAGES_A_SLOT, MAX_PAGES_A_SLOT, 0), 'uploads.too-many');
    assert.equal(room(0, MAX_PAGES_A_BUNDLE, 0), 'uploads.too-many');
    assert.equal(room(0, 0, MAX_BUNDLE_BYTES - 9), 'uploads.too-much');
  });
});
