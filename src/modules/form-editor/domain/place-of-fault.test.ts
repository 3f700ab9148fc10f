import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeOfFault } from './place-of-fault.ts';

const CONTENT = { groups: [{ id: 'a', fields: [{ id: 'x' }] }, { id: 'child', fields: [{ id: 'child' }, { id: 'child.fullName' }, { id: 'mother' }] }] };

for (const [at, group, field, rest] of [
  ['groups.1.fields.2.label.en', 1, 2, 'label.en'],
  ['groups.child.fields.child.fullName', 1, 1, ''],
  ['groups.child.fields.mother.birthDate', 1, 2, 'birthDate'],
  ['groups.child.mother', 1, 2, ''],
  ['groups.child', 1, -1, ''],
  ['groups.0.title.vi', 0, -1, 'title.vi'],
  ['official.number', -1, -1, 'official.number'],
  ['groups', -1, -1, 'groups'],
  ['groups.gone.fields.x', -1, -1, 'x'],
] as const) {
  test(`${at} is part ${String(group)}, question ${String(field)}`, () => {
    assert.deepEqual(placeOfFault(at, CONTENT), { group, field, rest });
  });
}

test('a definition of any shape has places', () => {
  for (const content of [null, {}, { groups: 3 }, { groups: [null] }, { groups: [{ fields: 'x' }] }]) assert.equal(placeOfFault('groups.a.fields.b', content).field, -1);
});
