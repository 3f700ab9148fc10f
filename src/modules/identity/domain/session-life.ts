/** What decides whether a session still counts. */
export interface SessionTimes {
  readonly lastSeenAt: Date;
  /** The end that it cannot outlive, whatever happens. */
  readonly expiresAt: Date;
}

/** A session as its owner sees it. */
export interface OwnSession extends SessionTimes {
  readonly id: string;
  readonly createdAt: Date;
  readonly address: string;
  readonly userAgent: string;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** However a commune sets it, a session that nobody used for 12 hours is over. */
export const LONGEST_IDLE_MINUTES = 720;

/** However it is set, a browser is forgotten a year after the last sign-in from it. */
export const LONGEST_DEVICE_DAYS = 365;

/** The last sign-in before which a browser is no longer known, when it stays known for so many days. */
export function knownSince(now: Date, days: number): Date {
  return new Date(now.getTime() - days * 24 * HOUR);
}

/** How often the time of the last request is written down. */
const NOTICE_MS = 60_000;

/** The end that a session opened now cannot outlive, so many hours later. */
export function sessionExpiry(openedAt: Date, hours: number): Date {
  return new Date(openedAt.getTime() + hours * HOUR);
}

/** The last use before which a session is over, when it may be idle for so many minutes. */
export function idleSince(now: Date, idleMinutes: number): Date {
  return new Date(now.getTime() - idleMinutes * MINUTE);
}

/** Whether a session counts at a moment; its very last millisecond does not. */
export function isSessionAlive({ lastSeenAt, expiresAt }: SessionTimes, now: Date, idleMinutes: number): boolean {
  return now.getTime() < expiresAt.getTime() && lastSeenAt.getTime() > idleSince(now, idleMinutes).getTime();
}

/** Whether a request is worth writing down as the newest: at most once a minute, so that reading costs no writes. */
export function isNoticeDue({ lastSeenAt }: Pick<SessionTimes, 'lastSeenAt'>, now: Date): boolean {
  return now.getTime() - lastSeenAt.getTime() >= NOTICE_MS;
}
