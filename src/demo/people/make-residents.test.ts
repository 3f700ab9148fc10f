import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { checkCitizenNumber } from '../../kernel/citizen-number.ts';
import { normalizePersonName } from '../../kernel/person-name.ts';
import { type DemoData, readDemoData } from '../demo-data.ts';
import { createRandom } from '../random.ts';
import { makeResidents, type Resident } from './make-residents.ts';
import { writeContent } from './write-content.ts';

let data: DemoData;
let residents: readonly Resident[];
before(async () => {
  data = await readDemoData();
  residents = makeResidents(data, 400, '2026-11-22', createRandom('people'));
});

test('no personal number can belong to anybody: its first three digits are of no province, and the rest fits sex and birth year', () => {
  for (const { birthDate, citizenNumber, sex } of residents) {
    assert.ok(data.unassignedPrefixes.includes(citizenNumber.slice(0, 3)), citizenNumber);
    const check = checkCitizenNumber(citizenNumber, { birthDate, sex });
    assert.equal(check.kind, 'citizen-number');
    assert.deepEqual(check.warnings.map(({ code }) => code), ['citizen-number.place-unassigned']);
  }
});

test('numbers and telephones are given once, and telephones are placeholders that no team leader has', () => {
  assert.equal(new Set(residents.map(({ citizenNumber }) => citizenNumber)).size, residents.length);
  const phones = residents.flatMap(({ phone }) => phone ?? []);
  assert.equal(new Set(phones).size, phones.length);
  for (const phone of phones) {
    assert.match(phone, /^09000\d{5}$/);
    assert.ok(data.villages.every((village) => village.phone !== phone));
  }
  assert.ok(phones.length < residents.length, 'some of the old have no telephone');
});

test('names are written as names are, from the parts that people are called by', () => {
  for (const { fullName } of residents) {
    assert.deepEqual(normalizePersonName(fullName), { ok: true, value: fullName });
    const words = fullName.split(' ');
    assert.ok(words.length === 3 || words.length === 4, fullName);
    assert.equal(new Set(words).size, words.length, fullName);
    assert.ok(data.names.family.some(([name]) => name === words[0]), fullName);
  }
});

test('everybody is old enough to come alone, and some are very old', () => {
  const ages = residents.map(({ birthDate }) => 2026 - Number(birthDate.slice(0, 4)));
  assert.ok(Math.min(...ages) >= 16 && Math.max(...ages) <= 95);
  assert.ok(ages.filter((age) => age >= 65).length > 30);
});

test('there are forty villages, each with residents, a team leader and a placeholder telephone', () => {
  assert.equal(data.villages.length, 40);
  assert.equal(new Set(data.villages.map(({ name }) => name)).size, 40);
  assert.equal(new Set(data.villages.map(({ phone }) => phone)).size, 40);
  for (const { name, phone } of data.villages) {
    assert.match(phone, /^09000000\d\d$/);
    assert.ok(residents.some(({ villageName }) => villageName === name), name);
  }
});

test('every task writes a content without open placeholders', () => {
  const random = createRandom('contents');
  for (const task of data.tasks) {
    for (const [place, applicant] of residents.slice(0, 40).entries()) {
      const { content, copies } = writeContent(task, applicant, residents, data, '2026-11-20', random);
      assert.doesNotMatch(content, /[{}]/, `${task.code} ${place}`);
      assert.ok(content.length <= 1000 && copies >= 1 && copies <= 999);
    }
  }
});
