import { maskCitizenNumber } from './citizen-number.ts';

/** Shows a phone without giving it away: “•••• ••• 012”; a text with fewer than six digits shows none of them. */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/\D+/gu, '');
  return digits.length < 6 ? '•••' : `•••• ••• ${digits.slice(-3)}`;
}

/**
 * Numbers of people as they stand in running text: twelve digits together or in threes, the nine of an old paper, a phone. Codes of dossiers and parcels,
 * days and amounts of money are none: they have letters, hyphens or slashes beside them, or are grouped otherwise.
 */
const NUMBERS = /(?<![\p{L}\d./-])(?:\d{12}|\d{3}([ .])\d{3}\1\d{3}\1\d{3}|(?:\+84|0)\d{9}|0\d{3}([ .])\d{3}\2\d{3}|0\d{2}([ .])\d{3}\3\d{4}|\d{9})(?![\p{L}\d/-]|\.\d)/gu;

/** A text with every citizen number and phone in it masked; the rest stays as it was written. */
export function maskNumbersIn(text: string): string {
  return text.replace(NUMBERS, (found) => {
    const digits = found.replace(/\D+/gu, '');
    return digits.length === 12 || digits.length === 9 ? maskCitizenNumber(digits) : maskPhone(digits);
  });
}

/** Whether a text was masked here: a number with bullets is shown, never taken for what it hides. */
export function isMasked(text: string): boolean {
  return text.includes('•');
}
