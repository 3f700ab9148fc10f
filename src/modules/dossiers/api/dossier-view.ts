import { type StaffActor } from '../../../kernel/actor.ts';
import { maskCitizenNumber } from '../../../kernel/citizen-number.ts';
import { maskNumbersIn, maskPhone } from '../../../kernel/mask-numbers.ts';
import { momentWords } from '../../../kernel/date-words.ts';
import { dateAt } from '../../../kernel/local-time.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { type CorrectionResponse, type DeclarationResponse, type DossierResponse } from '../contract/dossier-schemas.ts';
import { listIssuedPapers } from '../../official-papers/index.ts';
import { countsAsOnline, NATIONAL_CHANNEL } from '../domain/channel.ts';
import { NATIONAL_CODE } from '../domain/dossier-states.ts';
import { availableActions } from '../domain/may-act.ts';
import { mayReveal } from '../domain/may-reveal.ts';
import { type DossierPage } from '../store/dossier-page.ts';
import { seenDossier } from './change-rows.ts';
import { type DossiersDeps } from './deps.ts';
import { currentFiles, fileView } from './file-view.ts';
import { lateView } from './late-view.ts';
import { refuseOwn } from './own-appraisal.ts';
import { timeView, traceLines } from './time-view.ts';
import { togetherForStaff } from './together.ts';

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

/** The files of a kept paper, as its row carries them. */
export function keptFiles(stored: unknown): { sha256: string; fileName: string }[] {
  if (!Array.isArray(stored)) throw new Error('the files of a kept paper are no list');
  return stored.map((file: unknown) => {
    const { sha256, fileName } = file as { readonly sha256: string; readonly fileName: string };
    return { sha256, fileName };
  });
}

function textFacts(facts: unknown): Record<string, string> {
  if (typeof facts !== 'object' || facts === null) return {};
  return Object.fromEntries(Object.entries(facts).flatMap(([key, value]) => (typeof value === 'string' ? [[key, maskNumbersIn(value)]] : [])));
}

function agenciesView({ dossier, agencies }: DossierPage, now: Date): DossierResponse['agencies'] {
  const today = dateAt(now.getTime());
  return agencies.map((row) => {
    const open = dossier.agency_asked !== null && (row.state === 'sent' || row.state === 'received');
    return {
      state: open || row.closed_at !== null ? row.state : 'lapsed', agency: row.agency, documentNumber: row.document_number, sentOn: row.sent_on, expectedOn: row.expected_on, question: row.question,
      receivedOn: row.received_on, answeredOn: row.answered_on, answerNumber: row.answer_number, words: row.words,
      overdue: open && row.expected_on < today, afterDue: open && dossier.due_at !== null && row.expected_on > dateAt(dossier.due_at.getTime()),
    };
  });
}

function handoverView({ dossier, handover }: DossierPage, now: Date): DossierResponse['handover'] {
  if (handover === undefined || dossier.handed_at === null) return null;
  const { from_unit_name: from, to_unit_name: to, handed_by_name: by, handed_at: at, take_over_by: until, reason } = handover;
  return { from, to, by, at: at.toISOString(), takeOverBy: until.toISOString(), overdue: until < now, reason };
}

const masked = (text: string | null): string | null => (text === null ? null : maskNumbersIn(text));

/** How many files of a paper went when their time was over or by request, and when the last of them. */
export function erasedOf({ erased }: Pick<DossierPage, 'erased'>, paperId: string): DossierResponse['papers'][number]['erased'] {
  const mine = erased.filter(({ paper_id }) => paper_id === paperId);
  const last = mine.at(-1);
  return last === undefined ? null : { count: mine.length, at: last.erased_at.toISOString(), byRequest: last.retention_kind === 'erasure-request' };
}

/** What this member of staff may have shown of what the page masks. */
function revealsOf({ dossier }: DossierPage, actor: StaffActor): DossierResponse['reveals'] {
  if (!mayReveal(seenDossier(dossier), actor)) return [];
  const { applicant_number: number, applicant_phone: phone, content } = dossier;
  return [...(number === null ? [] : ['citizen-number' as const]), ...(phone === null ? [] : ['phone' as const]), ...(maskNumbersIn(content) === content ? [] : ['content' as const])];
}

