/** The tone marks as combining characters; '' is the level tone (thanh ngang). */
export type Tone = '' | '\u0300' | '\u0309' | '\u0303' | '\u0301' | '\u0323';

/**
 * One written Vietnamese syllable taken apart. The vowels carry their own marks (â, ă, ê, ô, ơ, ư) but no tone;
 * all parts are lower case and composed (NFC).
 */
export interface Syllable {
  readonly onset: string;
  readonly vowels: string;
  readonly coda: string;
  readonly tone: Tone;
}

/** The five tone marks of Vietnamese among the combining characters of decomposed (NFD) text. */
export const TONE_MARKS = /[\u0300\u0309\u0303\u0301\u0323]/gu;

const ONSETS = 'ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|b|c|d|đ|g|h|k|l|m|n|p|r|s|t|v|x';
const SHAPE = new RegExp(`^(${ONSETS})?([aăâeêioôơuưy]+)(ch|ng|nh|c|m|n|p|t)?$`, 'u');

const ENDS_A_SYLLABLE = words(
  'a e ê i o ô ơ u ư y ai ao au ay âu ây eo êu ia iu iêu oa oe oi oai oay oao oeo ôi ơi ua uê ui uơ uy uôi uây uya uyu ưa ưi ưu ươi ươu yêu',
);
const TAKES_A_CODA = words('a ă â e ê i o ô ơ u ư iê oa oă oe oo uâ uê uô uy uyê ươ yê');

/**
 * Reads one word, in any case, as a Vietnamese syllable. Undefined when no Vietnamese word is spelled so:
 * foreign words, names in other languages, words without their accents that need them, keys that were not turned into accents.
 */
export function readSyllable(word: string): Syllable | undefined {
  const marked = word.toLowerCase().normalize('NFD');
  const tones = marked.match(TONE_MARKS) ?? [];
  if (tones.length > 1) return undefined;
  const parts = SHAPE.exec(marked.replace(TONE_MARKS, '').normalize('NFC'));
  if (parts === null) return undefined;
  let onset = parts[1] ?? '';
  let vowels = parts[2] ?? '';
  const coda = parts[3] ?? '';
  const tone = (tones[0] ?? '') as Tone;
  if (onset === 'gi' && vowels.startsWith('ê')) {
    // "giếng" is written with one i that serves as onset and as vowel
    onset = 'g';
    vowels = `i${vowels}`;
  }
  return isSpelledRight(onset, vowels, coda, tone) ? { onset, vowels, coda, tone } : undefined;
}

/** Writes a syllable in lower case with its tone mark on the vowel that canonical spelling puts it on. */
export function writeSyllable({ onset, vowels, coda, tone }: Syllable): string {
  const seat = onset.length + toneSeat(vowels, coda);
  const bare = onset + vowels + coda;
  return (bare.slice(0, seat + 1) + tone + bare.slice(seat + 1)).normalize('NFC');
}

/**
 * Which of the vowels carries the tone mark, counted from 0. One placement must be chosen: this is the older one
 * (hòa, thủy, khỏe), which the names of provinces and communes are written with.
 */
export function toneSeat(vowels: string, coda: string): number {
  const marked = Array.from(vowels).findLastIndex((letter) => 'ăâêôơư'.includes(letter));
  if (marked >= 0) return marked;
  if (vowels.length === 3) return 1;
  return vowels.length === 2 && coda !== '' ? 1 : 0;
}

function isSpelledRight(onset: string, vowels: string, coda: string, tone: Tone): boolean {
  if (!(coda === '' ? ENDS_A_SYLLABLE : TAKES_A_CODA).has(vowels)) return false;
  if (/^(?:ngh|gh|k)$/u.test(onset) && !/^[eêiy]/u.test(vowels)) return false;
  // a syllable that ends in c, ch, p or t carries only the tones sắc and nặng
  return !/^(?:c|ch|p|t)$/u.test(coda) || tone === '\u0301' || tone === '\u0323';
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
