import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { checkStatement, contradictsHeading } from './check-statement.ts';
import { identifyLines } from './line-identity.ts';
import { readStatement } from './read-statement.ts';
import { type StatementLine, type StatementReading } from './statement-line.ts';
import { rowsOf, type TestCells } from './statement-rows-for-tests.ts';

const TODAY = '2026-11-30';
const ACCOUNT = '112233445566';
const READING: StatementReading = { headingLine: 1, columns: { date: 0, number: 1, debit: 2, credit: 3, balance: 4, memo: 5 }, dayOrder: 'dmy' };
const HEAD = ['Ngày', 'Số CT', 'Ghi nợ', 'Ghi có', 'Số dư', 'Diễn giải'];
const GOOD = [['24/11/2026', 'F1', '', '8.000', '108.000', 'a'], ['25/11/2026', 'F2', '3.000', '', '105.000', 'b'], ['26/11/2026', 'F3', '', '20.000', '125.000', 'c'], ['26/11/2026', 'F4', '', '1.000', '126.000', 'd']];

interface Asked {
  readonly reading?: StatementReading;
  readonly above?: TestCells | null;
  readonly account?: string | null;
  readonly references?: ReadonlySet<string>;
  readonly refunds?: ReadonlySet<string>;
}

function check(body: readonly TestCells[], { reading = READING, above = [`STK: ${ACCOUNT}`, '', '', '', '', ''], account = ACCOUNT, references = new Set(), refunds = new Set() }: Asked = {}) {
  const rows = above === null ? rowsOf(HEAD, ...body) : rowsOf(above, HEAD, ...body);
  const moved = { ...reading, headingLine: above === null ? 1 : 2 };
  const read = readStatement(rows, moved, TODAY);
  const { doubled } = identifyLines(read.lines, ACCOUNT);
  return checkStatement({ rows, reading: moved, today: TODAY, account, doubled, namesReference: (memo) => references.has(memo), isRefund: ({ memo }) => refunds.has(memo) }, read);
}
const codes = (...asked: Parameters<typeof check>) => check(...asked).map(({ code, weight }) => `${code} ${weight}`);
const exchanged = (one: number, other: number) => GOOD.map((row) => row.map((cell, index) => (index === one ? (row[other] ?? '') : index === other ? (row[one] ?? '') : cell)));

describe('a statement that agrees with itself', () => {
  test('has nothing to say, from the oldest to the newest or the other way round', () => {
    assert.deepEqual(codes(GOOD), []);
    assert.deepEqual(codes(GOOD.toReversed()), []);
  });
});

describe('columns that changed places are recognised and named:', () => {
  for (const [what, one, other, fields] of [['money in and money out', 2, 3, ['credit', 'debit']], ['money in and the balance', 3, 4, ['credit', 'balance']], ['money out and the balance', 2, 4, ['debit', 'balance']]] as const) {
    test(what, () => {
      const found = check(exchanged(one, other)).find(({ code }) => code === 'columns-swapped');
      assert.deepEqual(found?.fields, fields);
      const { suggests } = found;
      assert.ok(suggests);
      const rows = rowsOf(['x'], HEAD, ...exchanged(one, other));
      assert.deepEqual(readStatement(rows, suggests, TODAY).lines.map(({ amountIn, amountOut, balance }) => [amountIn, amountOut, balance]), [[8_000, 0, 108_000], [0, 3_000, 105_000], [20_000, 0, 125_000], [1_000, 0, 126_000]]);
    });
  }
  test('one column of amounts and the balance', () => {
    const reading: StatementReading = { headingLine: 2, columns: { date: 0, memo: 1, amount: 2, balance: 3 }, dayOrder: 'dmy' };
    assert.deepEqual(check([['24/11/2026', 'a', '108.000', '8.000'], ['25/11/2026', 'b', '105.000', '-3.000'], ['26/11/2026', 'c', '125.000', '20.000']], { reading }).find(({ code }) => code === 'columns-swapped')?.fields, ['amount', 'balance']);
  });
  test('without a balance, by references that stand in money out alone', () => {
    const bare = exchanged(2, 3).map((row) => [...row.slice(0, 4), '', row[5] ?? '']);
    assert.ok(!codes(bare).includes('columns-swapped stop'));
    assert.ok(codes(bare, { references: new Set(['a', 'c']) }).includes('columns-swapped stop'));
    assert.ok(!codes(bare, { references: new Set(['a', 'c']), refunds: new Set(['a', 'c']) }).includes('columns-swapped stop'), 'money that was paid back goes out with its reference');
  });
  test('by a heading that everybody knows', () => {
    assert.ok(contradictsHeading('Ghi nợ', 'credit') && contradictsHeading('Số dư', 'credit') && contradictsHeading('Credit', 'debit') && contradictsHeading('Ghi có', 'balance'));
    assert.ok(!contradictsHeading('Ghi có', 'credit') && !contradictsHeading('Nợ/Có', 'sign') && !contradictsHeading('Số dư', 'balance') && !contradictsHeading('Số tiền', 'credit'));
  });
  test('a column in which nothing can be read is the wrong one', () => {
    const found = check(GOOD, { reading: { ...READING, columns: { ...READING.columns, date: 5 } } });
    assert.ok(found.some(({ code, weight }) => weight === 'stop' && (code === 'column-wrong' || code === 'no-lines')), JSON.stringify(found));
    assert.deepEqual(check(GOOD, { reading: { ...READING, columns: { ...READING.columns, credit: 5 } } }).find(({ code }) => code === 'column-wrong')?.fields, ['credit']);
  });
});

