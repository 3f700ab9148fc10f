import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { formatInstant, type Instant, parseInstant } from '../src/kernel/local-time.ts';
import { defaultCalendar, type HolidayFile, type WorkingHoursFile } from '../src/kernel/working-calendar-default.ts';
import { type WorkingCalendar } from '../src/kernel/working-calendar.ts';
import { type LinkedGroup } from '../src/modules/linked-cases/domain/linked-group.ts';

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(`../data/${name}`, import.meta.url), 'utf8'));

export const BIRTH = read('linked-groups/birth.json') as LinkedGroup;
export const DEATH = read('linked-groups/death.json') as LinkedGroup;

const built = defaultCalendar(read('holidays.json') as HolidayFile, read('working-hours.json') as WorkingHoursFile);
assert.ok(built.ok);
export const CALENDAR: WorkingCalendar = built.value;

/** A moment as tests write it, `2026-11-20T15:30`. */
export function at(text: string): Instant {
  const parsed = parseInstant(text);
  assert.ok(parsed.ok, text);
  return parsed.value;
}

/** A moment as tests read it. */
export function shown(moment: Instant | null): string {
  return moment === null ? '-' : formatInstant(moment).replace(/(?::00)?\+07:00$/, '');
}
