import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changedRights } from './changed-rights.ts';

test('the same roles in another order are the same', () => { assert.equal(changedRights(['reception', 'clerk'], ['clerk', 'reception']), undefined); });
test('a role that was taken away, and one that was given, are named', () => {
  assert.deepEqual(changedRights(['reception', 'clerk'], ['clerk', 'cashier']), { lost: ['reception'], gained: ['cashier'] });
  assert.deepEqual(changedRights(['reception'], []), { lost: ['reception'], gained: [] });
});
