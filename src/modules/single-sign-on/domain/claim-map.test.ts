import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { claimOf, levelOf, readClaimMap } from './claim-map.ts';
import { readStaffIdentity } from './read-staff-identity.ts';

const fileOf = (kind: string): unknown => JSON.parse(readFileSync(new URL(`../../../../data/single-sign-on/${kind}.json`, import.meta.url), 'utf8'));

for (const kind of ['citizen', 'staff']) {
  test(`our own names of claims for ${kind} can be read`, () => {
    assert.ok('map' in readClaimMap(fileOf(kind)));
  });
}

for (const [what, file, fault] of [
  ['nothing', null, 'claims is missing'],
  ['no levels', { claims: {} }, 'levels is missing or empty'],
  ['empty levels', { claims: {}, levels: {} }, 'levels is missing or empty'],
  ['an unknown meaning', { claims: { password: ['p'] }, levels: { a: 1 } }, 'claims.password is no meaning; known: citizenNumber, fullName, birthDate, email, staffCode'],
  ['a name instead of a list', { claims: { fullName: 'name' }, levels: { a: 1 } }, 'claims.fullName must be a list of names'],
  ['a level 3', { claims: {}, levels: { a: 3 } }, 'levels.a must be 1 or 2'],
] as const) {
  test(`a claims file with ${what} is refused`, () => {
    assert.deepEqual(readClaimMap(file), { fault });
  });
}

const MAP = { claims: { fullName: ['ho_ten', 'name'], email: ['email'], staffCode: ['staff_code'] }, levels: { high: 2, low: 1 } } as const;

test('the first claim of a meaning that is there counts, as text and tidied', () => {
  assert.equal(claimOf({ name: 'B', ho_ten: ' A ' }, MAP, 'fullName'), 'A');
  assert.equal(claimOf({ ho_ten: '  ', name: 'B' }, MAP, 'fullName'), 'B');
  assert.equal(claimOf({ ho_ten: 7 }, MAP, 'fullName'), undefined);
  assert.equal(claimOf({ ho_ten: 'A' }, MAP, 'citizenNumber'), undefined);
});

test('a level counts only under a name that the file has, whatever objects inherit', () => {
  assert.equal(levelOf({ acr: 'high' }, MAP), 2);
  for (const acr of ['toString', '__proto__', 'HIGH', '', 2, undefined]) assert.equal(levelOf({ acr }, MAP), undefined);
});

test('an e-mail address marks somebody only when the provider verified it', () => {
  const marksOf = (claims: Record<string, unknown>) => {
    const read = readStaffIdentity('s1', { acr: 'high', ...claims }, MAP);
    assert.ok(read.ok);
    return read.value.marks;
  };
  assert.deepEqual(marksOf({ email: 'An@Tinh.vn', email_verified: true, staff_code: 'CB-07' }), [{ kind: 'subject', value: 's1' }, { kind: 'email', value: 'an@tinh.vn' }, { kind: 'staff-code', value: 'cb-07' }]);
  for (const email_verified of [false, undefined, 'true']) assert.deepEqual(marksOf({ email: 'an@tinh.vn', email_verified, name: 'Nguyễn Văn An' }), [{ kind: 'subject', value: 's1' }]);
});
