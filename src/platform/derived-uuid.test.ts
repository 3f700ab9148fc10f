import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isUuid } from '../kernel/uuid.ts';
import { derivedUuid } from './derived-uuid.ts';

test('the same words give the same id of version 8, others another one', () => {
  const id = derivedUuid('person', '16072', '003190999901');
  assert.equal(id, derivedUuid('person', '16072', '003190999901'));
  assert.ok(isUuid(id));
  assert.equal(id[14], '8');
  assert.notEqual(id, derivedUuid('person', '16073', '003190999901'));
  // Ids that are stored already: the recipe may not change.
  assert.equal(id, '8928b38c-6110-85d6-a972-a3ecce96481b');
});
