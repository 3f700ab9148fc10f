import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { type Locale } from '../../../platform/i18n/locale.ts';
import { type Cell, cellText, readAside, READING_LIMITS, type TableRow, type Understood } from '../../exchange/index.ts';
import { COLUMN_WORDS, findStaffHeadings, type ListCell, type ListLine, type StaffColumn } from '../domain/staff-columns.ts';
import { LIST_BYTES, type SentList } from './read-upload.ts';

/** A file whose headings were found. */
export interface ReadList {
  readonly sheet: string | null;
  readonly format: 'csv' | 'xlsx' | 'json';
  /** Every line of the file, the headings included. */
  readonly all: readonly ListLine[];
  /** The lines below the headings. */
  readonly lines: readonly ListLine[];
  readonly headingLine: number;
  readonly places: ReadonlyMap<StaffColumn, number>;
}

/** No commune has so many people with an account. */
const LIMITS = { ...READING_LIMITS, bytes: LIST_BYTES, rows: 5_000, columns: 60, cells: 100_000, cellLength: 2_000, unpackedBytes: 60 * 1024 * 1024, time: 20_000 };

const KINDS = { n: 'number', d: 'day', b: 'flag', f: 'formula', e: 'error' } as const;

function cellOf(cell: Cell): ListCell {
  return { text: cellText(cell), kind: typeof cell === 'string' ? 'text' : KINDS[cell.k] };
}

async function readSheet(bytes: Buffer, sheet: string | null): Promise<Result<{ readonly facts: Understood['facts']; readonly all: readonly ListLine[] }>> {
  const rows: TableRow[] = [];
  const read = await readAside(bytes, sheet, LIMITS, {
    begin: () => Promise.resolve(),
    take: (batch) => {
      rows.push(...(JSON.parse(batch) as readonly TableRow[]));
      return Promise.resolve();
    },
  });
  return read.ok ? ok({ facts: read.value.facts, all: rows.map(({ line, cells }) => ({ line, cells: cells.map(cellOf) })) }) : read;
}

/**
 * Reads a list of staff from CSV or Excel in a thread of its own and finds its headings, in whichever sheet they stand. Refuses what is no table,
 * damaged, locked, has macros or unpacks to too much, and a table without the columns that a list needs.
 */
export async function readList(sent: SentList, locale: Locale): Promise<Result<ReadList>> {
  const first = await readSheet(sent.bytes, null);
  if (!first.ok) return first;
  const { facts } = first.value;
  const others = facts.format === 'xlsx' ? facts.sheets.filter((name) => name !== facts.sheet).slice(0, 5) : [];
  let { all } = first.value;
  let sheet = facts.format === 'xlsx' ? facts.sheet : null;
  let found = findStaffHeadings(all);
  // A cover, or a sheet of lists, may come first.
  for (const name of others) {
    if (found.ok || found.twice.length > 0) break;
    const other = await readSheet(sent.bytes, name);
    if (!other.ok) continue;
    const there = findStaffHeadings(other.value.all);
    if (there.ok) [found, all, sheet] = [there, other.value.all, name];
  }
  const named = (columns: readonly StaffColumn[]): readonly string[] => columns.map((column) => COLUMN_WORDS[locale][column]);
  if (!found.ok) return found.twice.length > 0 ? refuse('staff-lists.heading-twice', { columns: named(found.twice) }, 'file') : refuse('staff-lists.headings-missing', { columns: named(found.missing) }, 'file');
  const { line: headingLine, places } = found;
  const lines = all.filter(({ line }) => line > headingLine);
  if (lines.length === 0) return refuse('staff-lists.no-lines', {}, 'file');
  return ok({ sheet, format: facts.format, all, lines, headingLine, places });
}
