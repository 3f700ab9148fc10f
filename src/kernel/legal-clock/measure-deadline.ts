import { dayAt, type Instant } from '../local-time.ts';
import { ok, type Result } from '../result.ts';
import { findDeadline, type DeadlineInput, type DeadlineProblem } from './compute-deadline.ts';
import { mergePauses, type MergedPause, type Pause } from './pause.ts';
import { dueDay, timeLeftUntil, wholeMinutes, type TimeLeft } from './time-left.ts';
import { workingDaysAfter, workingTimeBetween } from './working-time.ts';

/** How far a dossier's time has run; `usedMinutes` are working minutes, or clock minutes for a limit in clock hours, without the pauses. */
export type DeadlineMeasure =
  | {
      readonly state: 'in-time' | 'near' | 'due-today';
      readonly due: Instant;
      readonly usedMinutes: number;
      readonly left: TimeLeft;
      /** 0 to 1, for the bar of a work list. */
      readonly usedShare: number;
    }
  | {
      readonly state: 'overdue';
      readonly due: Instant;
      readonly usedMinutes: number;
      /** Calendar days since the day it was due (0 on that day itself) and clock minutes since the due moment. */
      readonly overdueBy: { readonly days: number; readonly minutes: number };
      readonly usedShare: 1;
    }
  | {
      readonly state: 'paused';
      readonly due: null;
      readonly since: Instant;
      readonly usedMinutes: number;
      readonly left: TimeLeft;
      readonly usedShare: number;
    };

export interface MeasureInput extends DeadlineInput {
  /** The moment to measure at. Pauses are taken as they were known then: later ones have not begun, running ones are open. */
  readonly now: Instant;
  /** From how many working days before the due day on a dossier is near its due date; 1 unless set. */
  readonly nearWorkingDays?: number;
}

/** What is used and left of a dossier's time at `now`, and the state that its row shows; refuses what `computeDeadline` refuses. */
export function measureDeadline(input: MeasureInput): Result<DeadlineMeasure, DeadlineProblem> {
  const { received, limit, calendar, now } = input;
  const pauses = pausesAsOf(input.pauses, now);
  const found = findDeadline({ ...input, pauses });
  if (!found.ok) return found;
  const deadline = found.value;
  const end = deadline.state === 'paused' ? deadline.since : now;
  const usedMinutes = wholeMinutes(usedTime(input, pauses, end));
  if (deadline.state === 'paused') {
    const { since, left } = deadline;
    return ok({ state: 'paused', due: null, since, usedMinutes, left, usedShare: share(usedMinutes, left.minutes) });
  }
  const { due } = deadline;
  const today = dayAt(now);
  const lastDay = dueDay(limit, due);
  if (now > due) {
    const overdueBy = { days: Math.max(0, today - lastDay), minutes: wholeMinutes(now - due) };
    return ok({ state: 'overdue', due, usedMinutes, overdueBy, usedShare: 1 });
  }
  const left = timeLeftUntil(calendar, limit, Math.max(now, received), due);
  const near = workingDaysAfter(calendar, today, lastDay) <= (input.nearWorkingDays ?? 1);
  const state = today >= lastDay ? 'due-today' : near ? 'near' : 'in-time';
  return ok({ state, due, usedMinutes, left, usedShare: share(usedMinutes, left.minutes) });
}

function pausesAsOf(pauses: readonly Pause[], now: Instant): readonly Pause[] {
  return pauses.filter(({ from }) => from <= now).map(({ from, to }) => ({ from, to: to !== null && to <= now ? to : null }));
}

/** Milliseconds run between the receipt and `end` without the pauses: of work, or around the clock for a limit in clock hours. */
function usedTime({ received, limit, calendar }: MeasureInput, pauses: readonly Pause[], end: Instant): number {
  const between = (from: Instant, to: Instant): number =>
    limit.unit === 'clock-hour' ? Math.max(0, to - from) : workingTimeBetween(calendar, from, to);
  const sorted = mergePauses(pauses, received);
  const merged: readonly MergedPause[] = sorted.ok ? sorted.value.merged : [];
  const paused = merged.reduce((sum, { from, to }) => sum + between(from, Math.min(to ?? end, end)), 0);
  return between(received, end) - paused;
}

function share(used: number, left: number): number {
  return used + left === 0 ? 0 : used / (used + left);
}
