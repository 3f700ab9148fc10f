import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { readIdCard } from './id-card.ts';
import { type IdCardWarningCode, idCardWarningLevel, idCardWarningWords } from './id-card-warnings.ts';

interface SampleFile {
  readonly samples: readonly { readonly payload: string; readonly variant: string; readonly expected: Readonly<Record<string, string | null>> }[];
}
const { samples } = JSON.parse(readFileSync(new URL('../../data/cccd-qr-samples.json', import.meta.url), 'utf8')) as SampleFile;

const GOOD = '001190999901|199999901|Nguyễn Thị Mẫu|05031990|Nữ|Số 1 Phố Thử Nghiệm, Phường Thí Điểm, Hà Nội|01072021';

function codes(payload: string): readonly IdCardWarningCode[] {
  return readIdCard(payload).warnings.map((warning) => warning.code);
}

for (const { payload, variant, expected } of samples) {
  test(`the sample of kind ${variant} is read: ${payload.slice(0, 40)}`, () => {
    const { fields } = readIdCard(payload);
    for (const [field, value] of Object.entries(expected)) assert.equal(fields[field as keyof typeof fields], value, field);
  });
}

test('a good card is read without a warning', () => {
  assert.deepEqual(readIdCard(GOOD), {
    fields: {
      idNumber: '001190999901',
      oldId: '199999901',
      fullName: 'Nguyễn Thị Mẫu',
      displayName: 'Nguyễn Thị Mẫu',
      birthDate: '1990-03-05',
      gender: 'Nữ',
      residence: 'Số 1 Phố Thử Nghiệm, Phường Thí Điểm, Hà Nội',
      issueDate: '2021-07-01',
    },
    extra: [],
    warnings: [],
  });
});

test('a missing old number is no warning, and fields after the seventh are kept', () => {
  assert.deepEqual(codes('001201999902||Trần Văn Thử|17112001|Nam|Thôn Mẫu, Xã Thí Điểm, Hà Nội|20042021'), []);
  const child = readIdCard('036315999903||Lê Thị Bé Thử|09022015|Nữ|Tổ dân phố 3, Phường Mẫu, Ninh Bình|05082025||');
  assert.deepEqual([child.extra, child.warnings], [['', ''], []]);
  assert.deepEqual(readIdCard(`${GOOD}|Nguyễn Văn Cha|Trần Thị Mẹ`).extra, ['Nguyễn Văn Cha', 'Trần Thị Mẹ']);
});

test('what is wrong with a card is told, and the rest is read', () => {
  const cases: readonly (readonly [string, readonly IdCardWarningCode[]])[] = [
    [GOOD.replace('05031990', '31021990'), ['id-card.impossible-date']],
    [GOOD.replace('05031990', '1990'), ['id-card.year-only']],
    [GOOD.replace('05031990', ''), ['id-card.empty-date']],
    [GOOD.replace('01072021', '01071980'), ['id-card.issued-before-birth']],
    [GOOD.replace('|Nữ|', '|Nam|'), ['citizen-number.sex-mismatch']],
    [GOOD.replace('05031990', '05031991'), ['citizen-number.birth-year-mismatch']],
    [GOOD.replace('001190', '099190'), ['citizen-number.place-unassigned']],
    [GOOD.replace('|Nữ|', '||'), ['id-card.empty-gender']],
    [GOOD.replace('|Nữ|', '|X|'), ['id-card.unknown-gender']],
    [GOOD.replace('|Nữ|', '|Nu|'), ['id-card.accents-lost']],
    [GOOD.replace('Nguyễn Thị Mẫu', ''), ['id-card.empty-name']],
    [GOOD.replace('Nguyễn Thị Mẫu', 'Nguyễn Thị 3 Mẫu'), ['id-card.strange-name']],
    [GOOD.replace('Nguyễn Thị Mẫu', 'Nguy?n Th? M?u'), ['id-card.lost-characters']],
    [GOOD.replace('Nguyễn Thị Mẫu', 'Nguyeexn Thij Maaux'), ['id-card.keyboard-residue']],
    [GOOD.replace('Nguyễn Thị Mẫu', 'Nguye64n Thi5 Ma64u'), ['id-card.keyboard-residue']],
    [GOOD.replace('001190999901', ''), ['id-card.empty-number']],
    [GOOD.replace('001190999901', '00119099990'), ['id-card.strange-number']],
    [GOOD.replace('199999901', '1999'), ['id-card.strange-old-number']],
    ['001099999904||Phạm Văn Mẫu|31021999|Nam|Hà Nội|01072021', ['id-card.impossible-date']],
    ['036190999901||NGUYEN THI MAU|05031990|Nu|So 1 Pho Thu Nghiem, Ninh Binh|01072021', ['id-card.accents-lost']],
  ];
  for (const [payload, expected] of cases) assert.deepEqual(codes(payload), expected, payload);
});

