import { type Instant } from '../../../kernel/local-time.ts';

/** How long a visit should take at most, from the first key to the printed label: three minutes, in milliseconds. */
export const LANE_TARGET_MS = 180_000;

/** A watch that runs once: from the first key of a visit until its label is printed. */
export interface StopWatch {
  /** Null: nothing was typed yet. */
  readonly startedAt: Instant | null;
  /** Null: it runs, or never began. */
  readonly stoppedAt: Instant | null;
}

/** A watch at nought. */
export const STILL_WATCH: StopWatch = { startedAt: null, stoppedAt: null };

/** Starts a watch; one that runs or was stopped stays as it is. */
export function startWatch(watch: StopWatch, now: Instant): StopWatch {
  return watch.startedAt === null ? { startedAt: now, stoppedAt: null } : watch;
}

/** Stops a watch that runs; the first stop counts. */
export function stopWatch(watch: StopWatch, now: Instant): StopWatch {
  return watch.startedAt === null || watch.stoppedAt !== null ? watch : { ...watch, stoppedAt: now };
}

/** What a watch shows, in whole milliseconds: nought before it starts, and never less, though the clock of the machine was put back. */
export function shownMs({ startedAt, stoppedAt }: StopWatch, now: Instant): number {
  return startedAt === null ? 0 : Math.max(0, Math.round((stoppedAt ?? now) - startedAt));
}

/** “2:05”: minutes and seconds as a watch shows them; begun seconds do not count. */
export function watchFace(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  return `${String(Math.floor(seconds / 60))}:${String(seconds % 60).padStart(2, '0')}`;
}
