import { createHash, createHmac } from 'node:crypto';
import { checkPassword } from '../../identity/index.ts';

/** Without letters and digits that are taken for one another on paper. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 4;
const GROUP = 4;
/** Bytes beyond the last whole multiple of the letters would make the first letters likelier. */
const FAIR = 256 - (256 % LETTERS.length);

/**
 * The password of a newcomer, made from 32 random bytes of the browser that writes the list and the person's id: the same again for the same
 * two, so that nothing has to be kept, and of no use without the bytes. About 79 bits: `kqmp-3xhd-w2ra-9fqt`.
 */
export function oneTimePassword(seed: string, staffId: string, names: readonly string[]): string {
  for (let round = 0; ; round += 1) {
    const bytes = createHmac('sha512', Buffer.from(seed, 'base64url')).update(`${staffId}|${String(round)}`).digest();
    const letters = [...bytes].filter((byte) => byte < FAIR).slice(0, GROUPS * GROUP).map((byte) => LETTERS.charAt(byte % LETTERS.length)).join('');
    const password = Array.from({ length: GROUPS }, (_, group) => letters.slice(group * GROUP, (group + 1) * GROUP)).join('-');
    if (letters.length === GROUPS * GROUP && checkPassword(password, names).ok) return password;
  }
}

/** A digest by which the bytes are recognised again; they are random, so that nobody guesses them from it. */
export function seedDigest(seed: string): string {
  return createHash('sha256').update(seed).digest('hex');
}
