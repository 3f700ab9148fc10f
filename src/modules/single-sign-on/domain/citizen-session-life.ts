/** What decides whether a citizen's session still counts. */
export interface CitizenSessionTimes {
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
}

/** A citizen's session ends after 30 minutes without a request, and 4 hours after sign-in in any case: many phones and computers are shared. */
export const CITIZEN_SESSION_LIFE = { idleMs: 30 * 60_000, absoluteMs: 4 * 60 * 60_000 } as const;

/** How often the time of the last request is written down. */
const NOTICE_MS = 60_000;

/** The end that a session opened now cannot outlive. */
export function citizenSessionExpiry(openedAt: Date): Date {
  return new Date(openedAt.getTime() + CITIZEN_SESSION_LIFE.absoluteMs);
}

/** Whether a session counts at a moment; its very last millisecond does not. */
export function isCitizenSessionAlive({ lastSeenAt, expiresAt }: CitizenSessionTimes, now: Date): boolean {
  return now.getTime() < expiresAt.getTime() && now.getTime() - lastSeenAt.getTime() < CITIZEN_SESSION_LIFE.idleMs;
}

/** Whether a request is worth writing down as the newest: at most once a minute. */
export function isCitizenNoticeDue({ lastSeenAt }: Pick<CitizenSessionTimes, 'lastSeenAt'>, now: Date): boolean {
  return now.getTime() - lastSeenAt.getTime() >= NOTICE_MS;
}
