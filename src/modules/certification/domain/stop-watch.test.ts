import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shownMs, startWatch, STILL_WATCH, stopWatch, watchFace } from './stop-watch.ts';

test('a watch starts with the first key, runs, and keeps what it showed at the first print', () => {
  assert.equal(shownMs(STILL_WATCH, 5000), 0);
  const running = startWatch(startWatch(STILL_WATCH, 1000), 4000);
  assert.equal(shownMs(running, 91_000), 90_000);
  const stopped = stopWatch(stopWatch(running, 61_000), 99_000);
  assert.equal(shownMs(stopped, 500_000), 60_000);
  assert.deepEqual(startWatch(stopped, 700_000), stopped);
});

test('a watch that never started cannot be stopped, and a clock that was put back shows nought', () => {
  assert.deepEqual(stopWatch(STILL_WATCH, 9), STILL_WATCH);
  assert.equal(shownMs(startWatch(STILL_WATCH, 9000), 4000), 0);
});

for (const [ms, face] of [[0, '0:00'], [999, '0:00'], [65_000, '1:05'], [179_999, '2:59'], [3_600_000, '60:00']] as const) {
  test(`${String(ms)} ms are shown as ${face}`, () => {
    assert.equal(watchFace(ms), face);
  });
}
