import {
  dateOf,
  dayOf,
  dayOfYmd,
  parseLocalDate,
  parseTimeOfDay,
  weekdayOfDay,
  ymdOfDay,
  type DateProblem,
  type DayNumber,
  type LocalDate,
  type MinuteOfDay,
  type TimeProblem,
} from './local-time.ts';
import { ok, refuse, type Problem, type Result } from './result.ts';
import { expectedHolidays } from './working-calendar-expected.ts';
import { type CalendarRows, type DayOverride } from './working-calendar-rows.ts';

/** One stretch of work inside a day: working from `opens` up to, but not at, `closes`. */
export interface Session {
  readonly opens: MinuteOfDay;
  readonly closes: MinuteOfDay;
}

/** Why nobody works on a day: a weekend, a weekday without hours, or a day override with its name and legal basis. */
export type DayOffReason =
  | { readonly kind: 'weekend'; readonly basis: string }
  | { readonly kind: 'no-session' }
  | { readonly kind: Exclude<DayOverride['kind'], 'make-up-work'>; readonly name: string; readonly basis: string | null; readonly status: DayOverride['status'] };

/** What the calendar says of one day. Exactly one of "has sessions" and `off` holds. */
export interface CalendarDay {
  /** In order, never touching or overlapping. */
  readonly sessions: readonly Session[];
  readonly off: DayOffReason | null;
  /** The override that made the day a working day on a day off (làm bù), if one did. */
  readonly makeUp: DayOverride | null;
}

/** A commune's working days and hours, compiled for fast questions. It answers for `firstDay` to `lastDay`; outside nobody works. */
export interface WorkingCalendar {
  readonly firstDay: DayNumber;
  readonly lastDay: DayNumber;
  readonly day: (day: DayNumber) => CalendarDay;
  /** The named days of a year in order of date, written and computed ones together. */
  readonly overridesOf: (year: number) => readonly DayOverride[];
}

export type CalendarProblem =
  | Problem<'working-calendar.no-such-weekday' | 'working-calendar.session-reversed' | 'working-calendar.validity-reversed'>
  | DateProblem
  | TimeProblem;

/** Saturday and Sunday off for state offices since 1999. */
const WEEKEND_BASIS = 'Quyết định 188/1999/QĐ-TTg';

/** The lunar calendar, and with it Tết, is computed for these years. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;

const OUTSIDE: CalendarDay = { sessions: [], off: { kind: 'no-session' }, makeUp: null };
const WEEKEND: CalendarDay = { sessions: [], off: { kind: 'weekend', basis: WEEKEND_BASIS }, makeUp: null };

interface WeeklySession extends Session {
  readonly weekday: number;
  readonly from: DayNumber;
  readonly to: DayNumber;
}

/**
 * Compiles a commune's rows into a calendar. Refuses rows with unreadable dates or times, weekdays other than 1 to 7, and sessions or
 * validities that end before they begin; `facts.row` counts from 0. Years are compiled when first asked for and then kept.
 */
export function buildWorkingCalendar(rows: CalendarRows): Result<WorkingCalendar, CalendarProblem> {
  const weekly = readWeekly(rows);
  if (!weekly.ok) return weekly;
  const extra = readExtra(rows);
  if (!extra.ok) return extra;
  const overrides = new Map<number, Map<DayNumber, DayOverride>>();
  for (const row of rows.overrides) {
    const date = parseLocalDate(row.date);
    if (!date.ok) return date;
    const day = dayOf(date.value);
    const { year } = ymdOfDay(day);
    overrides.set(year, (overrides.get(year) ?? new Map<DayNumber, DayOverride>()).set(day, row));
  }
  const settled = new Set(rows.settledYears);
  const namedDays = memoByYear((year) => {
    const written = overrides.get(year) ?? new Map<DayNumber, DayOverride>();
    if (settled.has(year)) return written;
    return new Map([...expectedHolidays(year).map((row) => [dayOf(row.date), row] as const), ...written]);
  });
  const compiled = memoByYear((year) => compileYear(year, weekly.value, extra.value, namedDays(year)));
  return ok({
    firstDay: dayOfYmd(FIRST_YEAR, 1, 1),
    lastDay: dayOfYmd(LAST_YEAR, 12, 31),
    day: (day) => {
      const { year } = ymdOfDay(day);
      if (!(year >= FIRST_YEAR && year <= LAST_YEAR)) return OUTSIDE;
      return compiled(year)[day - dayOfYmd(year, 1, 1)] ?? OUTSIDE;
    },
    overridesOf: (year) => [...namedDays(year).values()].sort((a, b) => (a.date < b.date ? -1 : 1)),
  });
}

function memoByYear<T>(make: (year: number) => T): (year: number) => T {
  const kept = new Map<number, T>();
  return (year) => {
    const known = kept.get(year);
    if (known !== undefined) return known;
    const made = make(year);
    kept.set(year, made);
    return made;
  };
}

function compileYear(
  year: number,
  weekly: readonly WeeklySession[],
  extra: ReadonlyMap<DayNumber, readonly Session[]>,
  named: ReadonlyMap<DayNumber, DayOverride>,
): readonly CalendarDay[] {
  const first = dayOfYmd(year, 1, 1);
  const last = dayOfYmd(year, 12, 31);
  const plain = new Map<string, CalendarDay>();
  const days: CalendarDay[] = [];
  for (let day = first; day <= last; day += 1) {
    const override = named.get(day);
    const own = extra.get(day);
    if (override === undefined && own === undefined) {
      // Most days of a year are alike: they share one object per set of rows.
      const rows = weekly.filter((row) => row.weekday === weekdayOfDay(day) && row.from <= day && day <= row.to);
      const key = rows.length === 0 ? `off${weekdayOfDay(day)}` : rows.map((row) => weekly.indexOf(row)).join();
      const known = plain.get(key) ?? plainDay(day, joinSessions(rows));
      plain.set(key, known);
      days.push(known);
    } else {
      days.push(specialDay(day, weekly, own ?? [], override));
    }
  }
  return days;
}

