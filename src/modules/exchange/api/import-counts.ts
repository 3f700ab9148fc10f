import { type ImportResponse, type RunResponse } from '../contract/exchange-schemas.ts';
import { type LineOutcome, type LinePlan } from '../store/imports.ts';

/** How the lines of an import stand. */
export interface ImportCounts {
  readonly plans: NonNullable<ImportResponse['counts']>;
  readonly outcomes: RunResponse['outcomes'];
  /** Lines that are still to be written. */
  readonly left: number;
}

/** Puts the counts of the database into their places. */
export function countsOf(rows: readonly { readonly plan: LinePlan | null; readonly outcome: LineOutcome | null; readonly count: number }[]): ImportCounts {
  const plans: Record<LinePlan, number> = { new: 0, same: 0, changed: 0, skipped: 0, wrong: 0 };
  const outcomes: Record<LineOutcome, number> = { created: 0, updated: 0, unchanged: 0, skipped: 0, refused: 0 };
  let left = 0;
  for (const { plan, outcome, count } of rows) {
    if (plan !== null) plans[plan] += count;
    if (outcome !== null) outcomes[outcome] += count;
    else if (plan !== null) left += count;
  }
  return { plans, outcomes, left };
}
