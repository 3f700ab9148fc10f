import { addDays, type LocalDate } from '../../../kernel/local-time.ts';
import { type CalendarRows, type WorkingSessionRow } from '../../../kernel/working-calendar-rows.ts';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type HoursPeriod, isCounted, isOpen, periodOn, periodsOf, storedOf } from '../domain/office-hours.ts';

/** Stored in place of “since always”: the first day that the calendar knows at all. */
export const SINCE_ALWAYS: LocalDate = '1900-01-01';

/** The setting of a commune that names the years whose official holidays are all written down. */
export const SETTLED_YEARS = 'calendar.settled-years';

/** A commune's calendar with the weekly hours it is made of: `sessions` are those that the legal clock counts. */
export interface StoredCalendar extends CalendarRows {
  readonly hours: readonly HoursPeriod[];
}

function sessionsOf(hours: readonly HoursPeriod[], wanted: typeof isOpen): readonly WorkingSessionRow[] {
  return storedOf(hours).filter(wanted).map(({ weekday, opens, closes, validFrom, validTo }) => ({ weekday, opens, closes, validFrom: validFrom === SINCE_ALWAYS ? null : validFrom, validTo }));
}

/** The rows with other weekly hours. */
export function withHours(rows: StoredCalendar, hours: readonly HoursPeriod[]): StoredCalendar {
  return { ...rows, hours, sessions: sessionsOf(hours, isCounted) };
}

/** The rows as the door has them: whoever stands before it, not the legal clock. */
export function openingRows(rows: StoredCalendar): CalendarRows {
  return { ...rows, sessions: sessionsOf(rows.hours, isOpen) };
}

/** The periods of a commune's weekly hours, in order. */
export async function loadHours(db: Database, communeCode: string): Promise<readonly HoursPeriod[]> {
  return periodsOf(await db.selectFrom('working_session').select(['weekday', 'opens', 'closes', 'use', 'valid_from as validFrom', 'valid_to as validTo']).where('commune_code', '=', communeCode).execute());
}

/** Writes the weekly hours of a commune as a change leaves them. */
export async function writeHours(tx: Tx, communeCode: string, hours: readonly HoursPeriod[], newId: () => string): Promise<void> {
  await tx.deleteFrom('working_session').where('commune_code', '=', communeCode).execute();
  const rows = storedOf(hours).map(({ weekday, opens, closes, use, validFrom, validTo }) => ({ commune_code: communeCode, id: newId(), weekday, opens, closes, use, valid_from: validFrom, valid_to: validTo }));
  if (rows.length > 0) await tx.insertInto('working_session').values(rows).execute();
}

/** Everything that a commune's calendar is made of, as the kernel compiles it. Where nothing is stored, nothing is open. */
export async function loadCalendarRows(db: Database, communeCode: string): Promise<StoredCalendar> {
  const [hours, overrides, settledYears] = await Promise.all([
    loadHours(db, communeCode),
    db
      .selectFrom('calendar_day')
      .select(['day as date', 'kind', 'name', 'basis', 'status'])
      .where('commune_code', '=', communeCode)
      .orderBy('day')
      .execute(),
    loadSettledYears(db, communeCode),
  ]);
  return {
    hours,
    sessions: sessionsOf(hours, isCounted),
    extraSessions: [],
    overrides,
    settledYears,
  };
}

/** The years whose official holidays a commune has; the holidays of every other year are computed by rule. */
export async function loadSettledYears(db: Database, communeCode: string): Promise<readonly number[]> {
  const row = await db
    .selectFrom('setting')
    .select('value')
    .where('commune_code', '=', communeCode)
    .where('key', '=', SETTLED_YEARS)
    .executeTakeFirst();
  return Array.isArray(row?.value) ? row.value.filter((year) => typeof year === 'number') : [];
}

/** The communes that have a calendar. */
export async function listCommunesWithHours(db: Database): Promise<readonly string[]> {
  const rows = await db.selectFrom('working_session').select('commune_code').distinct().orderBy('commune_code').execute();
  return rows.map(({ commune_code: code }) => code);
}

type WeekSession = Pick<WorkingSessionRow, 'weekday' | 'opens' | 'closes'>;

/** The opening hours of a week as they hold on a day, for notices at the door and on the pages. */
export async function listOpeningHours(db: Database, communeCode: string, on: LocalDate): Promise<readonly WeekSession[]> {
  return openOn(await loadHours(db, communeCode), on);
}

function openOn(hours: readonly HoursPeriod[], on: LocalDate): readonly WeekSession[] {
  return (periodOn(hours, on)?.rows ?? []).filter(isOpen).map(({ weekday, opens, closes }) => ({ weekday, opens, closes }));
}

/** What an office says of its hours on a day: those that hold, and on the last day before others begin, what begins tomorrow. */
export interface OfficeHoursNotice {
  readonly hours: readonly WeekSession[];
  readonly hoursTomorrow: { readonly from: LocalDate; readonly hours: readonly WeekSession[] } | null;
}

/** The hours for the pages of citizens: nobody reads there of hours that hold later than tomorrow. */
export async function findHoursNotice(db: Database, communeCode: string, on: LocalDate): Promise<OfficeHoursNotice> {
  const periods = await loadHours(db, communeCode);
  const tomorrow = addDays(on, 1);
  const [hours, next] = [openOn(periods, on), openOn(periods, tomorrow)];
  return { hours, hoursTomorrow: JSON.stringify(hours) === JSON.stringify(next) ? null : { from: tomorrow, hours: next } };
}
