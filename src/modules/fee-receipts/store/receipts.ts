import { type Selectable, sql, type Updateable } from 'kysely';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type FeeReceiptEventTable, type FeeReceiptTable } from '../../../platform/db/tables.generated.ts';
import { type ReceiptView } from '../domain/receipt-view.ts';
import { bookOf, periodOf, type SeriesRow } from './series.ts';

export type ReceiptRow = Selectable<FeeReceiptTable>;
export type ReceiptEventRow = Selectable<FeeReceiptEventTable>;

/** A receipt before it has its number. */
export interface NewReceipt {
  readonly communeCode: string;
  readonly id: string;
  readonly symbol: string;
  readonly year: number;
  readonly paymentId: string;
  readonly payableId: string;
  readonly dossierId: string | null;
  readonly method: ReceiptRow['method'];
  readonly amount: number;
  readonly payerName: string;
  /** What is printed, frozen from now on. */
  readonly view: ReceiptView;
  readonly verificationCode: string;
  readonly issuedAt: Date;
  readonly issuedOn: string;
  readonly issuedBy: string | null;
  readonly issuedByName: string;
  readonly cashierDayId: string | null;
  readonly corrects: string | null;
  readonly correctsHow: 'replace' | 'adjust' | null;
  readonly providerState: 'draft' | null;
  readonly providerNextAt: Date | null;
  readonly synthetic: boolean;
}

/**
 * Writes a receipt under the next number of its series: the number is taken in the statement that uses it, while the series is open and the book has
 * sheets, so that there are neither gaps nor doubles. Null: the series was closed, or its last number taken, meanwhile.
 */
export async function insertReceipt(tx: Tx, series: SeriesRow, receipt: NewReceipt): Promise<number | null> {
  const period = periodOf(series, receipt.year);
  // The year of the opening goes on after what was given elsewhere before; every later one begins with 1.
  const first = series.kind === 'paper' || series.opened_on.startsWith(period) ? series.first_number : 1;
  const { rows } = await sql<{ number: number }>`
    with series as (
      select id, template_symbol, coalesce(last_number, (10 ^ digits)::int - 1) as most from receipt_series
      where commune_code = ${receipt.communeCode} and id = ${series.id}::uuid and closed_at is null and opened_in = commune_code for share),
    counter as (
      insert into number_counter (commune_code, book, period, last) select ${receipt.communeCode}, ${bookOf(series.id)}, ${period}, ${first}::bigint from series
      on conflict (commune_code, book, period) do update set last = number_counter.last + 1 where number_counter.last < (select most from series)
      returning last)
    insert into fee_receipt (commune_code, id, series_id, year, number, template_symbol, symbol, payment_id, payable_id, dossier_id, method, amount, payer_name, view, verification_code, issued_at, issued_on,
      issued_by, issued_by_name, cashier_day_id, corrects, corrects_how, state, provider_state, provider_next_at, synthetic)
    select ${receipt.communeCode}, ${receipt.id}::uuid, series.id, ${Number(period)}::int, counter.last, series.template_symbol, ${receipt.symbol}, ${receipt.paymentId}::uuid, ${receipt.payableId}::uuid, ${receipt.dossierId}::uuid,
      ${receipt.method}, ${receipt.amount}::bigint, ${receipt.payerName}, ${JSON.stringify(receipt.view)}::jsonb, ${receipt.verificationCode}, ${receipt.issuedAt}, ${receipt.issuedOn}::date,
      ${receipt.issuedBy}::uuid, ${receipt.issuedByName}, ${receipt.cashierDayId}::uuid, ${receipt.corrects}::uuid, ${receipt.correctsHow}, 'issued', ${receipt.providerState}, ${receipt.providerNextAt}::timestamptz, ${receipt.synthetic}
    from series, counter returning number`.execute(tx);
  return rows[0]?.number ?? null;
}

