import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { formatInstant, parseInstant, type Instant } from '../local-time.ts';
import { defaultCalendarRows, type HolidayFile, type WorkingHoursFile } from '../working-calendar-default.ts';
import { type CalendarRows } from '../working-calendar-rows.ts';
import { buildWorkingCalendar, type WorkingCalendar } from '../working-calendar.ts';
import { computeDeadline, type DeadlineInput } from './compute-deadline.ts';
import { parseTimeLimit, type TimeLimit } from './time-limit.ts';

const data = (name: string): unknown => JSON.parse(readFileSync(new URL(`../../../data/${name}`, import.meta.url), 'utf8'));
const rows = defaultCalendarRows(data('holidays.json') as HolidayFile, data('working-hours.json') as WorkingHoursFile);

function built(change: Partial<CalendarRows> = {}): WorkingCalendar {
  const calendar = buildWorkingCalendar({ ...rows, ...change });
  assert.ok(calendar.ok);
  return calendar.value;
}
const calendar = built();

function at(text: string): Instant {
  const parsed = parseInstant(text);
  assert.ok(parsed.ok, text);
  return parsed.value;
}

function limitOf(text: string): TimeLimit {
  const parsed = parseTimeLimit(text);
  assert.ok(parsed.ok, text);
  return parsed.value;
}

type PauseText = readonly [from: string, to: string | null];

/** The due moment without its offset, the refusal, or what is left in an open pause. */
function due(received: string, limit: string, pauses: readonly PauseText[] = [], change: Partial<DeadlineInput> = {}): string {
  const computed = computeDeadline({
    received: at(received),
    limit: limitOf(limit),
    pauses: pauses.map(([from, to]) => ({ from: at(from), to: to === null ? null : at(to) })),
    calendar,
    ...change,
  });
  if (!computed.ok) return computed.problem.code;
  const { deadline } = computed.value;
  if (deadline.state === 'paused') return `paused, ${deadline.left.measure} ${deadline.left.days} d, ${deadline.left.minutes} min`;
  return formatInstant(deadline.due).replace(':00+07:00', '').replace('+07:00', '');
}

describe('the late hour: what comes after 15:00 counts from the opening of the next working day', () => {
  const cases: readonly (readonly [received: string, limit: string, due: string])[] = [
    ['2026-11-20T15:00', '24h@15:00', '2026-11-21T15:00'],
    ['2026-11-20T15:01', '24h@15:00', '2026-11-24T07:00'],
    ['2026-11-20T10:00', '24h@15:00', '2026-11-21T10:00'],
    ['2026-11-21T09:00', '24h@15:00', '2026-11-24T07:00'],
    ['2026-11-20T12:00', '24h@15:00', '2026-11-21T13:30'],
    ['2026-11-23T16:00', '24h@15:00', '2026-11-26T07:00'],
    ['2026-11-20T15:01', '24h', '2026-11-21T15:01'],
    ['2026-11-20T10:00', '3wd@15:00', '2026-11-26T17:00'],
    ['2026-11-20T15:30', '3wd@15:00', '2026-11-27T17:00'],
    ['2026-11-20T15:30', '4wh@15:00', '2026-11-23T11:00'],
    ['2026-11-20T15:30', '10d@15:00', '2026-12-03T17:00'],
  ];
  for (const [received, limit, expected] of cases) {
    test(`${limit} received ${received} is due ${expected}`, () => {
      assert.equal(due(received, limit), expected);
    });
  }

  test('a pause before the first counted moment moves nothing, and one after it moves the due moment by its length', () => {
    assert.equal(due('2026-11-20T16:00', '24h@15:00', [['2026-11-20T16:30', '2026-11-23T06:00']]), '2026-11-24T07:00');
    assert.equal(due('2026-11-20T16:00', '24h@15:00', [['2026-11-23T08:00', '2026-11-23T10:00']]), '2026-11-24T09:00');
  });
});

