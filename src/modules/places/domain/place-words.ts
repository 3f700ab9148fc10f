import { INVISIBLE, foldForSearch } from '../../../kernel/text-folding.ts';
import { normalizeTonePlacement } from '../../../kernel/text-folding-tone.ts';

/** The kinds of units as names and addresses write them, folded. */
export type UnitType = 'tinh' | 'thanh pho' | 'huyen' | 'quan' | 'thi xa' | 'thi tran' | 'phuong' | 'xa' | 'dac khu';

/** One word of an address. */
export interface PlaceWord {
  /** Folded; abbreviations are written out, numbers lose leading zeros. */
  readonly folded: string;
  /** Lower case with canonical accents, as typed. */
  readonly written: string;
  /** Whether the word was typed with accents; an abbreviation that was written out says nothing of that. */
  readonly isAccented: boolean;
  /** Which part between commas it stands in, from 0. */
  readonly segment: number;
  /** Where the typed word begins and ends in the composed text. */
  readonly from: number;
  readonly to: number;
}

/** A kind of unit as written before a name. */
export interface WrittenType {
  readonly type: UnitType;
  /** In words. */
  readonly length: 1 | 2;
  /** False for one word without accents: the "xa" of "phuc xa ba dinh" ends a name and is no type. */
  readonly isCertain: boolean;
}

/** How a unit's full name is made: its type and the name that people know it by. */
export interface UnitName {
  readonly type: UnitType | undefined;
  readonly name: string;
}

const TYPES: readonly (readonly [UnitType, string])[] = [
  ['thanh pho', 'thành phố'],
  ['thi xa', 'thị xã'],
  ['thi tran', 'thị trấn'],
  ['dac khu', 'đặc khu'],
  ['tinh', 'tỉnh'],
  ['huyen', 'huyện'],
  ['quan', 'quận'],
  ['phuong', 'phường'],
  ['xa', 'xã'],
];

/** Written out wherever they stand. English words for kinds of units say nothing that the name does not say. */
const ABBREVIATIONS: Readonly<Record<string, string>> = {
  tp: 'thành phố',
  tx: 'thị xã',
  tt: 'thị trấn',
  ttr: 'thị trấn',
  dk: 'đặc khu',
  hcm: 'hồ chí minh',
  hcmc: 'hồ chí minh',
  tphcm: 'thành phố hồ chí minh',
  tphn: 'thành phố hà nội',
  hn: 'hà nội',
  brvt: 'bà rịa vũng tàu',
  city: '',
  province: '',
  commune: '',
  township: '',
  vn: '',
  vietnam: '',
};

/** One letter is a kind of unit only before a full stop or a number: "P.5", "Q 3", but not "An Lạc A". */
const LETTERS: Readonly<Record<string, string>> = { p: 'phường', f: 'phường', q: 'quận', h: 'huyện', x: 'xã', t: 'tỉnh', ward: 'phường', district: 'quận' };

/** An address has a few dozen words; of a longer text the end is kept, where the units stand. */
const MOST_WORDS = 64;
const MOST_LETTERS = 2000;

/** Splits a unit's full name ("Thị trấn Hậu Lộc") into its type and its name. */
export function splitUnitName(fullName: string): UnitName {
  const lower = fullName.toLowerCase();
  for (const [type, written] of TYPES) {
    if (lower.startsWith(`${written} `)) return { type, name: fullName.slice(written.length + 1) };
  }
  return { type: undefined, name: fullName };
}

/** The form in which names of units are compared: folded, numbers without leading zeros. */
export function foldPlaceName(name: string): string {
  return foldForSearch(name).replace(/(?<![a-z0-9])0+(?=\d)/gu, '');
}

/** Cuts an address into words with abbreviations written out (TP., TT., P.5, Q3, TPHCM). The text must be composed (NFC). */
export function splitPlaceWords(text: string): readonly PlaceWord[] {
  const words: PlaceWord[] = [];
  let segment = 0;
  let end = 0;
  for (const match of text.matchAll(/(?<letters>[\p{L}\p{M}'’ʼ]*)(?<digits>\d*)(?<dot>\.?)/gu)) {
    const { letters = '', digits = '', dot = '' } = match.groups ?? {};
    if (letters + digits === '') continue;
    if (/[,;|()\n]/u.test(text.slice(end, match.index))) segment += 1;
    const from = match.index;
    end = from + letters.length + digits.length;
    const next = text.slice(end + dot.length).match(/^\s*\d/u) !== null;
    const folded = foldForSearch(letters);
    const isMark = dot === '.' || digits !== '' || next;
    const written = ABBREVIATIONS[folded] ?? (isMark && Object.hasOwn(LETTERS, folded) ? LETTERS[folded] : undefined);
    if (written === undefined && !(folded in ABBREVIATIONS)) {
      push(words, letters + digits, segment, from, end);
      continue;
    }
    for (const word of (written ?? '').split(' ')) push(words, word, segment, from, from + letters.length, false);
    push(words, digits, segment, from + letters.length, end);
  }
  return dropCountry(words).slice(-MOST_WORDS);
}

/** Takes out what nobody sees and composes the text, so that positions in it are those of {@link splitPlaceWords}. */
export function cleanPlaceText(text: string): string {
  return text.slice(-MOST_LETTERS).replace(INVISIBLE, '').normalize('NFC');
}

/** The kind of unit that ends just before this word, in the same part, and how many words it has. */
export function typeBefore(words: readonly PlaceWord[], index: number): WrittenType | undefined {
  for (const [type, written] of TYPES) {
    const length = type.includes(' ') ? 2 : 1;
    const before = words.slice(Math.max(0, index - length), index);
    if (before.length < length || before.some((word) => word.segment !== words[index]?.segment)) continue;
    const folded = before.map((word) => word.folded).join(' ');
    const typed = before.map((word) => word.written).join(' ');
    // "Xà Phiên" is a name, "xa phien" may be a type and a name: accents, where typed, must be those of the type
    if (folded === type && (typed === type || typed === normalizeTonePlacement(written))) return { type, length, isCertain: length === 2 || typed !== type };
  }
  return undefined;
}

function push(words: PlaceWord[], text: string, segment: number, from: number, to: number, isTyped = true): void {
  const folded = foldPlaceName(text);
  if (folded === '') return;
  const isAccented = isTyped && /[^\p{ASCII}]/u.test(text);
  words.push({ folded, written: normalizeTonePlacement(text).toLowerCase(), isAccented, segment, from, to });
}

function dropCountry(words: PlaceWord[]): PlaceWord[] {
  const isCountry = words.at(-2)?.folded === 'viet' && words.at(-1)?.folded === 'nam';
  return isCountry ? words.slice(0, -2) : words;
}
