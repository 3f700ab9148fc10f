const FIRST_MS = 10_000;
const LONGEST_MS = 6 * 3_600_000;

/** How often a message is tried before it is given up: with the delays below, over about a day. */
export const MAX_ATTEMPTS = 11;

/** Milliseconds to wait after so many failed attempts: 10 seconds, then three times as long each time, at most six hours. */
export function retryDelay(attempts: number): number {
  return Math.min(LONGEST_MS, FIRST_MS * 3 ** Math.max(0, attempts - 1));
}
