import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { type Pause } from '../../../kernel/legal-clock/pause.ts';
import { formatInstant, type Instant } from '../../../kernel/local-time.ts';
import { defaultCalendarRows, type HolidayFile, type WorkingHoursFile } from '../../../kernel/working-calendar-default.ts';
import { type DayOverride } from '../../../kernel/working-calendar-rows.ts';
import { buildWorkingCalendar, type WorkingCalendar } from '../../../kernel/working-calendar.ts';
import { type ClockedDossier, decideDeadlineMoves } from './decide-deadline-moves.ts';
import { dueOf, readLimit } from './dossier-clock.ts';

const data = (name: string): unknown => JSON.parse(readFileSync(new URL(`../../../../data/${name}`, import.meta.url), 'utf8'));
const rows = defaultCalendarRows(data('holidays.json') as HolidayFile, data('working-hours.json') as WorkingHoursFile);
const closing = (date: string): DayOverride => ({ date, kind: 'local-closing', name: 'Bão', basis: null, status: 'confirmed' });
function calendarWith(...days: readonly DayOverride[]): WorkingCalendar {
  const built = buildWorkingCalendar({ ...rows, overrides: [...rows.overrides, ...days] });
  assert.ok(built.ok);
  return built.value;
}
const PLAIN = calendarWith();
const at = (text: string): Instant => Date.parse(`${text}:00+07:00`);
const words = (instant: Instant | null | undefined) => (instant == null ? null : formatInstant(instant).slice(0, 16));

function dossier(limit: string, change: Partial<ClockedDossier> = {}, pauses: readonly Pause[] = []): ClockedDossier {
  const clock = { receivedAt: at('2026-11-23T08:00'), limit: readLimit(limit), pauses };
  return { id: 'd', ...clock, dueAt: dueOf(clock, PLAIN), step: null, ...change };
}
const moves = (one: ClockedDossier, after: WorkingCalendar, now = '2026-11-25T09:00', which: 'all' | 'missed' = 'all') => decideDeadlineMoves([one], PLAIN, after, at(now), which);

describe('the dates of running dossiers when the calendar changes', () => {
  test('a day off before the date moves it to the next working day', () => {
    const [move] = moves(dossier('3wd'), calendarWith(closing('2026-11-26')));
    assert.deepEqual([words(move?.oldDueAt), words(move?.newDueAt)], ['2026-11-27T17:00', '2026-11-30T17:00']);
  });

  test('a day off after the date, and days around the clock, move nothing', () => {
    assert.deepEqual(moves(dossier('3wd'), calendarWith(closing('2026-12-01'))), []);
    assert.deepEqual(moves(dossier('24h'), calendarWith(closing('2026-11-25'))), []);
  });

  test('whoever was late is no longer late when the office was closed that day, and the other way round', () => {
    const [move] = moves(dossier('3wd'), calendarWith(closing('2026-11-26')), '2026-11-28T09:00');
    assert.deepEqual([move?.lateBefore, move?.lateAfter], [true, false]);
    const closed = calendarWith(closing('2026-11-26'));
    const [back] = decideDeadlineMoves([dossier('3wd', { dueAt: at('2026-11-30T17:00') })], closed, PLAIN, at('2026-11-28T09:00'), 'all');
    assert.deepEqual([back?.lateBefore, back?.lateAfter, words(back?.newDueAt)], [false, true, '2026-11-27T17:00']);
  });

  test('a dossier whose clock stands still moves its date from before the pause and is never late', () => {
    const [move] = moves(dossier('3wd', {}, [{ from: at('2026-11-25T08:00'), to: null }]), calendarWith(closing('2026-11-26')), '2026-12-10T09:00');
    assert.deepEqual([move?.paused, move?.lateBefore, move?.lateAfter, words(move?.newDueAt)], [true, false, false, '2026-11-30T17:00']);
  });

  test('the step moves with it: its hours from its beginning, pauses left out, never beyond the dossier', () => {
    const step = { startedAt: at('2026-11-25T14:00'), hours: 6, dueAt: at('2026-11-26T10:00') };
    const [move] = moves(dossier('3wd', { step }), calendarWith(closing('2026-11-26')));
    assert.equal(words(move?.stepDueAt), '2026-11-27T10:00');
    const long = { startedAt: at('2026-11-25T14:00'), hours: 60, dueAt: at('2026-11-27T17:00') };
    assert.equal(words(moves(dossier('3wd', { step: long }), calendarWith(closing('2026-11-26')))[0]?.stepDueAt), '2026-11-30T17:00');
    const pause = { from: at('2026-11-25T15:00'), to: at('2026-11-30T07:00') };
    const paused = dossier('3wd', { step }, [pause]);
    assert.equal(words(moves(paused, calendarWith(closing('2026-11-30')))[0]?.stepDueAt), '2026-12-01T14:00');
  });

  test('looking once more takes only what still has the date of the calendar before', () => {
    const closed = calendarWith(closing('2026-11-26'));
    assert.equal(moves(dossier('3wd'), closed, '2026-11-25T09:00', 'missed').length, 1);
    assert.deepEqual(moves(dossier('3wd', { dueAt: at('2026-11-30T17:00') }), closed, '2026-11-25T09:00', 'missed'), []);
    assert.deepEqual(moves(dossier('3wd', { dueAt: at('2026-12-09T17:00') }), closed, '2026-11-25T09:00', 'missed'), []);
  });
});
