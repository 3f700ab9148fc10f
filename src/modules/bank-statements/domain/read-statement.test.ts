import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { groupingOf, readAmount } from './read-amount.ts';
import { readDay } from './read-day.ts';
import { readStatement } from './read-statement.ts';
import { findLayout, foldHeading, guessHeadingLine, headingsOf, type StatementLayout } from './statement-layout.ts';
import { type SheetCell } from './statement-line.ts';
import { rowsOf, type TestCells } from './statement-rows-for-tests.ts';
import { isSameAccount, statedAccounts } from './stated-accounts.ts';

const TODAY = '2026-11-30';
const LAYOUTS = (JSON.parse(readFileSync(new URL('../../../../data/bank-statements/layouts.json', import.meta.url), 'utf8')) as { readonly layouts: readonly StatementLayout[] }).layouts;
const cell = (text: string, kind: SheetCell['kind'] = 'text'): SheetCell => ({ text, kind });
const amountOf = (one: SheetCell, grouping: '.' | ',' = '.') => {
  const read = readAmount(one, grouping);
  return 'fault' in read ? read.fault : read.amount;
};
const dayOf = (one: SheetCell, order: 'dmy' | 'mdy' | 'ymd' = 'dmy') => {
  const read = readDay(one, order);
  return 'fault' in read ? read.fault : read.day;
};

describe('an amount', () => {
  for (const [text, grouping, amount] of [
    ['1.234.567', '.', 1_234_567], ['1,234,567.00', ',', 1_234_567], ['1.234.567,00', '.', 1_234_567], ['8000', '.', 8_000], ['8.000 VND', '.', 8_000], ['+8.000 đ', '.', 8_000], ['-50,000', ',', -50_000],
    ['(50,000)', ',', -50_000], ['50.000-', '.', -50_000], ['− 50.000', '.', -50_000], ['1 234 567', '.', 1_234_567], ['0', '.', 0], ['', '.', null], ['-', '.', null],
    ['8,000.50', ',', 'amount-fraction'], ['8.00', ',', 8], ['8.000', ',', 'amount-not-readable'], ['abc', '.', 'amount-not-readable'], ['12/11/2026', '.', 'amount-not-readable'], ['1.000.000.000.000.000', '.', 'amount-too-large'],
    ['=8000+1', '.', 'formula'],
  ] as const) test(`${JSON.stringify(text)} with “${grouping}” between thousands is ${String(amount)}`, () => { assert.equal(amountOf(cell(text), grouping), amount); });

  test('of a spreadsheet is a number, never a formula, an error, a day or a part of a đồng', () => {
    assert.equal(amountOf(cell('8000', 'number')), 8_000);
    assert.equal(amountOf(cell('8000.5', 'number')), 'amount-fraction');
    assert.equal(amountOf(cell('1e300', 'number')), 'amount-too-large');
    assert.equal(amountOf(cell('8000', 'formula')), 'formula');
    assert.equal(amountOf(cell('#REF!', 'error')), 'cell-error');
    assert.equal(amountOf(cell('2026-11-20T00:00:00', 'day')), 'amount-not-readable');
  });
  test('written and read again is the same, however it is grouped', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), fc.constantFrom('.', ','), fc.boolean(), (amount, grouping, cents) => {
      const text = String(amount).replace(/\B(?=(?:\d{3})+$)/gu, grouping) + (cents ? `${grouping === '.' ? ',' : '.'}00` : '');
      assert.equal(amountOf(cell(text), grouping), amount);
    }));
  });
  test('shows how a file groups thousands, and that a file cannot do it in two ways', () => {
    assert.equal(groupingOf([cell('500'), cell('1.234')]), '.');
    assert.equal(groupingOf([cell('1,234.00')]), ',');
    assert.equal(groupingOf([cell('500')]), ',');
    assert.equal(groupingOf([cell('1.234'), cell('1,234')]), undefined);
  });
});

