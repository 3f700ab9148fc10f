import { type LocalDate } from '../../../kernel/local-time.ts';
import { type Problem, refuse } from '../../../kernel/result.ts';
import { type Database } from '../../../platform/db/database.ts';
import { readSetting } from '../../settings/index.ts';
import { isGivenPasswordOver, lastDayOfGivenPassword } from '../domain/given-password.ts';
import { GIVEN_PASSWORD_DAYS } from '../settings.ts';

/** The last day on which passwords that were handed over at a moment open a session in a commune, as its setting of now says. */
export async function givenPasswordsUntil(db: Database, communeCode: string, givenAt: Date, now: Date): Promise<LocalDate> {
  return lastDayOfGivenPassword(givenAt, await readSetting(db, communeCode, GIVEN_PASSWORD_DAYS, now));
}

/**
 * Whether a password that was handed over is over and proves nothing any more, wherever it is asked: at sign-in, as the current password when
 * it is changed, and when somebody proves within a session again who they are.
 */
export async function refuseGivenPassword(db: Database, account: { readonly communeCode: string; readonly passwordGivenAt: Date | null }, now: Date): Promise<{ readonly ok: false; readonly problem: Problem } | undefined> {
  if (account.passwordGivenAt === null) return undefined;
  const days = await readSetting(db, account.communeCode, GIVEN_PASSWORD_DAYS, now);
  return isGivenPasswordOver(account.passwordGivenAt, days, now) ? refuse('identity.given-password-over', { days }) : undefined;
}
