import {
  dateOf,
  dayAt,
  formatInstant,
  formatTimeOfDay,
  instantOn,
  MS_PER_DAY,
  MS_PER_HOUR,
  MS_PER_MINUTE,
  msOfDayAt,
  type DayNumber,
  type Instant,
  type MinuteOfDay,
} from '../local-time.ts';
import { ok, refuse, type Problem, type Result } from '../result.ts';
import { type WorkingCalendar } from '../working-calendar.ts';
import { type DeadlineStep, type PauseEffect } from './deadline-trace.ts';
import { mergePauses, type MergedPause, type Pause, type PauseProblem } from './pause.ts';
import { dueDay, timeLeftUntil, wholeMinutes, type TimeLeft } from './time-left.ts';
import { checkTimeLimit, formatTimeLimit, type TimeLimit, type TimeLimitProblem } from './time-limit.ts';
import {
  addWorkingTime,
  closingOf,
  nextWorkingDay,
  normalize,
  nthWorkingDayAfter,
  workingTimeBetween,
  type DayVisitor,
} from './working-time.ts';

/** What the clock needs to know; it never asks the machine for the time. */
export interface DeadlineInput {
  /** The receipt as printed on the slip. */
  readonly received: Instant;
  /** The limit of the procedure version that the dossier is pinned to. */
  readonly limit: TimeLimit;
  readonly pauses: readonly Pause[];
  readonly calendar: WorkingCalendar;
  /** The last minute of the day, itself included, at which a same-day dossier is still due that day; 15:00 unless set. */
  readonly sameDayCutOff?: MinuteOfDay;
}

/** When a dossier is due; while a pause is open nobody can know, and what was left when it began is told instead. */
export type Deadline =
  | { readonly state: 'running'; readonly due: Instant }
  | { readonly state: 'paused'; readonly due: null; readonly since: Instant; readonly dueBefore: Instant; readonly left: TimeLeft };

export type DeadlineProblem = TimeLimitProblem | PauseProblem | Problem<'legal-clock.out-of-range'>;

/** “Sau 15 giờ” is later than 15:00:00, so the full hour itself is still the same day. */
const DEFAULT_SAME_DAY_CUT_OFF: MinuteOfDay = 15 * 60;

/**
 * When a dossier is due and the steps that lead there. Refuses a limit that is not a whole number above zero, a pause that ends before
 * it begins, and moments outside the calendar (1900 to 2100). Law: NĐ 309/2026 Điều 17.3, Bộ luật Dân sự 2015 Điều 147–148.
 */
export function computeDeadline(
  input: DeadlineInput,
): Result<{ readonly deadline: Deadline; readonly trace: readonly DeadlineStep[] }, DeadlineProblem> {
  const trace: DeadlineStep[] = [];
  const found = findDeadline(input, trace);
  return found.ok ? ok({ deadline: found.value, trace }) : found;
}

/** The same answer as `computeDeadline` without the cost of the trace, for lists; steps are appended to `trace` when it is given. */
export function findDeadline(input: DeadlineInput, trace?: DeadlineStep[]): Result<Deadline, DeadlineProblem> {
  const { received, calendar, pauses } = input;
  const limit = checkTimeLimit(input.limit);
  if (!limit.ok) return limit;
  if (!isInside(calendar, received)) return outOfRange(received);
  trace?.push({ step: 'received', at: formatInstant(received), limit: formatTimeLimit(limit.value) });
  const from = startOfLimit({ received, limit: limit.value, calendar }, trace);
  if (from === undefined) return outOfRange(received);
  const sorted = mergePauses(pauses, from);
  if (!sorted.ok) return sorted;
  const clock: Clock = { ...input, received: from, limit: limit.value, cutOff: input.sameDayCutOff ?? DEFAULT_SAME_DAY_CUT_OFF, trace };
  let due = firstDue(clock);
  if (due === undefined || !isInside(calendar, due)) return outOfRange(received);
  trace?.push({ step: 'due', at: formatInstant(due) });
  for (const { from, to, reason } of sorted.value.idle) {
    trace?.push({ step: 'pause-ignored', from: formatInstant(from), to: to === null ? null : formatInstant(to), reason });
  }
  for (const pause of sorted.value.merged) {
    if (pause.from >= due) {
      const to = pause.to === null ? null : formatInstant(pause.to);
      trace?.push({ step: 'pause-ignored', from: formatInstant(pause.from), to, reason: 'after-due' });
    } else if (pause.to === null) {
      return ok(openPause(clock, pause.from, due));
    } else {
      due = dueAfterPause(clock, { ...pause, to: pause.to }, due);
      if (due === undefined || !isInside(calendar, due)) return outOfRange(received);
      trace?.push({ step: 'due', at: formatInstant(due) });
    }
  }
  return ok({ state: 'running', due });
}

