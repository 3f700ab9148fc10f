import { createHash } from 'node:crypto';

/** The same id for the same words, whoever asks and however often: what is imported twice is one thing. UUID version 8 (RFC 9562): our own recipe. */
export function madeId(...words: readonly string[]): string {
  const hash = createHash('sha256').update(['exchange', ...words].join('|')).digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}
