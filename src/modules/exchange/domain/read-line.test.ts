import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Cell } from './cell.ts';
import { findHeadings, headingsOf } from './find-headings.ts';
import { guessMapping } from './mapping.ts';
import { createLineReader } from './read-line.ts';
import { readMoment } from './read-moment.ts';
import { safeCell } from './safe-cell.ts';

const HEADINGS = ['Mã hồ sơ', 'Mã TTHC', 'Trạng thái', 'Ngày tiếp nhận', 'Người nộp', 'Số định danh', 'Điện thoại', 'Địa chỉ'];
const RIGHT: readonly Cell[] = ['H56.14-261120-0001', '1.004873', '2', '20/11/2026 09:00', 'Nguyễn Thị Mẫu', '003190999901', '0900000012', 'Thôn Hoa Phú'];
const reader = createLineReader(guessMapping(HEADINGS), HEADINGS, [{ code: '1.004873', name: 'Xác nhận tình trạng hôn nhân' }, { code: '1.001190', name: 'Thủ tục tròn mười' }]);
const read = (change: Readonly<Partial<Record<number, Cell>>>) => reader.read({ line: 2, cells: RIGHT.map((cell, index) => change[index] ?? cell) });

describe('a line of a dirty file', () => {
  const REPAIRED: readonly (readonly [string, number, Cell, string, string])[] = [
    ['a citizen number that lost its first nought', 5, { k: 'n', v: '38190999901' }, 'citizenNumber', '038190999901'],
    ['a phone number that lost its nought', 6, { k: 'n', v: '900000012' }, 'phone', '0900000012'],
    ['a procedure code that lost its last nought', 1, { k: 'n', v: '1.00119' }, 'procedureCode', '1.001190'],
    ['a date that is a bare number', 3, { k: 'n', v: '46346.375' }, 'receivedAt', '2026-11-20T02:00:00.000Z'],
  ];
  for (const [what, column, cell, field, expected] of REPAIRED) {
    test(`${what} is read as it was meant, and said`, () => {
      const { stated, findings } = read({ [column]: cell });
      assert.equal(stated?.[field as keyof typeof stated], expected);
      assert.equal(findings[0]?.level, 'notice');
    });
  }

  test('letters in pieces (NFD), stray spaces and quotation marks of spreadsheets do no harm', () => {
    const { stated } = read({ 4: ` ${'Nguyễn Thị Mẫu'.normalize('NFD')}\u00a0 `, 5: '="003190999901"', 2: 'Được  tiếp nhận'.normalize('NFD'), 1: 'Xác nhận tình trạng hôn nhân (1.004873)' });
    assert.deepEqual([stated?.fullName, stated?.citizenNumber, stated?.status, stated?.procedureCode], ['Nguyễn Thị Mẫu', '003190999901', 2, '1.004873']);
  });

  const WRONG: readonly (readonly [string, number, Cell, string])[] = [
    ['a number that was rounded away', 5, { k: 'n', v: '3.19099999E+9' }, 'line.number-rounded-away'],
    ['a formula', 4, { k: 'f', v: 'Nguyễn' }, 'line.formula'],
    ['an error of the spreadsheet', 3, { k: 'e', v: '#REF!' }, 'line.spreadsheet-error'],
    ['a day that does not exist', 3, '31/02/2026', 'line.date-not-readable'],
    ['a month in the place of a day', 3, '11/20/2026', 'line.date-not-readable'],
    ['a state that nobody knows', 2, '11', 'line.status-unknown'],
    ['a name that is too long', 4, 'Ạ'.repeat(101), 'line.too-long'],
    ['no code', 0, ' ', 'line.missing'],
  ];
  for (const [what, column, cell, code] of WRONG) {
    test(`${what} keeps the line out`, () => {
      const { stated, findings } = read({ [column]: cell });
      assert.equal(stated, null);
      assert.deepEqual(findings.filter(({ level }) => level === 'error').map((finding) => finding.code), [code]);
    });
  }
});

describe('dates', () => {
  const AT = Date.parse('2026-11-20T09:05:00+07:00');
  for (const text of ['20/11/2026 09:05', '20-11-2026 9:05:00', '09:05 20/11/2026', '9 giờ 05 20.11.2026', '2026-11-20 09:05', '2026-11-20T02:05:00Z', '20/11/26 9h05']) {
    test(`${text} is one moment`, () => { assert.equal(readMoment(text, 'day-first')?.at, AT); });
  }
  test('the order of day and month is the file’s, and an afternoon is an afternoon', () => {
    assert.equal(readMoment('11/20/2026 9:05', 'month-first')?.at, AT);
    assert.equal(readMoment('20/11/2026 9:05 CH', 'day-first')?.at, AT + 12 * 3_600_000);
  });
  for (const text of ['', 'hôm qua', '20/11', '20/11/2026 25:00', '123456', '20/11/2026 lúc 9']) {
    test(`“${text}” is no date`, () => { assert.equal(readMoment(text, 'day-first'), undefined); });
  }
});

describe('headings', () => {
  test('are found under a title, in two lines, with the words of merged cells joined', () => {
    const rows = [
      { line: 1, cells: ['DANH SÁCH HỒ SƠ THÁNG 11/2026'] },
      { line: 3, cells: ['Mã hồ sơ', 'Người nộp', 'Người nộp', 'Ngày hẹn trả'] },
      { line: 4, cells: ['Mã hồ sơ', 'Họ tên', 'Số định danh', 'Ngày hẹn trả'] },
      { line: 5, cells: ['H56.14-261120-0001', 'Nguyễn Thị Mẫu', '003190999901', '20/11/2026'] },
    ];
    const lines = findHeadings(rows);
    assert.deepEqual(lines, { from: 3, to: 4 });
    const headings = headingsOf(rows, lines);
    assert.deepEqual(headings, ['Mã hồ sơ', 'Người nộp / Họ tên', 'Người nộp / Số định danh', 'Ngày hẹn trả']);
    assert.deepEqual(guessMapping(headings).fields.citizenNumber, { heading: 'Người nộp / Số định danh' });
  });
});

test('no cell that leaves the office is run as a formula', () => {
  for (const text of ['=1+1', '+84900000012', '-cmd', '@SUM(A1)', '\t=1']) assert.equal(safeCell(text), `'${text}`);
  for (const text of ['Nguyễn', '-12,5', '0900000012', '']) assert.equal(safeCell(text), text);
});
