import { dateOf, dayOf, parseLocalDate, type DateProblem, type DayNumber, type LocalDate } from './local-time.ts';
import { ok, refuse, type Problem, type Result } from './result.ts';

/** A day of the Vietnamese lunar calendar (âm lịch). `leap` marks the second of two months with one number (tháng nhuận). */
export interface LunarDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 30. */
  readonly day: number;
  readonly leap: boolean;
}

export type LunarProblem = Problem<
  'lunar.unreadable' | 'lunar.out-of-range' | 'lunar.no-such-month' | 'lunar.no-such-leap-month' | 'lunar.no-such-day'
>;

/** The first and the last solar day that the conversion vouches for. */
export const LUNAR_FIRST_DATE: LocalDate = '1900-01-01';
export const LUNAR_LAST_DATE: LocalDate = '2100-12-31';

/** Julian day number at noon of 1970-01-01. */
const EPOCH_JDN = 2_440_588;
const FIRST_JDN = dayOf(LUNAR_FIRST_DATE) + EPOCH_JDN;
const LAST_JDN = dayOf(LUNAR_LAST_DATE) + EPOCH_JDN;
const SYNODIC_MONTH = 29.530588853;
/** New moon number 0: 1900-01-01, in Julian days. */
const NEW_MOON_0 = 2415021.076998695;
/** The calendar is computed on the meridian 105° E (Quyết định 121-CP năm 1967, điều 1): UTC+7, here for all years, so papers from before 1968 may differ by a day. */
const ZONE = 7 / 24;

function sinDegrees(degrees: number): number {
  return Math.sin((degrees * Math.PI) / 180);
}

/** Julian day (UTC) of the k-th true new moon: mean new moon, periodic terms and ΔT (Meeus; the constants of Hồ Ngọc Đức). */
function trueNewMoon(k: number): number {
  const t = k / 1236.85;
  const t2 = t * t;
  const t3 = t2 * t;
  const mean =
    2415020.75933 + 29.53058868 * k + 0.0001178 * t2 - 0.000000155 * t3 + 0.00033 * sinDegrees(166.56 + 132.87 * t - 0.009173 * t2);
  const sun = 359.2242 + 29.10535608 * k - 0.0000333 * t2 - 0.00000347 * t3;
  const moon = 306.0253 + 385.81691806 * k + 0.0107306 * t2 + 0.00001236 * t3;
  const node = 21.2964 + 390.67050646 * k - 0.0016528 * t2 - 0.00000239 * t3;
  const correction =
    (0.1734 - 0.000393 * t) * sinDegrees(sun) +
    0.0021 * sinDegrees(2 * sun) -
    0.4068 * sinDegrees(moon) +
    0.0161 * sinDegrees(2 * moon) -
    0.0004 * sinDegrees(3 * moon) +
    0.0104 * sinDegrees(2 * node) -
    0.0051 * sinDegrees(sun + moon) -
    0.0074 * sinDegrees(sun - moon) +
    0.0004 * sinDegrees(2 * node + sun) -
    0.0004 * sinDegrees(2 * node - sun) -
    0.0006 * sinDegrees(2 * node + moon) +
    0.001 * sinDegrees(2 * node - moon) +
    0.0005 * sinDegrees(2 * moon + sun);
  const deltaT =
    t < -11
      ? 0.001 + 0.000839 * t + 0.0002261 * t2 - 0.00000845 * t3 - 0.000000081 * t * t3
      : -0.000278 + 0.000265 * t + 0.000262 * t2;
  return mean + correction - deltaT;
}

/** Astronomy does not change: results are kept, since every conversion asks for the same few new moons. */
const newMoonDays = new Map<number, number>();
const month11s = new Map<number, number>();

/** The local Julian day number on which the k-th new moon falls: the first day of that lunar month. */
function newMoonDay(k: number): number {
  let day = newMoonDays.get(k);
  if (day === undefined) {
    day = Math.floor(trueNewMoon(k) + 0.5 + ZONE);
    newMoonDays.set(k, day);
  }
  return day;
}

/** Which of twelve 30° sectors the sun stands in at local midnight of a Julian day; sector 9 begins at the winter solstice. */
function sunSector(jdn: number): number {
  const t = (jdn - 0.5 - ZONE - 2451545) / 36525;
  const t2 = t * t;
  const anomaly = 357.5291 + 35999.0503 * t - 0.0001559 * t2 - 0.00000048 * t * t2;
  const meanLongitude = 280.46645 + 36000.76983 * t + 0.0003032 * t2;
  const longitude =
    meanLongitude +
    (1.9146 - 0.004817 * t - 0.000014 * t2) * sinDegrees(anomaly) +
    (0.019993 - 0.000101 * t) * sinDegrees(2 * anomaly) +
    0.00029 * sinDegrees(3 * anomaly);
  return Math.floor((longitude - 360 * Math.floor(longitude / 360)) / 30);
}

/** First day of the lunar month that holds the winter solstice of a solar year: always month 11. */
function month11(year: number): number {
  let day = month11s.get(year);
  if (day === undefined) {
    const k = Math.floor((dayOf(`${String(year)}-12-31`) + EPOCH_JDN - 2415021) / SYNODIC_MONTH);
    day = newMoonDay(k);
    if (sunSector(day) >= 9) day = newMoonDay(k - 1);
    month11s.set(year, day);
  }
  return day;
}

/** The new moon number of a day known to be a first day of month. */
function newMoonNumber(jdn: number): number {
  return Math.floor((jdn - NEW_MOON_0) / SYNODIC_MONTH + 0.5);
}

