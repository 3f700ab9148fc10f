import { type Database } from '../../../platform/db/database.ts';
import { type Cell, type TableRow } from '../domain/cell.ts';
import { findHeadings, type HeadingLines, headingsOf } from '../domain/find-headings.ts';
import { type Mapping } from '../domain/mapping.ts';
import { type StatedDossier } from '../domain/stated-dossier.ts';
import { type ImportLineRow, type ImportRow, listLines } from '../store/imports.ts';

/** How many lines may hold headings. */
export const TOP_LINES = 40;

/** A line as the reader of lines takes it. Nobody but us writes the cells. */
export function rowOf(row: ImportLineRow): TableRow {
  return { line: row.line, cells: row.cells as readonly Cell[] };
}

/** The way of reading that an import was checked with: the mapping and the lines of its headings. */
export interface CheckedWay {
  readonly mapping: Mapping;
  readonly headingLines: HeadingLines;
}

/** The way of an import that was checked; undefined before. */
export function wayOf(row: ImportRow): CheckedWay | undefined {
  return row.state === 'read' ? undefined : (row.mapping as CheckedWay);
}

/** What a link says; nobody but us writes it. */
export function statedOf(stored: unknown): StatedDossier {
  return stored as StatedDossier;
}

/** The top of a file with its headings: where they were found, or where an officer said that they are. */
export async function topOf(db: Database, row: ImportRow, chosen?: HeadingLines): Promise<{ readonly rows: readonly TableRow[]; readonly lines: HeadingLines; readonly headings: readonly string[] }> {
  const rows = (await listLines(db, row.commune_code, row.id, { after: 0, limit: TOP_LINES })).map(rowOf);
  const lines = chosen ?? wayOf(row)?.headingLines ?? findHeadings(rows);
  return { rows, lines, headings: headingsOf(rows, lines) };
}
