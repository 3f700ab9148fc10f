import { type LocalDate } from '../../../kernel/local-time.ts';
import { foldForSearch } from '../../../kernel/text-folding.ts';
import { groupingOf, type Grouping, readAmount, type ReadAmount } from './read-amount.ts';
import { readDay } from './read-day.ts';
import { headingsOf } from './statement-layout.ts';
import { type LineFault, type SheetCell, type SheetRow, type StatementField, type StatementLine, type StatementReading } from './statement-line.ts';
import { plainAccount, statedAccounts } from './stated-accounts.ts';

/** What a file says, read in one way. */
export interface ReadStatement {
  /** In the order of the file. */
  readonly lines: readonly StatementLine[];
  readonly faults: readonly LineFault[];
  /** Lines below the headings that are no movements: totals, opening and closing balance, signatures. */
  readonly skipped: number;
  /** Every account that the file says it is about. */
  readonly accounts: readonly string[];
  /** How thousands are grouped; undefined when the columns of money contradict each other. */
  readonly grouping: Grouping | undefined;
}

/** A memo that a bank carries is far shorter; longer ones come from a wrong column. */
const LONGEST_MEMO = 1_000;
/** Whole cells only: “Cong ty A chuyen tien” is a payer and no sum. */
const SUMMARY = /^(?:tong(?: (?:cong|so|phat sinh|tien|ps|doanh so)\b.*)?|cong(?: (?:phat sinh|so du|so phat sinh|ps|doanh so|trong ky)\b.*)?|(?:so )?du (?:dau|cuoi|ky|truoc|chuyen|hien|kha)\b.*|dau ky|cuoi ky|phat sinh(?: (?:trong ky|no|co))?|doanh so .*|(?:grand |sub )?total.*|(?:opening|closing) balance.*|brought forward|carried forward|balance (?:b f|c f|brought|carried)\b.*)$/u;
const COUNTING = /^\(?\d{1,2}\)?$/u;
const IN = new Set(['co', 'c', 'cr', 'credit', 'ghi co', 'tien vao', 'in', 'nhan', 'nhan tien', 'bao co']);
const OUT = new Set(['no', 'd', 'dr', 'debit', 'ghi no', 'tien ra', 'out', 'chuyen', 'chuyen tien', 'bao no']);

interface Movement {
  readonly amountIn: number;
  readonly amountOut: number;
  readonly reversal: boolean;
}

const MONEY = ['credit', 'debit', 'amount'] as const satisfies readonly StatementField[];

function cellAt(row: SheetRow, column: number | undefined): SheetCell | undefined {
  return column === undefined ? undefined : row.cells[column];
}

function textAt(row: SheetRow, column: number | undefined): string {
  return cellAt(row, column)?.text.trim() ?? '';
}

/** A line that only counts the columns, repeats the headings, or sums up. */
function isNoMovement(row: SheetRow, headings: readonly string[]): boolean {
  const filled = row.cells.map(({ text }) => text.trim()).filter((text) => text !== '');
  if (filled.length > 2 && filled.every((text) => COUNTING.test(text))) return true;
  const own = headingsOf(row);
  if (own.length > 2 && own.length === headings.length && own.every((heading, index) => heading === headings[index])) return true;
  return filled.slice(0, 4).some((text) => text.length < 80 && SUMMARY.test(foldForSearch(text)));
}

function signOf(text: string): 'in' | 'out' | undefined {
  if (/^[+]/u.test(text)) return 'in';
  if (/^[-−–]/u.test(text)) return 'out';
  const folded = foldForSearch(text);
  return IN.has(folded) ? 'in' : OUT.has(folded) ? 'out' : undefined;
}

function toMovement(signed: number, reversal: boolean): Movement {
  return signed >= 0 ? { amountIn: signed, amountOut: 0, reversal } : { amountIn: 0, amountOut: -signed, reversal };
}

type Read = Movement | { readonly fault: LineFault['code']; readonly value: string } | undefined;

/** What moved; undefined for a line with noughts only, which moves nothing. */
function readMovement(row: SheetRow, columns: StatementReading['columns'], grouping: Grouping, debitsNegative: boolean): Read {
  const read = (field: StatementField): ReadAmount => readAmount(cellAt(row, columns[field]), grouping);
  const [credit, debit, amount] = MONEY.map(read);
  for (const [index, one] of [credit, debit, amount].entries()) {
    const field = MONEY[index] ?? 'amount';
    if (one !== undefined && 'fault' in one) return { fault: one.fault, value: textAt(row, columns[field]) };
  }
  const [inward, outward, either] = [credit, debit, amount].map((one) => (one !== undefined && 'amount' in one ? one.amount : null));
  if ((inward ?? 0) !== 0 && (outward ?? 0) !== 0) return { fault: 'both-sides', value: `${textAt(row, columns.credit)} / ${textAt(row, columns.debit)}` };
  if (inward != null && inward !== 0) return toMovement(inward, inward < 0);
  if (outward != null && outward !== 0) {
    // Some banks write every debit below zero; where they do not, a debit below zero is money that came back.
    return outward > 0 || debitsNegative ? toMovement(-Math.abs(outward), false) : toMovement(-outward, true);
  }
  if (either != null && either !== 0) {
    if (columns.sign === undefined) return toMovement(either, false);
    const sign = signOf(textAt(row, columns.sign));
    if (sign === undefined) return { fault: 'sign-not-readable', value: textAt(row, columns.sign) };
    return toMovement(sign === 'in' ? Math.abs(either) : -Math.abs(either), false);
  }
  return inward == null && outward == null && either == null ? { fault: 'amount-missing', value: '' } : undefined;
}

