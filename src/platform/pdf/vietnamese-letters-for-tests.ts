const TONES = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
const VOWELS = ['a', 'ă', 'â', 'e', 'ê', 'i', 'o', 'ô', 'ơ', 'u', 'ư', 'y'];

/** The letters of Vietnamese beyond plain Latin, small and capital: 12 vowels with 6 tones, đ, less the 6 that are plain. 134 in all. */
export const VIETNAMESE_LETTERS: readonly string[] = [...VOWELS.flatMap((vowel) => TONES.map((tone) => (vowel + tone).normalize('NFC'))), 'đ']
  .filter((letter) => letter.normalize('NFD') !== letter || letter === 'đ')
  .flatMap((letter) => [letter, letter.toLocaleUpperCase('vi')]);