/** The input with its defaults filled in and the place for the steps. */
interface Clock {
  readonly received: Instant;
  readonly limit: TimeLimit;
  readonly calendar: WorkingCalendar;
  readonly cutOff: MinuteOfDay;
  readonly trace: DeadlineStep[] | undefined;
}

type ClosedPause = MergedPause & { readonly to: Instant };

function isInside({ firstDay, lastDay }: WorkingCalendar, t: Instant): boolean {
  return dayAt(t) >= firstDay && dayAt(t) <= lastDay;
}

function outOfRange(received: Instant): { readonly ok: false; readonly problem: Problem<'legal-clock.out-of-range'> } {
  return refuse('legal-clock.out-of-range', { received });
}

/**
 * From when a limit counts: the receipt itself, or, for a limit with the rule of the late hour, the opening of the next working day when
 * it came later than that (and of the first working moment when it came outside the hours). Undefined beyond the calendar.
 */
function startOfLimit({ received, limit, calendar }: Pick<DeadlineInput, 'received' | 'limit' | 'calendar'>, trace: DeadlineStep[] | undefined): Instant | undefined {
  if (limit.unit === 'same-day' || limit.lateAfter === undefined) return received;
  const start = normalize(calendar, received, visitor(trace));
  if (start === undefined) return undefined;
  if (msOfDayAt(start.at) <= limit.lateAfter * MS_PER_MINUTE) {
    if (start.reason) trace?.push({ step: 'normalized', from: formatInstant(received), to: formatInstant(start.at), reason: start.reason });
    return start.at;
  }
  const next = nextWorkingDay(calendar, dayAt(start.at), visitor(trace));
  if (next === undefined) return undefined;
  const from = instantOn(next, calendar.day(next).sessions[0]?.opens ?? 0);
  trace?.push({ step: 'late-start', received: formatInstant(received), cutOff: formatTimeOfDay(limit.lateAfter), from: formatInstant(from) });
  return from;
}

function firstDue(clock: Clock): Instant | undefined {
  const { received, limit, calendar, trace } = clock;
  switch (limit.unit) {
    case 'same-day':
      return sameDayDue(clock, received);
    case 'working-day': {
      const start = startAt(clock, received);
      if (start === undefined) return undefined;
      const last = nthWorkingDayAfter(calendar, dayAt(start), limit.value, visitor(trace));
      if (last === undefined) return undefined;
      trace?.push({ step: 'counted-working-days', after: dateOf(dayAt(start)), days: limit.value, last: dateOf(last) });
      return closingOf(calendar, last);
    }
    case 'working-hour': {
      const start = startAt(clock, received);
      if (start === undefined) return undefined;
      const end = addWorkingTime(calendar, start, limit.value * MS_PER_HOUR, visitor(trace));
      if (end === undefined) return undefined;
      trace?.push({ step: 'counted-working-hours', from: formatInstant(start), hours: limit.value, to: formatInstant(end) });
      return end;
    }
    case 'day': {
      const last = dayAt(received) + limit.value;
      trace?.push({ step: 'counted-days', after: dateOf(dayAt(received)), days: limit.value, last: dateOf(last) });
      return closingOnOrAfter(clock, last);
    }
    case 'clock-hour': {
      const end = received + limit.value * MS_PER_HOUR;
      trace?.push({ step: 'counted-hours', from: formatInstant(received), hours: limit.value, to: formatInstant(end) });
      return end;
    }
  }
}

