import { type Database } from '../../../platform/db/database.ts';
import { CITIZEN_SESSION_LIFE } from '../domain/citizen-session-life.ts';
import { purgeCitizenSessions } from '../store/citizen-sessions.ts';

/** Removes citizens' sessions that ended; answers how many went. To be run daily. Tries are forgotten when the next one begins. */
export function purgeSignOn(db: Database, now: Date): Promise<number> {
  return purgeCitizenSessions(db, now, new Date(now.getTime() - CITIZEN_SESSION_LIFE.idleMs));
}
