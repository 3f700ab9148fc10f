import { type Database } from '../../../platform/db/database.ts';
import { RECEIPT_STAYS_MS } from '../domain/upload-limits.ts';
import { deleteOldBundles } from '../store/bundles.ts';

/** Removed in one go; the next run takes the rest. */
const MOST = 1_000;

/**
 * Removes papers whose time is over and that nobody handed in, what was typed with them, and receipts a day after their papers were taken. The
 * files go with the next clearing out unless a dossier has them. Answers how many bundles went.
 */
export function purgeBundles(db: Database, now: Date): Promise<number> {
  return deleteOldBundles(db, { expiredBefore: now, takenBefore: new Date(now.getTime() - RECEIPT_STAYS_MS), most: MOST });
}
