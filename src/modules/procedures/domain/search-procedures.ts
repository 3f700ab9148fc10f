import { editDistance, searchCandidates } from '../../../kernel/text-folding.ts';
import { pairKey, type ProcedureIndex } from './procedure-index.ts';
import { soundKey, tokensOfFolded, withoutFillers } from './search-tokens.ts';

/** One procedure that answers what was asked. */
export interface ProcedureHit {
  readonly code: string;
  /** Higher is better; comparable within one answer only. */
  readonly score: number;
  /** The way of saying it that matched best, as written in the catalogue. */
  readonly phrase: string;
}

/** A word that was typed, with the catalogue words it may stand for and how surely. */
interface Term {
  readonly choices: readonly { readonly word: number; readonly weight: number }[];
  readonly mass: number;
}

interface Reading {
  readonly tokens: readonly string[];
  readonly trust: number;
}

const MOST_READINGS = 8;
const LONGEST_QUERY = 24;
const WEAKEST_HIT = 0.2;
/** What an unknown word weighs: little, so that a stray word does not drown the words that are understood. */
const UNKNOWN_MASS = 1.2;

/**
 * The procedures that answer a question in everyday words, best first, at most `limit`. Forgives missing accents, word order,
 * Telex and VNI slips, typing errors, regional spelling and words run together; an empty question has no answers.
 */
export function searchProcedures(index: ProcedureIndex, query: string, limit = 10): readonly ProcedureHit[] {
  const asked = query.trim();
  const byCode = index.packs.find((pack) => pack.code === asked);
  if (byCode !== undefined) return [{ code: byCode.code, score: 2, phrase: byCode.name }];
  const best = new Map<number, { score: number; phrase: number }>();
  for (const reading of readings(index, asked)) {
    for (const [pack, found] of scoreReading(index, reading)) {
      const before = best.get(pack);
      if (before === undefined || found.score > before.score) best.set(pack, found);
    }
  }
  return [...best]
    .map(([pack, found]) => ({
      code: index.packs[pack]?.code ?? '',
      // of two equal answers, the one that was written for people
      score: found.score * (index.packs[pack]?.everyday === null ? 1 : 1.05),
      phrase: index.phrases[found.phrase]?.text ?? '',
    }))
    .filter((hit) => hit.score >= WEAKEST_HIT)
    .sort((one, other) => other.score - one.score || (one.code < other.code ? -1 : 1))
    .slice(0, limit);
}

/** The question as typed, as if Telex or VNI keys had failed, and with everyday words replaced by official ones. */
function readings(index: ProcedureIndex, query: string): readonly Reading[] {
  const found: Reading[] = searchCandidates(query)
    .map((folded, rank) => ({ tokens: tokensOfFolded(folded).slice(0, LONGEST_QUERY), trust: rank === 0 ? 1 : 0.97 }))
    .filter((reading) => reading.tokens.length > 0);
  for (const reading of [...found]) {
    for (const group of index.groups) {
      const at = positionOf(reading.tokens, group.say);
      if (at < 0 || found.length >= MOST_READINGS) continue;
      const tokens = [...reading.tokens.slice(0, at), ...group.mean, ...reading.tokens.slice(at + group.say.length)];
      found.push({ tokens, trust: reading.trust * 0.9 });
    }
  }
  return found;
}

function positionOf(tokens: readonly string[], phrase: readonly string[]): number {
  for (let start = 0; start + phrase.length <= tokens.length; start++) {
    if (phrase.every((word, offset) => tokens[start + offset] === word)) return start;
  }
  return -1;
}

function scoreReading(index: ProcedureIndex, reading: Reading): ReadonlyMap<number, { score: number; phrase: number }> {
  const content = withoutFillers(reading.tokens, index.fillers);
  const terms = content.flatMap((token, position) => termsFor(index, content, token, position));
  const asked = terms.reduce((sum, term) => sum + term.mass, 0);
  const matched = sumPerPhrase(index, terms);
  const paired = pairsPerPhrase(index, terms);
  const exact = content.flatMap((token) => index.wordNumbers.get(token) ?? -1);
  const covered = coverage(index, matched);
  const best = new Map<number, { score: number; phrase: number }>();
  for (const [number, mass] of matched) {
    const phrase = index.phrases[number];
    if (phrase === undefined || asked === 0) continue;
    const likeness = mass / (mass + 0.55 * Math.max(0, asked - mass) + 0.25 * Math.max(0, phrase.mass - mass));
    const order = paired.asked === 0 ? likeness : (paired.found.get(number) ?? 0) / paired.asked;
    const same = phrase.words.length === exact.length && phrase.words.every((word, position) => word === exact[position]);
    const whole = (covered.get(phrase.pack) ?? 0) / asked;
    const score = reading.trust * (phrase.weight * (0.75 * likeness + 0.25 * order + (same ? 0.15 : 0)) + 0.1 * whole);
    const before = best.get(phrase.pack);
    if (before === undefined || score > before.score) best.set(phrase.pack, { score, phrase: number });
  }
  return best;
}

