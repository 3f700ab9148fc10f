import { type Database } from '../../../platform/db/database.ts';
import { CITIZEN_SESSION_LIFE } from '../domain/citizen-session-life.ts';
import { purgeLogouts } from '../store/logouts.ts';
import { purgeCitizenSessions } from '../store/citizen-sessions.ts';

/** A log-out is at most ten minutes under way; two days are remembered. */
const LOGOUT_MEMORY_MS = 48 * 60 * 60_000;

/** Removes citizens' sessions that ended and log-outs of former days; answers how many went. To be run daily. Tries are forgotten when the next one begins. */
export async function purgeSignOn(db: Database, now: Date): Promise<number> {
  const sessions = await purgeCitizenSessions(db, now, new Date(now.getTime() - CITIZEN_SESSION_LIFE.idleMs));
  return sessions + (await purgeLogouts(db, new Date(now.getTime() - LOGOUT_MEMORY_MS)));
}
