import { formatTimeOfDay, type MinuteOfDay, parseTimeOfDay } from '../local-time.ts';
import { ok, refuse, type Problem, type Result } from '../result.ts';

/** How long a procedure may take; the unit decides how the clock counts (NĐ 309/2026, Điều 17.3; Bộ luật Dân sự 2015, Điều 147–148). */
export type TimeLimit =
  | { readonly unit: 'same-day' }
  | {
      readonly unit: 'working-day' | 'working-hour' | 'day' | 'clock-hour';
      readonly value: number;
      /** What comes later in the day than this counts from the opening of the next working day (NĐ 63/2024/NĐ-CP: sau 15 giờ); left out: no such rule. */
      readonly lateAfter?: MinuteOfDay;
    };

export type TimeLimitProblem = Problem<'legal-clock.unreadable-limit' | 'legal-clock.limit-not-positive'>;

const NOTATION = /^(\d{1,5})(wd|wh|d|h)(?:@(\d{2}:\d{2}))?$/;
const UNITS = { wd: 'working-day', wh: 'working-hour', d: 'day', h: 'clock-hour' } as const;
const SUFFIXES = { 'working-day': 'wd', 'working-hour': 'wh', day: 'd', 'clock-hour': 'h' } as const;

function isSuffix(text: string | undefined): text is keyof typeof UNITS {
  return text !== undefined && Object.hasOwn(UNITS, text);
}

/** Reads `same-day`, `3wd`, `8wh`, `10d` or `24h`, with `@15:00` where what comes later counts from the next working day; refuses anything else and a limit of zero. */
export function parseTimeLimit(text: string): Result<TimeLimit, TimeLimitProblem> {
  if (text === 'same-day') return ok({ unit: 'same-day' });
  const match = NOTATION.exec(text);
  const suffix = match?.[2];
  if (!match || !isSuffix(suffix)) return refuse('legal-clock.unreadable-limit', { text });
  const limit = { unit: UNITS[suffix], value: Number(match[1]) };
  if (match[3] === undefined) return checkTimeLimit(limit);
  const lateAfter = parseTimeOfDay(match[3]);
  return lateAfter.ok ? checkTimeLimit({ ...limit, lateAfter: lateAfter.value }) : refuse('legal-clock.unreadable-limit', { text });
}

/** A limit in its notation, `3wd` or `24h@15:00`. */
export function formatTimeLimit(limit: TimeLimit): string {
  if (limit.unit === 'same-day') return limit.unit;
  return `${limit.value}${SUFFIXES[limit.unit]}${limit.lateAfter === undefined ? '' : `@${formatTimeOfDay(limit.lateAfter)}`}`;
}

/** Refuses a limit that is not a whole number above zero. */
export function checkTimeLimit(limit: TimeLimit): Result<TimeLimit, TimeLimitProblem> {
  if (limit.unit !== 'same-day' && !(Number.isSafeInteger(limit.value) && limit.value > 0)) {
    return refuse('legal-clock.limit-not-positive', { value: limit.value });
  }
  return ok(limit);
}
