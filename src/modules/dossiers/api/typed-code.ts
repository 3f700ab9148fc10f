import { tidyCode } from '../domain/dossier-code.ts';

/**
 * A code as people copy it from paper, in the form in which it is stored: the hyphens of `KB-8F3K-2M9Q` may be missing, and
 * the groups of an official code may be parted by spaces. Anything else is only tidied.
 */
export function typedCode(text: string): string {
  const plain = tidyCode(text);
  const declared = /^KB-?([0-9A-Z]{4})-?([0-9A-Z]{4})$/.exec(plain);
  if (declared !== null) return `KB-${declared[1] ?? ''}-${declared[2] ?? ''}`;
  return plain.includes('-') ? plain : tidyCode(text.trim().replace(/\s+/g, '-'));
}
