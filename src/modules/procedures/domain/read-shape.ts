import { type Bilingual } from './procedure-pack.ts';
import { type PackFaultCode, type PackFaultFacts } from './pack-fault.ts';

/** Where a reader stands in a file, and how it tells what is wrong there. */
export interface Place {
  readonly field: string;
  /** Whether this file must be complete in English. */
  readonly englishNeeded: boolean;
  readonly report: <Code extends PackFaultCode>(field: string, code: Code, ...facts: PackFaultFacts<Code>) => void;
}

/** Reads one value: the value itself, or undefined after at least one fault has been reported. */
export type Reader<T> = (place: Place, value: unknown) => T | undefined;

type Kind = 'object' | 'list' | 'text' | 'number' | 'whole number' | 'yes or no' | 'null' | 'nothing';

const KIND_VI: Readonly<Record<Kind, string>> = {
  object: 'một đối tượng', list: 'một danh sách', text: 'chữ', number: 'số', 'whole number': 'số nguyên', 'yes or no': 'true hoặc false', null: 'null', nothing: 'không có gì',
};

/** Whether a value is a plain JSON object. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The place of one field of an object, or of one entry of a list. */
export function inside(place: Place, key: string | number): Place {
  const field = typeof key === 'number' ? `${place.field}[${key}]` : place.field === '' ? key : `${place.field}.${key}`;
  return { ...place, field };
}

/** Reads an object that has exactly the given fields; missing, extra and wrong fields are each reported. */
export function object<T>(shape: { readonly [K in keyof T]-?: Reader<T[K]> }): Reader<T> {
  return (place, value) => {
    if (!isObject(value)) {
      wrongType(place, 'object', value);
      return undefined;
    }
    const read: Record<string, unknown> = {};
    let whole = true;
    for (const [key, reader] of Object.entries<Reader<unknown>>(shape)) {
      const here = inside(place, key);
      if (!Object.hasOwn(value, key)) {
        place.report(here.field, 'missing-field');
        whole = false;
        continue;
      }
      const part = reader(here, value[key]);
      if (part === undefined) whole = false;
      else read[key] = part;
    }
    for (const key of Object.keys(value)) {
      if (Object.hasOwn(shape, key)) continue;
      place.report(inside(place, key).field, 'unknown-field');
      whole = false;
    }
    // every field of the shape was read by its own reader just above
    return whole ? (read as T) : undefined;
  };
}

/** Reads an object whose fields depend on one of them, such as `kind`. */
export function choice<T>(key: string, shapes: Readonly<Record<string, Reader<T>>>): Reader<T> {
  return (place, value) => {
    if (!isObject(value)) {
      wrongType(place, 'object', value);
      return undefined;
    }
    const tag = value[key];
    const here = inside(place, key);
    if (typeof tag !== 'string') {
      if (tag === undefined) place.report(here.field, 'missing-field');
      else wrongType(here, 'text', tag);
      return undefined;
    }
    const reader = Object.hasOwn(shapes, tag) ? shapes[tag] : undefined;
    if (reader !== undefined) return reader(place, value);
    here.report(here.field, 'not-one-of', { found: tag, allowed: Object.keys(shapes).join(', ') });
    return undefined;
  };
}

/** Reads a list, each entry with the same reader; `least` is the smallest length that is allowed. */
export function list<T>(entry: Reader<T>, least = 0): Reader<readonly T[]> {
  return (place, value) => {
    if (!Array.isArray(value)) {
      wrongType(place, 'list', value);
      return undefined;
    }
    if (value.length < least) {
      place.report(place.field, 'out-of-range', { found: value.length, range: `≥ ${least}` });
      return undefined;
    }
    const read: T[] = [];
    value.forEach((one: unknown, index) => {
      const part = entry(inside(place, index), one);
      if (part !== undefined) read.push(part);
    });
    return read.length === value.length ? read : undefined;
  };
}