/** The receipt that a payment was given at first; undefined: none yet. */
export async function findReceiptOfPayment(db: Database | Tx, communeCode: string, paymentId: string): Promise<ReceiptRow | undefined> {
  return db.selectFrom('fee_receipt').selectAll().where('commune_code', '=', communeCode).where('payment_id', '=', paymentId).where('corrects', 'is', null).executeTakeFirst();
}

/** One receipt of a commune. */
export async function findReceipt(db: Database | Tx, communeCode: string, id: string): Promise<ReceiptRow | undefined> {
  return db.selectFrom('fee_receipt').selectAll().where('commune_code', '=', communeCode).where('id', '=', id).executeTakeFirst();
}

/** The same, kept for this transaction. */
export async function loadReceiptForUpdate(tx: Tx, communeCode: string, id: string): Promise<ReceiptRow | undefined> {
  return tx.selectFrom('fee_receipt').selectAll().where('commune_code', '=', communeCode).where('id', '=', id).forUpdate().executeTakeFirst();
}

/** A receipt by the code in its QR, in any commune served here. */
export async function findReceiptByCode(db: Database, code: string): Promise<ReceiptRow | undefined> {
  return db.selectFrom('fee_receipt').selectAll().where('verification_code', '=', code).executeTakeFirst();
}

/** Writes what became of a receipt. */
export async function updateReceipt(tx: Tx, communeCode: string, id: string, change: Updateable<FeeReceiptTable>): Promise<void> {
  await tx.updateTable('fee_receipt').set(change).where('commune_code', '=', communeCode).where('id', '=', id).execute();
}

/** Adds to the history of a receipt. */
export async function insertEvent(tx: Tx, communeCode: string, receiptId: string, event: Pick<ReceiptEventRow, 'kind' | 'at' | 'by_id' | 'by_name' | 'words'>): Promise<void> {
  await sql`
    insert into fee_receipt_event (commune_code, receipt_id, seq, kind, at, by_id, by_name, words)
    select ${communeCode}, ${receiptId}::uuid, coalesce(max(seq), 0) + 1, ${event.kind}, ${event.at}, ${event.by_id}::uuid, ${event.by_name}, ${event.words}
    from fee_receipt_event where commune_code = ${communeCode} and receipt_id = ${receiptId}::uuid`.execute(tx);
}

/** What happened to a receipt, in its order. */
export async function listEvents(db: Database, communeCode: string, receiptId: string): Promise<readonly ReceiptEventRow[]> {
  return db.selectFrom('fee_receipt_event').selectAll().where('commune_code', '=', communeCode).where('receipt_id', '=', receiptId).orderBy('seq').execute();
}

/** The receipts about a dossier, in the order of their issue. */
export async function listReceiptsOf(db: Database | Tx, communeCode: string, dossierId: string): Promise<readonly ReceiptRow[]> {
  return db.selectFrom('fee_receipt').selectAll().where('commune_code', '=', communeCode).where('dossier_id', '=', dossierId).orderBy('issued_at').orderBy('id').execute();
}

/** The receipts of a payable that hold, in the order of their issue. */
export async function listReceiptsOfPayable(tx: Tx, communeCode: string, payableId: string): Promise<readonly ReceiptRow[]> {
  return tx.selectFrom('fee_receipt').selectAll().where('commune_code', '=', communeCode).where('payable_id', '=', payableId).where('ended_at', 'is', null).orderBy('issued_at').orderBy('id').execute();
}

/** The receipts about some dossiers that hold, in the order of their issue. */
export async function listReceiptsOfMany(db: Database, communeCode: string, dossierIds: readonly string[]): Promise<readonly ReceiptRow[]> {
  if (dossierIds.length === 0) return [];
  return db.selectFrom('fee_receipt').selectAll().where('commune_code', '=', communeCode).where((eb) => eb('dossier_id', '=', eb.fn.any(eb.val([...dossierIds])))).where('ended_at', 'is', null).orderBy('issued_at').orderBy('id').execute();
}

