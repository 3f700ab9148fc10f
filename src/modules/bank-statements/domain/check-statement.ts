import { type LocalDate } from '../../../kernel/local-time.ts';
import { foldForSearch } from '../../../kernel/text-folding.ts';
import { readDay } from './read-day.ts';
import { readStatement, type ReadStatement } from './read-statement.ts';
import { type DayOrder, type LineFault, type SheetRow, STATEMENT_FIELDS, type StatementField, type StatementLine, type StatementReading } from './statement-line.ts';
import { isSameAccount } from './stated-accounts.ts';

/** What is wrong or strange about a whole file. */
export type FindingCode =
  | 'no-lines' | 'column-wrong' | 'money-contradicts' | 'columns-swapped' | 'headings-contradict' | 'days-swapped' | 'days-half-converted' | 'two-accounts' | 'other-account'
  | 'line-faults' | 'account-not-stated' | 'balance-breaks' | 'balance-missing' | 'order-mixed' | 'lines-doubled' | 'reversals' | 'no-money-in';

export interface StatementFinding {
  readonly code: FindingCode;
  /** `stop`: the file is not taken over like this. `confirm`: an officer has to say that it was looked at. `note`: good to know. */
  readonly weight: 'stop' | 'confirm' | 'note';
  /** Lines of the file that show it, at most twenty. */
  readonly lines: readonly number[];
  readonly count: number;
  /** Columns that it is about. */
  readonly fields: readonly StatementField[];
  /** Words such as numbers of accounts. */
  readonly words: readonly string[];
  /** A way of reading under which the file agrees with itself. */
  readonly suggests: StatementReading | null;
}

/** So many lines are named by a finding. */
const SHOWN_LINES = 20;

/** What a file is checked against. */
export interface CheckFacts {
  readonly rows: readonly SheetRow[];
  readonly reading: StatementReading;
  readonly today: LocalDate;
  /** The account into which the commune is paid; null: nobody has said. */
  readonly account: string | null;
  /** Lines that repeat others in every respect. */
  readonly doubled: readonly number[];
  /** Whether a memo carries a whole, verified reference of a payment. */
  readonly namesReference: (memo: string) => boolean;
  /** Whether money that went out is a refund of ours: by its reference and its amount. */
  readonly isRefund: (line: { readonly memo: string; readonly amountOut: number }) => boolean;
}

function finding(code: FindingCode, weight: StatementFinding['weight'], more: Partial<Omit<StatementFinding, 'code' | 'weight'>> = {}): StatementFinding {
  const { lines = [], count = lines.length, fields = [], words = [], suggests = null } = more;
  return { code, weight, lines: lines.slice(0, SHOWN_LINES), count, fields, words, suggests };
}

interface Fit {
  readonly pairs: number;
  readonly fitting: number;
  readonly breaks: readonly number[];
}

/** How well the balances of neighbours agree with what moved between them, in the better direction of the file. */
function balanceFit(lines: readonly StatementLine[]): Fit {
  const directions = [1, -1].map((direction): Fit => {
    let pairs = 0;
    const breaks: number[] = [];
    for (const [index, line] of lines.entries()) {
      const before = lines[index - direction];
      if (before?.balance == null || line.balance === null) continue;
      pairs += 1;
      if (before.balance + line.amountIn - line.amountOut !== line.balance) breaks.push(line.line);
    }
    return { pairs, fitting: pairs - breaks.length, breaks };
  });
  return directions.reduce((best, one) => (one.fitting > best.fitting ? one : best));
}

const shareOf = ({ pairs, fitting }: Fit): number => (pairs === 0 ? 0 : fitting / pairs);

/** Columns that people take for one another. */
const SWAPS: readonly (readonly [StatementField, StatementField])[] = [['credit', 'debit'], ['credit', 'balance'], ['debit', 'balance'], ['amount', 'balance']];

function swapped(reading: StatementReading, [one, other]: readonly [StatementField, StatementField]): StatementReading | undefined {
  const { [one]: first, [other]: second, ...rest } = reading.columns;
  if (first === undefined || second === undefined) return undefined;
  return { ...reading, columns: { ...rest, [one]: second, [other]: first } };
}

