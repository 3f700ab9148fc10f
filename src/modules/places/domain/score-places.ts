import { type Height, type PlaceSpan, heightOf } from './place-spans.ts';
import { type FormerDistrict, type FormerProvince, type PlaceUnit, type Province } from './place-units.ts';
import { type PlaceWord, typeBefore } from './place-words.ts';

/** A unit that the text may mean, with the words that speak for it. */
export interface Candidate {
  readonly unit: PlaceUnit;
  readonly score: number;
  readonly spans: { readonly [height in Height]?: PlaceSpan };
}

/**
 * What each piece of evidence is worth. A full old address outweighs a chance homonym by far; another type ("Xã" for "Thị trấn")
 * or another accent weighs more than {@link SAME_RANK}, so that a well-written address has one answer.
 */
const WORTH = {
  base: { commune: 40, district: 36, province: 28 },
  /** Per word of a name: longer names are less likely to be there by chance. */
  word: 3,
  typeSame: 6,
  typeOther: -2,
  accentsSame: 5,
  accentsOther: -6,
  error: -8,
  districtOfFormerCommune: 27,
  districtOfTodaysCommune: 15,
  provinceOfItsTime: 25,
  provinceOfOtherTime: 22,
  wrongDistrict: -15,
  wrongProvince: -30,
  /** Where commas part the units, a second unit in the same part and without its type is more likely the end of a longer name. */
  samePart: -28,
  /** Two-level addresses are written since July 2025; without its type the name may be that of the former district. */
  todayWithoutDistrict: 6,
  /** A bare name, without type and without any unit above it, most often means the largest unit of that name. */
  alone: { commune: -16, district: -12, province: 0 },
  inOrder: 1,
  /** Per word after the unit that nothing explains. */
  unexplained: -4,
  mostUnexplained: -16,
} as const;

/** Candidates within so many points of the best one are equally likely: the text does not tell them apart. */
export const SAME_RANK = 6;

/** Rates every unit that has a span, best first. One candidate per unit. */
export function scoreCandidates(words: readonly PlaceWord[], spans: readonly PlaceSpan[]): readonly Candidate[] {
  const evidence = collectEvidence(words, spans);
  const best = new Map<PlaceUnit, Candidate>();
  for (const span of spans) {
    const candidate = scoreSpan(span, words, evidence);
    const other = best.get(candidate.unit);
    if (other === undefined || candidate.score > other.score) best.set(candidate.unit, candidate);
  }
  // equals keep the order of the lists, which is the order of the codes
  return [...best.values()].sort((left, right) => right.score - left.score || levelRank(left.unit) - levelRank(right.unit));
}

interface Evidence {
  readonly byUnit: ReadonlyMap<PlaceUnit, readonly PlaceSpan[]>;
  /** Spans that name a district or province beyond doubt: with its type, or, for a province, at the end of the text. */
  readonly certain: { readonly district: readonly PlaceSpan[]; readonly province: readonly PlaceSpan[] };
  /** Which part between commas a span is in; its own position in a text without commas. */
  readonly partOf: (span: PlaceSpan) => number;
}

function collectEvidence(words: readonly PlaceWord[], spans: readonly PlaceSpan[]): Evidence {
  const byUnit = new Map<PlaceUnit, PlaceSpan[]>();
  const certain = { district: [] as PlaceSpan[], province: [] as PlaceSpan[] };
  for (const span of spans) {
    const height = heightOf(span.unit);
    if (height === 'commune') continue;
    const list = byUnit.get(span.unit);
    if (list === undefined) byUnit.set(span.unit, [span]);
    else list.push(span);
    const type = span.type === 'none' ? undefined : typeBefore(words, span.start)?.type;
    const isLast = span.end === words.length;
    const isCertain = height === 'district' ? type !== undefined && !(type === 'thanh pho' && isLast) : type === 'tinh' || isLast;
    if (isCertain) certain[height].push(span);
  }
  const hasParts = words.some((word) => word.segment > 0);
  return { byUnit, certain, partOf: (span) => (hasParts ? (words[span.start]?.segment ?? 0) : -1 - span.start) };
}

function scoreSpan(span: PlaceSpan, words: readonly PlaceWord[], evidence: Evidence): Candidate {
  const height = heightOf(span.unit);
  const { district, province, worth } = bestSupport(span, height, evidence);
  let score = WORTH.base[height] + worthOf(span) + worth;
  const used = [span, district, province].filter((one) => one !== undefined);
  if (span.unit.level === 'commune' && span.type !== 'none' && district === undefined) score += WORTH.todayWithoutDistrict;
  if (used.length === 1 && span.type === 'none') score += WORTH.alone[height];
  score += used.slice(1).filter((one, position) => (used[position]?.end ?? 0) <= one.from).length * WORTH.inOrder;
  score += unexplained(span, used, words);
  return {
    unit: span.unit,
    score,
    spans: {
      [height]: span,
      ...(district === undefined ? {} : { district }),
      ...(province === undefined ? {} : { province }),
    },
  };
}

