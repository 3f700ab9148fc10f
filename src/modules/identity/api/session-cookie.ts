import { SECOND_STEP_MS } from '../domain/factor-code.ts';
import { LONGEST_DEVICE_DAYS } from '../domain/session-life.ts';

/** The cookie that carries the session's secret. */
export const SESSION_COOKIE = 'xaso-phien';
/** The cookie by which a browser is known from earlier sign-ins. */
export const DEVICE_COOKIE = 'xaso-may';

/** The cookie of a sign-in whose second step has not come. */
export const ATTEMPT_COOKIE = 'xaso-buoc-hai';

/** Sets the cookie of a begun sign-in. */
export function attemptCookie(token: string, secure: boolean): string {
  return `${ATTEMPT_COOKIE}=${token}; Max-Age=${SECOND_STEP_MS / 1000}; ${attributes(secure)}`;
}

/** Removes the cookie of a begun sign-in. */
function endedAttemptCookie(secure: boolean): string {
  return `${ATTEMPT_COOKIE}=; Max-Age=0; ${attributes(secure)}`;
}

/** The cookies of a session that was just opened. */
export function openedCookies({ token, deviceToken }: { readonly token: string; readonly deviceToken: string }, secure: boolean): readonly string[] {
  return [sessionCookie(token, secure), deviceCookie(deviceToken, secure), endedAttemptCookie(secure)];
}

/** Sets the session cookie. It has no age of its own: on a shared computer it goes when the browser is closed. */
function sessionCookie(token: string, secure: boolean): string {
  return `${SESSION_COOKIE}=${token}; ${attributes(secure)}`;
}

/** Removes the session cookie. */
export function endedSessionCookie(secure: boolean): string {
  return `${SESSION_COOKIE}=; Max-Age=0; ${attributes(secure)}`;
}

/** Sets the cookie of a known browser. */
function deviceCookie(token: string, secure: boolean): string {
  return `${DEVICE_COOKIE}=${token}; Max-Age=${LONGEST_DEVICE_DAYS * 86_400}; ${attributes(secure)}`;
}

/** Not readable by scripts, not sent along by other sites' forms, over HTTPS only where there is HTTPS. */
function attributes(secure: boolean): string {
  return `Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
}
