import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { createTwoCommunes, type TwoCommunes } from '../../../../test/matrix-things.ts';
import { sendStatement, setStatementAccount, statementCsv, takeOver, type TestMovement } from '../../../../test/statement-house.ts';
import { type ImportedAnswer, type LineAnswer, type LineDone, type LineItem, type LinesAnswer, type LineView, type OverviewAnswer, type PayablesAnswer, type PreviewAnswer } from '../contract/statement-schemas.ts';

let program: TwoCommunes;
before(async () => {
  program = await createTwoCommunes();
  await setStatementAccount(program, program.home);
  await setStatementAccount(program, program.other);
});
after(() => program.close());

interface Owed {
  readonly id: string;
  readonly dossierId: string;
  readonly reference: string;
}

const cashier = () => program.home.staff.cashier.actor;
const DUE = 50_000;
/** A dossier whose citizen was asked to pay 50,000 đồng. */
async function owe(commune = program.home): Promise<Owed> {
  const { params } = await program.make('payable', commune);
  const { rows } = await program.database.owner.pool.query<{ reference: string; dossier_id: string }>('select reference, dossier_id from payable where id = $1', [params['id']]);
  return { id: params['id'] ?? '', reference: rows[0]?.reference ?? '', dossierId: rows[0]?.dossier_id ?? '' };
}
const standing = async ({ id }: Owed) => (await program.database.owner.pool.query<{ state: string; paid: number; payments: number }>('select state, paid::int, (select count(*)::int from payment where payable_id = p.id and reversed_at is null) as payments from payable p where id = $1', [id])).rows[0];
const read = async <T>(url: string): Promise<T> => {
  const answer = await program.send(cashier(), 'GET', url);
  assert.equal(answer.status, 200, answer.body);
  return JSON.parse(answer.body) as T;
};
const linesIn = async (view: LineView, statement: string): Promise<readonly LineItem[]> => (await read<LinesAnswer>(`/api/bank-statements/lines?view=${view}&statement=${statement}`)).items;
const act = async (id: string, what: 'payments' | 'set-aside' | 'undo', body: object) => program.send(cashier(), 'POST', `/api/bank-statements/lines/${id}/${what}`, { commandId: randomUUID(), ...body });
const preview = async (file: Buffer | string, fields: Readonly<Record<string, string>> = {}, name?: string): Promise<PreviewAnswer> => {
  const answer = await sendStatement(program, cashier(), '/api/bank-statements/preview', file, fields, name);
  assert.equal(answer.statusCode, 200, answer.body);
  return answer.json<PreviewAnswer>();
};
const order = (file: string, basis: string, more: Readonly<Record<string, string>> = {}) => sendStatement(program, cashier(), '/api/bank-statements', file, { commandId: randomUUID(), basis, lookedAt: '1', ...more });
const codeOf = (answer: { readonly body: string }): string => (JSON.parse(answer.body) as { code?: string }).code ?? 'done';
const take = (...movements: readonly TestMovement[]): Promise<ImportedAnswer> => takeOver(program, program.home, movements);
let numbers = 0;
/** A movement with a number of its own. */
const move = (amount: number, memo: string, more: Partial<TestMovement> = {}): TestMovement => ({ amount, memo, number: `FT${String((numbers += 1))}`, ...more });