function worthOf(span: PlaceSpan): number {
  const type = span.type === 'same' ? WORTH.typeSame : span.type === 'other' ? WORTH.typeOther : 0;
  const accents = span.accents === 'same' ? WORTH.accentsSame : span.accents === 'other' ? WORTH.accentsOther : 0;
  return (span.end - span.start) * WORTH.word + type + accents + span.errors * WORTH.error;
}

interface Support {
  readonly span: PlaceSpan;
  readonly worth: number;
}

interface Supports {
  readonly district: PlaceSpan | undefined;
  readonly province: PlaceSpan | undefined;
  readonly worth: number;
}

/** The best reading of the other words as the units above: "Điện Biên" may be the district or the province, not both. */
function bestSupport(span: PlaceSpan, height: Height, evidence: Evidence): Supports {
  if (height === 'province') return { district: undefined, province: undefined, worth: 0 };
  const readings = [undefined, height === 'commune' ? bestDistrict(span, evidence) : undefined].map((district): Supports => {
    // the reading without a district lets its words name the province
    const taken = [span, ...(district === undefined ? [] : [district.span])];
    const isFree = (other: PlaceSpan): boolean => !taken.some((one) => overlaps(one, other));
    const province = bestProvince(isFree, span.unit, evidence);
    const wrongDistrict = height === 'commune' && district === undefined && evidence.certain.district.some(isFree) ? WORTH.wrongDistrict : 0;
    const wrongProvince = province === undefined && evidence.certain.province.some(isFree) ? WORTH.wrongProvince : 0;
    const worth = (district?.worth ?? wrongDistrict) + (province?.worth ?? wrongProvince);
    return { district: district?.span, province: province?.span, worth };
  });
  return readings.reduce((best, other) => (other.worth > best.worth ? other : best));
}

function bestDistrict(span: PlaceSpan, { byUnit, partOf }: Evidence): Support | undefined {
  let best: Support | undefined;
  for (const [district, bonus] of districtsOf(span.unit, byUnit)) {
    for (const other of byUnit.get(district) ?? []) {
      const worth = bonus + worthOf(other) + (other.type === 'none' && partOf(other) === partOf(span) ? WORTH.samePart : 0);
      if (!overlaps(span, other) && worth > (best?.worth ?? 0)) best = { span: other, worth };
    }
  }
  return best;
}

/** The named districts that speak for a commune: its own, or, for a commune of today, those it has a part of. */
function districtsOf(unit: PlaceUnit, byUnit: Evidence['byUnit']): readonly (readonly [FormerDistrict, number])[] {
  if (unit.level === 'former-commune') return [[unit.district, WORTH.districtOfFormerCommune]];
  const named: [FormerDistrict, number][] = [];
  for (const district of byUnit.keys()) {
    if (unit.level !== 'commune' || district.level !== 'former-district') continue;
    if (district.today.includes(unit)) named.push([district, WORTH.districtOfTodaysCommune]);
  }
  return named;
}

function bestProvince(isFree: (span: PlaceSpan) => boolean, unit: PlaceUnit, { byUnit }: Evidence): Support | undefined {
  const [ofItsTime, today] = provincesOf(unit);
  let best: Support | undefined;
  for (const [province, spans] of byUnit) {
    const fits = province === ofItsTime || province === today || (province.level === 'former-province' && province.today === today && unit.level === 'commune');
    if (!fits) continue;
    const bonus = province === ofItsTime ? WORTH.provinceOfItsTime : WORTH.provinceOfOtherTime;
    for (const span of spans) {
      const worth = bonus + worthOf(span);
      if (isFree(span) && worth > (best?.worth ?? 0)) best = { span, worth };
    }
  }
  return best;
}

/** The province a unit belonged to in its own time, and the one it belongs to today. */
function provincesOf(unit: PlaceUnit): readonly [Province | FormerProvince, Province] {
  switch (unit.level) {
    case 'province':
      return [unit, unit];
    case 'former-province':
      return [unit, unit.today];
    case 'commune':
      return [unit.province, unit.province];
    case 'former-district':
      return [unit.province, unit.province.today];
    case 'former-commune':
      return [unit.district.province, unit.district.province.today];
  }
}

/** Words before the unit are the hamlet and the street; words after it should be the units above it. */
function unexplained(span: PlaceSpan, used: readonly PlaceSpan[], words: readonly PlaceWord[]): number {
  let count = 0;
  for (let index = span.end; index < words.length; index++) {
    if (!used.some((one) => index >= one.from && index < one.end)) count += 1;
  }
  // a name that begins in the middle of a part, without its type, may be the end of a longer name
  const previous = words[span.from - 1];
  const isLoose = span.type === 'none' && previous?.segment === words[span.start]?.segment && !used.some((one) => one.end === span.from);
  return Math.max(WORTH.mostUnexplained, (count + (isLoose ? 1 : 0)) * WORTH.unexplained);
}

function overlaps(left: PlaceSpan, right: PlaceSpan): boolean {
  return left.from < right.end && right.from < left.end;
}

/** Among equals, today's units come before those of the past and communes before the units above them. */
function levelRank(unit: PlaceUnit): number {
  return (['commune', 'province', 'former-commune', 'former-district', 'former-province'] as const).indexOf(unit.level);
}

