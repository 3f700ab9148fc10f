import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type HeldNow, planStaffList, type StaffNow } from './plan-staff-list.ts';
import { type ReadLine } from './read-staff-line.ts';
import { userNameCandidates, userNameOf } from './suggest-user-name.ts';

const held = (change: Partial<HeldNow> = {}): HeldNow => ({ positionId: 'p1', unitId: 'u1', unitName: 'Trung tâm', role: 'reception', title: 'Cán bộ Một cửa', fields: [], unitScope: 'all', steps: [], validFrom: '2025-07-01', validTo: null, ...change });
const person = (change: Partial<StaffNow> = {}): StaffNow => ({ id: 's1', userName: 'lannt', fullName: 'Nguyễn Thị Lan', active: true, citizenNumber: null, phone: '0912345678', positions: [held()], ...change });
const row = (line: number, change: Partial<ReadLine> = {}): ReadLine => ({
  line, example: false, fullName: 'Nguyễn Thị Lan', userName: 'lannt', citizenNumber: null, phone: null, unit: { id: 'u1', name: 'Trung tâm' }, role: 'reception', title: '', fields: null, unitScope: null, steps: null,
  validFrom: null, validTo: null, faults: [], notices: [], ...change,
});
const plan = (lines: readonly ReadLine[], staff: readonly StaffNow[] = [person()], taken: readonly string[] = []) =>
  planStaffList(lines, { today: '2026-11-30', staff, takenElsewhere: new Set(taken), titleOf: (role) => role, userNamesFor: userNameCandidates, idFor: (...words) => words.join('/') }, () => undefined);
const states = (lines: readonly ReadLine[], staff?: readonly StaffNow[], taken?: readonly string[]) => plan(lines, staff, taken).lines.map(({ state }) => state);
const codes = (lines: readonly ReadLine[], staff?: readonly StaffNow[], taken?: readonly string[]) => plan(lines, staff, taken).lines.map(({ faults }) => faults.map(({ code }) => code).join());

describe('a line about somebody known', () => {
  test('that says nothing new changes nothing; empty cells keep what is held', () => { assert.deepEqual(states([row(2)]), ['unchanged']); });
  test('says what changes, the old and the new', () => {
    const { lines } = plan([row(2, { fullName: 'Nguyễn Thị Lan Anh', phone: '0987654321', title: 'Trưởng bộ phận', fields: ['Hộ tịch'], validTo: '2027-01-31' })]);
    assert.equal(lines[0]?.state, 'changed');
    assert.deepEqual(lines[0].changes.map(({ column, before, after }) => [column, before, after]), [
      ['fullName', 'Nguyễn Thị Lan', 'Nguyễn Thị Lan Anh'], ['phone', '0912345678', '0987654321'], ['title', 'Cán bộ Một cửa', 'Trưởng bộ phận'], ['fields', [], ['Hộ tịch']], ['validTo', '', '2027-01-31'],
    ]);
  });
  test('in another unit is a new position, and the one that it does not name stays', () => {
    const { people } = plan([row(2, { unit: { id: 'u2', name: 'Phòng' } })]);
    assert.deepEqual(people[0]?.wished.map(({ unitId }) => unitId), ['u2', 'u1']);
    assert.deepEqual(people[0].left.map(({ positionId }) => positionId), ['p1']);
  });
  test('opens a closed account again and says so', () => { assert.deepEqual(plan([row(2)], [person({ active: false })]).lines[0]?.changes.map(({ column }) => column), ['account']); });
  test('a first day that is over changes nothing that has begun', () => { assert.deepEqual(states([row(2, { validFrom: '2019-03-01' })]), ['unchanged']); });
});

