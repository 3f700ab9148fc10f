import { type Insertable, type Selectable, sql } from 'kysely';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type ReceiptNumberFateTable, type ReceiptSeriesTable } from '../../../platform/db/tables.generated.ts';

export type SeriesRow = Selectable<ReceiptSeriesTable>;
export type FateRow = Selectable<ReceiptNumberFateTable>;

/** The counter of a series, as `number_counter` calls it. */
export function bookOf(seriesId: string): string {
  return `fee-receipt:${seriesId}`;
}

/** The period in whose numbers a series counts: the year of the receipt, for a book on paper always that of its opening. */
export function periodOf(series: Pick<SeriesRow, 'kind' | 'opened_on'>, year: number): string {
  return series.kind === 'paper' ? series.opened_on.slice(0, 4) : String(year);
}

/** Every series of a commune, newest first, with the last number that each has taken in its period. */
export async function listSeries(db: Database | Tx, communeCode: string, year: number): Promise<readonly (SeriesRow & { readonly taken: number | null; readonly own: boolean })[]> {
  const { rows } = await sql<SeriesRow & { taken: number | null; own: boolean }>`
    select s.*, n.last as taken, s.opened_in = s.commune_code as own from receipt_series s
    left join number_counter n on n.commune_code = s.opened_in and n.book = 'fee-receipt:' || s.id and n.period = case s.kind when 'paper' then to_char(s.opened_on, 'YYYY') else ${String(year)} end
    where s.commune_code = ${communeCode} order by s.opened_on desc, s.opened_at desc, s.id`.execute(db);
  return rows;
}

/** One series, kept for this transaction: whoever takes a number of it waits. */
export async function loadSeriesForUpdate(tx: Tx, communeCode: string, id: string): Promise<SeriesRow | undefined> {
  const { rows } = await sql<SeriesRow>`select * from receipt_series where commune_code = ${communeCode} and id = ${id}::uuid and opened_in = commune_code for update`.execute(tx);
  return rows[0];
}

/** The last number that was taken in a period; null: none yet. */
export async function findTaken(tx: Tx, communeCode: string, series: SeriesRow, year: number): Promise<number | null> {
  const row = await tx.selectFrom('number_counter').select('last').where('commune_code', '=', communeCode).where('book', '=', bookOf(series.id)).where('period', '=', periodOf(series, year)).executeTakeFirst();
  return row?.last ?? null;
}

/** Writes a new series. */
export async function insertSeries(tx: Tx, row: Insertable<ReceiptSeriesTable>): Promise<void> {
  await tx.insertInto('receipt_series').values(row).execute();
}

/** Books on paper of the same symbols whose numbers meet a range. */
export async function findOverlap(tx: Tx, wish: { readonly communeCode: string; readonly templateSymbol: string; readonly symbol: string; readonly from: number; readonly to: number }): Promise<{ readonly from: number; readonly to: number } | undefined> {
  const row = await tx.selectFrom('receipt_series').select(['first_number', 'last_number']).where('commune_code', '=', wish.communeCode).where('kind', '=', 'paper')
    .where('template_symbol', '=', wish.templateSymbol).where('symbol', '=', wish.symbol).where('first_number', '<=', wish.to).where('last_number', '>=', wish.from).executeTakeFirst();
  return row === undefined ? undefined : { from: row.first_number, to: row.last_number ?? row.first_number };
}

/** Ends a series. */
export async function closeSeries(tx: Tx, communeCode: string, id: string, end: { readonly closed_at: Date; readonly closed_by: string; readonly closed_by_name: string; readonly close_reason: string }): Promise<void> {
  await tx.updateTable('receipt_series').set(end).where('commune_code', '=', communeCode).where('id', '=', id).execute();
}

/** Notes what became of numbers of a book. */
export async function insertFate(tx: Tx, row: Insertable<ReceiptNumberFateTable>): Promise<void> {
  await tx.insertInto('receipt_number_fate').values(row).execute();
}

/** What became of numbers without a receipt, of every book. */
export async function listFates(db: Database, communeCode: string): Promise<readonly FateRow[]> {
  return db.selectFrom('receipt_number_fate').selectAll().where('commune_code', '=', communeCode).orderBy('series_id').orderBy('from_number').execute();
}

/** Moves the counter of a book over numbers that were spoiled or lost; false when somebody took one of them meanwhile. The caller holds the series. */
export async function passOver(tx: Tx, communeCode: string, series: SeriesRow, from: number, to: number): Promise<boolean> {
  const { rows } = await sql<{ last: number }>`
    insert into number_counter (commune_code, book, period, last) values (${communeCode}, ${bookOf(series.id)}, ${periodOf(series, 0)}, ${to})
    on conflict (commune_code, book, period) do update set last = excluded.last where number_counter.last = ${from - 1} returning last`.execute(tx);
  return rows.length === 1;
}

/** Numbers of a series in a year under which there is neither a receipt nor a word, up to the last that was taken. */
export async function listSilentNumbers(db: Database, communeCode: string, series: SeriesRow, year: number, first: number, last: number): Promise<readonly number[]> {
  const { rows } = await sql<{ n: number }>`
    select n::int from generate_series(${first}::int, ${last}::int) n
    where not exists (select from fee_receipt r where r.commune_code = ${communeCode} and r.series_id = ${series.id}::uuid and r.number = n and (${series.kind} = 'paper' or r.year = ${year}))
      and not exists (select from receipt_number_fate f where f.commune_code = ${communeCode} and f.series_id = ${series.id}::uuid and n between f.from_number and f.to_number)
    order by n limit 50`.execute(db);
  return rows.map(({ n }) => n);
}
