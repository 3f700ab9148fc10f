import { ok, refuse, type Problem, type Result } from './result.ts';

/** A moment: milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

/** A day on the wall calendar, `2026-11-26`. Such strings sort as the days do. */
export type LocalDate = string;

/** Days since 1970-01-01, counted by local midnights. */
export type DayNumber = number;

/** Minutes since local midnight, 0 to 1440. */
export type MinuteOfDay = number;

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export type DateProblem = Problem<'local-time.unreadable-date' | 'local-time.no-such-date'>;
export type TimeProblem = Problem<'local-time.unreadable-time' | 'local-time.no-such-time'>;
export type InstantProblem = Problem<'local-time.unreadable'> | DateProblem | TimeProblem;

export const MS_PER_MINUTE = 60_000;
export const MS_PER_HOUR = 3_600_000;
export const MS_PER_DAY = 86_400_000;

/** Asia/Ho_Chi_Minh has kept UTC+7 without daylight saving since 1975, so the zone is arithmetic and needs no time zone data. */
const OFFSET_MS = 7 * MS_PER_HOUR;

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const TIME_OF_DAY = /^(\d{2}):(\d{2})$/;
const INSTANT = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3})\d*)?)?(Z|[+-]\d{2}:\d{2})?$/;

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** How many days a Gregorian month has; `month` is 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The day number of a Gregorian date given as numbers; the date must exist. */
export function dayOfYmd(year: number, month: number, day: number): DayNumber {
  // Years are counted from March, so that the leap day is the last day of the year (proleptic Gregorian calendar).
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468;
}

/** The Gregorian year, month (1 to 12) and day of a day number. */
export function ymdOfDay(day: DayNumber): { readonly year: number; readonly month: number; readonly day: number } {
  const z = day + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  };
}

/** Reads `2026-11-26`; refuses any other form and days that do not exist, such as 2026-02-30. */
export function parseLocalDate(text: string): Result<LocalDate, DateProblem> {
  const match = DATE.exec(text);
  if (!match) return refuse('local-time.unreadable-date', { text });
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return refuse('local-time.no-such-date', { text });
  return ok(text);
}

/** Reads `07:00` as minutes since midnight; `24:00` is the end of the day; refuses anything else. */
export function parseTimeOfDay(text: string): Result<MinuteOfDay, TimeProblem> {
  const match = TIME_OF_DAY.exec(text);
  if (!match) return refuse('local-time.unreadable-time', { text });
  const [hour, minute] = [Number(match[1]), Number(match[2])];
  if (minute > 59 || hour * 60 + minute > 24 * 60) return refuse('local-time.no-such-time', { text });
  return ok(hour * 60 + minute);
}

/**
 * Reads `2026-11-20T15:30`, `2026-11-20T15:30:15` or either with `Z` or `+07:00`; local time when no offset is given.
 * Refuses other forms and moments that do not exist, such as 2026-02-30 or hour 25. Fractions below a millisecond are cut.
 */
export function parseInstant(text: string): Result<Instant, InstantProblem> {
  const match = INSTANT.exec(text);
  if (!match) return refuse('local-time.unreadable', { text });
  const [, dateText = '', hourText, minuteText, secondText = '0', fraction = '0', offset] = match;
  const date = parseLocalDate(dateText);
  if (!date.ok) return date;
  const [hour, minute, second] = [Number(hourText), Number(minuteText), Number(secondText)];
  if (hour > 23 || minute > 59 || second > 59) return refuse('local-time.no-such-time', { text });
  const offsetMs = readOffset(offset);
  if (offsetMs === undefined) return refuse('local-time.no-such-time', { text });
  const wall = dayOf(date.value) * MS_PER_DAY + hour * MS_PER_HOUR + minute * MS_PER_MINUTE + second * 1000;
  return ok(wall + Number(fraction.padEnd(3, '0')) - offsetMs);
}

/** No place on earth is more than 14 hours from UTC; a larger offset is a typing error. */
function readOffset(text: string | undefined): number | undefined {
  if (text === undefined) return OFFSET_MS;
  if (text === 'Z') return 0;
  const [hour, minute] = [Number(text.slice(1, 3)), Number(text.slice(4, 6))];
  if (minute > 59 || hour * 60 + minute > 14 * 60) return undefined;
  const size = hour * MS_PER_HOUR + minute * MS_PER_MINUTE;
  return text.startsWith('-') ? -size : size;
}

/** The local wall time of a moment with its offset, `2026-11-26T17:00:00+07:00`; milliseconds only where there are some. */
export function formatInstant(instant: Instant): string {
  const ms = msOfDayAt(instant);
  const rest = ms % 1000;
  const fraction = rest === 0 ? '' : `.${pad(rest, 3)}`;
  return `${dateAt(instant)}T${formatTimeOfDay(Math.floor(ms / MS_PER_MINUTE))}:${pad(Math.floor(ms / 1000) % 60, 2)}${fraction}+07:00`;
}

/** Minutes since midnight as `07:00`. */
export function formatTimeOfDay(minute: MinuteOfDay): string {
  return `${pad(Math.floor(minute / 60), 2)}:${pad(minute % 60, 2)}`;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

/** The day number of a date. The date must be one that `parseLocalDate` accepts: anything else is a bug and throws. */
export function dayOf(date: LocalDate): DayNumber {
  const match = DATE.exec(date);
  if (!match) throw new RangeError(`not a local date: ${date}`);
  return dayOfYmd(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** The date of a day number, for years 0 to 9999. */
export function dateOf(day: DayNumber): LocalDate {
  const { year, month, day: dayOfMonth } = ymdOfDay(day);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}`;
}

/** The date `days` later (earlier when negative). */
export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOf(dayOf(date) + days);
}

/** How many days `to` lies after `from`; negative when before. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayOf(to) - dayOf(from);
}

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const satisfies readonly Weekday[];

/** The weekday of a day number. */
export function weekdayOfDay(day: DayNumber): Weekday {
  // 1970-01-01 was a Thursday, three places after Monday.
  return WEEKDAYS[(((day + 3) % 7) + 7) % 7] ?? 1;
}

/** The weekday of a date. */
export function weekdayOf(date: LocalDate): Weekday {
  return weekdayOfDay(dayOf(date));
}

/** The local day that a moment falls on. */
export function dayAt(instant: Instant): DayNumber {
  return Math.floor((instant + OFFSET_MS) / MS_PER_DAY);
}

/** The local date that a moment falls on. */
export function dateAt(instant: Instant): LocalDate {
  return dateOf(dayAt(instant));
}

/** Milliseconds since local midnight. */
export function msOfDayAt(instant: Instant): number {
  return instant + OFFSET_MS - dayAt(instant) * MS_PER_DAY;
}

/** The moment at which the local clock shows this minute of this day. */
export function instantOn(day: DayNumber, minute: MinuteOfDay): Instant {
  return day * MS_PER_DAY + minute * MS_PER_MINUTE - OFFSET_MS;
}