describe('a day', () => {
  for (const [text, order, day] of [
    ['26/11/2026', 'dmy', '2026-11-26'], ['26-11-2026 14:05:33', 'dmy', '2026-11-26'], ['26.11.26', 'dmy', '2026-11-26'], ['11/26/2026', 'mdy', '2026-11-26'], ['2026-11-26', 'dmy', '2026-11-26'], ['26-Nov-2026', 'mdy', '2026-11-26'],
    ['14:05:33 26/11/2026', 'dmy', '2026-11-26'], ['20261126', 'ymd', '2026-11-26'], ['31/02/2026', 'dmy', 'date-impossible'], ['29/02/2028', 'dmy', '2028-02-29'], ['29/02/2026', 'dmy', 'date-impossible'], ['11/26/2026', 'dmy', 'date-impossible'],
    ['', 'dmy', 'date-missing'], ['Tổng cộng', 'dmy', 'date-not-readable'], ['0/11/2026', 'dmy', 'date-impossible'], ['26/11', 'dmy', 'date-not-readable'], ['26/11/0026', 'dmy', 'date-impossible'], ['8.000.000', 'dmy', 'date-not-readable'],
  ] as const) test(`${JSON.stringify(text)} (${order}) is ${day}`, () => { assert.equal(dayOf(cell(text), order), day); });
  test('of a spreadsheet needs no order', () => {
    assert.equal(dayOf(cell('2026-11-05T00:00:00', 'day'), 'mdy'), '2026-11-05');
    assert.equal(dayOf(cell('46346', 'formula')), 'formula');
  });
});

describe('a layout', () => {
  const EXPORTS = {
    vietcombank: ['STT', 'Ngày GD TNX Date', 'Số CT Doc No', 'Số tiền ghi nợ Debit', 'Số tiền ghi có Credit', 'Số dư Balance', 'Nội dung chi tiết Transactions in detail'],
    vietinbank: ['STT', 'Ngày giao dịch', 'Mô tả giao dịch', 'Nợ/Debit', 'Có/Credit', 'Số dư/Balance', 'Số giao dịch', 'Tài khoản đối ứng', 'Tên tài khoản đối ứng'],
    bidv: ['STT', 'Ngày hiệu lực', 'Ngày giao dịch', 'Ghi nợ', 'Ghi có', 'Số dư', 'Số tham chiếu', 'Diễn giải'],
    agribank: ['Ngày GD', 'Số GD', 'PS nợ', 'PS có', 'Số dư', 'Nội dung', 'TK đối ứng'],
    mb: ['STT', 'Ngày giao dịch/ Transaction Date', 'Số bút toán/ Transaction No', 'Phát sinh nợ/ Debit', 'Phát sinh có/ Credit', 'Số dư/ Balance', 'Nội dung/ Details', 'Đơn vị thụ hưởng/Đơn vị chuyển', 'Tài khoản'],
    techcombank: ['Ngày giao dịch', 'Đối tác', 'Diễn giải', 'Số bút toán', 'Nợ TKTT', 'Có TKTT', 'Số dư'],
  };
  for (const [code, headings] of Object.entries(EXPORTS)) {
    test(`of ${code} is known by its headings, below the bank’s own lines`, () => {
      const bin = LAYOUTS.find((layout) => layout.code === code)?.bin ?? null;
      const found = findLayout(rowsOf(['NGÂN HÀNG'], [], headings), [], LAYOUTS, bin);
      assert.equal(found?.layout.kind === 'bank' && found.layout.code, code);
      assert.equal(found?.reading.headingLine, 3);
      const { columns } = found.reading;
      const words = (column: number | undefined) => foldHeading(headings[column ?? -1] ?? '');
      assert.match(words(columns.date), /^ngay/u);
      assert.match(words(columns.credit), /\bco\b/u);
      assert.match(words(columns.debit), /\bno\b/u);
      assert.match(words(columns.balance), /^so du/u);
      assert.match(words(columns.memo), /noi dung|mo ta|dien giai/u);
    });
  }
  test('of “Ngày giao dịch” beside “Ngày hiệu lực” takes the first', () => {
    const found = findLayout(rowsOf(['Ngày hiệu lực', 'Ngày giao dịch', 'Diễn giải', 'Ghi có']), [], LAYOUTS, '970418');
    assert.equal(found?.reading.columns.date, 1);
  });
  test('that was saved on the screen comes before all others, for exactly its headings', () => {
    const saved = { id: 's', name: 'Quỹ tín dụng', headings: ['ngay', 'noi dung', 'co'], columns: { date: 0, memo: 1, credit: 2 }, dayOrder: 'mdy' as const };
    assert.deepEqual(findLayout(rowsOf(['Ngày', 'Nội dung', 'Có']), [saved], LAYOUTS, null)?.layout, { kind: 'saved', id: 's', name: 'Quỹ tín dụng' });
    assert.notEqual(findLayout(rowsOf(['Ngày', 'Nội dung', 'Có', 'Nợ']), [saved], LAYOUTS, null)?.layout.kind, 'saved');
  });
  test('nobody knows is answered by nothing, and its headings are guessed', () => {
    const rows = rowsOf(['Quỹ'], ['Khi nào', 'Vì sao', 'Bao nhiêu'], ['26/11/2026', 'x', '8.000']);
    assert.equal(findLayout(rows, [], LAYOUTS, null), undefined);
    assert.equal(guessHeadingLine(rows), 2);
    assert.deepEqual(headingsOf(rowsOf(['A (VND)', ' ', 'Số dư', ''])[0] ?? { line: 1, cells: [] }), ['a', '', 'so du']);
  });
  test('says in its data where it is known from', () => { for (const layout of LAYOUTS) assert.match(layout.source, /đối chiếu/u); });
});

