import { type Sex } from './citizen-number.ts';
import { parseLocalDate } from './local-time.ts';
import { foldForSearch } from './text-folding.ts';
import { decodeTelex, decodeVni } from './text-folding-keyboard.ts';

/** A date as a card writes it: a day (YYYY-MM-DD), only a year, or no day that ever was. */
export type CardDate =
  | { readonly kind: 'day'; readonly date: string }
  | { readonly kind: 'year'; readonly year: string }
  | { readonly kind: 'impossible' };

/** A card's word for sex: `written` is the word as the law writes it, `exact` whether the card wrote just that. */
export interface CardSex {
  readonly sex: Sex;
  readonly written: 'Nam' | 'Nữ';
  readonly exact: boolean;
}

/** Signs of Telex keys that no Vietnamese word has: doubled vowels and d, f, j, w. */
const TELEX_TRACE = /aa|ee|oo|dd|[fjw]/iu;

/** Reads ddMMyyyy, dd/MM/yyyy, yyyy-MM-dd, yyyyMMdd and bare years; undefined for text that is no date at all. */
export function readCardDate(text: string): CardDate | undefined {
  const year = /^(?:0000)?([12]\d{3})$/u.exec(text)?.[1];
  if (year !== undefined) return { kind: 'year', year };
  const turned = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/u.exec(text);
  if (turned !== null) return day(turned[1], turned[2], turned[3]);
  const written = /^(\d{2})(\d{2})(\d{4})$/u.exec(text) ?? /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/u.exec(text);
  if (written === null) return undefined;
  const read = day(written[3], written[2], written[1]);
  return read.kind === 'impossible' && /^\d{8}$/u.test(text) ? day(text.slice(0, 4), text.slice(4, 6), text.slice(6)) : read;
}

/** Reads Nam and Nữ, also without accents, in keyboard keys ("Nwx") or in English; undefined for anything else. */
export function readCardSex(text: string): CardSex | undefined {
  for (const reading of [text, decodeTelex(text), decodeVni(text)]) {
    const word = foldForSearch(reading);
    if (word === 'nam' || word === 'male' || word === 'm') return { sex: 'male', written: 'Nam', exact: text === 'Nam' };
    if (word === 'nu' || word === 'female' || word === 'f') return { sex: 'female', written: 'Nữ', exact: text === 'Nữ' };
  }
  return undefined;
}

/**
 * The text as it probably reads when some of its words are Telex or VNI keys that a switched keyboard left ("Nguyeexn Vawn"),
 * or undefined when nothing speaks for that. `strict` asks for keys that no word has, as in addresses with foreign names.
 */
export function readThroughKeyboard(text: string, strict: boolean): string | undefined {
  const decoded = text
    .split(' ')
    .map((word) => decodeWord(word))
    .join(' ');
  if (decoded === text) return undefined;
  const changed = text.split(' ').filter((word) => decodeWord(word) !== word);
  const certain = changed.some((word) => TELEX_TRACE.test(word) || (!strict && /\d/u.test(word)));
  if (certain) return decoded;
  return !strict && (changed.length > 1 || !/[^\p{ASCII}]/u.test(text)) ? decoded : undefined;
}

function decodeWord(word: string): string {
  const telex = decodeTelex(word);
  return telex === word ? decodeVni(word) : telex;
}

function day(year: string | undefined, month: string | undefined, dayOfMonth: string | undefined): CardDate {
  const date = `${year ?? ''}-${(month ?? '').padStart(2, '0')}-${(dayOfMonth ?? '').padStart(2, '0')}`;
  const holds = date >= '1850-01-01' && date <= '2199-12-31' && parseLocalDate(date).ok;
  return holds ? { kind: 'day', date } : { kind: 'impossible' };
}
