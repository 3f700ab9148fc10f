/** The cookie that carries the key of a device. */
export const DEVICE_KEY_COOKIE = 'xaso-thiet-bi';

/** The cookie of a browser that shows a pairing code. */
export const PAIRING_COOKIE = 'xaso-ghep';

/** As long as browsers keep a cookie at most; every new key begins it again. */
const KEY_AGE_S = 400 * 24 * 60 * 60;
/** Longer than a pairing, so that the page can say why a code no longer counts. */
const PAIRING_AGE_S = 60 * 60;

/** Lax, not Strict: a kiosk also opens links of posters and slips. */
function attributes(secure: boolean): string {
  return `HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
}

/** Sets the key of a device. */
export function keyCookie(key: string, secure: boolean): string {
  return `${DEVICE_KEY_COOKIE}=${key}; Path=/; Max-Age=${String(KEY_AGE_S)}; ${attributes(secure)}`;
}

/** Removes it. */
export function endedKeyCookie(secure: boolean): string {
  return `${DEVICE_KEY_COOKIE}=; Path=/; Max-Age=0; ${attributes(secure)}`;
}

/** Binds a pairing to this browser. Only the pages of devices see it. */
export function pairingCookie(secret: string, secure: boolean): string {
  return `${PAIRING_COOKIE}=${secret}; Path=/thiet-bi; Max-Age=${String(PAIRING_AGE_S)}; ${attributes(secure)}`;
}

/** Removes it. */
export function endedPairingCookie(secure: boolean): string {
  return `${PAIRING_COOKIE}=; Path=/thiet-bi; Max-Age=0; ${attributes(secure)}`;
}
