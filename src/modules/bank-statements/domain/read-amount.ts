import { MAX_DONG } from '../../../kernel/money.ts';
import { type SheetCell } from './statement-line.ts';

/** Which sign groups thousands in a file; the other one then begins the hundredths. */
export type Grouping = '.' | ',';

/** What stands in a cell of money: signed whole đồng, nothing, or why it cannot be read. */
export type ReadAmount = { readonly amount: number | null } | { readonly fault: 'amount-not-readable' | 'amount-fraction' | 'amount-too-large' | 'formula' | 'cell-error' };

const CURRENCY = /(?:₫|đồng|đ|vnđ|vnd)/giu;
const BLANK = /^(?:-|–|—|n\/a)?$/iu;
const POINTS = /^\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?$/u;
const COMMAS = /^\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?$/u;
const POINT_CENTS = /^\d+\.\d{1,2}$/u;
const COMMA_CENTS = /^\d+,\d{1,2}$/u;
const SPACES = /^\d{1,3}(?: \d{3})+$/u;

function bare(text: string): { readonly digits: string; readonly negative: boolean } {
  const plain = text.normalize('NFKC').replace(CURRENCY, '').replace(/\s+/gu, ' ').trim();
  const negative = /^\((?<inside>.+)\)$|^[-−–]\s*(?<after>.+)$|^(?<before>.+?)\s*[-−–]$/u.exec(plain);
  const inside = negative?.groups?.['inside'] ?? negative?.groups?.['after'] ?? negative?.groups?.['before'];
  return { digits: (inside ?? plain).replace(/^\+\s*/u, '').trim(), negative: inside !== undefined };
}

/** How a file groups thousands, by all its cells of money; undefined when they contradict each other, which means that columns of different kinds were taken for money. */
export function groupingOf(cells: readonly SheetCell[]): Grouping | undefined {
  let points = false;
  let commas = false;
  for (const cell of cells) {
    if (cell.kind !== 'text') continue;
    const { digits } = bare(cell.text);
    if (POINTS.test(digits) || COMMA_CENTS.test(digits)) points = true;
    else if (COMMAS.test(digits) || POINT_CENTS.test(digits)) commas = true;
  }
  if (points && commas) return undefined;
  return points ? '.' : ',';
}

/**
 * Reads a cell of money as signed whole đồng: 1.234.567, 1,234,567.00, −50.000, (50,000), 50000 VND. Noughts behind the decimal sign are allowed, a part of a
 * đồng is not. A formula is refused: an export of a bank has none, and what it shows is not what is paid.
 */
export function readAmount(cell: SheetCell | undefined, grouping: Grouping): ReadAmount {
  if (cell === undefined) return { amount: null };
  if (cell.kind === 'formula') return { fault: 'formula' };
  if (cell.kind === 'error') return { fault: 'cell-error' };
  if (cell.kind === 'day' || cell.kind === 'flag') return { fault: 'amount-not-readable' };
  if (cell.text.trimStart().startsWith('=')) return { fault: 'formula' };
  const { digits, negative } = bare(cell.text);
  if (BLANK.test(digits)) return { amount: null };
  if (cell.kind === 'number') return fromNumber(Number(cell.text));
  const own = grouping === '.' ? POINTS : COMMAS;
  const cents = grouping === '.' ? COMMA_CENTS : POINT_CENTS;
  if (!/^\d+$/u.test(digits) && !own.test(digits) && !cents.test(digits) && !SPACES.test(digits)) return { fault: 'amount-not-readable' };
  const [whole = '', part = ''] = digits.split(grouping === '.' ? ',' : '.');
  if (Number(part) !== 0) return { fault: 'amount-fraction' };
  return fromNumber(Number(whole.replace(/\D/gu, '')) * (negative ? -1 : 1));
}

function fromNumber(amount: number): ReadAmount {
  if (Number.isNaN(amount)) return { fault: 'amount-not-readable' };
  if (Math.abs(amount) > MAX_DONG) return { fault: 'amount-too-large' };
  if (!Number.isInteger(amount)) return { fault: 'amount-fraction' };
  return { amount: amount === 0 ? 0 : amount };
}
