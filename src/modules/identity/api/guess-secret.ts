import { createHash } from 'node:crypto';
import { type Database } from '../../../platform/db/database.ts';
import { addressKey } from '../domain/address-key.ts';
import { type GuessRule } from '../domain/guess-delay.ts';
import { giveBackGuess, type GuessPurpose, takeGuess } from '../store/guesses.ts';

/** Two tails of four digits: five free tries and doubling waits leave a guesser about one chance in a thousand a day. */
const SECRET_RULE: GuessRule = { free: 5, firstWaitMs: 60_000, longestWaitMs: 60 * 60_000 };
const ADDRESS_RULE: GuessRule = { free: 20, firstWaitMs: 10_000, longestWaitMs: 5 * 60_000 };

/** One guess: at what, and from where. */
interface SecretGuess {
  readonly purpose: GuessPurpose;
  /** What is guessed at, such as a dossier's code; null where the guess is the code itself and only the address can be counted. */
  readonly secret: string | null;
  readonly address: string;
}

export type GuessOutcome<T> =
  | { readonly kind: 'right'; readonly value: T }
  | { readonly kind: 'wrong' }
  /** Too many wrong ones: nothing was looked at. */
  | { readonly kind: 'wait'; readonly minutes: number };

/**
 * Lets one guess through, counted per thing guessed at and per address before it is checked. `check` answers the value of a right guess
 * or undefined. What a person typed is kept only as a digest.
 */
export async function guessSecret<T>(db: Database, guess: SecretGuess, now: Date, check: () => Promise<T | undefined>): Promise<GuessOutcome<T>> {
  const digest = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 32);
  const subjects = [
    ...(guess.secret === null ? [] : [{ key: `code ${digest(guess.secret)}`, rule: SECRET_RULE }]),
    { key: `address ${digest(addressKey(guess.address))}`, rule: ADDRESS_RULE },
  ];
  const taken = await takeGuess(db, guess.purpose, subjects, now);
  if ('waitMs' in taken) return { kind: 'wait', minutes: Math.max(1, Math.ceil(taken.waitMs / 60_000)) };
  const value = await check();
  if (value === undefined) return { kind: 'wrong' };
  await db.transaction().execute((tx) => giveBackGuess(tx, taken.taken, { cleared: [], returned: subjects.map(({ key }) => key) }));
  return { kind: 'right', value };
}