/** The dossier page as it leaves the building: a whitelist, with every citizen number and phone masked, also those in running text. */
export async function dossierView(deps: DossiersDeps, page: DossierPage, actor: StaffActor, context: RequestContext): Promise<DossierResponse> {
  const { dossier } = page;
  const calendar = await deps.calendarOf(dossier.commune_code, dossier.ended_at);
  const name = async (id: string | null) => (id === null ? null : ((await deps.staffName(dossier.commune_code, id)) ?? null));
  const unit = dossier.unit_id === null ? undefined : (await deps.unitsOf(dossier.commune_code)).find(({ id }) => id === dossier.unit_id);
  const actions = availableActions(seenDossier(dossier), actor);
  const ownAppraisal = actions.includes('approve') && (await refuseOwn(deps, dossier, page.steps, actor, context.now)) !== undefined;
  return {
    id: dossier.id,
    reference: dossier.reference,
    code: dossier.code,
    procedureCode: dossier.procedure_code,
    procedureName: dossier.procedure_name,
    field: dossier.field,
    state: dossier.state,
    channel: dossier.channel,
    nationalChannel: NATIONAL_CHANNEL[dossier.channel],
    countsAsOnline: countsAsOnline(dossier.channel, page.result !== undefined),
    version: dossier.version,
    applicant: {
      personId: dossier.person_id ?? '',
      fullName: dossier.applicant_name,
      citizenNumber: dossier.applicant_number === null ? null : maskCitizenNumber(dossier.applicant_number),
      phone: dossier.applicant_phone === null ? null : maskPhone(dossier.applicant_phone),
      email: dossier.applicant_email,
      address: dossier.applicant_address,
    },
    reveals: revealsOf(page, actor),
    authorisedBy: masked(dossier.authorised_by),
    assistedBy: masked(dossier.assisted_by),
    assistedConsent: dossier.assisted_consent,
    assistedAccount: dossier.assisted_account,
    content: maskNumbersIn(dossier.content),
    copies: dossier.copies,
    delivery: { method: dossier.delivery_method, address: dossier.delivery_address },
    submittedAt: dossier.submitted_at.toISOString(),
    receivedAt: iso(dossier.received_at),
    dueAt: iso(dossier.due_at),
    decidedAt: iso(dossier.decided_at),
    returnedAt: iso(dossier.returned_at),
    nationalCode: NATIONAL_CODE[dossier.state],
    receiptDueAt: iso(dossier.receipt_due_at),
    extendedDueAt: iso(dossier.extended_due_at),
    pausedSince: iso(dossier.paused_since),
    endedAt: iso(dossier.ended_at),
    holder: dossier.holder_id === null ? null : { id: dossier.holder_id, name: (await name(dossier.holder_id)) ?? '', mine: dossier.holder_id === actor.staffId },
    unit: unit === undefined ? null : { id: unit.id, name: unit.name },
    supplements: dossier.supplements,
    approvalAsked: dossier.approval_asked,
    urged: dossier.urged_at !== null,
    late: lateView(page),
    agencies: agenciesView(page, context.now),
    handover: handoverView(page, context.now),
    rejectionReason: masked(dossier.rejection_reason),
    withdrawalReason: masked(dossier.withdrawal_reason),
    stop: dossier.stop_kind === null ? null : { kind: dossier.stop_kind, reason: masked(dossier.stop_reason) },
    resultKind: dossier.result_kind,
    resultBasis: masked(dossier.result_basis),
    hasAnswers: (await deps.hasAnswers?.(dossier.commune_code, dossier.id)) ?? false,
    linkedCaseId: dossier.case_id,
    together: await togetherForStaff(deps, actor, dossier.id, context.locale),
    corrects: dossier.corrects_id === null ? null : { id: dossier.corrects_id, code: page.correctedCode ?? '' },
    corrections: page.corrections.map(({ id, code, state }) => ({ id, code: code ?? '', state })),
    resultNumber: dossier.result_number,
    returnedTo: masked(dossier.returned_to),
    ...timeView(dossier, calendar, context.now, context.locale),
    trace: [...traceLines(dossier, calendar, context.locale)],
    steps: await Promise.all(
      page.steps.map(async (step) => ({
        key: step.key,
        role: step.role_name,
        hours: step.hours,
        startedAt: iso(step.started_at),
        dueAt: iso(step.due_at),
        finishedAt: iso(step.finished_at),
        holderName: await name(step.holder_id),
        current: step.key === dossier.current_step,
        timeWords: step.key === dossier.current_step && step.due_at !== null ? momentWords(step.due_at.getTime(), context.locale, 'without-year') : null,
      })),
    ),
    papers: page.papers.map((paper) => ({
      id: paper.id,
      name: paper.name,
      kind: paper.kind,
      source: paper.source,
      copies: paper.copies,
      reused: paper.reused_from !== null,
      reuses: paper.reuses ?? 0,
      pageCount: paper.page_count,
      lookedUp: paper.database_name === null || paper.looked_up_at === null ? null : { database: paper.database_name, at: paper.looked_up_at.toISOString() },
      originalKept: paper.original_kept ?? false,
      shelf: paper.shelf,
      files: currentFiles(page, paper.id).map(fileView),
      erased: erasedOf(page, paper.id),
    })),
    history: page.history.map((line) => ({ at: line.at.toISOString(), event: line.event, actorName: line.actor_name, facts: textFacts(line.facts) })),
    deliveries: page.deliveries.map(({ delivery, events }) => ({
      id: delivery.id,
      method: delivery.method,
      state: delivery.state,
      address: delivery.address,
      carrier: delivery.carrier,
      trackingNumber: delivery.tracking_number,
      envelopeCode: delivery.envelope_code,
      receiver: delivery.receiver_name === null ? null : { name: delivery.receiver_name, relation: delivery.receiver_relation ?? 'self', paper: masked(delivery.receiver_paper) },
      proof: delivery.proof === null || delivery.proof_sha256 === null ? null : { kind: delivery.proof, address: `/api/dossiers/${dossier.id}/kept/${delivery.proof_sha256}` },
      events: events.map((event) => ({ at: event.at.toISOString(), event: event.event, actorName: event.actor_name, toName: event.to_name, words: masked(event.words) })),
    })),
    result: page.result === undefined ? null : { number: page.result.number, validTo: page.result.valid_to, files: keptFiles(page.result.files) },
    issued: await listIssuedPapers(deps.db, dossier.commune_code, dossier.id),
    actions: actions.filter((action) => action !== 'approve' || !ownAppraisal),
    ownAppraisal,
  };
}

