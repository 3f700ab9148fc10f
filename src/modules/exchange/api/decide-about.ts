import { type StaffActor } from '../../../kernel/actor.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { runCommand } from '../../../platform/commands.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { findExchanged } from '../../dossiers/index.ts';
import { type DecisionRequest } from '../contract/exchange-schemas.ts';
import { decideAboutMismatch } from '../domain/decide-mismatch.ts';
import { closeMismatch, lockMismatch } from '../store/mismatches.ts';
import { type ExchangeDeps } from './deps.ts';
import { queueState, refreshSync } from './sync-dossier.ts';

/**
 * Decides about a difference and keeps who did it. The dossier's legal state never changes by it: “theirs accepted” settles the sync
 * axis only, “ours kept” tells the other system our state and due date again, “corrected there” is checked by the next file.
 */
export function decideAbout(deps: ExchangeDeps, id: string, request: DecisionRequest, actor: StaffActor, context: RequestContext): Promise<Result<{ readonly id: string }>> {
  const { communeCode } = actor;
  const envelope = { communeCode, commandId: request.commandId, kind: 'decide-mismatch', actor, request: { id, ...request }, now: context.now, address: context.address };
  return runCommand<{ readonly id: string }>(deps.db, envelope, async (tx) => {
    const mismatch = await lockMismatch(tx, communeCode, id);
    if (mismatch === undefined) return refuse('exchange.mismatch-not-found');
    const decided = decideAboutMismatch(mismatch.state, request.decision, request.words);
    if (!decided.ok) return decided;
    const words = request.words.trim();
    await closeMismatch(tx, communeCode, id, { state: decided.value, closed_at: context.now, closed_by: actor.staffId, closed_by_name: actor.fullName, words: words === '' ? null : words });
    const dossier = await findExchanged(tx, communeCode, mismatch.dossier_id);
    const tells = decided.value === 'ours-kept' && (mismatch.kind === 'status' || mismatch.kind === 'due');
    if (tells && dossier !== undefined) await queueState(deps.newId, tx, { communeCode, dossierId: dossier.id, state: dossier.state, at: context.now });
    else await refreshSync(tx, communeCode, mismatch.dossier_id);
    return ok({ result: { id }, journal: { action: 'exchange.mismatch-decided', object: `dossier:${mismatch.dossier_id}`, facts: { mismatch: id, kind: mismatch.kind, decision: decided.value } } });
  });
}
