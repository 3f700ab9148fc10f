import { MS_PER_DAY } from '../../../kernel/local-time.ts';
import { type Database } from '../../../platform/db/database.ts';
import { deleteExpiredDrafts, emptyExpiredDrafts } from '../store/form-drafts.ts';

/** For so long after its end a draft still says that it is over; of its answers nothing is left by then. */
const SAYS_SO_MS = 7 * MS_PER_DAY;
const AT_ONCE = 500;

/** Empties drafts whose time is over and deletes them a week later, those of sent declarations too. Answers how many went. To be run daily. */
export async function purgeDrafts(db: Database, now: Date, signal: AbortSignal): Promise<number> {
  while (!signal.aborted && (await emptyExpiredDrafts(db, now, AT_ONCE)) === AT_ONCE) { /* In small finished parts. */ }
  let gone = 0;
  for (;;) {
    const some = await deleteExpiredDrafts(db, new Date(now.getTime() - SAYS_SO_MS), AT_ONCE);
    gone += some;
    if (some < AT_ONCE || signal.aborted) return gone;
  }
}