describe('a statement that is taken over', () => {
  test('pays what its lines name with a whole reference and the exact amount; the dossier, the list and the journal know of it', async () => {
    const owed = await owe();
    const { id, lists, newLines } = await take(move(DUE, `MBVCB.123.${owed.reference.toLowerCase()} CT tu 0011`), move(-5_000, 'phi dich vu'));
    assert.deepEqual([newLines, lists.exact, lists.outgoing.count], [2, { count: 1, sum: DUE }, 1]);
    assert.deepEqual(await standing(owed), { state: 'paid', paid: DUE, payments: 1 });
    const [line] = await linesIn('automatic', id);
    assert.deepEqual([line?.payments[0]?.payable.reference, line?.payments[0]?.automatic, line?.decidedBy], [owed.reference, true, null]);
    const { pool } = program.database.owner;
    const { rows } = await pool.query<{ source: string; state: string }>('select m.source, d.state from payment m join payable p on p.id = m.payable_id join dossier d on d.id = p.dossier_id where p.id = $1', [owed.id]);
    assert.equal(rows[0]?.source, `statement-line:${line?.id ?? ''}:1`);
    const journal = await pool.query("select from journal where entry::text like '%bank-statement.imported%' and entry::text like $1", [`%${id}%`]);
    assert.equal(journal.rowCount, 1);
    const { views, statements } = await read<OverviewAnswer>('/api/bank-statements');
    assert.ok(views.automatic.count >= 1 && statements.some((one) => one.id === id && one.newLines === 2 && one.moneyIn === DUE && one.moneyOut === 5_000));
  });

  test('twice changes nothing: not the same file, not the same command, not a file that overlaps', async () => {
    const [first, second] = [await owe(), await owe()];
    const movements = [move(DUE, first.reference, { balance: 150_000 }), move(1_000, 'lai', { balance: 151_000 })];
    const file = statementCsv(movements);
    const { basis } = await preview(file);
    const commandId = randomUUID();
    const [done, again] = [await order(file, basis, { commandId }), await order(file, basis, { commandId })];
    assert.equal(done.statusCode, 200, done.body);
    assert.deepEqual(again.json(), done.json());
    const same = await preview(file);
    assert.deepEqual([same.newLines, same.knownLines, same.ready, same.sameFile?.by], [0, 2, false, cashier().fullName]);
    assert.equal(codeOf(await order(file, same.basis)), 'bank-statements.nothing-new');
    const { newLines, knownLines, lists } = await take(movements[1] as TestMovement, move(DUE, second.reference, { balance: 201_000 }));
    assert.deepEqual([newLines, knownLines, lists.exact.count], [1, 1, 1]);
    assert.deepEqual([await standing(first), await standing(second)], [{ state: 'paid', paid: DUE, payments: 1 }, { state: 'paid', paid: DUE, payments: 1 }]);
  });

  test('by two at once is taken over once', async () => {
    const owed = await owe();
    const file = statementCsv([move(DUE, owed.reference)]);
    const { basis } = await preview(file);
    const answers = await Promise.all([order(file, basis), order(file, basis), order(file, basis)]);
    assert.deepEqual(answers.map(codeOf).sort(), ['bank-statements.nothing-new', 'bank-statements.nothing-new', 'done']);
    assert.deepEqual(await standing(owed), { state: 'paid', paid: DUE, payments: 1 });
  });

  test('is refused when somebody paid at the counter since the preview, and shows it as a duplicate then', async () => {
    const owed = await owe();
    const file = statementCsv([move(DUE, owed.reference)]);
    const { basis } = await preview(file);
    assert.equal((await program.send(cashier(), 'POST', `/api/payables/${owed.id}/cash`, { commandId: randomUUID(), amount: DUE, given: DUE })).status, 200);
    assert.equal(codeOf(await order(file, basis)), 'bank-statements.changed-since');
    const looked = await preview(file);
    assert.deepEqual([looked.lists.duplicate.count, looked.lines[0]?.reasons.includes('paid-before')], [1, true]);
    assert.equal((await standing(owed))?.payments, 1);
  });
});

