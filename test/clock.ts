/** A clock that stands still until a test moves it. */
export interface TestClock {
  readonly now: () => Date;
  /** Moves the clock on by these milliseconds (back when negative). */
  readonly pass: (ms: number) => void;
  readonly set: (at: string) => void;
}

/** Makes a clock that shows this moment (ISO 8601 with offset). */
export function createClock(at = '2026-11-23T08:00:00+07:00'): TestClock {
  let time = Date.parse(at);
  return {
    now: () => new Date(time),
    pass: (ms) => {
      time += ms;
    },
    set: (next) => {
      time = Date.parse(next);
    },
  };
}

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
