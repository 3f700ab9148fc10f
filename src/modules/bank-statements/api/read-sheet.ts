import { ok, type Result } from '../../../kernel/result.ts';
import { type Cell, cellText, readAside, READING_LIMITS, type TableRow } from '../../exchange/index.ts';
import { findLayout, type FoundLayout, guessHeadingLine, type SavedLayout } from '../domain/statement-layout.ts';
import { type SheetCell, type SheetRow, type StatementReading } from '../domain/statement-line.ts';
import { loadLayouts } from './load-layouts.ts';
import { STATEMENT_BYTES } from './read-upload.ts';

/** A statement of a busy year of a commune has a few thousand lines. */
const LIMITS = { ...READING_LIMITS, bytes: STATEMENT_BYTES, rows: 20_000, columns: 60, cells: 600_000, cellLength: 2_000, unpackedBytes: 100 * 1024 * 1024, time: 30_000, oldVietnamese: true };

const KINDS = { n: 'number', d: 'day', b: 'flag', f: 'formula', e: 'error' } as const;

function cellOf(cell: Cell): SheetCell {
  return { text: cellText(cell), kind: typeof cell === 'string' ? 'text' : KINDS[cell.k] };
}

/** A file with the way in which it is read. */
export interface ReadSheet {
  readonly sheet: string | null;
  readonly rows: readonly SheetRow[];
  /** Undefined: nobody knows its headings. */
  readonly found: { readonly reading: StatementReading; readonly layout: FoundLayout['layout'] | { readonly kind: 'chosen' } } | undefined;
  /** Where its headings stand, or probably stand. */
  readonly headingLine: number;
}

async function readRows(bytes: Buffer, sheet: string | null): Promise<Result<{ readonly sheet: string | null; readonly others: readonly string[]; readonly rows: readonly SheetRow[] }>> {
  const rows: SheetRow[] = [];
  const read = await readAside(bytes, sheet, LIMITS, {
    begin: () => Promise.resolve(),
    take: (batch) => {
      for (const { line, cells } of JSON.parse(batch) as readonly TableRow[]) rows.push({ line, cells: cells.map(cellOf) });
      return Promise.resolve();
    },
  });
  if (!read.ok) return read;
  const { facts } = read.value;
  return ok(facts.format === 'xlsx' ? { sheet: facts.sheet, others: facts.sheets.filter((name) => name !== facts.sheet), rows } : { sheet: null, others: [], rows });
}

/**
 * Reads a statement from CSV or Excel in a thread of its own and finds how it is to be read: as the officer chose, else by its headings, in whichever of the first sheets they
 * stand. Refuses what is no table, damaged, locked, has macros or more than twenty thousand lines.
 */
export async function readSheet(sent: { readonly bytes: Buffer; readonly sheet: string | null; readonly reading: StatementReading | null }, saved: readonly SavedLayout[], bin: string): Promise<Result<ReadSheet>> {
  const first = await readRows(sent.bytes, sent.sheet);
  if (!first.ok) return first;
  if (sent.reading !== null) return ok({ sheet: first.value.sheet, rows: first.value.rows, found: { reading: sent.reading, layout: { kind: 'chosen' } }, headingLine: sent.reading.headingLine });
  let chosen = first.value;
  let found = findLayout(chosen.rows, saved, loadLayouts(), bin);
  if (found === undefined && sent.sheet === null) {
    // A cover may come first.
    for (const name of first.value.others.slice(0, 4)) {
      const other = await readRows(sent.bytes, name);
      const there = other.ok ? findLayout(other.value.rows, saved, loadLayouts(), bin) : undefined;
      if (!other.ok || there === undefined) continue;
      [chosen, found] = [other.value, there];
      break;
    }
  }
  return ok({ sheet: chosen.sheet, rows: chosen.rows, found, headingLine: found?.reading.headingLine ?? guessHeadingLine(chosen.rows) });
}
