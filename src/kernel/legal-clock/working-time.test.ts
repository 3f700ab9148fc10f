import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { MS_PER_HOUR, MS_PER_MINUTE } from '../local-time.ts';
import { defaultCalendar, type HolidayFile, type WorkingHoursFile } from '../working-calendar-default.ts';
import { workingTimeAgo, workingTimeBetween } from './working-time.ts';

const at = (text: string): number => Date.parse(`${text}+07:00`);
const data = (name: string): unknown => JSON.parse(readFileSync(new URL(`../../../data/${name}`, import.meta.url), 'utf8'));
const built = defaultCalendar(data('holidays.json') as HolidayFile, data('working-hours.json') as WorkingHoursFile);
assert.ok(built.ok);
const CALENDAR = built.value;

test('eight working hours before ten o’clock on a Monday lie on the Friday before', () => {
  const since = workingTimeAgo(CALENDAR, at('2026-11-23T10:00'), 8 * MS_PER_HOUR);
  assert.ok(since !== undefined && since > at('2026-11-20T08:00') && since < at('2026-11-20T17:00'));
});

test('whenever one looks: as much work as was asked for lies between then and now, and a minute later less', () => {
  fc.assert(
    fc.property(fc.integer({ min: at('2026-02-01T00:00'), max: at('2026-12-01T00:00') }), fc.integer({ min: 1, max: 60 }), (to, hours) => {
      const since = workingTimeAgo(CALENDAR, to, hours * MS_PER_HOUR);
      assert.ok(since !== undefined);
      assert.equal(workingTimeBetween(CALENDAR, since, to), hours * MS_PER_HOUR);
      assert.ok(workingTimeBetween(CALENDAR, since + MS_PER_MINUTE, to) < hours * MS_PER_HOUR);
    }),
  );
});

test('a calendar that begins later says so', () => {
  assert.equal(workingTimeAgo(CALENDAR, at('2026-11-23T10:00'), 1e15), undefined);
});
