import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { timeLeftWords } from '../date-words-time-left.ts';
import { formatInstant, parseInstant, type Instant } from '../local-time.ts';
import { defaultCalendarRows, type HolidayFile, type WorkingHoursFile } from '../working-calendar-default.ts';
import { type DayOverride } from '../working-calendar-rows.ts';
import { buildWorkingCalendar } from '../working-calendar.ts';
import { extendDeadline, isOnTime } from './extend-deadline.ts';
import { measureDeadline, type DeadlineMeasure } from './measure-deadline.ts';
import { recomputeDeadlines, type RunningDossier } from './recompute-deadlines.ts';
import { parseTimeLimit } from './time-limit.ts';

const data = (name: string): unknown => JSON.parse(readFileSync(new URL(`../../../data/${name}`, import.meta.url), 'utf8'));
const rows = defaultCalendarRows(data('holidays.json') as HolidayFile, data('working-hours.json') as WorkingHoursFile);

function calendarWith(...overrides: readonly DayOverride[]): Parameters<typeof recomputeDeadlines>[1] {
  const calendar = buildWorkingCalendar({ ...rows, overrides: [...rows.overrides, ...overrides] });
  assert.ok(calendar.ok);
  return calendar.value;
}
const calendar = calendarWith();

function at(text: string): Instant {
  const parsed = parseInstant(text);
  assert.ok(parsed.ok, text);
  return parsed.value;
}

function dossier(received: string, limitText: string, ...pauses: readonly string[]): Omit<RunningDossier, 'id'> {
  const limit = parseTimeLimit(limitText);
  assert.ok(limit.ok);
  return {
    received: at(received),
    limit: limit.value,
    pauses: pauses.map((text) => {
      const [from = '', to = ''] = text.split('/');
      return { from: at(from), to: to === '' ? null : at(to) };
    }),
  };
}

function measure(what: Omit<RunningDossier, 'id'>, now: string, nearWorkingDays?: number): DeadlineMeasure {
  const measured = measureDeadline({ ...what, calendar, now: at(now), ...(nearWorkingDays === undefined ? {} : { nearWorkingDays }) });
  assert.ok(measured.ok);
  return measured.value;
}

describe('how a dossier stands, 3 working days from Friday 20/11/2026 15:30, due Thursday 26/11 17:00', () => {
  const plain = dossier('2026-11-20T15:30', '3wd');
  const paused = dossier('2026-11-20T15:30', '3wd', '2026-11-23T09:00/2026-11-25T14:00');
  const cases: readonly (readonly [now: string, what: Omit<RunningDossier, 'id'>, state: string, used: number, vi: string, en: string])[] = [
    ['2026-11-20T15:30', plain, 'in-time', 0, 'Còn 3 ngày làm việc', '3 working days left'],
    ['2026-11-20T15:00', plain, 'in-time', 0, 'Còn 3 ngày làm việc', '3 working days left'],
    ['2026-11-21T10:00', plain, 'in-time', 90, 'Còn 3 ngày làm việc', '3 working days left'],
    ['2026-11-23T10:00', plain, 'in-time', 270, 'Còn 2 ngày làm việc', '2 working days left'],
    ['2026-11-24T10:00', plain, 'in-time', 570, 'Còn 2 ngày làm việc', '2 working days left'],
    ['2026-11-25T08:00', plain, 'near', 630, 'Còn 1 ngày làm việc', '1 working day left'],
    ['2026-11-26T09:50', plain, 'due-today', 1220, 'Hôm nay, còn 5 giờ 10', 'Today, 5 h 10 min left'],
    ['2026-11-26T12:00', plain, 'due-today', 1320, 'Hôm nay, còn 3 giờ 30', 'Today, 3 h 30 min left'],
    ['2026-11-26T16:15', plain, 'due-today', 1485, 'Hôm nay, còn 45 phút', 'Today, 45 min left'],
    ['2026-11-26T17:00', plain, 'due-today', 1530, 'Hôm nay, còn dưới 1 phút', 'Today, less than 1 min left'],
    ['2026-11-26T17:00:01', plain, 'overdue', 1530, 'Quá hạn dưới 1 phút', 'Less than 1 min overdue'],
    ['2026-11-26T19:10', plain, 'overdue', 1530, 'Quá hạn 2 giờ 10', '2 h 10 min overdue'],
    ['2026-11-27T07:30', plain, 'overdue', 1560, 'Quá hạn 1 ngày', '1 day overdue'],
    ['2026-11-30T07:00', plain, 'overdue', 2010, 'Quá hạn 4 ngày', '4 days overdue'],
    ['2026-11-23T08:59', paused, 'in-time', 209, 'Còn 2 ngày làm việc', '2 working days left'],
    ['2026-11-23T09:00', paused, 'paused', 210, 'Tạm dừng, còn 2 ngày', 'Paused, 2 days left'],
    ['2026-11-25T13:59', paused, 'paused', 210, 'Tạm dừng, còn 2 ngày', 'Paused, 2 days left'],
    ['2026-11-25T14:00', paused, 'in-time', 210, 'Còn 3 ngày làm việc', '3 working days left'],
    ['2026-11-30T16:00', paused, 'due-today', 1770, 'Hôm nay, còn 1 giờ', 'Today, 1 h left'],
    ['2026-12-25T16:00', dossier('2026-11-20T15:30', '3wd', '2026-11-26T16:20/'), 'paused', 1490, 'Tạm dừng, còn 40 phút', 'Paused, 40 min left'],
    ['2026-12-25T16:00', dossier('2026-11-20T15:30', '3wd', '2026-12-01T16:20/'), 'overdue', 2930, 'Quá hạn 29 ngày', '29 days overdue'],
  ];
  for (const [now, what, state, used, vi, en] of cases) {
    test(`at ${now}${what === plain ? '' : ' with a pause'}: ${vi}`, () => {
      const measured = measure(what, now);
      assert.equal(measured.state, state);
      assert.equal(measured.usedMinutes, used);
      assert.equal(timeLeftWords(measured, 'vi'), vi);
      assert.equal(timeLeftWords(measured, 'en'), en);
    });
  }
});

