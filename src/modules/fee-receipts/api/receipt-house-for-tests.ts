import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { type Actor } from '../../../kernel/actor.ts';
import { createTwoCommunes, type TwoCommunes } from '../../../../test/matrix-things.ts';
import { type TestCommune } from '../../../../test/commune.ts';
import { type DaysResponse } from '../contract/cashier-schemas.ts';
import { type ReceiptItem, type ReceiptResponse, type ReceiptsResponse, type SeriesResponse } from '../contract/receipt-schemas.ts';

/** The whole program with what receipts are tried with. */
export interface ReceiptHouse extends TwoCommunes {
  readonly get: <T>(url: string, actor?: Actor) => Promise<T>;
  readonly post: (url: string, body: object, actor?: Actor) => Promise<{ readonly status: number; readonly body: string; readonly code: string | undefined }>;
  /** Opens an electronic series. */
  readonly openSeries: (part?: object, commune?: TestCommune) => Promise<string>;
  /** A payable of 50,000 đồng that is open. */
  readonly payable: (commune?: TestCommune) => Promise<string>;
  /** Takes cash for it. */
  readonly takeCash: (payableId: string, actor?: Actor) => Promise<{ readonly status: number; readonly code: string | undefined; readonly paymentId: string }>;
  readonly receipts: (query?: string) => Promise<ReceiptsResponse>;
  readonly receiptOf: (paymentId: string) => Promise<ReceiptItem | undefined>;
  readonly receipt: (id: string) => Promise<ReceiptResponse>;
  readonly series: () => Promise<SeriesResponse>;
  readonly days: (actor?: Actor) => Promise<DaysResponse>;
  /** Runs a job of the background by its name. */
  readonly run: (job: string) => Promise<unknown>;
}

/** Builds the house; the caller closes it. */
export async function createReceiptHouse(): Promise<ReceiptHouse> {
  const program = await createTwoCommunes();
  const cashier = (): Actor => program.home.staff.cashier.actor;
  const post: ReceiptHouse['post'] = (url, body, actor = cashier()) => program.send(actor, 'POST', url, { commandId: randomUUID(), ...body });
  const get = async <T>(url: string, actor: Actor = cashier()): Promise<T> => {
    const answer = await program.send(actor, 'GET', url);
    assert.equal(answer.status, 200, answer.body);
    return JSON.parse(answer.body) as T;
  };
  const receipts: ReceiptHouse['receipts'] = (query = '') => get<ReceiptsResponse>(`/api/fee-receipts${query}`);
  return {
    ...program, post, get, receipts,
    openSeries: async (part = {}, commune = program.home) => {
      const answer = await post('/api/receipt-series', {
        kind: 'electronic', templateSymbol: '01BLP0-001', symbol: 'HL-{yy}E', bodyName: 'Ủy ban nhân dân xã Hoa Lộc', taxCode: '0100109106', firstNumber: 1, lastNumber: null, openedOn: '2026-11-23', validUntil: null, holderId: null, ...part,
      }, commune.staff.cashier.actor);
      assert.equal(answer.status, 200, answer.body);
      return (JSON.parse(answer.body) as { readonly id: string }).id;
    },
    payable: async (commune = program.home) => (await program.make('payable', commune)).params['id'] ?? '',
    takeCash: async (payableId, actor = cashier()) => {
      const answer = await post(`/api/payables/${payableId}/cash`, { amount: 50_000, given: 50_000 }, actor);
      return { status: answer.status, code: answer.code, paymentId: answer.status === 200 ? (JSON.parse(answer.body) as { readonly paymentId: string }).paymentId : '' };
    },
    receiptOf: async (paymentId) => {
      const row = await program.database.owner.db.selectFrom('fee_receipt').select('id').where('payment_id', '=', paymentId).where('corrects', 'is', null).executeTakeFirst();
      return row === undefined ? undefined : (await get<ReceiptResponse>(`/api/fee-receipts/${row.id}`)).receipt;
    },
    receipt: (id) => get<ReceiptResponse>(`/api/fee-receipts/${id}`),
    series: () => get<SeriesResponse>('/api/receipt-series'),
    days: (actor = cashier()) => get<DaysResponse>('/api/cashier-days', actor),
    run: async (name) => {
      const job = program.parts.background.jobs.find((one) => one.name === name);
      assert.ok(job !== undefined, name);
      return job.run(program.clock.now(), new AbortController().signal);
    },
  };
}
