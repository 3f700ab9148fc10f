import { type Language, plainDateWords, timeWords, weekdayWords } from '../../../../../kernel/date-words.ts';
import { dateAt, dayAt, type Instant, MS_PER_MINUTE, msOfDayAt, weekdayOf } from '../../../../../kernel/local-time.ts';

/** When something happened, as short as it stays clear: `8 giờ 12` today, `thứ Ba` within the week, `12/11` before that, with the year in another year. */
export function sinceWords(at: Instant, now: Instant, language: Language): string {
  const days = dayAt(now) - dayAt(at);
  if (days === 0) return timeWords(Math.floor(msOfDayAt(at) / MS_PER_MINUTE), language);
  const date = dateAt(at);
  if (days > 0 && days < 7) return weekdayWords(weekdayOf(date), language);
  return plainDateWords(date, language, date.slice(0, 4) === dateAt(now).slice(0, 4) ? 'without-year' : 'with-year');
}
