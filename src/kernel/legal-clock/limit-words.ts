import { type Language } from '../date-words.ts';
import { type TimeLimit } from './time-limit.ts';

/** A time limit for people: `trong ngày`, `3 ngày làm việc`, `8 giờ làm việc`, `10 ngày`, `24 giờ`, or their English. */
export function limitWords(limit: TimeLimit, language: Language): string {
  if (limit.unit === 'same-day') return language === 'vi' ? 'trong ngày' : 'the same day';
  const { value } = limit;
  if (language === 'vi') {
    const units = { 'working-day': 'ngày làm việc', 'working-hour': 'giờ làm việc', day: 'ngày', 'clock-hour': 'giờ' };
    return `${value} ${units[limit.unit]}`;
  }
  const units = { 'working-day': 'working day', 'working-hour': 'working hour', day: 'day', 'clock-hour': 'hour' };
  return `${value} ${units[limit.unit]}${value === 1 ? '' : 's'}`;
}
