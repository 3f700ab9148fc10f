import { type StaffActor } from '../../kernel/actor.ts';
import { dateAt, type Instant } from '../../kernel/local-time.ts';
import { type Result } from '../../kernel/result.ts';
import { makeUuidV7 } from '../../kernel/uuid.ts';
import { type WorkingCalendar } from '../../kernel/working-calendar.ts';
import { seenDossier } from '../../modules/dossiers/api/change-rows.ts';
import { supplementRuleFile } from '../../modules/dossiers/api/supplement-rules-file.ts';
import { decidePaymentRequest } from '../../modules/dossiers/domain/decide-payment.ts';
import { decideSupplementApproval, decideSupplementCancellation, decideSupplementRequest, type SupplementCommand, type WrittenFault } from '../../modules/dossiers/domain/decide-supplement.ts';
import { type DossierChange } from '../../modules/dossiers/domain/dossier-change.ts';
import { makeReference, REFERENCE_BYTES } from '../../modules/payments/domain/payable-reference.ts';
import { supplementRulesOn } from '../../modules/dossiers/domain/supplement-rules.ts';
import { type Random } from '../random.ts';
import { type DossierStory } from './dossier-rows.ts';
import { whoActs } from './who-acts.ts';
import { workingMinutesBefore } from './working-moments.ts';

/** What requests to citizens are played with; `happen` lets a decided change happen to a story. */
export interface AskingOffice {
  readonly now: Instant;
  readonly calendar: WorkingCalendar;
  readonly random: Random;
  readonly staff: ReadonlyMap<string, StaffActor>;
  readonly happen: (story: DossierStory, change: DossierChange, actor: StaffActor, at: Instant) => void;
}

const FAULTS: readonly Pick<WrittenFault, 'reasons' | 'words' | 'howToFix'>[] = [
  { reasons: ['blurred'], words: 'Không đọc được ngày cấp', howToFix: 'Chụp lại ở chỗ sáng, đặt giấy phẳng trên nền tối, giữ yên máy cho chữ nét.' },
  { reasons: ['page-missing'], words: 'Thiếu trang 2', howToFix: 'Chụp và gửi thêm trang còn thiếu; trang đã gửi không cần gửi lại.' },
  { reasons: ['not-signed'], words: null, howToFix: 'Ký vào chỗ đã đánh dấu, hoặc xin dấu của nơi cấp, rồi chụp gửi lại.' },
];

function taken<T>(decided: Result<T>): T {
  if (!decided.ok) throw new Error(`the demonstration's request was refused: ${decided.problem.code}`);
  return decided.value;
}

/** Dossiers that are appraised with time left, and nothing happened to in the last hours: the newest first. */
function askable(stories: readonly DossierStory[], now: Instant, before: Instant): readonly DossierStory[] {
  return stories
    .filter(({ dossier }) => dossier.current_step === 'appraise' && dossier.state === 'in-progress' && (dossier.due_at?.getTime() ?? 0) > now && (dossier.held_since?.getTime() ?? now) < before)
    .toSorted((a, b) => (b.dossier.received_at?.getTime() ?? 0) - (a.dossier.received_at?.getTime() ?? 0));
}

/** Three dossiers wait for their citizens: for three papers, for papers a second time with a leader's approval, and for money. By the office's own rules. */
export function askCitizens(office: AskingOffice, stories: readonly DossierStory[]): void {
  const { now } = office;
  const [first, second, third] = askable(stories, now, workingMinutesBefore(office.calendar, now, 180));
  if (first !== undefined) ask(office, first, FAULTS, workingMinutesBefore(office.calendar, now, 50));
  if (second !== undefined) askAgain(office, second);
  if (third !== undefined) askForMoney(office, third);
}

function specialistOf(office: AskingOffice, { dossier }: DossierStory): StaffActor {
  return whoActs(office.staff, 'specialist', dossier.field, office.random);
}

