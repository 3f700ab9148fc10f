import { recomputeDeadlines } from '../../../kernel/legal-clock/recompute-deadlines.ts';
import { type Instant } from '../../../kernel/local-time.ts';
import { type WorkingCalendar } from '../../../kernel/working-calendar.ts';
import { stepDueAt } from './decide-reception.ts';
import { type DossierClock, dueOf, stepDueAfterPause } from './dossier-clock.ts';

/** The step that is under way. */
export interface RunningStep {
  readonly startedAt: Instant;
  /** Working hours allowed. */
  readonly hours: number;
  readonly dueAt: Instant;
}

/** What a change of the calendar needs to know of a dossier that is not finished. */
export interface ClockedDossier extends DossierClock {
  readonly id: string;
  /** As it stands in the dossier; while a pause is open, what it was before. */
  readonly dueAt: Instant;
  readonly step: RunningStep | null;
}

/** A dossier whose date moves. */
export interface DeadlineMove {
  readonly id: string;
  readonly oldDueAt: Instant;
  readonly newDueAt: Instant;
  readonly stepDueAt: Instant | null;
  readonly paused: boolean;
  /** Whether it is late at the moment of the change, by the old and by the new date; one whose clock stands still is not. */
  readonly lateBefore: boolean;
  readonly lateAfter: boolean;
}

/**
 * Which running dossiers get another date when the calendar changes (legal-clock, “Calendar”): exactly those for which the clock answers
 * another date than before, with their step. The date on the receipt and that of an apology letter are promises and no part of this.
 * `missed`: only those that still have the date of the calendar before, because they were being written during the change. Throws when
 * the clock refuses a dossier, which reception does not let in.
 */
export function decideDeadlineMoves(running: readonly ClockedDossier[], before: WorkingCalendar, after: WorkingCalendar, now: Instant, which: 'all' | 'missed'): readonly DeadlineMove[] {
  const byId = new Map(running.map((dossier) => [dossier.id, dossier]));
  const { moved, refused } = recomputeDeadlines(running.map(({ id, receivedAt, limit, pauses }) => ({ id, received: receivedAt, limit, pauses })), before, after);
  const [broken] = refused;
  if (broken !== undefined) throw new Error(`the legal clock refused dossier ${broken.id}: ${broken.problem.code}`);
  return moved.flatMap(({ id, oldDue, newDue, paused }) => {
    const dossier = byId.get(id);
    if (dossier === undefined || dossier.dueAt === newDue || (which === 'missed' && dossier.dueAt !== oldDue)) return [];
    const step = dossier.step === null ? null : stepDueIn(dossier, dossier.step, after);
    return [{ id, oldDueAt: dossier.dueAt, newDueAt: newDue, stepDueAt: step, paused, lateBefore: !paused && now > dossier.dueAt, lateAfter: !paused && now > newDue }];
  });
}

/** When a step is due by a calendar: its hours from its beginning, the pauses since then left out, never after the dossier itself. */
function stepDueIn(clock: DossierClock, step: RunningStep, calendar: WorkingCalendar): Instant {
  const ended = clock.pauses.flatMap(({ from, to }) => (to === null ? [] : [{ from, to }]));
  const since = ended.filter(({ from }) => from >= step.startedAt);
  const before = ended.filter(({ from }) => from < step.startedAt);
  let due = stepDueAt(calendar, step.startedAt, step.hours, dueOf({ ...clock, pauses: before }, calendar));
  for (const [index, pause] of since.entries()) {
    due = stepDueAfterPause(calendar, due, pause, dueOf({ ...clock, pauses: [...before, ...since.slice(0, index + 1)] }, calendar));
  }
  return due;
}
