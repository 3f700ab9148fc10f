import { type StaffActor } from '../../../kernel/actor.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { type TransitionResponse } from '../contract/action-schemas.ts';
import { type UrgeRequest } from '../contract/late-schemas.ts';
import { holdersOf } from '../domain/decide-recipients.ts';
import { decideUrge, decideUrgeAnswer } from '../domain/decide-urge.ts';
import { answerOpenUrge, insertUrge } from '../store/late-work.ts';
import { changeDossier, staffChange } from './change-dossier.ts';
import { seenDossier } from './change-rows.ts';
import { type DossiersDeps } from './deps.ts';
import { staffMessage } from './staff-message.ts';

/** Đôn đốc: a leader's note to whoever holds the dossier; they find it in the inbox and on the dossier. */
export function urgeDossier(deps: DossiersDeps, id: string, request: UrgeRequest, actor: StaffActor, context: RequestContext): Promise<Result<TransitionResponse>> {
  return changeDossier(deps, staffChange('urge-dossier', id, request, actor, context), async ({ dossier }) => {
    const seen = seenDossier(dossier);
    const decided = decideUrge(seen, request, actor);
    if (!decided.ok) return decided;
    const words = decided.value.facts['note'] ?? '';
    const urgeId = deps.newId();
    const to = holdersOf(seen, await deps.colleaguesOf(actor.communeCode)).map(({ staffId }) => staffId);
    return ok({
      change: decided.value,
      row: { urged_at: context.now },
      write: (tx) => insertUrge(tx, dossier, { id: urgeId, words, urged_at: context.now, urged_by: actor.staffId, urged_by_name: actor.fullName, holder_id: dossier.holder_id }),
      outbox: [staffMessage(deps.newId(), dossier, 'urged', urgeId, to, { by: actor.fullName, words })],
    });
  });
}

/** The holder answers; the leader who urged finds the answer in the inbox and on the dossier. */
export function answerUrge(deps: DossiersDeps, id: string, request: UrgeRequest, actor: StaffActor, context: RequestContext): Promise<Result<TransitionResponse>> {
  return changeDossier(deps, staffChange('answer-urge', id, request, actor, context), async ({ dossier, tx }) => {
    const decided = decideUrgeAnswer(seenDossier(dossier), request, actor);
    if (!decided.ok) return decided;
    const words = decided.value.facts['note'] ?? '';
    // Written before the dossier's own rows, which stand or fall with it: who urged is told.
    const urge = await answerOpenUrge(tx, dossier, { words, at: context.now, by: actor.staffId, byName: actor.fullName });
    return ok({
      change: decided.value,
      row: { urged_at: null },
      outbox: urge === undefined ? [] : [staffMessage(deps.newId(), dossier, 'urge-answered', urge.id, [urge.urgedBy], { by: actor.fullName, words })],
    });
  });
}
