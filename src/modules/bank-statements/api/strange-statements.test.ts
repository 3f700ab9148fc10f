import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { createCommune, type TestCommune } from '../../../../test/commune.ts';
import { sendStatement, setStatementAccount, statementCsv, STATEMENT_ACCOUNT, type TestMovement } from '../../../../test/statement-house.ts';
import { createWholeProgram, type WholeProgram } from '../../../../test/whole-program.ts';
import { writeSheet } from '../../../platform/xlsx/write-sheet.ts';
import { type OverviewAnswer, type PreviewAnswer } from '../contract/statement-schemas.ts';

let program: WholeProgram;
let home: TestCommune;
before(async () => {
  program = await createWholeProgram();
  home = await createCommune(program.database.db, { now: program.clock.now() });
  await setStatementAccount(program, home);
});
after(() => program.close());

const send = (path: string, file: Buffer | string, fields: Readonly<Record<string, string>> = {}, commune = home) => sendStatement(program, commune.staff.cashier.actor, path, file, fields);
const preview = async (file: Buffer | string, fields: Readonly<Record<string, string>> = {}): Promise<PreviewAnswer> => {
  const answer = await send('/api/bank-statements/preview', file, fields);
  assert.equal(answer.statusCode, 200, answer.body);
  return answer.json<PreviewAnswer>();
};
const refusal = async (file: Buffer | string, fields: Readonly<Record<string, string>> = {}) => (await send('/api/bank-statements/preview', file, fields)).json<{ code: string; title: string }>();
const found = async (file: Buffer | string) => (await preview(file)).findings.map(({ code, weight }) => `${code} ${weight}`);
const order = async (file: Buffer | string, { basis }: Pick<PreviewAnswer, 'basis'>, more: Readonly<Record<string, string>> = {}) => {
  const answer = await send('/api/bank-statements', file, { commandId: randomUUID(), basis, ...more });
  return answer.statusCode === 200 ? 'done' : answer.json<{ code: string }>().code;
};
const move = (amount: number, day: string, more: Partial<TestMovement> = {}): TestMovement => ({ amount, day, memo: 'chuyen tien', ...more });
const RUN = [move(8_000, '18/11/2026', { balance: 108_000 }), move(-3_000, '19/11/2026', { balance: 105_000 }), move(20_000, '20/11/2026', { balance: 125_000 })];
const exchangeColumns = (text: string, one: number, other: number): string => text.split('\n').map((line) => {
  const cells = line.split(';');
  if (!/^\d/u.test(line)) return line;
  [cells[one], cells[other]] = [cells[other] ?? '', cells[one] ?? ''];
  return cells.join(';');
}).join('\n');

describe('a file that is no statement is refused with a sentence:', () => {
  const CASES: readonly (readonly [string, Buffer | string, string])[] = [
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]), 'exchange.not-a-table'],
    ['a PDF', Buffer.from('%PDF-1.7 xxxx'), 'exchange.not-a-table'],
    ['a locked or old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3, 4]), 'exchange.workbook-locked'],
    ['an empty sheet', writeSheet({ title: 'Trống', widths: [10], headRows: 0, rows: [] }), 'exchange.no-lines'],
    ['200,000 lines', `Ngày;Nội dung;Có\n${'23/11/2026;x;1\n'.repeat(200_000)}`, 'exchange.too-many-rows'],
    ['more than 10 MB', Buffer.alloc(10 * 1024 * 1024 + 1, 'a'), 'bank-statements.file-too-large'],
    ['nothing', Buffer.alloc(0), 'bank-statements.no-file'],
  ];
  for (const [what, file, code] of CASES) {
    test(what, async () => {
      const refused = await refusal(file);
      assert.equal(refused.code, code);
      assert.match(refused.title, /^\p{Lu}.+\.$/u);
    });
  }
  test('any file, while nobody has set the account', async () => {
    const other = await createCommune(program.database.db, { now: program.clock.now(), commune: { code: '00070', name: 'Hoàn Kiếm' }, calendar: false });
    assert.equal((await send('/api/bank-statements/preview', statementCsv(RUN), {}, other)).json<{ code: string }>().code, 'bank-statements.no-account');
  });
});

