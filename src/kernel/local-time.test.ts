import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  addDays,
  dateAt,
  dateOf,
  dayOf,
  daysBetween,
  formatInstant,
  formatTimeOfDay,
  instantOn,
  msOfDayAt,
  parseInstant,
  parseLocalDate,
  parseTimeOfDay,
  weekdayOf,
} from './local-time.ts';

function read(text: string): string {
  const parsed = parseInstant(text);
  return parsed.ok ? formatInstant(parsed.value) : parsed.problem.code;
}

describe('instants', () => {
  const readable: readonly (readonly [text: string, printed: string])[] = [
    ['2026-11-20T15:30', '2026-11-20T15:30:00+07:00'],
    ['2026-11-20T15:30:15', '2026-11-20T15:30:15+07:00'],
    ['2026-11-20T15:30:15.5', '2026-11-20T15:30:15.500+07:00'],
    ['2026-11-20T15:30:15.1239', '2026-11-20T15:30:15.123+07:00'],
    ['2026-11-20T15:30+07:00', '2026-11-20T15:30:00+07:00'],
    ['2026-11-20T08:30Z', '2026-11-20T15:30:00+07:00'],
    ['2026-11-20T08:30:00Z', '2026-11-20T15:30:00+07:00'],
    ['2026-11-20T20:00Z', '2026-11-21T03:00:00+07:00'],
    ['2026-11-20T01:00-05:30', '2026-11-20T13:30:00+07:00'],
    ['2024-02-29T00:00', '2024-02-29T00:00:00+07:00'],
    ['2026-12-31T23:59:59.999', '2026-12-31T23:59:59.999+07:00'],
    ['1969-12-31T23:59', '1969-12-31T23:59:00+07:00'],
    ['1900-01-01T00:00', '1900-01-01T00:00:00+07:00'],
  ];
  for (const [text, printed] of readable) {
    test(`${text} is ${printed}`, () => {
      assert.equal(read(text), printed);
      assert.equal(read(printed), printed, 'what is printed can be read again');
    });
  }

  const refused: readonly (readonly [text: string, code: string])[] = [
    ['2026-02-30T10:00', 'local-time.no-such-date'],
    ['2025-02-29T10:00', 'local-time.no-such-date'],
    ['1900-02-29T10:00', 'local-time.no-such-date'],
    ['2026-13-01T10:00', 'local-time.no-such-date'],
    ['2026-00-10T10:00', 'local-time.no-such-date'],
    ['2026-11-31T10:00', 'local-time.no-such-date'],
    ['2026-11-20T25:00', 'local-time.no-such-time'],
    ['2026-11-20T24:00', 'local-time.no-such-time'],
    ['2026-11-20T10:60', 'local-time.no-such-time'],
    ['2026-11-20T10:00:60', 'local-time.no-such-time'],
    ['2026-11-20T10:00+15:00', 'local-time.no-such-time'],
    ['2026-11-20T10:00+07:60', 'local-time.no-such-time'],
    ['2026-11-20', 'local-time.unreadable'],
    ['2026-11-20 10:00', 'local-time.unreadable'],
    ['20/11/2026 10:00', 'local-time.unreadable'],
    ['2026-11-20T10', 'local-time.unreadable'],
    ['2026-11-20T10:00 ', 'local-time.unreadable'],
    ['2026-11-20T10:00+0700', 'local-time.unreadable'],
    ['', 'local-time.unreadable'],
  ];
  for (const [text, code] of refused) {
    test(`“${text}” is refused: ${code}`, () => {
      assert.equal(read(text), code);
    });
  }

  test('an instant without an offset is the wall time seven hours ahead of UTC', () => {
    const parsed = parseInstant('2026-11-20T15:30');
    assert.ok(parsed.ok);
    assert.equal(parsed.value, Date.UTC(2026, 10, 20, 8, 30));
  });

  test('the local date changes at 17:00 UTC', () => {
    assert.equal(dateAt(Date.UTC(2026, 10, 20, 16, 59, 59, 999)), '2026-11-20');
    assert.equal(dateAt(Date.UTC(2026, 10, 20, 17)), '2026-11-21');
    assert.equal(msOfDayAt(Date.UTC(2026, 10, 20, 17)), 0);
  });
});

describe('local dates', () => {
  test('day numbers agree with the machine calendar over eight centuries', () => {
    fc.assert(
      fc.property(fc.integer({ min: -150_000, max: 150_000 }), (day) => {
        assert.equal(dateOf(day), new Date(day * 86_400_000).toISOString().slice(0, 10));
        assert.equal(dayOf(dateOf(day)), day);
        assert.equal(weekdayOf(dateOf(day)) % 7, new Date(day * 86_400_000).getUTCDay());
      }),
      { numRuns: 5000 },
    );
  });

  test('any instant survives being printed and read', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2100, 11, 31) }), (instant) => {
        const parsed = parseInstant(formatInstant(instant));
        assert.equal(parsed.ok ? parsed.value : parsed.problem.code, instant);
      }),
      { numRuns: 2000 },
    );
  });

  test('days are added over the ends of months, years and leap days', () => {
    assert.equal(addDays('2026-02-28', 1), '2026-03-01');
    assert.equal(addDays('2024-02-28', 1), '2024-02-29');
    assert.equal(addDays('2026-12-31', 1), '2027-01-01');
    assert.equal(addDays('2026-01-01', -1), '2025-12-31');
    assert.equal(daysBetween('2026-11-20', '2026-11-26'), 6);
    assert.equal(daysBetween('2026-11-26', '2026-11-20'), -6);
  });

  test('26/11/2026 is a Thursday and 22/11/2026 a Sunday', () => {
    assert.equal(weekdayOf('2026-11-26'), 4);
    assert.equal(weekdayOf('2026-11-22'), 7);
  });

  test('only four-two-two digits make a date, and only days that exist', () => {
    const outcome = (text: string): string => {
      const parsed = parseLocalDate(text);
      return parsed.ok ? 'ok' : parsed.problem.code;
    };
    assert.equal(outcome('2026-11-26'), 'ok');
    assert.equal(outcome('2026-11-6'), 'local-time.unreadable-date');
    assert.equal(outcome('2026-02-29'), 'local-time.no-such-date');
    assert.throws(() => dayOf('tomorrow'), RangeError);
  });
});

describe('times of day', () => {
  test('they are read as minutes, up to the midnight that ends the day', () => {
    const outcome = (text: string): number | string => {
      const parsed = parseTimeOfDay(text);
      return parsed.ok ? parsed.value : parsed.problem.code;
    };
    assert.equal(outcome('00:00'), 0);
    assert.equal(outcome('07:30'), 450);
    assert.equal(outcome('24:00'), 1440);
    assert.equal(outcome('24:01'), 'local-time.no-such-time');
    assert.equal(outcome('12:60'), 'local-time.no-such-time');
    assert.equal(outcome('7:30'), 'local-time.unreadable-time');
  });

  test('a minute of a day is printed with two figures each and is an instant of that day', () => {
    assert.equal(formatTimeOfDay(450), '07:30');
    assert.equal(formatInstant(instantOn(dayOf('2026-11-26'), 17 * 60)), '2026-11-26T17:00:00+07:00');
  });
});
