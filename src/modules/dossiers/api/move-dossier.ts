import { type StaffActor } from '../../../kernel/actor.ts';
import { refuseRight } from '../../../kernel/assurance.ts';
import { dateAt } from '../../../kernel/local-time.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { type Tx } from '../../../platform/db/database.ts';
import { areFilesKept } from '../../../platform/files/keep-upload.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { type ReasonRequest, type SealRequest, type StepRequest, type TransitionResponse } from '../contract/action-schemas.ts';
import { decideReopen, decideStep, type StepChange } from '../domain/decide-step.ts';
import { dropWaitingDelivery, findOpenDelivery, openDelivery } from '../store/deliveries.ts';
import { keepPapers, withdrawResults } from '../store/kept-papers.ts';
import { type DossierRow } from '../store/move-dossier.ts';
import { changeDossier, type Decided, staffChange } from './change-dossier.ts';
import { runningDossier } from './change-rows.ts';
import { type DossiersDeps } from './deps.ts';
import { appraiserOf, refuseOwn } from './own-appraisal.ts';

/** Moves a dossier one step on (or back), as the transition table and the actor's position allow. Refuses a signature (`approve`) in a session that is not sure enough for it, and where the office says so one of whoever appraised it. */
export async function moveDossier(deps: DossiersDeps, id: string, request: StepRequest, actor: StaffActor, context: RequestContext): Promise<Result<TransitionResponse>> {
  const lacking = request.action === 'approve' ? refuseRight(actor.assurance, 'sign', context.now.getTime()) : undefined;
  if (lacking !== undefined) return refuse(lacking);
  return changeDossier(deps, staffChange('move-dossier', id, request, actor, context), async ({ dossier, steps, tx }) => {
    const decided = decideStep(runningDossier(dossier, steps), { ...request, resultNumber: null }, actor);
    if (!decided.ok) return decided;
    const own = request.action === 'approve' && appraiserOf(steps) === actor.staffId;
    const refused = own ? await refuseOwn(deps, dossier, steps, actor, context.now) : undefined;
    if (refused !== undefined) return refuse(refused);
    const change = request.action === 'approve' && decided.value.resultKind !== 'negative' ? await signed(deps, tx, dossier, decided.value, actor, context.now) : decided.value;
    return ok({ ...stepDone(deps, dossier, change, context.now), ...(own ? { journal: { appraisedBySigner: true } } : {}) });
  });
}

/** A signature may give the result its number: the yearly book is entered in the same transaction. */
async function signed(deps: DossiersDeps, tx: Tx, dossier: DossierRow, change: StepChange, signer: StaffActor, now: Date): Promise<StepChange> {
  const number = await deps.onSigned(tx, { communeCode: dossier.commune_code, dossierId: dossier.id, field: dossier.field }, signer, now);
  return number === null ? change : { ...change, facts: { ...change.facts, resultNumber: number } };
}

/** What every step leaves behind; with the last one the result lies in the office and waits for its owner. */
function stepDone(deps: DossiersDeps, dossier: DossierRow, change: StepChange, now: Date, write: (tx: Tx) => Promise<void> = () => Promise.resolve()): Decided {
  const isDecided = change.decides !== undefined;
  return {
    change,
    row: { result_kind: change.resultKind, ...(isDecided ? { delivery_state: 'waiting' } : {}) },
    write: async (tx) => {
      if (isDecided) await openDelivery(tx, dossier, { id: deps.newId(), method: dossier.delivery_method, address: dossier.delivery_address, at: now });
      await write(tx);
    },
  };
}

/**
 * Seals the result: it gets its number, and its electronic form is kept for reuse. Refuses files that the server has not confirmed and
 * a last day of validity that is over.
 */
export function sealDossier(deps: DossiersDeps, id: string, request: SealRequest, actor: StaffActor, context: RequestContext): Promise<Result<TransitionResponse>> {
  return changeDossier(deps, staffChange('seal-dossier', id, request, actor, context), async ({ dossier, steps, tx }) => {
    const decided = decideStep(runningDossier(dossier, steps), { ...request, action: 'seal', outcome: null, legalBasis: null }, actor);
    if (!decided.ok) return decided;
    const today = dateAt(context.now.getTime());
    if (request.validTo !== null && request.validTo < today) return refuse('dossier.result-expired', {}, 'validTo');
    if (!(await areFilesKept(tx, actor.communeCode, request.files.map(({ sha256 }) => sha256)))) return refuse('dossier.file-unknown', {}, 'files');
    const { person_id } = dossier;
    return ok(
      stepDone(deps, dossier, decided.value, context.now, async (inner) => {
        if (request.files.length === 0 || person_id === null) return;
        await keepPapers(inner, [{
          commune_code: dossier.commune_code, id: deps.newId(), person_id, origin: 'result', requirement_id: null, procedure_code: dossier.procedure_code,
          name: dossier.procedure_name, number: decided.value.facts['resultNumber'] ?? null, issued_by: (await deps.communeOf(dossier.commune_code)).name, issued_on: today,
          valid_to: request.validTo, dossier_id: dossier.id, files: JSON.stringify(request.files.map(({ sha256, fileName }) => ({ sha256, fileName }))), kept_at: context.now,
        }]);
      }),
    );
  });
}

/** Takes a decided dossier back because the decision itself was wrong: 9→4. Refuses while the result is on its way to the citizen. */
export function reopenDossier(deps: DossiersDeps, id: string, request: ReasonRequest, actor: StaffActor, context: RequestContext): Promise<Result<TransitionResponse>> {
  return changeDossier(deps, staffChange('reopen-dossier', id, request, actor, context), async ({ dossier, steps, tx }) => {
    const decided = decideReopen(runningDossier(dossier, steps), request, actor);
    if (!decided.ok) return decided;
    if ((await findOpenDelivery(tx, dossier))?.state === 'sent') return refuse('delivery.on-its-way');
    return ok({
      change: decided.value,
      row: { delivery_state: 'none' },
      journal: { reason: decided.value.facts['note'] },
      write: async (inner) => {
        await dropWaitingDelivery(inner, dossier);
        await withdrawResults(inner, dossier.commune_code, dossier.id, context.now);
      },
    });
  });
}
