/** What decides whether a session still counts. */
export interface SessionTimes {
  readonly lastSeenAt: Date;
  /** Twelve hours after sign-in, whatever happens. */
  readonly expiresAt: Date;
}

/** A session as its owner sees it. */
export interface OwnSession extends SessionTimes {
  readonly id: string;
  readonly createdAt: Date;
  readonly address: string;
  readonly userAgent: string;
}

const HOUR = 3_600_000;

/** A session ends after 8 hours without a request, and 12 hours after sign-in in any case: a working day, never two. */
export const SESSION_LIFE = { idleMs: 8 * HOUR, absoluteMs: 12 * HOUR } as const;

/** How long a browser stays known after the last sign-in from it: 180 days. */
export const DEVICE_LIFE_MS = 180 * 24 * HOUR;

/** How often the time of the last request is written down. */
const NOTICE_MS = 60_000;

/** The end that a session opened now cannot outlive. */
export function sessionExpiry(openedAt: Date): Date {
  return new Date(openedAt.getTime() + SESSION_LIFE.absoluteMs);
}

/** Whether a session counts at a moment; its very last millisecond does not. */
export function isSessionAlive({ lastSeenAt, expiresAt }: SessionTimes, now: Date): boolean {
  return now.getTime() < expiresAt.getTime() && now.getTime() - lastSeenAt.getTime() < SESSION_LIFE.idleMs;
}

/** Whether a request is worth writing down as the newest: at most once a minute, so that reading costs no writes. */
export function isNoticeDue({ lastSeenAt }: Pick<SessionTimes, 'lastSeenAt'>, now: Date): boolean {
  return now.getTime() - lastSeenAt.getTime() >= NOTICE_MS;
}