const HEAD = ['Ngày', 'Số CT', 'Ghi nợ', 'Ghi có', 'Số dư', 'Diễn giải'];
const READING = { headingLine: 2, columns: { date: 0, number: 1, debit: 2, credit: 3, balance: 4, memo: 5 }, dayOrder: 'dmy' } as const;
const read = (...lines: readonly TestCells[]) => readStatement(rowsOf(['Số tài khoản: 0123 4567 89'], HEAD, ...lines), READING, TODAY);
const faultsOf = (...lines: readonly TestCells[]) => read(...lines).faults.map(({ line, code }) => `${String(line)} ${code}`);

describe('a statement', () => {
  test('has its movements, and neither totals nor balances nor signatures nor counted columns', () => {
    const { lines, faults, skipped, accounts } = read(
      ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)'], ['Số dư đầu kỳ', '', '', '', '100.000', ''], ['26/11/2026', 'FT1', '', '8.000', '108.000', 'Nguyen Van A'], ['', '', '', '', '', 'chuyen tien XS'], ['26/11/2026', 'FT2', '5.000', '', '103.000', 'Phi'],
      ['27/11/2026', '', '0', '0', '103.000', 'Lai'], HEAD, ['27/11/2026', 'FT3', '', '1.000', '104.000', 'Cong ty A'], ['Tổng cộng', '', '5.000', '9.000', '', ''], ['', '', '', '', '', ''], ['Người lập biểu'],
    );
    assert.deepEqual(faults, []);
    assert.deepEqual(lines.map(({ line, date, amountIn, amountOut, balance, memo, bankNumber }) => [line, date, amountIn, amountOut, balance, memo, bankNumber]), [
      [5, '2026-11-26', 8_000, 0, 108_000, 'Nguyen Van A chuyen tien XS', 'FT1'], [7, '2026-11-26', 0, 5_000, 103_000, 'Phi', 'FT2'], [10, '2026-11-27', 1_000, 0, 104_000, 'Cong ty A', 'FT3'],
    ]);
    assert.equal(skipped, 7);
    assert.deepEqual(accounts, ['0123456789']);
  });
  test('names every line that cannot be read', () => {
    assert.deepEqual(faultsOf(['31/02/2026', '', '', '8.000', '', 'x'], ['01/12/2026', '', '', '8.000', '', 'x'], ['', '', '', '8.000', '', 'x'], ['hôm qua', '', '', '8.000', '', 'x'], ['26/11/2026', '', '5.000', '8.000', '', 'x'], ['26/11/2026', '', '', '', '', 'x'], ['26/11/2026', '', '', 'tám nghìn', '', 'x'], ['26/11/2026', '', '', cell('8000', 'formula'), '', 'x'], ['26/11/2026', '', '', '8.000', 'abc', 'x'], ['26/11/2026', '', '', '8.000', '', cell('XS', 'formula')], ['26/11/2026', '', '', '9.999.999.999.999.999', '', 'x'], ['26/11/2026', '', '', '8.000', '', 'x'.repeat(1_001)]),
      ['3 date-impossible', '4 date-in-future', '5 date-missing', '6 date-not-readable', '7 both-sides', '8 amount-missing', '9 amount-not-readable', '10 formula', '11 balance-not-readable', '12 formula', '13 amount-too-large', '14 memo-too-long']);
  });
  test('has a company as a payer, never as a sum', () => {
    assert.deepEqual(faultsOf(['', '', '', '8.000', '', 'Cong ty co phan Hoa Loc']), ['3 date-missing']);
  });
  test('takes debits below zero as money out, and what a bank took back as such', () => {
    const signed = (lines: readonly TestCells[]) => read(...lines).lines.map(({ amountIn, amountOut, reversal }) => [amountIn, amountOut, reversal]);
    assert.deepEqual(signed([['26/11/2026', '', '-5.000', '', '', 'a'], ['26/11/2026', '', '-6.000', '', '', 'b']]), [[0, 5_000, false], [0, 6_000, false]]);
    assert.deepEqual(signed([['26/11/2026', '', '5.000', '', '', 'a'], ['26/11/2026', '', '-6.000', '', '', 'b'], ['26/11/2026', '', '', '-8.000', '', 'c']]), [[0, 5_000, false], [6_000, 0, true], [0, 8_000, true]]);
  });
  test('may have one column of amounts, with a sign or beside one', () => {
    const one = (columns: object, ...lines: readonly TestCells[]) => readStatement(rowsOf(...lines), { headingLine: 0, columns: { date: 0, memo: 1, ...columns }, dayOrder: 'dmy' }, TODAY);
    assert.deepEqual(one({ amount: 2 }, ['26/11/2026', 'x', '+8.000'], ['26/11/2026', 'x', '-5.000']).lines.map(({ amountIn, amountOut }) => [amountIn, amountOut]), [[8_000, 0], [0, 5_000]]);
    const { lines, faults } = one({ amount: 2, sign: 3 }, ['26/11/2026', 'x', '8.000', 'C'], ['26/11/2026', 'x', '5.000', 'Ghi nợ'], ['26/11/2026', 'x', '5.000', '+'], ['26/11/2026', 'x', '5.000', '?']);
    assert.deepEqual(lines.map(({ amountIn, amountOut }) => [amountIn, amountOut]), [[8_000, 0], [0, 5_000], [5_000, 0]]);
    assert.deepEqual(faults.map(({ code }) => code), ['sign-not-readable']);
  });
  test('names the accounts that it is about, not those of the other side', () => {
    const stated = (...lines: readonly TestCells[]) => statedAccounts(rowsOf(...lines));
    assert.deepEqual(stated(['Số tài khoản/Account No: 112233445566 - VND']), ['112233445566']);
    assert.deepEqual(stated(['STK', '', '1122 3344 5566']), ['112233445566']);
    assert.deepEqual(stated(['Tài khoản đối ứng: 112233445566'], ['Tài khoản thụ hưởng', '998877665544']), []);
    assert.ok(isSameAccount('xxxxxxxx5566', '112233445566') && isSameAccount('0112233445566', '112233445566') && !isSameAccount('112233445567', '112233445566') && !isSameAccount('xxxxxxxxxx66', '112233445566'));
  });
});

test('any file at all is read without a fault of the program', () => {
  const anyCell = fc.record({ text: fc.oneof(fc.string({ maxLength: 20 }), fc.constantFrom('26/11/2026', '8.000', '', 'Tổng', '-5')), kind: fc.constantFrom('text', 'number', 'day', 'formula', 'error', 'flag') }) as fc.Arbitrary<SheetCell>;
  fc.assert(fc.property(fc.array(fc.array(anyCell, { maxLength: 6 }), { maxLength: 12 }), (rows) => {
    const { lines, faults } = readStatement(rowsOf(...rows), { ...READING, headingLine: 0 }, TODAY);
    for (const one of lines) assert.ok((one.amountIn > 0) !== (one.amountOut > 0));
    assert.ok(lines.length + faults.length <= rows.length);
  }));
});