function ask(office: AskingOffice, story: DossierStory, faults: typeof FAULTS, at: Instant, proposalWords: string | null = null): void {
  const { dossier, papers } = story;
  const actor = specialistOf(office, story);
  const { rule, reasons } = supplementRulesOn(supplementRuleFile(), dateAt(at));
  // Nobody is asked for what the office looked up itself.
  const given = papers.filter(({ source }) => source !== 'database');
  const written = faults.slice(0, Math.max(1, given.length)).map((fault, index) => {
    const paper = given[index];
    return { ...fault, paperId: paper?.id ?? null, requirementId: paper?.requirement_id ?? null, paperName: paper?.name ?? 'Giấy tờ', legalBasis: rule.paperBasis.replace('{code}', dossier.procedure_code), marks: [] };
  });
  const command: SupplementCommand = { expectedVersion: dossier.version, faults: written, words: null, answerDays: rule.answerDays.usual, proposalWords };
  const decided = taken(
    decideSupplementRequest(seenDossier(dossier), command, {
      sentInStage: story.supplements.filter(({ opened_at }) => opened_at !== null).length, sent: dossier.supplements, rule, reasons, procedureCode: dossier.procedure_code,
      paperIds: new Set(papers.map(({ id }) => id)), questions: new Map(), requirementIds: new Set(papers.flatMap(({ requirement_id }) => requirement_id ?? [])), pageCount: () => 0, now: at, calendar: office.calendar,
    }, actor),
  );
  const requestId = makeUuidV7(at, office.random.bytes(10));
  const opened = decided.answerBy !== null;
  office.happen(story, decided, actor, at);
  Object.assign(dossier, opened ? { supplements: dossier.supplements + 1 } : { approval_asked: 'supplement' });
  const keys = { commune_code: dossier.commune_code, dossier_id: dossier.id };
  story.supplements.push({
    ...keys, id: requestId, seq: story.supplements.length + 1, stage: decided.stage, status: opened ? 'open' : 'proposed', words: null, answer_by: decided.answerBy === null ? null : new Date(decided.answerBy),
    asked_at: new Date(at), asked_by: actor.staffId, asked_by_name: actor.fullName, opened_at: opened ? new Date(at) : null, decided_at: null, decided_by: null, decided_by_name: null, decision_words: null,
    closed_at: null, answered_by: null, answer_words: null, answer_days: command.answerDays, proposal_words: proposalWords, channel: null, accepted_at: null, accepted_by: null, accepted_by_name: null,
  });
  story.faults.push(
    ...decided.faults.map((fault, position) => ({
      ...keys, request_id: requestId, id: makeUuidV7(at, office.random.bytes(10)), answer_field: fault.answerField, position, paper_id: fault.paperId, requirement_id: fault.requirementId, paper_name: fault.paperName, reasons: [...fault.reasons],
      words: fault.words, legal_basis: fault.legalBasis, how_to_fix: fault.howToFix, mark: null, answer_words: null, answer_kept_old: null,
    })),
  );
}

/** A first request is taken back; the further one is proposed, and a leader lets it go out. */
function askAgain(office: AskingOffice, story: DossierStory): void {
  const { dossier } = story;
  const at = (minutes: number): Instant => workingMinutesBefore(office.calendar, office.now, minutes);
  ask(office, story, FAULTS.slice(0, 1), at(120));
  const actor = specialistOf(office, story);
  const cancelled = taken(decideSupplementCancellation(seenDossier(dossier), { expectedVersion: dossier.version, reason: 'Ghi nhầm giấy tờ của hồ sơ khác' }, actor));
  office.happen(story, cancelled, actor, at(110));
  Object.assign(story.supplements.at(-1) ?? {}, { status: 'cancelled', closed_at: new Date(at(110)), decided_at: new Date(at(110)), decided_by: actor.staffId, decided_by_name: actor.fullName, decision_words: cancelled.facts['note'] ?? null });
  ask(office, story, FAULTS.slice(1, 2), at(100), 'Giấy đã nộp thiếu trang có chữ ký, không thẩm định được');
  const leader = whoActs(office.staff, 'leader', dossier.field, office.random);
  const proposal = story.supplements.at(-1);
  const paperNames = story.faults.filter(({ request_id }) => request_id === proposal?.id).map(({ paper_name }) => paper_name);
  const approved = taken(
    decideSupplementApproval(seenDossier(dossier), { expectedVersion: dossier.version, note: 'Đồng ý, thiếu trang thật' }, { paperNames, answerDays: 7 }, { sent: dossier.supplements, now: at(70), calendar: office.calendar }, leader),
  );
  office.happen(story, approved, leader, at(70));
  Object.assign(dossier, { supplements: dossier.supplements + 1, approval_asked: null });
  Object.assign(proposal ?? {}, { status: 'open', opened_at: new Date(at(70)), answer_by: new Date(approved.answerBy), decided_at: new Date(at(70)), decided_by: leader.staffId, decided_by_name: leader.fullName, decision_words: 'Đồng ý, thiếu trang thật' });
}

function askForMoney(office: AskingOffice, story: DossierStory): void {
  const { dossier } = story;
  const at = workingMinutesBefore(office.calendar, office.now, 40);
  const actor = specialistOf(office, story);
  const command = { expectedVersion: dossier.version, amount: 50_000, reason: 'Phí, lệ phí theo quy định', legalBasis: 'Luật Phí và lệ phí 97/2015/QH13', payDays: 5 };
  const decided = taken(decidePaymentRequest(seenDossier(dossier), command, { now: at, calendar: office.calendar }, actor));
  office.happen(story, decided, actor, at);
  Object.assign(dossier, { money_state: 'due' });
  story.payments.push({
    commune_code: dossier.commune_code, dossier_id: dossier.id, id: makeUuidV7(at, office.random.bytes(10)), seq: 1, status: 'open', amount: decided.amount, reason: decided.reason, legal_basis: decided.legalBasis,
    pay_by: new Date(decided.payBy), asked_at: new Date(at), asked_by: actor.staffId, asked_by_name: actor.fullName, closed_at: null, closed_by: null, closed_by_name: null, method: null, note: null,
    reference: makeReference(office.random.bytes(REFERENCE_BYTES)), receipt_number: null, paid_on: null,
  });
}
