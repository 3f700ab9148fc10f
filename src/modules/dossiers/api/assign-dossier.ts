import { type StaffActor } from '../../../kernel/actor.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { type AssignRequest, type PlainRequest, type TransitionResponse } from '../contract/action-schemas.ts';
import { decideAssignment, decideClaim, decideRelease } from '../domain/decide-assignment.ts';
import { changeDossier, staffChange } from './change-dossier.ts';
import { seenDossier } from './change-rows.ts';
import { type DossiersDeps } from './deps.ts';
import { staffMessage } from './staff-message.ts';

/** Takes the step on for oneself. */
export function claimDossier(deps: DossiersDeps, id: string, request: PlainRequest, actor: StaffActor, context: RequestContext): Promise<Result<TransitionResponse>> {
  return changeDossier(deps, staffChange('claim-dossier', id, request, actor, context), async ({ dossier }) => {
    const decided = decideClaim(seenDossier(dossier), request, actor);
    if (!decided.ok) return decided;
    const { fromId } = decided.value.facts;
    const from = fromId === undefined ? undefined : await deps.staffName(actor.communeCode, fromId);
    return ok({ change: from === undefined ? decided.value : { ...decided.value, facts: { ...decided.value.facts, from } } });
  });
}

/** Gives the step back to whoever's position holds it. */
export function releaseDossier(deps: DossiersDeps, id: string, request: PlainRequest, actor: StaffActor, context: RequestContext): Promise<Result<TransitionResponse>> {
  return changeDossier(deps, staffChange('release-dossier', id, request, actor, context), ({ dossier }) => {
    const decided = decideRelease(seenDossier(dossier), request, actor);
    return decided.ok ? ok({ change: decided.value }) : decided;
  });
}

/** A leader gives the step to one officer. */
export function assignDossier(deps: DossiersDeps, id: string, request: AssignRequest, actor: StaffActor, context: RequestContext): Promise<Result<TransitionResponse>> {
  return changeDossier(deps, staffChange('assign-dossier', id, request, actor, context), async ({ dossier }) => {
    const to = (await deps.colleaguesOf(actor.communeCode)).find(({ staffId }) => staffId === request.staffId);
    if (to === undefined) return refuse('dossier.officer-unknown', {}, 'staffId');
    const decided = decideAssignment(seenDossier(dossier), request, to, actor);
    if (!decided.ok) return decided;
    const told = to.staffId === actor.staffId ? [] : [to.staffId];
    return ok({ change: decided.value, outbox: [staffMessage(deps.newId(), dossier, 'assigned', `${id} ${request.commandId}`, told, { by: actor.fullName, words: decided.value.facts['note'] ?? '' })] });
  });
}
