import { closingOf, nthWorkingDayAfter } from '../../../kernel/legal-clock/working-time.ts';
import { dayAt, type Instant } from '../../../kernel/local-time.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { type WorkingCalendar } from '../../../kernel/working-calendar.ts';
import { checkPermission, neededWords, type SeenDossier } from './check-permission.ts';
import { type DossierChange } from './dossier-change.ts';
import { stateAtStep } from './dossier-states.ts';
import { type Asker } from './may-act.ts';
import { checkMarks, type PictureMark } from './picture-marks.ts';
import { type SupplementReason, type SupplementRule } from './supplement-rules.ts';

/** Before reception the declaration is checked, afterwards the matter: each may ask once (NĐ 309/2026, Điều 17.2a). */
export type SupplementStage = 'intake' | 'examination';

/** What is wrong with one paper, or with one answer of the form, as an officer wrote it. */
export interface WrittenFault {
  /** A paper of the dossier; null for one that is not there. */
  readonly paperId: string | null;
  /** A paper of the procedure; null for any other. */
  readonly requirementId: string | null;
  /** The question of the declared form whose answer is wrong; left out or null for a paper. */
  readonly answerField?: string | null | undefined;
  readonly paperName: string;
  readonly reasons: readonly string[];
  readonly words: string | null;
  readonly legalBasis: string | null;
  readonly howToFix: string;
  /** Drawn on the pictures of the paper. */
  readonly marks: readonly PictureMark[];
}

/** A fault that may be told to the citizen. */
export interface CheckedFault extends WrittenFault {
  readonly answerField: string | null;
  readonly legalBasis: string;
}

/** What an officer asks the citizen to add or mend. */
export interface SupplementCommand {
  readonly expectedVersion: number;
  readonly faults: readonly WrittenFault[];
  /** Words about the whole; may be missing. */
  readonly words: string | null;
  /** Working days that the citizen has. */
  readonly answerDays: number;
  /** Why a further request in this stage is needed; null: this is meant to be the first. */
  readonly proposalWords: string | null;
}

/** What the decision rests on beside the dossier. */
export interface SupplementFacts {
  /** Requests of the same stage that reached the citizen, answered or taken back. */
  readonly sentInStage: number;
  /** All requests that reached the citizen. */
  readonly sent: number;
  readonly rule: SupplementRule;
  readonly reasons: readonly SupplementReason[];
  readonly procedureCode: string;
  /** The papers of the dossier, and those of its procedure. */
  readonly paperIds: ReadonlySet<string>;
  /** How many pages a paper has. */
  readonly pageCount: (paperId: string | null) => number;
  readonly requirementIds: ReadonlySet<string>;
  /** The names of the questions that were declared, by their field ids. */
  readonly questions: ReadonlyMap<string, string>;
  readonly now: Instant;
  readonly calendar: WorkingCalendar;
}

/** A request that may be written: opened at once, or proposed to a leader. */
export interface SupplementDecision extends DossierChange {
  readonly stage: SupplementStage;
  readonly faults: readonly CheckedFault[];
  readonly words: string | null;
  readonly proposalWords: string | null;
  /** Null while a leader has not approved it. */
  readonly answerBy: Instant | null;
}

/** The stage that a dossier is in. */
export function supplementStage({ currentStep }: Pick<SeenDossier, 'currentStep'>): SupplementStage {
  return currentStep === null ? 'intake' : 'examination';
}

/** The last instant for the answer: the closing of the n-th working day after today. */
export function answerUntil(calendar: WorkingCalendar, now: Instant, days: number): Instant {
  const day = nthWorkingDayAfter(calendar, dayAt(now), days);
  if (day === undefined) throw new Error('the calendar ends before the citizen’s answer');
  return closingOf(calendar, day);
}

const tidy = (text: string | null): string | null => {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
};

/** Checks one fault. `place` is its position, for the field of the refusal. */
function checkFault(fault: WrittenFault, place: number, facts: SupplementFacts): Result<CheckedFault> {
  const field = (name: string): string => `faults.${String(place)}.${name}`;
  const answerField = fault.answerField ?? null;
  const question = answerField === null ? undefined : facts.questions.get(answerField);
  if (answerField !== null && (question === undefined || fault.paperId !== null || fault.requirementId !== null || fault.marks.length > 0)) return refuse('supplement.question-unknown', { question: fault.paperName.trim() }, field('answerField'));
  const paper = question ?? fault.paperName.trim();
  if (paper === '') return refuse('supplement.paper-unnamed', {}, field('paperName'));
  if (fault.paperId !== null && !facts.paperIds.has(fault.paperId)) return refuse('supplement.paper-unknown', { paper }, field('paperId'));
  if (fault.requirementId !== null && !facts.requirementIds.has(fault.requirementId)) return refuse('supplement.paper-unknown', { paper }, field('requirementId'));
  const known = fault.reasons.flatMap((code) => facts.reasons.find((reason) => reason.code === code && (reason.of === 'all' || (reason.of === 'answer') === (answerField !== null))) ?? []);
  if (known.length !== fault.reasons.length || new Set(fault.reasons).size !== fault.reasons.length) return refuse('supplement.reason-unknown', { paper }, field('reasons'));
  if (known.length === 0) return refuse('supplement.reason-missing', { paper }, field('reasons'));
  const words = tidy(fault.words);
  if (words === null && known.some(({ howToFix }) => howToFix.vi === '')) return refuse('supplement.other-reason-unwritten', { paper }, field('words'));
  const howToFix = tidy(fault.howToFix);
  if (howToFix === null) return refuse('supplement.how-to-fix-missing', { paper }, field('howToFix'));
  const ofProcedure = answerField !== null ? facts.rule.answerBasis.replace('{code}', facts.procedureCode) : fault.requirementId === null ? null : facts.rule.paperBasis.replace('{code}', facts.procedureCode);
  const legalBasis = tidy(fault.legalBasis) ?? ofProcedure;
  if (legalBasis === null) return refuse('supplement.legal-basis-missing', { paper }, field('legalBasis'));
  const marks = checkMarks(fault.marks, facts.pageCount(fault.paperId));
  if (!marks.ok) return { ok: false, problem: { ...marks.problem, field: field('marks') } };
  return ok({ ...fault, answerField, paperName: paper, words, howToFix, legalBasis, marks: marks.value });
}

