import assert from 'node:assert/strict';
import { test } from 'node:test';
import { typedCode } from './typed-code.ts';

test('a code copied from paper is put into the form in which it is stored', () => {
  for (const [typed, code] of [
    ['KB-8F3K-2M9Q', 'KB-8F3K-2M9Q'],
    [' kb8f3k2m9q ', 'KB-8F3K-2M9Q'],
    ['KB 8F3K 2M9Q', 'KB-8F3K-2M9Q'],
    ['KB–8F3K–2M9Q', 'KB-8F3K-2M9Q'],
    ['h56.14-261123-0001', 'H56.14-261123-0001'],
    ['H56.14 261123 0001', 'H56.14-261123-0001'],
    ['000.17.22.H56-210531-0001', '000.17.22.H56-210531-0001'],
    ['H56.14 - 261123 - 0001', 'H56.14-261123-0001'],
    ['', ''],
    ['KB-8F3', 'KB-8F3'],
  ] as const) {
    assert.equal(typedCode(typed), code, typed);
  }
});
