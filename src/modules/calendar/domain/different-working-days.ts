import { dayOf, type LocalDate } from '../../../kernel/local-time.ts';
import { type WorkingCalendar } from '../../../kernel/working-calendar.ts';

const YEAR = 365;

/** On how many of the 365 days from a date on two calendars differ: another office is open, or at other hours. */
export function differentWorkingDays(one: WorkingCalendar, other: WorkingCalendar, from: LocalDate): number {
  const hours = (calendar: WorkingCalendar, day: number): string => calendar.day(day).sessions.map(({ opens, closes }) => `${String(opens)}-${String(closes)}`).join(' ');
  let different = 0;
  const first = Math.max(dayOf(from), one.firstDay, other.firstDay);
  const last = Math.min(dayOf(from) + YEAR - 1, one.lastDay, other.lastDay);
  for (let day = first; day <= last; day += 1) if (hours(one, day) !== hours(other, day)) different += 1;
  return different;
}
