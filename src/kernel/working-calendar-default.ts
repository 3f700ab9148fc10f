import { type Result } from './result.ts';
import { type CalendarRows, type DayOverrideKind, type DayOverrideStatus, type WorkingSessionRow } from './working-calendar-rows.ts';
import { buildWorkingCalendar, type CalendarProblem, type WorkingCalendar } from './working-calendar.ts';

/** The shape of `data/holidays.json`, as far as the calendar reads it. */
export interface HolidayFile {
  readonly meta: { readonly years: readonly number[] };
  readonly days: readonly {
    readonly date: string;
    readonly name: string;
    readonly kind: DayOverrideKind;
    readonly status: DayOverrideStatus;
    readonly source: readonly string[];
  }[];
}

/** The shape of `data/working-hours.json`, as far as the calendar reads it. */
export interface WorkingHoursFile {
  readonly sessions: readonly WorkingSessionRow[];
}

/** The rows of a commune that has changed nothing yet: the official holidays and the default hours. */
export function defaultCalendarRows(holidays: HolidayFile, hours: WorkingHoursFile): CalendarRows {
  return {
    sessions: hours.sessions,
    extraSessions: [],
    overrides: holidays.days.map(({ date, kind, name, source, status }) => ({
      date,
      kind,
      name: nameForPeople(name),
      basis: legalBasis(source),
      status,
    })),
    settledYears: holidays.meta.years,
  };
}

/** The calendar of a commune that has changed nothing yet; refuses files with broken rows. */
export function defaultCalendar(holidays: HolidayFile, hours: WorkingHoursFile): Result<WorkingCalendar, CalendarProblem> {
  return buildWorkingCalendar(defaultCalendarRows(holidays, hours));
}

/** “Làm bù cho 2026-08-31” is for machines; people read “Làm bù cho ngày 31/08/2026”. */
function nameForPeople(name: string): string {
  return name.replaceAll(/(\d{4})-(\d{2})-(\d{2})/g, 'ngày $3/$2/$1');
}

/** Law and notices come first in a source list and open with the kind of text; tables and libraries behind them are no legal basis. */
function legalBasis(source: readonly string[]): string | null {
  const law = source.find((line) => /^(Bộ luật|Luật|Nghị quyết|Nghị định|Quyết định|Thông báo|Công văn)/.test(line));
  return law?.split(' — ')[0] ?? null;
}
