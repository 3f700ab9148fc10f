import { MS_PER_DAY } from '../../../kernel/local-time.ts';
import { type Database } from '../../../platform/db/database.ts';
import { closeExpired } from '../store/bundles.ts';

/** A draft of a bundle may live so long after the list was opened last, and a week later still say that it is over. */
const STAYS_MS = 37 * MS_PER_DAY;
const AT_ONCE = 500;

/** Takes away bundles whose time is long over; that dossiers belong together stays known. Answers how many went. To be run daily. */
export async function purgeLifeBundles(db: Database, now: Date, signal: AbortSignal): Promise<number> {
  let gone = 0;
  for (;;) {
    const some = await closeExpired(db, new Date(now.getTime() - STAYS_MS), now, AT_ONCE);
    gone += some;
    if (some < AT_ONCE || signal.aborted) return gone;
  }
}
