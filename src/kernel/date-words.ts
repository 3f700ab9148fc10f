import {
  dateAt,
  formatTimeOfDay,
  MS_PER_MINUTE,
  msOfDayAt,
  weekdayOf,
  type Instant,
  type LocalDate,
  type MinuteOfDay,
  type Weekday,
} from './local-time.ts';

/** The languages of every screen; Vietnamese comes first. */
export type Language = 'vi' | 'en';

const WEEKDAYS: Readonly<Record<Language, Readonly<Record<Weekday, string>>>> = {
  // Capitals as in NĐ 30/2020, Phụ lục II: the day's own syllable is a name.
  vi: { 1: 'thứ Hai', 2: 'thứ Ba', 3: 'thứ Tư', 4: 'thứ Năm', 5: 'thứ Sáu', 6: 'thứ Bảy', 7: 'Chủ nhật' },
  en: { 1: 'Monday', 2: 'Tuesday', 3: 'Wednesday', 4: 'Thursday', 5: 'Friday', 6: 'Saturday', 7: 'Sunday' },
};

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** The name of a weekday inside a sentence, `thứ Năm` or `Thursday`. */
export function weekdayWords(weekday: Weekday, language: Language): string {
  return WEEKDAYS[language][weekday];
}

/** An English month name for 1 to 12. */
export function englishMonth(month: number): string {
  return MONTHS[month - 1] ?? '';
}

/** A month as a heading: `Tháng 11`, or `November`. */
export function monthWords(month: number, language: Language): string {
  return language === 'vi' ? `Tháng ${month}` : englishMonth(month);
}

/** A date in figures: `26/11/2026` (`26/11` without the year), or `26 November 2026`. */
export function plainDateWords(date: LocalDate, language: Language, year: 'with-year' | 'without-year' = 'with-year'): string {
  const [y = '', m = '', d = ''] = date.split('-');
  if (language === 'vi') return year === 'with-year' ? `${d}/${m}/${y}` : `${d}/${m}`;
  const dayAndMonth = `${Number(d)} ${englishMonth(Number(m))}`;
  return year === 'with-year' ? `${dayAndMonth} ${y}` : dayAndMonth;
}

/** A date for people: `thứ Năm, 26/11/2026`, or `Thursday, 26 November 2026`. */
export function dateWords(date: LocalDate, language: Language): string {
  return `${weekdayWords(weekdayOf(date), language)}, ${plainDateWords(date, language)}`;
}

/** A date inside a sentence, without the comma: `thứ Năm 26/11/2026`, or `Thursday 26 November 2026`. */
export function dayWords(date: LocalDate, language: Language, year: 'with-year' | 'without-year' = 'with-year'): string {
  return `${weekdayWords(weekdayOf(date), language)} ${plainDateWords(date, language, year)}`;
}

/** A time of day: `14 giờ 30`, `17 giờ`, `7 giờ 05`, or `14:30`. */
export function timeWords(minute: MinuteOfDay, language: Language): string {
  if (language === 'en') return formatTimeOfDay(minute);
  const rest = minute % 60;
  const hours = `${Math.floor(minute / 60)} giờ`;
  return rest === 0 ? hours : `${hours} ${String(rest).padStart(2, '0')}`;
}

/** A moment inside a sentence: `17 giờ thứ Sáu 20/11/2026`, or `17:00 on Friday 20 November 2026`; seconds are left out. */
export function momentWords(instant: Instant, language: Language, year: 'with-year' | 'without-year' = 'with-year'): string {
  const time = timeWords(Math.floor(msOfDayAt(instant) / MS_PER_MINUTE), language);
  const day = dayWords(dateAt(instant), language, year);
  return language === 'vi' ? `${time} ${day}` : `${time} on ${day}`;
}

/**
 * A due moment for people: `trước 17 giờ thứ Năm 26/11`, or `by 17:00 on Thursday 26 November`. The year is named when it is not the
 * year of `today`.
 */
export function dueWords(due: Instant, today: LocalDate, language: Language): string {
  const year = dateAt(due).slice(0, 4) === today.slice(0, 4) ? 'without-year' : 'with-year';
  return `${language === 'vi' ? 'trước' : 'by'} ${momentWords(due, language, year)}`;
}

/** A length of time: `3 giờ 40`, `22 giờ`, `45 phút`, or `3 h 40 min`; less than a minute is `dưới 1 phút`. */
export function durationWords(minutes: number, language: Language): string {
  const whole = Math.floor(minutes);
  const [hours, rest] = [Math.floor(whole / 60), whole % 60];
  if (language === 'vi') {
    if (whole < 1) return 'dưới 1 phút';
    if (hours === 0) return `${rest} phút`;
    return rest === 0 ? `${hours} giờ` : `${hours} giờ ${String(rest).padStart(2, '0')}`;
  }
  if (whole < 1) return 'less than 1 min';
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}
