/** CRC-32 (ISO 3309, the one of zip files) of a text of ASCII signs or of bytes. Finds what was cut or mistyped; keeps no secret. */
export function crc32(of: string | Uint8Array): number {
  let crc = 0xffffffff;
  for (let at = 0; at < of.length; at += 1) {
    crc ^= typeof of === 'string' ? of.charCodeAt(at) & 255 : (of[at] ?? 0);
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** A check sum in seven letters and digits. */
export function checkLetters(of: string | Uint8Array): string {
  return crc32(of).toString(36).toUpperCase().padStart(7, '0');
}

/** A check sum in ten digits, for codes that a scanner types. */
export function checkDigits(of: string | Uint8Array): string {
  return String(crc32(of)).padStart(10, '0');
}
