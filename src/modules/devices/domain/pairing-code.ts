/** Digits only: they are the same on every keyboard, in every input method, and can be read aloud over the telephone. */
const DIGITS = 8;

/** A code as people read it: two groups of four. */
export function showPairingCode(code: string): string {
  return `${code.slice(0, 4)} ${code.slice(4)}`;
}

/** A typed code without its gaps; undefined for what cannot be one. */
export function readPairingCode(typed: string): string | undefined {
  const code = typed.replaceAll(/[\s.-]/gu, '');
  return /^\d+$/u.test(code) && code.length === DIGITS ? code : undefined;
}

/**
 * The code that belongs to a browser's secret, from a digest of it (bytes). The same secret always shows the same code, so that nothing is
 * kept from which the code could be read. Undefined when the digest gives no even choice, which happens once in 45 secrets.
 */
export function pairingCodeOf(digest: Uint8Array): string | undefined {
  const number = new DataView(digest.buffer, digest.byteOffset, digest.byteLength).getUint32(0);
  const codes = 10 ** DIGITS;
  // Numbers above the last whole hundred million would make some codes likelier.
  return number >= Math.floor(2 ** 32 / codes) * codes ? undefined : String(number % codes).padStart(DIGITS, '0');
}