function plainDay(day: DayNumber, sessions: readonly Session[]): CalendarDay {
  if (sessions.length > 0) return { sessions, off: null, makeUp: null };
  return weekdayOfDay(day) >= 6 ? WEEKEND : OUTSIDE;
}

/** An override wins over the week and over extra sessions: a holiday is off even where a Saturday session was planned. */
function specialDay(day: DayNumber, weekly: readonly WeeklySession[], extra: readonly Session[], override: DayOverride | undefined): CalendarDay {
  if (override === undefined) {
    const regular = weekly.filter((row) => row.weekday === weekdayOfDay(day) && row.from <= day && day <= row.to);
    return plainDay(day, joinSessions([...regular, ...extra]));
  }
  if (override.kind === 'make-up-work') {
    const sessions = joinSessions([...weekdayHours(day, weekly), ...extra]);
    return sessions.length > 0 ? { sessions, off: null, makeUp: override } : plainDay(day, sessions);
  }
  const { kind, name, basis, status } = override;
  return { sessions: [], off: { kind, name, basis, status }, makeUp: null };
}

/** The hours of a full working day: those of the first day of the week, Monday on, that has any on this date. */
function weekdayHours(day: DayNumber, weekly: readonly WeeklySession[]): readonly Session[] {
  for (let weekday = 1; weekday <= 5; weekday += 1) {
    const rows = weekly.filter((row) => row.weekday === weekday && row.from <= day && day <= row.to);
    if (rows.length > 0) return rows;
  }
  return [];
}

/** Sorts sessions and joins those that overlap or touch. */
function joinSessions(sessions: readonly Session[]): readonly Session[] {
  const joined: Session[] = [];
  for (const { opens, closes } of [...sessions].sort((a, b) => a.opens - b.opens)) {
    const last = joined.at(-1);
    if (last && opens <= last.closes) joined[joined.length - 1] = { opens: last.opens, closes: Math.max(last.closes, closes) };
    else joined.push({ opens, closes });
  }
  return joined;
}

function readWeekly(rows: CalendarRows): Result<readonly WeeklySession[], CalendarProblem> {
  const read: WeeklySession[] = [];
  for (const [index, row] of rows.sessions.entries()) {
    if (!Number.isInteger(row.weekday) || row.weekday < 1 || row.weekday > 7) {
      return refuse('working-calendar.no-such-weekday', { row: index, weekday: row.weekday });
    }
    const hours = readHours(row.opens, row.closes, index);
    if (!hours.ok) return hours;
    const from = readBound(row.validFrom, Number.NEGATIVE_INFINITY);
    if (!from.ok) return from;
    const to = readBound(row.validTo, Number.POSITIVE_INFINITY);
    if (!to.ok) return to;
    if (to.value < from.value) return refuse('working-calendar.validity-reversed', { row: index });
    read.push({ weekday: row.weekday, ...hours.value, from: from.value, to: to.value });
  }
  return ok(read);
}

function readBound(date: LocalDate | null, otherwise: number): Result<DayNumber, CalendarProblem> {
  if (date === null) return ok(otherwise);
  const parsed = parseLocalDate(date);
  return parsed.ok ? ok(dayOf(parsed.value)) : parsed;
}

function readExtra(rows: CalendarRows): Result<ReadonlyMap<DayNumber, readonly Session[]>, CalendarProblem> {
  const read = new Map<DayNumber, Session[]>();
  for (const [index, row] of rows.extraSessions.entries()) {
    const date = parseLocalDate(row.date);
    if (!date.ok) return date;
    const hours = readHours(row.opens, row.closes, index);
    if (!hours.ok) return hours;
    const day = dayOf(date.value);
    read.set(day, [...(read.get(day) ?? []), hours.value]);
  }
  return ok(read);
}

function readHours(opensText: string, closesText: string, row: number): Result<Session, CalendarProblem> {
  const opens = parseTimeOfDay(opensText);
  if (!opens.ok) return opens;
  const closes = parseTimeOfDay(closesText);
  if (!closes.ok) return closes;
  if (closes.value <= opens.value) return refuse('working-calendar.session-reversed', { row, opens: opensText, closes: closesText });
  return ok({ opens: opens.value, closes: closes.value });
}

/** Whether anybody works on a date. */
export function isWorkingDay(calendar: WorkingCalendar, date: LocalDate): boolean {
  return calendar.day(dayOf(date)).sessions.length > 0;
}

/** The dates of a stretch, both ends included, on which nobody works, with the reason of each. */
export function daysOffBetween(calendar: WorkingCalendar, from: LocalDate, to: LocalDate): readonly { readonly date: LocalDate; readonly off: DayOffReason }[] {
  const found: { date: LocalDate; off: DayOffReason }[] = [];
  for (let day = dayOf(from); day <= dayOf(to); day += 1) {
    const { off } = calendar.day(day);
    if (off) found.push({ date: dateOf(day), off });
  }
  return found;
}
