import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { limitWords } from './limit-words.ts';
import { formatTimeLimit, parseTimeLimit } from './time-limit.ts';

describe('limit notation', () => {
  const readable: readonly (readonly [text: string, printed: string, vi: string, en: string])[] = [
    ['same-day', 'same-day', 'trong ngày', 'the same day'],
    ['3wd', '3wd', '3 ngày làm việc', '3 working days'],
    ['1wd', '1wd', '1 ngày làm việc', '1 working day'],
    ['03wd', '3wd', '3 ngày làm việc', '3 working days'],
    ['8wh', '8wh', '8 giờ làm việc', '8 working hours'],
    ['10d', '10d', '10 ngày', '10 days'],
    ['24h', '24h', '24 giờ', '24 hours'],
    ['1h', '1h', '1 giờ', '1 hour'],
    ['24h@15:00', '24h@15:00', '24 giờ', '24 hours'],
    ['3wd@15:00', '3wd@15:00', '3 ngày làm việc', '3 working days'],
  ];
  for (const [text, printed, vi, en] of readable) {
    test(`${text} is ${vi}`, () => {
      const limit = parseTimeLimit(text);
      assert.ok(limit.ok);
      assert.equal(formatTimeLimit(limit.value), printed);
      assert.equal(limitWords(limit.value, 'vi'), vi);
      assert.equal(limitWords(limit.value, 'en'), en);
    });
  }

  for (const text of ['', '3', 'wd', '3 wd', '3WD', '-3wd', '1.5d', '3days', 'sameday', '3wd ', '24h@', '24h@25:00', 'same-day@15:00', '123456d', 'constructor', '3constructor']) {
    test(`“${text}” is refused as unreadable`, () => {
      const limit = parseTimeLimit(text);
      assert.equal(limit.ok ? 'ok' : limit.problem.code, 'legal-clock.unreadable-limit');
    });
  }

  for (const text of ['0wd', '0wh', '00d', '0h']) {
    test(`${text} is refused: a limit is above zero`, () => {
      const limit = parseTimeLimit(text);
      assert.equal(limit.ok ? 'ok' : limit.problem.code, 'legal-clock.limit-not-positive');
    });
  }
});
