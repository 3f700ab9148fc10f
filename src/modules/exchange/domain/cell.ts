/**
 * One cell of a file: text, or what a spreadsheet knows better. `n` number as written in the file, `d` local date and time
 * `2026-11-23T08:00:00`, `b` true or false, `f` the last value of a formula, `e` an error such as #REF!.
 */
export type Cell = string | { readonly k: 'n' | 'd' | 'b' | 'f' | 'e'; readonly v: string };

/** One line of a file with its number there, as people count: from one. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly Cell[];
}

/** The text of a cell as a person reads it: composed Unicode, single spaces, no quotation marks of spreadsheets around numbers. */
export function cellText(cell: Cell | undefined): string {
  const raw = cell === undefined ? '' : typeof cell === 'string' ? cell : cell.v;
  const plain = raw.normalize('NFC').replace(/[\s\u00a0\u200b\ufeff]+/gu, ' ').trim();
  const quoted = /^="([^"]*)"$/u.exec(plain);
  return (quoted?.[1] ?? plain.replace(/^'(?=\d)/u, '')).trim();
}
