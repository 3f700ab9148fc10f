import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { checkLetters } from './check-sum.ts';

/** What every code of a printed form begins with; another number is another way of writing. */
const MARK = 'XSTK1';
/** Letters of one code: still read from a phone's picture of a creased sheet when it is printed 36 mm wide. */
const LETTERS_A_PART = 640;
/** More codes than fit beside each other at the foot of a page are no help to anybody. */
const MOST_PARTS = 4;

/** One code as it was scanned. */
export interface ScanPart {
  readonly number: number;
  readonly of: number;
  /** The check sum of the whole: the codes of one sheet share it. */
  readonly whole: string;
  readonly letters: string;
}

/** The texts of the codes for one paper, in alphanumeric signs; none when there is too much to print in four codes. */
export function splitForCodes(letters: string): readonly string[] {
  const count = Math.max(1, Math.ceil(letters.length / LETTERS_A_PART));
  if (count > MOST_PARTS) return [];
  const size = Math.ceil(letters.length / count);
  const whole = checkLetters(letters);
  return Array.from({ length: count }, (_, index) => {
    const part = letters.slice(index * size, (index + 1) * size);
    const head = `${MARK}/${String(index + 1)}/${String(count)}/${whole}`;
    return `${head}/${checkLetters(head + part)}/${part}`;
  });
}

/** Whether a scanned text is a code of a printed form, readable or not. */
export function looksLikeFormCode(text: string): boolean {
  return /^XSTK\d+\//u.test(text.trimStart());
}

/** Reads one code. Refuses other texts, codes written in another way, and what was cut or mistyped. */
export function readPart(text: string): Result<ScanPart> {
  const line = text.replace(/[\r\n\t]+/gu, '').trimStart();
  if (!looksLikeFormCode(line)) return refuse('form.scan-unreadable');
  if (!line.startsWith(`${MARK}/`)) return refuse('form.scan-other-version');
  const [head = '', number = '', count = '', whole = '', sum = '', letters = ''] = /^(XSTK1\/(\d)\/(\d)\/([0-9A-Z]{7}))\/([0-9A-Z]{7})\/(.*)$/u.exec(line)?.slice(1) ?? [];
  const [at, of] = [Number(number), Number(count)];
  if (head === '' || at < 1 || at > of || of > MOST_PARTS || letters.length > LETTERS_A_PART || checkLetters(head + letters) !== sum) return refuse('form.scan-unreadable');
  return ok({ number: at, of, whole, letters });
}

/** The letters of all codes of a sheet, scanned in any order and as often as one likes. Refuses codes of two sheets, and says which are still missing. */
export function joinParts(parts: readonly ScanPart[]): Result<string> {
  const [first] = parts;
  if (first === undefined) return refuse('form.scan-unreadable');
  if (parts.some(({ whole, of }) => whole !== first.whole || of !== first.of)) return refuse('form.scan-two-sheets');
  const found = Array.from({ length: first.of }, (_, index) => parts.find(({ number }) => number === index + 1)?.letters);
  const missing = found.flatMap((letters, index) => (letters === undefined ? [String(index + 1)] : []));
  if (missing.length > 0) return refuse('form.scan-parts-missing', { missing: missing.join(', '), of: first.of });
  const letters = found.join('');
  return checkLetters(letters) === first.whole ? ok(letters) : refuse('form.scan-unreadable');
}
