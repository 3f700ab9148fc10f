import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { dateOf, dayOf } from './local-time.ts';
import {
  LUNAR_FIRST_DATE,
  LUNAR_LAST_DATE,
  formatLunarDate,
  leapMonthOf,
  lunarNewYearDay,
  lunarToSolar,
  parseLunarDate,
  solarToLunar,
  type LunarDate,
} from './lunar.ts';

interface VectorFile {
  readonly meta: { readonly leapMonths: Readonly<Record<string, number>> };
  readonly vectors: readonly { readonly solar: string; readonly lunar: LunarDate; readonly label: string }[];
}
const file = JSON.parse(readFileSync(new URL('../../data/lunar-vectors.json', import.meta.url), 'utf8')) as VectorFile;

function toLunarText(solar: string): string {
  const result = solarToLunar(solar);
  return result.ok ? formatLunarDate(result.value) : result.problem.code;
}

function toSolarText(lunar: string): string {
  const parsed = parseLunarDate(lunar);
  if (!parsed.ok) return parsed.problem.code;
  const result = lunarToSolar(parsed.value);
  return result.ok ? result.value : result.problem.code;
}

describe('lunar calendar', () => {
  for (const { solar, lunar, label } of file.vectors) {
    test(`${solar} is ${formatLunarDate(lunar)} (${label})`, () => {
      assert.equal(toLunarText(solar), formatLunarDate(lunar));
      assert.equal(toSolarText(formatLunarDate(lunar)), solar);
    });
  }

  const golden: readonly (readonly [solar: string, lunar: string, why: string])[] = [
    ['1985-01-21', '1985-01-01', 'Tết a month before the Chinese new year (1985-02-20)'],
    ['1985-02-20', '1985-02-01', 'the Chinese new year of 1985 is the first of the second month here'],
    ['2007-02-17', '2007-01-01', 'Tết a day before the Chinese new year'],
    ['2030-02-02', '2030-01-01', 'Tết a day before the Chinese new year'],
    ['2053-02-18', '2053-01-01', 'Tết a day before the Chinese new year'],
    ['2020-05-23', '2020-04-01L', 'leap fourth month'],
    ['2004-03-21', '2004-02-01L', 'leap second month'],
    ['2023-03-22', '2023-02-01L', 'leap second month'],
    ['2033-12-22', '2033-11-01L', 'leap eleventh month: the problem of 2033'],
    ['2025-07-25', '2025-06-01L', 'leap sixth month begins'],
    ['2025-08-22', '2025-06-29L', 'leap sixth month ends'],
    ['2025-08-23', '2025-07-01', 'the month after the leap one'],
    ['2028-06-23', '2028-05-01L', 'leap fifth month begins'],
    ['2028-07-21', '2028-05-29L', 'leap fifth month ends'],
    ['2026-05-24', '2026-04-08', 'Phật đản'],
    ['2026-07-14', '2026-06-01', 'first of a month'],
    ['2024-01-01', '2023-11-20', 'a solar new year in the lunar year before'],
    ['2026-11-22', '2026-10-14', 'an ordinary day'],
    ['2054-05-07', '2054-03-30', 'the true new moon is a day after the mean one'],
    ['2054-05-08', '2054-04-01', 'and the month begins with it'],
    ['1900-01-31', '1900-01-01', 'the first Tết of the range'],
    ['1900-01-01', '1899-12-01', 'the first day of the range'],
    ...(
      [
        [2024, '2024-02-10', '2024-04-18', 30],
        [2025, '2025-01-29', '2025-04-07', 29],
        [2026, '2026-02-17', '2026-04-26', 29],
        [2027, '2027-02-06', '2027-04-16', 29],
        [2028, '2028-01-26', '2028-04-04', 29],
        [2029, '2029-02-13', '2029-04-23', 29],
        [2030, '2030-02-02', '2030-04-12', 29],
      ] as const
    ).flatMap(([year, newYear, kings, lastDay]) => [
      [newYear, `${String(year)}-01-01`, 'Tết'] as const,
      [kings, `${String(year)}-03-10`, 'Giỗ Tổ Hùng Vương'] as const,
      [dateOf(dayOf(newYear) - 1), `${String(year - 1)}-12-${String(lastDay)}`, 'last day of the old year'] as const,
    ]),
  ];
  for (const [solar, lunar, why] of golden) {
    test(`${solar} is ${lunar}: ${why}`, () => {
      assert.equal(toLunarText(solar), lunar);
      assert.equal(toSolarText(lunar), solar);
    });
  }

  const refused: readonly (readonly [lunar: string, code: string, why: string])[] = [
    ['2026-12-30', 'lunar.no-such-day', 'the month has 29 days'],
    ['2025-06-30L', 'lunar.no-such-day', 'the leap month has 29 days'],
    ['2026-01-31', 'lunar.no-such-day', 'no lunar month has 31 days'],
    ['2026-01-00', 'lunar.no-such-day', 'days count from one'],
    ['2025-07-01L', 'lunar.no-such-leap-month', 'the leap month of 2025 is the sixth'],
    ['2025-05-01L', 'lunar.no-such-leap-month', 'the month before the repeated one is not leap'],
    ['2026-06-01L', 'lunar.no-such-leap-month', '2026 has no leap month'],
    ['2033-12-01L', 'lunar.no-such-leap-month', 'the leap month of 2033 is the eleventh'],
    ['2034-11-01L', 'lunar.no-such-leap-month', 'the leap eleventh month belongs to 2033'],
    ['2026-13-01', 'lunar.no-such-month', 'months end at twelve'],
    ['2026-00-01', 'lunar.no-such-month', 'months count from one'],
    ['1899-11-01', 'lunar.out-of-range', 'before 1900-01-01'],
    ['1898-12-01', 'lunar.out-of-range', 'before the range'],
    ['2100-12-15', 'lunar.out-of-range', 'falls in 2101'],
    ['2101-01-01', 'lunar.out-of-range', 'after the range'],
    ['2025-6-1', 'lunar.unreadable', 'not in the form of the notation'],
    ['2025-06-01l', 'lunar.unreadable', 'the mark is a capital L'],
  ];
  for (const [lunar, code, why] of refused) {
    test(`lunar ${lunar} is refused: ${why}`, () => {
      assert.equal(toSolarText(lunar), code);
    });
  }

  test('a lunar date with a fraction is refused', () => {
    const half = lunarToSolar({ year: 2026, month: 1, day: 1.5, leap: false });
    assert.equal(half.ok ? half.value : half.problem.code, 'lunar.no-such-day');
  });

  test('solar dates outside the range, unreadable ones and ones that do not exist are refused', () => {
    assert.equal(toLunarText('1899-12-31'), 'lunar.out-of-range');
    assert.equal(toLunarText('2101-01-01'), 'lunar.out-of-range');
    assert.equal(toLunarText('2026-02-30'), 'local-time.no-such-date');
    assert.equal(toLunarText('20/11/2026'), 'local-time.unreadable-date');
  });

  test('the leap months of 1990 to 2030 are those of the reference tables', () => {
    const found: Record<string, number> = {};
    for (let year = 1990; year <= 2030; year += 1) {
      const month = leapMonthOf(year);
      if (month !== null) found[String(year)] = month;
    }
    assert.deepEqual(found, file.meta.leapMonths);
    assert.equal(leapMonthOf(2033), 11);
    assert.equal(leapMonthOf(1984), null, 'the Chinese calendar repeats the tenth month of 1984, the Vietnamese does not');
    assert.equal(leapMonthOf(1985), 2);
  });

  test('Tết lies between 20 January and 21 February in every year of the range', () => {
    for (let year = 1900; year <= 2100; year += 1) {
      const date = dateOf(lunarNewYearDay(year)).slice(5);
      assert.ok(date >= '01-20' && date <= '02-21', `${String(year)}-${date}`);
    }
  });

  test('every day from 1900 to 2100 survives the way to the lunar calendar and back, and the days follow each other', () => {
    const last = dayOf(LUNAR_LAST_DATE);
    let before: LunarDate | undefined;
    for (let day = dayOf(LUNAR_FIRST_DATE); day <= last; day += 1) {
      const solar = dateOf(day);
      const lunar = solarToLunar(solar);
      assert.ok(lunar.ok, solar);
      const back = lunarToSolar(lunar.value);
      assert.ok(back.ok, `${solar} → ${formatLunarDate(lunar.value)} → ${back.ok ? '' : back.problem.code}`);
      assert.equal(back.value, solar);
      if (before) assert.ok(follows(before, lunar.value), `${formatLunarDate(before)} then ${formatLunarDate(lunar.value)} at ${solar}`);
      before = lunar.value;
    }
  });
});

/** Whether one lunar date can come right after another: next day, or the first of the same month as leap, of the next month or year. */
function follows(a: LunarDate, b: LunarDate): boolean {
  if (b.day === a.day + 1) return b.day <= 30 && b.month === a.month && b.leap === a.leap && b.year === a.year;
  if (b.day !== 1 || a.day < 29) return false;
  if (b.leap) return !a.leap && b.month === a.month && b.year === a.year;
  return a.month === 12 ? b.month === 1 && b.year === a.year + 1 : b.month === a.month + 1 && b.year === a.year;
}
