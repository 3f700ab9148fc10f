import { derivedUuid } from '../../../platform/derived-uuid.ts';

/** The id of something that came from another system: what is imported twice is one thing. */
export function madeId(...words: readonly string[]): string {
  return derivedUuid('exchange', ...words);
}
