import { addDays, dateAt, type LocalDate } from '../../../kernel/local-time.ts';

/** The last day on which a password that somebody else made opens a session: so many days after the day on which it was handed over. */
export function lastDayOfGivenPassword(givenAt: Date, days: number): LocalDate {
  return addDays(dateAt(givenAt.getTime()), days);
}

/** Whether a password that somebody else made no longer counts. `givenAt` null: it is the person's own and does not end. */
export function isGivenPasswordOver(givenAt: Date | null, days: number, now: Date): boolean {
  return givenAt !== null && dateAt(now.getTime()) > lastDayOfGivenPassword(givenAt, days);
}
