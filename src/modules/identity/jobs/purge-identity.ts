import { type Database } from '../../../platform/db/database.ts';
import { INSTALLATION, readSetting } from '../../settings/index.ts';
import { oldestGuessWindow } from '../domain/guess-delay.ts';
import { idleSince, knownSince, LONGEST_IDLE_MINUTES } from '../domain/session-life.ts';
import { KNOWN_DEVICE_DAYS } from '../settings.ts';
import { purgeIdentity } from '../store/sessions.ts';
import { purgeAttempts } from '../store/sign-in-attempts.ts';

/** Codes that were begun and never confirmed are no use after a day. */
const BEGUN_CODES_MS = 24 * 3_600_000;

/** Removes sessions and begun sign-ins that ended, guesses that no longer slow anybody down and browsers not used for as long as the setting says; answers how many rows went. To be run daily. */
export async function purgeOldIdentity(db: Database, now: Date): Promise<number> {
  const attempts = await purgeAttempts(db, now, new Date(now.getTime() - BEGUN_CODES_MS));
  return attempts + await purgeIdentity(db, {
    sessionsExpired: now,
    sessionsSeen: idleSince(now, LONGEST_IDLE_MINUTES),
    guesses: oldestGuessWindow(now),
    devices: knownSince(now, await readSetting(db, INSTALLATION, KNOWN_DEVICE_DAYS, now)),
  });
}
