import { type CalendarRows } from '../../../kernel/working-calendar-rows.ts';
import { buildWorkingCalendar, type WorkingCalendar } from '../../../kernel/working-calendar.ts';
import { inCommune } from '../../../platform/db/commune-scope.ts';
import { type Database } from '../../../platform/db/database.ts';
import { undoChanges } from '../domain/calendar-edit.ts';
import { withPeriod } from '../domain/office-hours.ts';
import { type CalendarChange, listChanges } from './calendar-changes.ts';
import { loadCalendarRows, openingRows, type StoredCalendar, withHours } from './calendar-rows.ts';

/** The compiled calendars of the communes, kept in memory because every deadline asks them. */
export interface Calendars {
  /**
   * A commune's working calendar; with `asOf` as it was known then, for dossiers that were finished before a day was added.
   * Throws when its rows cannot be compiled, which the tables' checks prevent.
   */
  readonly getCalendar: (communeCode: string, asOf?: Date | null) => Promise<WorkingCalendar>;
  /**
   * When the door is open: with the sessions that are for reception alone, without the weekdays on which nobody is received. For “open now”,
   * never for a deadline.
   */
  readonly getOpening: (communeCode: string) => Promise<WorkingCalendar>;
  /** To be called after a commune's hours or days changed and the change was committed. */
  readonly forgetCalendar: (communeCode: string) => void;
}

/** More changes than an office makes in ten years; what is older than all of them is not asked about. */
const REMEMBERED_CHANGES = 1000;

interface KnownCalendar {
  readonly now: WorkingCalendar;
  readonly opening: WorkingCalendar;
  readonly rows: StoredCalendar;
  /** Newest first. */
  readonly changes: readonly CalendarChange[];
  /** Earlier calendars by how many changes are undone. */
  readonly earlier: Map<number, WorkingCalendar>;
}

/** Compiles a commune's rows. Throws when they cannot be compiled, which the tables' checks prevent. */
export function compileCalendar(communeCode: string, rows: CalendarRows): WorkingCalendar {
  const built = buildWorkingCalendar(rows);
  if (!built.ok) throw new Error(`the calendar of commune ${communeCode} cannot be compiled: ${built.problem.code}`);
  return built.value;
}

/** The rows as they were before the newest changes, given newest first. */
export function rowsBefore(rows: StoredCalendar, newestFirst: readonly CalendarChange[]): StoredCalendar {
  const overrides = newestFirst.reduce((days, { edits }) => undoChanges(days, edits), rows.overrides);
  const hours = newestFirst.reduce((periods, change) => (change.hours === null ? periods : withPeriod(periods, change.hours.from, change.hours.before)), rows.hours);
  return withHours({ ...rows, overrides }, hours);
}

/** Keeps the calendars of a database, each loaded when first asked for. */
export function createCalendars(db: Database): Calendars {
  const known = new Map<string, Promise<KnownCalendar>>();

  async function load(communeCode: string): Promise<KnownCalendar> {
    const [rows, changes] = await Promise.all([loadCalendarRows(db, communeCode), listChanges(db, communeCode, REMEMBERED_CHANGES)]);
    return { now: compileCalendar(communeCode, rows), opening: compileCalendar(communeCode, openingRows(rows)), rows, changes, earlier: new Map() };
  }

  function knownOf(communeCode: string): Promise<KnownCalendar> {
    const already = known.get(communeCode);
    if (already !== undefined) return already;
    const loading = inCommune(communeCode, () => load(communeCode));
    known.set(communeCode, loading);
    // A failure is not remembered, and a load that was forgotten meanwhile must not be thrown out for a newer one.
    loading.catch(() => {
      if (known.get(communeCode) === loading) known.delete(communeCode);
    });
    return loading;
  }

  return {
    getCalendar: async (communeCode, asOf) => {
      const { now, rows, changes, earlier } = await knownOf(communeCode);
      if (asOf == null) return now;
      const later = changes.filter(({ at }) => at > asOf);
      if (later.length === 0) return now;
      const calendar = earlier.get(later.length) ?? compileCalendar(communeCode, rowsBefore(rows, later));
      earlier.set(later.length, calendar);
      return calendar;
    },
    getOpening: async (communeCode) => (await knownOf(communeCode)).opening,
    forgetCalendar: (communeCode) => {
      known.delete(communeCode);
    },
  };
}
