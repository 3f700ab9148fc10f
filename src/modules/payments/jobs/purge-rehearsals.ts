import { MS_PER_DAY } from '../../../kernel/local-time.ts';
import { type Database } from '../../../platform/db/database.ts';
import { purgeRehearsal } from '../store/rehearsal.ts';

/** So many days the rehearsal gateway remembers. */
const REMEMBERED_DAYS = 30;

/** Forgets what was rehearsed long ago; no real money is in it. Answers how much. */
export async function purgeRehearsals(db: Database, now: Date): Promise<number> {
  return purgeRehearsal(db, new Date(now.getTime() - REMEMBERED_DAYS * MS_PER_DAY));
}
