import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readListDay } from './read-list-day.ts';
import { type ListChoices, readStaffLine } from './read-staff-line.ts';
import { findStaffHeadings, type ListCell, type ListLine, STAFF_COLUMNS, type StaffColumn } from './staff-columns.ts';

const CHOICES: ListChoices = {
  today: '2026-11-30',
  units: [
    { value: 'u1', words: ['Trung tâm Phục vụ hành chính công', 'Trung tâm'], formerWords: ['Bộ phận Một cửa'] },
    { value: 'u2', words: ['Phòng Văn hóa - Xã hội', 'VH-XH'] },
    { value: 'u3', words: ['Phòng Kinh tế', 'KT'] },
  ],
  roles: [{ value: 'reception', words: ['Tiếp nhận và trả kết quả (Một cửa)', 'Một cửa'] }, { value: 'specialist', words: ['Công chức chuyên môn, thụ lý hồ sơ', 'Chuyên môn'] }],
  fields: [{ value: 'Hộ tịch', words: ['Hộ tịch'] }, { value: 'Văn hóa, thể thao', words: ['Văn hóa, thể thao'] }, { value: 'Chứng thực', words: ['Chứng thực'] }],
  unitScopes: [{ value: 'own', words: ['Đơn vị mình'] }, { value: 'all', words: ['Mọi đơn vị'] }],
  steps: [{ value: 'receive', words: ['Tiếp nhận'] }, { value: 'hand-over', words: ['Trả kết quả'] }],
};
const PLACES = new Map(STAFF_COLUMNS.map((column, place) => [column, place] as const));

const text = (words: string): ListCell => ({ text: words, kind: 'text' });
const line = (values: Partial<Record<StaffColumn, string | ListCell>>, number = 2): ListLine => ({
  line: number,
  cells: STAFF_COLUMNS.map((column) => {
    const value = values[column] ?? '';
    return typeof value === 'string' ? text(value) : value;
  }),
});
const RIGHT = { fullName: 'Nguyễn Thị Lan', unit: 'Trung tâm', role: 'Một cửa' } as const;
const read = (values: Partial<Record<StaffColumn, string | ListCell>>) => readStaffLine(line({ ...RIGHT, ...values }), PLACES, CHOICES);
const faults = (values: Partial<Record<StaffColumn, string | ListCell>>) => read(values).faults.map(({ column, code }) => `${column ?? ''} ${code}`);

describe('headings', () => {
  const heads = (...lines: readonly (readonly string[])[]) => findStaffHeadings(lines.map((cells, index) => ({ line: index + 1, cells: cells.map(text) })));
  test('are found in any order, below titles, with other words and marks', () => {
    const found = heads(['ỦY BAN NHÂN DÂN XÃ'], [''], ['SĐT', 'VAI TRÒ (*)', 'Phòng ban', 'Họ tên\n(đầy đủ)', 'Ghi chú']);
    assert.ok(found.ok);
    assert.equal(found.line, 3);
    assert.deepEqual([...found.places], [['phone', 0], ['role', 1], ['unit', 2], ['fullName', 3]]);
  });
  test('that lack a needed column name it', () => {
    const found = heads(['Họ và tên', 'Chức danh']);
    assert.ok(!found.ok);
    assert.deepEqual(found.missing, ['unit', 'role']);
  });
  test('that are there twice are refused', () => {
    const found = heads(['Họ và tên', 'Đơn vị', 'Vai trò', 'Họ tên']);
    assert.ok(!found.ok);
    assert.deepEqual(found.twice, ['fullName']);
  });
});

describe('names', () => {
  for (const [typed, stored] of [['h’mai niê kđăm', "H'Mai Niê Kđăm"], ['NGUYỄN THỊ HOÀNG BẢO NGỌC TRÂN', 'Nguyễn Thị Hoàng Bảo Ngọc Trân'], ["Y'Bliă  Ê-ban", "Y'Bliă Ê-Ban"]] as const) {
    test(`“${typed}” is stored as “${stored}”`, () => { assert.equal(read({ fullName: typed }).fullName.toLowerCase(), stored.toLowerCase()); });
  }
  test('empty ones and ones with digits say so', () => {
    assert.deepEqual(faults({ fullName: '' }), ['fullName name-missing']);
    assert.deepEqual(faults({ fullName: 'Lan 2' }), ['fullName name-not-readable']);
  });
});

describe('numbers', () => {
  test('that lost their nought are mended and said so', () => {
    const mended = read({ citizenNumber: { text: '38190000123', kind: 'number' }, phone: { text: '912345678', kind: 'number' } });
    assert.equal(mended.citizenNumber, '038190000123');
    assert.equal(mended.phone, '0912345678');
    assert.deepEqual(mended.notices.map(({ code }) => code), ['number-repaired', 'phone-repaired']);
  });
  test('with dots, spaces and +84 are understood', () => {
    assert.equal(read({ phone: '+84 912.345.678' }).phone, '0912345678');
    assert.equal(read({ citizenNumber: '038 190 000 123' }).citizenNumber, '038190000123');
  });
  test('that a spreadsheet rounded away are not guessed', () => { assert.deepEqual(faults({ citizenNumber: '3,8E+10', phone: '9.12E+8' }), ['citizenNumber number-rounded', 'phone number-rounded']); });
  test('of another length are refused', () => { assert.deepEqual(faults({ citizenNumber: '123456789', phone: '12345' }), ['citizenNumber number-not-readable', 'phone phone-not-readable']); });
});

