import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Channel, countsAsOnline, NATIONAL_CHANNEL } from './channel.ts';

for (const [channel, code] of [['counter', 1], ['home', 1], ['online', 2], ['kiosk', 2], ['post', 3]] as const) {
  test(`${channel} is ${code} in the national vocabulary`, () => {
    assert.equal(NATIONAL_CHANNEL[channel], code);
  });
}

for (const channel of ['counter', 'home', 'post'] as const satisfies readonly Channel[]) {
  test(`a filing by ${channel} never counts as online, electronic result or not`, () => {
    assert.deepEqual([countsAsOnline(channel, true), countsAsOnline(channel, false)], [false, false]);
  });
}

test('an online filing counts once its result is electronic', () => {
  assert.deepEqual([countsAsOnline('online', true), countsAsOnline('online', false)], [true, false]);
});
