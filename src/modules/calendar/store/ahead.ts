import { sql } from 'kysely';
import { type LocalDate } from '../../../kernel/local-time.ts';
import { type Database } from '../../../platform/db/database.ts';
import { loadHours } from './calendar-rows.ts';

/** How many special days a commune has written down from a day on, within a year. */
export async function countDaysAhead(db: Database, communeCode: string, on: LocalDate): Promise<number> {
  const { rows: [row] } = await sql<{ days: number }>`select count(*)::int as days from calendar_day where commune_code = ${communeCode} and day >= ${on}::date and day < ${on}::date + 365`.execute(db);
  return row?.days ?? 0;
}

/** How many times other weekly hours are planned after a day. */
export async function countPlannedHours(db: Database, communeCode: string, on: LocalDate): Promise<number> {
  return (await loadHours(db, communeCode)).filter(({ from }) => from > on).length;
}
