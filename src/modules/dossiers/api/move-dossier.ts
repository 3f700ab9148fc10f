import { type StaffActor } from '../../../kernel/actor.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { runCommand } from '../../../platform/commands.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { type TransitionRequest, type TransitionResponse } from '../contract/dossier-schemas.ts';
import { stepDueAt } from '../domain/decide-reception.ts';
import { decideTransition, type RunningDossier } from '../domain/decide-transition.ts';
import { mayAct } from '../domain/dossier-states.ts';
import { type DossierMove, type DossierRow, type DossierStepRow, loadDossierForUpdate, writeMove } from '../store/move-dossier.ts';
import { type DossiersDeps } from './deps.ts';

/** A row with its steps as the rules see it. */
function runningDossier(dossier: DossierRow, steps: readonly DossierStepRow[]): RunningDossier {
  return {
    state: dossier.state,
    currentStep: dossier.current_step,
    currentRole: dossier.current_role_name,
    field: dossier.field,
    version: dossier.version,
    steps: steps.map((step) => ({ position: step.position, key: step.key, role: step.role_name, hours: step.hours })),
  };
}

/** Moves a dossier one step on (or back), as the transition table and the actor's position allow. */
export async function moveDossier(
  deps: DossiersDeps,
  id: string,
  request: TransitionRequest,
  actor: StaffActor,
  context: RequestContext,
): Promise<Result<TransitionResponse>> {
  const calendar = await deps.calendarOf(actor.communeCode);
  const { now } = context;
  const envelope = {
    communeCode: actor.communeCode,
    commandId: request.commandId,
    kind: 'move-dossier',
    actor,
    request: { id, ...request },
    now,
    address: context.address,
  };
  return runCommand(deps.db, envelope, async (tx) => {
    const loaded = await loadDossierForUpdate(tx, actor.communeCode, id);
    if (loaded === undefined) return refuse('dossier.not-found');
    const { dossier, steps } = loaded;
    const decided = decideTransition(runningDossier(dossier, steps), request, actor);
    if (!decided.ok) return decided;
    const transition = decided.value;
    const next = transition.nextStep;
    const here = steps.find((step) => step.key === dossier.current_step);
    const nextDue = next === null ? null : new Date(stepDueAt(calendar, now.getTime(), next.hours, dossier.due_at?.getTime() ?? null));
    const move: DossierMove = {
      changes: {
        state: transition.state,
        current_step: next?.key ?? null,
        current_role_name: next?.role ?? null,
        holder_id: null,
        held_since: now,
        step_due_at: nextDue,
        ...(transition.finishesDecision ? { decided_at: now } : {}),
        ...(transition.state === 'returned' ? { returned_at: now } : {}),
        ...(transition.facts['resultNumber'] === undefined ? {} : { result_number: transition.facts['resultNumber'] }),
        ...(transition.facts['returnedTo'] === undefined ? {} : { returned_to: transition.facts['returnedTo'] }),
      },
      finished: here === undefined ? null : { position: here.position, at: now, holderId: actor.staffId },
      started: next === null ? null : { position: next.position, at: now, dueAt: nextDue },
      history: {
        at: now,
        event: transition.event,
        actor_id: actor.staffId,
        actor_name: actor.fullName,
        facts: JSON.stringify(transition.facts),
      },
    };
    await writeMove(tx, actor.communeCode, id, move);
    return ok({
      result: { id, state: transition.state, version: dossier.version + 1 },
      journal: { action: `dossier.${transition.event}`, object: `dossier:${id}`, facts: { code: dossier.code } },
      outbox: [{ id: deps.newId(), topic: 'DossierMoved', payload: { dossierId: id, event: transition.event } }],
    });
  });
}

/** Refuses a declaration with its reason; the citizen reads it on the tracking page. */
export async function rejectDeclared(
  deps: DossiersDeps,
  id: string,
  request: { readonly commandId: string; readonly expectedVersion: number; readonly reason: string },
  actor: StaffActor,
  context: RequestContext,
): Promise<Result<TransitionResponse>> {
  const { now } = context;
  const envelope = {
    communeCode: actor.communeCode,
    commandId: request.commandId,
    kind: 'reject-declaration',
    actor,
    request: { id, ...request },
    now,
    address: context.address,
  };
  return runCommand(deps.db, envelope, async (tx) => {
    const loaded = await loadDossierForUpdate(tx, actor.communeCode, id);
    if (loaded === undefined) return refuse('dossier.not-found');
    const { dossier, steps } = loaded;
    if (dossier.version !== request.expectedVersion) return refuse('dossier.changed-meanwhile');
    if (dossier.state !== 'submitted') return refuse('dossier.action-not-possible');
    if (!mayAct(runningDossier(dossier, steps), actor)) return refuse('dossier.not-your-step');
    const reason = request.reason.trim();
    if (reason === '') return refuse('dossier.reason-missing', {}, 'reason');
    await writeMove(tx, actor.communeCode, id, {
      changes: { state: 'rejected', rejection_reason: reason },
      finished: null,
      started: null,
      history: { at: now, event: 'rejected', actor_id: actor.staffId, actor_name: actor.fullName, facts: JSON.stringify({ note: reason }) },
    });
    return ok({
      result: { id, state: 'rejected' as const, version: dossier.version + 1 },
      journal: { action: 'dossier.rejected', object: `dossier:${id}` },
      outbox: [{ id: deps.newId(), topic: 'DossierMoved', payload: { dossierId: id, event: 'rejected' } }],
    });
  });
}
