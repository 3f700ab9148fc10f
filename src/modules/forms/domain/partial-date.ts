import { daysInMonth, type LocalDate } from '../../../kernel/local-time.ts';

/** A date of which day, or day and month, may be unknown: `1956-02-01`, `1956-02` or `1956`. */
export type PartialDate = string;

/** A date that was read, or why it was not; the facts of a day that does not exist are the day, the month, the year and how many days that month has. */
export type ReadDate =
  | { readonly ok: true; readonly value: PartialDate }
  | { readonly ok: false; readonly why: 'date.unreadable' | 'date.no-such-day'; readonly facts?: Readonly<Record<string, number>> };

const UNREADABLE: ReadDate = { ok: false, why: 'date.unreadable' };

const TYPED = /^(?:(?:(\d{1,2})\s*[/.-]\s*)?(\d{1,2})\s*[/.-]\s*)?(\d{4})$/;
const STORED = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/**
 * Reads a date as people write it (`1/2/1956`, `2/1956`, `1956`) or as it is stored (`1956-02-01`, `1956-02`). Refuses other texts, and
 * days and months that do not exist.
 */
export function readPartialDate(text: string): ReadDate {
  const stored = STORED.exec(text);
  const [, day, month, year = ''] = stored === null ? (TYPED.exec(text.trim()) ?? [undefined, undefined, undefined, undefined]) : [undefined, stored[3], stored[2], stored[1]];
  if (year === '') return UNREADABLE;
  const y = Number(year);
  if (month === undefined) return { ok: true, value: year };
  const m = Number(month);
  if (m < 1 || m > 12) return UNREADABLE;
  const head = `${year}-${String(m).padStart(2, '0')}`;
  if (day === undefined) return { ok: true, value: head };
  const d = Number(day);
  const most = daysInMonth(y, m);
  if (d < 1 || d > most) return { ok: false, why: 'date.no-such-day', facts: { day: d, month: m, year: y, most } };
  return { ok: true, value: `${head}-${String(d).padStart(2, '0')}` };
}

/** The first day that a partial date can mean. */
export function firstDay(date: PartialDate): LocalDate {
  return date.length === 10 ? date : date.length === 7 ? `${date}-01` : `${date}-01-01`;
}

/** The last day that a partial date can mean. */
export function lastDay(date: PartialDate): LocalDate {
  if (date.length === 10) return date;
  if (date.length === 4) return `${date}-12-31`;
  return `${date}-${String(daysInMonth(Number(date.slice(0, 4)), Number(date.slice(5)))).padStart(2, '0')}`;
}

/** Whether a text is a stored date. */
export function isPartialDate(text: string): boolean {
  return STORED.test(text);
}

/** Whole years from one day to another, as ages are counted (Bộ luật Dân sự 2015, Điều 148): someone born on 29 February is a year older on 1 March of a common year. */
export function wholeYears(from: LocalDate, to: LocalDate): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return to.slice(5) < from.slice(5) ? years - 1 : years;
}
