import { mergePauses } from '../../../kernel/legal-clock/pause.ts';
import { dueDay } from '../../../kernel/legal-clock/time-left.ts';
import { addWorkingTime, nthWorkingDayAfter, workingTimeBetween } from '../../../kernel/legal-clock/working-time.ts';
import { dayAt, type DayNumber, type Instant, instantOn } from '../../../kernel/local-time.ts';
import { type WorkingCalendar } from '../../../kernel/working-calendar.ts';
import { type DossierClock, dueOf } from './dossier-clock.ts';

/** The marks on a dossier's way to its due date and beyond, in the order in which they usually come. */
export type NoticeMark = 'three-quarters' | 'day-before' | 'due' | 'overdue';

/** A running dossier's time; `extendedDueAt` is the date of the apology letter. */
export interface NoticeClock extends DossierClock {
  readonly extendedDueAt: Instant | null;
}

/** A mark that was reached. The same mark at another instant is another notice: the due date has moved. */
export interface DueNotice {
  readonly mark: NoticeMark;
  readonly at: Instant;
  /** The date that the notice speaks of. */
  readonly dueAt: Instant;
}

/**
 * Which notice a dossier's time calls for at `now`, and when to look again (null: not before something happens to it). Of several marks that
 * have passed only the newest is told: an office that was closed for a week does not find five notices about one dossier. A paused dossier
 * gets none. Marks (domain 1.7): three quarters of the working time, the opening of the working day before the due day, the due instant, and
 * the opening of every working day after it. After an extension the marks go by the new date, without the first.
 */
export function decideNotices(clock: NoticeClock, calendar: WorkingCalendar, now: Instant): { readonly notice: DueNotice | null; readonly next: Instant | null } {
  if (clock.pauses.some(({ to }) => to === null)) return { notice: null, next: null };
  const dueAt = clock.extendedDueAt ?? dueOf(clock, calendar);
  const lastDay = dueDay(clock.limit, dueAt);
  const before: readonly (readonly [NoticeMark, Instant | undefined])[] = [
    ['three-quarters', clock.extendedDueAt === null ? usedAt(clock, calendar, dueAt, 0.75) : undefined],
    ['day-before', openingBefore(calendar, lastDay)],
    ['due', dueAt],
  ];
  const marks = before.flatMap(([mark, at]) => (at === undefined || at <= clock.receivedAt || at > dueAt ? [] : [{ mark, at, dueAt }]));
  const reached = marks.filter(({ at }) => at <= now).sort((a, b) => a.at - b.at).at(-1) ?? null;
  const coming = marks.filter(({ at }) => at > now).map(({ at }) => at);
  if (coming.length > 0) return { notice: reached, next: Math.min(...coming) };
  const today = overdueOpening(calendar, lastDay, now);
  return { notice: today === undefined ? reached : { mark: 'overdue', at: today, dueAt }, next: nextOpening(calendar, lastDay, now) ?? null };
}

/** When a share of the time between receipt and due date is used up, the pauses left out; undefined when there is no such moment. */
function usedAt({ receivedAt, limit, pauses }: NoticeClock, calendar: WorkingCalendar, dueAt: Instant, share: number): Instant | undefined {
  const clockHours = limit.unit === 'clock-hour';
  const between = (from: Instant, to: Instant): number => (clockHours ? Math.max(0, to - from) : workingTimeBetween(calendar, from, to));
  const sorted = mergePauses(pauses, receivedAt);
  const stretches: { from: Instant; to: Instant }[] = [];
  let from = receivedAt;
  for (const pause of sorted.ok ? sorted.value.merged : []) {
    if (pause.to === null || pause.from >= dueAt) continue;
    stretches.push({ from, to: pause.from });
    from = pause.to;
  }
  stretches.push({ from, to: dueAt });
  let left = share * stretches.reduce((sum, stretch) => sum + between(stretch.from, stretch.to), 0);
  for (const stretch of stretches) {
    const size = between(stretch.from, stretch.to);
    if (left <= size) return clockHours ? stretch.from + left : addWorkingTime(calendar, stretch.from, left);
    left -= size;
  }
  return undefined;
}

function openingOf(calendar: WorkingCalendar, day: DayNumber): Instant | undefined {
  const opens = calendar.day(day).sessions[0]?.opens;
  return opens === undefined ? undefined : instantOn(day, opens);
}

/** The last working day before a day; undefined at the beginning of the calendar. */
export function workingDayBefore(calendar: WorkingCalendar, day: DayNumber): DayNumber | undefined {
  for (let d = day - 1; d >= calendar.firstDay; d -= 1) if (calendar.day(d).sessions.length > 0) return d;
  return undefined;
}

function openingBefore(calendar: WorkingCalendar, lastDay: DayNumber): Instant | undefined {
  const day = workingDayBefore(calendar, lastDay);
  return day === undefined ? undefined : openingOf(calendar, day);
}

/** The newest opening of a working day after the due day that has passed. */
function overdueOpening(calendar: WorkingCalendar, lastDay: DayNumber, now: Instant): Instant | undefined {
  const today = openingOf(calendar, dayAt(now));
  const day = today !== undefined && today <= now ? dayAt(now) : workingDayBefore(calendar, dayAt(now));
  return day === undefined || day <= lastDay ? undefined : openingOf(calendar, day);
}

function nextOpening(calendar: WorkingCalendar, lastDay: DayNumber, now: Instant): Instant | undefined {
  const today = openingOf(calendar, dayAt(now));
  if (dayAt(now) > lastDay && today !== undefined && today > now) return today;
  const day = nthWorkingDayAfter(calendar, Math.max(lastDay, dayAt(now)), 1);
  return day === undefined ? undefined : openingOf(calendar, day);
}
