import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, beforeEach, test } from 'node:test';
import { createCommune } from '../../../../test/commune.ts';
import { createDatabase, type TestDatabase } from '../../../../test/database.ts';
import { dayOf } from '../../../kernel/local-time.ts';
import { defaultCalendar, type HolidayFile, type WorkingHoursFile } from '../../../kernel/working-calendar-default.ts';
import { isWorkingDay, type WorkingCalendar } from '../../../kernel/working-calendar.ts';
import { listOpeningHours, loadCalendarRows } from './calendar-rows.ts';
import { createCalendars } from './calendars.ts';
import { installDefaultCalendar } from './install-default-calendar.ts';

let database: TestDatabase;
before(async () => {
  database = await createDatabase();
});
after(() => database.close());
beforeEach(async () => {
  await database.owner.pool.query('truncate commune, setting cascade');
});

const now = new Date('2026-11-23T08:00:00+07:00');
const install = (code = '16072'): Promise<readonly string[]> => database.db.transaction().execute((tx) => installDefaultCalendar(tx, code, now));
const hoursOn = (calendar: WorkingCalendar, date: string): readonly (readonly [number, number])[] =>
  calendar.day(dayOf(date)).sessions.map(({ opens, closes }) => [opens / 60, closes / 60]);

async function fileOf<T>(name: string): Promise<T> {
  return JSON.parse(await readFile(new URL(`../../../../data/${name}`, import.meta.url), 'utf8')) as T;
}

test('a new commune works as the kernel’s default calendar says, on every day of nine years', async () => {
  await createCommune(database.db);
  const calendar = await createCalendars(database.db).getCalendar('16072');
  const wanted = defaultCalendar(await fileOf<HolidayFile>('holidays.json'), await fileOf<WorkingHoursFile>('working-hours.json'));
  assert.ok(wanted.ok);
  for (let day = dayOf('2022-01-01'); day <= dayOf('2030-12-31'); day += 1) assert.deepEqual(calendar.day(day), wanted.value.day(day));
});

test('installing twice adds nothing and keeps what the commune wrote itself', async () => {
  await createCommune(database.db, { calendar: false });
  await database.pool.query(
    "insert into calendar_day (commune_code, day, kind, name, basis, status) values ('16072', '2026-11-24', 'make-up-work', 'Trực ngày 24/11', 'QĐ 12/QĐ-UBND', 'confirmed')",
  );
  const added = await install();
  assert.ok(added.length > 50);
  assert.ok(!added.includes('2026-11-24'));
  assert.deepEqual(await install(), []);
  const calendar = await createCalendars(database.db).getCalendar('16072');
  assert.equal(isWorkingDay(calendar, '2026-11-24'), true);
  assert.equal((await loadCalendarRows(database.db, '16072')).sessions.length, 10);
});

test('a newer program adds the official years that a commune does not have and says which days', async () => {
  await createCommune(database.db);
  await database.pool.query("delete from calendar_day where day >= '2027-01-01'");
  await database.pool.query("update setting set value = '[2024, 2025, 2026]' where key = 'calendar.settled-years'");
  const added = await install();
  assert.ok(added.length > 0);
  assert.ok(added.every((day) => day.startsWith('2027-')));
  assert.deepEqual((await loadCalendarRows(database.db, '16072')).settledYears, [2024, 2025, 2026, 2027]);
});

test('a calendar is remembered until told to forget, each commune’s for itself', async () => {
  await createCommune(database.db);
  await createCommune(database.db, { commune: { code: '00070' } });
  const calendars = createCalendars(database.db);
  const before = await calendars.getCalendar('16072');
  const other = await calendars.getCalendar('00070');
  await database.pool.query(
    "insert into working_session (commune_code, id, weekday, opens, closes, valid_from, valid_to) values ('16072', gen_random_uuid(), 6, '07:30', '11:30', '2026-12-01', '2026-12-31')",
  );
  assert.equal(await calendars.getCalendar('16072'), before);
  calendars.forgetCalendar('16072');
  const changed = await calendars.getCalendar('16072');
  assert.deepEqual(['2026-11-28', '2026-12-05', '2027-01-09'].map((date) => hoursOn(changed, date)), [[], [[7.5, 11.5]], []]);
  assert.equal(await calendars.getCalendar('00070'), other);
});

test('requests that come together load a calendar once', async () => {
  await createCommune(database.db);
  const calendars = createCalendars(database.db);
  const [first, second] = await Promise.all([calendars.getCalendar('16072'), calendars.getCalendar('16072')]);
  assert.equal(first, second);
});

test('a load that failed is not remembered', async () => {
  await createCommune(database.db);
  const calendars = createCalendars(database.db);
  // The table's own checks let no such row in; only its owner can take them away.
  await database.owner.pool.query('alter table working_session drop constraint working_session_weekday_check');
  await database.pool.query("insert into working_session values ('16072', gen_random_uuid(), 8, '07:00', '08:00', '2026-01-01', null)");
  await assert.rejects(calendars.getCalendar('16072'), /working-calendar\.no-such-weekday/);
  await database.pool.query('delete from working_session where weekday = 8');
  assert.equal(isWorkingDay(await calendars.getCalendar('16072'), '2026-11-23'), true);
});

test('a commune without rows never opens', async () => {
  await createCommune(database.db, { calendar: false });
  const calendar = await createCalendars(database.db).getCalendar('16072');
  assert.equal(isWorkingDay(calendar, '2026-11-23'), false);
});

test('opening hours for the notice at the door are those of the day', async () => {
  await createCommune(database.db);
  await database.pool.query("update working_session set valid_to = '2026-11-30' where weekday = 5 and opens = '13:30'");
  const friday = async (on: string): Promise<readonly string[]> =>
    (await listOpeningHours(database.db, '16072', on)).filter(({ weekday }) => weekday === 5).map(({ opens, closes }) => `${opens}-${closes}`);
  assert.deepEqual(await friday('2026-11-27'), ['07:00-11:30', '13:30-17:00']);
  assert.deepEqual(await friday('2026-12-04'), ['07:00-11:30']);
});
