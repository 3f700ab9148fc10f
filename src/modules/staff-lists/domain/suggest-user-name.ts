import { foldForSearch } from '../../../kernel/text-folding.ts';

/** The stored form of a user name, as the database checks it. */
const SHAPE = /^[a-z0-9.-]{3,40}$/u;
/** So many people of one name are told apart by a number. */
const MOST_ALIKE = 30;

/** A typed user name in its stored form; undefined when it cannot be one. */
export function readListUserName(text: string): string | undefined {
  const name = text.normalize('NFKC').trim().toLowerCase();
  return SHAPE.test(name) ? name : undefined;
}

/** The user name that offices make of a name: the given name and the first letters of the rest. “Nguyễn Thị Lan” gives `lannt`, “H'Mai Niê Kđăm” gives `kdamhn`. */
export function userNameOf(fullName: string): string {
  const words = foldForSearch(fullName).split(' ').map((word) => word.replaceAll(/[^a-z0-9]/gu, '')).filter((word) => word !== '');
  const given = words.at(-1) ?? '';
  return `${given}${words.slice(0, -1).map((word) => word.charAt(0)).join('')}`.slice(0, 36).padEnd(3, 'x');
}

/** The names to try for somebody, best first. */
export function userNameCandidates(fullName: string): readonly string[] {
  const base = userNameOf(fullName);
  return [base, ...Array.from({ length: MOST_ALIKE - 1 }, (_, index) => `${base}${String(index + 2)}`)];
}
