import assert from 'node:assert/strict';
import { test } from 'node:test';
import { guessWait, guessWindow, oldestGuessWindow, SIGN_IN_GUESS_RULES } from './guess-delay.ts';

const now = new Date('2026-11-23T08:00:00Z');
const rule = SIGN_IN_GUESS_RULES.nameAtAddress;
const secondsToWait = (wrong: number, lastWrongAt: Date | undefined = now): number => guessWait(rule, { wrong, lastWrongAt }, now) / 1000;

for (const [wrong, seconds] of [
  [0, 0],
  [4, 0],
  [5, 15],
  [6, 30],
  [7, 60],
  [10, 480],
  [11, 900],
  [12, 900],
  [5000, 900],
] as const) {
  test(`after ${wrong} wrong guesses at a name from one address the next waits ${seconds} seconds`, () => {
    assert.equal(secondsToWait(wrong), seconds);
  });
}

test('the wait runs from the newest wrong guess and ends by itself', () => {
  assert.equal(secondsToWait(6, new Date(now.getTime() - 20_000)), 10);
  assert.equal(secondsToWait(6, new Date(now.getTime() - 30_000)), 0);
});

test('nobody waits longer than the rule says when the machine clock moved back', () => {
  assert.equal(secondsToWait(5, new Date(now.getTime() + 86_400_000)), 15);
});

test('an address shared by many people never waits more than a minute', () => {
  assert.equal(guessWait(SIGN_IN_GUESS_RULES.address, { wrong: 29, lastWrongAt: now }, now), 0);
  assert.equal(guessWait(SIGN_IN_GUESS_RULES.address, { wrong: 9000, lastWrongAt: now }, now), 60_000);
});

test('guesses are counted by quarters of an hour, four of which count', () => {
  assert.equal(guessWindow(new Date('2026-11-23T08:14:59.999Z')).toISOString(), '2026-11-23T08:00:00.000Z');
  assert.equal(oldestGuessWindow(new Date('2026-11-23T08:14:59.999Z')).toISOString(), '2026-11-23T07:15:00.000Z');
});