describe('how limits of other units are told', () => {
  const cases: readonly (readonly [what: Omit<RunningDossier, 'id'>, now: string, state: string, vi: string])[] = [
    [dossier('2026-11-16T09:00', '10d'), '2026-11-17T09:00', 'in-time', 'Còn 9 ngày'],
    [dossier('2026-11-16T09:00', '10d'), '2026-11-25T09:00', 'near', 'Còn 1 ngày'],
    [dossier('2026-11-16T09:00', '10d', '2026-11-17T09:00/'), '2026-11-25T09:00', 'paused', 'Tạm dừng, còn 9 ngày'],
    [dossier('2026-11-16T09:00', '24h'), '2026-11-16T13:45', 'near', 'Còn 19 giờ 15'],
    [dossier('2026-11-16T09:00', '24h'), '2026-11-17T08:00', 'due-today', 'Hôm nay, còn 1 giờ'],
    [dossier('2026-11-16T09:00', '72h'), '2026-11-16T09:00', 'in-time', 'Còn 3 ngày'],
    [dossier('2026-11-16T09:00', '24h', '2026-11-16T10:00/'), '2026-11-19T08:00', 'paused', 'Tạm dừng, còn 23 giờ'],
    [dossier('2026-11-16T09:00', '24h'), '2026-11-18T08:00', 'overdue', 'Quá hạn 1 ngày'],
    [dossier('2026-11-16T09:00', 'same-day'), '2026-11-16T09:00', 'due-today', 'Hôm nay, còn 6 giờ'],
    [dossier('2026-11-16T15:30', 'same-day'), '2026-11-16T16:00', 'near', 'Còn 1 ngày làm việc'],
    [dossier('2026-11-16T15:30', '8wh'), '2026-11-17T14:25', 'due-today', 'Hôm nay, còn 1 giờ 05'],
  ];
  for (const [what, now, state, vi] of cases) {
    test(`${what.limit.unit} at ${now}: ${vi}`, () => {
      const measured = measure(what, now);
      assert.equal(measured.state, state);
      assert.equal(timeLeftWords(measured, 'vi'), vi);
    });
  }

  test('used time of a limit in clock hours runs at night too', () => {
    assert.equal(measure(dossier('2026-11-16T22:00', '24h'), '2026-11-17T06:00').usedMinutes, 480);
  });
});

