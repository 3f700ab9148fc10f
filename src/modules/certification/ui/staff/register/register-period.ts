import { daysInMonth, type LocalDate } from '../../../../../kernel/local-time.ts';

/** First and last day of what a book is opened at. */
export interface BookPeriod {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** A month of a year (1 to 12), or the whole year for 0. */
export function bookPeriod(year: number, month: number): BookPeriod {
  const name = (number: number, day: number): string => `${String(year)}-${String(number).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return month === 0 ? { from: name(1, 1), to: name(12, 31) } : { from: name(month, 1), to: name(month, daysInMonth(year, month)) };
}

/** The years that have books, the newest first: from the first one of this book of law (TT 01/2020/TT-BTP) that an office may have kept here. */
export function bookYears(today: LocalDate, firstYear = 2025): readonly number[] {
  const year = Number(today.slice(0, 4));
  return Array.from({ length: Math.max(1, year - firstYear + 1) }, (_, index) => year - index);
}
