import { type StaffActor } from '../../../kernel/actor.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { type NoteRequest, type ReasonRequest, type StopRequest, type TransitionResponse, type WithdrawalRequest } from '../contract/action-schemas.ts';
import { decideRejection, decideStop, decideWithdrawalAcceptance, decideWithdrawalRefusal, decideWithdrawalRequest } from '../domain/decide-end.ts';
import { type Asker } from '../domain/may-act.ts';
import { closeOpenRequests, findOpenRequest } from '../store/open-requests.ts';
import { type ChangeInput, changeDossier, staffChange } from './change-dossier.ts';
import { seenDossier } from './change-rows.ts';
import { type DossiersDeps } from './deps.ts';
import { issueDossierPaper } from './issue-dossier-paper.ts';
import { moneyActor } from './request-payment.ts';

/** Why what was still to be paid is not any more. */
const NOT_ASKED_ANY_MORE = 'Hồ sơ đã dừng giải quyết';

/** Refuses a declaration with its reason; the citizen reads it on the tracking page and gets form 03. */
export function rejectDeclared(deps: DossiersDeps, id: string, request: ReasonRequest, actor: StaffActor, context: RequestContext): Promise<Result<TransitionResponse>> {
  return changeDossier(deps, staffChange('reject-declaration', id, request, actor, context), ({ dossier }) => {
    const decided = decideRejection(seenDossier(dossier), request, actor);
    if (!decided.ok) return decided;
    const paper = { kind: 'refusal', reason: request.reason.trim() } as const;
    return ok({
      change: decided.value,
      write: async (tx) => {
        await closeOpenRequests(tx, dossier, context.now);
        await deps.declared?.forget(tx, dossier.commune_code, dossier.id);
        await deps.money.end(tx, { communeCode: actor.communeCode, dossierId: id, reason: NOT_ASKED_ANY_MORE, at: context.now, actor: moneyActor(actor) });
        await issueDossierPaper(deps, tx, { dossier, paper, actor, now: context.now, commandId: request.commandId });
      },
    });
  });
}

/** Stops the work before the decision with form 05; a request to the citizen that is still open is closed with it. */
export function stopDossier(deps: DossiersDeps, id: string, request: StopRequest, actor: StaffActor, context: RequestContext): Promise<Result<TransitionResponse>> {
  return changeDossier(deps, staffChange('stop-dossier', id, request, actor, context), ({ dossier }) => {
    const decided = decideStop(seenDossier(dossier), request, actor);
    if (!decided.ok) return decided;
    const paper = { kind: 'stop', stopKind: request.kind, reason: request.reason.trim(), fee: null } as const;
    // What was asked for and not paid is not asked for any more.
    const row = dossier.money_state === 'due' ? { money_state: 'none' as const } : {};
    return ok({
      change: decided.value,
      row,
      write: async (tx) => {
        await closeOpenRequests(tx, dossier, context.now);
        await deps.declared?.forget(tx, dossier.commune_code, dossier.id);
        await deps.money.end(tx, { communeCode: actor.communeCode, dossierId: id, reason: NOT_ASKED_ANY_MORE, at: context.now, actor: moneyActor(actor) });
        await issueDossierPaper(deps, tx, { dossier, paper, actor, now: context.now, commandId: request.commandId });
      },
    });
  });
}

/** The citizen (through the secret link) or reception for the citizen asks to stop. */
export function requestWithdrawal(deps: DossiersDeps, input: ChangeInput, request: WithdrawalRequest, asker: Asker): Promise<Result<TransitionResponse>> {
  return changeDossier(deps, input, ({ dossier }) => {
    const decided = decideWithdrawalRequest(seenDossier(dossier), request, asker);
    return decided.ok ? ok({ change: decided.value }) : decided;
  });
}

/** The office accepts the withdrawal: the dossier is stopped, with form 05. */
export function acceptWithdrawal(deps: DossiersDeps, id: string, request: NoteRequest, actor: StaffActor, context: RequestContext): Promise<Result<TransitionResponse>> {
  return changeDossier(deps, staffChange('accept-withdrawal', id, request, actor, context), ({ dossier }) => {
    const decided = decideWithdrawalAcceptance(seenDossier(dossier), request, actor);
    if (!decided.ok) return decided;
    const paper = { kind: 'stop', stopKind: 'withdrawn', reason: dossier.withdrawal_reason, fee: null } as const;
    return ok({
      change: decided.value,
      row: { stop_reason: dossier.withdrawal_reason },
      write: async (tx) => {
        await closeOpenRequests(tx, dossier, context.now);
        await deps.declared?.forget(tx, dossier.commune_code, dossier.id);
        await deps.money.end(tx, { communeCode: actor.communeCode, dossierId: id, reason: NOT_ASKED_ANY_MORE, at: context.now, actor: moneyActor(actor) });
        await issueDossierPaper(deps, tx, { dossier, paper, actor, now: context.now, commandId: request.commandId });
      },
    });
  });
}

/** The office declines it, with the reason; the dossier goes back to where it was. */
export function declineWithdrawal(deps: DossiersDeps, id: string, request: ReasonRequest, actor: StaffActor, context: RequestContext): Promise<Result<TransitionResponse>> {
  return changeDossier(deps, staffChange('decline-withdrawal', id, request, actor, context), async ({ dossier, tx }) => {
    const decided = decideWithdrawalRefusal(seenDossier(dossier), request, await findOpenRequest(tx, dossier), actor);
    return decided.ok ? ok({ change: decided.value }) : decided;
  });
}
