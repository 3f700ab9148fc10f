import { createHash } from 'node:crypto';
import { type Database } from '../../../platform/db/database.ts';
import { addressKey, giveBackGuess, type GuessRule, takeGuess } from '../../identity/index.ts';

/** Two tails of four digits: five free tries and doubling waits leave a guesser about one chance in a thousand a day. */
const CODE_RULE: GuessRule = { free: 5, firstWaitMs: 60_000, longestWaitMs: 60 * 60_000 };
const ADDRESS_RULE: GuessRule = { free: 20, firstWaitMs: 10_000, longestWaitMs: 5 * 60_000 };

export type GuessOutcome<T> =
  | { readonly kind: 'right'; readonly value: T }
  | { readonly kind: 'wrong' }
  /** Too many wrong ones: nothing was looked at. */
  | { readonly kind: 'wait'; readonly minutes: number };

/**
 * Lets one guess at a dossier code through, counted per code and per address before it is checked. `check` answers the value of a
 * right guess or undefined. What a person typed is kept only as a digest.
 */
export async function guessSecondFactor<T>(
  db: Database,
  guess: { readonly code: string; readonly address: string },
  now: Date,
  check: () => Promise<T | undefined>,
): Promise<GuessOutcome<T>> {
  const digest = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 32);
  const code = { key: `code ${digest(guess.code)}`, rule: CODE_RULE };
  const address = { key: `address ${digest(addressKey(guess.address))}`, rule: ADDRESS_RULE };
  const taken = await takeGuess(db, 'tracking', [code, address], now);
  if ('waitMs' in taken) return { kind: 'wait', minutes: Math.max(1, Math.ceil(taken.waitMs / 60_000)) };
  const value = await check();
  if (value === undefined) return { kind: 'wrong' };
  await db.transaction().execute((tx) => giveBackGuess(tx, taken.taken, { cleared: [], returned: [code.key, address.key] }));
  return { kind: 'right', value };
}
