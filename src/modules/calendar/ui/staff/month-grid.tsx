import { type ReactElement } from 'react';
import { dayWords, monthWords } from '../../../../kernel/date-words.ts';
import { dateOf, dayOfYmd, daysInMonth, weekdayOfDay } from '../../../../kernel/local-time.ts';
import { useLocale, useWords } from '../../../../web/staff/locale.tsx';
import { type CalendarYear } from '../../contract/calendar-schemas.ts';
import { choiceOf } from './calendar-draft.ts';
import { CALENDAR_WORDS } from './calendar-messages.ts';

const HEADS = { vi: ['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN'], en: ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] } as const;

type Named = CalendarYear['named'][number];

/** The class that shows what a day is; its words say the same. */
export function dayClass(named: Named | undefined, plainOff: boolean, receptionOnly = false): string {
  if (named === undefined) return plainOff ? 'cal-rest' : receptionOnly ? 'cal-reception' : 'cal-work';
  if (named.kind === 'make-up-work') return 'cal-make-up';
  return named.kind === 'local-closing' ? 'cal-closing' : 'cal-off';
}

export interface MonthGridProps {
  readonly year: CalendarYear;
  /** 1 to 12. */
  readonly month: number;
  readonly named: ReadonlyMap<string, Named>;
  readonly plainOff: ReadonlySet<string>;
  /** Days that a change under way is about. */
  readonly prepared: ReadonlySet<string>;
  /** Undefined: only to look at. */
  readonly onDay: ((date: string) => void) | undefined;
}

/** One month with its named days marked; the administrator presses a day to change it. */
export function MonthGrid({ year, month, named, plainOff, prepared, onDay }: MonthGridProps): ReactElement {
  const t = useWords(CALENDAR_WORDS);
  const { locale } = useLocale();
  const first = dayOfYmd(year.year, month, 1);
  const blanks = weekdayOfDay(first) - 1;
  const cells: (string | null)[] = [...Array.from({ length: blanks }, () => null), ...Array.from({ length: daysInMonth(year.year, month) }, (_, index) => dateOf(first + index))];
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) => Array.from({ length: 7 }, (__, index) => cells[week * 7 + index] ?? null));
  const receptionOnly = new Set(year.receptionOnly);
  const words = (date: string): string => {
    const day = named.get(date);
    const own = dayWords(date, locale);
    if (day !== undefined) return t('day-named', { day: own, kind: t(`choice.${choiceOf(day)}`), name: day.name });
    return t(plainOff.has(date) ? 'day-weekend' : receptionOnly.has(date) ? 'day-reception' : 'day-work', { day: own });
  };
  const cell = (date: string): ReactElement => {
    const classes = ['cal-day', dayClass(named.get(date), plainOff.has(date), receptionOnly.has(date)), ...(date === year.today ? ['cal-today'] : []), ...(prepared.has(date) ? ['cal-prepared'] : [])].join(' ');
    const label = date === year.today ? `${words(date)}, ${t('today')}` : words(date);
    const shown = String(Number(date.slice(8)));
    return onDay === undefined
      ? <span className={classes} title={label}><span aria-hidden={true}>{shown}</span><span className="unseen">{label}</span></span>
      : <button type="button" className={classes} title={label} aria-label={label} onClick={() => { onDay(date); }}>{shown}</button>;
  };
  return (
    <section className="cal-month" aria-labelledby={`month-${String(month)}`}>
      <h3 id={`month-${String(month)}`}>{monthWords(month, locale)}<small className="quiet">{t('working-days', { count: year.workingDays[month - 1] ?? 0 })}</small></h3>
      <table className="cal-grid">
        <thead><tr>{HEADS[locale].map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
        <tbody>
          {weeks.map((week, index) => <tr key={index}>{week.map((date, weekday) => <td key={date ?? `blank-${String(weekday)}`}>{date === null ? null : cell(date)}</td>)}</tr>)}
        </tbody>
      </table>
    </section>
  );
}
