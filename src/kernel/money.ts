import { numberInWords } from './number-words.ts';
import { type Problem, type Result, ok, refuse } from './result.ts';

/** An amount of Vietnamese đồng: a whole number, never negative, at most {@link MAX_DONG}. There is no smaller coin. */
export type Dong = number;

/** Why text or a number is not an amount of money. */
export type MoneyProblem = Problem<'money.empty' | 'money.unreadable' | 'money.negative' | 'money.fraction' | 'money.too-large'>;

/** The largest amount that is handled, 999 nghìn tỷ đồng: every sum of it stays exact. */
export const MAX_DONG: Dong = 999_999_999_999_999;

const CURRENCY = /^(?:₫|đồng|đ|vnđ|vnd)\s*|\s*(?:₫|đồng|đ|d|vnđ|vnd)$/giu;
const GROUPED = /^\d{1,3}(?<first>[., '’])\d{3}(?:\k<first>\d{3})*(?:(?!\k<first>)[.,](?<cents>\d{1,2}))?$/u;
const PLAIN = /^\d+$/u;
const DECIMAL = /^\d*[.,]\d+$/u;

/**
 * Reads an amount as people type it: "8.000", "8000 đ", "8,000 VND", "1 500 000". A point or comma before exactly three
 * digits groups thousands. Refuses empty, unreadable, negative, broken (8,5) and too large amounts.
 */
export function parseDong(text: string): Result<Dong, MoneyProblem> {
  const cleaned = text.normalize('NFKC').replace(/\s+/gu, ' ').trim().replace(CURRENCY, '').trim();
  if (cleaned === '') return refuse('money.empty');
  const negative = /^[-−–]\s*(.+)$|^\((.+)\)$/u.exec(cleaned);
  const written = (negative?.[1] ?? negative?.[2] ?? cleaned).replace(CURRENCY, '').trim();
  const grouped = GROUPED.exec(written);
  if (grouped === null && !PLAIN.test(written)) return refuse(DECIMAL.test(written) ? 'money.fraction' : 'money.unreadable', { text });
  // a statement of a bank may end in ",00"; anything but zeros would be part of a đồng
  if (Number(grouped?.groups?.['cents'] ?? 0) !== 0) return refuse('money.fraction', { text });
  if (negative !== null) return refuse('money.negative', { text });
  const digits = written.replace(grouped?.groups?.['cents'] === undefined ? '' : /[.,]\d{1,2}$/u, '').replace(/\D/gu, '');
  return checkDong(Number(digits));
}

/** Accepts a number as an amount. Refuses negative, broken and too large numbers, and what is no number at all. */
export function checkDong(value: number): Result<Dong, MoneyProblem> {
  if (Number.isNaN(value)) return refuse('money.unreadable');
  if (value < 0) return refuse('money.negative');
  if (value > MAX_DONG) return refuse('money.too-large', { max: MAX_DONG });
  return Number.isInteger(value) ? ok(value === 0 ? 0 : value) : refuse('money.fraction');
}

/** Writes an amount for people: 8000 gives “8.000 đ”. */
export function formatDong(amount: Dong): string {
  const [sign, digits] = amount < 0 ? ['-', String(-amount)] : ['', String(amount)];
  return `${sign}${digits.replace(/\B(?=(?:\d{3})+$)/gu, '.')} đ`;
}

/** Writes an amount in words for receipts, lower case: 8000 gives “tám nghìn đồng”. */
export function dongInWords(amount: Dong): string {
  return `${numberInWords(amount)} đồng`;
}