function termsFor(index: ProcedureIndex, content: readonly string[], token: string, position: number): readonly Term[] {
  const known = index.wordNumbers.get(token);
  if (known !== undefined && (content.length === 1 || hasNeighbour(index, content, known, position))) return [term(index, [{ word: known, weight: 1 }])];
  const alike = alikeWords(index, token, position === content.length - 1);
  // a known word among strangers may itself be a slip (“khai sing”), so its likenesses count a little
  if (known !== undefined) return [term(index, [{ word: known, weight: 1 }, ...alike.filter((one) => one.word !== known).map((one) => ({ ...one, weight: one.weight * 0.6 }))])];
  const parts = alike.some((one) => one.weight > 0.8) ? undefined : splitWord(index, token);
  if (parts !== undefined) return parts.map((word) => term(index, [{ word, weight: 0.9 }]));
  return [term(index, alike)];
}

function term(index: ProcedureIndex, choices: Term['choices']): Term {
  const first = choices[0];
  return { choices, mass: first === undefined ? UNKNOWN_MASS : Math.max(UNKNOWN_MASS / 2, index.rarity[first.word] ?? 0) };
}

function hasNeighbour(index: ProcedureIndex, content: readonly string[], word: number, position: number): boolean {
  const before = index.wordNumbers.get(content[position - 1] ?? '');
  const after = index.wordNumbers.get(content[position + 1] ?? '');
  return (before !== undefined && index.phrasesOfPair.has(pairKey(before, word))) || (after !== undefined && index.phrasesOfPair.has(pairKey(word, after)));
}

/** Catalogue words that a slip of the hand or the ear may have meant, surest first. */
function alikeWords(index: ProcedureIndex, token: string, last: boolean): Term['choices'] {
  if (/\d/u.test(token) || token.length < 2) return [];
  const found = new Map<number, number>();
  const offer = (word: number, weight: number): void => {
    if (weight > (found.get(word) ?? 0)) found.set(word, weight);
  };
  for (const word of index.wordsOfSound.get(soundKey(token)) ?? []) offer(word, 0.85);
  const errors = token.length >= 6 ? 2 : token.length >= 3 ? 1 : 0;
  index.words.forEach((word, number) => {
    if (errors > 0 && Math.abs(word.length - token.length) <= errors) {
      const distance = editDistance(token, word, errors);
      // a swap of neighbours or a slip inside the word is likelier than a wrong first letter
      if (distance !== undefined) offer(number, (distance === 1 ? 0.72 : 0.5) + (word[0] === token[0] ? 0.06 : 0));
    }
    if (last && token.length >= 2 && word.length > token.length && word.startsWith(token)) offer(number, 0.65);
  });
  return [...found]
    .map(([word, weight]) => ({ word, weight }))
    .sort((one, other) => other.weight - one.weight || (index.rarity[one.word] ?? 0) - (index.rarity[other.word] ?? 0))
    .slice(0, 12);
}

/** Two catalogue words that were typed without a space, if some phrase has them side by side. */
function splitWord(index: ProcedureIndex, token: string): readonly [number, number] | undefined {
  for (let at = 2; at <= token.length - 2; at++) {
    const first = index.wordNumbers.get(token.slice(0, at));
    const second = index.wordNumbers.get(token.slice(at));
    if (first !== undefined && second !== undefined && index.phrasesOfPair.has(pairKey(first, second))) return [first, second];
  }
  return undefined;
}

/** Sums, for each phrase, the rarity of the asked words that it holds; every asked word counts once. */
function sumPerPhrase(index: ProcedureIndex, terms: readonly Term[]): Map<number, number> {
  const sums = new Map<number, number>();
  for (const one of terms) {
    const best = new Map<number, number>();
    for (const { word, weight } of one.choices) {
      const mass = weight * Math.min(one.mass, index.rarity[word] ?? 0);
      for (const phrase of index.phrasesOfWord[word] ?? []) if (mass > (best.get(phrase) ?? 0)) best.set(phrase, mass);
    }
    for (const [phrase, mass] of best) sums.set(phrase, (sums.get(phrase) ?? 0) + mass);
  }
  return sums;
}

/** The same for neighbouring words: “khai sinh” side by side says more than “khai” and “sinh” apart. */
function pairsPerPhrase(index: ProcedureIndex, terms: readonly Term[]): { readonly asked: number; readonly found: ReadonlyMap<number, number> } {
  const found = new Map<number, number>();
  let asked = 0;
  terms.forEach((first, position) => {
    const second = terms[position + 1];
    if (second === undefined) return;
    const mass = (first.mass + second.mass) / 2;
    asked += mass;
    const best = new Map<number, number>();
    for (const left of first.choices) {
      for (const right of second.choices) {
        const sure = mass * Math.min(left.weight, right.weight);
        for (const phrase of index.phrasesOfPair.get(pairKey(left.word, right.word)) ?? []) if (sure > (best.get(phrase) ?? 0)) best.set(phrase, sure);
      }
    }
    for (const [phrase, sure] of best) found.set(phrase, (found.get(phrase) ?? 0) + sure);
  });
  return { asked, found };
}

/** The most of the question that any one phrase of each procedure holds. */
function coverage(index: ProcedureIndex, matched: ReadonlyMap<number, number>): ReadonlyMap<number, number> {
  const most = new Map<number, number>();
  for (const [number, mass] of matched) {
    const pack = index.phrases[number]?.pack ?? -1;
    if (mass > (most.get(pack) ?? 0)) most.set(pack, mass);
  }
  return most;
}