describe('days', () => {
  const american = GOOD.map(([day = '', ...rest]) => [`${day.slice(3, 5)}/${day.slice(0, 2)}/${day.slice(6)}`, ...rest]);
  test('whose day and month changed places are recognised: impossible ones, ones of the future, ones without order', () => {
    assert.deepEqual(check(american).find(({ code }) => code === 'days-swapped')?.suggests?.dayOrder, 'mdy');
    const ambiguous = (...days: readonly string[]) => codes(days.map((day, index) => [day, `F${String(index)}`, '', '1.000', '', 'x']));
    assert.ok(ambiguous('11/12/2026', '11/12/2026').includes('days-swapped stop') && ambiguous('05/12/2025', '06/01/2025', '07/02/2025').includes('days-swapped stop'));
    assert.ok(!ambiguous('01/11/2026', '02/11/2026').includes('days-swapped stop'));
  });
  test('that a spreadsheet turned around in part are recognised', () => {
    const half = [['2026-05-11T00:00:00', 'F1'], ['26/11/2026', 'F2']].map(([day = '', number = '']) => [{ text: day, kind: day.includes('T') ? 'day' : 'text' } as const, number, '', '1.000', '', 'x']);
    assert.ok(codes(half).includes('days-half-converted stop'));
  });
  test('31/02 stops the file and names the line', () => {
    const found = check([...GOOD, ['31/02/2026', 'F9', '', '1.000', '127.000', 'x']]).find(({ code }) => code === 'line-faults');
    assert.deepEqual(found?.lines, [7]);
  });
});

describe('the account', () => {
  test('must be the commune’s', () => { assert.deepEqual(codes(GOOD, { above: ['STK: 999888777666'] }), ['other-account stop']); });
  test('must be one', () => {
    assert.deepEqual(codes([...GOOD, ['Số tài khoản: 999888777666'], ['27/11/2026', 'G1', '', '1.000', '127.000', 'x']]), ['two-accounts stop']);
    const reading: StatementReading = { headingLine: 2, columns: { date: 0, account: 1, credit: 3, memo: 5 }, dayOrder: 'dmy' };
    assert.ok(codes([['24/11/2026', ACCOUNT, '', '8.000', '', 'a'], ['24/11/2026', '999888777666', '', '8.000', '', 'a']], { reading }).includes('two-accounts stop'));
  });
  test('is asked about when the file does not say it, and when nobody has set one', () => {
    assert.deepEqual(codes(GOOD, { above: null }), ['account-not-stated confirm']);
    assert.deepEqual(codes(GOOD, { account: null }), ['other-account stop']);
  });
  test('may be masked', () => { assert.deepEqual(codes(GOOD, { above: ['STK: xxxxxxxx5566'] }), []); });
});

