import { type StaffActor } from '../../../kernel/actor.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { runCommand } from '../../../platform/commands.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { type VoidPaperRequest, type VoidPaperResponse } from '../contract/paper-schemas.ts';
import { endPaper, findPaper } from '../store/official-papers.ts';
import { type OfficialPapersDeps } from './deps.ts';

/**
 * Declares an issued paper void, with the reason; its number stays taken and its check page says so. Refuses a paper that does not hold
 * any more, and a reason of spaces.
 */
export function voidPaper(deps: OfficialPapersDeps, id: string, request: VoidPaperRequest, actor: StaffActor, context: RequestContext): Promise<Result<VoidPaperResponse>> {
  const { communeCode } = actor;
  const envelope = { communeCode, commandId: request.commandId, kind: 'void-paper', actor, request: { id, ...request }, now: context.now, address: context.address };
  return runCommand(deps.db, envelope, async (tx) => {
    const reason = request.reason.trim();
    if (reason === '') return refuse('paper.reason-missing', {}, 'reason');
    const paper = await findPaper(tx, communeCode, id);
    if (paper === undefined) return refuse('paper.not-found');
    const ended = await endPaper(tx, communeCode, id, { voided_at: context.now, voided_by: actor.staffId, voided_by_name: actor.fullName, void_reason: reason, replaced_by: null });
    if (!ended) return refuse('paper.void-already');
    return ok({ result: { id }, journal: { action: 'paper.voided', object: `paper:${id}`, facts: { kind: paper.kind, number: paper.number, year: paper.year } } });
  });
}
