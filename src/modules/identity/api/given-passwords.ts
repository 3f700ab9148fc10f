import { type LocalDate } from '../../../kernel/local-time.ts';
import { type Database } from '../../../platform/db/database.ts';
import { readSetting } from '../../settings/index.ts';
import { lastDayOfGivenPassword } from '../domain/given-password.ts';
import { GIVEN_PASSWORD_DAYS } from '../settings.ts';

/** The last day on which passwords that were handed over at a moment open a session in a commune, as its setting of now says. */
export async function givenPasswordsUntil(db: Database, communeCode: string, givenAt: Date, now: Date): Promise<LocalDate> {
  return lastDayOfGivenPassword(givenAt, await readSetting(db, communeCode, GIVEN_PASSWORD_DAYS, now));
}
