/**
 * CRC-16/CCITT-FALSE (polynomial 0x1021, start 0xFFFF, not reflected) of the UTF-8 bytes of a text, 0 to 65535.
 * The check value of "123456789" is 0x29B1.
 */
export function crc16(text: string): number {
  let crc = 0xffff;
  for (const byte of utf8Bytes(text)) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) crc = ((crc & 0x8000) === 0 ? crc << 1 : (crc << 1) ^ 0x1021) & 0xffff;
  }
  return crc;
}

/** The same checksum as payment codes write it: four upper-case hexadecimal digits with leading zeros. */
export function crc16Hex(text: string): string {
  return crc16(text).toString(16).toUpperCase().padStart(4, '0');
}

/** Percent-encoding is the one way to UTF-8 bytes in the language itself; a broken surrogate becomes U+FFFD first. */
function utf8Bytes(text: string): readonly number[] {
  const encoded = encodeURIComponent(text.toWellFormed());
  return Array.from(encoded.matchAll(/%([0-9A-F]{2})|(.)/gsu), (match) =>
    match[1] === undefined ? (match[2] ?? '').charCodeAt(0) : Number.parseInt(match[1], 16),
  );
}
