import { cellText, type TableRow } from './cell.ts';
import { fieldOfHeading } from './known-headings.ts';

/** The lines of a file that its headings stand in, counted from one. */
export interface HeadingLines {
  readonly from: number;
  readonly to: number;
}

/** How many lines may stand above the headings: the name of the office, a title, the period. */
const LOOK_AT = 20;

const knownIn = (row: TableRow): number => row.cells.filter((cell) => fieldOfHeading(cellText(cell)) !== undefined).length;
const filledIn = (row: TableRow): number => row.cells.filter((cell) => cellText(cell) !== '').length;

/**
 * Guesses where the headings stand: the line with the most headings that are known, together with a line of groups above it
 * (“Người nộp” over “Họ tên” and “Số định danh”). Without any known heading the first line of the file.
 */
export function findHeadings(rows: readonly TableRow[]): HeadingLines {
  const top = rows.slice(0, LOOK_AT);
  const [first] = top;
  if (first === undefined) return { from: 1, to: 1 };
  const best = top.reduce((a, b) => (knownIn(b) > knownIn(a) ? b : a), first);
  if (knownIn(best) === 0) return { from: first.line, to: first.line };
  const index = top.indexOf(best);
  const above = top[index - 1];
  const below = top[index + 1];
  const isGroupLine = (row: TableRow | undefined): boolean => {
    if (row === undefined || Math.abs(row.line - best.line) !== 1) return false;
    const texts = row.cells.map(cellText).filter((text) => text !== '');
    // A line of headings has several different words, no digits, and shares its known headings with the other line.
    return new Set(texts).size >= 2 && texts.every((text) => !/\d/u.test(text)) && (filledIn(row) >= filledIn(best) / 2);
  };
  if (isGroupLine(above) && above !== undefined) return { from: above.line, to: best.line };
  if (isGroupLine(below) && below !== undefined && knownIn(below) > 0) return { from: best.line, to: below.line };
  return { from: best.line, to: best.line };
}

/** The heading of every column: the words of its heading lines joined, and a number behind a heading that came before. */
export function headingsOf(rows: readonly TableRow[], { from, to }: HeadingLines): readonly string[] {
  const lines = rows.filter(({ line }) => line >= from && line <= to);
  const width = Math.max(0, ...lines.map(({ cells }) => cells.length));
  const seen = new Map<string, number>();
  return Array.from({ length: width }, (_, column) => {
    const parts = lines.map(({ cells }) => cellText(cells[column])).filter((text) => text !== '');
    const joined = [...new Set(parts)].join(' / ');
    if (joined === '') return '';
    const count = (seen.get(joined) ?? 0) + 1;
    seen.set(joined, count);
    return count === 1 ? joined : `${joined} (${count})`;
  });
}
