import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { editDistance, foldForSearch, forgivenErrors, searchCandidates, searchInitials, searchScore } from './text-folding.ts';
import { decodeTelex, decodeVni } from './text-folding-keyboard.ts';
import { readSyllable, writeSyllable } from './text-folding-syllable.ts';
import { normalizeTonePlacement } from './text-folding-tone.ts';

const VIETNAMESE = fc.string({
  unit: fc.constantFrom(...Array.from('aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ ')),
});

test('text that people would call the same folds alike', () => {
  const alike: readonly (readonly [string, string])[] = [
    ['Hòa Bình', 'hoa binh'],
    ['Hoà Bình', 'hoa binh'],
    ['thuỷ', 'thuy'],
    ['THỦY', 'thuy'],
    ['Đặng Đình Độ', 'dang dinh do'],
    ['Ðặng (with the Icelandic letter)', 'dang with the icelandic letter'],
    ['  Nguyễn   Văn\tA ', 'nguyen van a'],
    ['Nguyễn\u200b Văn\ufeff A', 'nguyen van a'],
    ['Nguyễn\u00a0Văn', 'nguyen van'],
    ["H'Hen Niê", 'hhen nie'],
    ['H’Hen Niê', 'hhen nie'],
    ['P.5, Q.3', 'p 5 q 3'],
    ['Bà Rịa - Vũng Tàu', 'ba ria vung tau'],
    ['ＡＢＣ１２', 'abc12'],
    ['ƀring', 'bring'],
    ['ŉ', 'n'],
    ['', ''],
    ['…!', ''],
  ];
  for (const [text, folded] of alike) assert.equal(foldForSearch(text), folded, text);
});

test('folding does not depend on the Unicode form and folding twice changes nothing', () => {
  fc.assert(
    fc.property(fc.oneof(VIETNAMESE, fc.string({ unit: 'grapheme' })), (text) => {
      const folded = foldForSearch(text);
      assert.equal(foldForSearch(text.normalize('NFD')), folded);
      assert.equal(foldForSearch(text.normalize('NFC')), folded);
      assert.equal(foldForSearch(folded), folded);
    }),
  );
});

test('every Vietnamese letter folds to plain ASCII', () => {
  fc.assert(fc.property(VIETNAMESE, (text) => { assert.match(foldForSearch(text), /^[a-z ]*$/u); }));
});

test('Telex keys become the accents they stand for', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['Nguyeexn Vawn A', 'Nguyễn Văn A'],
    ['NGUYEENX VAWN', 'NGUYỄN VĂN'],
    ['Ddoanf Thij Hoaf', 'Đoàn Thị Hòa'],
    ['nguwowif', 'người'],
    ['nguowif', 'người'],
    ['tienegs', 'tiếng'],
    ['quoocs', 'quốc'],
    ['hoawcj', 'hoặc'],
    ['gif', 'gì'],
    ['giesng', 'giéng'],
    ['Nam', 'Nam'],
    ['Việt Nam', 'Việt Nam'],
    ['Alexander', 'Alexander'],
    ['Ksor', 'Ksor'],
  ];
  for (const [typed, written] of cases) assert.equal(decodeTelex(typed), written, typed);
});

test('VNI keys become the accents they stand for, and house numbers stay', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['nguye64n va8n', 'nguyễn văn'],
    ['Tru7o7ng2', 'Trường'],
    ['d9oan2', 'đoàn'],
    ['P12', 'P12'],
    ['12A', '12A'],
    ['Hoa2 Lo65c', 'Hòa Lộc'],
  ];
  for (const [typed, written] of cases) assert.equal(decodeVni(typed), written, typed);
});

test('text typed with the accent keyboard off is searched for in its folded reading too', () => {
  assert.ok(searchCandidates('nguyeexn vawn').includes('nguyen van'));
  assert.ok(searchCandidates('nguye64n va8n').includes('nguyen van'));
  assert.deepEqual(searchCandidates('nguyễn văn'), ['nguyen van']);
  assert.deepEqual(searchCandidates(' .. '), []);
});

test('the tone mark has one canonical place and nothing else changes', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['Hoà Thuỷ khoẻ', 'Hòa Thủy khỏe'],
    ['Hòa Thủy khỏe', 'Hòa Thủy khỏe'],
    ['HOÀ BÌNH', 'HÒA BÌNH'],
    ['tòan giừơng qúy gíup', 'toàn giường quý giúp'],
    ['Hoàng Thuyền quỷ loét', 'Hoàng Thuyền quỷ loét'],
    ['Uỷ ban', 'Ủy ban'],
    ['giếng già gìn', 'giếng già gìn'],
    ['của mía mứa khuỷu', 'của mía mứa khuỷu'],
    ['Đắk Lắk, Krông Pắc', 'Đắk Lắk, Krông Pắc'],
    ['résumé', 'résumé'],
  ];
  for (const [text, canonical] of cases) assert.equal(normalizeTonePlacement(text), canonical, text);
});

test('canonical spelling is stable and folds like the original', () => {
  fc.assert(
    fc.property(VIETNAMESE, (text) => {
      const canonical = normalizeTonePlacement(text);
      assert.equal(normalizeTonePlacement(canonical), canonical);
      assert.equal(foldForSearch(canonical), foldForSearch(text));
      assert.equal(canonical.length, text.normalize('NFC').length);
    }),
  );
});

test('a syllable that is read is written back the same in canonical spelling', () => {
  for (const word of 'nghiêng giếng gì quyết khuya thuở yêu ươn xoong huỳnh ngoằn ngoèo ỷ a'.split(' ')) {
    const syllable = readSyllable(word);
    assert.ok(syllable !== undefined, word);
    assert.equal(writeSyllable(syllable), word);
  }
  for (const word of ['vawn', 'blar', 'viet', 'ngă', 'kà', 'áá', 'đắk', '']) assert.equal(readSyllable(word), undefined, word);
});

test('the edit distance counts a swap of neighbours once and stops at its limit', () => {
  assert.equal(editDistance('nguyen', 'nguyne', 2), 1);
  assert.equal(editDistance('hau loc', 'hau lcc', 1), 1);
  assert.equal(editDistance('abc', 'xyz', 2), undefined);
  assert.equal(editDistance('', 'ab', 2), 2);
  assert.equal(editDistance('a', 'abcd', 2), undefined);
  assert.deepEqual([3, 4, 7, 8].map(forgivenErrors), [0, 1, 1, 2]);
});

test('the edit distance is symmetric and zero only for equal texts', () => {
  const short = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
  fc.assert(
    fc.property(short, short, (left, right) => {
      assert.equal(editDistance(left, right, 8), editDistance(right, left, 8));
      assert.equal(editDistance(left, right, 8) === 0, left === right);
    }),
  );
});

test('a name is found by its words in any order, by beginnings, initials, key slips and small errors, the exact name first', () => {
  const name = 'Nguyễn Văn An';
  for (const typed of ['nguyễn văn an', 'an nguyen', 'nguy', 'nva', 'nguyeexn vawn an', 'nguye64n', 'nguyne van', 'van an']) {
    assert.ok(searchScore(typed, name) > 0, typed);
  }
  for (const typed of ['trần', 'nvb', 'nguyễn văn anh tuấn', '', 'zzz']) assert.equal(searchScore(typed, name), 0, typed);
  assert.ok(searchScore('nguyen van an', name) > searchScore('an nguyen van', name));
  assert.ok(searchScore('an nguyen', name) > searchScore('an nguyne', name));
  assert.equal(searchScore('2', '12'), 0);
  assert.equal(searchInitials(name), 'nva');
});
