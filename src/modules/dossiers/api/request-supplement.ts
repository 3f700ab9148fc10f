import { type StaffActor } from '../../../kernel/actor.ts';
import { dateAt } from '../../../kernel/local-time.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { type Tx } from '../../../platform/db/database.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { type NoteRequest, type ReasonRequest, type TransitionResponse } from '../contract/action-schemas.ts';
import { type SupplementRequest } from '../contract/supplement-schemas.ts';
import { decideSupplementApproval, decideSupplementCancellation, decideSupplementRefusal, decideSupplementRequest, supplementStage } from '../domain/decide-supplement.ts';
import { supplementRulesOn } from '../domain/supplement-rules.ts';
import { type DossierRow } from '../store/move-dossier.ts';
import { countPages, listPaperIds } from '../store/dossier-page.ts';
import { forgetDraft } from '../store/supplement-files.ts';
import { countSent, findSupplement, insertSupplement, updateSupplement, type WholeSupplement } from '../store/supplements.ts';
import { changeDossier, staffChange } from './change-dossier.ts';
import { seenDossier } from './change-rows.ts';
import { type DeclaredQuestion } from './declared-answers.ts';
import { type DossiersDeps } from './deps.ts';
import { issueDossierPaper } from './issue-dossier-paper.ts';
import { supplementLines } from './supplement-lines.ts';
import { supplementRuleFile } from './supplement-rules-file.ts';

/** The request that a decision is about: the transition table has made sure that there is one. */
export async function supplementOf(tx: Tx, dossier: DossierRow, status: 'proposed' | 'open' | 'answered'): Promise<WholeSupplement> {
  const whole = await findSupplement(tx, dossier, [status]);
  if (whole === undefined) throw new Error(`dossier ${dossier.id} is at ${dossier.state} and has no ${status} request for supplements`);
  return whole;
}

interface Form02 {
  readonly questions: readonly DeclaredQuestion[];
  readonly dossier: DossierRow;
  readonly request: { readonly words: string | null; readonly askedAt: Date; readonly answerBy: Date };
  readonly faults: readonly { readonly answerField: string | null; readonly paperName: string; readonly reasons: readonly string[]; readonly words: string | null; readonly howToFix: string; readonly legalBasis: string }[];
  readonly actor: StaffActor;
  readonly now: Date;
  readonly commandId: string;
}

/** The questions of the declared form in Vietnamese, as papers name them. */
function questionsOf(deps: DossiersDeps, tx: Tx, { commune_code, id }: DossierRow): Promise<readonly DeclaredQuestion[]> {
  return deps.declared === undefined ? Promise.resolve([]) : deps.declared.questions(tx, commune_code, id, 'vi');
}

/** Form 02 (TT 03/2025/TT-VPCP), in the transaction in which the request reaches the citizen. */
async function issueForm02(deps: DossiersDeps, tx: Tx, { dossier, request, faults, questions, actor, now, commandId }: Form02): Promise<void> {
  const items = supplementLines(faults, request.askedAt, questions);
  await issueDossierPaper(deps, tx, { dossier, paper: { kind: 'supplement', items, reason: request.words, answerBy: request.answerBy }, actor, now, commandId });
}

/** Asks the citizen for what is missing or wrong; a further request in the same stage goes to a leader first. */
export function requestSupplement(deps: DossiersDeps, id: string, request: SupplementRequest, actor: StaffActor, context: RequestContext): Promise<Result<TransitionResponse>> {
  return changeDossier(deps, staffChange('request-supplement', id, request, actor, context), async ({ tx, dossier, calendar }) => {
    const now = context.now.getTime();
    const { rule, reasons } = supplementRulesOn(supplementRuleFile(), dateAt(now));
    const [procedure, paperIds, pages, sentInStage, questions] = await Promise.all([
      deps.procedureInForce(dossier.commune_code, dossier.procedure_code, now),
      listPaperIds(tx, dossier.commune_code, dossier.id),
      countPages(tx, dossier.commune_code, dossier.id),
      countSent(tx, dossier, supplementStage({ currentStep: dossier.current_step })),
      questionsOf(deps, tx, dossier),
    ]);
    const facts = {
      sentInStage, sent: dossier.supplements, rule, reasons, procedureCode: dossier.procedure_code, paperIds: new Set(paperIds),
      pageCount: (paperId: string | null) => (paperId === null ? 0 : (pages.get(paperId) ?? 0)),
      requirementIds: new Set(procedure?.papers.map((paper) => paper.id) ?? []), questions: new Map(questions.map(({ field, name }) => [field, name])), now, calendar,
    };
    const decided = decideSupplementRequest(seenDossier(dossier), request, facts, actor);
    if (!decided.ok) return decided;
    const { stage, faults, words, proposalWords, answerBy } = decided.value;
    const opened = answerBy !== null;
    return ok({
      change: decided.value,
      row: opened ? { supplements: dossier.supplements + 1 } : { approval_asked: 'supplement' as const },
      journal: { request: request.requestId, faults: faults.length },
      write: async (inner) => {
        await insertSupplement(
          inner,
          dossier,
          {
            id: request.requestId, stage, status: opened ? 'open' : 'proposed', words, answer_days: request.answerDays, answer_by: opened ? new Date(answerBy) : null,
            asked_at: context.now, asked_by: actor.staffId, asked_by_name: actor.fullName, opened_at: opened ? context.now : null, proposal_words: proposalWords,
          },
          faults.map((fault, index) => ({
            id: request.faults[index]?.id ?? deps.newId(), paper_id: fault.paperId, requirement_id: fault.requirementId, paper_name: fault.paperName, reasons: [...fault.reasons],
            answer_field: fault.answerField, words: fault.words, legal_basis: fault.legalBasis, how_to_fix: fault.howToFix, mark: fault.marks.length === 0 ? null : JSON.stringify(fault.marks),
          })),
        );
        if (opened) await issueForm02(deps, inner, { dossier, request: { words, askedAt: context.now, answerBy: new Date(answerBy) }, faults, questions, actor, now: context.now, commandId: request.commandId });
      },
    });
  });
}