/** Two columns that were taken for one another: the balances agree only when they are exchanged, or references stand in money out alone, and not for what was paid back. */
function findSwap(facts: CheckFacts, read: ReadStatement): StatementFinding | undefined {
  const fit = balanceFit(read.lines);
  if (fit.pairs >= 2 && shareOf(fit) >= 0.5) return undefined;
  for (const pair of SWAPS) {
    const other = swapped(facts.reading, pair);
    if (other === undefined) continue;
    const there = readStatement(facts.rows, other, facts.today);
    const better = balanceFit(there.lines);
    if (better.pairs >= 2 && shareOf(better) >= 0.9 && there.faults.length <= read.faults.length) return finding('columns-swapped', 'stop', { fields: pair, suggests: other });
  }
  if (fit.pairs >= 2) return undefined;
  const named = (outgoing: boolean): number => read.lines.filter((line) => (outgoing ? line.amountOut : line.amountIn) > 0 && facts.namesReference(line.memo) && !(outgoing && facts.isRefund(line))).length;
  const suggests = swapped(facts.reading, ['credit', 'debit']);
  return suggests !== undefined && named(true) >= 2 && named(false) === 0 ? finding('columns-swapped', 'stop', { fields: ['credit', 'debit'], suggests }) : undefined;
}

/** Columns whose headings say that they are something else; balances that agree all the same are the better witness. */
function findContradiction({ rows, reading: { headingLine, columns } }: CheckFacts, read: ReadStatement): StatementFinding | undefined {
  const headings = rows.find(({ line }) => line === headingLine)?.cells ?? [];
  const fields = STATEMENT_FIELDS.filter((field) => contradictsHeading(headings[columns[field] ?? -1]?.text ?? '', field));
  if (fields.length === 0) return undefined;
  const fit = balanceFit(read.lines);
  return finding('headings-contradict', fit.pairs >= 2 && shareOf(fit) >= 0.9 ? 'confirm' : 'stop', { fields });
}

/** How well the days of a file can be read in an order. */
function judgeOrder(facts: CheckFacts, order: DayOrder): { readonly impossible: number; readonly readable: number; readonly future: number; readonly runs: boolean } {
  const days = facts.rows.filter(({ line }) => line > facts.reading.headingLine).flatMap((row) => {
    const cell = row.cells[facts.reading.columns.date ?? -1];
    return cell === undefined || cell.kind === 'day' ? [] : [readDay(cell, order)];
  });
  const read = days.flatMap((one) => ('day' in one ? [one.day] : []));
  const up = read.every((day, index) => index === 0 || day >= (read[index - 1] ?? day));
  const down = read.every((day, index) => index === 0 || day <= (read[index - 1] ?? day));
  return { impossible: days.filter((one) => 'fault' in one && one.fault === 'date-impossible').length, readable: read.length, future: read.filter((day) => day > facts.today).length, runs: up || down };
}

/** Days and months that changed places: in the whole file, or in the part of it that a spreadsheet took for days. */
function findDaySwap(facts: CheckFacts): StatementFinding | undefined {
  const { reading } = facts;
  const cells = facts.rows.filter(({ line }) => line > reading.headingLine).flatMap((row) => row.cells[reading.columns.date ?? -1] ?? []);
  const asDays = cells.filter(({ kind }) => kind === 'day').map(({ text }) => Number(text.slice(8, 10)));
  const asText = cells.filter(({ kind, text }) => kind === 'text' && /^\d{1,2}[/.-]/u.test(text)).map(({ text }) => Number(/^\d+/u.exec(text)?.[0]));
  // A spreadsheet with American days turns 05/11 around and leaves 26/11 as words.
  if (asDays.length > 0 && asText.length > 0 && asDays.every((day) => day <= 12) && asText.every((day) => day > 12)) return finding('days-half-converted', 'stop', { count: asDays.length, fields: ['date'] });
  if (reading.dayOrder === 'ymd') return undefined;
  const other: DayOrder = reading.dayOrder === 'dmy' ? 'mdy' : 'dmy';
  const [here, there] = [judgeOrder(facts, reading.dayOrder), judgeOrder(facts, other)];
  const worse = here.impossible > 0 || here.future > 0 || !here.runs;
  const suits = there.impossible === 0 && there.future === 0 && there.runs && there.readable >= 2 && there.readable >= here.readable;
  return worse && suits ? finding('days-swapped', 'stop', { count: here.impossible + here.future, fields: ['date'], suggests: { ...reading, dayOrder: other } }) : undefined;
}

const COLUMN_OF: Readonly<Partial<Record<LineFault['code'], StatementField>>> = { 'date-missing': 'date', 'date-not-readable': 'date', 'date-impossible': 'date', 'balance-not-readable': 'balance', 'sign-not-readable': 'sign', 'amount-not-readable': 'credit', 'amount-fraction': 'credit', 'amount-missing': 'credit' };

