import { type ReactElement } from 'react';
import { timeWords, weekdayWords } from '../../../../kernel/date-words.ts';
import { type Weekday } from '../../../../kernel/local-time.ts';
import { useLocale, useWords } from '../../../../web/staff/locale.tsx';
import { type Week } from '../../contract/calendar-schemas.ts';
import { readTimeOfDay } from '../../domain/read-time-of-day.ts';
import { HOURS_WORDS } from './hours-messages.ts';
import './hours.css';

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const satisfies readonly Weekday[];

/** The name of a weekday as it begins a line. */
export function weekdayHead(weekday: Weekday, locale: 'vi' | 'en'): string {
  const words = weekdayWords(weekday, locale);
  return words.slice(0, 1).toLocaleUpperCase('vi') + words.slice(1);
}

/** A week of opening hours, a line for every day; a day without a session is closed. */
export function WeekHours({ week }: { readonly week: Week }): ReactElement {
  const t = useWords(HOURS_WORDS);
  const { locale } = useLocale();
  const time = (text: string): string => timeWords(readTimeOfDay(text) ?? 0, locale);
  // A session stays on one line.
  const span = ({ opens, closes }: Week[number]): string => `${time(opens)} – ${time(closes)}`.replaceAll(' ', '\u00a0');
  return (
    <dl className="hours-week">
      {WEEKDAYS.map((weekday) => {
        const sessions = week.filter((session) => session.weekday === weekday);
        return (
          <div key={weekday} className={sessions.length === 0 ? 'hours-closed' : undefined}>
            <dt>{weekdayHead(weekday, locale)}</dt>
            <dd>{sessions.length === 0 ? t('closed') : sessions.map(span).join(', ')}</dd>
          </div>
        );
      })}
    </dl>
  );
}
