import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sinceWords } from './since-words.ts';

const NOW = Date.parse('2026-11-20T10:30:00+07:00');

for (const [at, vi, en] of [
  ['2026-11-20T08:12:00+07:00', '8 giờ 12', '08:12'],
  ['2026-11-20T00:00:00+07:00', '0 giờ', '00:00'],
  ['2026-11-19T16:40:00+07:00', 'thứ Năm', 'Thursday'],
  ['2026-11-14T09:00:00+07:00', 'thứ Bảy', 'Saturday'],
  ['2026-11-13T09:00:00+07:00', '13/11', '13 November'],
  ['2025-12-31T09:00:00+07:00', '31/12/2025', '31 December 2025'],
] as const) {
  test(`on Friday 20 November 2026, ${at} is “${vi}”`, () => {
    assert.equal(sinceWords(Date.parse(at), NOW, 'vi'), vi);
    assert.equal(sinceWords(Date.parse(at), NOW, 'en'), en);
  });
}
