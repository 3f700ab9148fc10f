import { decodeTelex, decodeVni } from '../../../kernel/text-folding-keyboard.ts';
import { type PlaceIndex } from './place-index.ts';
import { findExactSpans, heightOf } from './place-spans.ts';
import { findNearSpans } from './place-typos.ts';
import { type Commune, type FormerCommune, type FormerDistrict, type PlaceUnit, type Province } from './place-units.ts';
import { type PlaceWord, cleanPlaceText, splitPlaceWords, typeBefore } from './place-words.ts';
import { type Candidate, SAME_RANK, scoreCandidates } from './score-places.ts';

/** How a commune of today follows from the text. */
export type ResolvedHow = 'current' | 'former-commune' | 'former-district';

/** A commune of today that the text may mean. */
export interface ResolvedCommune {
  readonly commune: Commune;
  readonly how: ResolvedHow;
  /** The unit that the text names, when it is not today's commune itself. */
  readonly from?: FormerCommune | FormerDistrict;
  /** Typing errors that were forgiven in all names together. */
  readonly errors: number;
  /** Higher is likelier; equal when the text does not tell apart. */
  readonly score: number;
}

/** What an address means today. */
export interface AddressResolution {
  /** The lowest unit that was recognised. */
  readonly level: 'commune' | 'district' | 'province' | 'none';
  /** Provinces of today, likeliest first. */
  readonly provinces: readonly Province[];
  /** Communes of today, likeliest first; for a district all that have a part of it; empty for a province. */
  readonly communes: readonly ResolvedCommune[];
  /** Whether more than one commune is left, so that a person must choose. */
  readonly ambiguous: boolean;
  /** What stands before the units: house number, street, hamlet. */
  readonly detail: string;
}

/** Words of an address and the units they may mean, best first. */
export interface Reading {
  readonly text: string;
  readonly words: readonly PlaceWord[];
  readonly candidates: readonly Candidate[];
}

/** Below this no name was recognised with any support. */
const LEAST_SCORE = 24;
const MOST_COMMUNES = 200;
const NAMESAKE_RANK = 24;

/**
 * Finds today's communes for an address of any time: "xã Hoa Lộc, huyện Hậu Lộc, tỉnh Thanh Hóa", "P.2 Q.3 TPHCM", with or without
 * accents, commas and types, with small typing errors. Never fails: an address that says nothing has level "none".
 */
export function resolveAddress(text: string, index: PlaceIndex): AddressResolution {
  const { text: clean, words, candidates } = readPlaces(text, index);
  const best = candidates[0];
  if (best === undefined || best.score < LEAST_SCORE) return { level: 'none', provinces: [], communes: [], ambiguous: false, detail: cleanPlaceText(text).trim() };
  const height = heightOf(best.unit);
  const likely = candidates.filter((candidate) => isLikely(candidate, best));
  const communes = dropRepeats(likely.filter((candidate) => height === 'province' || heightOf(candidate.unit) !== 'province').flatMap(communesOf));
  const provinces = new Set(height === 'province' ? likely.flatMap(provinceOf) : communes.map(({ commune }) => commune.province));
  return {
    level: height,
    provinces: [...provinces],
    communes: height === 'province' ? [] : communes.slice(0, MOST_COMMUNES),
    ambiguous: height === 'province' ? provinces.size > 1 : communes.length > 1,
    detail: detailOf(clean, words, best),
  };
}

/**
 * Finds the units that a text may name. Exact names first; typing errors and Telex or VNI keys only where exact names leave
 * something unexplained, so that a well-written address pays nothing for them.
 */
export function readPlaces(text: string, index: PlaceIndex): Reading {
  const plain = readOnce(cleanPlaceText(text), index);
  if (isConvincing(plain)) return plain;
  let best = plain;
  for (const decoded of [decodeTelex(plain.text), decodeVni(plain.text)]) {
    if (decoded === plain.text) continue;
    const other = readOnce(decoded, index);
    if ((other.candidates[0]?.score ?? 0) > (best.candidates[0]?.score ?? 0)) best = other;
  }
  return best;
}

function readOnce(text: string, index: PlaceIndex): Reading {
  const words = splitPlaceWords(text);
  const exact = findExactSpans(words, index);
  const reading = { text, words, candidates: scoreCandidates(words, exact) };
  if (isConvincing(reading)) return reading;
  const near = findNearSpans(words, exact, index);
  return near.length === 0 ? reading : { text, words, candidates: scoreCandidates(words, [...exact, ...near]) };
}

/** Nothing is left that a typing error could hide: all words are explained, or a commune with its province and all written types. */
function isConvincing({ words, candidates }: Reading): boolean {
  const best = candidates[0];
  if (best === undefined) return false;
  const used = [best.spans.commune, best.spans.district, best.spans.province].filter((span) => span !== undefined);
  if (used.some((span) => span.errors > 0)) return false;
  const open = words.map((_, index) => !used.some((span) => index >= span.from && index < span.end));
  if (!open.includes(true)) return true;
  const isWhole = best.spans.province !== undefined && (best.spans.district !== undefined || best.unit.level === 'commune');
  return isWhole && best.spans.commune !== undefined && !open.some((isOpen, index) => isOpen && typeBefore(words, index) !== undefined);
}

/** As likely as the best one; or, when a commune was written that the district does not have, its namesake in another district. */
function isLikely(candidate: Candidate, best: Candidate): boolean {
  if (candidate.score >= best.score - SAME_RANK) return true;
  const isNamesake = heightOf(best.unit) === 'district' && (candidate.spans.commune?.type ?? 'none') !== 'none';
  return isNamesake && candidate.spans.province !== undefined && candidate.score >= best.score - NAMESAKE_RANK;
}

function communesOf({ unit, score, spans }: Candidate): readonly ResolvedCommune[] {
  const errors = (spans.commune?.errors ?? 0) + (spans.district?.errors ?? 0) + (spans.province?.errors ?? 0);
  switch (unit.level) {
    case 'commune':
      return [{ commune: unit, how: 'current', errors, score }];
    case 'former-commune':
      return unit.today.map((commune) => ({ commune, how: 'former-commune', from: unit, errors, score }));
    case 'former-district':
      return unit.today.map((commune) => ({ commune, how: 'former-district', from: unit, errors, score }));
    case 'province':
    case 'former-province':
      return [];
  }
}

function provinceOf({ unit }: Candidate): readonly Province[] {
  if (unit.level === 'province') return [unit];
  return unit.level === 'former-province' ? [unit.today] : [];
}

function dropRepeats(communes: readonly ResolvedCommune[]): readonly ResolvedCommune[] {
  const seen = new Set<Commune>();
  return communes.filter(({ commune }) => !seen.has(commune) && seen.add(commune));
}

function detailOf(text: string, words: readonly PlaceWord[], { spans }: Candidate): string {
  const first = Math.min(...[spans.commune, spans.district, spans.province].map((span) => span?.from ?? Number.POSITIVE_INFINITY));
  const before = text.slice(0, words[first]?.from ?? 0);
  return before.replace(/[\s,;(|-]+$/u, '').trim();
}

/** The unit's name with the units above it: "Xã Hoa Lộc, Huyện Hậu Lộc, Tỉnh Thanh Hóa". */
export function placePath(unit: PlaceUnit): string {
  switch (unit.level) {
    case 'province':
    case 'former-province':
      return unit.fullName;
    case 'commune':
    case 'former-district':
      return `${unit.fullName}, ${unit.province.fullName}`;
    case 'former-commune':
      return `${unit.fullName}, ${placePath(unit.district)}`;
  }
}
