import { dateOf, dayOf, dayOfYmd, weekdayOfDay, type DayNumber, type LocalDate } from './local-time.ts';
import { LUNAR_FIRST_DATE, LUNAR_LAST_DATE, lunarNewYearDay, lunarToSolar } from './lunar.ts';
import { type DayOverride, type DayOverrideStatus } from './working-calendar-rows.ts';

const ARTICLE_112 = 'Bộ luật Lao động 45/2019/QH14, Điều 112 khoản 1';
const ARTICLE_111_3 = 'Bộ luật Lao động 45/2019/QH14, Điều 111 khoản 3';
const CULTURE_DAY = 'Nghị quyết 28/2026/QH16, Điều 2';
const CULTURE_DAY_SINCE = 2026;

interface Holiday {
  readonly day: DayNumber;
  readonly name: string;
  readonly basis: string;
}

/**
 * The public holidays of a year that has no official notice yet, by rule, with the days off in lieu of those that fall on a
 * Saturday or Sunday; in order of date, all marked `expected`. Tết is the last day of the old lunar year and mùng 1 to 4.
 * Empty outside 1900 to 2100, where the lunar calendar ends. Source: Bộ luật Lao động 2019, Điều 111 and 112; Nghị quyết 28/2026/QH16.
 */
export function expectedHolidays(year: number): readonly DayOverride[] {
  const first = dayOfYmd(year, 1, 1);
  if (first < dayOf(LUNAR_FIRST_DATE) || first > dayOf(LUNAR_LAST_DATE)) return [];
  const holidays = joinSameDay(statutoryHolidays(year));
  const taken = new Set(holidays.map((holiday) => holiday.day));
  const days: DayOverride[] = [];
  for (const { day, name, basis } of holidays) {
    days.push({ date: dateOf(day), kind: 'statutory', name, basis, status: 'expected' });
    if (!isWeekend(day)) continue;
    let inLieu = day + 1;
    while (isWeekend(inLieu) || taken.has(inLieu)) inLieu += 1;
    taken.add(inLieu);
    // Culture day stands in its own resolution, not in Article 112: whether Article 111(3) reaches it is read both ways.
    const status: DayOverrideStatus = basis === CULTURE_DAY ? 'estimate' : 'expected';
    days.push({ date: dateOf(inLieu), kind: 'compensatory', name: `Nghỉ bù ${name}`, basis: ARTICLE_111_3, status });
  }
  return days.sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** In some years 10/3 of the lunar calendar is 30 April or 1 May: one day off with two names, for the law makes up weekends only. */
function joinSameDay(holidays: readonly Holiday[]): readonly Holiday[] {
  const byDay = new Map<DayNumber, Holiday>();
  for (const holiday of holidays) {
    const same = byDay.get(holiday.day);
    byDay.set(holiday.day, same ? { ...same, name: `${same.name}; ${holiday.name}` } : holiday);
  }
  return [...byDay.values()].sort((a, b) => a.day - b.day);
}

function statutoryHolidays(year: number): Holiday[] {
  const tet = lunarNewYearDay(year);
  const tetDays = [-1, 0, 1, 2, 3].map((offset) => ({
    day: tet + offset,
    name: offset < 0 ? 'Tết Nguyên đán — ngày cuối tháng Chạp (Giao thừa)' : `Tết Nguyên đán — mùng ${offset + 1}`,
    basis: ARTICLE_112,
  }));
  const national = dayOfYmd(year, 9, 2);
  const named: readonly (readonly [DayNumber, string])[] = [
    [dayOfYmd(year, 1, 1), 'Tết Dương lịch'],
    [dayOf(hungKingsDay(year)), 'Giỗ Tổ Hùng Vương (10/3 âm lịch)'],
    [dayOfYmd(year, 4, 30), 'Ngày Chiến thắng'],
    [dayOfYmd(year, 5, 1), 'Ngày Quốc tế lao động'],
    [national, 'Quốc khánh'],
    [national + nextToNationalDay(national), 'Quốc khánh — ngày liền kề'],
  ];
  const culture = year >= CULTURE_DAY_SINCE ? [{ day: dayOfYmd(year, 11, 24), name: 'Ngày Văn hóa Việt Nam', basis: CULTURE_DAY }] : [];
  return [...tetDays, ...named.map(([day, name]) => ({ day, name, basis: ARTICLE_112 })), ...culture];
}

/** Every lunar year has a tenth day of its third month, so a refusal here can only be a bug. */
function hungKingsDay(year: number): LocalDate {
  const solar = lunarToSolar({ year, month: 3, day: 10, leap: false });
  if (!solar.ok) throw new RangeError(`no 10/3 in lunar year ${year}`);
  return solar.value;
}

/** The Prime Minister picks 1/9 or 3/9 each year; the notices of 2021 to 2026 all took the side that makes the longer break. */
function nextToNationalDay(national: DayNumber): 1 | -1 {
  const weekday = weekdayOfDay(national);
  return weekday === 4 || weekday === 7 || weekday === 1 ? 1 : -1;
}

function isWeekend(day: DayNumber): boolean {
  return weekdayOfDay(day) >= 6;
}