describe('golden cases: receipt, same day, 1 and 3 working days, 8 working hours', () => {
  const golden: readonly (readonly [received: string, sameDay: string, one: string, three: string, eightHours: string])[] = [
    ['2026-11-20T14:59', '2026-11-20T17:00', '2026-11-23T17:00', '2026-11-26T17:00', '2026-11-23T14:59'],
    ['2026-11-20T15:30', '2026-11-23T17:00', '2026-11-23T17:00', '2026-11-26T17:00', '2026-11-23T15:30'],
    ['2026-11-21T09:00', '2026-11-23T17:00', '2026-11-25T17:00', '2026-11-27T17:00', '2026-11-23T17:00'],
    ['2026-11-23T15:30', '2026-11-25T17:00', '2026-11-25T17:00', '2026-11-27T17:00', '2026-11-25T15:30'],
    ['2026-11-24T20:00', '2026-11-25T17:00', '2026-11-26T17:00', '2026-11-30T17:00', '2026-11-25T17:00'],
    ['2026-02-13T10:00', '2026-02-13T17:00', '2026-02-23T17:00', '2026-02-25T17:00', '2026-02-23T10:00'],
    ['2026-04-24T16:00', '2026-04-28T17:00', '2026-04-28T17:00', '2026-05-04T17:00', '2026-04-28T16:00'],
    ['2026-08-21T16:00', '2026-08-22T17:00', '2026-08-22T17:00', '2026-08-25T17:00', '2026-08-22T16:00'],
    ['2026-08-28T16:00', '2026-09-03T17:00', '2026-09-03T17:00', '2026-09-07T17:00', '2026-09-03T16:00'],
  ];
  for (const [received, sameDay, one, three, eightHours] of golden) {
    test(`received ${received}`, () => {
      assert.deepEqual(
        [due(received, 'same-day'), due(received, '1wd'), due(received, '3wd'), due(received, '8wh')],
        [sameDay, one, three, eightHours],
      );
    });
  }
});

