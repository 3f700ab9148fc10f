import { type LocalDate } from '../../../kernel/local-time.ts';

/** Entries stay in the tables for so many months at least (TCVN 11930, level 3: an audit log is kept at hand for twelve months). */
export const LEAST_MONTHS = 12;

/** The month of a day, `2026-11`. */
export function monthOf(day: LocalDate): string {
  return day.slice(0, 7);
}

/** So many months before a month. */
export function monthsBefore(month: string, count: number): string {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 - count;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** First day of a month, and of the month after it. */
export function daysOfMonth(month: string): { readonly first: LocalDate; readonly after: LocalDate } {
  return { first: `${month}-01`, after: `${monthsBefore(month, -1)}-01` };
}

/** Whether a month is old enough to be sealed: its last day is at least so many months back, and never fewer than twelve. */
export function isOldEnough(month: string, today: LocalDate, months: number): boolean {
  return monthsBefore(monthOf(today), Math.max(months, LEAST_MONTHS)) > month;
}
