import { type StaffActor } from '../../../kernel/actor.ts';
import { recordCommands } from '../../../platform/commands.ts';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { forbiddenCrossings } from '../domain/judge-preview.ts';
import { changeMerge, listAgreed, loadMergeForUpdate, type MergeRow } from '../store/merges.ts';
import { moveRows, type RowCounts } from '../store/move-rows.ts';
import { countCrossings, returnRows } from '../store/return-rows.ts';
import { type CommuneMergesDeps } from './deps.ts';
import { previewMerge } from './preview-merge.ts';

/**
 * Does what was agreed: lets a commune go over into another, or come back. Everything of one merge stands or falls in one transaction of the
 * database's owner, so whatever breaks it off has changed nothing; why it did not go through is written down for the administrators.
 */
export async function performAgreedMerges(deps: CommuneMergesDeps, now: Date, signal: AbortSignal): Promise<number> {
  let done = 0;
  for (const { id, state } of await listAgreed(deps.db)) {
    if (signal.aborted) break;
    await deps.asOwner(async (owner) => {
      try {
        await owner.transaction().execute((tx) => (state === 'agreed' ? mergeNow(deps, tx, id, now) : undoNow(deps, tx, id, now)));
        done += 1;
      } catch (error) {
        await owner.transaction().execute((tx) => noteFault(tx, id, error));
      }
    });
    deps.forgetCommunes();
  }
  return done;
}

/** Something that must not happen stands in the way; its message is shown to the administrators. */
class MergeHindered extends Error {}

async function mergeNow(deps: CommuneMergesDeps, tx: Tx, id: string, now: Date): Promise<void> {
  const merge = await loadMergeForUpdate(tx, id);
  if (merge?.state !== 'agreed') return;
  const { from_code: from, into_code: into } = merge;
  const began = deps.clock().getTime();
  await deps.lockCommune(tx, from);
  const { hindrances } = await previewMerge(deps, tx, from, into, now);
  if (hindrances.length > 0) throw new MergeHindered(hindrances.join(', '));
  const moved = await moveRows(tx, { mergeId: id, from, into }, await deps.communeName(from));
  await journal(deps, tx, merge, from, 'commune.merged-away', moved, now);
  const wasHome = await deps.closeCommune(tx, from, into, now);
  await journal(deps, tx, merge, into, 'commune.merged', moved, now);
  await changeMerge(tx, id, { state: 'merged', merged_at: now, merge_ms: deps.clock().getTime() - began, moved: JSON.stringify({ rows: moved, wasHome }), fault: null });
}

async function undoNow(deps: CommuneMergesDeps, tx: Tx, id: string, now: Date): Promise<void> {
  const merge = await loadMergeForUpdate(tx, id);
  if (merge?.state !== 'undo-agreed') return;
  const { from_code: from, into_code: into } = merge;
  const place = { mergeId: id, from, into };
  const began = deps.clock().getTime();
  await deps.lockCommune(tx, into);
  const severed = await countCrossings(tx, place);
  const forbidden = forbiddenCrossings(severed);
  if (forbidden.length > 0) throw new MergeHindered(forbidden.join(', '));
  const returned = await returnRows(tx, place);
  await deps.reopenCommune(tx, from, into, (merge.moved as { readonly wasHome: boolean } | null)?.wasHome ?? false, now);
  await journal(deps, tx, merge, from, 'commune.returned', returned, now);
  await journal(deps, tx, merge, into, 'commune.separated', { ...returned, ...severed }, now);
  await changeMerge(tx, id, { state: 'undone', undone_at: now, undo_ms: deps.clock().getTime() - began, returned: JSON.stringify({ rows: returned, severed }), fault: null });
}

/** The line in the journal of one of the two communes: by whom, under which resolution, how many rows of which table. */
async function journal(deps: CommuneMergesDeps, tx: Tx, merge: MergeRow, communeCode: string, action: string, rows: RowCounts, now: Date): Promise<void> {
  const staffId = merge.undo_agreed_by ?? merge.agreed_by ?? merge.proposed_by;
  const actor: StaffActor = { kind: 'staff', staffId, communeCode, fullName: merge.undo_agreed_by_name ?? merge.agreed_by_name ?? merge.proposed_by_name, userName: '', positions: [] };
  await recordCommands(tx, [
    {
      envelope: { communeCode, commandId: deps.newId(), kind: 'perform-commune-merge', actor, request: { merge: merge.id, action }, now, address: '' },
      done: {
        result: {},
        journal: { action, object: `commune-merge:${merge.id}`, facts: { from: merge.from_code, into: merge.into_code, resolution: merge.resolution, proposedBy: merge.proposed_by, agreedBy: merge.agreed_by, rows } },
      },
    },
  ]);
}

/** Nothing was changed: the proposal stands again, with what was in the way. */
async function noteFault(tx: Tx, id: string, error: unknown): Promise<void> {
  const merge = await loadMergeForUpdate(tx, id);
  if (merge === undefined || (merge.state !== 'agreed' && merge.state !== 'undo-agreed')) return;
  const { code, constraint } = error as { readonly code?: unknown; readonly constraint?: unknown };
  const fault = error instanceof MergeHindered ? error.message : [code, constraint].filter((word) => typeof word === 'string').join(' ') || 'unknown';
  await changeMerge(tx, id, merge.state === 'agreed' ? { state: 'proposed', fault, agreed_at: null, agreed_by: null, agreed_by_name: null } : { state: 'undo-proposed', fault, undo_agreed_by: null, undo_agreed_by_name: null });
}

/** What undoing a merge now would sever, and what forbids it; tried out as the owner and taken back. */
export async function rehearseUndo(deps: CommuneMergesDeps, merge: MergeRow): Promise<{ readonly severed: RowCounts; readonly forbidden: readonly string[] }> {
  return deps.asOwner(async (owner: Database) => {
    const trial = await owner.startTransaction().execute();
    try {
      const severed = await countCrossings(trial, { mergeId: merge.id, from: merge.from_code, into: merge.into_code });
      return { severed, forbidden: forbiddenCrossings(severed) };
    } finally {
      await trial.rollback().execute();
    }
  });
}
