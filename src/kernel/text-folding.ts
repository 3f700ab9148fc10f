import { decodeTelex, decodeVni } from './text-folding-keyboard.ts';

/** Keyboards and copied documents offer many signs for the apostrophe of names such as H'Hen; all are one sign. */
export const APOSTROPHES = /['’‘‛ʼʻʹ′`´]/gu;

/** Zero-width and direction marks that come along from web pages, PDF files and scanners, and that nobody sees. */
export const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;

/** Letters without a Unicode decomposition that are written for đ and, in Ê Đê, Gia Rai and Ba Na names, for b. */
const PLAIN_LETTER: Readonly<Record<string, string>> = { đ: 'd', ð: 'd', ɖ: 'd', ƀ: 'b', ɓ: 'b', ı: 'i' };

/**
 * Reduces text to what two people would type alike: lower case, no accents, đ as d, no apostrophes,
 * every other sign a single space. Text that differs only in accents, tone placement, case, spacing or Unicode form folds alike.
 */
export function foldForSearch(text: string): string {
  return text
    .replace(APOSTROPHES, '')
    .replace(INVISIBLE, '')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    // Some letters have one of these signs inside: ŉ is ʼn.
    .replace(APOSTROPHES, '')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[đðɖƀɓı]/gu, (letter) => PLAIN_LETTER[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * The foldings worth searching for, best first: the text as typed, then as if Telex keys ("nguyeexn vawn")
 * or VNI keys ("nguye64n va8n") had not been turned into accents. At most three, without repeats.
 */
export function searchCandidates(text: string): readonly string[] {
  const readings = [text, decodeTelex(text), decodeVni(text)].map(foldForSearch);
  return [...new Set(readings)].filter((reading) => reading !== '');
}

/** The first letters of every word, folded: "Nguyễn Văn An" gives "nva". */
export function searchInitials(text: string): string {
  return foldForSearch(text)
    .split(' ')
    .map((word) => word.slice(0, 1))
    .join('');
}

/** How many typing errors a folded word of this length is forgiven: none up to 3 letters, one up to 7, two beyond. */
export function forgivenErrors(length: number): 0 | 1 | 2 {
  if (length <= 3) return 0;
  return length <= 7 ? 1 : 2;
}

/**
 * How many letters must be added, dropped, changed or swapped with their neighbour to turn one text into the other
 * (optimal string alignment), or undefined when it takes more than `limit`.
 */
export function editDistance(left: string, right: string, limit: number): number | undefined {
  if (left === right) return 0;
  if (Math.abs(left.length - right.length) > limit) return undefined;
  let beforeLast: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    let smallest = row;
    for (let column = 1; column <= right.length; column++) {
      const same = left[row - 1] === right[column - 1];
      let cost = Math.min(at(last, column) + 1, at(current, column - 1) + 1, at(last, column - 1) + (same ? 0 : 1));
      if (row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1]) {
        cost = Math.min(cost, at(beforeLast, column - 2) + 1);
      }
      current.push(cost);
      if (cost < smallest) smallest = cost;
    }
    if (smallest > limit) return undefined;
    beforeLast = last;
    last = current;
  }
  const distance = at(last, right.length);
  return distance <= limit ? distance : undefined;
}

/**
 * How well a name answers what was typed, from 1 (the same words) down to 0 (no answer): words in any order,
 * beginnings of words, initials ("nva"), Telex and VNI slips, and a few typing errors are forgiven, each at a price.
 */
export function searchScore(typed: string, name: string): number {
  const target = foldForSearch(name);
  const words = target.split(' ');
  let best = 0;
  searchCandidates(typed).forEach((reading, index) => {
    const score = scoreReading(reading, target, words) - index * 0.02;
    if (score > best) best = score;
  });
  return best;
}

function scoreReading(reading: string, target: string, words: readonly string[]): number {
  if (reading === target) return 1;
  if (reading.length > 1 && target.startsWith(reading)) return 0.95;
  if (reading.length > 1 && reading === words.map((word) => word.slice(0, 1)).join('')) return 0.7;
  const open = [...words];
  let sum = 0;
  const typedWords = reading.split(' ');
  for (const typedWord of typedWords) {
    const found = bestWord(typedWord, open);
    if (found === undefined) return 0;
    open.splice(found.index, 1);
    sum += found.score;
  }
  const coverage = typedWords.length / words.length;
  return (sum / typedWords.length) * (0.8 + 0.1 * Math.min(1, coverage));
}

function bestWord(typed: string, words: readonly string[]): { readonly index: number; readonly score: number } | undefined {
  let best: { readonly index: number; readonly score: number } | undefined;
  words.forEach((word, index) => {
    const score = wordScore(typed, word);
    if (score > 0 && (best === undefined || score > best.score)) best = { index, score };
  });
  return best;
}

function wordScore(typed: string, word: string): number {
  if (typed === word) return 1;
  if (word.startsWith(typed)) return 0.9;
  if (/\d/u.test(typed)) return 0;
  const distance = editDistance(typed, word, forgivenErrors(typed.length));
  return distance === undefined ? 0 : 0.75 - 0.15 * (distance - 1);
}

/** The rows of the distance table are filled from the left, so a missing cell cannot occur. */
function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}
