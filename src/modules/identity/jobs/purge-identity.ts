import { type Database } from '../../../platform/db/database.ts';
import { oldestGuessWindow } from '../domain/guess-delay.ts';
import { DEVICE_LIFE_MS, idleSince, LONGEST_IDLE_MINUTES } from '../domain/session-life.ts';
import { purgeIdentity } from '../store/sessions.ts';

/** Removes sessions that ended, guesses that no longer slow anybody down and browsers not used for half a year; answers how many rows went. To be run daily. */
export function purgeOldIdentity(db: Database, now: Date): Promise<number> {
  return purgeIdentity(db, {
    sessionsExpired: now,
    sessionsSeen: idleSince(now, LONGEST_IDLE_MINUTES),
    guesses: oldestGuessWindow(now),
    devices: new Date(now.getTime() - DEVICE_LIFE_MS),
  });
}
