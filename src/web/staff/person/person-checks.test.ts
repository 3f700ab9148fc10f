import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readIdCard } from '../../../kernel/id-card.ts';
import { entryOfWarning, personChecks } from './person-checks.ts';
import { NO_PERSON, type PersonEntries } from './person-entries.ts';

const PERSON: PersonEntries = { ...NO_PERSON, citizenNumber: '001190999901', fullName: 'Nguyễn Thị Mẫu', birthDate: '05/03/1990', sex: 'female' };

test('a number that fits sex and year says nothing', () => {
  assert.deepEqual(personChecks(PERSON, []), []);
});

for (const [what, change, code] of [
  ['another sex', { sex: 'male' }, 'citizen-number.sex-mismatch'],
  ['another year', { birthDate: '05/03/1991' }, 'citizen-number.birth-year-mismatch'],
] as const) {
  test(`${what} than the number says is a warning beside the number`, () => {
    const checks = personChecks({ ...PERSON, ...change }, []);
    assert.deepEqual(checks.map((check) => [check.code, entryOfWarning(check)]), [[code, 'citizenNumber']]);
  });
}

test('a half-typed number is not judged yet', () => {
  assert.deepEqual(personChecks({ ...PERSON, citizenNumber: '0011909' }, []), []);
});

test('what the card said about its number is judged by the number as it stands now', () => {
  const { warnings } = readIdCard('001190999901|199999901|Nguyễn Thị Mẫu|05031990|Nam|Hà Nội|01072021');
  assert.ok(warnings.some((warning) => warning.code === 'citizen-number.sex-mismatch'));
  assert.deepEqual(personChecks(PERSON, warnings), []);
  assert.equal(personChecks({ ...PERSON, sex: 'male' }, warnings).length, 1);
});

test('an impossible day on the card is a warning beside the day of birth', () => {
  const { warnings } = readIdCard('001190999901|199999901|Nguyễn Thị Mẫu|31021990|Nữ|Hà Nội|01072021');
  assert.deepEqual(personChecks({ ...PERSON, birthDate: '' }, warnings).map(entryOfWarning), ['birthDate']);
});

test('notes about harmless repairs are not shown as things to check', () => {
  const { warnings } = readIdCard('001190999901|199999901|Nguyễn Thị Mẫu|05031990|Nữ|Hà Nội|01072021\r\n');
  assert.deepEqual(personChecks(PERSON, warnings), []);
});
