import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { workingTimeBetween } from '../../../kernel/legal-clock/working-time.ts';
import { defaultCalendar, type HolidayFile, type WorkingHoursFile } from '../../../kernel/working-calendar-default.ts';
import { closePause, dueOf, openPause, readLimit, readPauses, stepDueAfterPause, writePauses } from './dossier-clock.ts';

const at = (text: string): number => Date.parse(`${text}+07:00`);
const data = (name: string): unknown => JSON.parse(readFileSync(new URL(`../../../../data/${name}`, import.meta.url), 'utf8'));
const built = defaultCalendar(data('holidays.json') as HolidayFile, data('working-hours.json') as WorkingHoursFile);
assert.ok(built.ok);
const CALENDAR = built.value;

test('pauses survive the way to the database and back', () => {
  const instant = fc.integer({ min: at('2026-01-01T00:00'), max: at('2027-01-01T00:00') });
  fc.assert(
    fc.property(fc.array(fc.record({ from: instant, to: fc.option(instant) }, { noNullPrototype: true })), (pauses) => {
      assert.deepEqual(readPauses(JSON.parse(writePauses(pauses)) as unknown), pauses);
    }),
  );
});

test('what is no list of pauses is a bug, not an empty list', () => {
  for (const broken of [null, {}, [['2026-11-23T00:00:00Z']], [[1, null]], ['x']]) assert.throws(() => readPauses(broken));
  assert.throws(() => readLimit('3 ngày'));
});

test('a pause is opened once and closed where it is open, never before it began', () => {
  const open = openPause([], 100);
  assert.deepEqual(openPause(open, 200), [{ from: 100, to: null }]);
  assert.deepEqual(closePause(open, 300), [{ from: 100, to: 300 }]);
  assert.deepEqual(closePause(open, 50), [{ from: 100, to: 100 }]);
  assert.deepEqual(closePause([{ from: 1, to: 2 }], 300), [{ from: 1, to: 2 }]);
});

test('while the citizen is waited for, the date is what it was; after the answer it is counted again', () => {
  const clock = { receivedAt: at('2026-11-20T15:30'), limit: readLimit('3wd') };
  const from = at('2026-11-23T09:00');
  assert.equal(dueOf({ ...clock, pauses: [{ from, to: null }] }, CALENDAR), at('2026-11-26T17:00'));
  assert.equal(dueOf({ ...clock, pauses: [{ from, to: at('2026-11-25T14:00') }] }, CALENDAR), at('2026-11-30T17:00'));
});

test('the time of a step stands still with the dossier, and never goes beyond it', () => {
  // Of a step due on Monday at 11:00 two hours were left at 9:00; they are counted from Wednesday 14:00 on.
  const pause = { from: at('2026-11-23T09:00'), to: at('2026-11-25T14:00') };
  assert.equal(stepDueAfterPause(CALENDAR, at('2026-11-23T11:00'), pause, at('2026-11-30T17:00')), at('2026-11-25T16:00'));
  assert.equal(stepDueAfterPause(CALENDAR, at('2026-11-23T11:00'), pause, at('2026-11-25T15:00')), at('2026-11-25T15:00'));
  assert.equal(stepDueAfterPause(CALENDAR, at('2026-11-23T08:00'), pause, at('2026-11-30T17:00')), at('2026-11-23T08:00'));
});

test('for any limit and any requests to the citizen, what was left at each request is left at its answer, and never less', () => {
  const start = at('2026-03-02T07:00');
  const minutes = (most: number) => fc.integer({ min: 0, max: most }).map((n) => n * 60_000);
  // Two pauses that touch are one pause, which begins with the first: a request comes at least a minute after the answer before it.
  const waits = fc.array(fc.record({ after: minutes(3 * 24 * 60).map((after) => after + 60_000), lasts: minutes(12 * 24 * 60) }, { noNullPrototype: true }), { maxLength: 4 });
  fc.assert(
    fc.property(fc.constantFrom('3wd', '8wh', '20wh', '10d', '24h', 'same-day', '15wd'), minutes(200 * 24 * 60), waits, (limit, offset, list) => {
      const clock = { receivedAt: start + offset, limit: readLimit(limit) };
      let pauses = readPauses([]);
      let now = clock.receivedAt;
      for (const { after, lasts } of list) {
        const from = now + after;
        const before = dueOf({ ...clock, pauses }, CALENDAR);
        pauses = openPause(pauses, from);
        assert.equal(dueOf({ ...clock, pauses }, CALENDAR), before);
        now = from + lasts;
        pauses = closePause(pauses, now);
        const due = dueOf({ ...clock, pauses }, CALENDAR);
        assert.ok(due >= before, 'a pause never makes a dossier due earlier');
        if (from < before && limit !== 'same-day') {
          const left = limit === '10d' || limit === '24h' ? before - from <= due - now : workingTimeBetween(CALENDAR, from, before) <= workingTimeBetween(CALENDAR, now, due);
          assert.ok(left, 'as much is left after the answer as before the request');
        }
      }
    }),
  );
});
