import { type PlaceData } from './place-data.ts';
import { type PlaceUnit, type PlaceUnits, joinPlaceUnits } from './place-units.ts';
import { type UnitType, foldPlaceName, splitUnitName } from './place-words.ts';

/** A name that a unit is found by. */
export interface PlaceName {
  readonly unit: PlaceUnit;
  readonly type: UnitType | undefined;
  /** Without its type, in written form. */
  readonly name: string;
  /** Folded. */
  readonly key: string;
  /** The letters a to z of the key, one bit each: most names that are far from what was typed differ here already. */
  readonly letters: number;
}

/** Everything needed to find units by what people write. Built once; reading it changes nothing. */
export interface PlaceIndex {
  readonly units: PlaceUnits;
  /** By folded name without the type. */
  readonly byName: ReadonlyMap<string, readonly PlaceName[]>;
  readonly namesOf: ReadonlyMap<PlaceUnit, readonly PlaceName[]>;
  readonly names: readonly PlaceName[];
  /** Units of today and of before July 2025 with a code; commune codes of both times are told apart by level. */
  readonly byCode: ReadonlyMap<string, readonly PlaceUnit[]>;
  /** All folded names in order, for names that are still being typed. */
  readonly sortedKeys: readonly string[];
  /** The words of the longest name. */
  readonly longestName: number;
}

/** Other names of provinces by their folded name: what people still say, short forms, other spellings. */
const PROVINCE_ALIASES: Readonly<Record<string, readonly string[]>> = {
  'ho chi minh': ['Sài Gòn', 'SàiGòn'],
  // "TT Huế" is the short form of Thừa Thiên Huế, although TT. is a town elsewhere
  hue: ['Thừa Thiên Huế', 'Thị trấn Huế', 'TTH'],
  // Hà Tây became part of Hà Nội in 2008; papers from before are still shown
  'ha noi': ['Hà Tây'],
  'dak lak': ['Đắc Lắc', 'ĐắcLắc'],
  'dak nong': ['Đắc Nông', 'ĐắcNông'],
  'bac kan': ['Bắc Cạn', 'BắcCạn'],
};

/** State farms ("nông trường") gave some towns their name; people leave the word out or write it in full. */
const STATE_FARM = /^(?:NT|Nông trường) /iu;

/** Joins the stored lists and indexes every name. Takes a few hundred milliseconds at most; the answer is kept by the caller. */
export function createPlaceIndex(data: PlaceData): PlaceIndex {
  const units = joinPlaceUnits(data);
  const byName = new Map<string, PlaceName[]>();
  const namesOf = new Map<PlaceUnit, PlaceName[]>();
  const names: PlaceName[] = [];
  const byCode = new Map<string, PlaceUnit[]>();
  let longestName = 1;
  const add = (unit: PlaceUnit, type: UnitType | undefined, name: string): void => {
    const key = foldPlaceName(name);
    const own = namesOf.get(unit);
    if (own?.some((other) => other.key === key && other.type === type) === true) return;
    const entry: PlaceName = { unit, type, name, key, letters: letterSet(key) };
    names.push(entry);
    listUnder(byName, key).push(entry);
    if (own === undefined) namesOf.set(unit, [entry]);
    else own.push(entry);
    longestName = Math.max(longestName, key.split(' ').length);
  };
  const addFullName = (unit: PlaceUnit, fullName: string): void => {
    const { type, name } = splitUnitName(fullName);
    add(unit, type, name);
    if (STATE_FARM.test(name)) {
      // without the word it is only a way of speaking: a town that is really called so comes first
      add(unit, undefined, name.replace(STATE_FARM, ''));
      add(unit, type, name.replace(STATE_FARM, 'Nông trường '));
    }
  };
  for (const unit of allUnits(units)) {
    addFullName(unit, unit.fullName);
    if (unit.level === 'commune') for (const name of unit.formerNames) addFullName(unit, name);
    if (unit.level === 'province' || unit.level === 'former-province') {
      const { type, name } = splitUnitName(unit.fullName);
      for (const alias of [name.replaceAll(' ', ''), ...(PROVINCE_ALIASES[foldPlaceName(name)] ?? [])]) add(unit, type, alias);
    }
    if (unit.code !== undefined) listUnder(byCode, unit.code).push(unit);
  }
  return { units, byName, namesOf, names, byCode, sortedKeys: [...byName.keys()].sort(), longestName };
}

/** The letters a to z that occur in a folded text, one bit each. */
export function letterSet(key: string): number {
  let set = 0;
  for (let index = 0; index < key.length; index++) {
    const letter = key.charCodeAt(index) - 97;
    if (letter >= 0 && letter < 26) set |= 1 << letter;
  }
  return set;
}

function allUnits(units: PlaceUnits): readonly PlaceUnit[] {
  return [...units.provinces, ...units.communes, ...units.formerProvinces, ...units.formerDistricts, ...units.formerCommunes];
}

function listUnder<T>(lists: Map<string, T[]>, key: string): T[] {
  const list = lists.get(key);
  if (list !== undefined) return list;
  const fresh: T[] = [];
  lists.set(key, fresh);
  return fresh;
}
