import assert from 'node:assert/strict';
import { test } from 'node:test';
import { opensAsOwner, ownership } from './owned-dossier.ts';

const CITIZEN = { citizenNumber: '038190999901', fullName: 'Nguyễn Thị Đào', assurance: 2 } as const;

for (const [what, applicant, expected] of [
  ['number and name', { number: '038190999901', name: 'Nguyễn Thị Đào' }, 'own'],
  ['the name in capitals without accents', { number: '038190999901', name: 'NGUYEN THI DAO' }, 'own'],
  ['the tone mark placed the old way', { number: '038190999901', name: 'Nguyễn  Thị Ðào' }, 'own'],
  ['another name under the number', { number: '038190999901', name: 'Lê Văn Sai' }, 'other-name'],
  ['a part of the name', { number: '038190999901', name: 'Thị Đào' }, 'other-name'],
  ['another number under the name', { number: '038190999902', name: 'Nguyễn Thị Đào' }, 'none'],
  ['no number', { number: null, name: 'Nguyễn Thị Đào' }, 'none'],
] as const) {
  test(`a dossier with ${what} is ${expected}`, () => {
    assert.equal(ownership(CITIZEN, applicant), expected);
    assert.equal(opensAsOwner(CITIZEN, applicant), expected === 'own');
  });
}

test('an identity of level 1 opens nothing personal', () => {
  assert.equal(opensAsOwner({ ...CITIZEN, assurance: 1 }, { number: '038190999901', name: 'Nguyễn Thị Đào' }), false);
});
