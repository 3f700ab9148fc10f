/** How wrong guesses at one subject are slowed down. Milliseconds. */
export interface GuessRule {
  /** Wrong guesses within an hour that cost nothing: everybody mistypes. */
  readonly free: number;
  /** How long the first guess after those has to wait; every further wrong one doubles it. */
  readonly firstWaitMs: number;
  readonly longestWaitMs: number;
}

/** What is known about a subject: wrong guesses of the last hour and when the newest came. */
export interface GuessCount {
  readonly wrong: number;
  readonly lastWrongAt: Date | undefined;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** Guesses are counted by quarters of an hour and forgotten after four of them. */
const GUESS_WINDOW = { lengthMs: 15 * MINUTE, count: 4 } as const;

/**
 * Sign-in is never locked, only slowed down, and by counts that a stranger elsewhere cannot raise: one user name from one
 * address, one address over all names, and one browser from which that person has signed in before.
 */
export const SIGN_IN_GUESS_RULES = {
  nameAtAddress: { free: 5, firstWaitMs: 15 * SECOND, longestWaitMs: 15 * MINUTE },
  address: { free: 30, firstWaitMs: 2 * SECOND, longestWaitMs: MINUTE },
  knownDevice: { free: 10, firstWaitMs: 10 * SECOND, longestWaitMs: 15 * MINUTE },
} as const satisfies Record<string, GuessRule>;

/**
 * Whoever guesses at the second step knows the password already. Three codes of a million are right at a moment: one guess a minute
 * from all addresses together leaves 0.4 % a day, and the owner waits a minute at most.
 */
export const SECOND_FACTOR_GUESS_RULES = {
  personAtAddress: { free: 5, firstWaitMs: 15 * SECOND, longestWaitMs: 15 * MINUTE },
  person: { free: 20, firstWaitMs: 5 * SECOND, longestWaitMs: MINUTE },
} as const satisfies Record<string, GuessRule>;

/** The quarter of an hour that a moment belongs to. */
export function guessWindow(at: Date): Date {
  return new Date(Math.floor(at.getTime() / GUESS_WINDOW.lengthMs) * GUESS_WINDOW.lengthMs);
}

/** The oldest quarter of an hour that still counts at a moment. */
export function oldestGuessWindow(now: Date): Date {
  return new Date(guessWindow(now).getTime() - (GUESS_WINDOW.count - 1) * GUESS_WINDOW.lengthMs);
}

/** How many milliseconds a further guess has to wait from now; 0 when it may come at once. */
export function guessWait(rule: GuessRule, { wrong, lastWrongAt }: GuessCount, now: Date): number {
  if (wrong < rule.free || lastWrongAt === undefined) return 0;
  const wait = Math.min(rule.longestWaitMs, rule.firstWaitMs * 2 ** Math.min(wrong - rule.free, 30));
  // A machine clock that moved back must not make anybody wait longer than the rule says.
  return Math.min(wait, Math.max(0, lastWrongAt.getTime() + wait - now.getTime()));
}