describe('limits at their boundaries', () => {
  const cases: readonly (readonly [rule: string, received: string, limit: string, expected: string])[] = [
    ['same day: 15:00:00 itself is still the same day', '2026-11-20T15:00', 'same-day', '2026-11-20T17:00'],
    ['same day: one second later is the next working day', '2026-11-20T15:00:01', 'same-day', '2026-11-23T17:00'],
    ['same day: before opening counts as opening', '2026-11-20T05:00', 'same-day', '2026-11-20T17:00'],
    ['same day: in the lunch break counts as 13:30', '2026-11-20T12:00', 'same-day', '2026-11-20T17:00'],
    ['same day: after closing is the next working day, whose opening is before 15:00', '2026-11-20T17:00', 'same-day', '2026-11-23T17:00'],
    ['same day: on a make-up Saturday', '2026-08-22T09:00', 'same-day', '2026-08-22T17:00'],
    ['same day: a Sunday before a swap holiday', '2026-08-30T09:00', 'same-day', '2026-09-03T17:00'],
    ['working days: 16:59 belongs to that day', '2026-11-20T16:59', '1wd', '2026-11-23T17:00'],
    ['working days: 16:59:59 still belongs to that day', '2026-11-20T16:59:59', '1wd', '2026-11-23T17:00'],
    ['working days: 17:00 sharp belongs to the next working day', '2026-11-20T17:00', '1wd', '2026-11-25T17:00'],
    ['working days: midnight of a working day is that day', '2026-11-20T00:00', '1wd', '2026-11-23T17:00'],
    ['working days: thirty of them over Tết', '2026-02-02T08:00', '30wd', '2026-03-23T17:00'],
    ['working hours: exactly at opening', '2026-11-20T07:00', '1wh', '2026-11-20T08:00'],
    ['working hours: 11:30 sharp starts at 13:30', '2026-11-20T11:30', '1wh', '2026-11-20T14:30'],
    ['working hours: 13:30 sharp starts there', '2026-11-20T13:30', '1wh', '2026-11-20T14:30'],
    ['working hours: 11:29 has one minute of the morning', '2026-11-20T11:29', '1wh', '2026-11-20T14:29'],
    ['working hours: a sum that ends at 11:30 is due at 11:30', '2026-11-20T07:30', '4wh', '2026-11-20T11:30'],
    ['working hours: a sum that ends at 17:00 is due at 17:00', '2026-11-20T15:00', '2wh', '2026-11-20T17:00'],
    ['working hours: one minute past the closing is the next working day', '2026-11-20T15:01', '2wh', '2026-11-23T07:01'],
    ['working hours: night counts from the next opening', '2026-11-20T23:59', '2wh', '2026-11-23T09:00'],
    ['working hours: seconds are kept', '2026-11-20T14:00:15', '1wh', '2026-11-20T15:00:15'],
    ['working hours: a make-up Saturday has hours', '2026-08-21T16:30', '1wh', '2026-08-22T07:30'],
    ['days: the tenth day is a working day', '2026-11-20T15:30', '10d', '2026-11-30T17:00'],
    ['days: a last day on a Saturday moves to Monday', '2026-11-18T15:30', '10d', '2026-11-30T17:00'],
    ['days: a last day on a holiday moves to the next working day', '2026-11-14T09:00', '10d', '2026-11-25T17:00'],
    ['days: counted from the date of receipt even when it is a Sunday', '2026-11-22T23:00', '1d', '2026-11-23T17:00'],
    ['days: counted from the date of receipt even after closing', '2026-11-19T20:00', '1d', '2026-11-20T17:00'],
    ['days: a last day on a make-up Saturday stays', '2026-08-12T09:00', '10d', '2026-08-22T17:00'],
    ['days: a last day in Tết moves behind it', '2026-02-10T09:00', '6d', '2026-02-23T17:00'],
    ['hours: to the minute and not rolled', '2026-11-20T15:30', '24h', '2026-11-21T15:30'],
    ['hours: into a holiday night', '2026-11-23T22:15:30', '24h', '2026-11-24T22:15:30'],
  ];
  for (const [rule, received, limit, expected] of cases) {
    test(`${rule}: ${limit} from ${received}`, () => {
      assert.equal(due(received, limit), expected);
    });
  }

  test('the same-day boundary is a setting, itself included', () => {
    assert.equal(due('2026-11-20T16:00', 'same-day', [], { sameDayCutOff: 16 * 60 }), '2026-11-20T17:00');
    assert.equal(due('2026-11-20T16:00:01', 'same-day', [], { sameDayCutOff: 16 * 60 }), '2026-11-23T17:00');
  });

  test('a Saturday session is a working day with its own closing', () => {
    const saturday = built({ extraSessions: [{ date: '2026-11-21', opens: '07:30', closes: '11:30' }] });
    assert.equal(due('2026-11-20T15:30', 'same-day', [], { calendar: saturday }), '2026-11-21T11:30');
    assert.equal(due('2026-11-20T15:30', '1wd', [], { calendar: saturday }), '2026-11-21T11:30');
    assert.equal(due('2026-11-20T15:30', '2wh', [], { calendar: saturday }), '2026-11-21T08:00');
    assert.equal(due('2026-11-11T15:30', '10d', [], { calendar: saturday }), '2026-11-21T11:30');
    assert.equal(due('2026-11-21T11:30', '1wd', [], { calendar: saturday }), '2026-11-25T17:00');
  });

  test('a session up to midnight closes the day it belongs to, not the one that begins', () => {
    const night = built({ extraSessions: [{ date: '2026-11-19', opens: '20:00', closes: '24:00' }] });
    assert.equal(due('2026-11-19T08:00', 'same-day', [], { calendar: night }), '2026-11-20T00:00');
    assert.equal(due('2026-11-17T08:00', '1wd', [['2026-11-18T13:00', '2026-11-19T20:30']], { calendar: night }), '2026-11-20T00:00');
    assert.equal(due('2026-11-17T08:00', '2d', [['2026-11-18T13:00', '2026-11-18T14:00']], { calendar: night }), '2026-11-20T17:00');
  });
});

