import { type Locale } from '../../../platform/i18n/locale.ts';
import { type OfficeHours } from './public-office.ts';

const DAYS: Readonly<Record<Locale, readonly string[]>> = {
  vi: ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
};

function timeWords(time: string, locale: Locale): string {
  const [hour = '', minute = ''] = time.split(':');
  if (locale === 'en') return `${hour.padStart(2, '0')}:${minute}`;
  return minute === '00' ? `${Number(hour)} giờ` : `${Number(hour)} giờ ${minute}`;
}

function dayWords(days: readonly number[], locale: Locale): string {
  const name = (day: number): string => DAYS[locale][day - 1] ?? '';
  const parts: string[] = [];
  for (let from = 0; from < days.length; ) {
    let to = from;
    while (days[to + 1] === (days[to] ?? 0) + 1) to++;
    // A run of two days reads better as two days.
    if (to - from >= 2) parts.push(`${name(days[from] ?? 0)} ${locale === 'vi' ? 'đến' : 'to'} ${name(days[to] ?? 0)}`);
    else parts.push(...days.slice(from, to + 1).map(name));
    from = to + 1;
  }
  return parts.join(', ');
}

/**
 * The working hours as one sentence: “7 giờ – 11 giờ 30, 13 giờ 30 – 17 giờ, thứ Hai đến thứ Sáu”; days with other hours
 * follow after a semicolon. Empty when no session is given.
 */
export function describeHours(hours: readonly OfficeHours[], locale: Locale): string {
  const daysOf = new Map<string, number[]>();
  for (let day = 1; day <= 7; day++) {
    const sessions = hours
      .filter((session) => session.weekday === day)
      .toSorted((a, b) => a.opens.localeCompare(b.opens))
      .map((session) => `${timeWords(session.opens, locale)} – ${timeWords(session.closes, locale)}`)
      .join(', ');
    if (sessions === '') continue;
    const days = daysOf.get(sessions);
    if (days) days.push(day);
    else daysOf.set(sessions, [day]);
  }
  return [...daysOf].map(([sessions, days]) => `${sessions}, ${dayWords(days, locale)}`).join('; ');
}
