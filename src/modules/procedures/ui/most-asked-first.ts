import { type Procedure } from '../domain/effective-procedure.ts';

/** What people have the most words for is what they ask for most; until the office has counted, that decides the order. */
export function mostAskedFirst(procedures: readonly Procedure[]): readonly Procedure[] {
  const words = ({ pack }: Procedure): number => pack.everyday?.synonyms.length ?? 0;
  return procedures.toSorted((one, other) => words(other) - words(one) || (one.pack.code < other.pack.code ? -1 : 1));
}
