import { type Problem } from '../../../kernel/result.ts';

/** Says how long to wait, in seconds up to two minutes and in minutes beyond. */
export function waitProblem(waitMs: number): Problem {
  const seconds = Math.ceil(waitMs / 1000);
  return seconds <= 120
    ? { code: 'identity.too-many-guesses', facts: { seconds } }
    : { code: 'identity.too-many-guesses-long', facts: { seconds, minutes: Math.ceil(seconds / 60) } };
}
