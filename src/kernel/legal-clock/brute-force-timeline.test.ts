import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { dateOf, dayOf, instantOn, MS_PER_MINUTE } from '../local-time.ts';
import { type DayOverrideKind } from '../working-calendar-rows.ts';
import { buildWorkingCalendar, type WorkingCalendar } from '../working-calendar.ts';
import { computeDeadline, findDeadline } from './compute-deadline.ts';
import { measureDeadline } from './measure-deadline.ts';
import { type Pause } from './pause.ts';
import { type TimeLimit } from './time-limit.ts';
import { normalize } from './working-time.ts';

// The counter below knows nothing of the kernel's arithmetic: it paints every minute of a window as working or not, paused or not,
// and then walks them one by one. Minutes are counted from the midnight that opens the window.
const WINDOW_DAYS = 200;
const WINDOW = WINDOW_DAYS * 1440;
const FIRST_DAY = dayOf('2027-12-01');
const ZERO = instantOn(FIRST_DAY, 0);

type Hours = readonly (readonly [opens: number, closes: number])[];
const WEEKDAY_HOURS: readonly Hours[] = [
  [[420, 690], [810, 1020]],
  [[450, 690], [810, 1050]],
  [[480, 1020]],
];
const SATURDAY_HOURS: readonly Hours[] = [[], [], [[450, 690]]];

interface Timeline {
  readonly weekday: Hours;
  readonly saturday: Hours;
  readonly overrides: readonly (readonly [day: number, kind: DayOverrideKind])[];
  readonly extra: readonly (readonly [day: number, opens: number, length: number])[];
  readonly received: number;
  readonly limit: TimeLimit;
  /** `from` and `to` in window minutes, `to` null while open. */
  readonly pauses: readonly (readonly [from: number, to: number | null])[];
  readonly now: number;
}

const clockText = (minute: number): string => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

function kernelCalendar({ weekday, saturday, overrides, extra }: Timeline): WorkingCalendar {
  const weekly = [1, 2, 3, 4, 5, 6].flatMap((number) =>
    (number === 6 ? saturday : weekday).map(([opens, closes]) => ({
      weekday: number, opens: clockText(opens), closes: clockText(closes), validFrom: null, validTo: null,
    })),
  );
  const calendar = buildWorkingCalendar({
    sessions: weekly,
    extraSessions: extra.map(([day, opens, length]) => ({ date: dateOf(FIRST_DAY + day), opens: clockText(opens), closes: clockText(opens + length) })),
    overrides: overrides.map(([day, kind]) => ({ date: dateOf(FIRST_DAY + day), kind, name: 'Ngày thử', basis: null, status: 'confirmed' })),
    settledYears: [2027, 2028],
  });
  assert.ok(calendar.ok);
  return calendar.value;
}

function paintWork(line: Timeline, work: Uint8Array): void {
  work.fill(0);
  const kinds = new Map(line.overrides);
  for (let day = 0; day < WINDOW_DAYS; day += 1) {
    const weekday = new Date((FIRST_DAY + day) * 86_400_000).getUTCDay();
    const kind = kinds.get(day);
    if (kind !== undefined && kind !== 'make-up-work') continue;
    const hours = kind === 'make-up-work' || (weekday >= 1 && weekday <= 5) ? line.weekday : weekday === 6 ? line.saturday : [];
    for (const [opens, closes] of hours) work.fill(1, day * 1440 + opens, day * 1440 + closes);
    for (const [extraDay, opens, length] of line.extra) if (extraDay === day) work.fill(1, day * 1440 + opens, day * 1440 + opens + length);
  }
}

function paintPauses(line: Timeline, paused: Uint8Array): void {
  paused.fill(0);
  for (const [from, to] of line.pauses) paused.fill(1, Math.max(from, line.received), Math.max(to ?? WINDOW, line.received));
}

/** The answer of the counter: a due minute, or for an open pause the minute it began and the working (or clock) minutes left. */
type Counted = { readonly due: number } | { readonly since: number; readonly left: number };

function count(line: Timeline, work: Uint8Array, paused: Uint8Array): Counted {
  const { limit, received } = line;
  if (limit.unit === 'working-hour' || limit.unit === 'clock-hour') return countMinutes(limit, received, work, paused);
  let due = firstDue(limit, received, work);
  for (let from = received; from < due; from += 1) {
    if (paused[from] === 0 || (from > received && paused[from - 1] === 1)) continue;
    let to = from;
    while (to < WINDOW && paused[to] === 1) to += 1;
    let left = 0;
    for (let m = from; m < due; m += 1) left += work[m] ?? 0;
    if (to === WINDOW) return { since: from, left };
    if (limit.unit === 'same-day') due = firstDue(limit, to, work);
    else if (limit.unit === 'working-day') {
      let m = to;
      while (left > 0) {
        left -= work[m] ?? 0;
        m += 1;
      }
      due = endOfWork(Math.floor((m - 1) / 1440), work);
    } else {
      let days = 0;
      for (let m = from; m < to; m += 1440) days += 1;
      due = endOfWork(workingDayFrom(Math.floor((due - 1) / 1440) + days, work), work);
    }
  }
  return { due };
}

