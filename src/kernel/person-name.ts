import { type Problem, type Result, ok, refuse } from './result.ts';
import { APOSTROPHES, INVISIBLE } from './text-folding.ts';

/** Why text cannot be a person's name. */
export type PersonNameProblem = Problem<
  | 'person-name.empty'
  | 'person-name.too-long'
  | 'person-name.control-character'
  | 'person-name.digit'
  | 'person-name.script'
  | 'person-name.sign'
>;

/** A name taken apart the Vietnamese way; a single word is the given name. */
export interface PersonNameParts {
  readonly family: string;
  readonly middle: string;
  readonly given: string;
}

/** Longer than any name in the civil status registers, short enough for every form. */
export const MAX_PERSON_NAME = 100;

/** A word of a name: letters, parts joined by one apostrophe or hyphen (H'Hen, Y-Bhăm), a full stop after an abbreviation. */
const WORD = /^\p{L}\p{M}{0,2}(?:(?:\p{L}|['-](?=\p{L}))\p{M}{0,2})*\.?$/u;
const LETTER_RUN = /[\p{L}\p{M}]+/gu;

/**
 * Writes a name as it is stored and shown: composed, single spaces, one kind of apostrophe, “NGUYỄN VĂN A” and “nguyễn văn a”
 * as “Nguyễn Văn A”, “h'hen niê” as “H'Hen Niê”; tone marks stay where the holder writes them. Refuses empty and too long
 * names, control characters, digits, letters of other scripts, and signs that no name has.
 */
export function normalizePersonName(text: string): Result<string, PersonNameProblem> {
  const cleaned = text
    .replace(APOSTROPHES, "'")
    .replace(INVISIBLE, '')
    .normalize('NFKC')
    .replace(/[ÐƉ]/gu, 'Đ')
    .replace(/[ðɖ]/gu, 'đ')
    .replace(/[‐‑‒–—−]/gu, '-')
    .trim();
  const name = cleaned.replace(/[\p{Zs}\t]+/gu, ' ').replace(/ ?(['-]) ?/gu, '$1');
  if (name === '') return refuse('person-name.empty');
  if (/\p{Cc}|\p{Zl}|\p{Zp}/u.test(name)) return refuse('person-name.control-character');
  if (name.length > MAX_PERSON_NAME) return refuse('person-name.too-long', { length: name.length, max: MAX_PERSON_NAME });
  if (/\p{N}/u.test(name)) return refuse('person-name.digit');
  if (/(?!\p{Script=Latin})\p{L}/u.test(name)) return refuse('person-name.script');
  const words = name.split(' ');
  if (!words.every((word) => WORD.test(word))) return refuse('person-name.sign', { sign: strangeSign(name) });
  return ok(words.map(capitalizeWord).join(' '));
}

/** Splits a normalised name: the first word is the family name, the last the given name, the rest between them. */
export function personNameParts(name: string): PersonNameParts {
  const words = name.trim().split(/\s+/u);
  return words.length === 1
    ? { family: '', middle: '', given: words[0] ?? '' }
    : { family: words[0] ?? '', middle: words.slice(1, -1).join(' '), given: words.at(-1) ?? '' };
}

/** The first letters of a name in capitals, accents kept: “Nguyễn Đình Ánh” gives “NĐÁ”. */
export function personNameInitials(name: string): string {
  return name
    .normalize('NFC')
    .split(/\s+/u)
    .map((word) => word.slice(0, 1).toUpperCase())
    .join('');
}

/**
 * A plain ASCII key by which names sort as on Vietnamese lists when compared byte by byte: given name, then family name,
 * then middle names, each by the alphabet (a ă â b c d đ e ê …) and, among equal letters, by tone (level, huyền, hỏi, ngã, sắc, nặng).
 */
export function personNameSortKey(name: string): string {
  const { family, middle, given } = personNameParts(name);
  return [given, family, ...middle.split(' ')]
    .filter((word) => word !== '')
    .map(wordSortKey)
    .join(' ');
}

const ALPHABET = Array.from('aăâbcdđeêfghijklmnoôơpqrstuưvwxyz');
/** One ASCII character per letter of the alphabet, ascending; the space and the "!" before tones sort below all of them. */
const RANKS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const TONE_ORDER = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];

function wordSortKey(word: string): string {
  let letters = '';
  let tones = '';
  for (const [letter] of word.toLowerCase().normalize('NFC').matchAll(/\p{L}\p{M}*/gu)) {
    const parts = letter.normalize('NFD');
    const tone = /[\u0300\u0309\u0303\u0301\u0323]/u.exec(parts)?.[0] ?? '';
    const bare = parts.replace(tone, '').normalize('NFC');
    const rank = ALPHABET.includes(bare) ? ALPHABET.indexOf(bare) : ALPHABET.indexOf(parts.slice(0, 1));
    letters += RANKS[rank] ?? 'Z';
    tones += String(TONE_ORDER.indexOf(tone));
  }
  return `${letters}!${tones}`;
}

/** Only words in one case, or that start small, are rewritten: “McDonald” knows better than a rule. */
function capitalizeWord(word: string): string {
  const inOneCase = word === word.toUpperCase() || word === word.toLowerCase();
  const startsSmall = /^\p{Ll}/u.test(word);
  return inOneCase || startsSmall ? word.replace(LETTER_RUN, (run) => capitalizeRun(run)) : word;
}

function capitalizeRun(run: string): string {
  const [first = '', ...rest] = Array.from(run);
  return first.toUpperCase() + rest.join('').toLowerCase();
}

/** The first sign that makes the name unreadable, for the message. */
function strangeSign(name: string): string {
  return /[^\p{L}\p{M}\p{Zs}'.-]/u.exec(name)?.[0] ?? /['.-]/u.exec(name)?.[0] ?? '';
}
