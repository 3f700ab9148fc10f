import { type StaffActor } from '../../../kernel/actor.ts';
import { dateAt } from '../../../kernel/local-time.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { runCommand } from '../../../platform/commands.ts';
import { inWholeInstallation } from '../../../platform/db/commune-scope.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { hastenJob } from '../../../platform/jobs/job-times.ts';
import { type MergeActionRequest, type MergeDone, type ProposeMergeRequest } from '../contract/merge-schemas.ts';
import { decideMerge, type StandingMerge } from '../domain/decide-merge.ts';
import { changeMerge, findMerge, insertMerge, isUnderWay, loadMergeForUpdate, type MergeRow } from '../store/merges.ts';
import { type CommuneMergesDeps, PERFORM_JOB } from './deps.ts';
import { previewMerge } from './preview-merge.ts';

/** The part of a stored merge that rules look at. */
export function standingMerge(row: MergeRow): StandingMerge {
  return { state: row.state, version: row.version, fromCode: row.from_code, intoCode: row.into_code, proposedBy: row.proposed_by, undoProposedBy: row.undo_proposed_by, mergedAt: row.merged_at };
}

/**
 * Proposes that another commune of this installation goes over into the actor's. Refuses an unknown commune, one that is on its way already,
 * a missing or future resolution, and whatever the preview found to be in the way.
 */
export async function proposeMerge(deps: CommuneMergesDeps, request: ProposeMergeRequest, actor: StaffActor, context: RequestContext): Promise<Result<MergeDone>> {
  const { communeCode } = actor;
  const { now } = context;
  const envelope = { communeCode, commandId: request.commandId, kind: 'propose-commune-merge', actor, request, now, address: context.address };
  const resolution = request.resolution.replace(/\s+/gu, ' ').trim();
  return inWholeInstallation(() => runCommand<MergeDone>(deps.db, envelope, async (tx) => {
    if (resolution === '') return refuse('merge.resolution-missing', {}, 'resolution');
    if (request.resolutionOn > dateAt(now.getTime())) return refuse('merge.resolution-future', {}, 'resolutionOn');
    const communes = await deps.communes();
    if (request.fromCode === communeCode || !communes.some(({ code }) => code === request.fromCode)) return refuse('merge.commune-unknown', {}, 'fromCode');
    if ((await isUnderWay(tx, request.fromCode)) || (await isUnderWay(tx, communeCode))) return refuse('merge.under-way');
    const { hindrances } = await previewMerge(deps, tx, request.fromCode, communeCode, now);
    if (hindrances.length > 0) return refuse('merge.hindered', { hindrances });
    await insertMerge(tx, {
      id: request.mergeId, from_code: request.fromCode, into_code: communeCode, resolution, resolution_on: request.resolutionOn,
      proposed_at: now, proposed_by: actor.staffId, proposed_by_name: actor.fullName,
    });
    return ok({
      result: { id: request.mergeId, state: 'proposed' },
      journal: { action: 'commune.merge-proposed', object: `commune-merge:${request.mergeId}`, facts: { from: request.fromCode, resolution } },
    });
  }));
}

/** Agrees to a merge or its undoing, proposes the undoing, or takes any of it back. What was agreed is begun within seconds by the program itself. */
export async function actOnMerge(deps: CommuneMergesDeps, id: string, request: MergeActionRequest, actor: StaffActor, context: RequestContext): Promise<Result<MergeDone>> {
  const { communeCode, staffId, fullName } = actor;
  const { now } = context;
  const envelope = { communeCode, commandId: request.commandId, kind: 'act-on-commune-merge', actor, request: { id, ...request }, now, address: context.address };
  return inWholeInstallation(() => runCommand<MergeDone>(deps.db, envelope, async (tx) => {
    if ((await findMerge(tx, communeCode, id)) === undefined) return refuse('merge.not-found');
    const row = await loadMergeForUpdate(tx, id);
    if (row === undefined) return refuse('merge.not-found');
    const decided = decideMerge(standingMerge(row), request.action, { staffId, communeCode }, request.expectedVersion, now);
    if (!decided.ok) return decided;
    const state = decided.value;
    const reason = request.reason?.trim() ?? '';
    switch (request.action) {
      case 'agree':
        await changeMerge(tx, id, { state, agreed_at: now, agreed_by: staffId, agreed_by_name: fullName, fault: null });
        break;
      case 'cancel':
        await changeMerge(tx, id, { state, cancelled_by_name: fullName, fault: null });
        break;
      case 'propose-undo':
        if (reason === '') return refuse('merge.reason-missing', {}, 'reason');
        await changeMerge(tx, id, { state, undo_reason: reason, undo_proposed_at: now, undo_proposed_by: staffId, undo_proposed_by_name: fullName, fault: null });
        break;
      case 'agree-undo':
        await changeMerge(tx, id, { state, undo_agreed_by: staffId, undo_agreed_by_name: fullName, fault: null });
        break;
      case 'keep':
        await changeMerge(tx, id, { state, undo_reason: null, undo_proposed_at: null, undo_proposed_by: null, undo_proposed_by_name: null, undo_agreed_by: null, undo_agreed_by_name: null, fault: null });
        break;
    }
    if (state === 'agreed' || state === 'undo-agreed') await hastenJob(tx, PERFORM_JOB, now);
    return ok({
      result: { id, state },
      journal: { action: 'commune.merge-acted', object: `commune-merge:${id}`, facts: { what: request.action, from: row.from_code, into: row.into_code, ...(reason === '' ? {} : { reason }) } },
    });
  }));
}
