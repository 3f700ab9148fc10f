/** Signs that nobody mixes up when typing from paper: no I, L, O, U, 0 or 1. */
const SIGNS = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';
const TWELVE_SIGNS = /^[A-Z2-9]{12}$/;

/** The code behind the QR of an issued paper: twelve signs of chance, about 58 bits, so that nobody guesses another paper. `random` are twelve bytes. */
export function verificationCode(random: Uint8Array): string {
  if (random.length < 12) throw new RangeError('a verification code needs twelve random bytes');
  return [...random.subarray(0, 12)].map((byte) => SIGNS.charAt(byte % SIGNS.length)).join('');
}

/** The code as it is printed and read aloud: `7KQ4-M2XD-9TAB`. */
export function verificationCodeWords(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`;
}

/** What somebody typed or scanned as a code, in any case and with any hyphens or spaces; undefined when it cannot be one. */
export function readVerificationCode(typed: string): string | undefined {
  const signs = typed.normalize('NFKC').toUpperCase().replace(/[^A-Z0-9]/g, '');
  return TWELVE_SIGNS.test(signs) ? signs : undefined;
}
