import { sql } from 'kysely';
import { type LocalDate } from '../../../kernel/local-time.ts';
import { type Database } from '../../../platform/db/database.ts';

/** How many special days a commune has from a day on within a year, and on how many later days its opening hours change. */
export async function countAhead(db: Database, communeCode: string, on: LocalDate): Promise<{ readonly days: number; readonly hours: number }> {
  const { rows: [row] } = await sql<{ days: number; hours: number }>`
    select (select count(*)::int from calendar_day where commune_code = ${communeCode} and day >= ${on}::date and day < ${on}::date + 365) as days,
      (select count(distinct valid_from)::int from working_session where commune_code = ${communeCode} and valid_from > ${on}::date) as hours`.execute(db);
  return row ?? { days: 0, hours: 0 };
}