/** Limits in hours need no rule for pauses at all: minutes that count are simply used up one after another. */
function countMinutes(limit: TimeLimit, received: number, work: Uint8Array, paused: Uint8Array): Counted {
  const clock = limit.unit === 'clock-hour';
  let left = limit.unit === 'same-day' ? 0 : limit.value * 60;
  let m = received;
  for (; left > 0 && m < WINDOW; m += 1) if (paused[m] === 0 && (clock || work[m] === 1)) left -= 1;
  if (left === 0) return { due: m };
  let since = WINDOW;
  while (paused[since - 1] === 1) since -= 1;
  return { since, left };
}

function firstDue(limit: TimeLimit, start: number, work: Uint8Array): number {
  if (limit.unit === 'day') return endOfWork(workingDayFrom(Math.floor(start / 1440) + limit.value, work), work);
  let m = start;
  while (work[m] === 0) m += 1;
  let day = Math.floor(m / 1440);
  if (limit.unit === 'same-day') return endOfWork(m % 1440 <= 15 * 60 ? day : workingDayFrom(day + 1, work), work);
  for (let n = 0; n < (limit.unit === 'working-day' ? limit.value : 0); n += 1) day = workingDayFrom(day + 1, work);
  return endOfWork(day, work);
}

function workingDayFrom(from: number, work: Uint8Array): number {
  for (let m = from * 1440; m < WINDOW; m += 1) if (work[m] === 1) return Math.floor(m / 1440);
  throw new RangeError('the window is too short');
}

function endOfWork(day: number, work: Uint8Array): number {
  let end = (day + 1) * 1440;
  while (work[end - 1] === 0) end -= 1;
  return end;
}

const minuteOfDay = fc.oneof(
  fc.integer({ min: 0, max: 1439 }),
  fc.constantFrom(0, 419, 420, 450, 480, 689, 690, 691, 700, 809, 810, 811, 900, 901, 1019, 1020, 1021, 1050, 1439),
);
const moment = (first: number, last: number): fc.Arbitrary<number> =>
  fc.tuple(fc.integer({ min: first, max: last }), minuteOfDay).map(([day, minute]) => day * 1440 + minute);

const limitArbitrary: fc.Arbitrary<TimeLimit> = fc.oneof(
  fc.constant<TimeLimit>({ unit: 'same-day' }),
  fc.integer({ min: 1, max: 15 }).map((value): TimeLimit => ({ unit: 'working-day', value })),
  fc.integer({ min: 1, max: 60 }).map((value): TimeLimit => ({ unit: 'working-hour', value })),
  fc.integer({ min: 1, max: 30 }).map((value): TimeLimit => ({ unit: 'day', value })),
  fc.integer({ min: 1, max: 120 }).map((value): TimeLimit => ({ unit: 'clock-hour', value })),
);

const pauseLength = fc.oneof(
  fc.integer({ min: 1, max: 300 }),
  fc.integer({ min: 1, max: 5000 }),
  fc.constantFrom(0, 1, 60, 1439, 1440, 1441, 2880, null, null),
);

/** Pauses start at any time around the receipt, or, in chains, exactly where the one before ended. */
const pausesArbitrary = fc
  .array(fc.record({ from: moment(8, 45), length: pauseLength, chained: fc.integer({ min: 0, max: 3 }) }), { maxLength: 4 })
  .map((parts) => {
    let end = 0;
    return parts.map(({ from, length, chained }): readonly [number, number | null] => {
      const start = chained === 0 && end > 0 ? end : from;
      end = start + (length ?? 0);
      return [start, length === null ? null : end];
    });
  });

const timelineArbitrary: fc.Arbitrary<Timeline> = fc.record({
  weekday: fc.constantFrom(...WEEKDAY_HOURS),
  saturday: fc.constantFrom(...SATURDAY_HOURS),
  overrides: fc.array(
    fc.tuple(fc.integer({ min: 0, max: 120 }), fc.constantFrom<DayOverrideKind>('statutory', 'compensatory', 'swap-off', 'make-up-work', 'statutory')),
    { maxLength: 25 },
  ),
  extra: fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.constantFrom(360, 420, 600, 690, 1020, 1100), fc.integer({ min: 1, max: 240 })), { maxLength: 3 }),
  received: moment(10, 25),
  limit: limitArbitrary,
  pauses: pausesArbitrary,
  now: moment(8, 60),
});