test('keys that a Vietnamese keyboard left are answered with the probable reading', () => {
  const reading = readIdCard(GOOD.replace('Nguyễn Thị Mẫu', 'NGUYEENX THIJ MAAUX'));
  assert.equal(reading.warnings[0]?.suggestion, 'NGUYỄN THỊ MẪU');
  assert.equal(readIdCard(GOOD.replace('|Nữ|', '|Nwx|')).fields.gender, 'Nữ');
  const address = readIdCard(GOOD.replace('Phường Thí Điểm', 'Phuwowngf Thí Điểm'));
  assert.deepEqual(address.warnings.map((warning) => [warning.field, warning.suggestion]), [
    ['residence', 'Số 1 Phố Thử Nghiệm, Phường Thí Điểm, Hà Nội'],
  ]);
});

test('names of every people pass without a false alarm', () => {
  for (const name of ["H'Hen Niê", 'Y Ngông Niê Kdăm', 'Rơ Châm Ksor', 'Siu Black', 'K’Brơi', 'Lò Thị Xuân', 'Giàng A Páo', 'Thạch Sa Rết', 'Y']) {
    assert.deepEqual(codes(GOOD.replace('Nguyễn Thị Mẫu', name)), [], name);
  }
});

test('what scanners and keyboards add is taken out and noted', () => {
  const cases: readonly (readonly [string, readonly IdCardWarningCode[]])[] = [
    [`\ufeff${GOOD}`, ['id-card.byte-order-mark']],
    [`${GOOD}\r\n`, ['id-card.line-break']],
    [GOOD.replaceAll('|', '｜').replace('001190999901', '００１１９０９９９９０１'), ['id-card.full-width']],
    [`${GOOD}\u0000\u200b`, ['id-card.control-characters']],
    [GOOD.normalize('NFD'), []],
  ];
  for (const [payload, expected] of cases) {
    const reading = readIdCard(payload);
    assert.deepEqual(reading.warnings.map((warning) => warning.code), expected);
    assert.deepEqual(reading.fields, readIdCard(GOOD).fields);
    for (const warning of reading.warnings) assert.equal(idCardWarningLevel(warning), 'note');
  }
});

test('more than a QR code can hold is cut, with a warning', () => {
  assert.deepEqual(codes(`${GOOD}${'|'.repeat(100_000)}`), ['id-card.cut']);
  assert.deepEqual(codes(`${'\n'.repeat(100_000)}${GOOD}`), ['id-card.cut', 'id-card.line-break', 'id-card.unreadable']);
});

test('UTF-8 that was read as Windows-1252 is repaired', () => {
  const decoder = new TextDecoder('windows-1252');
  const spoiled = decoder.decode(new TextEncoder().encode(GOOD));
  const reading = readIdCard(spoiled);
  assert.deepEqual(reading.fields, readIdCard(GOOD).fields);
  assert.deepEqual(reading.warnings.map((warning) => warning.code), ['id-card.repaired-encoding']);
});

test('fewer fields than seven are told apart by their looks', () => {
  const short = readIdCard('012345678901|NGUYỄN VĂN A|01011990|Nam|Việt Nam|01012021');
  assert.deepEqual(short.warnings[0], { code: 'id-card.fewer-fields', facts: { count: 6 } });
  const shifted = readIdCard('001099000001|NGUYỄN VĂN A|01011999|Nam|Hà Nội|01012021|');
  assert.deepEqual([shifted.fields.fullName, shifted.warnings.map((warning) => warning.code)], ['NGUYỄN VĂN A', ['id-card.unusual-order']]);
  assert.equal(readIdCard('001099000001').fields.idNumber, '001099000001');
  assert.equal(readIdCard('161234567').fields.oldId, '161234567');
  const three = readIdCard('001099000001|Nam|Hà Nội');
  assert.deepEqual([three.fields.gender, three.fields.residence, three.fields.fullName], ['Nam', 'Hà Nội', null]);
});

test('text that says nothing is one plain warning', () => {
  for (const payload of ['', ' ', '|', '||||||||', '\ufeff', '???', '||||||||||||||||']) {
    const { fields, warnings } = readIdCard(payload);
    assert.ok(Object.values(fields).every((value) => value === null), payload);
    assert.equal(warnings.at(-1)?.code, 'id-card.unreadable', payload);
  }
});

test('no text makes reading throw, and every warning has words in both languages', () => {
  const anyText = fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units));
  const cardLike = fc.array(fc.oneof(anyText, fc.constantFrom(...GOOD.split('|'), '', '31021999', 'Nu', 'Vawn', '%', '%zz', 'Ã€%')), { maxLength: 12 });
  fc.assert(
    fc.property(fc.oneof(anyText, cardLike.map((pieces) => pieces.join('|'))), (payload) => {
      for (const warning of readIdCard(payload).warnings) {
        const { vi, en } = idCardWarningWords(warning);
        assert.ok(vi !== '' && en !== '' && !/\{\w+\}/u.test(vi.replace(String(warning.suggestion), '').replace(String(warning.facts?.['text']), '')));
      }
    }),
    { numRuns: 2000 },
  );
});
