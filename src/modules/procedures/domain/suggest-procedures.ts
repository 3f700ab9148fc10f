import { foldForSearch } from '../../../kernel/text-folding.ts';
import { type IndexedPhrase, type PhraseKind, type ProcedureIndex } from './procedure-index.ts';
import { type ProcedureHit, searchProcedures } from './search-procedures.ts';
import { tokensOfFolded } from './search-tokens.ts';

/** Words that so many names begin with that nobody types them: “ks” means khai sinh, not “đăng ký …”. */
const LEADS: readonly (readonly string[])[] = ['dang ki', 'lam', 'xin', 'cap', 'giay', 'chung thuc', 'xac nhan'].map((lead) => tokensOfFolded(lead));

const KIND_BONUS: Readonly<Record<PhraseKind, number>> = { everyday: 6, synonym: 3, official: 0, english: -4, summary: -100, field: -100 };

/**
 * What the officer at the counter may mean by the first keystrokes: initials (“ks”, “kh”, “sy”), beginnings of words (“kh si”)
 * or a part of the code; best first, at most `limit`. Filled up with ordinary search answers when few names begin so.
 */
export function suggestProcedures(index: ProcedureIndex, prefix: string, limit = 8): readonly ProcedureHit[] {
  const typed = prefix.trim();
  if (/^\d[\d.]*$/u.test(typed)) return byCode(index, typed, limit);
  const folded = foldForSearch(typed);
  const tokens = tokensOfFolded(folded);
  if (tokens.length === 0) return [];
  const best = new Map<number, ProcedureHit>();
  for (const phrase of index.phrases) {
    const rank = tokens.length === 1 ? rankOne(phrase, folded, tokens[0] ?? '') : rankMany(phrase, tokens);
    if (rank === undefined) continue;
    const pack = index.packs[phrase.pack];
    if (pack === undefined) continue;
    const score = (rank + KIND_BONUS[phrase.kind] + (pack.everyday === null ? 0 : 4) - 0.6 * phrase.syllables.length) / 100;
    const before = best.get(phrase.pack);
    if (score > 0 && (before === undefined || score > before.score)) best.set(phrase.pack, { code: pack.code, score, phrase: phrase.text });
  }
  const named = [...best.values()].sort((one, other) => other.score - one.score || (one.code < other.code ? -1 : 1)).slice(0, limit);
  if (named.length >= limit) return named;
  const rest = searchProcedures(index, typed, limit).filter((hit) => !named.some((one) => one.code === hit.code));
  return [...named, ...rest].slice(0, limit);
}

function byCode(index: ProcedureIndex, typed: string, limit: number): readonly ProcedureHit[] {
  const bare = typed.replaceAll('.', '');
  return index.packs
    .flatMap((pack) => {
      const rank = pack.code.startsWith(typed) ? 1 : pack.code.replaceAll('.', '').includes(bare) ? 0.5 : 0;
      return rank === 0 ? [] : [{ code: pack.code, score: rank, phrase: pack.everyday?.name.vi ?? pack.name }];
    })
    .sort((one, other) => other.score - one.score || (one.code < other.code ? -1 : 1))
    .slice(0, limit);
}

/** One run of letters: initials as they were typed (the y of “sy” is a word), or the beginning of a word. */
function rankOne(phrase: IndexedPhrase, letters: string, word: string): number | undefined {
  const words = withoutLead(phrase.syllables);
  if (letters.length > 1) {
    const [initials, all] = [initialsOf(words), initialsOf(phrase.syllables)];
    if (initials === letters) return 100;
    if (all === letters) return 96;
    if (initials.startsWith(letters)) return 88;
    if (letters.length > 2 && all.startsWith(letters)) return 84;
    if (letters.length > 3 && words.join('').startsWith(letters)) return 86;
  }
  if (words[0]?.startsWith(word) === true) return 78;
  return letters.length > 1 && words.some((one) => one.startsWith(word)) ? 55 : undefined;
}

function rankMany(phrase: IndexedPhrase, typed: readonly string[]): number | undefined {
  const words = withoutLead(phrase.syllables);
  if (beginsAt(words, typed, 0)) return 95;
  if (words.some((_, start) => beginsAt(words, typed, start))) return 70;
  return inOrder(words, typed) ? 50 : undefined;
}

function withoutLead(syllables: readonly string[]): readonly string[] {
  const lead = LEADS.find((words) => words.length < syllables.length && words.every((word, position) => syllables[position] === word));
  return lead === undefined ? syllables : withoutLead(syllables.slice(lead.length));
}

function initialsOf(words: readonly string[]): string {
  return words.map((word) => word.slice(0, 1)).join('');
}

function beginsAt(words: readonly string[], typed: readonly string[], start: number): boolean {
  return typed.every((part, offset) => words[start + offset]?.startsWith(part) === true);
}

function inOrder(words: readonly string[], typed: readonly string[]): boolean {
  let next = 0;
  for (const word of words) if (word.startsWith(typed[next] ?? '\u0000')) next++;
  return next === typed.length;
}