const instant = (minute: number): number => ZERO + minute * MS_PER_MINUTE;
const kernelPauses = (line: Timeline): readonly Pause[] => line.pauses.map(([from, to]) => ({ from: instant(from), to: to === null ? null : instant(to) }));

function used(line: Timeline, work: Uint8Array, paused: Uint8Array, end: number): number {
  let minutes = 0;
  for (let m = line.received; m < end; m += 1) if (paused[m] === 0 && (line.limit.unit === 'clock-hour' || work[m] === 1)) minutes += 1;
  return minutes;
}

describe('random timelines against a counter that walks every minute', () => {
  const work = new Uint8Array(WINDOW);
  const paused = new Uint8Array(WINDOW);

  test('12,000 timelines of all limit kinds, pauses and calendars have the same due moment, and the same minutes used and left', () => {
    const seen = { 'same-day': 0, 'working-day': 0, 'working-hour': 0, day: 0, 'clock-hour': 0, open: 0 };
    fc.assert(
      fc.property(timelineArbitrary, (line) => {
        paintWork(line, work);
        paintPauses(line, paused);
        const calendar = kernelCalendar(line);
        const input = { received: instant(line.received), limit: line.limit, pauses: kernelPauses(line), calendar };
        const found = computeDeadline(input);
        assert.ok(found.ok);
        const { deadline } = found.value;
        const counted = count(line, work, paused);
        seen[line.limit.unit] += 1;
        if ('due' in counted) {
          assert.equal(deadline.state, 'running');
          assert.equal((deadline.due - ZERO) / MS_PER_MINUTE, counted.due);
        } else {
          seen.open += 1;
          assert.equal(deadline.state, 'paused');
          assert.equal((deadline.since - ZERO) / MS_PER_MINUTE, counted.since);
          assert.equal(deadline.left.minutes, counted.left);
        }
        assert.deepEqual(findDeadline(input), { ok: true, value: deadline });
        const measured = measureDeadline({ ...input, now: instant(line.now) });
        assert.ok(measured.ok);
        const end = measured.value.state === 'paused' ? (measured.value.since - ZERO) / MS_PER_MINUTE : line.now;
        assert.equal(measured.value.usedMinutes, used(line, work, paused, end));
      }),
      { numRuns: 12_000 },
    );
    for (const [kind, times] of Object.entries(seen)) assert.ok(times > 300, `${kind} was drawn ${times} times`);
  });

  test('normalising gives the first working minute for any calendar and moment', () => {
    fc.assert(
      fc.property(timelineArbitrary, (line) => {
        paintWork(line, work);
        let m = line.now;
        while (work[m] === 0) m += 1;
        const normalized = normalize(kernelCalendar(line), instant(line.now));
        assert.equal(normalized && (normalized.at - ZERO) / MS_PER_MINUTE, m);
        assert.equal(normalized?.reason === null, m === line.now);
      }),
      { numRuns: 2000 },
    );
  });

  test('without pauses a later receipt is never due earlier, down to the second', () => {
    fc.assert(
      fc.property(timelineArbitrary, fc.integer({ min: 1, max: 100_000 }), (line, seconds) => {
        const calendar = kernelCalendar(line);
        const early = findDeadline({ received: instant(line.received), limit: line.limit, pauses: [], calendar });
        const late = findDeadline({ received: instant(line.received) + seconds * 1000, limit: line.limit, pauses: [], calendar });
        assert.ok(early.ok && late.ok && early.value.due !== null && late.value.due !== null);
        assert.ok(early.value.due <= late.value.due);
      }),
      { numRuns: 2000 },
    );
  });

  test('a finished pause never makes a dossier due earlier', () => {
    fc.assert(
      fc.property(timelineArbitrary, (line) => {
        const calendar = kernelCalendar(line);
        const closed = kernelPauses(line).filter(({ to }) => to !== null);
        const without = findDeadline({ received: instant(line.received), limit: line.limit, pauses: [], calendar });
        const withPauses = findDeadline({ received: instant(line.received), limit: line.limit, pauses: closed, calendar });
        assert.ok(without.ok && withPauses.ok && without.value.due !== null && withPauses.value.due !== null);
        assert.ok(without.value.due <= withPauses.value.due);
      }),
      { numRuns: 2000 },
    );
  });
});
