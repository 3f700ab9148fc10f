import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isNoticeDue, isSessionAlive, sessionExpiry } from './session-life.ts';

const opened = new Date('2026-11-23T07:00:00+07:00');
const expiresAt = sessionExpiry(opened, 12);
const after = (minutes: number, ms = 0): Date => new Date(opened.getTime() + minutes * 60_000 + ms);

test('a session ends twelve hours after sign-in even if it was used a moment ago', () => {
  assert.equal(isSessionAlive({ lastSeenAt: after(719), expiresAt }, after(720, -1), 480), true);
  assert.equal(isSessionAlive({ lastSeenAt: after(719), expiresAt }, after(720), 480), false);
});

test('a session ends after eight hours without a request', () => {
  assert.equal(isSessionAlive({ lastSeenAt: opened, expiresAt }, after(480, -1), 480), true);
  assert.equal(isSessionAlive({ lastSeenAt: opened, expiresAt }, after(480), 480), false);
  assert.equal(isSessionAlive({ lastSeenAt: after(60), expiresAt }, after(500), 480), true);
});

test('the last request is written down at most once a minute', () => {
  assert.equal(isNoticeDue({ lastSeenAt: opened }, after(1, -1)), false);
  assert.equal(isNoticeDue({ lastSeenAt: opened }, after(1)), true);
});
