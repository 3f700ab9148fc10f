import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkCitizenNumber, lastFourDigits, maskCitizenNumber } from './citizen-number.ts';
import { BIRTH_PROVINCES } from './citizen-number-provinces.ts';

function readData(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../data/${name}.json`, import.meta.url), 'utf8'));
}

/** Any sequence of UTF-16 units, broken surrogates included. */
const ANY_TEXT = fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units));

test('a personal number says where the birth was registered, the sex and the year', () => {
  const cases = [
    ['001190999901', 'province', 'Hà Nội', 'female', 1990],
    ['001201999902', 'province', 'Hà Nội', 'male', 2001],
    ['036315999903', 'province', 'Nam Định', 'female', 2015],
    ['038099000001', 'province', 'Thanh Hóa', 'male', 1999],
    ['099190009901', 'unassigned', undefined, 'female', 1990],
    ['123456789012', 'abroad', undefined, 'male', 2156],
  ] as const;
  for (const [number, place, province, sex, birthYear] of cases) {
    const { kind, facts } = checkCitizenNumber(number);
    assert.equal(kind, 'citizen-number');
    assert.deepEqual({ ...facts, province: facts?.province }, { placeCode: number.slice(0, 3), place, province, sex, birthYear });
  }
});

test('what disagrees with the person is a warning, never a refusal', () => {
  const codes = (number: string, known: Parameters<typeof checkCitizenNumber>[1]): readonly string[] =>
    checkCitizenNumber(number, known).warnings.map((warning) => warning.code);
  assert.deepEqual(codes('001190999901', { sex: 'female', birthDate: '1990-03-05' }), []);
  assert.deepEqual(codes('001190999901', { sex: 'male' }), ['citizen-number.sex-mismatch']);
  assert.deepEqual(codes('001190999901', { birthDate: '1991-03-05' }), ['citizen-number.birth-year-mismatch']);
  assert.deepEqual(codes('001190999901', { birthDate: '1990' }), []);
  assert.deepEqual(codes('099190999901', { sex: 'male', birthDate: '2090-01-01' }), [
    'citizen-number.place-unassigned',
    'citizen-number.sex-mismatch',
    'citizen-number.birth-year-mismatch',
  ]);
  assert.deepEqual(codes('0011909999', {}), ['citizen-number.length']);
  assert.deepEqual(codes('00119099990x', {}), ['citizen-number.not-digits']);
});

test('nine digits are the number of an old paper, and separators do not matter', () => {
  assert.deepEqual(checkCitizenNumber('161 234.567'), { number: '161234567', kind: 'old-paper', warnings: [] });
  assert.equal(checkCitizenNumber('001 190 999 901').kind, 'citizen-number');
  assert.equal(checkCitizenNumber('００１１９０９９９９０１').number, '001190999901');
});

test('no text makes the check throw', () => {
  fc.assert(fc.property(ANY_TEXT, (text) => { checkCitizenNumber(text, { birthDate: text }); maskCitizenNumber(text); }));
});

test('a masked number keeps only its beginning and its last four digits', () => {
  assert.equal(maskCitizenNumber('099190009901'), '•••• •••• 9901');
  assert.equal(maskCitizenNumber('161234567'), '••• ••• 567');
  assert.equal(maskCitizenNumber('12345'), '•••45');
  assert.equal(maskCitizenNumber('1'), '•');
  assert.equal(lastFourDigits('099 190 009 901'), '9901');
  assert.equal(lastFourDigits('1234'), '');
});

test('the province codes are the official list before July 2025 and none is among the unassigned ones', () => {
  const { provinces } = readData('admin-units-pre-2025-07') as { provinces: readonly (readonly [string, string])[] };
  assert.deepEqual(BIRTH_PROVINCES, Object.fromEntries(provinces.map(([code, name]) => [`0${code}`, name.replace(/^(?:Tỉnh|Thành phố) /u, '')])));
  const { meta } = readData('cccd-qr-samples') as { meta: { idNumberStructure: { unassignedPrefixes: readonly string[] } } };
  for (const code of meta.idNumberStructure.unassignedPrefixes) {
    assert.equal(checkCitizenNumber(`${code}190000001`).facts?.place, 'unassigned', code);
  }
});
