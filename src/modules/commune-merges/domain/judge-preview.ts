import { SEVERANCES } from './table-moves.ts';

/** What was found when two communes were looked at side by side. */
export interface MergeFindings {
  /** Rows of the commune that would go over, by table. */
  readonly rows: Readonly<Record<string, number>>;
  /** People whose citizen number both communes know. */
  readonly twins: number;
  /** Units and villages whose names both communes use. */
  readonly sameNames: number;
  /** External codes that both communes have. */
  readonly sameCodes: number;
  /** Internal messages that were not handed on yet. */
  readonly waitingMessages: number;
  /** Administrators with an open account: of the commune that would go over, and of the one that goes on. */
  readonly administratorsFrom: number;
  readonly administratorsInto: number;
  /** Working days of the coming year on which the two calendars differ. */
  readonly differentDays: number;
  /** Books that are closed with their last number. */
  readonly books: readonly { readonly book: string; readonly period: string; readonly last: number }[];
}

/** What stands in the way of a merge. */
export type MergeHindrance = 'same-codes' | 'messages-wait' | 'nobody-agrees';

/** What has to be known before agreeing. */
export type MergeNote = 'twins' | 'same-names' | 'different-days' | 'no-second-administrator';

/** What stands in the way, and what whoever agrees should know. */
export function judgePreview(findings: MergeFindings): { readonly hindrances: readonly MergeHindrance[]; readonly notes: readonly MergeNote[] } {
  const hindrances: MergeHindrance[] = [];
  if (findings.sameCodes > 0) hindrances.push('same-codes');
  if (findings.waitingMessages > 0) hindrances.push('messages-wait');
  if (findings.administratorsFrom === 0) hindrances.push('nobody-agrees');
  const notes: MergeNote[] = [];
  if (findings.twins > 0) notes.push('twins');
  if (findings.sameNames > 0) notes.push('same-names');
  if (findings.differentDays > 0) notes.push('different-days');
  // Undoing needs two administrators of the commune that goes on; those of the other one count then.
  if (findings.administratorsFrom + findings.administratorsInto < 2) notes.push('no-second-administrator');
  return { hindrances, notes };
}

/** Whether a merge can still be undone: every reference between what goes back and what stays must be one that may be severed. */
export function forbiddenCrossings(crossings: Readonly<Record<string, number>>): readonly string[] {
  return Object.keys(crossings).filter((name) => !Object.hasOwn(SEVERANCES, name));
}
