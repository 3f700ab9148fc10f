import { plainDateWords, weekdayWords } from '../../../kernel/date-words.ts';
import { formatTimeOfDay, type LocalDate, type MinuteOfDay, parseLocalDate, type Weekday } from '../../../kernel/local-time.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { editableSpan } from './decide-calendar-change.ts';
import { type HoursChange, type HoursPeriod, type HoursRow, isOpen, periodOn } from './office-hours.ts';
import { readTimeOfDay } from './read-time-of-day.ts';

/** One session as it was typed. */
export interface TypedSession {
  readonly weekday: number;
  readonly opens: string;
  readonly closes: string;
}

/** What an administrator wants: other hours from a day on, or hours that are planned taken back. */
export type HoursWish =
  | { readonly act: 'plan'; readonly from: LocalDate; readonly sessions: readonly TypedSession[]; readonly basis: string }
  | { readonly act: 'take-back'; readonly from: LocalDate; readonly basis: string };

export interface HoursFacts {
  readonly today: LocalDate;
  readonly periods: readonly HoursPeriod[];
}

interface ReadSession {
  readonly weekday: Weekday;
  readonly opens: MinuteOfDay;
  readonly closes: MinuteOfDay;
}

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const satisfies readonly Weekday[];
const FRIDAY = 5;
/** A session that begins after this and ends before `MORNING` was meant to go over midnight. */
const EVENING = 17 * 60;
const MORNING = 7 * 60;

/**
 * What becomes of the weekly hours. Hours hold from a day on, today at the earliest, until the next planned ones begin. Refuses a missing
 * basis, a day that does not exist, has passed or is too far ahead, a later day from which other hours are planned already, unreadable times,
 * sessions that end before they begin, go over midnight or overlap, a week without a session from Monday to Friday, the hours that
 * hold anyway, and taking back what is not planned or holds already. `field` is `from`, `basis`, `sessions` or `sessions.<index>.opens`.
 *
 * Law: Monday to Friday are the working days (Quyết định 188/1999/QĐ-TTg). A weekend session is for reception alone, and a weekday without
 * one goes on counting with the hours of the first weekday that has some: opening or closing the door changes no legal term by days.
 */
export function decideHoursChange(wish: HoursWish, facts: HoursFacts): Result<HoursChange> {
  if (wish.basis.trim() === '') return refuse('calendar.basis-missing', {}, 'basis');
  const date = parseLocalDate(wish.from);
  if (!date.ok) return refuse('calendar.no-such-date', { date: wish.from }, 'from');
  return wish.act === 'plan' ? decidePlan(wish, facts) : decideTakingBack(wish.from, facts);
}

/** A day as a fact in both languages, `day` and `dayEn`. */
function both(name: string, day: LocalDate): Readonly<Record<string, string>> {
  return { [name]: plainDateWords(day, 'vi'), [`${name}En`]: plainDateWords(day, 'en') };
}

function spanWords({ opens, closes }: Pick<ReadSession, 'opens' | 'closes'>): string {
  return `${formatTimeOfDay(opens)}–${formatTimeOfDay(closes)}`;
}

function decidePlan({ from, sessions }: Extract<HoursWish, { act: 'plan' }>, { today, periods }: HoursFacts): Result<HoursChange> {
  if (from < today) return refuse('calendar.hours-past', { ...both('day', from), ...both('today', today) }, 'from');
  const { last } = editableSpan(today);
  if (from > last) return refuse('calendar.date-out-of-range', { day: plainDateWords(from, 'vi'), first: plainDateWords(today, 'vi'), last: plainDateWords(last, 'vi') }, 'from');
  const there = periods.find((period) => period.from === from);
  if (there !== undefined && from > today) return refuse('calendar.hours-planned-already', both('day', from), 'from');
  const read = readSessions(sessions);
  if (!read.ok) return read;
  const rows = weekRows(read.value);
  if (sameRows(rows, periodOn(periods, from)?.rows ?? [])) return refuse('calendar.hours-same', both('day', from), 'sessions');
  return ok({ from, before: there?.rows ?? null, after: rows });
}

