import { editDistance, foldForSearch } from '../../../kernel/text-folding.ts';

/** One of the things that a cell may name. The first of its words is what it is called today; the last ones may be what it was called before. */
export interface Choice<T> {
  readonly value: T;
  readonly words: readonly string[];
  readonly formerWords?: readonly string[];
}

/** What a text names: one of the choices (by a name of before, if so), none of them but something like one, or none at all. */
export type Match<T> =
  | { readonly kind: 'found'; readonly value: T; readonly name: string; readonly former: boolean }
  | { readonly kind: 'similar'; readonly name: string }
  | { readonly kind: 'none' };

/** So many typing errors still make somebody ask “did you mean”: a quarter of the letters. */
function nearEnough(length: number): number {
  return Math.min(6, Math.max(1, Math.floor(length / 4)));
}

/** Finds what a text names, accents and case aside; for a text that names nothing, the choice that is most like it. */
export function matchChoice<T>(text: string, choices: readonly Choice<T>[]): Match<T> {
  const folded = foldForSearch(text);
  if (folded === '') return { kind: 'none' };
  const nameOf = ({ words }: Choice<T>): string => words[0] ?? '';
  const same = (words: readonly string[] = []): boolean => words.some((word) => foldForSearch(word) === folded);
  const today = choices.filter(({ words }) => same(words));
  // “Hoà” and “Hoa” fold alike: where two fit, only the one with the same accents is meant.
  const exact = today.length > 1 ? today.filter(({ words }) => words.some((word) => word.normalize('NFC').toLowerCase() === text.normalize('NFC').trim().toLowerCase())) : today;
  const [one, ...others] = exact;
  if (one !== undefined && others.length === 0) return { kind: 'found', value: one.value, name: nameOf(one), former: false };
  const before = choices.filter(({ formerWords }) => same(formerWords));
  const [former, ...otherFormer] = before;
  if (today.length === 0 && former !== undefined && otherFormer.length === 0) return { kind: 'found', value: former.value, name: nameOf(former), former: true };
  let best: { readonly name: string; readonly distance: number } | undefined;
  for (const choice of choices) {
    for (const word of [...choice.words, ...(choice.formerWords ?? [])]) {
      const candidate = foldForSearch(word);
      const limit = nearEnough(Math.max(candidate.length, folded.length));
      const distance = folded.length >= 4 && candidate.includes(folded) ? limit : editDistance(folded, candidate, limit);
      if (distance !== undefined && (best === undefined || distance < best.distance)) best = { name: nameOf(choice), distance };
    }
  }
  return best === undefined ? { kind: 'none' } : { kind: 'similar', name: best.name };
}
