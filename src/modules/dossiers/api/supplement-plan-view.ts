import { plainDateWords } from '../../../kernel/date-words.ts';
import { dateAt } from '../../../kernel/local-time.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { type SupplementPlanResponse } from '../contract/supplement-schemas.ts';
import { answerUntil, supplementStage } from '../domain/decide-supplement.ts';
import { supplementRulesOn } from '../domain/supplement-rules.ts';
import { type DossierPage } from '../store/dossier-page.ts';
import { countSent } from '../store/supplements.ts';
import { type DossiersDeps } from './deps.ts';
import { currentFiles, fileView } from './file-view.ts';
import { supplementRuleFile } from './supplement-rules-file.ts';

/** The papers of a dossier and those that its procedure asks for beside them, with the reasons and days of the rules in force. */
export async function supplementPlanView(deps: DossiersDeps, page: DossierPage, context: RequestContext): Promise<SupplementPlanResponse> {
  const { dossier, papers } = page;
  const now = context.now.getTime();
  const { rule, reasons } = supplementRulesOn(supplementRuleFile(), dateAt(now));
  const stage = supplementStage({ currentStep: dossier.current_step });
  const [procedure, calendar, sent, questions] = await Promise.all([
    deps.procedureInForce(dossier.commune_code, dossier.procedure_code, now),
    deps.calendarOf(dossier.commune_code),
    countSent(deps.db, dossier, stage),
    deps.declared?.questions(deps.db, dossier.commune_code, dossier.id, context.locale) ?? [],
  ]);
  const required = procedure?.papers ?? [];
  const basis = rule.paperBasis.replace('{code}', dossier.procedure_code);
  const helpOf = (id: string | null) => required.find((paper) => paper.id === id)?.help?.vi ?? null;
  const given = papers.map((paper) => ({
    paperId: paper.id,
    requirementId: required.some(({ id }) => id === paper.requirement_id) ? paper.requirement_id : null,
    name: paper.name,
    help: helpOf(paper.requirement_id),
    legalBasis: required.some(({ id }) => id === paper.requirement_id) ? basis : null,
    files: currentFiles(page, paper.id).map(fileView),
  }));
  const missing = required
    .filter(({ id }) => !papers.some((paper) => paper.requirement_id === id))
    .map(({ id, name, help }) => ({ paperId: null, requirementId: id, name: name.vi, help: help?.vi ?? null, legalBasis: basis, files: [] }));
  const { usual, least, most } = rule.answerDays;
  return {
    stage,
    needsLeader: sent >= rule.requestsPerStage,
    reasons: reasons.map(({ code, of, label, howToFix }) => ({ code, of, label: label[context.locale], howToFix: howToFix.vi })),
    answerDays: { usual, least, most },
    answerDates: Array.from({ length: most - least + 1 }, (_, index) => plainDateWords(dateAt(answerUntil(calendar, now, least + index)), context.locale)),
    papers: [...given, ...missing],
    questions: questions.map(({ field, group, label, official, answer }) => ({ field, group, label, official, answer: [...answer], legalBasis: rule.answerBasis.replace('{code}', dossier.procedure_code) })),
  };
}
