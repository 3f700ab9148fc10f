/** Signs at the beginning of a cell that make a spreadsheet run what follows. */
const RUNS = /^[=+\-@\t\r]/u;

/** A text that no spreadsheet runs as a formula: an apostrophe before the signs that begin one. Plain negative numbers stay. */
export function safeCell(text: string): string {
  return RUNS.test(text) && !/^-?\d+(?:[.,]\d+)?$/u.test(text) ? `'${text}` : text;
}
