import { BIRTH_PROVINCES } from './citizen-number-provinces.ts';

/** Sex as it stands in papers. */
export type Sex = 'male' | 'female';

/** What the digits of a personal number say. */
export interface CitizenNumberFacts {
  /** The three digits of the place where the birth was registered. */
  readonly placeCode: string;
  /** A province of the list of 63, a country (birth registered abroad), or a code that no province ever had. */
  readonly place: 'province' | 'abroad' | 'unassigned';
  /** The province's name, for a province. */
  readonly province?: string;
  readonly sex: Sex;
  readonly birthYear: number;
}

/** Something an officer should look at. It never blocks: the paper in the hand is right, not the arithmetic. */
export interface CitizenNumberWarning {
  readonly code:
    | 'citizen-number.not-digits'
    | 'citizen-number.length'
    | 'citizen-number.place-unassigned'
    | 'citizen-number.sex-mismatch'
    | 'citizen-number.birth-year-mismatch';
  readonly facts?: Readonly<Record<string, string | number>>;
}

/** A number as read: a 12-digit personal number, a 9-digit number of an old CMND paper, or neither. */
export interface CitizenNumberCheck {
  /** Without spaces, dots and hyphens. */
  readonly number: string;
  readonly kind: 'citizen-number' | 'old-paper' | 'unknown';
  readonly facts?: CitizenNumberFacts;
  readonly warnings: readonly CitizenNumberWarning[];
}

/** What is known of the person from elsewhere; `birthDate` is YYYY-MM-DD or just YYYY. */
export interface KnownPerson {
  readonly sex?: Sex | undefined;
  readonly birthDate?: string | undefined;
}

const BULLET = '•';

/**
 * Reads a personal number (province or country of birth registration, century and sex, birth year, six free digits) and holds it
 * against what is known of the person. Answers facts and warnings, never a refusal; nine digits are an old CMND number.
 */
export function checkCitizenNumber(text: string, known: KnownPerson = {}): CitizenNumberCheck {
  const number = text.normalize('NFKC').replace(/[\s.-]+/gu, '');
  if (/^\d{9}$/u.test(number)) return { number, kind: 'old-paper', warnings: [] };
  if (!/^\d{12}$/u.test(number)) {
    const code = /^\d+$/u.test(number) ? 'citizen-number.length' : 'citizen-number.not-digits';
    return { number, kind: 'unknown', warnings: [{ code, facts: { length: number.length } }] };
  }
  const facts = readFacts(number);
  const warnings: CitizenNumberWarning[] = [];
  if (facts.place === 'unassigned') {
    warnings.push({ code: 'citizen-number.place-unassigned', facts: { placeCode: facts.placeCode } });
  }
  if (known.sex !== undefined && known.sex !== facts.sex) {
    warnings.push({ code: 'citizen-number.sex-mismatch', facts: { inNumber: facts.sex, known: known.sex } });
  }
  const year = Number(/^\d{4}/u.exec(known.birthDate ?? '')?.[0] ?? facts.birthYear);
  if (year !== facts.birthYear) {
    warnings.push({ code: 'citizen-number.birth-year-mismatch', facts: { inNumber: facts.birthYear, known: year } });
  }
  return { number, kind: 'citizen-number', facts, warnings };
}

/** Shows a number without giving it away: “•••• •••• 9901” for 12 digits, “••• ••• 567” for 9, else all but the last two hidden. What comes first says place, sex and year of birth. */
export function maskCitizenNumber(number: string): string {
  if (/^\d{12}$/u.test(number)) return `${BULLET.repeat(4)} ${BULLET.repeat(4)} ${number.slice(8)}`;
  if (/^\d{9}$/u.test(number)) return `${BULLET.repeat(3)} ${BULLET.repeat(3)} ${number.slice(6)}`;
  return BULLET.repeat(Math.max(0, number.length - 2)) + (number.length > 2 ? number.slice(-2) : BULLET.repeat(number.length));
}

/** The last four digits, by which a citizen is asked for at the counter; empty when there are fewer than nine digits. */
export function lastFourDigits(number: string): string {
  const digits = number.replace(/\D+/gu, '');
  return digits.length < 9 ? '' : digits.slice(-4);
}

function readFacts(number: string): CitizenNumberFacts {
  const placeCode = number.slice(0, 3);
  const province = BIRTH_PROVINCES[placeCode];
  const centuryAndSex = Number(number[3]);
  return {
    placeCode,
    ...(province === undefined ? { place: placeCode < '100' ? 'unassigned' : 'abroad' } : { place: 'province', province }),
    // 0 and 1: 1900–1999, 2 and 3: 2000–2099, and so on; even digits are men
    sex: centuryAndSex % 2 === 0 ? 'male' : 'female',
    birthYear: 1900 + Math.floor(centuryAndSex / 2) * 100 + Number(number.slice(4, 6)),
  };
}
