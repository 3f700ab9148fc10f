/** Signs that nobody mixes up when typing them into a bank's form: no I, L, O, U, 0 or 1. */
const SIGNS = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';

/** What the citizen writes on a transfer, such as `XSNT7KQ4M2`: short enough for every bank, without anything of the person or the matter. `random` are six bytes. */
export function paymentReference(random: Uint8Array): string {
  return `XSNT${[...random.subarray(0, 6)].map((byte) => SIGNS.charAt(byte % SIGNS.length)).join('')}`;
}
