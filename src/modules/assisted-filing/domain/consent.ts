import { ok, refuse, type Result } from '../../../kernel/result.ts';

/** How somebody agrees: draws a signature on the screen, presses the button on the own phone and reads out a code, speaks a sentence. */
export type ConsentWay = 'signature' | 'code' | 'recording';

/** A consent that was given, and to what. */
export interface GivenConsent {
  readonly way: ConsentWay;
  readonly at: Date;
  readonly contentHash: string;
}

/** `none`: nobody was asked yet. `given`: to exactly this. `outdated`: to what it was before something was changed. */
export type ConsentState = { readonly state: 'none' } | { readonly state: 'given' | 'outdated'; readonly way: ConsentWay; readonly at: Date };

/** How consent stands for a content: the newest one counts, and only for exactly what was shown. */
export function consentState(consents: readonly GivenConsent[], contentHash: string): ConsentState {
  const newest = [...consents].sort((one, other) => other.at.getTime() - one.at.getTime())[0];
  if (newest === undefined) return { state: 'none' };
  return { state: newest.contentHash === contentHash ? 'given' : 'outdated', way: newest.way, at: newest.at };
}

/** For how long a code counts, in milliseconds. */
export const CODE_COUNTS_MS = 10 * 60_000;
/** So many wrong tries end a code. */
const MOST_TRIES = 5;

/** A code that the person got on their own phone. */
export interface AgreeCode {
  readonly contentHash: string;
  readonly expiresAt: Date;
  readonly tries: number;
  readonly usedAt: Date | null;
}

/** What was typed as a code: six digits with any spaces; undefined for anything else. */
export function readCode(typed: string): string | undefined {
  const digits = typed.normalize('NFKC').replace(/[\s.-]/gu, '');
  return /^\d{6}$/u.test(digits) ? digits : undefined;
}

/** Six digits out of random bytes (at least four). */
export function buildCode(random: Uint8Array): string {
  const number = random.slice(0, 4).reduce((all, byte) => all * 256 + byte, 0);
  return String(number % 1_000_000).padStart(6, '0');
}

/**
 * Decides on a typed code; `code` is the newest one of the declaration. Refuses: none was made, it was used, its time is over, too many wrong tries,
 * it agreed to what was there before a change, and a wrong one, with how many tries are left.
 */
export function decideCode(code: AgreeCode | undefined, isRight: boolean, contentHash: string, now: Date): Result<undefined> {
  if (code === undefined) return refuse('assisted.code-none', {}, 'ma');
  if (code.usedAt !== null) return refuse('assisted.code-used', {}, 'ma');
  if (code.expiresAt <= now) return refuse('assisted.code-expired', {}, 'ma');
  if (code.tries >= MOST_TRIES) return refuse('assisted.code-locked', {}, 'ma');
  if (!isRight) {
    const left = MOST_TRIES - code.tries - 1;
    return left === 0 ? refuse('assisted.code-locked', {}, 'ma') : refuse('assisted.code-wrong', { left }, 'ma');
  }
  return code.contentHash === contentHash ? ok(undefined) : refuse('assisted.content-changed', {}, 'ma');
}
