import { LONGEST_DEVICE_DAYS } from '../domain/session-life.ts';

/** The cookie that carries the session's secret. */
export const SESSION_COOKIE = 'xaso-phien';
/** The cookie by which a browser is known from earlier sign-ins. */
export const DEVICE_COOKIE = 'xaso-may';

/** Sets the session cookie. It has no age of its own: on a shared computer it goes when the browser is closed. */
export function sessionCookie(token: string, secure: boolean): string {
  return `${SESSION_COOKIE}=${token}; ${attributes(secure)}`;
}

/** Removes the session cookie. */
export function endedSessionCookie(secure: boolean): string {
  return `${SESSION_COOKIE}=; Max-Age=0; ${attributes(secure)}`;
}

/** Sets the cookie of a known browser. */
export function deviceCookie(token: string, secure: boolean): string {
  return `${DEVICE_COOKIE}=${token}; Max-Age=${LONGEST_DEVICE_DAYS * 86_400}; ${attributes(secure)}`;
}

/** Not readable by scripts, not sent along by other sites' forms, over HTTPS only where there is HTTPS. */
function attributes(secure: boolean): string {
  return `Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
}
