import { englishMonth, type Language } from './date-words.ts';
import { parseLocalDate, type DateProblem, type LocalDate } from './local-time.ts';
import { ok, type Result } from './result.ts';

/** How a commune writes dates in words: the syllable before days 1 to 10, and the syllable for an empty tens place in the year. */
export interface InFullStyle {
  /** `mồng` writes “Ngày mồng một”, `none` writes “Ngày một”. */
  readonly lowDay?: 'mồng' | 'mùng' | 'none';
  /** 2005 is “hai nghìn không trăm linh năm” or “… lẻ năm”. */
  readonly emptyTens?: 'linh' | 'lẻ';
}

const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];

function digit(value: number): string {
  return DIGITS[value] ?? '';
}

/** 1 to 99 as they are read at the end of a number; the last figure changes its sound after a ten: mốt, tư, lăm. */
function belowHundred(value: number): string {
  const [tens, units] = [Math.floor(value / 10), value % 10];
  if (tens === 0) return digit(units);
  const head = tens === 1 ? 'mười' : `${digit(tens)} mươi`;
  if (units === 0) return head;
  if (units === 5) return `${head} lăm`;
  if (tens > 1 && units === 1) return `${head} mốt`;
  if (tens > 1 && units === 4) return `${head} tư`;
  return `${head} ${digit(units)}`;
}

function yearInVietnamese(year: number, emptyTens: 'linh' | 'lẻ'): string {
  const [thousands, hundreds, rest] = [Math.floor(year / 1000), Math.floor(year / 100) % 10, year % 100];
  const words = thousands > 0 ? [`${digit(thousands)} nghìn`] : [];
  if (rest > 0 || hundreds > 0) words.push(`${digit(hundreds)} trăm`);
  if (rest > 0) words.push(rest < 10 ? `${emptyTens} ${digit(rest)}` : belowHundred(rest));
  return words.join(' ');
}

function dateInVietnamese(year: number, month: number, day: number, style: InFullStyle): string {
  const lowDay = style.lowDay ?? 'mồng';
  const dayWords = day <= 10 && lowDay !== 'none' ? `${lowDay} ${belowHundred(day)}` : belowHundred(day);
  // The fourth month is read “tư” like a fourth of a row, never “bốn”.
  const monthWords = month === 4 ? 'tư' : belowHundred(month);
  return `Ngày ${dayWords} tháng ${monthWords} năm ${yearInVietnamese(year, style.emptyTens ?? 'linh')}`;
}

const ONES = [
  'zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen',
  'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen',
];
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const ORDINALS = [
  'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth', 'eleventh', 'twelfth', 'thirteenth',
  'fourteenth', 'fifteenth', 'sixteenth', 'seventeenth', 'eighteenth', 'nineteenth', 'twentieth', 'twenty-first', 'twenty-second',
  'twenty-third', 'twenty-fourth', 'twenty-fifth', 'twenty-sixth', 'twenty-seventh', 'twenty-eighth', 'twenty-ninth', 'thirtieth',
  'thirty-first',
];

function belowHundredInEnglish(value: number): string {
  if (value < 20) return ONES[value] ?? '';
  const tens = TENS[Math.floor(value / 10)] ?? '';
  return value % 10 === 0 ? tens : `${tens}-${ONES[value % 10] ?? ''}`;
}

function yearInEnglish(year: number): string {
  const [thousands, hundreds, rest] = [Math.floor(year / 1000), Math.floor(year / 100) % 10, year % 100];
  const words = thousands > 0 ? [`${ONES[thousands] ?? ''} thousand`] : [];
  if (hundreds > 0) words.push(`${ONES[hundreds] ?? ''} hundred`);
  if (rest > 0) words.push(words.length > 0 ? `and ${belowHundredInEnglish(rest)}` : belowHundredInEnglish(rest));
  return words.join(' ');
}

/**
 * A date wholly in words, as civil status forms ask for it (“ghi bằng chữ”): `Ngày mười hai tháng mười một năm hai nghìn không trăm
 * hai mươi sáu`. Refuses dates that are unreadable or do not exist.
 */
export function dateInFull(date: LocalDate, language: Language, style: InFullStyle = {}): Result<string, DateProblem> {
  const parsed = parseLocalDate(date);
  if (!parsed.ok) return parsed;
  const [year = 0, month = 0, day = 0] = parsed.value.split('-').map(Number);
  if (language === 'vi') return ok(dateInVietnamese(year, month, day, style));
  return ok(`The ${ORDINALS[day - 1] ?? ''} of ${englishMonth(month)} ${yearInEnglish(year)}`);
}
