/** Signs that nobody mixes up when reading a label aloud: no I, L, O, U, 0 or 1. */
const SIGNS = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';
const TEN_SIGNS = new RegExp(`^[${SIGNS}]{10}$`);

/** The code on a sealed envelope, such as `PB-7KQ4-M2XD-9T`: ten signs of chance, so that nobody guesses another one. `random` are ten bytes. */
export function envelopeCode(random: Uint8Array): string {
  const signs = [...random.subarray(0, 10)].map((byte) => SIGNS.charAt(byte % SIGNS.length)).join('');
  return `PB-${signs.slice(0, 4)}-${signs.slice(4, 8)}-${signs.slice(8)}`;
}

/**
 * What somebody typed or scanned as an envelope's code, also as the address in the QR of its label: upper case, hyphens put where they
 * belong; undefined when it cannot be one.
 */
export function readEnvelopeCode(typed: string): string | undefined {
  const signs = (typed.split('/').at(-1) ?? '').toUpperCase().replace(/[^A-Z0-9]/g, '').replace(/^PB/, '');
  if (!TEN_SIGNS.test(signs)) return undefined;
  return `PB-${signs.slice(0, 4)}-${signs.slice(4, 8)}-${signs.slice(8)}`;
}
