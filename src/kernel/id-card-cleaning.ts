import { INVISIBLE } from './text-folding.ts';

/** What had to be removed or repaired before the payload could be read. */
export type CleaningNote =
  | 'id-card.cut'
  | 'id-card.repaired-encoding'
  | 'id-card.byte-order-mark'
  | 'id-card.full-width'
  | 'id-card.line-break'
  | 'id-card.control-characters';

/** A payload ready to be cut at its separators, and what was done to it. */
export interface CleanedPayload {
  readonly text: string;
  readonly notes: readonly CleaningNote[];
}

/** The largest QR code holds 4,296 letters; what is longer did not come from a card. */
const MOST_LETTERS = 4300;

/** How Windows shows the bytes 0x80 to 0x9F; a missing sign has no byte there. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * Takes out of a scanned payload what the scanner, the clipboard or the keyboard put in: byte order marks, line breaks, full-width
 * signs, control characters, UTF-8 that was read as Windows-1252. The rest is composed (NFC) and otherwise untouched.
 */
export function cleanPayload(payload: string): CleanedPayload {
  const notes: CleaningNote[] = [];
  let text = payload.slice(0, MOST_LETTERS);
  if (text !== payload) notes.push('id-card.cut');
  const replace = (note: CleaningNote, pattern: RegExp, by: string | ((sign: string) => string)): void => {
    const cleaned = text.replace(pattern, (sign) => (typeof by === 'string' ? by : by(sign)));
    if (cleaned !== text) notes.push(note);
    text = cleaned;
  };
  const repaired = repairEncoding(text);
  if (repaired !== undefined) notes.push('id-card.repaired-encoding');
  text = repaired ?? text;
  replace('id-card.byte-order-mark', /\ufeff|\ufffe/gu, '');
  replace('id-card.full-width', /[\uff01-\uff5e\u3000]/gu, halfWidth);
  replace('id-card.line-break', /^[\r\n\u2028\u2029\u0085]+|[\r\n\u2028\u2029\u0085]+$/gu, '');
  replace('id-card.line-break', /[\r\n\u2028\u2029\u0085]+/gu, ' ');
  replace('id-card.control-characters', INVISIBLE, '');
  replace('id-card.control-characters', /(?!\t)\p{Cc}/gu, '');
  return { text: text.normalize('NFC'), notes: [...new Set(notes)] };
}

function halfWidth(sign: string): string {
  return sign === '\u3000' ? ' ' : String.fromCharCode(sign.charCodeAt(0) - 0xfee0);
}

/** "Nguyá»…n" is "Nguyễn" in UTF-8 bytes shown as Windows-1252. Undefined when the text is not wholly of that kind. */
function repairEncoding(text: string): string | undefined {
  if (!/[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u0192\u02c6-\u02dc\u2013-\u2122]/u.test(text)) return undefined;
  let escaped = '';
  for (const sign of text) {
    const code = sign.charCodeAt(0);
    const windows = WINDOWS_1252.indexOf(sign);
    const byte = windows >= 0 ? 0x80 + windows : code;
    if (byte > 0xff) return undefined;
    escaped += byte < 0x80 && sign !== '%' ? sign : `%${byte.toString(16).padStart(2, '0')}`;
  }
  try {
    return decodeURIComponent(escaped);
  } catch {
    // not UTF-8 after all: an honest "Â" or "Ã" stays as it is
    return undefined;
  }
}
