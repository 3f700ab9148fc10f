import { type Tone, readSyllable, writeSyllable } from './text-folding-syllable.ts';

/** What one key did to the letters typed so far: changed them, set the tone, or was a letter itself. */
type KeyEffect = 'changed' | { readonly tone: Tone } | 'letter';

type Layout = (key: string, letters: string[], hasVowel: boolean) => KeyEffect;

const TELEX_TONES: Readonly<Record<string, Tone>> = { s: '\u0301', f: '\u0300', r: '\u0309', x: '\u0303', j: '\u0323', z: '' };
const VNI_TONES: Readonly<Record<string, Tone>> = { 0: '', 1: '\u0301', 2: '\u0300', 3: '\u0309', 4: '\u0303', 5: '\u0323' };
const CIRCUMFLEX: Readonly<Record<string, string>> = { a: 'â', e: 'ê', o: 'ô' };
const HORN: Readonly<Record<string, string>> = { o: 'ơ', u: 'ư' };
const VOWEL = /[aăâeêioôơuưy]/u;

/**
 * Turns words typed in Telex keys while the accent keyboard was off ("Nguyeexn Vawn") into written Vietnamese.
 * A word that does not become a well-spelled syllable stays as typed.
 */
export function decodeTelex(text: string): string {
  return text.replace(/(?<![\p{L}\p{M}\p{N}])[a-z]{2,12}(?![\p{L}\p{M}\p{N}])/giu, (word) => decodeWord(word, telexKey));
}

/**
 * Turns words typed in VNI keys while the accent keyboard was off ("nguye64n va8n") into written Vietnamese.
 * A word that does not become a well-spelled syllable stays as typed.
 */
export function decodeVni(text: string): string {
  return text.replace(/(?<![\p{L}\p{M}\p{N}])[a-z][a-z0-9]{1,14}(?![\p{L}\p{M}\p{N}])/giu, (word) =>
    /\d/u.test(word) ? decodeWord(word, vniKey) : word,
  );
}

function decodeWord(word: string, layout: Layout): string {
  if (readSyllable(word) !== undefined) return word;
  const letters: string[] = [];
  let tone: Tone = '';
  let touched = false;
  for (const key of word.toLowerCase()) {
    const hasVowel = letters.some((letter) => VOWEL.test(letter));
    const effect = layout(key, letters, hasVowel);
    if (effect === 'letter') letters.push(key);
    else touched = true;
    if (typeof effect === 'object') tone = effect.tone;
  }
  if (!touched) return word;
  const firstVowel = letters.findIndex((letter) => VOWEL.test(letter));
  const toned = letters.map((letter, index) => (index === firstVowel ? letter + tone : letter)).join('');
  const syllable = readSyllable(toned);
  return syllable === undefined ? word : likeCase(word, writeSyllable(syllable));
}

function telexKey(key: string, letters: string[], hasVowel: boolean): KeyEffect {
  const tone = TELEX_TONES[key];
  if (tone !== undefined && hasVowel) return { tone };
  if (key === 'w') return telexHorn(letters);
  if (key === 'd' && letters[0] === 'd') return change(letters, 0, 'đ');
  const circumflex = CIRCUMFLEX[key];
  // the second a, e or o may follow its vowel at once ("tieengs") or after the final consonant ("tienegs")
  const last = letters.findLastIndex((letter) => VOWEL.test(letter));
  if (circumflex !== undefined && letters[last] === key) return change(letters, last, circumflex);
  return 'letter';
}

function telexHorn(letters: string[]): KeyEffect {
  const last = letters.findLastIndex((letter) => 'aou'.includes(letter));
  if (last < 0) {
    letters.push('ư');
    return 'changed';
  }
  return letters[last] === 'a' ? change(letters, last, 'ă') : horn(letters);
}

function vniKey(key: string, letters: string[], hasVowel: boolean): KeyEffect {
  const tone = VNI_TONES[key];
  if (tone !== undefined && hasVowel) return { tone };
  if (key === '9' && letters[0] === 'd') return change(letters, 0, 'đ');
  if (key === '8') return change(letters, letters.lastIndexOf('a'), 'ă');
  if (key === '7') return horn(letters);
  if (key === '6') {
    const last = letters.findLastIndex((letter) => letter in CIRCUMFLEX);
    return change(letters, last, CIRCUMFLEX[letters[last] ?? ''] ?? '');
  }
  return 'letter';
}

/** "uo" takes both horns at once, as in "người"; otherwise the last o or u takes one. */
function horn(letters: string[]): KeyEffect {
  const last = letters.findLastIndex((letter) => letter in HORN);
  if (letters[last] === 'o' && letters[last - 1] === 'u' && letters[last - 2] !== 'q') letters[last - 1] = 'ư';
  return change(letters, last, HORN[letters[last] ?? ''] ?? '');
}

function change(letters: string[], index: number, letter: string): KeyEffect {
  if (index < 0) return 'letter';
  letters[index] = letter;
  return 'changed';
}

function likeCase(pattern: string, word: string): string {
  if (pattern === pattern.toUpperCase()) return word.toUpperCase();
  return pattern[0] === pattern[0]?.toUpperCase() ? word.slice(0, 1).toUpperCase() + word.slice(1) : word;
}
