import { dateAt } from '../../../kernel/local-time.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { type PaymentView, type RequestsResponse, type SupplementView } from '../contract/supplement-schemas.ts';
import { type SupplementReason, supplementRulesOn } from '../domain/supplement-rules.ts';
import { type DossierPage } from '../store/dossier-page.ts';
import { listPayments, type PaymentRow } from '../store/payments.ts';
import { listSupplements, type SupplementItemRow, type WholeSupplement } from '../store/supplements.ts';
import { type ChangedAnswer, type DeclaredQuestion } from './declared-answers.ts';
import { type DossiersDeps } from './deps.ts';
import { fileView } from './file-view.ts';
import { filesBefore, marksOf } from './supplement-pictures.ts';
import { unlikeFacts } from './declared-person.ts';
import { supplementRuleFile } from './supplement-rules-file.ts';

/** The reasons that could be given when a request was written. */
function reasonsOf({ request }: WholeSupplement): readonly SupplementReason[] {
  return supplementRulesOn(supplementRuleFile(), dateAt(request.asked_at.getTime())).reasons;
}

interface ItemFacts {
  readonly reasons: readonly SupplementReason[];
  /** What the correction of this request changed. */
  readonly changes: readonly ChangedAnswer[];
  /** The answers that hold now, by field. */
  readonly declared: ReadonlyMap<string, Pick<DeclaredQuestion, 'answer' | 'columns'>>;
}

/** The answer before and after. What was not changed stands as it is; the request waits as long as there is no answer. */
function questionView(field: string, { request }: WholeSupplement, changes: readonly ChangedAnswer[], declared: ItemFacts['declared']): NonNullable<SupplementView['items'][number]['question']> {
  const change = changes.find((one) => one.field === field);
  const { answer = [], columns = null } = declared.get(field) ?? {};
  const asked = { field, columns: columns === null ? null : [...columns] };
  return change === undefined ? { ...asked, before: [...answer], after: request.status === 'answered' ? [...answer] : null } : { ...asked, before: [...change.before], after: [...change.after] };
}

function itemView(page: DossierPage, whole: WholeSupplement, item: SupplementItemRow, { reasons, changes, declared }: ItemFacts, context: RequestContext): SupplementView['items'][number] {
  const given = item.reasons.flatMap((code) => reasons.find((reason) => reason.code === code) ?? []);
  const after = page.files.filter((file) => file.supplement_item_id === item.id);
  return {
    id: item.id,
    paperName: item.paper_name,
    question: item.answer_field === null ? null : questionView(item.answer_field, whole, changes, declared),
    reasons: given.map(({ label }) => label[context.locale]),
    words: item.words,
    legalBasis: item.legal_basis,
    howToFix: item.how_to_fix,
    answerWords: item.answer_words,
    adds: given.length > 0 && given.every(({ answer }) => answer === 'adds'),
    keptOld: item.answer_kept_old,
    marks: [...marksOf(item)],
    before: filesBefore(page, whole, item).map(fileView),
    after: after.map(fileView),
  };
}

function supplementView(page: DossierPage, whole: WholeSupplement, facts: Omit<ItemFacts, 'reasons'>, context: RequestContext): SupplementView {
  const { request, items } = whole;
  const all = { ...facts, reasons: reasonsOf(whole) };
  return {
    id: request.id,
    seq: request.seq,
    stage: request.stage,
    status: request.status,
    words: request.words,
    answerDays: request.answer_days,
    answerBy: request.answer_by?.toISOString() ?? null,
    overdue: request.status === 'open' && request.answer_by !== null && request.answer_by < context.now,
    askedAt: request.asked_at.toISOString(),
    askedBy: request.asked_by_name,
    proposalWords: request.proposal_words,
    decidedBy: request.decided_by_name,
    decisionWords: request.decision_words,
    closedAt: request.closed_at?.toISOString() ?? null,
    channel: request.channel,
    answerWords: request.answer_words,
    acceptedBy: request.accepted_by_name,
    items: items.map((item) => itemView(page, whole, item, all, context)),
    followed: facts.changes.filter(({ asked }) => !asked).map(({ label, before, after }) => ({ label, before: [...before], after: [...after] })),
  };
}

function paymentView(payment: PaymentRow, now: Date): PaymentView {
  return {
    id: payment.id,
    seq: payment.seq,
    status: payment.status,
    amount: payment.amount,
    reason: payment.reason,
    legalBasis: payment.legal_basis,
    reference: payment.reference,
    payBy: payment.pay_by.toISOString(),
    overdue: payment.status === 'open' && payment.pay_by < now,
    askedAt: payment.asked_at.toISOString(),
    askedBy: payment.asked_by_name,
    closedAt: payment.closed_at?.toISOString() ?? null,
    closedBy: payment.closed_by_name,
    method: payment.method,
    receiptNumber: payment.receipt_number,
    paidOn: payment.paid_on,
    note: payment.note,
  };
}

/** Everything that was asked of the citizen in a dossier, newest first, with old and new files of each fault. */
export async function requestsView(deps: DossiersDeps, page: DossierPage, context: RequestContext): Promise<RequestsResponse> {
  const { commune_code, id } = page.dossier;
  const { declared } = deps;
  const [supplements, payments, changes, questions, person] = await Promise.all([
    listSupplements(deps.db, commune_code, id),
    listPayments(deps.db, commune_code, id),
    declared?.changes(deps.db, commune_code, id, context.locale) ?? new Map<string, readonly ChangedAnswer[]>(),
    declared?.questions(deps.db, commune_code, id, context.locale) ?? [],
    declared?.person(deps.db, commune_code, id),
  ]);
  const asItIs = new Map(questions.map((question) => [question.field, question]));
  return { unlike: person === undefined ? [] : [...unlikeFacts(page.dossier, person)], supplements: supplements.map((whole) => supplementView(page, whole, { changes: changes.get(whole.request.id) ?? [], declared: asItIs }, context)), payments: payments.map((payment) => paymentView(payment, context.now)) };
}
