/** A key of a device as it was kept. */
export interface DeviceToken {
  readonly generation: number;
  readonly issuedAt: Date;
  readonly firstUsedAt: Date | null;
  readonly retiredAt: Date | null;
}

/** What decides about a request with a key, beside the key. */
export interface TokenFacts {
  /** The kind of browser that the device is bound to. */
  readonly browser: string;
  readonly endedAt: Date | null;
  readonly lastSeenAt: Date | null;
  /** From when the last use counts where there was none yet. */
  readonly pairedAt: Date;
}

/**
 * What a key is worth: `live`, the key of today; `first-use`, the next one, whose coming makes the former ones nobody's; `late`, one that was
 * under way when the next came; `replayed`, one that must have been copied; `other-browser`, one in a browser of another kind; `ended`, one of
 * a device that was ended; `unused`, one of a device that nobody has switched on for too long.
 */
export type TokenVerdict = 'live' | 'first-use' | 'late' | 'replayed' | 'other-browser' | 'ended' | 'unused';

/** How long requests may still be under way with a key after the next one was used. */
const UNDER_WAY_MS = 60_000;
/** How long one key is used before the next is given out. */
const KEY_LIFE_MS = 60 * 60_000;
/** A device that nobody switched on for ninety days is paired again. */
export const UNUSED_MS = 90 * 24 * 60 * 60_000;
/** How often the time of the last request is written down. */
const NOTICE_MS = 60_000;

/** What a key is worth in a browser of this kind at a moment. */
export function judgeToken(token: DeviceToken, device: TokenFacts, browser: string, now: Date): TokenVerdict {
  if (device.endedAt !== null) return 'ended';
  if (device.browser !== browser) return 'other-browser';
  // A clock that was set back makes a use look young, never old: nobody is shut out by it.
  if (token.retiredAt !== null) return now.getTime() - token.retiredAt.getTime() < UNDER_WAY_MS ? 'late' : 'replayed';
  if (now.getTime() - (device.lastSeenAt ?? device.pairedAt).getTime() >= UNUSED_MS) return 'unused';
  return token.firstUsedAt === null ? 'first-use' : 'live';
}

/** Whether a live key is old enough for the next one. */
export function isKeyDue({ issuedAt }: Pick<DeviceToken, 'issuedAt'>, now: Date): boolean {
  return now.getTime() - issuedAt.getTime() >= KEY_LIFE_MS;
}

/** Whether a request is worth writing down as the newest: at most once a minute. */
export function isSightingDue(lastSeenAt: Date | null, now: Date): boolean {
  return lastSeenAt === null || now.getTime() - lastSeenAt.getTime() >= NOTICE_MS;
}
