import { createHash } from 'node:crypto';

/**
 * The same id for the same words, whoever asks and however often, so that what is done twice is done once: UUID version 8 (RFC 9562), our
 * own recipe, here a hash. The first word names what the id is for; the words are joined by a bar.
 */
export function derivedUuid(...words: readonly string[]): string {
  const hash = createHash('sha256').update(words.join('|')).digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}
