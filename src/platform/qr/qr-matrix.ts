import encodeQR from 'qr';

/** Light modules that a reader needs on every side (ISO/IEC 18004, 4 modules). */
export const QUIET_ZONE = 4;

/**
 * The modules of a QR code with its quiet zone, row by row, true for dark; error correction M, so that a crease or a stain of 15 % does no
 * harm. Throws on an empty text and on one of more than 2,331 bytes.
 */
export function qrMatrix(text: string): readonly (readonly boolean[])[] {
  if (text === '') throw new RangeError('a QR code needs a text');
  return encodeQR(text, 'raw', { ecc: 'medium', border: QUIET_ZONE });
}