/** Which receipts of a period are wanted. */
export interface ReceiptFilter {
  readonly communeCode: string;
  /** Local days, both included. */
  readonly from: string;
  readonly to: string;
  readonly method: ReceiptRow['method'] | 'cashless' | null;
  readonly state: 'holds' | 'asked' | 'ended' | 'refused' | null;
  readonly collectorId: string | null;
}

function condition({ communeCode, from, to, method, state, collectorId }: ReceiptFilter) {
  return sql`commune_code = ${communeCode} and issued_on between ${from}::date and ${to}::date
    ${method === null ? sql`` : method === 'cashless' ? sql`and method <> 'cash'` : sql`and method = ${method}`}
    ${collectorId === null ? sql`` : sql`and issued_by = ${collectorId}::uuid`}
    ${state === null ? sql`` : state === 'holds' ? sql`and state in ('issued', 'adjusted')` : state === 'ended' ? sql`and state in ('voided', 'replaced')` : state === 'refused' ? sql`and provider_state = 'refused'` : sql`and asked_at is not null and ended_at is null`}`;
}

/** Receipts of a period, newest first, after the one that `before` names. */
export async function listReceipts(db: Database, filter: ReceiptFilter, before: string | null, limit: number): Promise<readonly ReceiptRow[]> {
  const after = before === null ? sql`` : sql`and (issued_on, issued_at, id) < (select b.issued_on, b.issued_at, b.id from fee_receipt b where b.commune_code = ${filter.communeCode} and b.id = ${before}::uuid)`;
  const { rows } = await sql<ReceiptRow>`select * from fee_receipt where ${condition(filter)} ${after} order by issued_on desc, issued_at desc, id desc limit ${limit}`.execute(db);
  return rows;
}

/** Every receipt of a period in the order of the book, for a file. */
export async function listBook(db: Database, filter: ReceiptFilter, limit: number): Promise<readonly ReceiptRow[]> {
  const { rows } = await sql<ReceiptRow>`select * from fee_receipt where ${condition(filter)} order by symbol, year, number limit ${limit}`.execute(db);
  return rows;
}

/** Counts and sums of receipts that hold, by method and collector. */
export interface ReceiptSum {
  readonly method: ReceiptRow['method'];
  readonly collectorId: string | null;
  readonly collectorName: string;
  readonly count: number;
  readonly amount: number;
}

/** Sums of the receipts of a period that hold; those that only correct words of others are no part of them. */
export async function sumReceipts(db: Database, filter: ReceiptFilter): Promise<readonly ReceiptSum[]> {
  const { rows } = await sql<ReceiptSum>`
    select method, issued_by as "collectorId", issued_by_name as "collectorName", count(*)::int as count, sum(amount)::bigint as amount from fee_receipt
    where ${condition({ ...filter, state: 'holds' })} and corrects_how is distinct from 'adjust' group by 1, 2, 3 order by 3, 1`.execute(db);
  return rows;
}

/** Requests that wait for a second person, and receipts that the provider refused. */
export async function countOpenReceipts(db: Database, communeCode: string): Promise<{ readonly asked: number; readonly refused: number }> {
  const { rows } = await sql<{ asked: number; refused: number }>`
    select count(*) filter (where asked_at is not null and ended_at is null)::int as asked, count(*) filter (where provider_state = 'refused' and ended_at is null)::int as refused
    from fee_receipt where commune_code = ${communeCode} and (asked_at is not null or provider_state = 'refused')`.execute(db);
  return rows[0] ?? { asked: 0, refused: 0 };
}

/** Receipts whose provider is to be told or asked now, of every commune, the longest waiting first. */
export async function listDueAtProvider(db: Database, now: Date, limit: number): Promise<readonly ReceiptRow[]> {
  return db.selectFrom('fee_receipt').selectAll().where('provider_next_at', '<=', now).orderBy('provider_next_at').limit(limit).execute();
}

/** Which of these payments have a receipt. */
export async function listReceiptedPayments(db: Database, communeCode: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('fee_receipt').select('payment_id').where('commune_code', '=', communeCode).where('payment_id', 'in', [...ids]).execute();
  return new Set(rows.map(({ payment_id: id }) => id));
}
