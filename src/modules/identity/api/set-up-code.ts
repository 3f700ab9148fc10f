import { createHash, randomInt, timingSafeEqual } from 'node:crypto';

/** The one-time code of the first set-up: printed where the program runs, so that only who sits there can take it over. */
export interface SetUpCode {
  /** Three groups of four, such as `7KQM-2XWD-9RTB`. */
  readonly text: string;
  /** Whether somebody typed it; case, spaces and hyphens do not matter. */
  readonly matches: (typed: string | undefined) => boolean;
}

/** Without letters and digits that look alike. */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Makes a code of 58 random bits, too many to guess through the web; it counts until a commune exists. */
export function createSetUpCode(): SetUpCode {
  const signs = Array.from({ length: 12 }, () => SIGNS.charAt(randomInt(SIGNS.length))).join('');
  const wanted = digest(signs);
  return {
    text: signs.replace(/(.{4})(?=.)/gu, '$1-'),
    matches: (typed) => typed !== undefined && timingSafeEqual(digest(typed.toUpperCase().replace(/[\s-]/gu, '')), wanted),
  };
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
