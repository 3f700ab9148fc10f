import { findDeadline } from '../../../kernel/legal-clock/compute-deadline.ts';
import { type Pause } from '../../../kernel/legal-clock/pause.ts';
import { parseTimeLimit, type TimeLimit } from '../../../kernel/legal-clock/time-limit.ts';
import { addWorkingTime, normalize, workingTimeBetween } from '../../../kernel/legal-clock/working-time.ts';
import { type Instant } from '../../../kernel/local-time.ts';
import { type WorkingCalendar } from '../../../kernel/working-calendar.ts';

/** What the legal clock of one dossier rests on. */
export interface DossierClock {
  readonly receivedAt: Instant;
  readonly limit: TimeLimit;
  /** In order; only the last one may be open. */
  readonly pauses: readonly Pause[];
}

/** The pauses as the database keeps them: `[[from, to or null], …]` in ISO instants. Throws on anything else: nobody but us writes them. */
export function readPauses(stored: unknown): readonly Pause[] {
  if (!Array.isArray(stored)) throw new Error('the pauses of a dossier are no list');
  return stored.map((one: unknown) => {
    const [from, to] = Array.isArray(one) ? (one as readonly unknown[]) : [];
    if (typeof from !== 'string' || (to !== null && typeof to !== 'string')) throw new Error('a pause of a dossier is not readable');
    return { from: Date.parse(from), to: to === null ? null : Date.parse(to) };
  });
}

/** The pauses as text for the database. */
export function writePauses(pauses: readonly Pause[]): string {
  return JSON.stringify(pauses.map(({ from, to }) => [new Date(from).toISOString(), to === null ? null : new Date(to).toISOString()]));
}

/** The limit of a received dossier. Throws on an unreadable one: reception wrote it. */
export function readLimit(notation: string): TimeLimit {
  const limit = parseTimeLimit(notation);
  if (!limit.ok) throw new Error(`a received dossier has the unreadable limit ${notation}`);
  return limit.value;
}

/** From `at` on the citizen is waited for. A pause that is open already goes on. */
export function openPause(pauses: readonly Pause[], at: Instant): readonly Pause[] {
  return pauses.some(({ to }) => to === null) ? pauses : [...pauses, { from: at, to: null }];
}

/** The answer came at `at`; a clock of this machine that moved back never makes a pause end before it began. */
export function closePause(pauses: readonly Pause[], at: Instant): readonly Pause[] {
  return pauses.map(({ from, to }) => ({ from, to: to ?? Math.max(from, at) }));
}

/** When the dossier is due; while a pause is open, when it was due before it. */
export function dueOf({ receivedAt, limit, pauses }: DossierClock, calendar: WorkingCalendar): Instant {
  const found = findDeadline({ received: receivedAt, limit, pauses, calendar });
  if (!found.ok) throw new Error(`the legal clock refused a dossier: ${found.problem.code}`);
  return found.value.state === 'paused' ? found.value.dueBefore : found.value.due;
}

/**
 * When a step that was under way is due after a pause: what was left of its working time is counted again from `to` on, never
 * beyond the dossier itself. A step that was late when the pause began stays late.
 */
export function stepDueAfterPause(calendar: WorkingCalendar, stepDueAt: Instant, pause: { readonly from: Instant; readonly to: Instant }, dossierDueAt: Instant): Instant {
  if (pause.from >= stepDueAt) return stepDueAt;
  const start = normalize(calendar, pause.to)?.at ?? pause.to;
  const due = addWorkingTime(calendar, start, workingTimeBetween(calendar, pause.from, stepDueAt)) ?? stepDueAt;
  return Math.min(due, dossierDueAt);
}
