import { type LocalDate, parseLocalDate } from '../../../kernel/local-time.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { type BookState, type ExplainedGap, type NumberGap } from './book.ts';

/** The largest first number that can be entered: more than any commune gives in a year. */
const MOST = 1_000_000;

/** What is entered when a book is opened. */
export interface OpenWish {
  readonly firstNumber: number;
  /** The last number that was given on paper this year; 0: none. */
  readonly paperLast: number;
  readonly openedOn: string;
  readonly reason: string;
}

/**
 * Opens a book with its first number (TT 01/2020/TT-BTP Điều 4: numbers run from 01 through the year; a second book goes on with them). Refuses a book
 * that is open or closed already, one in which a number was given, a first number that paper or the records have already, one that leaves numbers
 * out without a reason, and a day that does not lie in the year or has not come. `used`: the highest number that the records know.
 */
export function decideOpen(wish: OpenWish, book: BookState, facts: { readonly period: string; readonly today: LocalDate; readonly used: number }): Result<{ readonly reason: string }> {
  const { firstNumber, paperLast } = wish;
  if (book.opened || book.closed) return refuse('number-books.open-already');
  if (book.begun || book.last > 0) return refuse('number-books.begun-already', { last: book.last });
  if (!Number.isSafeInteger(firstNumber) || firstNumber < 1 || firstNumber > MOST) return refuse('number-books.number-not-readable', { most: MOST }, 'firstNumber');
  if (!Number.isSafeInteger(paperLast) || paperLast < 0 || paperLast > MOST) return refuse('number-books.number-not-readable', { most: MOST }, 'paperLast');
  if (firstNumber <= paperLast) return refuse('number-books.taken-on-paper', { paperLast, next: paperLast + 1 }, 'firstNumber');
  if (firstNumber <= facts.used) return refuse('number-books.taken-here', { used: facts.used, next: facts.used + 1 }, 'firstNumber');
  const reason = words(wish.reason);
  if (firstNumber > paperLast + 1 && reason === '') return refuse('number-books.reason-for-gap', { from: paperLast + 1, to: firstNumber - 1 }, 'reason');
  const day = parseLocalDate(wish.openedOn);
  if (!day.ok || !day.value.startsWith(facts.period) || day.value > facts.today) return refuse('number-books.day-not-in-year', { year: facts.period }, 'openedOn');
  return ok({ reason });
}

/**
 * Closes a book on a day (khóa sổ: with its totals on 31 December). Refuses one that is closed, a day outside its year or in the future, and to close the
 * book of the year under way without saying why: from then on nobody can sign what needs a number of it.
 */
export function decideClose(wish: { readonly closedOn: string; readonly reason: string }, book: BookState, facts: { readonly period: string; readonly today: LocalDate; readonly openedOn: LocalDate | null; readonly lastGivenOn: LocalDate | null }): Result<{ readonly reason: string }> {
  if (book.closed) return refuse('number-books.closed-already');
  const day = parseLocalDate(wish.closedOn);
  const next = `${String(Number(facts.period) + 1)}-01-31`;
  // The closing line may be written in January; it speaks of the year that is over.
  if (!day.ok || day.value < `${facts.period}-01-01` || day.value > next || day.value > facts.today) return refuse('number-books.day-not-in-year', { year: facts.period }, 'closedOn');
  if (facts.openedOn !== null && day.value < facts.openedOn) return refuse('number-books.closed-before-opened', {}, 'closedOn');
  const reason = words(wish.reason);
  const early = facts.today <= `${facts.period}-12-30`;
  if (early && reason === '') return refuse('number-books.reason-for-early-closing', { year: facts.period }, 'reason');
  return ok({ reason });
}

/** Opens a closed book again, so that it goes on with its next number. Refuses one that is open, one of a year that is over, and no reason. */
export function decideReopen(wish: { readonly reason: string }, book: BookState, facts: { readonly period: string; readonly today: LocalDate }): Result<{ readonly reason: string }> {
  if (!book.closed) return refuse('number-books.not-closed');
  if (!facts.today.startsWith(facts.period)) return refuse('number-books.year-over', { year: facts.period });
  const reason = words(wish.reason);
  return reason === '' ? refuse('number-books.reason-missing', {}, 'reason') : ok({ reason });
}

/** Explains missing numbers. Refuses a run that is not missing, or is explained already, and no reason. */
export function decideGap(wish: NumberGap & { readonly reason: string }, gaps: readonly ExplainedGap[]): Result<{ readonly reason: string }> {
  const reason = words(wish.reason);
  if (reason === '') return refuse('number-books.reason-missing', {}, 'reason');
  const open = gaps.some((gap) => gap.reason === null && gap.from <= wish.from && wish.to <= gap.to && wish.from <= wish.to);
  return open ? ok({ reason }) : refuse('number-books.gap-not-there', { from: wish.from, to: wish.to });
}

function words(text: string): string {
  return text.normalize('NFC').trim().replaceAll(/\s+/gu, ' ');
}
