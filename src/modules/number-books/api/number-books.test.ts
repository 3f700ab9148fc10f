import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { type Actor } from '../../../kernel/actor.ts';
import { dateAt } from '../../../kernel/local-time.ts';
import { createTwoCommunes, type TwoCommunes } from '../../../../test/matrix-things.ts';
import { type BookItem, type BooksResponse } from '../contract/book-schemas.ts';

const RECEIPTS = 'paper:receipt';

describe('the numbered books', () => {
  let program: TwoCommunes;
  before(async () => { program = await createTwoCommunes(); });
  after(() => program.close());

  const clerk = (): Actor => program.home.staff.clerk.actor;
  const today = () => dateAt(program.clock.now().getTime());
  const year = () => today().slice(0, 4);
  const view = async (actor = clerk(), query = ''): Promise<BooksResponse> => {
    const answer = await program.send(actor, 'GET', `/api/number-books${query}`);
    assert.equal(answer.status, 200, answer.body);
    return JSON.parse(answer.body) as BooksResponse;
  };
  const bookOf = async (book: string, actor = clerk()): Promise<BookItem> => {
    const found = (await view(actor)).items.find((one) => one.book === book);
    assert.ok(found !== undefined, book);
    return found;
  };
  const act = (what: string, body: object, actor = clerk()) => program.send(actor, 'POST', `/api/number-books/${what}`, { commandId: randomUUID(), year: year(), ...body });
  const open = (book: string, body: object, actor = clerk()) => act('open', { book, firstNumber: 1, paperLast: 0, openedOn: today(), reason: '', ...body }, actor);

  test('are all there, used or not, and say who may change them', async () => {
    const { items, mayChange, years } = await view();
    assert.ok(mayChange && years[0] === year());
    assert.deepEqual(items.filter(({ group }) => group === 'certification').map(({ symbol }) => symbol), ['SCT/BS', 'SCT/CK,ĐC']);
    assert.ok(items.every(({ title }) => title.vi !== '' && title.en !== ''));
    assert.equal((await view(program.home.staff.president.actor)).mayChange, false);
  });

  test('go on after the numbers on paper, and never give one of them again', async () => {
    const { other } = program;
    const keeper = other.staff.clerk.actor;
    assert.equal((await open(RECEIPTS, { firstNumber: 12, paperLast: 12 }, keeper)).code, 'number-books.taken-on-paper');
    assert.equal((await open(RECEIPTS, { firstNumber: 20, paperLast: 12 }, keeper)).code, 'number-books.reason-for-gap');
    const opened = await open(RECEIPTS, { firstNumber: 15, paperLast: 12, reason: 'Hai tờ in hỏng ở sổ giấy' }, keeper);
    assert.equal(opened.status, 200, opened.body);
    const before = await bookOf(RECEIPTS, keeper);
    assert.deepEqual([before.first, before.last, before.state], [15, 0, 'open']);
    await program.make('dossier', other);
    const after = await bookOf(RECEIPTS, keeper);
    assert.equal(after.last, 15);
    assert.deepEqual(after.gaps, [{ from: 1, to: 12, reason: 'Đã cấp trên sổ giấy' }, { from: 13, to: 14, reason: 'Hai tờ in hỏng ở sổ giấy' }]);
    assert.equal((await open(RECEIPTS, {}, keeper)).code, 'number-books.open-already');
    await assert.rejects(program.database.pool.query("update number_counter set last = 3 where book = 'paper:receipt'").then((done) => { if ((done.rowCount ?? 0) === 0) throw Object.assign(new Error('no row in scope'), { code: 'XS012' }); }), { code: 'XS012' });
    await assert.rejects(program.database.owner.pool.query("update number_counter set last = 3 where book = 'paper:receipt'"), { code: 'XS012' });
  });

  test('have no first number to set once a number was given', async () => {
    await program.make('dossier', program.home);
    assert.equal((await open(RECEIPTS, { firstNumber: 100, paperLast: 99 })).code, 'number-books.begun-already');
    assert.equal((await open('paper:nothing', {})).code, 'number-books.unknown');
  });

  test('name what is missing until somebody says why, and what was declared void', async () => {
    const made: string[] = [];
    for (let count = 0; count < 3; count += 1) made.push((await program.make('issued paper', program.home)).params['id'] ?? '');
    const { rows: [gone] } = await program.database.owner.pool.query<{ number: number }>("select number from official_paper where commune_code = $1 and kind = 'receipt' order by number offset 1 limit 1", [program.home.commune.code]);
    const number = gone?.number ?? 0;
    await program.database.owner.pool.query("delete from official_paper where commune_code = $1 and kind = 'receipt' and number = $2", [program.home.commune.code, number]);
    assert.deepEqual((await bookOf(RECEIPTS)).gaps, [{ from: number, to: number, reason: null }]);
    assert.equal((await act('gaps', { book: RECEIPTS, from: number, to: number + 1, reason: 'In hỏng' })).code, 'number-books.gap-not-there');
    assert.equal((await act('gaps', { book: RECEIPTS, from: number, to: number, reason: '  ' })).code, 'number-books.reason-missing');
    assert.equal((await act('gaps', { book: RECEIPTS, from: number, to: number, reason: 'Máy in hỏng, tờ giấy đã hủy' })).status, 200);
    assert.deepEqual((await bookOf(RECEIPTS)).gaps, [{ from: number, to: number, reason: 'Máy in hỏng, tờ giấy đã hủy' }]);
    assert.equal((await act('gaps', { book: RECEIPTS, from: number, to: number, reason: 'Lý do khác' })).code, 'number-books.gap-not-there', 'explained once');
  });

  test('are closed with day and person; then no number is given, with a sentence and nothing lost, until they are opened again', async () => {
    const book = RECEIPTS;
    assert.equal((await program.send(clerk(), 'GET', `/api/number-books/closing.pdf?book=${book}&year=${year()}`)).code, 'number-books.not-closed-yet');
    assert.equal((await act('close', { book, closedOn: today(), reason: '' })).code, 'number-books.reason-for-early-closing');
    const closed = await act('close', { book, closedOn: today(), reason: 'Sáp nhập xã' });
    assert.equal(closed.status, 200, closed.body);
    const shown = await bookOf(book);
    assert.deepEqual([shown.state, shown.closedOn, shown.closedBy], ['closed', today(), (clerk() as { readonly fullName?: string }).fullName]);
    assert.equal((await act('close', { book, closedOn: today(), reason: 'x' })).code, 'number-books.closed-already');
    const pdf = await program.send(program.home.staff.president.actor, 'GET', `/api/number-books/closing.pdf?book=${book}&year=${year()}`);
    assert.equal(pdf.status, 200);
    assert.ok(pdf.body.startsWith('%PDF'));
    await assert.rejects(program.make('dossier', program.home), /command\.book-closed/u);
    const before = shown.last;
    assert.equal((await act('reopen', { book, reason: '' })).code, 'number-books.reason-missing');
    assert.equal((await act('reopen', { book, reason: 'Đóng nhầm sổ' })).status, 200);
    await program.make('dossier', program.home);
    const after = await bookOf(book);
    assert.equal(after.last, before + 1, 'it goes on with its next number');
    assert.deepEqual(after.events.map(({ kind }) => kind), ['gap-explained', 'closed', 'reopened']);
  });

  test('belong to one commune each', async () => {
    const theirs = await bookOf(RECEIPTS, program.other.staff.clerk.actor);
    assert.deepEqual(theirs.events.map(({ kind }) => kind), ['opened']);
  });
});
