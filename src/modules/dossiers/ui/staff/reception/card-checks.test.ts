import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readIdCard } from '../../../../../kernel/id-card.ts';
import { entryOfWarning, personChecks } from './card-checks.ts';
import { NO_PERSON, type PersonEntries } from './reception-draft.ts';

const PERSON: PersonEntries = { ...NO_PERSON, citizenNumber: '001190999901', fullName: 'Nguyễn Thị Mẫu', birthDate: '05/03/1990', sex: 'female' };

test('a number that fits sex and year says nothing', () => {
  assert.deepEqual(personChecks(PERSON, []), []);
});

for (const [what, change, code] of [
  ['another sex', { sex: 'male' }, 'citizen-number.sex-mismatch'],
  ['another year', { birthDate: '05/03/1991' }, 'citizen-number.birth-year-mismatch'],
] as const) {
  test(`${what} than the number says is a warning beside the number`, () => {
    const [check] = personChecks({ ...PERSON, ...change }, []);
    assert.equal(check?.code, code);
    assert.equal(check === undefined ? null : entryOfWarning(check), 'citizenNumber');
  });
}

test('a half-typed number is not judged yet', () => {
  assert.deepEqual(personChecks({ ...PERSON, citizenNumber: '0011909' }, []), []);
});

test('a spoiled name on the card is a warning beside the name, and mending the entries keeps it until the name is typed again', () => {
  const { warnings } = readIdCard('001190999901|199999901|Nguye64n Thi Maaux|05031990|Nữ|Hà Nội|01072021');
  assert.ok(personChecks(PERSON, warnings).every((warning) => !warning.code.startsWith('citizen-number.')));
});

test('notes about harmless repairs are not shown as things to check', () => {
  const { warnings } = readIdCard('001190999901|199999901|Nguyễn Thị Mẫu|05031990|Nữ|Hà Nội|01072021\r\n');
  assert.deepEqual(personChecks(PERSON, warnings), []);
});
