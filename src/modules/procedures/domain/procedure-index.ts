import { type ProcedurePack } from './procedure-pack.ts';
import { foldFillers, type Fillers, searchTokens, soundKey, withoutFillers } from './search-tokens.ts';
import { type SearchWords } from './search-words.ts';

/** What a phrase is to its procedure; the kinds differ in weight. */
export type PhraseKind = 'everyday' | 'synonym' | 'official' | 'english' | 'summary' | 'field';

const WEIGHT: Readonly<Record<PhraseKind, number>> = { everyday: 1, synonym: 1, official: 0.9, english: 0.85, summary: 0.5, field: 0.4 };

/** One way to say one procedure. */
export interface IndexedPhrase {
  /** Position of the procedure in `packs`. */
  readonly pack: number;
  readonly kind: PhraseKind;
  readonly weight: number;
  readonly text: string;
  /** All folded syllables, for the counter's prefix mode. */
  readonly syllables: readonly string[];
  /** The words that carry meaning, as positions in `words`. */
  readonly words: readonly number[];
  /** The rarity of its different words, summed. */
  readonly mass: number;
}

/** Everything the search needs, built once from the packs that citizens may see. */
export interface ProcedureIndex {
  readonly packs: readonly ProcedurePack[];
  readonly phrases: readonly IndexedPhrase[];
  readonly words: readonly string[];
  readonly wordNumbers: ReadonlyMap<string, number>;
  /** How rare each word is among the procedures; common words weigh little. */
  readonly rarity: readonly number[];
  /** The phrases that hold each word. */
  readonly phrasesOfWord: readonly (readonly number[])[];
  /** The phrases in which one word directly follows another; the key is `pairKey`. */
  readonly phrasesOfPair: ReadonlyMap<number, readonly number[]>;
  readonly wordsOfSound: ReadonlyMap<string, readonly number[]>;
  readonly fillers: Fillers;
  readonly groups: readonly { readonly say: readonly string[]; readonly mean: readonly string[] }[];
}

/** The key of two neighbouring words in `phrasesOfPair`. */
export function pairKey(first: number, second: number): number {
  return first * 65_536 + second;
}

interface RawPhrase {
  readonly pack: number;
  readonly kind: PhraseKind;
  readonly text: string;
  readonly syllables: readonly string[];
  readonly content: readonly string[];
}

/**
 * Builds the search index over the packs and the everyday language. Hidden packs are left out whatever is passed,
 * so that no search can ever lead a citizen to one.
 */
export function buildProcedureIndex(packs: readonly ProcedurePack[], language: SearchWords): ProcedureIndex {
  const visible = packs.filter((pack) => pack.audience.kind === 'citizen');
  const fillers = foldFillers(language.fillers);
  const raw = visible.flatMap((pack, number) => phrasesOf(pack, number, language, fillers));
  const wordNumbers = new Map<string, number>();
  for (const phrase of raw) for (const word of phrase.content) if (!wordNumbers.has(word)) wordNumbers.set(word, wordNumbers.size);
  const words = [...wordNumbers.keys()];
  const rarity = rarities(raw, wordNumbers, visible.length);
  const phrases = raw.map((phrase): IndexedPhrase => {
    const numbers = phrase.content.flatMap((word) => wordNumbers.get(word) ?? []);
    const mass = [...new Set(numbers)].reduce((sum, word) => sum + (rarity[word] ?? 0), 0);
    return { pack: phrase.pack, kind: phrase.kind, weight: WEIGHT[phrase.kind], text: phrase.text, syllables: phrase.syllables, words: numbers, mass };
  });
  return {
    packs: visible,
    phrases,
    words,
    wordNumbers,
    rarity,
    phrasesOfWord: postings(phrases, words.length),
    phrasesOfPair: pairs(phrases),
    wordsOfSound: sounds(words),
    fillers,
    groups: language.groups.flatMap((group) => {
      const mean = searchTokens(group.mean);
      return group.say.map((say) => ({ say: searchTokens(say), mean }));
    }),
  };
}

function phrasesOf(pack: ProcedurePack, number: number, language: SearchWords, fillers: Fillers): readonly RawPhrase[] {
  const said: [PhraseKind, string][] = [['official', pack.name.replace(/^Thủ tục\s+/iu, '')], ['field', pack.field]];
  if (pack.everyday !== null) {
    said.push(['everyday', pack.everyday.name.vi], ['summary', pack.everyday.summary.vi]);
    if (pack.everyday.name.en !== null) said.push(['english', pack.everyday.name.en]);
    for (const synonym of pack.everyday.synonyms) said.push(['synonym', synonym]);
  }
  for (const group of language.groups) {
    if (!group.codes.includes(pack.code)) continue;
    for (const say of [...group.say, group.mean]) said.push(['synonym', say]);
  }
  return said.map(([kind, text]) => {
    const syllables = searchTokens(text);
    return { pack: number, kind, text, syllables, content: withoutFillers(syllables, fillers) };
  });
}

/** The rarity of BM25: the logarithm of how many procedures lack the word against how many have it. */
function rarities(raw: readonly RawPhrase[], wordNumbers: ReadonlyMap<string, number>, packs: number): readonly number[] {
  const holders: Set<number>[] = Array.from({ length: wordNumbers.size }, () => new Set<number>());
  for (const phrase of raw) for (const word of phrase.content) holders[wordNumbers.get(word) ?? -1]?.add(phrase.pack);
  return holders.map((set) => Math.log(1 + (packs - set.size + 0.5) / (set.size + 0.5)));
}

function postings(phrases: readonly IndexedPhrase[], words: number): readonly (readonly number[])[] {
  const found: number[][] = Array.from({ length: words }, () => []);
  phrases.forEach((phrase, number) => {
    for (const word of new Set(phrase.words)) found[word]?.push(number);
  });
  return found;
}

function pairs(phrases: readonly IndexedPhrase[]): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>();
  phrases.forEach((phrase, number) => {
    phrase.words.forEach((word, position) => {
      const next = phrase.words[position + 1];
      if (next === undefined) return;
      const key = pairKey(word, next);
      const holders = found.get(key);
      if (holders === undefined) found.set(key, [number]);
      else if (holders.at(-1) !== number) holders.push(number);
    });
  });
  return found;
}

function sounds(words: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  words.forEach((word, number) => {
    const key = soundKey(word);
    found.set(key, [...(found.get(key) ?? []), number]);
  });
  return found;
}
