import { dayAt, type DayNumber, instantOn, type Instant, MS_PER_MINUTE } from '../../kernel/local-time.ts';
import { normalize } from '../../kernel/legal-clock/working-time.ts';
import { type WorkingCalendar } from '../../kernel/working-calendar.ts';

/** The working days from one day to another, both included. */
export function listWorkingDays(calendar: WorkingCalendar, from: DayNumber, to: DayNumber): readonly DayNumber[] {
  const days: DayNumber[] = [];
  for (let day = from; day <= to; day += 1) if (calendar.day(day).sessions.length > 0) days.push(day);
  return days;
}

/** The day that the office works on at a moment, or next after it. */
export function currentWorkingDay(calendar: WorkingCalendar, now: Instant): DayNumber {
  return dayAt(normalize(calendar, now)?.at ?? now);
}

/** The moment from which so many working minutes have passed until `now`, never outside working hours. */
export function workingMinutesBefore(calendar: WorkingCalendar, now: Instant, minutes: number): Instant {
  let left = minutes * MS_PER_MINUTE;
  for (let day = dayAt(now); day >= calendar.firstDay; day -= 1) {
    for (const { opens, closes } of calendar.day(day).sessions.toReversed()) {
      const start = instantOn(day, opens);
      const end = Math.min(now, instantOn(day, closes));
      if (end <= start) continue;
      if (left < end - start) return end - left;
      left -= end - start;
    }
  }
  throw new RangeError('the calendar has no such working moment');
}
