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

/** What offices write short; folded. */
const SHORT: readonly (readonly [RegExp, string])[] = [[/\bhdnd\b/gu, 'hoi dong nhan dan'], [/\bubnd\b/gu, 'uy ban nhan dan'], [/\bpvhcc\b/gu, 'phuc vu hanh chinh cong'], [/\btt\b/gu, 'trung tam'], [/\bvh xh\b/gu, 'van hoa xa hoi']];

/** A text as two offices would write it alike: folded, without abbreviations, and without the commune’s kind at its end (“… hành chính công xã”). */
function plain(text: string): string {
  const folded = SHORT.reduce((words, [short, long]) => words.replace(short, long), foldForSearch(text));
  return folded.replace(/ (?:xa|phuong|dac khu)$/u, '');
}

/** A choice with its words as they are compared. */
interface Folded {
  readonly choice: Choice<unknown>;
  readonly words: readonly string[];
  readonly formerWords: readonly string[];
}

/** Folding is what takes the time, and the choices are the same for every line of a list. */
const FOLDED = new WeakMap<readonly Choice<unknown>[], readonly Folded[]>();

function foldedOf(choices: readonly Choice<unknown>[]): readonly Folded[] {
  const known = FOLDED.get(choices) ?? choices.map((choice) => ({ choice, words: choice.words.map(plain), formerWords: (choice.formerWords ?? []).map(plain) }));
  FOLDED.set(choices, known);
  return known;
}

/** Finds what a text names, accents and case aside; for a text that names nothing, the choice that is most like it. */
export function matchChoice<T>(text: string, choices: readonly Choice<T>[]): Match<T> {
  const folded = plain(text);
  if (folded === '') return { kind: 'none' };
  const all = foldedOf(choices);
  const nameOf = ({ words }: Choice<unknown>): string => words[0] ?? '';
  // The choices that went in are the choices that come out.
  const found = (one: Folded, former: boolean): Match<T> => ({ kind: 'found', value: one.choice.value as T, name: nameOf(one.choice), former });
  const today = all.filter(({ words }) => words.includes(folded));
  // “Hoà” and “Hoa” fold alike: where two fit, only the one with the same accents is meant.
  const typed = text.normalize('NFC').trim().toLowerCase();
  const exact = today.length > 1 ? today.filter(({ choice }) => choice.words.some((word) => word.normalize('NFC').toLowerCase() === typed)) : today;
  const [one, ...others] = exact;
  if (one !== undefined && others.length === 0) return found(one, false);
  const [former, ...otherFormer] = all.filter(({ formerWords }) => formerWords.includes(folded));
  if (today.length === 0 && former !== undefined && otherFormer.length === 0) return found(former, true);
  let best: { readonly name: string; readonly distance: number } | undefined;
  for (const { choice, words, formerWords } of all) {
    for (const candidate of [...words, ...formerWords]) {
      const limit = nearEnough(Math.max(candidate.length, folded.length));
      const distance = folded.length >= 4 && candidate.includes(folded) ? limit : editDistance(folded, candidate, limit);
      if (distance !== undefined && (best === undefined || distance < best.distance)) best = { name: nameOf(choice), distance };
    }
  }
  return best === undefined ? { kind: 'none' } : { kind: 'similar', name: best.name };
}
