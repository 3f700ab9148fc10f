import { MS_PER_DAY } from '../../../kernel/local-time.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { MERGE_ACTIONS, type MergeAction, type MergeState, STATE_AFTER, UNDO_DAYS } from './merge-state.ts';

/** The part of a merge that decides what may be done with it. */
export interface StandingMerge {
  readonly state: MergeState;
  /** Counts the changes. */
  readonly version: number;
  readonly fromCode: string;
  readonly intoCode: string;
  readonly proposedBy: string;
  readonly undoProposedBy: string | null;
  readonly mergedAt: Date | null;
}

/** An administrator of one of the two communes. */
export interface Merger {
  readonly staffId: string;
  readonly communeCode: string;
}

/** What may be done with a merge now, by this administrator; the screen shows these and no others. */
export function actionsFor(merge: StandingMerge, by: Merger, now: Date): readonly MergeAction[] {
  return MERGE_ACTIONS[merge.state].filter((action) => decideMerge(merge, action, by, merge.version, now).ok);
}

/**
 * What an action makes of a merge. Two people are needed both ways: an administrator of the commune that goes over agrees to what one of the
 * commune that goes on proposed; undoing is agreed to by another one than who proposed it. Refuses what the state does not allow, a person
 * on the wrong side, an undo after thirty days, and whoever looked at an older version.
 */
export function decideMerge(merge: StandingMerge, action: MergeAction, by: Merger, expectedVersion: number, now: Date): Result<MergeState> {
  if (merge.version !== expectedVersion) return refuse('merge.changed-meanwhile');
  const possible: readonly MergeAction[] = MERGE_ACTIONS[merge.state];
  if (!possible.includes(action)) return refuse('merge.not-possible');
  switch (action) {
    case 'agree':
      if (by.communeCode !== merge.fromCode || by.staffId === merge.proposedBy) return refuse('merge.other-side-agrees');
      break;
    case 'agree-undo':
      if (by.communeCode !== merge.intoCode || by.staffId === merge.undoProposedBy) return refuse('merge.second-person');
      break;
    case 'propose-undo':
      if (by.communeCode !== merge.intoCode) return refuse('merge.not-possible');
      if (merge.mergedAt === null || now.getTime() - merge.mergedAt.getTime() > UNDO_DAYS * MS_PER_DAY) return refuse('merge.too-late-to-undo', { days: UNDO_DAYS });
      break;
    case 'cancel':
    case 'keep':
      break;
  }
  return ok(STATE_AFTER[action]);
}
