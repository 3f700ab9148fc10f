import { addDays, type LocalDate } from '../../../kernel/local-time.ts';

/**
 * What a session of the week is for. `work`: the office is open and the legal clock counts. `reception-only`: open on a weekend day, while
 * the clock stands still. `no-reception`: a weekday on which nobody is received; the clock counts it all the same, because Monday to
 * Friday are working days by law (Quyết định 188/1999/QĐ-TTg) whatever the door says.
 */
export type SessionUse = 'work' | 'reception-only' | 'no-reception';

/** A session that returns every week. */
export interface HoursRow {
  /** 1 is Monday, 7 is Sunday. */
  readonly weekday: number;
  /** `07:00`. */
  readonly opens: string;
  /** `11:30`; `24:00` is midnight at the end of the day. */
  readonly closes: string;
  readonly use: SessionUse;
}

/** A session with the first and last day it holds, both included; `validTo` null: no end. */
export interface StoredHours extends HoursRow {
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
}

/** The week from a day on, until the next period begins. */
export interface HoursPeriod {
  readonly from: LocalDate;
  readonly rows: readonly HoursRow[];
}

/** What a change does to the hours: the period that begins on `from`, before and after; null: none begins that day. */
export interface HoursChange {
  readonly from: LocalDate;
  readonly before: readonly HoursRow[] | null;
  readonly after: readonly HoursRow[] | null;
}

/** The periods that stored sessions make, in order; a day on which any session begins or has ended begins one. */
export function periodsOf(stored: readonly StoredHours[]): readonly HoursPeriod[] {
  const cuts = new Set(stored.flatMap(({ validFrom, validTo }) => (validTo === null ? [validFrom] : [validFrom, addDays(validTo, 1)])));
  return [...cuts].sort().map((from) => ({
    from,
    rows: stored
      .filter(({ validFrom, validTo }) => validFrom <= from && (validTo === null || validTo >= from))
      .map(({ weekday, opens, closes, use }) => ({ weekday, opens, closes, use }))
      .sort((a, b) => a.weekday - b.weekday || (a.opens < b.opens ? -1 : 1)),
  }));
}

/** The sessions to store for periods: each holds until the day before the next period. */
export function storedOf(periods: readonly HoursPeriod[]): readonly StoredHours[] {
  return periods.flatMap(({ from, rows }, index) => {
    const next = periods[index + 1];
    return rows.map((row) => ({ ...row, validFrom: from, validTo: next === undefined ? null : addDays(next.from, -1) }));
  });
}

/** The periods with the one that begins on `from` put in, replaced, or with null taken out, so that the one before it goes on. */
export function withPeriod(periods: readonly HoursPeriod[], from: LocalDate, rows: readonly HoursRow[] | null): readonly HoursPeriod[] {
  const others = periods.filter((period) => period.from !== from);
  return rows === null ? others : [...others, { from, rows }].sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** The period that holds on a day; undefined before the first. */
export function periodOn(periods: readonly HoursPeriod[], day: LocalDate): HoursPeriod | undefined {
  return periods.findLast(({ from }) => from <= day);
}

/** Whether the legal clock counts a session. */
export function isCounted({ use }: Pick<HoursRow, 'use'>): boolean {
  return use !== 'reception-only';
}

/** Whether people are received during a session. */
export function isOpen({ use }: Pick<HoursRow, 'use'>): boolean {
  return use !== 'no-reception';
}
