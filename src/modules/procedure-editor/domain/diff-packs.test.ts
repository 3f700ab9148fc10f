import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diffPacks } from './diff-packs.ts';

const paths = (before: object | undefined, after: object) => diffPacks(before, after).map(({ kind, path }) => `${kind} ${path}`);

test('a pack does not differ from itself, and its number and days do not count', () => {
  assert.deepEqual(paths({ version: 1, validFrom: '2025-07-01', a: { b: [1, { c: 2 }] } }, { version: 1000, validFrom: '2026-12-01', a: { b: [1, { c: 2 }] } }), []);
});

test('one more paper at the top is one difference', () => {
  const before = { papers: [{ id: 'b', copies: 1 }, { id: 'c', copies: 1 }] };
  assert.deepEqual(paths(before, { papers: [{ id: 'a', copies: 1 }, ...before.papers] }), ['added papers[a]']);
});

test('a paper that moves is told as moved, one that changes by the place of the change', () => {
  const before = { papers: [{ id: 'a', name: { vi: 'x' } }, { id: 'b', name: { vi: 'y' } }] };
  const after = { papers: [{ id: 'b', name: { vi: 'y' } }, { id: 'a', name: { vi: 'z' } }] };
  assert.deepEqual(paths(before, after), ['changed papers[a].name.vi', 'moved papers']);
});

test('words of a list are told apart by themselves', () => {
  assert.deepEqual(paths({ legalBasis: ['23/2015/NĐ-CP', '60/2014/QH13'] }, { legalBasis: ['60/2014/QH13', '280/2025/NĐ-CP'] }), ['added legalBasis[280/2025/NĐ-CP]', 'removed legalBasis[23/2015/NĐ-CP]']);
});

test('what was empty is added, what becomes empty is removed, whatever empty was written as', () => {
  assert.deepEqual(paths({ note: null, basis: 'x' }, { note: { vi: 'n' }, basis: null }), ['added note', 'removed basis']);
});

test('a new procedure is all added', () => {
  assert.deepEqual(paths(undefined, { name: 'x', papers: [{ id: 'a' }] }), ['added name', 'added papers']);
});