describe('what is not exact waits for a person', () => {
  test('one đồng less: it is recorded, the payable stays open, and the missing đồng completes it', async () => {
    const owed = await owe();
    const { id } = await take(move(DUE - 1, owed.reference));
    assert.deepEqual(await standing(owed), { state: 'open', paid: 0, payments: 0 });
    const [line] = await linesIn('under', id);
    const done = await act(line?.id ?? '', 'payments', { parts: [{ payableId: owed.id, amount: DUE - 1 }] });
    assert.deepEqual([done.status, (JSON.parse(done.body) as LineDone).missing], [200, 1]);
    assert.deepEqual(await standing(owed), { state: 'open', paid: DUE - 1, payments: 1 });
    const rest = await take(move(1, owed.reference));
    assert.equal(rest.lists.exact.count, 1);
    assert.deepEqual(await standing(owed), { state: 'paid', paid: DUE, payments: 2 });
  });

  test('one đồng more: the surplus is named', async () => {
    const owed = await owe();
    const { id } = await take(move(DUE + 1, owed.reference));
    const [line] = await linesIn('over', id);
    const done = await act(line?.id ?? '', 'payments', { parts: [{ payableId: owed.id, amount: DUE + 1 }] });
    assert.equal((JSON.parse(done.body) as LineDone).surplus, 1, done.body);
    assert.deepEqual(await standing(owed), { state: 'paid', paid: DUE + 1, payments: 1 });
  });

  test('one reference paid twice in a file: once, and the second is a duplicate', async () => {
    const owed = await owe();
    const { id, lists } = await take(move(DUE, owed.reference), move(DUE, `lan 2 ${owed.reference}`));
    assert.deepEqual([lists.exact.count, lists.duplicate.count], [1, 1]);
    assert.deepEqual(await standing(owed), { state: 'paid', paid: DUE, payments: 1 });
    assert.deepEqual((await linesIn('duplicate', id))[0]?.reasons, ['paid-by-line']);
  });

  test('a damaged reference: a person confirms, undoes with a reason, confirms again; an officer who comes second is told', async () => {
    const owed = await owe();
    const { id } = await take(move(DUE, `ck ${owed.reference.slice(0, -2)}`));
    const [line] = await linesIn('probable', id);
    assert.equal(line?.candidates[0]?.payable.id, owed.id);
    const parts = [{ payableId: owed.id, amount: DUE }];
    const two = await Promise.all([act(line.id, 'payments', { parts }), act(line.id, 'payments', { parts })]);
    assert.deepEqual(two.map(codeOf).sort(), ['bank-statements.line-decided', 'done']);
    assert.deepEqual(await standing(owed), { state: 'paid', paid: DUE, payments: 1 });
    assert.equal(codeOf(await act(line.id, 'undo', { reason: ' ' })), 'bank-statements.reason-missing');
    assert.equal((await act(line.id, 'undo', { reason: 'Nhầm hồ sơ' })).status, 200);
    assert.deepEqual(await standing(owed), { state: 'open', paid: 0, payments: 0 });
    assert.equal(codeOf(await act(line.id, 'undo', { reason: 'x' })), 'bank-statements.nothing-to-undo');
    assert.equal((await act(line.id, 'payments', { parts })).status, 200);
    assert.deepEqual(await standing(owed), { state: 'paid', paid: DUE, payments: 1 });
    const { line: now, events } = await read<LineAnswer>(`/api/bank-statements/lines/${line.id}`);
    assert.deepEqual(events.map(({ kind }) => kind), ['paid', 'undone', 'paid']);
    assert.deepEqual(now.payments.map(({ undone }) => undone?.reason ?? null), ['Nhầm hồ sơ', null]);
  });

  test('an exact one that a person undid is never paid by itself again', async () => {
    const owed = await owe();
    const { id } = await take(move(DUE, owed.reference));
    const [line] = await linesIn('automatic', id);
    assert.equal((await act(line?.id ?? '', 'undo', { reason: 'Ngân hàng đảo bút toán' })).status, 200);
    assert.deepEqual(await standing(owed), { state: 'open', paid: 0, payments: 0 });
    assert.equal((await linesIn('probable', id)).length, 1);
    // Another transfer with the same reference waits as well: somebody has to say which of the two is right.
    const other = await take(move(DUE, owed.reference));
    assert.deepEqual([other.lists.exact.count, other.lists.probable.count], [0, 1]);
  });

  test('one transfer for two dossiers is divided to the đồng, and looked for by code, reference or name', async () => {
    const [first, second] = [await owe(), await owe()];
    const { id } = await take(move(2 * DUE, `${first.reference} va ${second.reference}`));
    const [line] = await linesIn('probable', id);
    assert.deepEqual(line?.reasons, ['several-references', 'several-sum']);
    const wrong = await act(line.id, 'payments', { parts: [{ payableId: first.id, amount: DUE }, { payableId: second.id, amount: DUE - 1 }] });
    assert.equal(codeOf(wrong), 'bank-statements.parts-wrong');
    assert.equal(codeOf(await act(line.id, 'payments', { parts: [{ payableId: first.id, amount: DUE }, { payableId: randomUUID(), amount: DUE }] })), 'bank-statements.payable-unknown');
    const theirs = await owe(program.other);
    assert.equal(codeOf(await act(line.id, 'payments', { parts: [{ payableId: first.id, amount: DUE }, { payableId: theirs.id, amount: DUE }] })), 'bank-statements.payable-unknown');
    assert.deepEqual(await standing(first), { state: 'open', paid: 0, payments: 0 });
    assert.equal((await act(line.id, 'payments', { parts: [{ payableId: first.id, amount: DUE }, { payableId: second.id, amount: DUE }] })).status, 200);
    assert.deepEqual([(await standing(first))?.state, (await standing(second))?.state], ['paid', 'paid']);
    const third = await owe();
    for (const q of [third.reference.slice(0, 6).toLowerCase(), 'nguyen thi mau']) {
      const found = JSON.parse((await program.send(cashier(), 'POST', '/api/bank-statements/payables', { q })).body) as PayablesAnswer;
      assert.ok(found.items.some((one) => one.id === third.id), q);
    }
  });

  test('interest is set aside with a reason, and comes back', async () => {
    const { id } = await take(move(123, 'lai tien gui'));
    const [line] = await linesIn('unknown', id);
    assert.equal(codeOf(await act(line?.id ?? '', 'set-aside', { reason: '' })), 'bank-statements.reason-missing');
    assert.equal((await act(line?.id ?? '', 'set-aside', { reason: 'Lãi tiền gửi' })).status, 200);
    assert.equal((await linesIn('not-ours', id))[0]?.reason, 'Lãi tiền gửi');
    assert.equal(codeOf(await act(line?.id ?? '', 'payments', { parts: [{ payableId: randomUUID(), amount: 123 }] })), 'bank-statements.line-decided');
    assert.equal((await act(line?.id ?? '', 'undo', { reason: 'Là tiền phí' })).status, 200);
    assert.equal((await linesIn('unknown', id)).length, 1);
  });

  test('a line that was unknown is led to a payable that was opened since', async () => {
    const owed = await owe();
    const { id } = await take(move(DUE, `nop ${owed.reference.slice(2)}`));
    const [line] = await linesIn('probable', id);
    assert.equal((await act(line?.id ?? '', 'payments', { parts: [{ payableId: owed.id, amount: DUE }] })).status, 200);
    const { views } = await read<OverviewAnswer>('/api/bank-statements');
    const shown = await read<LinesAnswer>('/api/bank-statements/lines?view=by-person');
    assert.deepEqual(shown.total, views['by-person']);
  });
});