describe('a statement that is not taken over as it is', () => {
  const impossible = statementCsv([...RUN, move(1_000, '31/02/2026')]);
  const CASES: readonly (readonly [string, string, string])[] = [
    ['of another account', statementCsv(RUN, '999888777666'), 'other-account stop'],
    ['of two accounts', `${statementCsv(RUN)}\nSố tài khoản: 999888777666\n21/11/2026;;;1;;x`, 'two-accounts stop'],
    ['with money in and out exchanged', exchangeColumns(statementCsv(RUN), 2, 3), 'columns-swapped stop'],
    ['with the balance for money in', exchangeColumns(statementCsv(RUN), 3, 4), 'columns-swapped stop'],
    ['with days that do not exist', impossible, 'line-faults stop'],
    ['of tomorrow', statementCsv([...RUN, move(1_000, '24/11/2026')]), 'line-faults stop'],
    ['with day and month exchanged', statementCsv(RUN).replaceAll(/(\d\d)\/(11)\/2026/gu, '$2/$1/2026'), 'days-swapped stop'],
    ['with a formula', statementCsv(RUN).replace(';8000;', ';=7000+1000;'), 'line-faults stop'],
    ['with an amount beyond a number', statementCsv(RUN).replace(';8000;', ';99999999999999999999;'), 'line-faults stop'],
    ['without movements', statementCsv([]), 'no-lines stop'],
  ];
  for (const [what, file, expected] of CASES) {
    test(`${what} says so, and nothing is lost`, async () => {
      const looked = await preview(file);
      assert.ok(looked.findings.some(({ code, weight }) => `${code} ${weight}` === expected), JSON.stringify(looked.findings));
      assert.equal(looked.ready, false);
      for (const { words } of looked.findings) assert.match(words, /^\p{Lu}.*[^{}]\.$/u);
      assert.equal(await order(file, looked), 'bank-statements.not-ready');
    });
  }
  test('is read the other way round with one press where that makes it agree', async () => {
    const file = exchangeColumns(statementCsv(RUN), 2, 3);
    const suggests = (await preview(file)).findings.find(({ code }) => code === 'columns-swapped')?.suggests;
    const looked = await preview(file, { reading: JSON.stringify(suggests) });
    assert.deepEqual([looked.moneyIn, looked.moneyOut, looked.layout?.kind], [28_000, 3_000, 'chosen']);
    // The headings still say the contrary: whoever believes the balance rather than them says so.
    assert.deepEqual([looked.findings.map(({ code, weight }) => `${code} ${weight}`), looked.ready], [['headings-contradict confirm'], true]);
  });
  test('is stopped when the officer chooses a column that calls itself something else', async () => {
    const reading = { headingLine: 2, columns: { date: 0, memo: 5, credit: 2, debit: 3 }, dayOrder: 'dmy' };
    const looked = await preview(statementCsv(RUN), { reading: JSON.stringify(reading) });
    assert.ok(looked.findings.some(({ code, weight }) => code === 'headings-contradict' && weight === 'stop'));
  });
});

describe('a statement that an officer must look at', () => {
  test('is taken over once the officer says so: negative amounts, a gap in the balance, an account that is not named', async () => {
    const strange = [...RUN, move(-7_000, '21/11/2026', { balance: 500 })];
    const file = statementCsv(strange, null).replace(';7000;', ';;-7000').replace(/;;-7000;/u, ';;-7000;');
    const looked = await preview(file);
    assert.deepEqual(looked.findings.map(({ code, weight }) => `${code} ${weight}`), ['account-not-stated confirm', 'balance-breaks confirm', 'reversals confirm']);
    assert.equal(looked.ready, true);
    assert.equal(looked.lists.outgoing.count, 2);
    assert.equal(await order(file, looked), 'bank-statements.not-looked-at');
    assert.equal(await order(file, looked, { lookedAt: '1' }), 'done');
  });
  test('a line twice in a file counts once, and a file without balances says so', async () => {
    const one = move(8_000, '16/11/2026', { number: 'X1' });
    const file = statementCsv([one, one, move(9_000, '17/11/2026', { number: 'X2' })]);
    const looked = await preview(file);
    assert.deepEqual([looked.newLines, looked.findings.map(({ code }) => code)], [2, ['balance-missing', 'lines-doubled']]);
  });
});

