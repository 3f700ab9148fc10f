/** The cookie that carries the secret of a citizen's session. */
export const CITIZEN_COOKIE = 'xaso-cong-dan';

/** Every try has a cookie of its own, named after its state, so that two tabs do not disturb each other. */
export function attemptCookieName(state: string): string {
  return `xaso-dn-${state.slice(0, 8)}`;
}

/** Binds a try to this browser for ten minutes. Only the addresses of signing in see it. */
export function attemptCookie(state: string, secret: string, secure: boolean): string {
  return `${attemptCookieName(state)}=${secret}; Path=/dang-nhap; Max-Age=600; ${attributes(secure)}`;
}

/** Removes the cookie of a try. */
export function endedAttemptCookie(state: string, secure: boolean): string {
  return `${attemptCookieName(state)}=; Path=/dang-nhap; Max-Age=0; ${attributes(secure)}`;
}

/** Sets the cookie of a citizen's session. It has no age of its own: it goes when the browser is closed. */
export function citizenCookie(token: string, secure: boolean): string {
  return `${CITIZEN_COOKIE}=${token}; Path=/; ${attributes(secure)}`;
}

/** Removes it. */
export function endedCitizenCookie(secure: boolean): string {
  return `${CITIZEN_COOKIE}=; Path=/; Max-Age=0; ${attributes(secure)}`;
}

/** Lax, not Strict: the browser comes back from the provider by a link of another site. */
function attributes(secure: boolean): string {
  return `HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
}