describe('somebody new', () => {
  test('gets a user name that nobody has, here, in the list or in another commune', () => {
    const { lines } = plan([row(2, { userName: null, fullName: 'Ngô Thị Lan' })], [], ['lannt', 'lannt2']);
    assert.equal(lines[0]?.state, 'new');
    assert.equal(lines[0].userName, 'lannt3');
  });
  test('begins today when the first day is over', () => {
    const { people, lines } = plan([row(2, { userName: 'moi', validFrom: '2019-03-01' })], []);
    assert.equal(people[0]?.wished[0]?.validFrom, '2026-11-30');
    assert.deepEqual(lines[0]?.notices.map(({ code }) => code), ['start-past']);
  });
  test('with two positions in two lines is one person', () => {
    const { people, lines } = plan([row(2, { userName: 'moi' }), row(3, { userName: 'moi', unit: { id: 'u2', name: 'Phòng' }, role: 'clerk' })], []);
    assert.deepEqual(lines.map(({ state }) => state), ['new', 'new']);
    assert.equal(people.length, 1);
    assert.equal(people[0]?.wished.length, 2);
  });
  test('with two lines and only a citizen number is one person too', () => {
    const two = { userName: null, citizenNumber: '038190000123' } as const;
    assert.equal(plan([row(2, two), row(3, { ...two, role: 'clerk' })], []).people.length, 1);
  });
});

describe('lists with duplicates', () => {
  test('a namesake is not taken for somebody known', () => { assert.deepEqual(codes([row(2, { userName: null })]), ['user-name-needed']); });
  test('two lines of one name without user names are not taken for one person', () => { assert.deepEqual(codes([row(2, { userName: null }), row(3, { userName: null })], []), ['', 'same-name-needs-user-name']); });
  test('one user name for two people is found', () => { assert.deepEqual(codes([row(2), row(3, { fullName: 'Trần Văn Bình', role: 'clerk' })]), ['other-row-wrong', 'rows-disagree']); });
  test('one citizen number or telephone for two people is found, in the list and with somebody here', () => {
    const number = { citizenNumber: '038190000123' } as const;
    assert.deepEqual(codes([row(2, { ...number, userName: 'a01' }), row(3, { ...number, userName: 'b01' })], []), ['', 'number-twice']);
    assert.deepEqual(codes([row(2, { userName: 'b01', fullName: 'Trần Văn Bình', phone: '0912345678' })]), ['phone-taken']);
    assert.deepEqual(codes([row(2, { userName: 'b01', fullName: 'Trần Văn Bình', ...number })], [person(number)]), ['number-taken']);
  });
  test('a citizen number with two names is no one person', () => {
    const number = { citizenNumber: '038190000123' } as const;
    assert.deepEqual(codes([row(2, { ...number, userName: null, fullName: 'Cao Thị Bảy' }), row(3, { ...number, userName: 'binhtv', fullName: 'Trần Văn Bình' })], []), ['', 'number-twice']);
  });
  test('a telephone that its holder gives up in the same list may go to another', () => { assert.deepEqual(codes([row(2, { phone: '0900000001' }), row(3, { userName: 'b01', fullName: 'Trần Văn Bình', phone: '0912345678' })]), ['', '']); });
  test('the same position twice is found', () => { assert.deepEqual(codes([row(2), row(3)]), ['other-row-wrong', 'position-twice']); });
  test('a user name of another commune is refused', () => { assert.deepEqual(codes([row(2, { userName: 'xa.khac' })], [], ['xa.khac']), ['user-name-elsewhere']); });
});

test('whoever is on no line is absent, and nobody whose line has a fault is called so', () => {
  const others = [person(), person({ id: 's2', userName: 'binhtv', fullName: 'Trần Văn Bình' }), person({ id: 's3', userName: 'cu', fullName: 'Người Cũ', active: false })];
  assert.deepEqual(plan([row(2)], others).absent.map(({ id }) => id), ['s2']);
  assert.deepEqual(plan([row(2, { unit: null, faults: [{ column: 'unit', code: 'unit-missing', facts: {} }] })], others).absent.map(({ id }) => id), ['s2']);
});

for (const [fullName, userName] of [['Nguyễn Thị Lan', 'lannt'], ["H'Mai Niê Kđăm", 'kdamhn'], ['Nguyễn Thị Hoàng Bảo Ngọc', 'ngocnthb'], ['Ý', 'yxx']] as const) {
  test(`${fullName} is called ${userName}`, () => { assert.equal(userNameOf(fullName), userName); });
}