/** How many months after month 11 the leap month starts: the first month without a principal term; 0 when the span has 12 months. */
function leapOffset(a11: number, b11: number): number {
  if (b11 - a11 <= 365) return 0;
  const k = newMoonNumber(a11);
  let offset = 1;
  while (offset < 13 && sunSector(newMoonDay(k + offset + 1)) !== sunSector(newMoonDay(k + offset))) offset += 1;
  return offset;
}

function lunarOfJdn(jdn: number): LunarDate {
  // True new moons stray from the mean by more than half a day: the usual two guesses answer "day 0" on 2054-05-07.
  let k = Math.floor((jdn - NEW_MOON_0) / SYNODIC_MONTH) + 1;
  while (newMoonDay(k) > jdn) k -= 1;
  const monthStart = newMoonDay(k);
  const solarYear = Number(dateOf(jdn - EPOCH_JDN).slice(0, 4));
  const own = month11(solarYear);
  const [year, a11, b11] =
    own >= monthStart ? [solarYear, month11(solarYear - 1), own] : [solarYear + 1, own, month11(solarYear + 1)];
  const diff = Math.floor((monthStart - a11) / 29);
  const leapAt = leapOffset(a11, b11);
  let month = diff + 11;
  let leap = false;
  if (leapAt > 0 && diff >= leapAt) {
    month = diff + 10;
    leap = diff === leapAt;
  }
  if (month > 12) month -= 12;
  return { year: month >= 11 && diff < 4 ? year - 1 : year, month, day: jdn - monthStart + 1, leap };
}

/** The lunar date of a solar date between 1900-01-01 and 2100-12-31; refuses dates outside, unreadable ones and ones that do not exist. */
export function solarToLunar(date: LocalDate): Result<LunarDate, LunarProblem | DateProblem> {
  const parsed = parseLocalDate(date);
  if (!parsed.ok) return parsed;
  if (date < LUNAR_FIRST_DATE || date > LUNAR_LAST_DATE) return refuse('lunar.out-of-range', { date });
  return ok(lunarOfJdn(dayOf(date) + EPOCH_JDN));
}

/** Where a month of a lunar year lies: the month 11 that its span counts from, how many months later, and where the leap month is. */
function placeOfMonth(year: number, month: number): { readonly a11: number; readonly offset: number; readonly leapAt: number } {
  // Months 11 and 12 open the next span, which is why a leap month after them belongs to the following solar year's count.
  const first = month < 11 ? year - 1 : year;
  const a11 = month11(first);
  return { a11, offset: month < 11 ? month + 1 : month - 11, leapAt: leapOffset(a11, month11(first + 1)) };
}

function monthStart(year: number, month: number): number {
  const { a11, offset, leapAt } = placeOfMonth(year, month);
  return newMoonDay(newMoonNumber(a11) + (leapAt > 0 && offset >= leapAt ? offset + 1 : offset));
}

/** The leap month repeats the number of the month before it; undefined when this month is not repeated. */
function leapMonthStart(year: number, month: number): number | undefined {
  const { a11, offset, leapAt } = placeOfMonth(year, month);
  return leapAt > 0 && offset === leapAt - 1 ? newMoonDay(newMoonNumber(a11) + leapAt) : undefined;
}

/**
 * The solar date of a lunar date. Refuses what does not exist: the 30th of a month of 29 days, a leap mark on a month that is not
 * the leap one, and results outside 1900-01-01 to 2100-12-31.
 */
export function lunarToSolar(lunar: LunarDate): Result<LocalDate, LunarProblem> {
  const facts = { date: formatLunarDate(lunar) };
  const { year, month, day, leap } = lunar;
  if (!Number.isInteger(year) || year < 1899 || year > 2100) return refuse('lunar.out-of-range', facts);
  if (!Number.isInteger(month) || month < 1 || month > 12) return refuse('lunar.no-such-month', facts);
  const start = leap ? leapMonthStart(year, month) : monthStart(year, month);
  if (start === undefined) return refuse('lunar.no-such-leap-month', { ...facts, month });
  const length = lengthOfMonthFrom(start);
  if (!Number.isInteger(day) || day < 1 || day > length) return refuse('lunar.no-such-day', { ...facts, length });
  const jdn = start + day - 1;
  if (jdn < FIRST_JDN || jdn > LAST_JDN) return refuse('lunar.out-of-range', facts);
  return ok(dateOf(jdn - EPOCH_JDN));
}

function lengthOfMonthFrom(start: number): number {
  return newMoonDay(newMoonNumber(start) + 1) - start;
}

/** The month that a lunar year between 1900 and 2100 repeats (tháng nhuận), or null when the year has twelve months. */
export function leapMonthOf(year: number): number | null {
  for (let month = 1; month <= 12; month += 1) if (leapMonthStart(year, month) !== undefined) return month;
  return null;
}

/** The solar day of the first day of a lunar year (mùng 1 Tết); for lunar years 1900 to 2100. */
export function lunarNewYearDay(year: number): DayNumber {
  return monthStart(year, 1) - EPOCH_JDN;
}

const LUNAR_TEXT = /^(\d{4})-(\d{2})-(\d{2})(L?)$/;

/** Reads a lunar date `2025-06-01`, or `2025-06-01L` in the leap month; refuses any other form. Whether the day exists is `lunarToSolar`'s word. */
export function parseLunarDate(text: string): Result<LunarDate, LunarProblem> {
  const match = LUNAR_TEXT.exec(text);
  if (!match) return refuse('lunar.unreadable', { text });
  return ok({ year: Number(match[1]), month: Number(match[2]), day: Number(match[3]), leap: match[4] === 'L' });
}

/** A lunar date as `2025-06-01`, with `L` after it in the leap month. */
export function formatLunarDate({ year, month, day, leap }: LunarDate): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}${leap ? 'L' : ''}`;
}
