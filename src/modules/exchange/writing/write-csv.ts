import { safeCell } from '../domain/safe-cell.ts';

function quoted(text: string): string {
  return /[",;\t\r\n]/u.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Writes CSV as spreadsheets open it: UTF-8 with its mark, commas, and no cell that would be run as a formula. */
export function writeCsv(rows: readonly (readonly string[])[]): Buffer {
  return Buffer.from(`\ufeff${rows.map((row) => row.map((cell) => quoted(safeCell(cell))).join(',')).join('\r\n')}\r\n`);
}
