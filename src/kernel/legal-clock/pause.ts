import { type Instant } from '../local-time.ts';
import { ok, refuse, type Problem, type Result } from '../result.ts';

/** A stretch `[from, to)` in which the office waits for the citizen; `to` is null while the answer is still out. */
export interface Pause {
  readonly from: Instant;
  readonly to: Instant | null;
}

/** A pause after merging: `parts` says how many of the given pauses it stands for, `clipped` that it began before the receipt. */
export interface MergedPause extends Pause {
  readonly parts: number;
  readonly clipped: boolean;
}

/** Pauses that stop nothing because they are empty or end before the clock starts. */
export interface IdlePause extends Pause {
  readonly reason: 'empty' | 'before-receipt';
}

export type PauseProblem = Problem<'legal-clock.pause-reversed'>;

/**
 * Puts pauses in order and joins those that overlap or touch, so that no stretch counts twice; what lies before the receipt is cut
 * off, since no clock ran then. Refuses a pause that ends before it begins; `facts.pause` counts from 0.
 */
export function mergePauses(
  pauses: readonly Pause[],
  received: Instant,
): Result<{ readonly merged: readonly MergedPause[]; readonly idle: readonly IdlePause[] }, PauseProblem> {
  const reversed = pauses.findIndex(({ from, to }) => to !== null && to < from);
  if (reversed >= 0) return refuse('legal-clock.pause-reversed', { pause: reversed });
  const merged: MergedPause[] = [];
  const idle: IdlePause[] = [];
  for (const { from, to } of [...pauses].sort((a, b) => a.from - b.from)) {
    if (to === from) idle.push({ from, to, reason: 'empty' });
    else if (to !== null && to <= received) idle.push({ from, to, reason: 'before-receipt' });
    else join(merged, { from: Math.max(from, received), to, parts: 1, clipped: from < received });
  }
  return ok({ merged, idle });
}

function join(merged: MergedPause[], next: MergedPause): void {
  const last = merged.at(-1);
  // A pause that begins at the very moment the one before ends leaves no running time between them: they are one wait.
  if (!last || (last.to !== null && next.from > last.to)) {
    merged.push(next);
    return;
  }
  merged[merged.length - 1] = {
    from: last.from,
    to: last.to === null || next.to === null ? null : Math.max(last.to, next.to),
    parts: last.parts + 1,
    clipped: last.clipped || next.clipped,
  };
}