describe('units, roles, fields and steps', () => {
  test('are found without accents and by a former name', () => {
    assert.equal(read({ unit: 'phong kinh te' }).unit?.id, 'u3');
    const former = read({ unit: 'Bộ phận Một cửa' });
    assert.equal(former.unit?.id, 'u1');
    assert.deepEqual(former.notices.map(({ code }) => code), ['unit-renamed']);
  });
  test('are found in the short forms of offices, and with or without the commune at the end', () => {
    assert.equal(read({ unit: 'TT PVHCC xã' }).unit?.id, 'u1');
    assert.equal(read({ unit: 'Phòng VH-XH' }).unit?.id, 'u2');
  });
  test('that are like one ask whether it was meant; others are unknown', () => {
    assert.deepEqual(read({ unit: 'Phòng Kinh tê hạ tầng', role: 'Chuyên môm' }).faults.map(({ code, facts }) => [code, facts['similar']]), [['unit-unknown', undefined], ['role-similar', 'Công chức chuyên môn, thụ lý hồ sơ']]);
    assert.deepEqual(read({ unit: 'Phòng Kinh tê ế' }).faults.map(({ facts }) => facts['similar']), ['Phòng Kinh tế']);
    assert.deepEqual(faults({ unit: 'Ban Chỉ huy Quân sự', role: '' }), ['unit unit-unknown', 'role role-missing']);
  });
  test('several fields stand apart by semicolons or commas, and one may have a comma itself', () => {
    assert.deepEqual(read({ fields: 'Hộ tịch; Văn hóa, thể thao' }).fields, ['Hộ tịch', 'Văn hóa, thể thao']);
    assert.deepEqual(read({ fields: 'Hộ tịch, Chứng thực' }).fields, ['Hộ tịch', 'Chứng thực']);
    assert.deepEqual(read({ fields: 'Tất cả' }).fields, []);
    assert.equal(read({}).fields, null);
    assert.deepEqual(faults({ fields: 'Hộ tich; Hàng hải' }), ['fields field-unknown']);
    assert.deepEqual(faults({ fields: 'Chứng thựt' }), ['fields field-similar']);
  });
  test('scope and steps have their words', () => {
    assert.equal(read({ unitScope: 'đơn vị mình' }).unitScope, 'own');
    assert.deepEqual(read({ steps: 'Tiếp nhận; Trả kết quả' }).steps, ['receive', 'hand-over']);
    assert.deepEqual(faults({ unitScope: 'đâu đó', steps: 'Ký' }), ['unitScope scope-unknown', 'steps step-unknown']);
  });
});

describe('days', () => {
  const day = (cell: string | ListCell) => readListDay(typeof cell === 'string' ? text(cell) : cell);
  for (const [written, read_] of [['1/3/2027', '2027-03-01'], ['01-03-2027', '2027-03-01'], ['1.3.27', '2027-03-01'], ['2027-03-01', '2027-03-01'], ['ngày 1 tháng 3 năm 2027', '2027-03-01'], ['31/2/2027', undefined], ['13/13/2027', undefined], ['mai', undefined], ['', null]] as const) {
    test(`“${written}” is ${String(read_)}`, () => { assert.equal(day(written), read_); });
  }
  test('of a spreadsheet come as dates or as serial numbers', () => {
    assert.equal(day({ text: '2027-03-01T00:00:00', kind: 'day' }), '2027-03-01');
    assert.equal(day({ text: '46447', kind: 'number' }), '2027-03-01');
  });
  test('that end before they begin, or are over, are faults of the last day', () => {
    assert.deepEqual(faults({ validFrom: '1/2/2027', validTo: '1/1/2027' }), ['validTo end-before-start']);
    assert.deepEqual(faults({ validTo: '1/1/2026' }), ['validTo end-past']);
    assert.deepEqual(faults({ validFrom: 'mai' }), ['validFrom day-not-readable']);
  });
});

test('formulas and errors of a spreadsheet are faults of their cell, and the others are read all the same', () => {
  const broken = read({ fullName: { text: 'Lan', kind: 'formula' }, phone: { text: '#REF!', kind: 'error' }, validFrom: { text: '46447', kind: 'formula' } });
  assert.deepEqual(broken.faults.map(({ column, code }) => `${column ?? ''} ${code}`), ['fullName formula', 'phone cell-error', 'validFrom formula']);
  assert.equal(broken.unit?.id, 'u1');
});

test('an example of the template means nobody', () => {
  const example = read({ mark: 'VD', fullName: '', unit: 'nowhere' });
  assert.ok(example.example);
  assert.deepEqual(example.faults, []);
});
