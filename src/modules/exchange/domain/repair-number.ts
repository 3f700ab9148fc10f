import { checkCitizenNumber } from '../../../kernel/citizen-number.ts';

/** A number as it should stand, and whether noughts that a spreadsheet swallowed were put back. */
export interface RepairedNumber {
  readonly number: string;
  readonly repaired: boolean;
}

const SCIENTIFIC = /^\d(?:[.,]\d+)?e\+?\d+$/iu;

/** Whether a spreadsheet has rounded the number away (1,23457E+11): nothing brings the lost digits back. */
export function isRoundedAway(text: string): boolean {
  return SCIENTIFIC.test(text.replace(/\s/gu, ''));
}

/**
 * A citizen number with the noughts that a spreadsheet swallowed: twelve digits begin with the place of birth registration, 001 to 096,
 * so that ten or eleven digits that fit a place with one or two noughts before them are such a number. Eight digits were an old number.
 * Answers the digits as they are when they fit nothing: reception checks them like every other number.
 */
export function repairCitizenNumber(text: string): RepairedNumber {
  const digits = text.replace(/[\s.-]+/gu, '').replace(/,0+$/u, '');
  if (/^\d{10,11}$/u.test(digits)) {
    const whole = digits.padStart(12, '0');
    if (checkCitizenNumber(whole).facts?.place === 'province') return { number: whole, repaired: true };
  }
  if (/^\d{8}$/u.test(digits)) return { number: digits.padStart(9, '0'), repaired: true };
  return { number: digits, repaired: false };
}

/** A phone number with its first nought. */
export function repairPhone(text: string): RepairedNumber {
  const digits = text.replace(/[\s.()-]+/gu, '');
  return /^[1-9]\d{8}$/u.test(digits) ? { number: `0${digits}`, repaired: true } : { number: digits, repaired: false };
}

/** A procedure code with the noughts at its end that a spreadsheet swallowed: 1.00119 is 1.001190. */
export function repairProcedureCode(text: string): RepairedNumber {
  const match = /^(\d)[.,](\d{3,5})$/u.exec(text);
  return match === null ? { number: text.replace(/^(\d),(\d{6})$/u, '$1.$2'), repaired: false } : { number: `${match[1] ?? ''}.${(match[2] ?? '').padEnd(6, '0')}`, repaired: true };
}
