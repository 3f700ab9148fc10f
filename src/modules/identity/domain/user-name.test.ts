import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isUserName, normalizeUserName } from './user-name.ts';

test('a user name is found whatever its case and the spaces around it', () => {
  assert.equal(normalizeUserName(' An.Nguyen '), 'an.nguyen');
});

for (const [text, fits] of [
  ['an.nguyen', true],
  ['abc', true],
  ['ab', false],
  ['a'.repeat(41), false],
  ['an nguyen', false],
  ['ân.nguyễn', false],
  ['', false],
] as const) {
  test(`“${text.slice(0, 12)}” ${fits ? 'can' : 'cannot'} be a user name`, () => {
    assert.equal(isUserName(text), fits);
  });
}
