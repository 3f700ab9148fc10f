import { type StaffActor } from '../../../kernel/actor.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { type ReasonRequest, type TransitionResponse } from '../contract/action-schemas.ts';
import { type ExtensionRequest } from '../contract/late-schemas.ts';
import { decideExtension, decideExtensionProposal, decideExtensionRefusal, type ExtensionClock } from '../domain/decide-extension.ts';
import { unitHeadsOf } from '../domain/decide-recipients.ts';
import { decideProposedExtension, findProposedExtension, insertExtension } from '../store/late-work.ts';
import { type DossierRow } from '../store/move-dossier.ts';
import { changeDossier, staffChange } from './change-dossier.ts';
import { seenDossier } from './change-rows.ts';
import { type DossiersDeps } from './deps.ts';
import { issueDossierPaper } from './issue-dossier-paper.ts';
import { staffMessage } from './staff-message.ts';

/** The time of a dossier that was received; undefined for a declaration, which has no date to move. */
function clockOf(dossier: DossierRow, now: Date): ExtensionClock | undefined {
  if (dossier.time_limit === null || dossier.due_at === null) return undefined;
  return { limit: dossier.time_limit, dueAt: dossier.due_at.getTime(), extendedDueAt: dossier.extended_due_at?.getTime() ?? null, now: now.getTime() };
}

/** Whoever holds the dossier asks for the one extension; the heads of unit find it in their inbox. */
export function proposeExtension(deps: DossiersDeps, id: string, request: ExtensionRequest, actor: StaffActor, context: RequestContext): Promise<Result<TransitionResponse>> {
  return changeDossier(deps, staffChange('propose-extension', id, request, actor, context), async ({ dossier, calendar }) => {
    const clock = clockOf(dossier, context.now);
    if (clock === undefined) return refuse('dossier.action-not-possible');
    const seen = seenDossier(dossier);
    const decided = decideExtensionProposal(seen, request, clock, calendar, actor);
    if (!decided.ok) return decided;
    const { change, reason, newDueAt } = decided.value;
    const extensionId = deps.newId();
    const heads = unitHeadsOf(seen, await deps.colleaguesOf(actor.communeCode)).map(({ staffId }) => staffId);
    return ok({
      change,
      row: { approval_asked: 'extension' as const },
      write: (tx) =>
        insertExtension(tx, dossier, {
          id: extensionId, status: 'proposed', reason, new_due_at: new Date(newDueAt),
          proposed_at: context.now, proposed_by: actor.staffId, proposed_by_name: actor.fullName,
          decided_at: null, decided_by: null, decided_by_name: null, decision_words: null,
        }),
      outbox: [staffMessage(deps.newId(), dossier, 'extension-asked', extensionId, heads, { by: actor.fullName, words: reason, dueAt: new Date(newDueAt).toISOString() })],
    });
  });
}

/** A leader signs the apology (form 04), asked for or not. The new date holds at once and is on the citizen's page; the date on the receipt stays. */
export function extendDossier(deps: DossiersDeps, id: string, request: ExtensionRequest, actor: StaffActor, context: RequestContext): Promise<Result<TransitionResponse>> {
  return changeDossier(deps, staffChange('extend-dossier', id, request, actor, context), async ({ dossier, calendar, tx }) => {
    const clock = clockOf(dossier, context.now);
    if (clock === undefined) return refuse('dossier.action-not-possible');
    const decided = decideExtension(seenDossier(dossier), request, clock, calendar, actor);
    if (!decided.ok) return decided;
    const { change, reason, newDueAt } = decided.value;
    const due = new Date(newDueAt);
    const decision = { decided_at: context.now, decided_by: actor.staffId, decided_by_name: actor.fullName, decision_words: null };
    const proposed = await findProposedExtension(tx, dossier);
    const extensionId = proposed?.id ?? deps.newId();
    return ok({
      change,
      row: { extended_due_at: due, notice_at: context.now, ...(proposed === undefined ? {} : { approval_asked: null }) },
      write: async (within) => {
        await (proposed === undefined
          ? insertExtension(within, dossier, { id: extensionId, status: 'issued', reason, new_due_at: due, proposed_at: context.now, proposed_by: actor.staffId, proposed_by_name: actor.fullName, ...decision })
          : decideProposedExtension(within, dossier, { status: 'issued', reason, new_due_at: due, ...decision }));
        await issueDossierPaper(deps, within, { dossier, paper: { kind: 'apology', reason, newDueAt: due }, actor, now: context.now, commandId: request.commandId });
      },
      outbox: proposed === undefined ? [] : [staffMessage(deps.newId(), dossier, 'extension-given', extensionId, [proposed.proposed_by], { by: actor.fullName, dueAt: due.toISOString() })],
    });
  });
}

/** The leader does not agree; whoever asked is told why and may ask again while there is time. */
export function declineExtension(deps: DossiersDeps, id: string, request: ReasonRequest, actor: StaffActor, context: RequestContext): Promise<Result<TransitionResponse>> {
  return changeDossier(deps, staffChange('decline-extension', id, request, actor, context), async ({ dossier, tx }) => {
    const decided = decideExtensionRefusal(seenDossier(dossier), request, actor);
    if (!decided.ok) return decided;
    const words = decided.value.facts['note'] ?? '';
    const proposed = await findProposedExtension(tx, dossier);
    return ok({
      change: decided.value,
      row: { approval_asked: null },
      write: (within) => decideProposedExtension(within, dossier, { status: 'declined', decided_at: context.now, decided_by: actor.staffId, decided_by_name: actor.fullName, decision_words: words }),
      outbox: proposed === undefined ? [] : [staffMessage(deps.newId(), dossier, 'extension-declined', proposed.id, [proposed.proposed_by], { by: actor.fullName, words })],
    });
  });
}
