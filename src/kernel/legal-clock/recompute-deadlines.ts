import { type Instant } from '../local-time.ts';
import { type WorkingCalendar } from '../working-calendar.ts';
import { findDeadline, type Deadline, type DeadlineInput, type DeadlineProblem } from './compute-deadline.ts';

/** What is needed of a running dossier to ask what a change of the calendar does to it. */
export interface RunningDossier extends Omit<DeadlineInput, 'calendar'> {
  readonly id: string;
}

/** A dossier whose date a change of the calendar moves; `paused` says that the dates are those from before an open pause. */
export interface MovedDeadline {
  readonly id: string;
  readonly oldDue: Instant;
  readonly newDue: Instant;
  readonly paused: boolean;
}

/** A dossier for which one of the two calendars gives no date. */
export interface RefusedDeadline {
  readonly id: string;
  readonly problem: DeadlineProblem;
}

/**
 * Which running dossiers a change of the calendar moves, with old and new date, in the order given. The caller passes running
 * dossiers only: a finished one keeps its date for ever.
 */
export function recomputeDeadlines(
  running: readonly RunningDossier[],
  oldCalendar: WorkingCalendar,
  newCalendar: WorkingCalendar,
): { readonly moved: readonly MovedDeadline[]; readonly refused: readonly RefusedDeadline[] } {
  const moved: MovedDeadline[] = [];
  const refused: RefusedDeadline[] = [];
  for (const dossier of running) {
    const before = findDeadline({ ...dossier, calendar: oldCalendar });
    const after = findDeadline({ ...dossier, calendar: newCalendar });
    if (!before.ok) refused.push({ id: dossier.id, problem: before.problem });
    else if (!after.ok) refused.push({ id: dossier.id, problem: after.problem });
    else {
      const [oldDue, newDue] = [dateInHand(before.value), dateInHand(after.value)];
      const paused = after.value.state === 'paused';
      if (oldDue !== newDue) moved.push({ id: dossier.id, oldDue, newDue, paused });
    }
  }
  return { moved, refused };
}

/** While a pause is open the date from before it is the one that the citizen last heard. */
function dateInHand(deadline: Deadline): Instant {
  return deadline.state === 'paused' ? deadline.dueBefore : deadline.due;
}
