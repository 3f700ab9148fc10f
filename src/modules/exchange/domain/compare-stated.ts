import { dateAt, MS_PER_MINUTE } from '../../../kernel/local-time.ts';
import { foldForSearch } from '../../../kernel/text-folding.ts';
import { type StatedDossier } from './stated-dossier.ts';

/** In what the other system and we may differ. */
export type MismatchKind = 'status' | 'due' | 'name' | 'number' | 'procedure';

/** What we know of the dossier. */
export interface OwnSide {
  readonly status: number;
  /** Null before reception. */
  readonly dueAt: number | null;
  readonly fullName: string;
  readonly citizenNumber: string | null;
  readonly procedureCode: string;
  /** Whether states of ours are still on their way to the other system: then a different state there is no mistake yet. */
  readonly stillTelling: boolean;
}

/** One difference, both sides as compared: codes, ISO instants, names. */
export interface Difference {
  readonly kind: MismatchKind;
  readonly ours: string;
  readonly theirs: string;
}

/**
 * Where the other system says something else than we do. What it leaves out is no difference; names are compared without accents and
 * case; a due date without a time of day is compared by its day, with one to the minute.
 */
export function compareStated(stated: StatedDossier, own: OwnSide): readonly Difference[] {
  const differences: Difference[] = [];
  if (stated.status !== own.status && !own.stillTelling) differences.push({ kind: 'status', ours: String(own.status), theirs: String(stated.status) });
  if (stated.dueAt !== null && own.dueAt !== null) {
    const theirs = Date.parse(stated.dueAt);
    const same = stated.dueOnDay ? dateAt(theirs) === dateAt(own.dueAt) : Math.abs(theirs - own.dueAt) < MS_PER_MINUTE;
    if (!same) differences.push({ kind: 'due', ours: new Date(own.dueAt).toISOString(), theirs: stated.dueAt });
  }
  if (foldForSearch(stated.fullName) !== foldForSearch(own.fullName)) differences.push({ kind: 'name', ours: own.fullName, theirs: stated.fullName });
  if (stated.citizenNumber !== null && own.citizenNumber !== null && stated.citizenNumber !== own.citizenNumber) {
    differences.push({ kind: 'number', ours: own.citizenNumber, theirs: stated.citizenNumber });
  }
  if (stated.procedureCode !== own.procedureCode) differences.push({ kind: 'procedure', ours: own.procedureCode, theirs: stated.procedureCode });
  return differences;
}

/** The fields of a line that say something else than the last time, for the preview. */
export function changedFields(before: StatedDossier, after: StatedDossier): readonly (keyof StatedDossier)[] {
  // the keys of an object of this very type
  return (Object.keys(after) as (keyof StatedDossier)[]).filter((key) => before[key] !== after[key]);
}
