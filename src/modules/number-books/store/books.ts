import { type Selectable, sql } from 'kysely';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type NumberBookEventTable, type NumberBookTable } from '../../../platform/db/tables.generated.ts';

export type BookRow = Selectable<NumberBookTable>;
export type BookEventRow = Selectable<NumberBookEventTable>;

/** A book of a year by its name, such as `certification:SCT/BS`. */
export interface BookKey {
  readonly communeCode: string;
  readonly book: string;
  readonly period: string;
}

/** Everything that was noted about the books of a year. */
export async function listBookRows(db: Database, communeCode: string, period: string): Promise<{ readonly books: readonly BookRow[]; readonly events: readonly BookEventRow[] }> {
  const [books, events] = await Promise.all([
    db.selectFrom('number_book').selectAll().where('commune_code', '=', communeCode).where('period', '=', period).execute(),
    db.selectFrom('number_book_event').selectAll().where('commune_code', '=', communeCode).where('period', '=', period).orderBy('book').orderBy('seq').execute(),
  ]);
  return { books, events };
}

/** The last numbers of the books of a year; a book that nothing was taken from is not there. */
export async function listCounters(db: Database | Tx, communeCode: string, period: string): Promise<ReadonlyMap<string, number>> {
  const rows = await db.selectFrom('number_counter').select(['book', 'last']).where('commune_code', '=', communeCode).where('period', '=', period).execute();
  return new Map(rows.map(({ book, last }) => [book, last]));
}

/** The daily codes of dossiers of a year, by agency: on how many days, how many altogether, and the last. */
export async function listDailyCounters(db: Database, communeCode: string, year: string): Promise<readonly { readonly agency: string; readonly days: number; readonly total: number; readonly lastDay: string; readonly lastNumber: number }[]> {
  const { rows } = await sql<{ agency: string; days: number; total: number; lastDay: string; lastNumber: number }>`
    select substr(book, 9) as agency, count(*)::int as days, sum(last)::bigint as total, max(period) as "lastDay", (array_agg(last order by period desc))[1] as "lastNumber"
    from number_counter where commune_code = ${communeCode} and book like 'dossier:%' and period >= ${`${year}-01-01`} and period <= ${`${year}-12-31`} group by book order by 1`.execute(db);
  return rows;
}

/** The years that a commune has books of, newest first. */
export async function listBookYears(db: Database, communeCode: string): Promise<readonly string[]> {
  const { rows } = await sql<{ year: string }>`
    select distinct left(period, 4) as year from (select period from number_counter where commune_code = ${communeCode} union select period from number_book where commune_code = ${communeCode}) p order by 1 desc`.execute(db);
  return rows.map(({ year }) => year);
}

/** A book with its counter, kept for this transaction: whoever wants a number of it waits until what happens to the book is committed. */
export async function loadBookForUpdate(tx: Tx, { communeCode, book, period }: BookKey): Promise<{ readonly row: BookRow | undefined; readonly counter: number | undefined }> {
  await sql`select pg_advisory_xact_lock(hashtext('number-book'), hashtext(${`${communeCode} ${book} ${period}`}))`.execute(tx);
  const counter = await tx.selectFrom('number_counter').select('last').where('commune_code', '=', communeCode).where('book', '=', book).where('period', '=', period).forUpdate().executeTakeFirst();
  const row = await tx.selectFrom('number_book').selectAll().where('commune_code', '=', communeCode).where('book', '=', book).where('period', '=', period).forUpdate().executeTakeFirst();
  return { row, counter: counter?.last };
}

/** Sets where the counter of a book begins; false when somebody took a number meanwhile. */
export async function beginCounter(tx: Tx, { communeCode, book, period }: BookKey, last: number): Promise<boolean> {
  const done = await tx.insertInto('number_counter').values({ commune_code: communeCode, book, period, last }).onConflict((on) => on.doNothing()).executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n;
}

/** Notes that a book was opened. */
export async function insertBook(tx: Tx, { communeCode, book, period }: BookKey, opened: Pick<BookRow, 'first_number' | 'paper_last' | 'opened_on' | 'opened_at' | 'opened_by' | 'opened_by_name'>): Promise<void> {
  await tx.insertInto('number_book').values({ commune_code: communeCode, book, period, ...opened }).execute();
}

/** Notes that a book was closed, or is open again. */
export async function updateClosing(tx: Tx, { communeCode, book, period }: BookKey, closing: Pick<BookRow, 'closed_on' | 'closed_at' | 'closed_by' | 'closed_by_name' | 'closed_last'>): Promise<void> {
  await tx.updateTable('number_book').set(closing).where('commune_code', '=', communeCode).where('book', '=', book).where('period', '=', period).execute();
}

/** Adds to the history of a book. */
export async function insertBookEvent(tx: Tx, { communeCode, book, period }: BookKey, event: Pick<BookEventRow, 'kind' | 'at' | 'by_id' | 'by_name' | 'from_number' | 'to_number' | 'reason'>): Promise<void> {
  const { kind, at, by_id, by_name, from_number, to_number, reason } = event;
  await sql`
    insert into number_book_event (commune_code, book, period, seq, kind, at, by_id, by_name, from_number, to_number, reason)
    select ${communeCode}, ${book}, ${period}, coalesce(max(seq), 0) + 1, ${kind}, ${at}, ${by_id}, ${by_name}, ${from_number}::bigint, ${to_number}::bigint, ${reason}
    from number_book_event where commune_code = ${communeCode} and book = ${book} and period = ${period}`.execute(tx);
}
