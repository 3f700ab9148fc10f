import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { createTwoCommunes, RIGHT_BODY, type TwoCommunes } from '../../../../test/matrix-things.ts';
import { type PayableDeps, recordPayment } from '../../payments/index.ts';
import { visit } from '../../../../test/certification-house.ts';

/** Payments without ears. */
const PAYABLES: PayableDeps = {
  newId: randomUUID, randomBytes, lockDossier: () => Promise.resolve(), dossiersOf: () => Promise.resolve(new Map()), onMoney: () => Promise.resolve(), onPayment: () => Promise.resolve({ ok: true, value: undefined }), onMoneyBack: () => Promise.resolve({ ok: true, value: undefined }),
};

interface Payable {
  readonly purpose: string;
  readonly amount: number;
  readonly state: string;
}

describe('fees and payments, as the program is composed', () => {
  let program: TwoCommunes;
  before(async () => { program = await createTwoCommunes(); });
  after(() => program.close());

  const payablesOf = async (dossierId: string) =>
    (await program.database.owner.pool.query<Payable>('select purpose, amount::int as amount, state from payable where dossier_id = $1 order by opened_at', [dossierId])).rows;
  const send = (method: 'GET' | 'POST', url: string, body?: object) => program.send(program.home.staff.reception.actor, method, url, body);
  /** A birth that is declared at the counter. */
  const birth = async (fees: object): Promise<string> => {
    const right = RIGHT_BODY['POST /api/dossiers/:id/receive']?.(program.home) ?? {};
    const dossierId = randomUUID();
    const whole = { ...right, commandId: randomUUID(), dossierId, procedureCode: '1.001193', channel: 'counter', fees };
    const request = Object.fromEntries(Object.entries(whole).filter(([name]) => name !== 'expectedVersion'));
    const answer = await send('POST', '/api/dossiers', request);
    assert.equal(answer.status, 200, answer.body);
    return dossierId;
  };
  const copies = (quantity: number) => ({ items: quantity === 0 ? [] : [{ code: 'extra-extract-copy', quantity, pages: null }], claims: [], eventDay: '2026-11-20' });

  test('a birth in time with a copy opens a payable of 8.000 đ, which follows every change and goes with the last copy', async () => {
    const id = await birth(copies(1));
    assert.deepEqual(await payablesOf(id), [{ purpose: 'fees', amount: 8_000, state: 'open' }]);
    const change = async (expectedVersion: number, quantity: number) => {
      const answer = await send('POST', `/api/dossiers/${id}/fees`, { commandId: randomUUID(), expectedVersion, reason: 'Đếm lại', paidKnown: false, fees: copies(quantity) });
      assert.equal(answer.status, 200, answer.body);
    };
    await change(1, 3);
    assert.deepEqual(await payablesOf(id), [{ purpose: 'fees', amount: 24_000, state: 'open' }]);
    await change(2, 0);
    assert.deepEqual(await payablesOf(id), [{ purpose: 'fees', amount: 24_000, state: 'cancelled' }]);
  });

  test('nothing to pay opens no payable', async () => {
    assert.deepEqual(await payablesOf(await birth(copies(0))), []);
  });

  test('what was paid at the counter is known: less is refused, more is collected', async () => {
    const id = await birth(copies(1));
    const { rows } = await program.database.owner.pool.query<{ id: string }>('select id from payable where dossier_id = $1', [id]);
    // A transfer that came in, as a statement of the bank tells it: it needs nobody at the counter.
    const paid = await program.database.owner.db.transaction().execute((tx) => recordPayment(PAYABLES, tx, { communeCode: program.home.commune.code, payableId: rows[0]?.id ?? '', method: 'transfer', amount: 8_000, paidAt: program.clock.now(), source: 'statement-line:1', at: program.clock.now(), actor: null }));
    assert.equal(paid.ok && paid.value.fit, 'exact');
    const change = (quantity: number, paidKnown: boolean) => send('POST', `/api/dossiers/${id}/fees`, { commandId: randomUUID(), expectedVersion: 1, reason: 'Đếm lại', paidKnown, fees: copies(quantity) });
    assert.match((await change(0, true)).body, /fees\.below-paid/);
    assert.match((await change(2, false)).body, /fees\.paid-already/);
    assert.equal((await change(2, true)).status, 200);
    assert.deepEqual(await payablesOf(id), [{ purpose: 'fees', amount: 16_000, state: 'open' }]);
  });

  test('a visit to the certification lane has a line for every document, by the same tariff as the lane', async () => {
    const request = visit();
    const answer = await send('POST', '/api/certifications', request);
    assert.equal(answer.status, 200, answer.body);
    const { fee } = JSON.parse(answer.body) as { readonly fee: number };
    const fees = JSON.parse((await send('GET', `/api/dossiers/${String(request['dossierId'])}/fees`)).body) as { readonly total: number; readonly lines: readonly { readonly code: string; readonly pages: number | null }[] };
    assert.equal(fees.total, fee);
    assert.equal(fees.lines.length, (request['documents'] as readonly unknown[]).length);
  });
});