function checkFaults(faults: readonly WrittenFault[], facts: SupplementFacts): Result<readonly CheckedFault[]> {
  if (faults.length === 0) return refuse('supplement.empty', {}, 'faults');
  const checked: CheckedFault[] = [];
  for (const [place, fault] of faults.entries()) {
    const one = checkFault(fault, place, facts);
    if (!one.ok) return one;
    const { answerField, paperName } = one.value;
    if (answerField !== null && checked.some((other) => other.answerField === answerField)) return refuse('supplement.question-twice', { question: paperName }, `faults.${String(place)}.answerField`);
    checked.push(one.value);
  }
  return ok(checked);
}

function papersOf(faults: readonly { readonly paperName: string }[]): string {
  return [...new Set(faults.map(({ paperName }) => paperName))].join('; ');
}

/**
 * Asks the citizen, completely and once, for what is missing or wrong; the clock stands still from now on. Refuses a request without
 * faults, a fault without a reason of the list or without how to mend it, a paper that is not of the procedure without its legal basis,
 * an answer that is not looked at yet, and a further request in the same stage: that one is proposed to a leader, with the reason.
 */
export function decideSupplementRequest(dossier: SeenDossier, command: SupplementCommand, facts: SupplementFacts, asker: Asker): Result<SupplementDecision> {
  const allowed = checkPermission(dossier, 'request-supplement', asker, command.expectedVersion);
  if (!allowed.ok) return allowed;
  if (dossier.answered) return refuse('supplement.answer-not-seen');
  const faults = checkFaults(command.faults, facts);
  if (!faults.ok) return faults;
  const { least, most } = facts.rule.answerDays;
  if (command.answerDays < least || command.answerDays > most || !Number.isInteger(command.answerDays)) return refuse('supplement.days-out-of-bounds', { least, most }, 'answerDays');
  const stage = supplementStage(dossier);
  const papers = papersOf(faults.value);
  const parts = { stage, faults: faults.value, words: tidy(command.words) };
  if (facts.sentInStage < facts.rule.requestsPerStage) {
    return ok({
      ...parts, event: 'supplement-requested', state: 'supplement-requested', clock: 'pauses', proposalWords: null,
      answerBy: answerUntil(facts.calendar, facts.now, command.answerDays), facts: { papers, times: String(facts.sent + 1) },
    });
  }
  const why = tidy(command.proposalWords);
  if (why === null) return refuse('supplement.leader-needed', { count: facts.sentInStage }, 'proposalWords');
  return ok({ ...parts, event: 'supplement-proposed', state: dossier.state, clock: 'as-it-was', proposalWords: why, answerBy: null, facts: { papers, note: why } });
}

/** A request that waits for a leader's word. */
export interface ProposedSupplement {
  readonly paperNames: readonly string[];
  readonly answerDays: number;
}

/** A leader lets a further request go out: it reaches the citizen now, and the clock stands still from now on. */
export function decideSupplementApproval(
  dossier: SeenDossier,
  command: { readonly expectedVersion: number; readonly note: string | null },
  proposed: ProposedSupplement,
  facts: Pick<SupplementFacts, 'sent' | 'now' | 'calendar'>,
  asker: Asker,
): Result<DossierChange & { readonly answerBy: Instant }> {
  const allowed = checkPermission(dossier, 'approve-supplement', asker, command.expectedVersion);
  if (!allowed.ok) return allowed;
  const note = tidy(command.note);
  const papers = papersOf(proposed.paperNames.map((paperName) => ({ paperName })));
  return ok({
    event: 'supplement-approved', state: 'supplement-requested', clock: 'pauses', answerBy: answerUntil(facts.calendar, facts.now, proposed.answerDays),
    facts: { papers, times: String(facts.sent + 1), ...(note === null ? {} : { note }) },
  });
}

/** A leader does not let it go out; whoever proposed it reads why. Nothing reached the citizen, the clock ran all the time. */
export function decideSupplementRefusal(dossier: SeenDossier, command: { readonly expectedVersion: number; readonly reason: string }, asker: Asker): Result<DossierChange> {
  const allowed = checkPermission(dossier, 'decline-supplement', asker, command.expectedVersion);
  if (!allowed.ok) return allowed;
  const reason = neededWords(command.reason, 'reason');
  if (!reason.ok) return reason;
  return ok({ event: 'supplement-declined', state: dossier.state, clock: 'as-it-was', facts: { note: reason.value } });
}

/** Takes a request back that should not have gone out. It reached the citizen, and counts; the clock runs again from now on. */
export function decideSupplementCancellation(dossier: SeenDossier, command: { readonly expectedVersion: number; readonly reason: string }, asker: Asker): Result<DossierChange> {
  const allowed = checkPermission(dossier, 'cancel-supplement', asker, command.expectedVersion);
  if (!allowed.ok) return allowed;
  const reason = neededWords(command.reason, 'reason');
  if (!reason.ok) return reason;
  return ok({ event: 'supplement-cancelled', state: stateAtStep(dossier.currentStep), clock: 'resumes', facts: { note: reason.value } });
}