/** Certification and civil status without a stated time: the day of receipt, or the next working day when received after 15:00. */
function sameDayDue(clock: Clock, t: Instant): Instant | undefined {
  const { calendar, cutOff, trace } = clock;
  const start = startAt(clock, t);
  if (start === undefined) return undefined;
  const after = msOfDayAt(start) > cutOff * MS_PER_MINUTE;
  trace?.push({ step: 'same-day-cut-off', at: formatInstant(start), cutOff: formatTimeOfDay(cutOff), after });
  const day = after ? nextWorkingDay(calendar, dayAt(start), visitor(trace)) : dayAt(start);
  return day === undefined ? undefined : closingOf(calendar, day);
}

function closingOnOrAfter({ calendar, trace }: Clock, day: DayNumber): Instant | undefined {
  // Bộ luật Dân sự 2015, Điều 148 khoản 5: a last day that is a day off moves to the end of the next working day.
  const last = nextWorkingDay(calendar, day - 1, visitor(trace));
  if (last === undefined) return undefined;
  if (last !== day) trace?.push({ step: 'rolled', from: dateOf(day), to: dateOf(last) });
  return closingOf(calendar, last);
}

/** The normalised moment, with the reason and the days off on the way recorded. */
function startAt({ calendar, trace }: Clock, t: Instant): Instant | undefined {
  const visit = visitor(trace);
  const today = calendar.day(dayAt(t));
  if (today.off) visit?.(dayAt(t), today);
  const start = normalize(calendar, t, visit);
  if (start?.reason) trace?.push({ step: 'normalized', from: formatInstant(t), to: formatInstant(start.at), reason: start.reason });
  return start?.at;
}

function visitor(trace: DeadlineStep[] | undefined): DayVisitor | undefined {
  if (!trace) return undefined;
  return (day, { off, makeUp }) => {
    if (off) trace.push({ step: 'day-off', date: dateOf(day), off });
    else if (makeUp) trace.push({ step: 'make-up-day', date: dateOf(day), name: makeUp.name, basis: makeUp.basis });
  };
}

function openPause({ limit, calendar, trace }: Clock, since: Instant, dueBefore: Instant): Deadline {
  const left = timeLeftUntil(calendar, limit, since, dueBefore);
  trace?.push({ step: 'paused', since: formatInstant(since), dueBefore: formatInstant(dueBefore), left });
  return { state: 'paused', due: null, since, dueBefore, left };
}

/** Where a finished pause that began before `due` moves it to. */
function dueAfterPause(clock: Clock, pause: ClosedPause, due: Instant): Instant | undefined {
  const { limit, calendar, trace } = clock;
  const record = (effect: PauseEffect): void => {
    const { from, to, parts, clipped } = pause;
    trace?.push({ step: 'pause', from: formatInstant(from), to: formatInstant(to), parts, clipped, effect });
  };
  const length = pause.to - pause.from;
  switch (limit.unit) {
    case 'clock-hour':
      record({ kind: 'moved-by-minutes', minutes: wholeMinutes(length) });
      return due + length;
    case 'day': {
      const days = Math.ceil(length / MS_PER_DAY);
      record({ kind: 'moved-by-days', days });
      return closingOnOrAfter(clock, dueDay(limit, due) + days);
    }
    case 'same-day':
      record({ kind: 'started-again', at: formatInstant(pause.to) });
      return sameDayDue(clock, pause.to);
    case 'working-day':
    case 'working-hour': {
      const resumes = normalize(calendar, pause.to);
      if (!resumes) return undefined;
      // Work between `from` and its normalised moment is none, so counting from `from` itself is the same.
      const left = workingTimeBetween(calendar, pause.from, due);
      record({ kind: 'left-counted-again', leftMinutes: wholeMinutes(left), resumesAt: formatInstant(resumes.at) });
      const end = addWorkingTime(calendar, resumes.at, left, visitor(trace));
      if (end === undefined || limit.unit === 'working-hour') return end;
      return closingOf(calendar, dueDay(limit, end));
    }
  }
}
