import { dateOf, dayOf, type LocalDate } from '../../../kernel/local-time.ts';

/**
 * Whether something filed on a day came within so many days of an event. The day of the event does not count; a last day off goes on to the end of
 * the next working day (Bộ luật Dân sự 2015, Điều 147 khoản 2, Điều 148 khoản 5).
 */
export function isOnTime(event: LocalDate, days: number, { filedOn, isWorkingDay }: { readonly filedOn: LocalDate; readonly isWorkingDay: (day: LocalDate) => boolean }): boolean {
  let last = dayOf(event) + days;
  // No run of days off is longer; a calendar that ends must not hold anybody up.
  for (let tries = 0; tries < LONGEST_REST && dateOf(last) < filedOn && !isWorkingDay(dateOf(last)); tries += 1) last += 1;
  return filedOn <= dateOf(last);
}

/** Tết with the weekends around it is shorter. */
const LONGEST_REST = 20;
