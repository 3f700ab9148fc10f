import { dayAt, instantOn, type DayNumber, type Instant } from '../local-time.ts';
import { type CalendarDay, type WorkingCalendar } from '../working-calendar.ts';

/** Called with every day that a walk through the calendar passes after the day it starts on. */
export type DayVisitor = (day: DayNumber, facts: CalendarDay) => void;

/** Why the clock did not start at the very moment. */
export type NormalizeReason = 'before-opening' | 'between-sessions' | 'after-closing' | 'day-off';

/** The first working moment at or after another, and why it differs; `reason` is null when it does not. */
export interface Normalized {
  readonly at: Instant;
  readonly reason: NormalizeReason | null;
}

/**
 * The first working moment at or after `t`: in the lunch break or exactly at its start the afternoon's opening, at or after closing the
 * next working day's opening, exactly at an opening itself. Undefined when the calendar has no working day any more.
 */
export function normalize(calendar: WorkingCalendar, t: Instant, visit?: DayVisitor): Normalized | undefined {
  const today = dayAt(t);
  const { sessions } = calendar.day(today);
  for (const [index, { opens, closes }] of sessions.entries()) {
    if (t >= instantOn(today, closes)) continue;
    const opening = instantOn(today, opens);
    if (t >= opening) return { at: t, reason: null };
    return { at: opening, reason: index === 0 ? 'before-opening' : 'between-sessions' };
  }
  const next = nextWorkingDay(calendar, today, visit);
  if (next === undefined) return undefined;
  return { at: openingOf(calendar, next), reason: sessions.length === 0 ? 'day-off' : 'after-closing' };
}

/** The first working day after a day; undefined when the calendar ends before one comes. */
export function nextWorkingDay(calendar: WorkingCalendar, day: DayNumber, visit?: DayVisitor): DayNumber | undefined {
  return nthWorkingDayAfter(calendar, day, 1, visit);
}

/** The n-th working day after a day, the day itself not counted; undefined when the calendar ends before it comes. */
export function nthWorkingDayAfter(calendar: WorkingCalendar, day: DayNumber, n: number, visit?: DayVisitor): DayNumber | undefined {
  let left = n;
  for (let d = Math.max(day, calendar.firstDay - 1) + 1; d <= calendar.lastDay; d += 1) {
    const facts = calendar.day(d);
    visit?.(d, facts);
    if (facts.sessions.length > 0) left -= 1;
    if (left === 0) return d;
  }
  return undefined;
}

function openingOf(calendar: WorkingCalendar, day: DayNumber): Instant {
  return instantOn(day, calendar.day(day).sessions[0]?.opens ?? 0);
}

/** The end of the last session of a working day. */
export function closingOf(calendar: WorkingCalendar, day: DayNumber): Instant {
  return instantOn(day, calendar.day(day).sessions.at(-1)?.closes ?? 0);
}

/**
 * The earliest moment by which `ms` milliseconds of work have passed since `from`. Work that ends exactly at a closing ends there and not
 * at the next opening. Undefined when the calendar ends first.
 */
export function addWorkingTime(calendar: WorkingCalendar, from: Instant, ms: number, visit?: DayVisitor): Instant | undefined {
  const today = dayAt(from);
  let left = ms;
  for (let day = today; day <= calendar.lastDay; day += 1) {
    const facts = calendar.day(day);
    if (day > today) visit?.(day, facts);
    for (const { opens, closes } of facts.sessions) {
      const start = Math.max(from, instantOn(day, opens));
      const size = instantOn(day, closes) - start;
      if (size <= 0) continue;
      if (left <= size) return start + left;
      left -= size;
    }
  }
  return undefined;
}

/** The latest moment since which `ms` milliseconds of work (more than 0) have passed by `to`; undefined when the calendar begins later. */
export function workingTimeAgo(calendar: WorkingCalendar, to: Instant, ms: number): Instant | undefined {
  let left = ms;
  for (let day = Math.min(dayAt(to), calendar.lastDay); day >= calendar.firstDay; day -= 1) {
    for (const { opens, closes } of calendar.day(day).sessions.toReversed()) {
      const end = Math.min(to, instantOn(day, closes));
      const size = end - instantOn(day, opens);
      if (size <= 0) continue;
      if (left <= size) return end - left;
      left -= size;
    }
  }
  return undefined;
}

/** Milliseconds of work between two moments; 0 when `to` is not after `from`. */
export function workingTimeBetween(calendar: WorkingCalendar, from: Instant, to: Instant): number {
  let total = 0;
  const last = Math.min(dayAt(to), calendar.lastDay);
  for (let day = Math.max(dayAt(from), calendar.firstDay); day <= last; day += 1) {
    for (const { opens, closes } of calendar.day(day).sessions) {
      total += Math.max(0, Math.min(to, instantOn(day, closes)) - Math.max(from, instantOn(day, opens)));
    }
  }
  return total;
}

/** How many working days lie after one day up to and including another. */
export function workingDaysAfter(calendar: WorkingCalendar, day: DayNumber, upTo: DayNumber): number {
  let count = 0;
  for (let d = Math.max(day, calendar.firstDay - 1) + 1; d <= Math.min(upTo, calendar.lastDay); d += 1) {
    if (calendar.day(d).sessions.length > 0) count += 1;
  }
  return count;
}
