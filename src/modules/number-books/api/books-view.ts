import { type BookItem, type BooksResponse } from '../contract/book-schemas.ts';
import { type BookState, explainGaps, type NumberGap } from '../domain/book.ts';
import { type BookEventRow, type BookRow, listBookRows, listBookYears, listCounters, listDailyCounters } from '../store/books.ts';
import { type BookRecords, type KnownBook, type NumberBookDeps } from './deps.ts';

/** Numbers on paper as an explanation of what is missing here. */
const ON_PAPER = 'Đã cấp trên sổ giấy';

/** What is known about why numbers are missing: those on paper, what was left out at the opening, what somebody explained later. */
export function explanationsOf(row: BookRow | undefined, events: readonly BookEventRow[]): readonly (NumberGap & { readonly reason: string })[] {
  const opened = events.find(({ kind }) => kind === 'opened');
  return [
    ...(row === undefined || row.paper_last === 0 ? [] : [{ from: 1, to: row.paper_last, reason: ON_PAPER }]),
    ...(row === undefined || opened === undefined || row.first_number <= row.paper_last + 1 ? [] : [{ from: row.paper_last + 1, to: row.first_number - 1, reason: opened.reason }]),
    ...events.flatMap(({ kind, from_number: from, to_number: to, reason }) => (kind === 'gap-explained' && from !== null && to !== null ? [{ from, to, reason }] : [])),
  ];
}

/** A book as the rules look at it. */
export function stateOf(row: BookRow | undefined, counter: number | undefined): BookState {
  return { last: counter ?? 0, begun: counter !== undefined, opened: row !== undefined, closed: row?.closed_at != null };
}

/** One book as it is shown. */
function bookItem(known: KnownBook, row: BookRow | undefined, counter: number | undefined, records: BookRecords, events: readonly BookEventRow[]): BookItem {
  const first = row?.first_number ?? 1;
  // Before its first use the counter stands one below the first number: nothing was given yet.
  const last = counter === undefined || counter < first ? 0 : counter;
  return {
    book: known.book, group: known.group, title: known.title, symbol: known.symbol,
    state: row?.closed_at != null ? 'closed' : last === 0 && row === undefined ? 'unused' : 'open',
    first, last, count: records.count, paperLast: row?.paper_last ?? 0,
    openedOn: row?.opened_on ?? null, openedBy: row?.opened_by_name ?? null, closedOn: row?.closed_on ?? null, closedBy: row?.closed_by_name ?? null, newestOn: records.newestOn,
    gaps: [...explainGaps(records.gaps, explanationsOf(row, events))], voided: [...records.voided],
    events: events.map(({ kind, at, by_name: by, from_number: from, to_number: to, reason }) => ({ kind, at: at.toISOString(), by, from, to, reason })),
  };
}

/** Every book of a commune in a year: those in use and those that can be opened. */
export async function booksView(deps: NumberBookDeps, communeCode: string, year: string, today: string, mayChange: boolean): Promise<BooksResponse> {
  const [{ books, events }, counters, daily, years] = await Promise.all([
    listBookRows(deps.db, communeCode, year), listCounters(deps.db, communeCode, year), listDailyCounters(deps.db, communeCode, year), listBookYears(deps.db, communeCode),
  ]);
  const items: BookItem[] = [];
  for (const known of deps.listBooks(Number(year))) {
    const row = books.find(({ book }) => book === known.book);
    const counter = counters.get(known.book);
    const records = await deps.recordsOf(deps.db, communeCode, known.book, Number(year), counter ?? 0);
    items.push(bookItem(known, row, counter, records, events.filter(({ book }) => book === known.book)));
  }
  const thisYear = today.slice(0, 4);
  return { year, today, years: [...new Set([thisYear, ...years])].toSorted().toReversed(), mayChange, items, daily: [...daily] };
}
