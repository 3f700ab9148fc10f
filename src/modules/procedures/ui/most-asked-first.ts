import { type Procedure } from '../domain/effective-procedure.ts';

/** What people come to a commune for most, in that order; offered when a question found nothing. */
export const MOST_ASKED: readonly string[] = ['2.000815', '1.001193', '1.000894', '1.004873', '1.001612', '1.001776'];

/** What people come for most stands first, then what they have the most words for. */
export function mostAskedFirst(procedures: readonly Procedure[]): readonly Procedure[] {
  const rank = ({ pack }: Procedure): number => (MOST_ASKED.includes(pack.code) ? MOST_ASKED.indexOf(pack.code) : MOST_ASKED.length);
  const words = ({ pack }: Procedure): number => pack.everyday?.synonyms.length ?? 0;
  return procedures.toSorted((one, other) => rank(one) - rank(other) || words(other) - words(one) || (one.pack.code < other.pack.code ? -1 : 1));
}
