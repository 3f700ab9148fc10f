import { readFileSync } from 'node:fs';
import { defaultCalendar, type HolidayFile, type WorkingHoursFile } from '../kernel/working-calendar-default.ts';
import { type WorkingCalendar } from '../kernel/working-calendar.ts';

/** The calendar of the data files that come with the program: official holidays and default hours. Broken files are a bug and throw. */
export function loadDefaultCalendar(): WorkingCalendar {
  // The files belong to the program and a test builds the calendar from them, so their shape is asserted and not checked again.
  const holidays = readData('holidays.json') as HolidayFile;
  const hours = readData('working-hours.json') as WorkingHoursFile;
  const calendar = defaultCalendar(holidays, hours);
  if (!calendar.ok) throw new Error(`data/holidays.json or data/working-hours.json: ${calendar.problem.code}`);
  return calendar.value;
}

function readData(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../data/${name}`, import.meta.url), 'utf8'));
}
