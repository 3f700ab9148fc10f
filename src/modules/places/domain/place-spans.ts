import { normalizeTonePlacement } from '../../../kernel/text-folding-tone.ts';
import { type PlaceIndex, type PlaceName } from './place-index.ts';
import { type PlaceUnit } from './place-units.ts';
import { type PlaceWord, type UnitType, typeBefore } from './place-words.ts';

/** The three heights a unit can have in an address. */
export type Height = 'province' | 'district' | 'commune';

/** A run of words that is the name of a unit, or nearly. */
export interface PlaceSpan {
  readonly unit: PlaceUnit;
  /** Index of the first word, of the type before it if one is written. */
  readonly from: number;
  /** Index of the first word of the name itself. */
  readonly start: number;
  /** Index after the last word. */
  readonly end: number;
  /** Whether the written type is the unit's own ("same"), another of the same height, or not there. */
  readonly type: 'same' | 'other' | 'none';
  /** Whether the typed accents are those of the name, others, or whether the whole text has none. */
  readonly accents: 'same' | 'other' | 'none';
  /** Typing errors that had to be forgiven. */
  readonly errors: number;
}

const HEIGHT_OF_LEVEL = {
  province: 'province',
  'former-province': 'province',
  'former-district': 'district',
  commune: 'commune',
  'former-commune': 'commune',
} as const satisfies Record<PlaceUnit['level'], Height>;

/** The heights that a written type can stand for. The special zones of today were districts before. */
const HEIGHTS_OF_TYPE: Readonly<Record<UnitType, readonly Height[]>> = {
  tinh: ['province'],
  'thanh pho': ['province', 'district'],
  huyen: ['district'],
  quan: ['district'],
  'thi xa': ['district'],
  'thi tran': ['commune'],
  phuong: ['commune'],
  xa: ['commune'],
  'dac khu': ['commune', 'district'],
};

/** The height that a unit has in an address. */
export function heightOf(unit: PlaceUnit): Height {
  return HEIGHT_OF_LEVEL[unit.level];
}

/** Whether a unit of this height may be called by this type; without a written type every height is possible. */
export function fitsType(height: Height, type: UnitType | undefined): boolean {
  return type === undefined || HEIGHTS_OF_TYPE[type].includes(height);
}

/** Every run of words that is exactly the folded name of a unit, in no order. Names that are only a number need their type. */
export function findExactSpans(words: readonly PlaceWord[], index: PlaceIndex): readonly PlaceSpan[] {
  const spans: PlaceSpan[] = [];
  for (let start = 0; start < words.length; start++) {
    const before = typeBefore(words, start);
    let key = '';
    for (let end = start + 1; end <= words.length && end - start <= index.longestName; end++) {
      const word = words[end - 1];
      if (word === undefined || word.segment !== words[start]?.segment) break;
      key = key === '' ? word.folded : `${key} ${word.folded}`;
      if (before === undefined && /^\d+$/u.test(key)) continue;
      for (const name of index.byName.get(key) ?? []) {
        const fits = fitsType(heightOf(name.unit), before?.type);
        if (fits || before?.isCertain === false) spans.push(makeSpan(words, name, start, end, 0));
      }
    }
  }
  return spans;
}

/** Makes the span of a name over words `start` to `end`, looking at the type before it and at the accents. */
export function makeSpan(words: readonly PlaceWord[], name: PlaceName, start: number, end: number, errors: number): PlaceSpan {
  const typed = typeBefore(words, start);
  const before = fitsType(heightOf(name.unit), typed?.type) ? typed : undefined;
  const written = words.slice(start, end).map((word) => word.written).join(' ');
  return {
    unit: name.unit,
    from: start - (before?.length ?? 0),
    start,
    end,
    type: before === undefined ? 'none' : before.type === name.type ? 'same' : 'other',
    accents: errors > 0 || !words.some((word) => word.isAccented) ? 'none' : accentsOf(written, name.name),
    errors,
  };
}

function accentsOf(written: string, name: string): 'same' | 'other' {
  const own = normalizeTonePlacement(name)
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ');
  return written.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ') === own ? 'same' : 'other';
}
