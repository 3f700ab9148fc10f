import { type LocalDate } from '../../../kernel/local-time.ts';
import { type CalendarRows, type WorkingSessionRow } from '../../../kernel/working-calendar-rows.ts';
import { type Database } from '../../../platform/db/database.ts';

/** Stored in place of “since always”: the first day that the calendar knows at all. */
export const SINCE_ALWAYS: LocalDate = '1900-01-01';

/** The setting of a commune that names the years whose official holidays are all written down. */
export const SETTLED_YEARS = 'calendar.settled-years';

/** Everything that a commune's calendar is made of, as the kernel compiles it. Where nothing is stored, nothing is open. */
export async function loadCalendarRows(db: Database, communeCode: string): Promise<CalendarRows> {
  const [sessions, overrides, settledYears] = await Promise.all([
    db
      .selectFrom('working_session')
      .select(['weekday', 'opens', 'closes', 'valid_from', 'valid_to'])
      .where('commune_code', '=', communeCode)
      .orderBy('weekday')
      .orderBy('opens')
      .orderBy('id')
      .execute(),
    db
      .selectFrom('calendar_day')
      .select(['day as date', 'kind', 'name', 'basis', 'status'])
      .where('commune_code', '=', communeCode)
      .orderBy('day')
      .execute(),
    loadSettledYears(db, communeCode),
  ]);
  return {
    sessions: sessions.map(({ weekday, opens, closes, valid_from: from, valid_to: validTo }) => ({
      weekday,
      opens,
      closes,
      validFrom: from === SINCE_ALWAYS ? null : from,
      validTo,
    })),
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

/** The opening hours of a week as they hold on a day, for notices at the door and on the pages. */
export async function listOpeningHours(
  db: Database,
  communeCode: string,
  on: LocalDate,
): Promise<readonly Pick<WorkingSessionRow, 'weekday' | 'opens' | 'closes'>[]> {
  return db
    .selectFrom('working_session')
    .select(['weekday', 'opens', 'closes'])
    .where('commune_code', '=', communeCode)
    .where('valid_from', '<=', on)
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>=', on)]))
    .orderBy('weekday')
    .orderBy('opens')
    .execute();
}
