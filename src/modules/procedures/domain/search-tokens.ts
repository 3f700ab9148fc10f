import { foldForSearch } from '../../../kernel/text-folding.ts';

/** Folds a text into syllables; `kỹ` and `kĩ`, `quý` and `quí` are one. */
export function searchTokens(text: string): readonly string[] {
  return tokensOfFolded(foldForSearch(text));
}

/** Splits a text that is already folded into syllables. */
export function tokensOfFolded(folded: string): readonly string[] {
  return folded === '' ? [] : folded.split(' ').map((word) => word.replace(/^([bcdghklmnprstvx]{1,3}|qu)y$/u, '$1i'));
}

/**
 * How a syllable sounds to a listener of any region: s and x, tr and ch, d, gi and r, l and n,
 * and the endings n and ng, t and c are not told apart. For syllables that are not in the catalogue.
 */
export function soundKey(syllable: string): string {
  return syllable
    .replace(/^(?:tr|ch)/u, 'c')
    .replace(/^(?:gi|d|r)(?=[aeiouy])/u, 'z')
    .replace(/^ngh/u, 'ng')
    .replace(/^gh/u, 'g')
    .replace(/^[ck](?=[aeiouy])/u, 'k')
    .replace(/^x/u, 's')
    .replace(/^n(?=[aeiouy])/u, 'l')
    .replace(/y$/u, 'i')
    .replace(/ng$/u, 'n')
    .replace(/c$/u, 't');
}

/** Phrases to leave out, as folded syllables: longest first, so that “cho tôi hỏi” goes before “cho”. */
export type Fillers = readonly (readonly string[])[];

/** Prepares the fillers for `withoutFillers`. */
export function foldFillers(phrases: readonly string[]): Fillers {
  return phrases
    .map(searchTokens)
    .filter((tokens) => tokens.length > 0)
    .sort((one, other) => other.length - one.length);
}

/** Leaves out the fillers; a text of nothing but fillers stays as it is. */
export function withoutFillers(tokens: readonly string[], fillers: Fillers): readonly string[] {
  const kept: string[] = [];
  let position = 0;
  while (position < tokens.length) {
    const here = position;
    const filler = fillers.find((phrase) => phrase.every((word, index) => tokens[here + index] === word));
    if (filler === undefined) kept.push(tokens[position] ?? '');
    position += filler?.length ?? 1;
  }
  return kept.length > 0 ? kept : tokens;
}