/**
 * Reads the lines of a file below its headings in one way. Totals, balances brought forward, repeated headings and signatures are no movements; a line that has only words
 * goes on with the memo above it. Every line that should be a movement and cannot be read is a fault. `today`: no movement of tomorrow is believed.
 */
export function readStatement(rows: readonly SheetRow[], reading: StatementReading, today: LocalDate): ReadStatement {
  const { columns, dayOrder, headingLine } = reading;
  const headingRow = rows.find(({ line }) => line === headingLine);
  const headings = headingRow === undefined ? [] : headingsOf(headingRow);
  const below = rows.filter(({ line }) => line > headingLine);
  const dated = below.filter((row) => 'day' in readDay(cellAt(row, columns.date), dayOrder));
  const moneyCells = (field: StatementField): readonly SheetCell[] => dated.flatMap((row) => cellAt(row, columns[field]) ?? []);
  const grouping = groupingOf([...MONEY.flatMap(moneyCells), ...moneyCells('balance')]);
  const by = grouping ?? ',';
  const debits = moneyCells('debit').map((cell) => readAmount(cell, by)).flatMap((one) => ('amount' in one && one.amount !== null && one.amount !== 0 ? [one.amount] : []));
  const debitsNegative = debits.length > 0 && debits.every((one) => one < 0);

  const lines: StatementLine[] = [];
  const faults: LineFault[] = [];
  const others: SheetRow[] = [];
  let skipped = 0;
  let memoGoesOnIn = -1;
  for (const row of below) {
    const day = readDay(cellAt(row, columns.date), dayOrder);
    const hasMoney = MONEY.some((field) => textAt(row, columns[field]) !== '');
    if ('fault' in day) {
      const memo = textAt(row, columns.memo);
      const previous = lines.at(-1);
      if (isNoMovement(row, headings) || (!hasMoney && day.fault !== 'date-impossible')) {
        const onlyMemo = memo !== '' && row.cells.filter(({ text }) => text.trim() !== '').length === 1;
        if (onlyMemo && previous !== undefined && memoGoesOnIn === row.line && !isNoMovement(row, headings)) {
          lines[lines.length - 1] = { ...previous, memo: `${previous.memo} ${memo}`.trim().slice(0, LONGEST_MEMO) };
          memoGoesOnIn = row.line + 1;
        } else {
          skipped += 1;
          others.push(row);
        }
        continue;
      }
      faults.push({ line: row.line, code: day.fault, value: textAt(row, columns.date) });
      continue;
    }
    if (day.day > today) {
      faults.push({ line: row.line, code: 'date-in-future', value: textAt(row, columns.date) });
      continue;
    }
    const moved = readMovement(row, columns, by, debitsNegative);
    if (moved === undefined || ('fault' in moved && moved.fault === 'amount-missing' && isNoMovement(row, headings))) {
      skipped += 1;
      continue;
    }
    if ('fault' in moved) {
      faults.push({ line: row.line, code: moved.fault, value: moved.value });
      continue;
    }
    const balance = readAmount(cellAt(row, columns.balance), by);
    const memo = textAt(row, columns.memo).replace(/^'(?=[=+@-])/u, '');
    if ('fault' in balance) faults.push({ line: row.line, code: balance.fault === 'formula' ? 'formula' : 'balance-not-readable', value: textAt(row, columns.balance) });
    else if (cellAt(row, columns.memo)?.kind === 'formula') faults.push({ line: row.line, code: 'formula', value: memo });
    else if (memo.length > LONGEST_MEMO) faults.push({ line: row.line, code: 'memo-too-long', value: `${memo.slice(0, 40)}…` });
    else {
      memoGoesOnIn = row.line + 1;
      const counterpart = [textAt(row, columns.counterpart), textAt(row, columns['counterpart-account'])].filter((part) => part !== '').join(' · ').slice(0, 300);
      lines.push({ line: row.line, date: day.day, amountIn: moved.amountIn, amountOut: moved.amountOut, balance: balance.amount, memo, bankNumber: textAt(row, columns.number).slice(0, 100), counterpart, reversal: moved.reversal });
    }
  }
  const above = rows.filter(({ line }) => line < headingLine);
  const inColumn = columns.account === undefined ? [] : dated.map((row) => plainAccount(textAt(row, columns.account))).filter((number) => number.length >= 6);
  return { lines, faults, skipped, accounts: [...new Set([...statedAccounts(above), ...statedAccounts(others), ...inColumn])], grouping };
}
