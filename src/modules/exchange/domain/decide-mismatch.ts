import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { type Difference, type MismatchKind } from './compare-stated.ts';

/** What somebody decided about a difference; `agreed`: it went away by itself. */
export type MismatchDecision = 'theirs-accepted' | 'ours-kept' | 'corrected-there';
export type MismatchState = 'open' | 'agreed' | MismatchDecision;

/** The newest entry of one kind about one dossier. */
export interface KnownMismatch {
  readonly id: string;
  readonly kind: MismatchKind;
  readonly ours: string;
  readonly theirs: string;
  readonly state: MismatchState;
}

/** What an import means for the list of differences. */
export interface MismatchChanges {
  readonly opens: readonly Difference[];
  /** Open entries whose difference is gone, or is another one now. */
  readonly closes: readonly string[];
}

/**
 * What becomes of the list after the other system has spoken again. A decided difference does not come back while both sides say the
 * same as then, except one that was said to be corrected there: it shows up again until it really is.
 */
export function decideMismatches(known: readonly KnownMismatch[], found: readonly Difference[]): MismatchChanges {
  const newest = new Map(known.map((one) => [one.kind, one]));
  const opens = found.filter((difference) => {
    const before = newest.get(difference.kind);
    if (before === undefined || before.state === 'agreed' || before.state === 'corrected-there') return true;
    return before.ours !== difference.ours || before.theirs !== difference.theirs;
  });
  const reopened = new Set(opens.map(({ kind }) => kind));
  const present = new Set(found.map(({ kind }) => kind));
  const closes = [...newest.values()].filter(({ kind, state }) => state === 'open' && (!present.has(kind) || reopened.has(kind))).map(({ id }) => id);
  return { opens, closes };
}

/** Decides about an open difference. Refuses one that is closed already, and a decision without words where somebody there was told. */
export function decideAboutMismatch(state: MismatchState, decision: MismatchDecision, words: string): Result<MismatchDecision> {
  if (state !== 'open') return refuse('exchange.mismatch-closed');
  if (decision === 'corrected-there' && words.trim() === '') return refuse('exchange.correction-words-missing', {}, 'words');
  return ok(decision);
}

/** How a dossier stands with the other system: still telling it something, at odds with it, or at one. */
export function syncStateOf(counts: { readonly waiting: number; readonly failed: number; readonly open: number }): 'pending' | 'failed' | 'synchronised' {
  if (counts.failed > 0 || counts.open > 0) return 'failed';
  return counts.waiting > 0 ? 'pending' : 'synchronised';
}
