import { type Database, type Tx } from '../../../platform/db/database.ts';

/** Writes down that a provider told a log-out; false when it was told before: each counts once. */
export async function markLogout(tx: Tx, tokenHash: string, provider: string, now: Date): Promise<boolean> {
  const written = await tx.insertInto('sign_on_logout').values({ token_hash: tokenHash, provider, told_at: now }).onConflict((conflict) => conflict.doNothing()).returning('provider').executeTakeFirst();
  return written !== undefined;
}

/** Forgets log-outs that are too old to be accepted again anyhow; answers how many went. */
export async function purgeLogouts(db: Database, before: Date): Promise<number> {
  const gone = await db.deleteFrom('sign_on_logout').where('told_at', '<', before).executeTakeFirst();
  return Number(gone.numDeletedRows);
}
