import { foldForSearch } from '../../../kernel/text-folding.ts';
import { type StatementLine } from './statement-line.ts';

/** A line with what tells it from every other line of its account, in whatever file it comes. */
export interface IdentifiedLine extends StatementLine {
  readonly identity: string;
}

/** What a file says once and what it says twice. */
export interface IdentifiedLines {
  /** Oldest first. */
  readonly lines: readonly IdentifiedLine[];
  /** Lines (by their numbers in the file) that repeat another one in every respect: one movement written twice. */
  readonly doubled: readonly number[];
}

/** Oldest first, whichever way round the bank writes; the order of the file within a day is kept, or turned where the file begins with its newest day. */
function inOrderOfTime(lines: readonly StatementLine[]): readonly StatementLine[] {
  const [first, last] = [lines[0], lines.at(-1)];
  const newestFirst = first !== undefined && last !== undefined && (first.date === last.date ? runsBackwards(lines) : first.date > last.date);
  const turned = newestFirst ? lines.toReversed() : lines;
  return turned.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

/** Whether the balances run from the bottom of the file to its top. */
function runsBackwards(lines: readonly StatementLine[]): boolean {
  let forwards = 0;
  let backwards = 0;
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    if (before?.balance == null || line.balance === null) continue;
    if (before.balance + line.amountIn - line.amountOut === line.balance) forwards += 1;
    if (line.balance + before.amountIn - before.amountOut === before.balance) backwards += 1;
  }
  return backwards > forwards;
}

/** What a line says of itself: the bank's number where there is one, else its words and the balance; always with the day and the amounts, because banks give one number to a transfer and its fee. */
function ownWords(line: StatementLine): string {
  const moved = `${line.date}|${String(line.amountIn)}|${String(line.amountOut)}`;
  if (line.bankNumber !== '') return `n|${line.bankNumber.toUpperCase().replace(/\s+/gu, '')}|${moved}`;
  return `m|${moved}|${line.balance === null ? '' : String(line.balance)}|${foldForSearch(line.memo)}`;
}

/**
 * Gives every line of an account its identity: the same line gets the same one in another file, also when that begins or ends on another day. Lines that are alike in everything
 * that the bank says are counted from the oldest on, unless number or balance prove them to be one movement written twice.
 */
export function identifyLines(lines: readonly StatementLine[], account: string): IdentifiedLines {
  const seen = new Map<string, { count: number; balances: Set<number | null> }>();
  const identified: IdentifiedLine[] = [];
  const doubled: number[] = [];
  for (const line of inOrderOfTime(lines)) {
    const words = ownWords(line);
    const before = seen.get(words);
    if (before === undefined) seen.set(words, { count: 1, balances: new Set([line.balance]) });
    else {
      // With the same balance it is the same movement; without balances the bank's number says so.
      const same = line.balance === null ? line.bankNumber !== '' : before.balances.has(line.balance);
      if (same) {
        doubled.push(line.line);
        continue;
      }
      before.count += 1;
      before.balances.add(line.balance);
    }
    identified.push({ ...line, identity: `${account}|${words}|${String(seen.get(words)?.count ?? 1)}` });
  }
  return { lines: identified, doubled };
}
