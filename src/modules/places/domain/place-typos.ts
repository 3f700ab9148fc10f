import { editDistance, forgivenErrors } from '../../../kernel/text-folding.ts';
import { type PlaceIndex, type PlaceName, letterSet } from './place-index.ts';
import { type Height, type PlaceSpan, fitsType, heightOf, makeSpan } from './place-spans.ts';
import { type FormerDistrict, type PlaceUnit } from './place-units.ts';
import { type PlaceWord, type UnitType, typeBefore } from './place-words.ts';

/** A run of words between commas and written types. */
interface Phrase {
  readonly start: number;
  readonly end: number;
  readonly type: UnitType | undefined;
}

/** Words that begin a hamlet, a street or a house number: no unit is looked for behind them. */
const LOCAL_WORDS = new Set(
  'thon xom ap khom khu pho ngo ngach hem kiet duong so nha to doi tdp tổ khoi buon lang ban cum toa lo can chung'.split(' '),
);
const LONGEST_WINDOW = 5;
const SHORTEST_KEY = 4;

/**
 * Runs of words that are nearly the name of a unit, where no exact name explains them: provinces first, then districts of the
 * provinces found, then communes of the districts or provinces found. Numbers must be right; short names may have no error.
 */
export function findNearSpans(words: readonly PlaceWord[], exact: readonly PlaceSpan[], index: PlaceIndex): readonly PlaceSpan[] {
  const phrases = splitPhrases(words);
  const near: PlaceSpan[] = [];
  const spansOf = (height: Height): readonly PlaceSpan[] => [...exact, ...near].filter((span) => heightOf(span.unit) === height);
  const search = (height: Height, names: readonly PlaceName[]): void => {
    const windows = phrases.flatMap((phrase) => windowsOf(phrase, height, words));
    if (windows.length > 0) near.push(...nearest(words, windows, names));
  };
  const namesOf = (units: readonly PlaceUnit[]): readonly PlaceName[] => units.flatMap((unit) => index.namesOf.get(unit) ?? []);
  if (!spansOf('province').some((span) => span.end === words.length)) {
    search('province', namesOf([...index.units.provinces, ...index.units.formerProvinces]));
  }
  const atEnd = spansOf('province').filter((span) => span.end === words.length);
  const provinces = new Set(atEnd.map((span) => span.unit));
  const inProvinces = (district: FormerDistrict): boolean =>
    provinces.size === 0 || provinces.has(district.province) || provinces.has(district.province.today);
  // "Thanh Hóa" at the end is the province, not its city
  const provinceStart = Math.min(words.length, ...atEnd.map((span) => span.from));
  const districtsFound = (): readonly FormerDistrict[] =>
    spansOf('district').flatMap(({ unit, end }) => (unit.level === 'former-district' && end <= provinceStart && inProvinces(unit) ? [unit] : []));
  if (districtsFound().length === 0) search('district', namesOf(index.units.formerDistricts.filter(inProvinces)));
  const districts = [...new Set(districtsFound())];
  const communes = communesToSearch(districts, provinces, index);
  search('commune', communes === undefined ? index.names.filter(({ unit }) => heightOf(unit) === 'commune') : namesOf(communes));
  return near;
}

/** The communes within the districts found, else within the provinces found; undefined for all there are. */
function communesToSearch(
  districts: readonly FormerDistrict[],
  provinces: ReadonlySet<PlaceUnit>,
  index: PlaceIndex,
): readonly PlaceUnit[] | undefined {
  const { units } = index;
  if (districts.length > 0) return districts.flatMap((district) => [...district.communes, ...district.today]);
  if (provinces.size === 0) return undefined;
  const former = new Set(units.formerProvinces.filter((province) => provinces.has(province) || provinces.has(province.today)));
  return [...former].flatMap((province) => [...province.districts.flatMap((district) => district.communes), ...province.today.communes]);
}

interface Window {
  readonly start: number;
  readonly end: number;
  readonly key: string;
  readonly limit: number;
  readonly letters: number;
  readonly digits: string;
}

function windowsOf(phrase: Phrase, height: Height, words: readonly PlaceWord[]): readonly Window[] {
  if (!fitsType(height, phrase.type)) return [];
  if (phrase.type === undefined && LOCAL_WORDS.has(words[phrase.start]?.folded ?? '')) return [];
  const windows: Window[] = [];
  // behind a written type the name begins at once; elsewhere it may begin at any word
  const lastStart = phrase.type === undefined ? phrase.end - 1 : phrase.start;
  for (let start = phrase.start; start <= lastStart; start++) {
    for (let end = start + 1; end <= Math.min(phrase.end, start + LONGEST_WINDOW); end++) {
      const key = words.slice(start, end).map((word) => word.folded).join(' ');
      if (key.length < SHORTEST_KEY) continue;
      windows.push({ start, end, key, limit: forgivenErrors(key.length), letters: letterSet(key), digits: key.replace(/\D/gu, '') });
    }
  }
  return windows;
}

function nearest(words: readonly PlaceWord[], windows: readonly Window[], names: readonly PlaceName[]): readonly PlaceSpan[] {
  const spans: PlaceSpan[] = [];
  for (const name of names) {
    for (const window of windows) {
      const errors = countErrors(window, name);
      if (errors !== undefined && errors > 0) spans.push(makeSpan(words, name, window.start, window.end, errors));
    }
  }
  return spans;
}

function countErrors(window: Window, { key, letters }: PlaceName): number | undefined {
  if (Math.abs(window.key.length - key.length) > window.limit) return undefined;
  // every error changes at most two letters of the set: a cheap test that spares most distances
  if (bitCount(window.letters ^ letters) > 2 * window.limit) return undefined;
  if (window.digits !== key.replace(/\D/gu, '')) return undefined;
  return editDistance(window.key, key, Math.min(window.limit, forgivenErrors(key.length)));
}

/** Cuts the words at commas and at written types; a type itself is in no phrase. */
function splitPhrases(words: readonly PlaceWord[]): readonly Phrase[] {
  const phrases: Phrase[] = [];
  let start = 0;
  let type: UnitType | undefined;
  for (let index = 1; index <= words.length; index++) {
    const before = index < words.length ? typeBefore(words, index) : undefined;
    const isCut = index === words.length || words[index]?.segment !== words[index - 1]?.segment;
    const end = before === undefined ? index : index - before.length;
    if (!isCut && before === undefined) continue;
    if (end > start) phrases.push({ start, end, type });
    start = index;
    type = before?.type;
  }
  return phrases;
}

function bitCount(set: number): number {
  let count = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
