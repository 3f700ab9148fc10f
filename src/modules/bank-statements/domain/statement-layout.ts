import { foldForSearch } from '../../../kernel/text-folding.ts';
import { type DayOrder, type SheetRow, STATEMENT_FIELDS, type StatementField, type StatementReading } from './statement-line.ts';

/** What a shipped layout is called. */
export type LayoutName = Readonly<Record<'vi' | 'en', string>>;

/** How the exports of one bank look: what its columns are called, best name first. A file of `data/bank-statements/`. */
export interface StatementLayout {
  readonly code: string;
  readonly name: LayoutName;
  /** Six digits of the bank in the NAPAS network; null: of any bank. */
  readonly bin: string | null;
  /** Where the names of the columns are known from, and what is to be checked. */
  readonly source: string;
  readonly dayOrder: DayOrder;
  readonly headings: Readonly<Partial<Record<StatementField, readonly string[]>>>;
}

/** A way of reading that an officer chose once for files whose headings read exactly so. */
export interface SavedLayout {
  readonly id: string;
  readonly name: string;
  /** The folded headings of its columns, as they stand in one line. */
  readonly headings: readonly string[];
  readonly columns: StatementReading['columns'];
  readonly dayOrder: DayOrder;
}

/** Which layout a file has. */
export interface FoundLayout {
  readonly reading: StatementReading;
  readonly layout: { readonly kind: 'bank'; readonly code: string; readonly name: LayoutName } | { readonly kind: 'saved'; readonly id: string; readonly name: string };
}

/** So many lines may stand above the headings: the bank's name, the holder, the period. */
const TOP_LINES = 40;

/** A heading as it is compared: without accents, signs, and the currency behind it. */
export function foldHeading(text: string): string {
  return foldForSearch(text).replace(/ (?:vnd|dong|d)$/u, '');
}

/** The headings of a line, folded, without empty ones at the end. */
export function headingsOf(row: SheetRow): readonly string[] {
  const folded = row.cells.map(({ text }) => foldHeading(text));
  return folded.slice(0, folded.findLastIndex((heading) => heading !== '') + 1);
}

/** Whether a reading has what no statement can do without: the day, the words, and money in. */
export function isWholeReading(columns: StatementReading['columns']): boolean {
  return columns.date !== undefined && columns.memo !== undefined && (columns.credit !== undefined || columns.amount !== undefined);
}

/** Every way in which a heading may name something: “Ngày giao dịch”, “Transaction date”, and both in one cell. */
function namesOf(names: readonly string[]): ReadonlyMap<string, number> {
  const ranks = new Map<string, number>();
  const folded = names.map(foldHeading);
  folded.forEach((name, rank) => { if (!ranks.has(name)) ranks.set(name, rank); });
  for (const [rank, first] of folded.entries()) {
    for (const second of folded) if (!ranks.has(`${first} ${second}`)) ranks.set(`${first} ${second}`, rank);
  }
  return ranks;
}

type KnownNames = readonly (readonly [StatementField, ReadonlyMap<string, number>])[];

function knownNames({ headings }: StatementLayout): KnownNames {
  return STATEMENT_FIELDS.flatMap((field) => (headings[field] === undefined ? [] : [[field, namesOf(headings[field])] as const]));
}

function columnsBy(headings: readonly string[], names: KnownNames): StatementReading['columns'] {
  const columns: Partial<Record<StatementField, number>> = {};
  for (const [field, ranks] of names) {
    let best: { readonly column: number; readonly rank: number } | undefined;
    for (const [column, heading] of headings.entries()) {
      const rank = heading === '' ? undefined : ranks.get(heading);
      if (rank !== undefined && (best === undefined || rank < best.rank)) best = { column, rank };
    }
    if (best !== undefined) columns[field] = best.column;
  }
  return columns;
}

/**
 * Finds which layout a file has by the words of its headings: a saved one whose headings are exactly these, else the bank's layout that knows most of them.
 * `bin`: the bank of the commune's account, preferred among equals. Undefined when nothing fits; then an officer says what the columns mean.
 */
export function findLayout(rows: readonly SheetRow[], saved: readonly SavedLayout[], layouts: readonly StatementLayout[], bin: string | null): FoundLayout | undefined {
  const top = rows.slice(0, TOP_LINES).map((row) => ({ line: row.line, headings: headingsOf(row) }));
  for (const { line, headings } of top) {
    const same = saved.find((one) => one.headings.length === headings.length && one.headings.every((heading, index) => heading === headings[index]));
    if (same !== undefined) return { reading: { headingLine: line, columns: same.columns, dayOrder: same.dayOrder }, layout: { kind: 'saved', id: same.id, name: same.name } };
  }
  let best: (FoundLayout & { readonly known: number; readonly own: boolean }) | undefined;
  for (const layout of layouts) {
    const names = knownNames(layout);
    for (const { line, headings } of top) {
      const columns = columnsBy(headings, names);
      if (!isWholeReading(columns)) continue;
      const known = Object.keys(columns).length;
      const own = bin !== null && layout.bin === bin;
      if (best !== undefined && (known < best.known || (known === best.known && (!own || best.own)))) continue;
      best = { known, own, reading: { headingLine: line, columns, dayOrder: layout.dayOrder }, layout: { kind: 'bank', code: layout.code, name: layout.name } };
    }
  }
  return best === undefined ? undefined : { reading: best.reading, layout: best.layout };
}

/** Where the headings probably stand when nobody knows them: the first line with three words or more, none of them a number, above a line with numbers. */
export function guessHeadingLine(rows: readonly SheetRow[]): number {
  const top = rows.slice(0, TOP_LINES);
  const filled = (row: SheetRow): readonly string[] => row.cells.map(({ text }) => text.trim()).filter((text) => text !== '');
  const widest = Math.max(0, ...top.map((row) => filled(row).length));
  const found = top.find((row) => filled(row).length >= Math.max(3, widest - 2) && filled(row).every((text) => !/^[\d.,:/\s-]+$/u.test(text)));
  return found?.line ?? 0;
}