/** Reads null, or what the reader reads. */
export function orNull<T>(reader: Reader<T>): Reader<T | null> {
  return (place, value) => (value === null ? null : reader(place, value));
}

/** Adds a rule over several fields to a reader; the rule reports what it finds and answers whether all is well. */
export function ruled<T>(reader: Reader<T>, rule: (place: Place, value: T) => boolean): Reader<T> {
  return (place, value) => {
    const read = reader(place, value);
    return read !== undefined && rule(place, read) ? read : undefined;
  };
}

/** Reads one of a fixed set of words. */
export function oneOf<const T extends string>(...words: readonly T[]): Reader<T> {
  return (place, value) => {
    if (typeof value !== 'string') {
      wrongType(place, 'text', value);
      return undefined;
    }
    const found = words.find((word) => word === value);
    if (found === undefined) place.report(place.field, 'not-one-of', { found: value, allowed: words.join(', ') });
    return found;
  };
}

/** Reads a number from `least` to `most`, both included. */
export function numberFrom(least: number, most: number, kind: 'number' | 'whole number'): Reader<number> {
  return (place, value) => {
    if (typeof value !== 'number' || !Number.isFinite(value) || (kind === 'whole number' && !Number.isInteger(value))) {
      wrongType(place, kind, value);
      return undefined;
    }
    if (value >= least && value <= most) return value;
    place.report(place.field, 'out-of-range', { found: value, range: `${least}–${most}` });
    return undefined;
  };
}

/** Reads true or false. */
export function yesNo(place: Place, value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  wrongType(place, 'yes or no', value);
  return undefined;
}

const CUT = /(?:…|\.{3})[\s.”"')\]]*$/u;
const UNTIDY = /^\s|\s$|\s{2}|[\n\r\t]|<\/?[a-z][^>]*>|&(?:nbsp|amp|lt|gt|quot);/u;

/** Reads a text for people: not empty, no stray spaces or HTML, and not a sentence that was cut with “…”. */
export function text(place: Place, value: unknown): string | undefined {
  if (typeof value !== 'string') {
    wrongType(place, 'text', value);
    return undefined;
  }
  if (value.trim() === '') place.report(place.field, 'empty-text');
  else if (CUT.test(value)) place.report(place.field, 'cut-text', { found: value.slice(-40) });
  else if (UNTIDY.test(value)) place.report(place.field, 'untrimmed-text');
  else return value;
  return undefined;
}

/** Reads a text in Vietnamese and English; English may be null only in files that need not be complete in English. */
export const bilingual: Reader<Bilingual> = object<Bilingual>({
  vi: text,
  en: (place, value) => {
    if (value !== null) return text(place, value);
    if (!place.englishNeeded) return null;
    place.report(place.field, 'english-missing');
    return undefined;
  },
});

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether a text is a real day of the calendar written `YYYY-MM-DD`. */
export function isDay(value: unknown): value is string {
  const parts = typeof value === 'string' ? DATE.exec(value) : null;
  if (parts === null) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = month === 2 && leap ? 29 : DAYS[month - 1];
  return year >= 1945 && days !== undefined && day >= 1 && day <= days;
}

/** Reads a day of the calendar written `YYYY-MM-DD`. */
export function day(place: Place, value: unknown): string | undefined {
  if (typeof value !== 'string') {
    wrongType(place, 'text', value);
    return undefined;
  }
  if (isDay(value)) return value;
  place.report(place.field, 'bad-date', { found: value });
  return undefined;
}

function wrongType(place: Place, wanted: Kind, value: unknown): void {
  const found = kindOf(value);
  place.report(place.field, 'wrong-type', {
    wantedVi: KIND_VI[wanted], foundVi: KIND_VI[found], wantedEn: wanted, foundEn: found,
  });
}

function kindOf(value: unknown): Kind {
  if (value === null) return 'null';
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'string') return 'text';
  if (typeof value === 'number') return 'number';
  return typeof value === 'boolean' ? 'yes or no' : 'object';
}
