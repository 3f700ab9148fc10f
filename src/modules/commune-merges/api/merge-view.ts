import { type StaffActor } from '../../../kernel/actor.ts';
import { type MergesResponse, type MergeView } from '../contract/merge-schemas.ts';
import { actionsFor } from '../domain/decide-merge.ts';
import { listMerges, type MergeRow } from '../store/merges.ts';
import { standingMerge } from './change-merge.ts';
import { type CommuneMergesDeps } from './deps.ts';

/** The merges of the actor's commune, and the other communes that are served here. */
export async function mergesView(deps: CommuneMergesDeps, actor: StaffActor, now: Date): Promise<MergesResponse> {
  const { communeCode } = actor;
  const [communes, rows] = await Promise.all([deps.communes(), listMerges(deps.db, communeCode)]);
  const items = await Promise.all(rows.map((row) => mergeView(deps, row, actor, now)));
  return { own: { code: communeCode, name: await deps.communeName(communeCode) }, others: communes.filter(({ code }) => code !== communeCode).map(({ code, name }) => ({ code, name })), items };
}

async function mergeView(deps: CommuneMergesDeps, row: MergeRow, actor: StaffActor, now: Date): Promise<MergeView> {
  const time = (at: Date | null): string | null => at?.toISOString() ?? null;
  return {
    id: row.id,
    from: { code: row.from_code, name: await deps.communeName(row.from_code) },
    into: { code: row.into_code, name: await deps.communeName(row.into_code) },
    side: row.from_code === actor.communeCode ? 'from' : 'into',
    resolution: row.resolution,
    resolutionOn: row.resolution_on,
    state: row.state,
    version: row.version,
    proposedAt: row.proposed_at.toISOString(),
    proposedByName: row.proposed_by_name,
    agreedAt: time(row.agreed_at),
    agreedByName: row.agreed_by_name,
    mergedAt: time(row.merged_at),
    mergeMs: row.merge_ms,
    moved: row.moved === null ? null : (row.moved as { readonly rows: Record<string, number> }).rows,
    undoReason: row.undo_reason,
    undoProposedByName: row.undo_proposed_by_name,
    undoneAt: time(row.undone_at),
    undoMs: row.undo_ms,
    cancelledByName: row.cancelled_by_name,
    fault: row.fault,
    actions: [...actionsFor(standingMerge(row), { staffId: actor.staffId, communeCode: actor.communeCode }, now)],
  };
}
