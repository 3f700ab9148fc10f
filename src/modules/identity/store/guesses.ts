import { sql } from 'kysely';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type GuessRule, guessWait, guessWindow, oldestGuessWindow } from '../domain/guess-delay.ts';

/** What is guessed at. */
export type GuessPurpose = 'sign-in' | 'tracking' | 'paper' | 'second-factor' | 'device-pairing';

/** Something whose wrong guesses are counted, such as one user name from one address. */
export interface GuessSubject {
  /** A digest with its kind in front (`guessSubjectKey`): never what a person typed. */
  readonly key: string;
  readonly rule: GuessRule;
}

/** A guess that may be made now; it counts as wrong until `giveBackGuess` says otherwise. */
export interface TakenGuess {
  readonly purpose: GuessPurpose;
  readonly window: Date;
}

/**
 * Takes one guess at all subjects together, or answers how many milliseconds it has to wait. The guess is counted before
 * it is checked, under a lock per subject, so that a thousand guesses sent at once are not all free.
 */
export async function takeGuess(
  db: Database,
  purpose: GuessPurpose,
  subjects: readonly GuessSubject[],
  now: Date,
): Promise<{ readonly taken: TakenGuess } | { readonly waitMs: number }> {
  const ordered = [...subjects].sort((a, b) => (a.key < b.key ? -1 : 1));
  const window = guessWindow(now);
  return db.transaction().execute(async (tx) => {
    for (const { key } of ordered) {
      await sql`select pg_advisory_xact_lock(hashtextextended(${`${purpose} ${key}`}, 0))`.execute(tx);
    }
    const rows = await tx
      .selectFrom('guess')
      .select((select) => ['subject', select.fn.sum<number>('wrong').as('wrong'), select.fn.max('last_wrong_at').as('lastWrongAt')])
      .where('purpose', '=', purpose)
      .where('subject', 'in', ordered.map(({ key }) => key))
      .where('window_start', '>=', oldestGuessWindow(now))
      .groupBy('subject')
      .execute();
    const counts = new Map(rows.map((row) => [row.subject, row]));
    const waitMs = Math.max(
      ...ordered.map(({ key, rule }) => {
        const count = counts.get(key);
        return guessWait(rule, { wrong: count?.wrong ?? 0, lastWrongAt: count?.lastWrongAt }, now);
      }),
    );
    if (waitMs > 0) return { waitMs };
    await tx
      .insertInto('guess')
      .values(ordered.map(({ key }) => ({ purpose, subject: key, window_start: window, wrong: 1, last_wrong_at: now })))
      .onConflict((conflict) =>
        conflict.columns(['purpose', 'subject', 'window_start']).doUpdateSet({
          wrong: (set) => set('guess.wrong', '+', 1),
          last_wrong_at: (set) => set.fn('greatest', ['guess.last_wrong_at', 'excluded.last_wrong_at']),
        }),
      )
      .execute();
    return { taken: { purpose, window } };
  });
}

/**
 * Says that a taken guess was right. Subjects in `cleared` start from nothing again; those in `returned` get only this
 * one guess back, so that a person with an account cannot wipe out the count of an address by signing in between guesses.
 */
export async function giveBackGuess(tx: Tx, { purpose, window }: TakenGuess, keys: { readonly cleared: readonly string[]; readonly returned: readonly string[] }): Promise<void> {
  if (keys.cleared.length > 0) {
    await tx.deleteFrom('guess').where('purpose', '=', purpose).where('subject', 'in', keys.cleared).execute();
  }
  if (keys.returned.length > 0) {
    await tx.deleteFrom('guess').where('purpose', '=', purpose).where('subject', 'in', keys.returned).where('window_start', '=', window).where('wrong', '=', 1).execute();
    await tx
      .updateTable('guess')
      .set((set) => ({ wrong: set('wrong', '-', 1) }))
      .where('purpose', '=', purpose)
      .where('subject', 'in', keys.returned)
      .where('window_start', '=', window)
      .where('wrong', '>', 1)
      .execute();
  }
}
