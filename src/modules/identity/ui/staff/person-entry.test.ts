import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkPerson, emptyPosition, entryOf, type PersonEntry, positionRequests } from './person-entry.ts';

const POSITION = { positionId: 'a', unitId: 'centre', role: 'reception', title: 'Cán bộ Một cửa', fields: [], unitScope: 'own', steps: ['receive'], validFrom: '2026-11-23', validTo: '' } as const;
const ENTRY: PersonEntry = { fullName: 'Đặng Thị Nguyệt', userName: 'nguyet.dang', password: 'lúa chín vàng đồng', active: true, positions: [POSITION] };
const faults = (change: Partial<PersonEntry>, kind: 'new' | 'known' = 'new') =>
  checkPerson({ ...ENTRY, ...change }, kind, 'Hoa Lộc').map(({ field, code }) => `${field} ${code}`);

for (const [what, change, expected] of [
  ['a whole entry', {}, []],
  ['no name', { fullName: ' ' }, ['fullName identity.full-name-not-readable']],
  ['a user name with accents', { userName: 'nguyệt' }, ['userName identity.user-name-not-readable']],
  ['a short password', { password: 'lúa' }, ['password identity.password-too-short']],
  ['a password with the commune’s name', { password: 'quê em Hoa Lộc' }, ['password identity.password-says-name']],
  ['an untouched position', { positions: [POSITION, emptyPosition('b', '2026-11-23')] }, ['positions.1.unitId unit-missing', 'positions.1.role role-missing', 'positions.1.title identity.title-missing']],
] as const) {
  test(`${what} has ${expected.length === 0 ? 'no fault' : expected.join(', ')}`, () => {
    assert.deepEqual(faults(change), expected);
  });
}

test('of somebody known neither the user name nor a password is asked', () => {
  assert.deepEqual(faults({ userName: '', password: '' }, 'known'), []);
});

test('what is loaded is sent back unchanged', () => {
  const member = { id: 'x', userName: 'nguyet.dang', fullName: 'Đặng Thị Nguyệt', active: false, synthetic: false, lastSignInAt: null, positions: [{ ...POSITION, fields: ['Hộ tịch'], steps: ['receive' as const], unitName: 'Trung tâm', validTo: null }], leaves: [] };
  const entry = entryOf(member);
  assert.deepEqual([entry.active, positionRequests(entry)], [false, [{ ...POSITION, fields: ['Hộ tịch'], steps: ['receive'], validTo: null }]]);
});
