/**
 * Bytes as decimal digits. The numeric mode of QR codes holds three digits in ten bits, so that bytes take no more room than as bytes, and a scanner that
 * types like a keyboard sends nothing that an input method (Telex, VNI) makes other letters of.
 */
export function toDigits(bytes: Uint8Array): string {
  // The one in front keeps zeros at the beginning.
  let whole = 1n;
  for (const byte of bytes) whole = whole * 256n + BigInt(byte);
  return whole.toString();
}

/** The bytes again; undefined for a text that no bytes become. */
export function fromDigits(text: string): Uint8Array | undefined {
  if (!/^[1-9]\d*$/u.test(text)) return undefined;
  const hex = BigInt(text).toString(16);
  // One and then whole bytes.
  if (hex.length % 2 === 0 || !hex.startsWith('1')) return undefined;
  return Uint8Array.from({ length: (hex.length - 1) / 2 }, (_, index) => Number.parseInt(hex.slice(1 + index * 2, 3 + index * 2), 16));
}
