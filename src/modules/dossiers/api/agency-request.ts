import { type StaffActor } from '../../../kernel/actor.ts';
import { dateAt } from '../../../kernel/local-time.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { type ReasonRequest, type TransitionResponse } from '../contract/action-schemas.ts';
import { type AgencyAnswerRequest, type AgencyQuestionRequest, type AgencyReceiptRequest } from '../contract/agency-schemas.ts';
import { decideAgencyAnswer, decideAgencyCallOff, decideAgencyQuestion, decideAgencyReceipt, type OpenAgencyRequest } from '../domain/decide-agency-request.ts';
import { type DossierChange } from '../domain/dossier-change.ts';
import { type AgencyRequestChange, type AgencyRequestRow, findOpenAgencyRequest, insertAgencyRequest, updateAgencyRequest } from '../store/agency-requests.ts';
import { changeDossier, type Decided, type LoadedDossier, staffChange } from './change-dossier.ts';
import { seenDossier } from './change-rows.ts';
import { type DossiersDeps } from './deps.ts';

const dayOf = (at: Date): string => dateAt(at.getTime());

/** Notes that a dossier went to an agency of the province, with which document, and when its answer is expected. */
export function sendToAgency(deps: DossiersDeps, id: string, request: AgencyQuestionRequest, actor: StaffActor, context: RequestContext): Promise<Result<TransitionResponse>> {
  return changeDossier(deps, staffChange('send-to-agency', id, request, actor, context), ({ dossier }) => {
    if (dossier.received_at === null) return refuse('dossier.action-not-possible');
    const decided = decideAgencyQuestion(seenDossier(dossier), request, { receivedOn: dayOf(dossier.received_at), today: dayOf(context.now) }, actor);
    if (!decided.ok) return decided;
    const { change, question } = decided.value;
    const requestId = deps.newId();
    return ok({
      change,
      row: { agency_asked: question.agency },
      write: (tx) =>
        insertAgencyRequest(tx, dossier, {
          id: requestId, agency: question.agency, document_number: question.documentNumber, sent_on: question.sentOn, expected_on: question.expectedOn, question: question.question,
          noted_at: context.now, noted_by: actor.staffId, noted_by_name: actor.fullName,
        }),
    });
  });
}

/** Loads the request that is open; where none is the table refuses in its own words. */
async function withOpen({ tx, dossier }: LoadedDossier, decide: (open: OpenAgencyRequest) => Result<{ readonly change: DossierChange; readonly row: AgencyRequestChange }>): Promise<Result<Decided>> {
  const row: AgencyRequestRow | undefined = dossier.agency_asked === null ? undefined : await findOpenAgencyRequest(tx, dossier);
  if (row === undefined) return refuse('dossier.action-not-possible');
  const decided = decide({ agency: row.agency, sentOn: row.sent_on, received: row.state === 'received' });
  if (!decided.ok) return decided;
  const { change, row: changes } = decided.value;
  const over = changes.closed_at != null;
  return ok({ change, row: over ? { agency_asked: null } : {}, write: (within) => updateAgencyRequest(within, row, changes) });
}

/** Notes that the agency has it. */
export function noteAgencyReceipt(deps: DossiersDeps, id: string, request: AgencyReceiptRequest, actor: StaffActor, context: RequestContext): Promise<Result<TransitionResponse>> {
  return changeDossier(deps, staffChange('note-agency-receipt', id, request, actor, context), (loaded) =>
    withOpen(loaded, (open) => {
      const decided = decideAgencyReceipt(seenDossier(loaded.dossier), request, open, dayOf(context.now), actor);
      if (!decided.ok) return decided;
      const { change, receivedOn, number } = decided.value;
      return ok({ change, row: { state: 'received', received_on: receivedOn, received_number: number } });
    }));
}

/** Notes what the agency answered; the appraisal can go on. */
export function noteAgencyAnswer(deps: DossiersDeps, id: string, request: AgencyAnswerRequest, actor: StaffActor, context: RequestContext): Promise<Result<TransitionResponse>> {
  return changeDossier(deps, staffChange('note-agency-answer', id, request, actor, context), (loaded) =>
    withOpen(loaded, (open) => {
      const decided = decideAgencyAnswer(seenDossier(loaded.dossier), request, open, dayOf(context.now), actor);
      if (!decided.ok) return decided;
      const { change, answeredOn, number, words } = decided.value;
      return ok({ change, row: { state: 'answered', answered_on: answeredOn, answer_number: number, words, closed_at: context.now, closed_by_name: actor.fullName } });
    }));
}

/** The answer is not waited for any more. */
export function callOffAgency(deps: DossiersDeps, id: string, request: ReasonRequest, actor: StaffActor, context: RequestContext): Promise<Result<TransitionResponse>> {
  return changeDossier(deps, staffChange('call-off-agency', id, request, actor, context), (loaded) =>
    withOpen(loaded, (open) => {
      const decided = decideAgencyCallOff(seenDossier(loaded.dossier), request, open, actor);
      if (!decided.ok) return decided;
      return ok({ change: decided.value.change, row: { state: 'called-off', words: decided.value.words, closed_at: context.now, closed_by_name: actor.fullName } });
    }));
}
