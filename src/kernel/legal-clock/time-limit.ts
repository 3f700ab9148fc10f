import { ok, refuse, type Problem, type Result } from '../result.ts';

/** How long a procedure may take; the unit decides how the clock counts (NĐ 309/2026, Điều 17.3; Bộ luật Dân sự 2015, Điều 147–148). */
export type TimeLimit =
  | { readonly unit: 'same-day' }
  | { readonly unit: 'working-day' | 'working-hour' | 'day' | 'clock-hour'; readonly value: number };

export type TimeLimitProblem = Problem<'legal-clock.unreadable-limit' | 'legal-clock.limit-not-positive'>;

const NOTATION = /^(\d{1,5})(wd|wh|d|h)$/;
const UNITS = { wd: 'working-day', wh: 'working-hour', d: 'day', h: 'clock-hour' } as const;
const SUFFIXES = { 'working-day': 'wd', 'working-hour': 'wh', day: 'd', 'clock-hour': 'h' } as const;

function isSuffix(text: string | undefined): text is keyof typeof UNITS {
  return text !== undefined && Object.hasOwn(UNITS, text);
}

/** Reads `same-day`, `3wd`, `8wh`, `10d` or `24h`; refuses anything else and a limit of zero. */
export function parseTimeLimit(text: string): Result<TimeLimit, TimeLimitProblem> {
  if (text === 'same-day') return ok({ unit: 'same-day' });
  const match = NOTATION.exec(text);
  const suffix = match?.[2];
  if (!match || !isSuffix(suffix)) return refuse('legal-clock.unreadable-limit', { text });
  return checkTimeLimit({ unit: UNITS[suffix], value: Number(match[1]) });
}

/** A limit in its notation, `3wd`. */
export function formatTimeLimit(limit: TimeLimit): string {
  return limit.unit === 'same-day' ? limit.unit : `${limit.value}${SUFFIXES[limit.unit]}`;
}

/** Refuses a limit that is not a whole number above zero. */
export function checkTimeLimit(limit: TimeLimit): Result<TimeLimit, TimeLimitProblem> {
  if (limit.unit !== 'same-day' && !(Number.isSafeInteger(limit.value) && limit.value > 0)) {
    return refuse('legal-clock.limit-not-positive', { value: limit.value });
  }
  return ok(limit);
}
