import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { type Actor } from '../src/kernel/actor.ts';
import { type ImportedAnswer, type PreviewAnswer } from '../src/modules/bank-statements/contract/statement-schemas.ts';
import { type TestCommune } from './commune.ts';
import { type WholeProgram } from './whole-program.ts';

/** The account into which the communes of tests are paid. */
export const STATEMENT_ACCOUNT = '112233445566';

/** One movement as a test writes it: day, bank's number, what came in (below nought: went out), words; with the balance where the test says one. */
export interface TestMovement {
  readonly day?: string;
  readonly number?: string;
  readonly amount: number;
  readonly memo: string;
  readonly balance?: number;
}

type Ground = Pick<WholeProgram, 'server' | 'as' | 'database'>;
let visitors = 0;

/** Sends a form with a file, as the screen does. */
export async function sendStatement(program: Ground, actor: Actor, path: string, bytes: Buffer | string, fields: Readonly<Record<string, string>> = {}, name = 'sao-ke.csv') {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.append(field, value);
  form.append('file', new Blob([new Uint8Array(Buffer.from(bytes as string))]), name);
  const request = new Request('http://xa.test', { method: 'POST', body: form });
  visitors += 1;
  return program.server.inject({
    method: 'POST', url: path, remoteAddress: `10.9.${String(visitors >> 8)}.${String(visitors & 255)}`, headers: { ...program.as(actor), 'content-type': request.headers.get('content-type') ?? '' },
    payload: Buffer.from(await request.arrayBuffer()),
  });
}

/** A statement as a bank's CSV, with totals and a signature around it. */
export function statementCsv(movements: readonly TestMovement[], account: string | null = STATEMENT_ACCOUNT): string {
  const lines = movements.map(({ day = '23/11/2026', number = '', amount, memo, balance }) => [day, number, amount < 0 ? String(-amount) : '', amount > 0 ? String(amount) : '', balance === undefined ? '' : String(balance), `"${memo}"`].join(';'));
  return [...(account === null ? [] : [`Số tài khoản: ${account}`]), 'Ngày giao dịch;Số CT;Ghi nợ;Ghi có;Số dư;Nội dung', ...lines, 'Tổng cộng;;;;;', 'Người lập'].join('\n');
}

/** Says where a commune takes money by transfer. */
export async function setStatementAccount({ database }: Pick<WholeProgram, 'database'>, { commune }: TestCommune): Promise<void> {
  await database.owner.pool.query("insert into setting (commune_code, key, value, changed_at) values ($1, 'bank-account', $2, now()) on conflict (commune_code, key, valid_from) do update set value = excluded.value", [commune.code, JSON.stringify({ bin: '970415', bankName: 'VietinBank', number: STATEMENT_ACCOUNT, holder: 'UBND XA' })]);
}

/** Looks at a statement and takes it over. */
export async function takeOver(program: Ground, commune: TestCommune, movements: readonly TestMovement[]): Promise<ImportedAnswer> {
  const actor = commune.staff.cashier.actor;
  const file = statementCsv(movements);
  const looked = await sendStatement(program, actor, '/api/bank-statements/preview', file);
  assert.equal(looked.statusCode, 200, looked.body);
  const { basis } = looked.json<PreviewAnswer>();
  const done = await sendStatement(program, actor, '/api/bank-statements', file, { commandId: randomUUID(), basis, lookedAt: '1' });
  assert.equal(done.statusCode, 200, done.body);
  return done.json<ImportedAnswer>();
}