describe('encodings and kinds of files', () => {
  const text = statementCsv([move(8_000, '12/11/2026', { number: 'E1', memo: 'Nguyễn Văn A nộp' })]);
  const memo = async (file: Buffer) => (await preview(file)).lines[0]?.memo;
  test('UTF-8 with its mark, UTF-16 and tabs', async () => {
    for (const file of [Buffer.from(text), Buffer.from(`\ufeff${text}`), Buffer.from(`\ufeff${text}`, 'utf16le'), Buffer.from(text.replaceAll(';', '\t')), Buffer.from(text.replaceAll(';', ','))]) assert.equal(await memo(file), 'Nguyễn Văn A nộp');
  });
  test('Windows-1258 of old programs', async () => {
    const encode = (words: string): Buffer => {
      const table = new Map([...Array(256).keys()].map((byte) => [new TextDecoder('windows-1258').decode(Buffer.from([byte])), byte] as const));
      // Its letters are whole but for most tones, which stand behind them.
      const tone = /[\u0300\u0301\u0303\u0309\u0323]/u;
      const parts = Array.from(words.normalize('NFC')).flatMap((letter) => (table.has(letter) ? [letter] : [letter.normalize('NFD').replace(tone, '').normalize('NFC'), tone.exec(letter.normalize('NFD'))?.[0] ?? '?']));
      return Buffer.from(parts.map((part) => table.get(part) ?? 63));
    };
    assert.equal(await memo(encode(text)), 'Nguyễn Văn A nộp');
  });
  test('Excel, with a cover before the statement', async () => {
    const rows = text.split('\n').map((line) => line.split(';').map((cell) => cell.replaceAll('"', '')));
    assert.equal(await memo(writeSheet({ title: 'Sao kê', widths: [20], headRows: 2, rows })), 'Nguyễn Văn A nộp');
  });
});

describe('a layout that nobody knows', () => {
  const file = ['STK,,,', `${STATEMENT_ACCOUNT},,,`, 'Khi nào,Vì sao,Bao nhiêu,Còn lại', '10/11/2026,mua,8000,8000', '11/11/2026,bán,9000,17000'].join('\n');
  const reading = JSON.stringify({ headingLine: 3, columns: { date: 0, memo: 1, amount: 2, balance: 3 }, dayOrder: 'dmy' });
  test('is shown with its first lines, read as the officer says, kept under a name, and known the next time', async () => {
    const looked = await preview(file);
    assert.deepEqual([looked.layout, looked.headingLine, looked.headings, looked.samples[0], looked.ready], [null, 3, ['Khi nào', 'Vì sao', 'Bao nhiêu', 'Còn lại'], ['10/11/2026', 'mua', '8000', '8000'], false]);
    assert.equal(await order(file, { basis: '0'.repeat(64) }), 'bank-statements.layout-unknown');
    const chosen = await preview(file, { reading });
    assert.deepEqual([chosen.moneyIn, chosen.ready, chosen.layout?.kind], [17_000, true, 'chosen']);
    assert.equal(await order(file, chosen, { reading, lookedAt: '1', layoutName: 'Quỹ tín dụng' }), 'done');
    const next = await preview(file.replaceAll('/11/2026', '/10/2026'));
    assert.deepEqual([next.layout?.kind, next.layout?.name, next.newLines], ['saved', 'Quỹ tín dụng', 2]);
    const { layouts } = JSON.parse((await program.server.inject({ url: '/api/bank-statements', headers: program.as(home.staff.cashier.actor) })).body) as OverviewAnswer;
    assert.deepEqual(layouts.map(({ name }) => name), ['Quỹ tín dụng']);
  });
  test('needs its columns once each, and a form that can be read', async () => {
    for (const columns of [{ date: 0, memo: 1 }, { date: 0, memo: 0, amount: 2 }]) assert.equal((await refusal(file, { reading: JSON.stringify({ headingLine: 3, columns, dayOrder: 'dmy' }) })).code, 'bank-statements.reading-wrong');
    for (const wish of ['{', '{"headingLine":-1}', JSON.stringify({ headingLine: 1, columns: { nothing: 1 }, dayOrder: 'dmy' })]) assert.equal((await refusal(file, { reading: wish })).code, 'request.not-readable');
  });
});

test('nothing that was refused or only looked at left a line behind', async () => {
  assert.deepEqual(await found(statementCsv(RUN)), []);
  const { rows } = await program.database.owner.pool.query<{ lines: number; statements: number }>('select (select count(*)::int from statement_line) as lines, (select count(*)::int from bank_statement) as statements');
  assert.deepEqual(rows[0], { lines: 6, statements: 2 });
});
