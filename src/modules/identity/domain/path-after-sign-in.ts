/** Longer targets are not ours. */
const LONGEST = 1000;

/**
 * A path of this very site to go to after sign-in, or the fallback. Only `/` followed by printable ASCII passes: not `//host`,
 * `/\host`, another scheme, a control character (which browsers drop, so that `/\t/host` becomes `//host`),
 * and neither the sign-in page itself nor an address that answers no page.
 */
export function pathAfterSignIn(wanted: string | undefined, fallback: string): string {
  if (wanted === undefined || wanted.length > LONGEST) return fallback;
  if (!/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/u.test(wanted)) return fallback;
  return /^\/(api|can-bo\/dang-(nhap|xuat))(?![^/?#])/u.test(wanted) ? fallback : wanted;
}
