import { foldForSearch } from '../../../kernel/text-folding.ts';
import { END_SIGNS, type MatchIndex, type MatchPayable, type ReferenceRule } from './match-index.ts';

/** What in the words of a line speaks for a payable, short of its whole reference. */
export type Evidence = 'reference-unverified' | 'reference-damaged' | 'reference-cut' | 'reference-unmarked' | 'code' | 'code-tail' | 'name';

/** Payables by what speaks for them. */
export type FoundEvidence = Map<MatchPayable, Set<Evidence>>;

/** A reference of which fewer signs are left behind its mark could be anybody's. */
const LEAST_SIGNS = 5;
/** A common name may have more payables than anybody wants to choose from. */
const MOST_OF_A_NAME = 200;

function note(found: FoundEvidence, payable: MatchPayable, evidence: Evidence): void {
  const before = found.get(payable);
  if (before === undefined) found.set(payable, new Set([evidence]));
  else before.add(evidence);
}

/** The payables whose references begin with some signs. */
function startingWith(sorted: readonly MatchPayable[], start: string): readonly MatchPayable[] {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.reference ?? '') < start) low = middle + 1;
    else high = middle;
  }
  const found: MatchPayable[] = [];
  for (let at = low; sorted[at]?.reference.startsWith(start) === true && found.length <= 5; at += 1) found.push(sorted[at] as MatchPayable);
  return found;
}

/** Whether words begin with a text in which one thing went wrong: a wrong sign, one too few or too many, or two neighbours exchanged. */
export function beginsDamaged(words: string, text: string): boolean {
  let at = 0;
  while (at < text.length && words[at] === text[at]) at += 1;
  if (at === text.length) return false;
  const rest = text.slice(at + 1);
  const exchanged = at + 1 < text.length && words[at] === text[at + 1] && words[at + 1] === text[at] && words.startsWith(text.slice(at + 2), at + 2);
  return exchanged || words.startsWith(rest, at + 1) || words.startsWith(rest, at) || words.startsWith(text.slice(at), at + 1);
}

/** References with one thing wrong, and those whose end was cut off. */
function findDamaged(words: string, index: MatchIndex, { mark, length }: ReferenceRule, found: FoundEvidence): void {
  const body = length - mark.length;
  for (let at = words.indexOf(mark); at >= 0; at = words.indexOf(mark, at + 1)) {
    const rest = words.slice(at + mark.length);
    if (rest.length < LEAST_SIGNS) return;
    if (rest.length < body) {
      const start = words.slice(at);
      // Older references are shorter: a whole one was not cut.
      for (const payable of startingWith(index.sorted(), start)) if (payable.reference !== start) note(found, payable, 'reference-cut');
    }
    if (rest.length < body - 1) continue;
    const ends = [-1, 0, 1].map((shift) => rest.slice(body - END_SIGNS + shift, body + shift));
    for (const payable of [...index.byStart().of(rest.slice(0, END_SIGNS)), ...ends.flatMap((end) => index.byEnd().of(end))]) {
      if (beginsDamaged(rest, payable.reference.slice(mark.length))) note(found, payable, 'reference-damaged');
    }
  }
}

/** References that lost their mark: the signs behind it are enough to know them by. */
function findUnmarked(words: string, index: MatchIndex, { mark, length }: ReferenceRule, found: FoundEvidence): void {
  const body = length - mark.length;
  const bodies = index.byBody();
  for (let at = 0; at + body <= words.length; at += 1) {
    const payable = bodies.get(words.slice(at, at + body));
    if (payable !== undefined) note(found, payable, 'reference-unmarked');
  }
}

/** Codes of dossiers, whole or their last two groups, with whatever a bank left between the digits. */
function findCodes(words: string, index: MatchIndex, found: FoundEvidence): void {
  for (const match of words.matchAll(/\d{10,}/gu)) {
    const [digits] = match;
    for (let at = 0; at + 10 <= digits.length; at += 1) {
      for (const length of [10, 11]) {
        for (const payable of index.byCodeTail().of(digits.slice(at, at + length))) {
          const code = payable.dossierCode?.replace(/[^A-Z0-9]/gu, '') ?? '';
          note(found, payable, code !== '' && words.includes(code) ? 'code' : 'code-tail');
        }
      }
    }
  }
}

/** Names of payers as whole words in their order, in the words of the transfer or of the bank about the other side. */
function findNames(texts: readonly string[], index: MatchIndex, found: FoundEvidence): void {
  const names = index.byName();
  for (const text of texts) {
    const words = text.split(' ');
    for (let at = 0; at + 1 < words.length; at += 1) {
      let name = words[at] ?? '';
      for (let next = at + 1; next < Math.min(words.length, at + names.longest); next += 1) {
        name = `${name} ${words[next] ?? ''}`;
        const named = names.of(name);
        if (named.length <= MOST_OF_A_NAME) for (const payable of named) note(found, payable, 'name');
      }
    }
  }
}

/** Everything that speaks for payables in a line whose words carry no whole reference of one. `references`: those without a check sign that its words have. */
export function findEvidence(line: { readonly memo: string; readonly counterpart: string }, references: readonly string[], index: MatchIndex, rule: ReferenceRule): FoundEvidence {
  const found: FoundEvidence = new Map();
  for (const reference of references) {
    const payable = index.byReference.get(reference);
    if (payable !== undefined) note(found, payable, 'reference-unverified');
  }
  const memo = foldForSearch(line.memo);
  const words = memo.replaceAll(' ', '').toUpperCase();
  findDamaged(words, index, rule, found);
  findUnmarked(words, index, rule, found);
  findCodes(words, index, found);
  findNames(line.counterpart === '' ? [memo] : [memo, foldForSearch(line.counterpart)], index, found);
  return found;
}
