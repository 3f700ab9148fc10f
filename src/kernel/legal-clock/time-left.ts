import { dayAt, MS_PER_MINUTE, type DayNumber, type Instant } from '../local-time.ts';
import { type WorkingCalendar } from '../working-calendar.ts';
import { type TimeLimit } from './time-limit.ts';
import { workingDaysAfter, workingTimeBetween } from './working-time.ts';

/**
 * How much of a limit is left, in the terms of its unit. `measure` says what is counted: `working` days and minutes of work,
 * `calendar` days and minutes of work, or `clock` days and minutes around the clock. `days` are the days after today up to and
 * including the day it is due, so 0 means today; `minutes` are whole and rounded down.
 */
export interface TimeLeft {
  readonly measure: 'working' | 'calendar' | 'clock';
  readonly days: number;
  readonly minutes: number;
}

/** What is left of a limit between a moment and the due moment after it. */
export function timeLeftUntil(calendar: WorkingCalendar, limit: TimeLimit, from: Instant, due: Instant): TimeLeft {
  const today = dayAt(from);
  const last = Math.max(today, dueDay(limit, due));
  switch (limit.unit) {
    case 'clock-hour':
      return { measure: 'clock', days: last - today, minutes: wholeMinutes(due - from) };
    case 'day':
      return { measure: 'calendar', days: last - today, minutes: wholeMinutes(workingTimeBetween(calendar, from, due)) };
    case 'same-day':
    case 'working-day':
    case 'working-hour':
      return {
        measure: 'working',
        days: workingDaysAfter(calendar, today, last),
        minutes: wholeMinutes(workingTimeBetween(calendar, from, due)),
      };
  }
}

/** The day that a due moment belongs to: a closing at midnight still belongs to the day that it closes. */
export function dueDay(limit: TimeLimit, due: Instant): DayNumber {
  return limit.unit === 'clock-hour' ? dayAt(due) : dayAt(due - 1);
}

/** Whole minutes in a length of milliseconds, rounded down. */
export function wholeMinutes(ms: number): number {
  return Math.floor(ms / MS_PER_MINUTE);
}
