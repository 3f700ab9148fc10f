import { dateOf, dayOfYmd, daysInMonth, type LocalDate } from '../../../kernel/local-time.ts';
import { foldForSearch, searchCandidates } from '../../../kernel/text-folding.ts';
import { tidyCode } from './dossier-code.ts';

/** What somebody typed into the one search box, taken apart. Everything in it must match. */
export interface SearchTerms {
  /** Readings of the words, best first; every word of one reading begins a word of the name, the procedure or the matter. */
  readonly readings: readonly (readonly string[])[];
  /** Ends of a code, a citizen number or a phone, small letters and digits only, at least four of them. */
  readonly tails: readonly string[];
  /** Local day on which it was handed in. */
  readonly day: LocalDate | null;
}

/** Fewer signs of a number than this would match half the commune. */
const SHORTEST_TAIL = 4;
const LONGEST_TAIL = 12;
const DATE = /^(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}))?$/;
/** Groups of one number that people set apart: 0912 345 678, 031 190 000 001. */
const SPACED_NUMBER = /(?<![\p{L}\p{N}/-])\+?\d{2,4}(?:[ .]\d{2,4}){1,4}(?![\p{L}\p{N}/-])/gu;

function readDay(token: string, today: LocalDate): LocalDate | undefined {
  const match = DATE.exec(token);
  if (match === null) return undefined;
  const [day, month] = [Number(match[1]), Number(match[2])];
  const thisYear = Number(today.slice(0, 4));
  const inYear = (year: number): LocalDate | undefined => (month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month) ? dateOf(dayOfYmd(year, month, day)) : undefined);
  if (match[3] !== undefined) return inYear(Number(match[3]));
  const date = inYear(thisYear);
  // Without a year the last such day is meant: nobody has handed anything in tomorrow.
  return date !== undefined && date > today ? inYear(thisYear - 1) : date;
}

function readTail(token: string): string | undefined {
  const code = tidyCode(token).toLowerCase();
  const plain = code.replace(/^\+84/, '0').replace(/[^a-z0-9]/g, '');
  const digits = plain.replace(/[^0-9]/g, '').length;
  if (plain.length < SHORTEST_TAIL || (digits < SHORTEST_TAIL && !code.startsWith('kb-'))) return undefined;
  return plain.slice(-LONGEST_TAIL);
}

/** Takes the text of the search box apart: a date, ends of codes and numbers, and words. Undefined when there is nothing to look for. */
export function readSearch(text: string, today: LocalDate): SearchTerms | undefined {
  const tails: string[] = [];
  const words: string[] = [];
  let day: LocalDate | null = null;
  const joined = text.normalize('NFKC').replace(SPACED_NUMBER, (number) => (DATE.test(number) ? number : number.replace(/[ .]/g, '')));
  for (const token of joined.split(/\s+/u).filter((one) => one !== '')) {
    const date = readDay(token, today);
    const tail = date === undefined ? readTail(token) : undefined;
    if (date !== undefined) day = date;
    else if (tail !== undefined) tails.push(tail);
    else words.push(token);
  }
  const folded = foldForSearch(words.join(' '));
  const readings = folded === '' ? [] : searchCandidates(words.join(' ')).map((reading) => reading.split(' '));
  return readings.length === 0 && tails.length === 0 && day === null ? undefined : { readings, tails, day };
}
