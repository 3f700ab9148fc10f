import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { type Pause } from '../../../kernel/legal-clock/pause.ts';
import { formatInstant } from '../../../kernel/local-time.ts';
import { defaultCalendar, type HolidayFile, type WorkingHoursFile } from '../../../kernel/working-calendar-default.ts';
import { readLimit } from './dossier-clock.ts';
import { decideNotices, type NoticeClock } from './decide-notices.ts';

const data = (name: string): unknown => JSON.parse(readFileSync(new URL(`../../../../data/${name}`, import.meta.url), 'utf8'));
const built = defaultCalendar(data('holidays.json') as HolidayFile, data('working-hours.json') as WorkingHoursFile);
assert.ok(built.ok);
const calendar = built.value;

const at = (local: string): number => Date.parse(`${local}:00+07:00`);
const clock = (received: string, limit: string, pauses: readonly Pause[] = [], extended: string | null = null): NoticeClock => ({
  receivedAt: at(received), limit: readLimit(limit), pauses, extendedDueAt: extended === null ? null : at(extended),
});

/** Every notice from the receipt on, found by looking exactly when the rule says, as `mark local-time`. */
function story(of: NoticeClock, until: string): readonly string[] {
  const told: string[] = [];
  let now: number | null = of.receivedAt;
  while (now !== null && now <= at(until)) {
    const { notice, next } = decideNotices(of, calendar, now);
    const line = notice === null ? undefined : `${notice.mark} ${formatInstant(notice.at).slice(0, 16)}`;
    if (line !== undefined && !told.includes(line)) told.push(line);
    assert.ok(next === null || next > now, 'the next look lies ahead');
    now = next;
  }
  return told;
}

// Monday 23 November 2026; 24 November is a holiday; hours 7:00–11:30, 13:30–17:00.
const STORIES: readonly (readonly [string, NoticeClock, string, readonly string[]])[] = [
  ['three working days: three quarters, the morning of the day before, the due moment, then every working morning', clock('2026-11-23T08:00', '3wd'), '2026-11-30T23:00', [
    'day-before 2026-11-26T07:00', 'three-quarters 2026-11-27T07:15', 'due 2026-11-27T17:00', 'overdue 2026-11-30T07:00',
  ]],
  ['the same day: there is no day before', clock('2026-11-23T08:00', 'same-day'), '2026-11-23T23:00', ['three-quarters 2026-11-23T15:15', 'due 2026-11-23T17:00']],
  ['eight working hours over a holiday', clock('2026-11-23T13:30', '8wh'), '2026-11-26T08:00', ['three-quarters 2026-11-25T09:30', 'due 2026-11-25T11:30', 'overdue 2026-11-26T07:00']],
  ['a day off brings no reminder: late on Friday, the next comes on Monday', clock('2026-11-20T08:00', 'same-day'), '2026-11-23T12:00', ['three-quarters 2026-11-20T15:15', 'due 2026-11-20T17:00', 'overdue 2026-11-23T07:00']],
  ['clock hours count around the clock', clock('2026-11-25T10:00', '24h'), '2026-11-27T08:00', ['three-quarters 2026-11-26T04:00', 'due 2026-11-26T10:00', 'overdue 2026-11-27T07:00']],
];

describe('notices of a dossier', () => {
  for (const [rule, of, until, expected] of STORIES) {
    test(rule, () => {
      assert.deepEqual(story(of, until), expected);
    });
  }

  test('a paused dossier gets none, and is not looked at before the answer comes', () => {
    const paused = clock('2026-11-23T08:00', '3wd', [{ from: at('2026-11-25T08:00'), to: null }]);
    assert.deepEqual(decideNotices(paused, calendar, at('2026-12-10T08:00')), { notice: null, next: null });
  });

  test('a pause moves what comes after it, and what was told before stays told at its own time', () => {
    const straight = clock('2026-11-23T08:00', '3wd');
    const pausedBefore = clock('2026-11-23T08:00', '3wd', [{ from: at('2026-11-25T07:00'), to: at('2026-11-30T07:00') }]);
    assert.deepEqual(story(pausedBefore, '2026-12-02T16:59'), ['day-before 2026-12-01T07:00', 'three-quarters 2026-12-02T07:15']);
    // Three quarters were reached before this pause: the mark is the same instant, so its key is too.
    const pausedAfter = clock('2026-11-23T08:00', '3wd', [{ from: at('2026-11-27T08:00'), to: at('2026-12-01T08:00') }]);
    const mark = (of: NoticeClock) => story(of, '2026-12-31T00:00').find((line) => line.startsWith('three-quarters'));
    assert.equal(mark(pausedAfter), mark(straight));
  });

  test('an office that was closed is told the newest mark only', () => {
    const of = clock('2026-11-23T08:00', '3wd');
    assert.equal(decideNotices(of, calendar, at('2026-12-04T09:00')).notice?.mark, 'overdue');
    assert.equal(decideNotices(of, calendar, at('2026-12-04T09:00')).notice?.at, at('2026-12-04T07:00'));
  });

  test('after an apology the marks go by the new date, without the three quarters', () => {
    assert.deepEqual(story(clock('2026-11-23T08:00', '3wd', [], '2026-12-02T17:00'), '2026-12-03T08:00'), ['day-before 2026-12-01T07:00', 'due 2026-12-02T17:00', 'overdue 2026-12-03T07:00']);
  });

  test('at the due moment itself it is due, a minute later still, and overdue from the next working morning on', () => {
    const of = clock('2026-11-25T08:00', 'same-day');
    assert.equal(decideNotices(of, calendar, at('2026-11-25T17:00')).notice?.mark, 'due');
    assert.equal(decideNotices(of, calendar, at('2026-11-25T17:01')).notice?.mark, 'due');
    assert.equal(decideNotices(of, calendar, at('2026-11-26T06:59')).notice?.mark, 'due');
    assert.equal(decideNotices(of, calendar, at('2026-11-26T07:00')).notice?.mark, 'overdue');
  });

  test('however often one looks, the same moment gives the same notice', () => {
    const of = clock('2026-11-23T08:00', '3wd');
    for (let minute = 0; minute < 8 * 24 * 60; minute += 7) {
      const now = of.receivedAt + minute * 60_000;
      const { notice, next } = decideNotices(of, calendar, now);
      assert.ok(notice === null || notice.at <= now);
      assert.ok(next === null || next > now);
      if (next !== null) assert.deepEqual(decideNotices(of, calendar, next - 1).notice, notice, 'nothing comes between two looks');
    }
  });
});
