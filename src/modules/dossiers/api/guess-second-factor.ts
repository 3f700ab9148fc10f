import { type Database } from '../../../platform/db/database.ts';
import { type GuessOutcome, guessSecret } from '../../identity/index.ts';

/** Lets one guess at the second factor of a dossier code through, counted per code and per address before it is checked. */
export function guessSecondFactor<T>(db: Database, guess: { readonly code: string; readonly address: string }, now: Date, check: () => Promise<T | undefined>): Promise<GuessOutcome<T>> {
  return guessSecret(db, { purpose: 'tracking', secret: guess.code, address: guess.address }, now, check);
}
