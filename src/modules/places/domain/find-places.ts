import { type PlaceIndex, type PlaceName } from './place-index.ts';
import { fitsType, heightOf } from './place-spans.ts';
import { type PlaceUnit } from './place-units.ts';
import { type PlaceWord, typeBefore } from './place-words.ts';
import { readPlaces } from './resolve-address.ts';

/** A unit of any time that answers a search. */
export interface PlaceHit {
  readonly unit: PlaceUnit;
  /** Whether the whole name was found, only its beginning, or its code. */
  readonly match: 'name' | 'beginning' | 'code';
}

/** Candidates this far behind the best one are names that merely occur in the text. */
const RANGE = 20;
const LEAST_SCORE = 20;
const LEVELS: readonly PlaceUnit['level'][] = ['province', 'commune', 'former-province', 'former-district', 'former-commune'];

/**
 * Finds units of today and of before by name, name with the units above it, code, or the beginning of a name that is still being
 * typed; accents, types and small typing errors do not matter. Best first, today's units first among equals; at most `limit`.
 */
export function findPlaces(query: string, index: PlaceIndex, limit = 10): readonly PlaceHit[] {
  const hits = new Map<PlaceUnit, PlaceHit>();
  const add = (unit: PlaceUnit, match: PlaceHit['match']): void => {
    if (!hits.has(unit)) hits.set(unit, { unit, match });
  };
  for (const unit of index.byCode.get(query.trim()) ?? []) add(unit, 'code');
  const reading = readPlaces(query, index);
  const least = Math.max(LEAST_SCORE, (reading.candidates[0]?.score ?? 0) - RANGE);
  for (const { unit, score } of reading.candidates) if (score >= least) add(unit, 'name');
  for (const { unit } of findBeginnings(reading.words, index, limit * 4)) add(unit, 'beginning');
  return [...hits.values()].slice(0, limit);
}

function findBeginnings(words: readonly PlaceWord[], index: PlaceIndex, limit: number): readonly PlaceName[] {
  const written = [2, 1].map((at) => (words.length > at ? typeBefore(words, at) : undefined)).find((type, at) => type?.length === 2 - at);
  const key = words.slice(written?.length ?? 0).map((word) => word.folded).join(' ');
  if (key.length < 2) return [];
  const found: PlaceName[] = [];
  for (let at = lowerBound(index.sortedKeys, key); at < index.sortedKeys.length && found.length < limit * 10; at++) {
    const candidate = index.sortedKeys[at] ?? '';
    if (!candidate.startsWith(key)) break;
    found.push(...(index.byName.get(candidate) ?? []).filter(({ unit }) => fitsType(heightOf(unit), written?.type)));
  }
  return found.sort((left, right) => LEVELS.indexOf(left.unit.level) - LEVELS.indexOf(right.unit.level) || left.key.length - right.key.length).slice(0, limit);
}

function lowerBound(sorted: readonly string[], key: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
