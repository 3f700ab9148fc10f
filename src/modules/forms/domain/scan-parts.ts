import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { checkDigits } from './check-sum.ts';
import { repairDigits } from './keyboard-digits.ts';

/**
 * What every code of a printed form begins with: “XSTK” on the keys of a telephone, then the number of this way of writing. Digits only: a hand-held scanner
 * types like a keyboard, and Telex makes “â” of “aa” but leaves digits alone.
 */
const MARK = '9785';
const WAY = '2';
/** Digits of one code, about 438 bytes: still read from a phone's picture of a creased sheet when it is printed 36 mm wide. */
const DIGITS_A_PART = 1055;
/** More codes than fit beside each other at the foot of a page are no help to anybody. */
const MOST_PARTS = 4;
/** Mark, way, number, count, length of the code, check sum of the whole, check sum of the code. */
const HEAD = /^(97852([1-4])([1-4])(\d{4})(\d{10}))(\d{10})(\d*)$/u;
const HEAD_LENGTH = 31;

/** One code as it was scanned. */
export interface ScanPart {
  readonly number: number;
  readonly of: number;
  /** The check sum of the whole: the codes of one sheet share it. */
  readonly whole: string;
  readonly digits: string;
}

/** The texts of the codes for one paper, digits only; none when there is too much to print in four codes. */
export function splitForCodes(digits: string): readonly string[] {
  const count = Math.max(1, Math.ceil(digits.length / DIGITS_A_PART));
  if (count > MOST_PARTS) return [];
  const size = Math.ceil(digits.length / count);
  const whole = checkDigits(digits);
  return Array.from({ length: count }, (_, index) => {
    const part = digits.slice(index * size, (index + 1) * size);
    const head = `${MARK}${WAY}${String(index + 1)}${String(count)}${String(HEAD_LENGTH + part.length).padStart(4, '0')}${whole}`;
    return `${head}${checkDigits(head + part)}${part}`;
  });
}

/** Whether a scanned text is a code of a printed form, readable or not, also where another keyboard layout mangled it. Numbers of cards, telephones and books are shorter. */
export function looksLikeFormCode(text: string): boolean {
  return /^(?:9785\d{20,}|XSTK\d\/)/u.test(repairDigits(text));
}

/** Whether a text is the beginning of such a code, as keys come in. */
export function beginsLikeFormCode(text: string): boolean {
  return /^9785\d*$/u.test(repairDigits(text));
}

/** Reads one code. Refuses other texts, codes written in another way, and what was cut, mangled or mistyped. */
export function readPart(text: string): Result<ScanPart> {
  const line = repairDigits(text);
  if (!looksLikeFormCode(line)) return refuse('form.scan-unreadable');
  if (!line.startsWith(`${MARK}${WAY}`)) return refuse('form.scan-other-version');
  if (/\D/u.test(line)) return refuse('form.scan-mangled');
  const [, head = '', number = '', count = '', length = '', whole = '', sum = '', digits = ''] = HEAD.exec(line) ?? [];
  const [at, of] = [Number(number), Number(count)];
  if (head !== '' && line.length < Number(length)) return refuse('form.scan-cut', { missing: Number(length) - line.length });
  if (head === '' || at > of || line.length !== Number(length) || digits.length > DIGITS_A_PART || checkDigits(head + digits) !== sum) return refuse('form.scan-unreadable');
  return ok({ number: at, of, whole, digits });
}

/** The digits of all codes of a sheet, scanned in any order and as often as one likes. Refuses codes of two sheets, and says which are still missing. */
export function joinParts(parts: readonly ScanPart[]): Result<string> {
  const [first] = parts;
  if (first === undefined) return refuse('form.scan-unreadable');
  if (parts.some(({ whole, of }) => whole !== first.whole || of !== first.of)) return refuse('form.scan-two-sheets');
  const found = Array.from({ length: first.of }, (_, index) => parts.find(({ number }) => number === index + 1)?.digits);
  const missing = found.flatMap((digits, index) => (digits === undefined ? [String(index + 1)] : []));
  if (missing.length > 0) return refuse('form.scan-parts-missing', { missing: missing.join(', '), of: first.of });
  const digits = found.join('');
  return checkDigits(digits) === first.whole ? ok(digits) : refuse('form.scan-unreadable');
}
