import { type SheetCell, type SheetRow } from './statement-line.ts';

/** The cells of a line, as words or whole. */
export type TestCells = readonly (string | SheetCell)[];

/** Lines of a file from its words; a cell may also be given whole. */
export function rowsOf(...lines: readonly TestCells[]): readonly SheetRow[] {
  return lines.map((cells, index) => ({ line: index + 1, cells: cells.map((cell) => (typeof cell === 'string' ? { text: cell, kind: 'text' } : cell)) }));
}