/** A leader lets a further request go out. */
export function approveSupplement(deps: DossiersDeps, id: string, request: NoteRequest, actor: StaffActor, context: RequestContext): Promise<Result<TransitionResponse>> {
  return changeDossier(deps, staffChange('approve-supplement', id, request, actor, context), async ({ tx, dossier, calendar }) => {
    const proposed = await findSupplement(tx, dossier, ['proposed']);
    const papers = { paperNames: proposed?.items.map((item) => item.paper_name) ?? [], answerDays: proposed?.request.answer_days ?? 1 };
    const decided = decideSupplementApproval(seenDossier(dossier), request, papers, { sent: dossier.supplements, now: context.now.getTime(), calendar }, actor);
    if (!decided.ok) return decided;
    const { request: asked, items } = await supplementOf(tx, dossier, 'proposed');
    const answerBy = new Date(decided.value.answerBy);
    return ok({
      change: decided.value,
      row: { supplements: dossier.supplements + 1, approval_asked: null },
      journal: { request: asked.id },
      write: async (inner) => {
        await updateSupplement(inner, asked, {
          status: 'open', opened_at: context.now, answer_by: answerBy, decided_at: context.now, decided_by: actor.staffId, decided_by_name: actor.fullName,
          decision_words: decided.value.facts['note'] ?? null,
        });
        const faults = items.map((item) => ({ answerField: item.answer_field, paperName: item.paper_name, reasons: item.reasons, words: item.words, howToFix: item.how_to_fix, legalBasis: item.legal_basis }));
        await issueForm02(deps, inner, { dossier, request: { words: asked.words, askedAt: asked.asked_at, answerBy }, faults, questions: await questionsOf(deps, inner, dossier), actor, now: context.now, commandId: request.commandId });
      },
    });
  });
}

/** A leader keeps a further request from going out. */
export function declineSupplement(deps: DossiersDeps, id: string, request: ReasonRequest, actor: StaffActor, context: RequestContext): Promise<Result<TransitionResponse>> {
  return changeDossier(deps, staffChange('decline-supplement', id, request, actor, context), async ({ tx, dossier }) => {
    const decided = decideSupplementRefusal(seenDossier(dossier), request, actor);
    if (!decided.ok) return decided;
    const { request: asked } = await supplementOf(tx, dossier, 'proposed');
    return ok({
      change: decided.value,
      row: { approval_asked: null },
      journal: { request: asked.id },
      write: (inner) =>
        updateSupplement(inner, asked, { status: 'declined', decided_at: context.now, decided_by: actor.staffId, decided_by_name: actor.fullName, decision_words: decided.value.facts['note'] ?? null }),
    });
  });
}

/** The office takes a request back that should not have gone out. */
export function cancelSupplement(deps: DossiersDeps, id: string, request: ReasonRequest, actor: StaffActor, context: RequestContext): Promise<Result<TransitionResponse>> {
  return changeDossier(deps, staffChange('cancel-supplement', id, request, actor, context), async ({ tx, dossier }) => {
    const decided = decideSupplementCancellation(seenDossier(dossier), request, actor);
    if (!decided.ok) return decided;
    const { request: asked } = await supplementOf(tx, dossier, 'open');
    return ok({
      change: decided.value,
      journal: { request: asked.id },
      write: async (inner) => {
        await updateSupplement(inner, asked, { status: 'cancelled', closed_at: context.now, decision_words: decided.value.facts['note'] ?? null, decided_at: context.now, decided_by: actor.staffId, decided_by_name: actor.fullName });
        await forgetDraft(inner, dossier);
        await deps.declared?.forget(inner, dossier.commune_code, dossier.id);
      },
    });
  });
}