/** A finished dossier as its correction begins: what lies in the store is used again, what was only shown is shown again. */
export function correctionView(page: DossierPage, newId: () => string): CorrectionResponse {
  const { dossier } = page;
  const filled = declarationView(page);
  return {
    ...filled,
    code: dossier.code ?? dossier.reference,
    givenAt: (dossier.received_at ?? dossier.submitted_at).toISOString(),
    papers: filled.papers.map((paper) => {
      const isKept = paper.files.length > 0 && paper.kind !== 'form' && (paper.source === 'submitted' || paper.reusedFrom !== null);
      return { ...paper, id: newId(), reusedFrom: isKept ? (paper.reusedFrom ?? paper.id) : null, files: isKept ? paper.files : [] };
    }),
  };
}

/** A declaration as reception takes it over: nothing masked, because the officer compares it with the card. */
export function declarationView(page: DossierPage): DeclarationResponse {
  const { dossier, papers } = page;
  return {
    id: dossier.id,
    reference: dossier.reference,
    version: dossier.version,
    channel: dossier.channel,
    procedureCode: dossier.procedure_code,
    submittedAt: dossier.submitted_at.toISOString(),
    person: {
      citizenNumber: dossier.applicant_number,
      fullName: dossier.applicant_name,
      birthDate: dossier.applicant_birth_date,
      sex: dossier.applicant_sex,
      address: dossier.applicant_address,
      villageId: dossier.applicant_village_id,
      phone: dossier.applicant_phone,
      email: dossier.applicant_email,
    },
    authorisedBy: dossier.authorised_by,
    assistedBy: dossier.assisted_by,
    assistedConsent: dossier.assisted_consent,
    assistedAccount: dossier.assisted_account,
    content: dossier.content,
    copies: dossier.copies,
    papers: papers.map((paper) => ({
      id: paper.id,
      requirementId: paper.requirement_id,
      name: paper.name,
      kind: paper.kind,
      source: paper.source,
      copies: paper.copies,
      reusedFrom: paper.reused_from,
      files: currentFiles(page, paper.id).map((file) => ({ id: file.id, sha256: file.sha256, fileName: file.file_name, pages: file.pages, signed: file.signed ?? false, warning: file.looks })),
    })),
    delivery: { method: dossier.delivery_method, address: dossier.delivery_address },
  };
}