describe('refusals', () => {
  test('a limit must be a whole number above zero', () => {
    for (const value of [0, -1, 1.5, Number.NaN]) {
      assert.equal(due('2026-11-20T15:30', '1wd', [], { limit: { unit: 'working-day', value } }), 'legal-clock.limit-not-positive');
    }
  });

  test('a pause that ends before it begins is refused', () => {
    assert.equal(due('2026-11-20T15:30', '3wd', [['2026-11-25T14:00', '2026-11-23T09:00']]), 'legal-clock.pause-reversed');
  });

  test('moments outside 1900 to 2100 are refused, at the receipt, at the due moment and after a pause', () => {
    assert.equal(due('1899-12-31T10:00', '3wd'), 'legal-clock.out-of-range');
    assert.equal(due('2101-01-03T10:00', '24h'), 'legal-clock.out-of-range');
    assert.equal(due('2100-12-31T10:00', '3wd'), 'legal-clock.out-of-range');
    assert.equal(due('2100-12-31T10:00', '8wh'), 'legal-clock.out-of-range');
    assert.equal(due('2100-12-31T16:00', 'same-day'), 'legal-clock.out-of-range');
    assert.equal(due('2100-12-31T18:00', 'same-day'), 'legal-clock.out-of-range');
    assert.equal(due('2100-12-31T10:00', '99999d'), 'legal-clock.out-of-range');
    assert.equal(due('2100-12-31T10:00', '24h'), 'legal-clock.out-of-range');
    assert.equal(due('2100-12-20T10:00', '3wd', [['2100-12-21T10:00', '2100-12-31T18:00']]), 'legal-clock.out-of-range');
    assert.equal(due('2100-12-20T10:00', '24h', [['2100-12-21T09:00', '2101-12-31T18:00']]), 'legal-clock.out-of-range');
    assert.equal(due('2026-11-20T15:30', '3wd', [], { received: Number.NaN }), 'legal-clock.out-of-range');
  });

  test('a calendar without any hours gives no date instead of searching for ever', () => {
    const never = built({ sessions: [] });
    for (const limit of ['same-day', '1wd', '1wh', '1d']) assert.equal(due('2026-11-20T15:30', limit, [], { calendar: never }), 'legal-clock.out-of-range');
    assert.equal(due('2026-11-20T15:30', '24h', [], { calendar: never }), '2026-11-21T15:30');
  });
});

describe('trace', () => {
  function steps(received: string, limit: string, pauses: readonly PauseText[] = []): readonly string[] {
    const computed = computeDeadline({
      received: at(received),
      limit: limitOf(limit),
      pauses: pauses.map(([from, to]) => ({ from: at(from), to: to === null ? null : at(to) })),
      calendar,
    });
    assert.ok(computed.ok);
    return computed.value.trace.map((step) => ('date' in step ? `${step.step} ${step.date}` : 'at' in step ? `${step.step} ${step.at.slice(0, 16)}` : step.step));
  }

  test('names the receipt, every skipped day and the result', () => {
    assert.deepEqual(steps('2026-11-20T15:30', '3wd'), [
      'received 2026-11-20T15:30', 'day-off 2026-11-21', 'day-off 2026-11-22', 'day-off 2026-11-24', 'counted-working-days', 'due 2026-11-26T17:00',
    ]);
  });

  test('names the day of a receipt that is itself off, and the make-up day that is counted', () => {
    assert.deepEqual(steps('2026-11-21T09:00', 'same-day'), [
      'received 2026-11-21T09:00', 'day-off 2026-11-21', 'day-off 2026-11-22', 'normalized', 'same-day-cut-off 2026-11-23T07:00', 'due 2026-11-23T17:00',
    ]);
    assert.deepEqual(steps('2026-08-21T16:00', '1wd'), ['received 2026-08-21T16:00', 'make-up-day 2026-08-22', 'counted-working-days', 'due 2026-08-22T17:00']);
  });

  test('gives the date after each pause and ends with the result', () => {
    assert.deepEqual(steps('2026-11-20T15:30', '3wd', [['2026-11-23T09:00', '2026-11-25T14:00'], ['2026-12-09T09:00', null]]), [
      'received 2026-11-20T15:30', 'day-off 2026-11-21', 'day-off 2026-11-22', 'day-off 2026-11-24', 'counted-working-days', 'due 2026-11-26T17:00',
      'pause', 'day-off 2026-11-28', 'day-off 2026-11-29', 'due 2026-11-30T17:00', 'pause-ignored',
    ]);
  });

  test('a rolled last day is named with the days it passes over', () => {
    assert.deepEqual(steps('2026-11-18T15:30', '10d'), [
      'received 2026-11-18T15:30', 'counted-days', 'day-off 2026-11-28', 'day-off 2026-11-29', 'rolled', 'due 2026-11-30T17:00',
    ]);
  });

  test('a skipped holiday carries its name and its legal basis', () => {
    const computed = computeDeadline({ received: at('2026-11-23T15:30'), limit: limitOf('same-day'), pauses: [], calendar });
    assert.ok(computed.ok);
    assert.deepEqual(computed.value.trace.find(({ step }) => step === 'day-off'), {
      step: 'day-off',
      date: '2026-11-24',
      off: { kind: 'statutory', name: 'Ngày Văn hóa Việt Nam', basis: 'Nghị quyết 28/2026/QH16, Điều 2', status: 'confirmed' },
    });
  });
});
