import { type StaffActor } from '../../../kernel/actor.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { type ReasonRequest, type StepRequest, type TransitionResponse } from '../contract/action-schemas.ts';
import { decideReopen, decideStep } from '../domain/decide-step.ts';
import { changeDossier, staffChange } from './change-dossier.ts';
import { runningDossier } from './change-rows.ts';
import { type DossiersDeps } from './deps.ts';

/** Moves a dossier one step on (or back), as the transition table and the actor's position allow. */
export function moveDossier(deps: DossiersDeps, id: string, request: StepRequest, actor: StaffActor, context: RequestContext): Promise<Result<TransitionResponse>> {
  return changeDossier(deps, staffChange('move-dossier', id, request, actor, context), ({ dossier, steps }) => {
    const decided = decideStep(runningDossier(dossier, steps), request, actor);
    if (!decided.ok) return decided;
    return ok({ change: decided.value, row: { result_kind: decided.value.resultKind } });
  });
}

/** Takes a decided dossier back because the decision itself was wrong: 9→4, with the reason in history and journal. */
export function reopenDossier(deps: DossiersDeps, id: string, request: ReasonRequest, actor: StaffActor, context: RequestContext): Promise<Result<TransitionResponse>> {
  return changeDossier(deps, staffChange('reopen-dossier', id, request, actor, context), ({ dossier, steps }) => {
    const decided = decideReopen(runningDossier(dossier, steps), request, actor);
    if (!decided.ok) return decided;
    return ok({ change: decided.value, journal: { reason: decided.value.facts['note'] } });
  });
}