/** A column in which nearly nothing can be read: the wrong one was chosen. */
function findWrongColumn(read: ReadStatement): StatementFinding | undefined {
  if (read.faults.length < 2 || read.faults.length <= read.lines.length) return undefined;
  const counts = new Map<StatementField, number>();
  for (const { code } of read.faults) {
    const field = COLUMN_OF[code];
    if (field !== undefined) counts.set(field, (counts.get(field) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most === undefined || most[1] < read.faults.length / 2 ? undefined : finding('column-wrong', 'stop', { fields: [most[0]], lines: read.faults.map(({ line }) => line) });
}

function findAccounts({ account }: CheckFacts, { accounts }: ReadStatement): readonly StatementFinding[] {
  if (accounts.length === 0) return [finding('account-not-stated', 'confirm', { words: account === null ? [] : [account] })];
  const others = accounts.filter((one) => account === null || !isSameAccount(one, account));
  if (accounts.length > 1 && others.length > 0) return [finding('two-accounts', 'stop', { words: accounts })];
  return others.length > 0 ? [finding('other-account', 'stop', { words: [...others, account ?? ''] })] : [];
}

/**
 * Everything about a file that an officer must know before it is taken over: columns that changed places, days and months that did, two accounts or a strange one,
 * balances that do not run on, lines written twice, money that a bank took back. Never mends anything by itself; where exchanging makes the file agree with itself it says so.
 */
export function checkStatement(facts: CheckFacts, read: ReadStatement): readonly StatementFinding[] {
  const found: StatementFinding[] = [...findAccounts(facts, read)];
  const days = findDaySwap(facts);
  if (days !== undefined) found.push(days);
  if (read.grouping === undefined) found.push(finding('money-contradicts', 'stop', { fields: ['credit', 'debit', 'amount', 'balance'] }));
  const swap = days === undefined ? findSwap(facts, read) : undefined;
  const contradiction = swap === undefined ? findContradiction(facts, read) : undefined;
  found.push(...[swap, contradiction].filter((one) => one !== undefined));
  const wrong = days === undefined && swap === undefined ? findWrongColumn(read) : undefined;
  if (wrong !== undefined) found.push(wrong);
  else if (read.faults.length > 0 && days === undefined) found.push(finding('line-faults', 'stop', { lines: read.faults.map(({ line }) => line) }));
  if (read.lines.length === 0) {
    if (found.every(({ weight }) => weight !== 'stop')) found.push(finding('no-lines', 'stop'));
    return found;
  }
  if (swap !== undefined || wrong !== undefined) return found;
  const doubled = new Set(facts.doubled);
  const fit = balanceFit(read.lines.filter(({ line }) => !doubled.has(line)));
  if (read.lines.every(({ balance }) => balance === null)) found.push(finding('balance-missing', 'note'));
  else if (fit.breaks.length > 0) found.push(finding('balance-breaks', 'confirm', { lines: fit.breaks }));
  const dates = read.lines.map(({ date }) => date);
  const runs = [1, -1].some((direction) => dates.every((date, index) => index === 0 || (direction === 1 ? date >= (dates[index - 1] ?? date) : date <= (dates[index - 1] ?? date))));
  if (!runs) found.push(finding('order-mixed', 'note', { lines: read.lines.filter(({ date }, index) => date < (dates[index - 1] ?? date)).map(({ line }) => line) }));
  if (facts.doubled.length > 0) found.push(finding('lines-doubled', 'note', { lines: facts.doubled }));
  const reversals = read.lines.filter(({ reversal }) => reversal).map(({ line }) => line);
  if (reversals.length > 0) found.push(finding('reversals', 'confirm', { lines: reversals }));
  if (read.lines.every(({ amountIn }) => amountIn === 0)) found.push(finding('no-money-in', 'note'));
  return found;
}

/** Whether a heading that everybody knows says something else than the column was chosen for: “Ghi nợ” chosen as money in. */
export function contradictsHeading(heading: string, field: StatementField): boolean {
  const folded = foldForSearch(heading);
  const saysOut = /\b(?:no|debit)\b/u.test(folded) && !/\b(?:co|credit)\b/u.test(folded);
  const saysIn = /\b(?:co|credit)\b/u.test(folded) && !/\b(?:no|debit)\b/u.test(folded);
  const saysBalance = /\b(?:so du|balance)\b/u.test(folded);
  if (saysBalance) return field === 'credit' || field === 'debit' || field === 'amount';
  return (field === 'credit' && saysOut) || (field === 'debit' && saysIn) || (field === 'balance' && (saysOut || saysIn));
}
