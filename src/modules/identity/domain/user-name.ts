/** A user name as it is stored: 3 to 40 small letters, digits, dots and hyphens. */
const SHAPE = /^[a-z0-9.-]{3,40}$/u;

/** Brings a typed user name to the stored form: no spaces around it, small letters. */
export function normalizeUserName(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}

/** Whether text, already in the stored form, can be a user name. */
export function isUserName(text: string): boolean {
  return SHAPE.test(text);
}
