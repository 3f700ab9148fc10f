import { momentWords, type Language } from '../date-words.ts';
import { parseInstant, type LocalDate, type MinuteOfDay } from '../local-time.ts';
import { type DayOffReason } from '../working-calendar.ts';
import { type DeadlineStep, type LocalMoment, type PauseEffect } from './deadline-trace.ts';
import { type TimeLeft } from './time-left.ts';
import { type TimeLimit } from './time-limit.ts';
import { type NormalizeReason } from './working-time.ts';

/** One whole sentence for every kind of step, in one language. A new language is one more object of this shape. */
export interface TraceSentences {
  readonly received: (at: LocalMoment, limit: TimeLimit) => string;
  readonly normalized: (to: LocalMoment, reason: NormalizeReason) => string;
  readonly daysOff: (dates: readonly LocalDate[], off: DayOffReason) => string;
  readonly makeUpDay: (date: LocalDate, name: string, basis: string | null) => string;
  readonly sameDayCutOff: (minute: MinuteOfDay, after: boolean) => string;
  readonly lateStart: (received: LocalMoment, minute: MinuteOfDay, from: LocalMoment) => string;
  readonly countedWorkingDays: (after: LocalDate, days: number, last: LocalDate) => string;
  readonly countedWorkingHours: (from: LocalMoment, hours: number, to: LocalMoment) => string;
  readonly countedDays: (after: LocalDate, days: number, last: LocalDate) => string;
  readonly countedHours: (from: LocalMoment, hours: number, to: LocalMoment) => string;
  readonly rolled: (from: LocalDate, to: LocalDate) => string;
  readonly dueSoFar: (at: LocalMoment) => string;
  readonly result: (at: LocalMoment) => string;
  readonly pause: (from: LocalMoment, to: LocalMoment, parts: number, clipped: boolean, effect: PauseEffect) => string;
  readonly pauseIgnored: (from: LocalMoment, to: LocalMoment | null, reason: IgnoredReason) => string;
  readonly paused: (since: LocalMoment, left: TimeLeft) => string;
}

export type IgnoredReason = Extract<DeadlineStep, { readonly step: 'pause-ignored' }>['reason'];

/** A moment of a trace inside a sentence; a moment that cannot be read is a bug in the trace and throws. */
export function localMomentWords(moment: LocalMoment, language: Language): string {
  const at = parseInstant(moment);
  if (!at.ok) throw new RangeError(`not a moment of a trace: ${moment}`);
  return momentWords(at.value, language);
}
