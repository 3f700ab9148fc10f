import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { MAX_PERSON_NAME, normalizePersonName, personNameInitials, personNameParts, personNameSortKey } from './person-name.ts';

/** Any sequence of UTF-16 units, broken surrogates included. */
const ANY_TEXT = fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units));

test('names are stored with single spaces and capital beginnings', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['NGUYỄN VĂN A', 'Nguyễn Văn A'],
    ['nguyễn văn a', 'Nguyễn Văn A'],
    ['  Nguyễn   văn  A ', 'Nguyễn Văn A'],
    ['NGUYỄN VĂN Đ'.normalize('NFD'), 'Nguyễn Văn Đ'],
    ['\ufeffTrần\u00a0Thị\u200b B\n', 'Trần Thị B'],
    ["H'Hen Niê", "H'Hen Niê"],
    ["h'hen niê", "H'Hen Niê"],
    ['H’HEN NIÊ', "H'Hen Niê"],
    ["H' Hen Niê", "H'Hen Niê"],
    ["K'Brơi", "K'Brơi"],
    ['Y Ngông Niê Kdăm', 'Y Ngông Niê Kdăm'],
    ['Ma Thị Xuân-Mai', 'Ma Thị Xuân-Mai'],
    ['A', 'A'],
    ['Công Tằng Tôn Nữ Phương Thảo Vy', 'Công Tằng Tôn Nữ Phương Thảo Vy'],
    ['John McDonald Jr.', 'John McDonald Jr.'],
    ['José Müller', 'José Müller'],
    ['Ðỗ Hoà', 'Đỗ Hoà'],
    ['ＴＲẦＮ', 'Trần'],
  ];
  for (const [typed, stored] of cases) assert.deepEqual(normalizePersonName(typed), { ok: true, value: stored }, typed);
});

test('what cannot be a name is refused with the reason', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['', 'person-name.empty'],
    [' \u200b ', 'person-name.empty'],
    ['Nguyễn Văn 2', 'person-name.digit'],
    ['Nguyễn ٣', 'person-name.digit'],
    ['Nguyễn\nVăn A', 'person-name.control-character'],
    ['Nguyễn\u0000Văn A', 'person-name.control-character'],
    ['Иван', 'person-name.script'],
    ['Nguyễn Vаn', 'person-name.script'],
    ['阮文', 'person-name.script'],
    ['Nguyễn <b>', 'person-name.sign'],
    ['Nguyễn, Văn', 'person-name.sign'],
    ['🙂', 'person-name.sign'],
    ["'", 'person-name.sign'],
    ['A--B', 'person-name.sign'],
    ['a' + '\u0331'.repeat(5), 'person-name.sign'],
    ['a'.repeat(MAX_PERSON_NAME + 1), 'person-name.too-long'],
  ];
  for (const [typed, code] of cases) {
    const stored = normalizePersonName(typed);
    assert.equal(stored.ok ? stored.value : stored.problem.code, code, typed);
  }
});

test('normalising never throws and a stored name stays as it is', () => {
  fc.assert(
    fc.property(fc.oneof(ANY_TEXT, fc.string({ unit: fc.constantFrom(...Array.from('aăÂđễNG\'- .')) })), (typed) => {
      const stored = normalizePersonName(typed);
      if (stored.ok) assert.deepEqual(normalizePersonName(stored.value), stored);
    }),
  );
});

test('names sort by given name, then family name, then middle names, in the order of the Vietnamese alphabet and tones', () => {
  const sorted = [
    'Lê Văn An',
    'Nguyễn Thị An',
    'Nguyễn Văn An',
    'Trần Ăn',
    'Lê Ân',
    'Nguyễn Văn Anh Bảo',
    'Đào Dung',
    'An Đào',
    'Bùi Hoa',
    'Bùi Hòa',
    'Bùi Hóa',
    'Bùi Hoài',
    'Vũ Tu',
    'Vũ Tú',
    'Vũ Tư',
  ];
  const byKey = [...sorted].reverse().sort((left, right) => (personNameSortKey(left) < personNameSortKey(right) ? -1 : 1));
  assert.deepEqual(byKey, sorted);
  assert.equal(personNameSortKey('Lê Hoà'), personNameSortKey('LÊ HOÀ'));
  assert.match(personNameSortKey('Nguyễn Đình Ánh'), /^[0-9A-Z! ]+$/u);
});

test('a name knows its parts and its initials', () => {
  assert.deepEqual(personNameParts('Nguyễn Thị Minh Khai'), { family: 'Nguyễn', middle: 'Thị Minh', given: 'Khai' });
  assert.deepEqual(personNameParts('Niê'), { family: '', middle: '', given: 'Niê' });
  assert.deepEqual(personNameParts('Lê An'), { family: 'Lê', middle: '', given: 'An' });
  assert.equal(personNameInitials('Nguyễn Đình Ánh'), 'NĐÁ');
  assert.equal(personNameInitials("H'Hen Niê"), 'HN');
});