function decideTakingBack(from: LocalDate, { today, periods }: HoursFacts): Result<HoursChange> {
  const there = periods.find((period) => period.from === from);
  if (there === undefined) return refuse('calendar.hours-not-planned', both('day', from));
  if (from <= today) return refuse('calendar.hours-hold-already', both('day', from));
  return ok({ from, before: there.rows, after: null });
}

function readSessions(sessions: readonly TypedSession[]): Result<readonly ReadSession[]> {
  const read: ReadSession[] = [];
  for (const [index, { weekday: number, opens: opensText, closes: closesText }] of sessions.entries()) {
    const field = `sessions.${String(index)}.opens`;
    const weekday = WEEKDAYS.find((day) => day === number);
    if (weekday === undefined) return refuse('calendar.hours-no-such-weekday', {}, field);
    const day = { day: weekdayWords(weekday, 'vi'), dayEn: weekdayWords(weekday, 'en') };
    const [opens, closes] = [readTimeOfDay(opensText), readTimeOfDay(closesText)];
    if (opens === undefined || closes === undefined) {
      const text = (opens === undefined ? opensText : closesText).trim();
      return text === '' ? refuse('calendar.hours-time-missing', day, field) : refuse('calendar.hours-unreadable', { ...day, text }, field);
    }
    if (closes <= opens) {
      const facts = { ...day, opens: formatTimeOfDay(opens), closes: formatTimeOfDay(closes) };
      return refuse(opens >= EVENING && closes <= MORNING ? 'calendar.hours-over-midnight' : 'calendar.hours-reversed', facts, field);
    }
    const other = read.find((one) => one.weekday === weekday && one.opens < closes && opens < one.closes);
    if (other !== undefined) {
      return refuse('calendar.hours-overlap', { ...day, one: spanWords(other), other: spanWords({ opens, closes }) }, field);
    }
    read.push({ weekday, opens, closes });
  }
  if (read.length === 0) return refuse('calendar.hours-empty', {}, 'sessions');
  if (!read.some(({ weekday }) => weekday <= FRIDAY)) return refuse('calendar.hours-no-weekday', {}, 'sessions');
  return ok(read);
}

/** The rows of a week: sessions that touch are one, the weekend is for reception alone, and weekdays without reception count. */
function weekRows(sessions: readonly ReadSession[]): readonly HoursRow[] {
  const days = WEEKDAYS.map((weekday) => ({ weekday, sessions: joined(sessions.filter((session) => session.weekday === weekday)) }));
  const full = days.find(({ weekday, sessions: own }) => weekday <= FRIDAY && own.length > 0)?.sessions ?? [];
  return days.flatMap(({ weekday, sessions: own }): readonly HoursRow[] => {
    const use = weekday > FRIDAY ? 'reception-only' : own.length > 0 ? 'work' : 'no-reception';
    return (use === 'no-reception' ? full : own).map(({ opens, closes }) => ({ weekday, opens: formatTimeOfDay(opens), closes: formatTimeOfDay(closes), use }));
  });
}

function joined(sessions: readonly ReadSession[]): readonly ReadSession[] {
  const found: ReadSession[] = [];
  for (const session of [...sessions].sort((a, b) => a.opens - b.opens)) {
    const last = found.at(-1);
    if (last?.closes === session.opens) found[found.length - 1] = { ...last, closes: session.closes };
    else found.push(session);
  }
  return found;
}

function sameRows(one: readonly HoursRow[], other: readonly HoursRow[]): boolean {
  const words = (rows: readonly HoursRow[]): string => rows.map(({ weekday, opens, closes, use }) => `${String(weekday)} ${opens} ${closes} ${use}`).join('|');
  return words(one) === words(other);
}

/** How many minutes of a week the legal clock counts; forty hours by law are 2400. */
export function countedMinutes(rows: readonly HoursRow[]): number {
  const minutes = (text: string): number => readTimeOfDay(text) ?? 0;
  return rows.filter(({ use }) => use !== 'reception-only').reduce((sum, { opens, closes }) => sum + minutes(closes) - minutes(opens), 0);
}

/** The weekdays, Monday to Friday, on which nobody is received. */
export function closedWeekdays(rows: readonly HoursRow[]): readonly Weekday[] {
  return WEEKDAYS.filter((weekday) => weekday <= FRIDAY && !rows.some((row) => row.weekday === weekday && isOpen(row)));
}
