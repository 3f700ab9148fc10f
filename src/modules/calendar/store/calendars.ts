import { buildWorkingCalendar, type WorkingCalendar } from '../../../kernel/working-calendar.ts';
import { type Database } from '../../../platform/db/database.ts';
import { loadCalendarRows } from './calendar-rows.ts';

/** The compiled calendars of the communes, kept in memory because every deadline asks them. */
export interface Calendars {
  /** A commune's working calendar; throws when its rows cannot be compiled, which the tables' checks prevent. */
  readonly getCalendar: (communeCode: string) => Promise<WorkingCalendar>;
  /** To be called after a commune's hours or days changed and the change was committed. */
  readonly forgetCalendar: (communeCode: string) => void;
}

/** Keeps the calendars of a database, each loaded when first asked for. */
export function createCalendars(db: Database): Calendars {
  const known = new Map<string, Promise<WorkingCalendar>>();

  async function load(communeCode: string): Promise<WorkingCalendar> {
    const built = buildWorkingCalendar(await loadCalendarRows(db, communeCode));
    if (!built.ok) throw new Error(`the calendar of commune ${communeCode} cannot be compiled: ${built.problem.code}`);
    return built.value;
  }

  return {
    getCalendar: (communeCode) => {
      let calendar = known.get(communeCode);
      if (calendar === undefined) {
        const loading = load(communeCode);
        calendar = loading;
        known.set(communeCode, loading);
        // A failure is not remembered, and a load that was forgotten meanwhile must not be thrown out for a newer one.
        loading.catch(() => {
          if (known.get(communeCode) === loading) known.delete(communeCode);
        });
      }
      return calendar;
    },
    forgetCalendar: (communeCode) => {
      known.delete(communeCode);
    },
  };
}
