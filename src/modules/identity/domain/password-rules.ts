import { ok, type Problem, refuse, type Result } from '../../../kernel/result.ts';
import { foldForSearch } from '../../../kernel/text-folding.ts';

/** Why a password is not taken. */
export type PasswordProblem = Problem<
  'identity.password-too-short' | 'identity.password-too-long' | 'identity.password-says-name' | 'identity.password-too-simple'
>;

/** Fewest and most characters of a password. Length is what makes it hard to guess; mixing signs is not asked for (NIST SP 800-63B-4, 3.1.1.2). */
export const PASSWORD_LENGTH = { least: 12, most: 128 } as const;

/** A name shorter than this occurs in other words by chance. */
const SHORTEST_NAME = 4;
const FEWEST_DIFFERENT = 5;
const LONGEST_PERIOD = 4;

/** Words that stand at the head of every list of leaked passwords, folded; digits and signs around them do not help. */
const COMMON = new Set([
  'password', 'passwort', 'matkhau', 'matkhaumoi', 'matkhaucuatoi', 'anhyeuem', 'emyeuanh', 'iloveyou', 'toiyeuvietnam', 'vietnam',
  'vietnamvodich', 'qwertyuiop', 'qwerty', 'asdfghjkl', 'zxcvbnm', 'administrator', 'admin', 'quantri', 'quantrivien', 'letmein', 'welcome',
  'xinchao', 'motcua', 'congchuc', 'canbo', 'canbomotcua', 'uybannhandan', 'ubnd', 'ubndxa', 'hanhchinhcong', 'dichvucong', 'vneid', 'abcabc',
  'changeme', 'secret', 'bimat', 'chaobuoisang', 'hochiminh', 'hanoi', 'saigon', 'thanhhoa',
]);

const ROWS = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', '1qaz2wsx3edc4rfv5tgb6yhn7ujm'];
const RUNS = ROWS.flatMap((row) => [row, Array.from(row).reverse().join('')]);

/**
 * Brings a password to one form, so that the same keys give the same bytes on every machine: Windows and macOS
 * compose Vietnamese letters differently.
 */
export function normalizePassword(password: string): string {
  return password.normalize('NFKC');
}

/**
 * Checks a new password of somebody with these names (user name, full name, commune). Answers it in its normal form;
 * refuses what is shorter than 12 or longer than 128 characters, says one of the names, or is among the first that anybody would try.
 */
export function checkPassword(password: string, names: readonly string[]): Result<string, PasswordProblem> {
  const normal = normalizePassword(password);
  const length = Array.from(normal).length;
  if (length < PASSWORD_LENGTH.least) return refuse('identity.password-too-short', { least: PASSWORD_LENGTH.least, length });
  if (length > PASSWORD_LENGTH.most) return refuse('identity.password-too-long', { most: PASSWORD_LENGTH.most });
  const letters = squeeze(normal);
  if (names.flatMap(namePieces).some((piece) => letters.includes(piece))) return refuse('identity.password-says-name');
  if (isSimple(normal, letters)) return refuse('identity.password-too-simple');
  return ok(normal);
}

function squeeze(text: string): string {
  return foldForSearch(text).replaceAll(' ', '');
}

/** The whole name and its last two words: people sign as “Văn An”. */
function namePieces(name: string): readonly string[] {
  const words = foldForSearch(name).split(' ');
  return [words.join(''), words.slice(-2).join('')].filter((piece) => piece.length >= SHORTEST_NAME);
}

function isSimple(password: string, letters: string): boolean {
  const lower = password.toLowerCase();
  if (new Set(lower).size < FEWEST_DIFFERENT) return true;
  // A phone, citizen or account number is known to others.
  if (/^[\d\s.+-]+$/u.test(password)) return true;
  if (repeats(lower)) return true;
  const core = letters.replace(/^\d+|\d+$/gu, '');
  return COMMON.has(core) || withoutRuns(letters).length < FEWEST_DIFFERENT;
}

/** Whether the text is one short piece over and over: “abcabcabcabc”. */
function repeats(text: string): boolean {
  for (let period = 1; period <= LONGEST_PERIOD; period += 1) {
    if (text === text.slice(0, period).repeat(Math.ceil(text.length / period)).slice(0, text.length)) return true;
  }
  return false;
}

/** What is left when runs of the alphabet, the digits and the keyboard (four or more in a row) are taken out. */
function withoutRuns(text: string): string {
  let rest = '';
  for (let at = 0; at < text.length; ) {
    let length = 0;
    for (let next = 4; at + next <= text.length && RUNS.some((run) => run.includes(text.slice(at, at + next))); next += 1) length = next;
    if (length === 0) rest += text.charAt(at);
    at += Math.max(length, 1);
  }
  return rest;
}
