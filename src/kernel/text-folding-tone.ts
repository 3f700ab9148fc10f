import { TONE_MARKS, readSyllable, toneSeat } from './text-folding-syllable.ts';

/**
 * Writes every Vietnamese word with its tone mark in the one canonical place ("Hoà", "tòan" become "Hòa", "toàn"),
 * composed (NFC), case kept, so that stored spellings can be compared. Words that are not Vietnamese stay as they are.
 */
export function normalizeTonePlacement(text: string): string {
  return text.normalize('NFC').replace(/[\p{L}\p{M}]+/gu, moveTone);
}

function moveTone(word: string): string {
  const syllable = readSyllable(word);
  if (syllable === undefined || syllable.tone === '') return word;
  const seat = syllable.onset.length + toneSeat(syllable.vowels, syllable.coda);
  const letters = Array.from(word.normalize('NFD').replace(TONE_MARKS, '').normalize('NFC'));
  return letters.map((letter, index) => (index === seat ? (letter + syllable.tone).normalize('NFC') : letter)).join('');
}
