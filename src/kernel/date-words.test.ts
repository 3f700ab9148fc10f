import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { dateInFull, type InFullStyle } from './date-words-in-full.ts';
import { dateWords, dayWords, dueWords, durationWords, momentWords, monthWords, plainDateWords, timeWords } from './date-words.ts';
import { parseInstant } from './local-time.ts';

function at(text: string): number {
  const parsed = parseInstant(text);
  assert.ok(parsed.ok);
  return parsed.value;
}

describe('dates and times for people', () => {
  test('a month stands over a calendar', () => {
    assert.deepEqual([monthWords(11, 'vi'), monthWords(11, 'en')], ['Tháng 11', 'November']);
  });

  test('a date has its weekday and figures', () => {
    assert.equal(dateWords('2026-11-26', 'vi'), 'thứ Năm, 26/11/2026');
    assert.equal(dateWords('2026-11-26', 'en'), 'Thursday, 26 November 2026');
    assert.equal(dateWords('2026-11-22', 'vi'), 'Chủ nhật, 22/11/2026');
    assert.equal(dateWords('2026-09-02', 'vi'), 'thứ Tư, 02/09/2026');
    assert.equal(dateWords('2026-09-02', 'en'), 'Wednesday, 2 September 2026');
    assert.equal(dayWords('2026-11-26', 'vi', 'without-year'), 'thứ Năm 26/11');
    assert.equal(plainDateWords('2026-11-26', 'en', 'without-year'), '26 November');
  });

  test('every weekday has its name in both languages', () => {
    const week = ['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22'];
    assert.deepEqual(week.map((date) => dateWords(date, 'vi').split(',')[0]), ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật']);
    assert.deepEqual(week.map((date) => dateWords(date, 'en').split(',')[0]), ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']);
  });

  test('a time is told in hours, with minutes only where there are some', () => {
    assert.equal(timeWords(14 * 60 + 30, 'vi'), '14 giờ 30');
    assert.equal(timeWords(17 * 60, 'vi'), '17 giờ');
    assert.equal(timeWords(7 * 60 + 5, 'vi'), '7 giờ 05');
    assert.equal(timeWords(0, 'vi'), '0 giờ');
    assert.equal(timeWords(7 * 60 + 5, 'en'), '07:05');
  });

  test('a due moment names the year only when it is another one', () => {
    const due = at('2026-11-26T17:00');
    assert.equal(dueWords(due, '2026-11-20', 'vi'), 'trước 17 giờ thứ Năm 26/11');
    assert.equal(dueWords(due, '2026-11-20', 'en'), 'by 17:00 on Thursday 26 November');
    assert.equal(dueWords(due, '2025-12-20', 'vi'), 'trước 17 giờ thứ Năm 26/11/2026');
    assert.equal(momentWords(at('2026-11-20T17:00:59'), 'vi'), '17 giờ thứ Sáu 20/11/2026');
  });

  test('a length of time is told in hours and minutes', () => {
    assert.deepEqual([220, 1320, 45, 65, 0.5, 60].map((minutes) => durationWords(minutes, 'vi')), ['3 giờ 40', '22 giờ', '45 phút', '1 giờ 05', 'dưới 1 phút', '1 giờ']);
    assert.deepEqual([220, 1320, 45, 65, 0.5, 60].map((minutes) => durationWords(minutes, 'en')), ['3 h 40 min', '22 h', '45 min', '1 h 5 min', 'less than 1 min', '1 h']);
  });
});

describe('dates wholly in words, as civil status forms ask for them', () => {
  const cases: readonly (readonly [date: string, vi: string])[] = [
    ['2026-11-12', 'Ngày mười hai tháng mười một năm hai nghìn không trăm hai mươi sáu'],
    ['2026-01-01', 'Ngày mồng một tháng một năm hai nghìn không trăm hai mươi sáu'],
    ['2005-04-04', 'Ngày mồng bốn tháng tư năm hai nghìn không trăm linh năm'],
    ['2004-05-05', 'Ngày mồng năm tháng năm năm hai nghìn không trăm linh bốn'],
    ['2001-10-10', 'Ngày mồng mười tháng mười năm hai nghìn không trăm linh một'],
    ['2010-12-11', 'Ngày mười một tháng mười hai năm hai nghìn không trăm mười'],
    ['2014-06-14', 'Ngày mười bốn tháng sáu năm hai nghìn không trăm mười bốn'],
    ['2015-07-15', 'Ngày mười lăm tháng bảy năm hai nghìn không trăm mười lăm'],
    ['2011-08-20', 'Ngày hai mươi tháng tám năm hai nghìn không trăm mười một'],
    ['2021-09-21', 'Ngày hai mươi mốt tháng chín năm hai nghìn không trăm hai mươi mốt'],
    ['2024-02-24', 'Ngày hai mươi tư tháng hai năm hai nghìn không trăm hai mươi tư'],
    ['2025-03-25', 'Ngày hai mươi lăm tháng ba năm hai nghìn không trăm hai mươi lăm'],
    ['2030-03-30', 'Ngày ba mươi tháng ba năm hai nghìn không trăm ba mươi'],
    ['1999-12-31', 'Ngày ba mươi mốt tháng mười hai năm một nghìn chín trăm chín mươi chín'],
    ['2000-02-29', 'Ngày hai mươi chín tháng hai năm hai nghìn'],
    ['1900-01-15', 'Ngày mười lăm tháng một năm một nghìn chín trăm'],
    ['1954-05-07', 'Ngày mồng bảy tháng năm năm một nghìn chín trăm năm mươi tư'],
    ['1945-09-02', 'Ngày mồng hai tháng chín năm một nghìn chín trăm bốn mươi lăm'],
    ['1908-06-09', 'Ngày mồng chín tháng sáu năm một nghìn chín trăm linh tám'],
  ];
  for (const [date, vi] of cases) {
    test(`${date}: ${vi}`, () => {
      assert.deepEqual(dateInFull(date, 'vi'), { ok: true, value: vi });
    });
  }

  const styles: readonly (readonly [style: InFullStyle, vi: string])[] = [
    [{ emptyTens: 'lẻ' }, 'Ngày mồng năm tháng tư năm hai nghìn không trăm lẻ năm'],
    [{ lowDay: 'none' }, 'Ngày năm tháng tư năm hai nghìn không trăm linh năm'],
    [{ lowDay: 'mùng', emptyTens: 'lẻ' }, 'Ngày mùng năm tháng tư năm hai nghìn không trăm lẻ năm'],
  ];
  for (const [style, vi] of styles) {
    test(`the custom of the place is a setting: ${vi}`, () => {
      assert.deepEqual(dateInFull('2005-04-05', 'vi', style), { ok: true, value: vi });
    });
  }

  const english: readonly (readonly [date: string, en: string])[] = [
    ['2026-11-12', 'The twelfth of November two thousand and twenty-six'],
    ['1999-12-31', 'The thirty-first of December one thousand nine hundred and ninety-nine'],
    ['2000-02-29', 'The twenty-ninth of February two thousand'],
    ['1900-01-01', 'The first of January one thousand nine hundred'],
    ['2015-07-20', 'The twentieth of July two thousand and fifteen'],
    ['2030-07-03', 'The third of July two thousand and thirty'],
  ];
  for (const [date, en] of english) {
    test(`${date}: ${en}`, () => {
      assert.deepEqual(dateInFull(date, 'en'), { ok: true, value: en });
    });
  }

  test('a date that does not exist has no words', () => {
    const words = dateInFull('2026-02-30', 'vi');
    assert.equal(words.ok ? words.value : words.problem.code, 'local-time.no-such-date');
  });
});