describe('balances', () => {
  test('that do not run on name the line after the missing one', () => {
    const found = check(GOOD.filter((_, index) => index !== 1)).find(({ code }) => code === 'balance-breaks');
    assert.deepEqual([found?.weight, found?.lines], ['confirm', [4]]);
  });
  test('that are not there cannot be checked, which is said', () => { assert.deepEqual(codes(GOOD.map((row) => [...row.slice(0, 4), '', row[5] ?? ''])), ['balance-missing note']); });
  test('grouped in two ways are a mixture of columns', () => { assert.ok(codes([...GOOD, ['27/11/2026', 'F9', '', '1,000', '127,000', 'x']]).includes('money-contradicts stop')); });
});

describe('lines', () => {
  test('that are there twice are counted once', () => {
    const found = check([...GOOD, GOOD[3] ?? []]);
    assert.deepEqual(found.map(({ code, lines }) => [code, lines]), [['lines-doubled', [7]]]);
  });
  test('that a bank took back must be looked at', () => { assert.ok(codes([...GOOD, ['27/11/2026', 'F9', '', '-1.000', '125.000', 'hoan']]).includes('reversals confirm')); });
  test('without money in, and no lines at all, are said', () => {
    assert.ok(codes([['24/11/2026', 'F1', '3.000', '', '', 'a']]).includes('no-money-in note'));
    assert.deepEqual(codes([['Tổng cộng', '', '', '', '', '']]), ['no-lines stop']);
  });
});

describe('the identity of a line', () => {
  const line = (more: Partial<StatementLine>): StatementLine => ({ line: 1, date: '2026-11-26', amountIn: 8_000, amountOut: 0, balance: null, memo: 'Nguyễn  Văn A', bankNumber: '', counterpart: '', reversal: false, ...more });
  const ids = (...lines: readonly Partial<StatementLine>[]) => identifyLines(lines.map((one, index) => line({ line: index + 1, ...one })), ACCOUNT).lines.map(({ identity }) => identity);
  test('is the bank’s number with the day and the amounts, since a transfer and its fee share a number', () => {
    assert.deepEqual(ids({ bankNumber: 'FT 1', memo: 'x' }), ids({ bankNumber: 'ft1', memo: 'y', balance: 5 }));
    assert.equal(new Set(ids({ bankNumber: 'FT1' }, { bankNumber: 'FT1', amountIn: 0, amountOut: 1_100 }, { bankNumber: 'FT1', date: '2026-11-27' })).size, 3);
  });
  test('without a number is day, amounts, words and balance; alike transfers are counted from the oldest', () => {
    assert.deepEqual(ids({}, {}).map((id) => id.slice(-2)), ['|1', '|2']);
    assert.deepEqual(ids({ balance: 8 }, { balance: 16 }).length, 2);
    assert.deepEqual(identifyLines([line({ balance: 8 }), line({ line: 2, balance: 8 })], ACCOUNT).doubled, [2]);
    assert.deepEqual(identifyLines([line({ bankNumber: 'A' }), line({ line: 2, bankNumber: 'A' })], ACCOUNT).doubled, [2]);
  });
  test('is the same in files that overlap and in files that run the other way round', () => {
    const any = fc.record({ date: fc.constantFrom('2026-11-24', '2026-11-25', '2026-11-26'), amountIn: fc.constantFrom(2_000, 8_000), memo: fc.constantFrom('a', 'b'), bankNumber: fc.constant(''), balance: fc.constant(null) });
    fc.assert(fc.property(fc.array(any, { maxLength: 12 }), fc.constantFrom('2026-11-24', '2026-11-25'), (some, until) => {
      const lines = some.map((one, index) => line({ ...one, line: index + 1 })).toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
      const all = identifyLines(lines, ACCOUNT).lines.map(({ identity }) => identity);
      assert.equal(new Set(all).size, all.length);
      const part = identifyLines(lines.filter(({ date }) => date <= until), ACCOUNT).lines.map(({ identity }) => identity);
      assert.ok(part.every((identity) => all.includes(identity)));
      const turned = identifyLines(lines.toReversed(), ACCOUNT).lines.map(({ identity }) => identity);
      assert.deepEqual(turned.toSorted(), all.toSorted());
    }));
  });
});
