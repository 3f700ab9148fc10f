import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type Attempt } from '../domain/judge-attempt.ts';

/** Writes down a sign-in that is sent to a provider, and forgets those that nobody remembers any more. */
export async function insertAttempt(db: Database, stateHash: string, attempt: Attempt, forgetBefore: Date): Promise<void> {
  await db.deleteFrom('sign_on_attempt').where('started_at', '<', forgetBefore).execute();
  await db
    .insertInto('sign_on_attempt')
    .values({
      state_hash: stateHash,
      browser_hash: attempt.browserHash,
      provider: attempt.provider,
      nonce: attempt.nonce,
      verifier: attempt.verifier,
      return_path: attempt.returnPath,
      linking_staff_id: attempt.linkingStaffId,
      started_at: attempt.startedAt,
      used_at: attempt.usedAt,
    })
    .execute();
}

/** The sign-in of a state, locked: two answers to one state wait for each other. Undefined when there is none. */
export async function loadAttemptForUpdate(tx: Tx, stateHash: string): Promise<Attempt | undefined> {
  return tx
    .selectFrom('sign_on_attempt')
    .select([
      'provider', 'nonce', 'verifier', 'browser_hash as browserHash', 'return_path as returnPath', 'linking_staff_id as linkingStaffId',
      'started_at as startedAt', 'used_at as usedAt',
    ])
    .where('state_hash', '=', stateHash)
    .forUpdate()
    .executeTakeFirst();
}

/** Marks a sign-in as answered and forgets its secrets. */
export async function useAttempt(tx: Tx, stateHash: string, now: Date): Promise<void> {
  await tx.updateTable('sign_on_attempt').set({ used_at: now, nonce: '', verifier: '' }).where('state_hash', '=', stateHash).execute();
}
