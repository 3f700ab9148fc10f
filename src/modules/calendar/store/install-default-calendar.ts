import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { type LocalDate } from '../../../kernel/local-time.ts';
import { defaultCalendarRows, type HolidayFile, type WorkingHoursFile } from '../../../kernel/working-calendar-default.ts';
import { type CalendarRows, type WorkingSessionRow } from '../../../kernel/working-calendar-rows.ts';
import { type Tx } from '../../../platform/db/database.ts';
import { loadSettledYears, SETTLED_YEARS, SINCE_ALWAYS } from './calendar-rows.ts';

const DATA = new URL('../../../../data/', import.meta.url);

let files: Promise<CalendarRows> | undefined;

async function readFiles(): Promise<CalendarRows> {
  const [holidays, hours] = await Promise.all(['holidays.json', 'working-hours.json'].map((name) => readFile(new URL(name, DATA), 'utf8')));
  return defaultCalendarRows(JSON.parse(holidays ?? '') as HolidayFile, JSON.parse(hours ?? '') as WorkingHoursFile);
}

/**
 * Gives a commune the calendar it begins with: the default opening hours, if it has none, and the official days of
 * `data/holidays.json` for every year it does not have yet. Days that the commune wrote itself stay. Running it again, or with a
 * newer program, adds what is new; answers the days it added, so that running deadlines can be computed again.
 */
export async function installDefaultCalendar(tx: Tx, communeCode: string, now: Date): Promise<readonly LocalDate[]> {
  files ??= readFiles();
  const rows = await files;
  await insertSessionsIfNone(tx, communeCode, rows.sessions);

  const settled = await loadSettledYears(tx, communeCode);
  const years = rows.settledYears.filter((year) => !settled.includes(year));
  if (years.length === 0) return [];
  const days = rows.overrides.filter(({ date }) => years.includes(Number(date.slice(0, 4))));
  const added = await tx
    .insertInto('calendar_day')
    .values(days.map(({ date, kind, name, basis, status }) => ({ commune_code: communeCode, day: date, kind, name, basis, status })))
    .onConflict((conflict) => conflict.doNothing())
    .returning('day')
    .execute();
  const value = JSON.stringify([...settled, ...years].sort((a, b) => a - b));
  await tx
    .insertInto('setting')
    .values({ commune_code: communeCode, key: SETTLED_YEARS, value, changed_at: now })
    .onConflict((conflict) => conflict.columns(['commune_code', 'key', 'valid_from']).doUpdateSet({ value, changed_at: now }))
    .execute();
  return added.map(({ day }) => day).sort();
}

async function insertSessionsIfNone(tx: Tx, communeCode: string, sessions: readonly WorkingSessionRow[]): Promise<void> {
  const existing = await tx.selectFrom('working_session').select('id').where('commune_code', '=', communeCode).limit(1).executeTakeFirst();
  if (existing !== undefined) return;
  await tx
    .insertInto('working_session')
    .values(
      sessions.map((session) => ({
        commune_code: communeCode,
        id: randomUUID(),
        weekday: session.weekday,
        opens: session.opens,
        closes: session.closes,
        valid_from: session.validFrom ?? SINCE_ALWAYS,
        valid_to: session.validTo,
      })),
    )
    .execute();
}
