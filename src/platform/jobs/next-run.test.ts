import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Schedule } from './job.ts';
import { nextRun } from './next-run.ts';
import { MAX_ATTEMPTS, retryDelay } from './retry-delay.ts';

const CASES: readonly (readonly [string, Schedule, string, string])[] = [
  ['every five minutes is five minutes later', { everyMinutes: 5 }, '2026-11-23T08:00:00+07:00', '2026-11-23T08:05:00+07:00'],
  ['daily, before the time, is the same day', { dailyAt: '02:30' }, '2026-11-23T02:29:59+07:00', '2026-11-23T02:30:00+07:00'],
  ['daily, at the very time, is the next day', { dailyAt: '02:30' }, '2026-11-23T02:30:00+07:00', '2026-11-24T02:30:00+07:00'],
  ['daily means the local day: half past midnight is still the evening before in UTC', { dailyAt: '00:30' }, '2026-11-23T00:10:00+07:00', '2026-11-23T00:30:00+07:00'],
  ['daily goes over the end of a year', { dailyAt: '00:00' }, '2026-12-31T12:00:00+07:00', '2027-01-01T00:00:00+07:00'],
];

for (const [rule, schedule, now, next] of CASES) {
  test(`a job ${rule}`, () => {
    assert.equal(nextRun(schedule, new Date(now)).getTime(), Date.parse(next));
  });
}

test('a time of day that does not exist is a fault of the program', () => {
  assert.throws(() => nextRun({ dailyAt: '24:30' }, new Date(0)), /24:30/);
});

test('a message is tried again after longer and longer, never later than six hours, over about a day', () => {
  const delays = Array.from({ length: MAX_ATTEMPTS - 1 }, (_, index) => retryDelay(index + 1));
  assert.deepEqual(delays.slice(0, 4), [10_000, 30_000, 90_000, 270_000]);
  assert.deepEqual(delays, [...delays].sort((a, b) => a - b));
  assert.equal(delays.at(-1), 6 * 3_600_000);
  const whole = delays.reduce((sum, delay) => sum + delay, 0);
  assert.ok(whole > 12 * 3_600_000 && whole < 36 * 3_600_000, String(whole / 3_600_000));
});