describe('measure', () => {
  test('the used share runs from 0 to 1 and stays there', () => {
    const plain = dossier('2026-11-20T15:30', '3wd');
    assert.equal(measure(plain, '2026-11-20T15:30').usedShare, 0);
    assert.equal(measure(plain, '2026-11-23T16:15').usedShare, (90 + 435) / 1530);
    assert.equal(measure(plain, '2026-11-26T17:00').usedShare, 1);
    assert.equal(measure(plain, '2026-11-27T17:00').usedShare, 1);
  });

  test('how many working days count as near is a setting', () => {
    const plain = dossier('2026-11-20T15:30', '3wd');
    assert.equal(measure(plain, '2026-11-23T10:00', 2).state, 'near');
    assert.equal(measure(plain, '2026-11-25T10:00', 0).state, 'in-time');
  });

  test('what cannot be computed cannot be measured', () => {
    const measured = measureDeadline({ ...dossier('2026-11-20T15:30', '3wd', '2026-11-23T10:00/2026-11-23T09:00'), calendar, now: at('2026-11-24T09:00') });
    assert.equal(measured.ok ? 'ok' : measured.problem.code, 'legal-clock.pause-reversed');
  });
});

describe('a change of the calendar', () => {
  const newDayOff: DayOverride = { date: '2026-11-23', kind: 'swap-off', name: 'Nghỉ hoán đổi', basis: 'Thông báo thử', status: 'confirmed' };
  const newMakeUp: DayOverride = { date: '2026-11-28', kind: 'make-up-work', name: 'Làm bù', basis: 'Thông báo thử', status: 'confirmed' };

  test('lists the running dossiers whose date moves, with old and new date, and leaves out the others', () => {
    const running: readonly RunningDossier[] = [
      { id: 'a', ...dossier('2026-11-20T15:30', '3wd') },
      { id: 'b', ...dossier('2026-11-20T09:00', 'same-day') },
      { id: 'c', ...dossier('2026-11-20T15:30', '5wd') },
      { id: 'd', ...dossier('2026-11-20T15:30', '24h') },
      { id: 'e', ...dossier('2026-11-19T15:30', '3wd', '2026-11-20T09:00/') },
      { id: 'f', ...dossier('2026-11-18T09:00', '10d') },
    ];
    const { moved, refused } = recomputeDeadlines(running, calendar, calendarWith(newDayOff, newMakeUp));
    assert.deepEqual(refused, []);
    assert.deepEqual(moved.map(({ id, oldDue, newDue, paused }) => [id, formatInstant(oldDue).slice(0, 16), formatInstant(newDue).slice(0, 16), paused]), [
      ['a', '2026-11-26T17:00', '2026-11-27T17:00', false],
      ['e', '2026-11-25T17:00', '2026-11-26T17:00', true],
      ['f', '2026-11-30T17:00', '2026-11-28T17:00', false],
    ]);
  });

  test('the same calendar moves nothing', () => {
    assert.deepEqual(recomputeDeadlines([{ id: 'a', ...dossier('2026-11-20T15:30', '3wd') }], calendar, calendarWith()), { moved: [], refused: [] });
  });

  test('a dossier without a date under one of the calendars is reported, not dropped', () => {
    const empty = buildWorkingCalendar({ ...rows, sessions: [] });
    assert.ok(empty.ok);
    const running = [{ id: 'a', ...dossier('2026-11-20T15:30', '3wd') }];
    assert.deepEqual(recomputeDeadlines(running, calendar, empty.value).refused.map(({ id, problem }) => [id, problem.code]), [['a', 'legal-clock.out-of-range']]);
    assert.deepEqual(recomputeDeadlines(running, empty.value, calendar).refused.length, 1);
  });
});

describe('an extension', () => {
  const dates = { dueAt: at('2026-11-26T17:00'), extendedDueAt: null };

  test('stands beside the due date and does not make a late dossier on time', () => {
    const extended = extendDeadline(dates, at('2026-11-30T17:00'));
    assert.ok(extended.ok);
    assert.equal(extended.value.dueAt, dates.dueAt);
    assert.equal(extended.value.extendedDueAt, at('2026-11-30T17:00'));
    assert.equal(isOnTime(extended.value, at('2026-11-27T09:00')), false);
    assert.equal(isOnTime(extended.value, at('2026-11-26T17:00')), true);
  });

  test('is granted once and only to a later moment', () => {
    const again = extendDeadline({ ...dates, extendedDueAt: at('2026-11-30T17:00') }, at('2026-12-01T17:00'));
    assert.equal(again.ok ? 'ok' : again.problem.code, 'legal-clock.already-extended');
    for (const moment of ['2026-11-26T17:00', '2026-11-25T17:00']) {
      const earlier = extendDeadline(dates, at(moment));
      assert.equal(earlier.ok ? 'ok' : earlier.problem.code, 'legal-clock.extension-not-later');
    }
  });
});
