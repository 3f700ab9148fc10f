import { type StaffActor } from '../../../kernel/actor.ts';
import { type TimeLimit } from '../../../kernel/legal-clock/time-limit.ts';
import { dateAt } from '../../../kernel/local-time.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { createCommandBatch } from '../../../platform/command-batch.ts';
import { type CommandRecord, runCommand } from '../../../platform/commands.ts';
import { type WorkingCalendar } from '../../../kernel/working-calendar.ts';
import { type Tx } from '../../../platform/db/database.ts';
import { areFilesKept } from '../../../platform/files/keep-upload.ts';
import { derivedUuid } from '../../../platform/derived-uuid.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { type PaperInput, type ReceiveDeclarationRequest, type ReceiveDossierRequest, type ReceptionResponse } from '../contract/dossier-schemas.ts';
import { searchText } from '../domain/check-applicant.ts';
import { type Assistance, checkAssistance, isProven } from '../domain/check-assistance.ts';
import { type PaperTaking } from '../domain/check-papers.ts';
import { type Correction } from '../domain/decide-correction.ts';
import { decideReception, type Reception } from '../domain/decide-reception.ts';
import { buildReference } from '../domain/dossier-code.ts';
import { refuseProcedure } from '../domain/refuse-procedure.ts';
import { type CodeParts, insertReceivedDossiers, NOTHING_HAPPENED, type NewDossier } from '../store/dossier-aggregate.ts';
import { type DossierCommune, type DossierProcedure, type DossiersDeps, type ReceivedForm } from './deps.ts';
import { type AssessedFees, type FeesOfDossier, NOTHING_ASKED } from '../../fees/contract/assessed-fees.ts';
import { findCorrected } from './find-corrected.ts';
import { issueReceipts, type PromisedWhole } from './receipt-paper.ts';
import { checkReusedPapers, keepReceivedPapers, type ReceivedFor } from './keep-received-papers.ts';
import { leftOutFacts, readPrintedForm, scannedFacts, withSentPapers } from './receive-printed.ts';
import { takingColumns, takingsOf } from './paper-taking.ts';

type ReceptionRequest = Omit<ReceiveDeclarationRequest, 'expectedVersion'> & Pick<ReceiveDossierRequest, 'form'>;

/** The same person has the same id in a commune, so that two counters cannot enter one person twice. */
export function personIdOf(communeCode: string, person: Reception['applicant']): string {
  const identity = person.citizenNumber ?? `${searchText({ name: person.fullName, codes: [] })}|${person.birthDate ?? ''}|${person.phone ?? ''}`;
  return derivedUuid('person', communeCode, identity);
}

/** What is known of a reception before anything is written. */
interface Prepared {
  readonly procedure: DossierProcedure;
  readonly reception: Reception;
  readonly assistance: Assistance;
  readonly codeParts: CodeParts;
  readonly commune: DossierCommune;
  readonly calendar: WorkingCalendar;
  readonly fees: AssessedFees;
  /** How each paper was taken, by its id. */
  readonly takings: ReadonlyMap<string, PaperTaking>;
  /** Its papers, with those that were sent with the draft of its printed form. */
  readonly papers: readonly PaperInput[];
  /** The printed form that was scanned for it; undefined: none was. */
  readonly scanned: ReceivedForm | undefined;
}

/** Which dossier it becomes, how it came in, and on which day. */
interface Filing {
  readonly dossierId: string;
  readonly channel: NewDossier['dossier']['channel'];
  readonly filedAt: Date;
  /** Help with a declaration that was proven when it was filed: reception does not change it. */
  readonly proven?: Assistance | undefined;
}

/** What is known of a reception before anything is written: procedure in force, clock, fees, how papers were taken. Refuses what a reception refuses. */
export async function prepare(deps: DossiersDeps, request: ReceptionRequest, { dossierId, channel, filedAt, proven }: Filing, actor: StaffActor, now: Date, limit?: TimeLimit): Promise<Result<Prepared>> {
  const [commune, calendar, found] = await Promise.all([
    deps.communeOf(actor.communeCode),
    deps.calendarOf(actor.communeCode),
    deps.procedureInForce(actor.communeCode, request.procedureCode, now.getTime()),
  ]);
  if (found === undefined) return refuseProcedure(deps.procedureSpan(request.procedureCode), dateAt(now.getTime()));
  const procedure = limit === undefined ? found : { ...found, timeLimit: limit };
  const scanned = await readPrintedForm(deps, actor.communeCode, request, now);
  if (!scanned.ok) return scanned;
  const papers = scanned.value === undefined ? request.papers : withSentPapers(request.papers, scanned.value.papers, procedure, dossierId);
  const reception = decideReception(
    procedure,
    { applicant: request.person, delivery: request.delivery, paperCount: papers.length },
    actor,
    { now: now.getTime(), calendar },
  );
  if (!reception.ok) return reception;
  const told = request.assistedConsent ?? null;
  const assistance = proven === undefined ? checkAssistance({ by: request.assistedBy, consent: isProven(told) ? null : told, account: request.assistedAccount ?? null }) : ok(proven);
  if (!assistance.ok) return assistance;
  const takings = takingsOf(papers, now.getTime());
  if (!takings.ok) return takings;
  const day = dateAt(now.getTime());
  const fees = await deps.fees.prepare({ communeCode: actor.communeCode, procedureCode: procedure.code, channel, day, filedOn: dateAt(filedAt.getTime()), asked: request.fees ?? NOTHING_ASKED });
  if (!fees.ok) return fees;
  return ok({ fees: fees.value, papers, scanned: scanned.value, takings: takings.value, procedure, reception: reception.value, assistance: assistance.value, codeParts: { agencyCode: commune.agencyCode, localDay: day }, commune, calendar });
}

function fileRows(papers: readonly PaperInput[], now: Date): NewDossier['files'] {
  return papers.flatMap((paper) =>
    paper.files.map((file, position) => ({
      id: file.id,
      paper_id: paper.id,
      position,
      sha256: file.sha256,
      file_name: file.fileName,
      added_at: now,
      supplement_item_id: null,
      superseded_at: null,
    })),
  );
}

/** Every file must be one that the server confirmed for this commune: an empty dossier is impossible. */
export function filesAreKnown(tx: Tx, communeCode: string, papers: readonly PaperInput[]): Promise<boolean> {
  return areFilesKept(tx, communeCode, papers.flatMap((paper) => paper.files.map((file) => file.sha256)));
}

/** Where a dossier comes from, and how it is known before it has its official code. */
export interface Origin {
  readonly id: string;
  readonly reference: string;
  readonly channel: NewDossier['dossier']['channel'];
  readonly submittedAt: Date;
  readonly historySeq: number;
  /** The finished dossier that this one corrects, and why. */
  readonly corrects: Correction | null;
  /** The case of interlinked procedures that it is a part of. */
  readonly caseId: string | null;
}

/** Everything that is written of a reception. */
export function aggregateOf(
  deps: DossiersDeps,
  origin: Origin,
  request: ReceptionRequest,
  { procedure, papers, scanned, reception, assistance, takings }: Prepared,
  actor: StaffActor,
  now: Date,
): NewDossier {
  const { applicant } = reception;
  const personId = personIdOf(actor.communeCode, applicant);
  const firstStep = reception.steps[0];
  return {
    dossier: {
      commune_code: actor.communeCode,
      id: origin.id,
      reference: origin.reference,
      procedure_code: procedure.code,
      procedure_version: procedure.version,
      procedure_name: procedure.name.vi,
      field: procedure.field,
      state: 'received',
      channel: origin.channel,
      money_state: 'none',
      delivery_state: 'none',
      sync_state: 'local',
      external_code: null,
      source_system: null,
      person_id: personId,
      applicant_name: applicant.fullName,
      applicant_number: applicant.citizenNumber,
      applicant_phone: applicant.phone,
      applicant_email: applicant.email,
      applicant_address: applicant.address,
      applicant_birth_date: applicant.birthDate,
      applicant_sex: applicant.sex,
      applicant_village_id: applicant.villageId,
      authorised_by: request.authorisedBy?.trim() === '' ? null : request.authorisedBy,
      assisted_by: assistance.by,
      content: request.content.trim() === '' ? procedure.name.vi : request.content.trim(),
      copies: request.copies,
      delivery_method: request.delivery.method,
      delivery_address: reception.deliveryAddress,
      submitted_at: origin.submittedAt,
      received_at: now,
      received_by: actor.staffId,
      time_limit: reception.timeLimit,
      due_at: new Date(reception.dueAt),
      decided_at: null,
      returned_at: null,
      rejection_reason: null,
      result_number: null,
      result_summary: null,
      returned_to: null,
      current_step: firstStep?.key ?? null,
      current_role_name: firstStep?.role ?? null,
      holder_id: actor.staffId,
      held_since: now,
      step_due_at: new Date(reception.firstStepDueAt),
      token_hash: deps.links.hash(deps.links.token('dossier', origin.id)),
      search_text: searchText({
        name: applicant.fullName,
        codes: [origin.reference, applicant.citizenNumber, applicant.phone],
      }),
      version: 1,
      synthetic: false,
      ...NOTHING_HAPPENED,
      assisted_consent: assistance.consent,
      assisted_account: assistance.account,
      corrects_id: origin.corrects?.id ?? null,
      case_id: origin.caseId,
      receipt_due_at: new Date(reception.dueAt),
      notice_at: now,
    },
    person: {
      commune_code: actor.communeCode,
      id: personId,
      citizen_number: applicant.citizenNumber,
      restricted_at: null,
      full_name: applicant.fullName,
      birth_date: applicant.birthDate,
      sex: applicant.sex,
      address: applicant.address,
      village_id: applicant.villageId,
      phone: applicant.phone,
      email: applicant.email,
      search_text: searchText({ name: applicant.fullName, codes: [applicant.citizenNumber, applicant.phone] }),
      updated_at: now,
      synthetic: false,
    },
    steps: reception.steps.map((step, index) => ({
      position: step.position,
      key: step.key,
      role_name: step.role,
      hours: step.hours,
      started_at: index === 0 ? now : null,
      due_at: index === 0 ? new Date(reception.firstStepDueAt) : null,
      finished_at: null,
      holder_id: index === 0 ? actor.staffId : null,
    })),
    papers: papers.map((paper, position) => ({
      id: paper.id,
      position,
      requirement_id: paper.requirementId,
      name: paper.name.trim(),
      kind: paper.kind,
      source: paper.source,
      copies: paper.copies,
      reused_from: paper.reusedFrom,
      page_count: paper.pageCount ?? null,
      ...takingColumns(takings.get(paper.id)),
    })),
    files: fileRows(papers, now),
    history: {
      seq: origin.historySeq,
      at: now,
      event: 'received',
      actor_id: actor.staffId,
      actor_name: actor.fullName,
      facts: JSON.stringify({ ...(origin.corrects === null ? {} : { corrects: origin.corrects.code, note: origin.corrects.reason }), ...leftOutFacts(scanned) }),
    },
  };
}

/** The reckoned fees of a dossier that is being received. */
export function feesOf({ dossier }: NewDossier, fees: AssessedFees, actor: StaffActor, now: Date): FeesOfDossier {
  return { dossierId: dossier.id, fees, by: { staffId: actor.staffId, name: actor.fullName }, at: now, synthetic: false };
}

/** For whom and for what papers are kept. */
export function receivedFor({ dossier }: NewDossier, now: Date): ReceivedFor {
  if (dossier.person_id === null) throw new Error('a received dossier has a person');
  return { communeCode: dossier.commune_code, personId: dossier.person_id, dossierId: dossier.id, procedureCode: dossier.procedure_code, now };
}

/** What a reception answers. */
export function answer(deps: DossiersDeps, id: string, code: string, reception: Reception, now: Date): ReceptionResponse {
  return {
    id,
    code,
    receivedAt: now.toISOString(),
    dueAt: new Date(reception.dueAt).toISOString(),
    link: `${deps.publicUrl}/h/${deps.links.token('dossier', id)}`,
  };
}

/** A reception that the rules have let through as far as they can tell without the database. */
interface PreparedReception {
  readonly request: ReceiveDossierRequest;
  readonly prepared: Prepared;
  readonly actor: StaffActor;
  readonly now: Date;
  /** The case of interlinked procedures that it is a part of. */
  readonly caseId: string | null;
  /** What the receipt promises of that case. */
  readonly linked: PromisedWhole | null;
  /** Writes what another module keeps of it, in the same transaction. */
  readonly beside: ((tx: Tx) => Promise<Result<void>>) | undefined;
}

/** Everything that is written of a reception. Refuses papers of the store that may not be used, and what cannot be corrected. */
async function decideWhole(deps: DossiersDeps, tx: Tx, { request, prepared, actor, now, caseId }: PreparedReception): Promise<Result<{ readonly aggregate: NewDossier; readonly corrects: Correction | null }>> {
  const corrects = request.corrects === undefined ? ok(null) : await findCorrected(tx, request.corrects, actor);
  if (!corrects.ok) return corrects;
  const origin: Origin = { id: request.dossierId, reference: buildReference(deps.randomBytes(8)), channel: request.channel, submittedAt: now, historySeq: 1, corrects: corrects.value, caseId };
  const aggregate = aggregateOf(deps, origin, request, prepared, actor, now);
  const reusable = await checkReusedPapers(tx, prepared.papers, receivedFor(aggregate, now));
  return reusable.ok ? ok({ aggregate, corrects: corrects.value }) : reusable;
}

/** Writes receptions of one commune and day. Refuses files that the server has not confirmed, and what `decideWhole` refuses. */
async function writeReceptions(deps: DossiersDeps, tx: Tx, receptions: readonly PreparedReception[]): Promise<Result<readonly CommandRecord<ReceptionResponse>[]>> {
  const [first] = receptions;
  if (first === undefined) return ok([]);
  if (!(await filesAreKnown(tx, first.actor.communeCode, receptions.flatMap(({ prepared }) => prepared.papers)))) return refuse('dossier.file-unknown', {}, 'papers');
  const decided: (PreparedReception & { readonly aggregate: NewDossier; readonly corrects: Correction | null })[] = [];
  for (const reception of receptions) {
    const whole = await decideWhole(deps, tx, reception);
    if (!whole.ok) return whole;
    decided.push({ ...reception, ...whole.value });
  }
  const codes = await insertReceivedDossiers(tx, decided.map(({ aggregate }) => aggregate), first.prepared.codeParts);
  const received = decided.map(({ aggregate, request, prepared, actor, now, linked }, place) => ({ aggregate, code: codes[place] ?? '', ...prepared, actor, now, commandId: request.commandId, linked }));
  await deps.fees.write(tx, decided.map(({ aggregate, prepared, actor, now }) => feesOf(aggregate, prepared.fees, actor, now)));
  await issueReceipts(deps, tx, received);
  const records: CommandRecord<ReceptionResponse>[] = [];
  for (const [place, { request, prepared, now, aggregate, corrects, beside }] of decided.entries()) {
    const code = codes[place];
    if (code === undefined) throw new Error('the reception wrote no dossier');
    await keepReceivedPapers(tx, prepared.papers, receivedFor(aggregate, now));
    const kept = await beside?.(tx);
    if (kept?.ok === false) return kept;
    const id = request.dossierId;
    const answered = await prepared.scanned?.write(tx, id);
    if (answered?.ok === false) return answered;
    records.push({
      result: answer(deps, id, code, prepared.reception, now),
      journal: { action: 'dossier.received', object: `dossier:${id}`, facts: { code, ...(corrects === null ? {} : { corrects: corrects.code }), ...scannedFacts(prepared.scanned) } },
      outbox: [{ id: deps.newId(), topic: 'DossierReceived', payload: { dossierId: id, code } }],
    });
  }
  return ok(records);
}

/** How a dossier is received as a part of a case: with the limit that the case gives it. */
export interface CaseReception {
  /** Writes it in the caller's transaction; refuses what a reception refuses. */
  write(tx: Tx): Promise<Result<ReceptionResponse>>;
}

/** Prepares the reception of a dossier that is a part of a case, before the transaction begins. Refuses what a reception refuses. */
export async function prepareCaseReception(deps: DossiersDeps, request: ReceiveDossierRequest, part: { readonly caseId: string; readonly limit: TimeLimit; readonly promised: PromisedWhole }, actor: StaffActor, now: Date): Promise<Result<CaseReception>> {
  const prepared = await prepare(deps, request, { dossierId: request.dossierId, channel: request.channel, filedAt: now }, actor, now, part.limit);
  if (!prepared.ok) return prepared;
  return ok({
    write: async (tx) => {
      const written = await writeReceptions(deps, tx, [{ request, prepared: prepared.value, actor, now, caseId: part.caseId, linked: part.promised, beside: undefined }]);
      if (!written.ok) return written;
      const [record] = written.value;
      if (record === undefined) throw new Error('the reception wrote no dossier');
      return ok(record.result);
    },
  });
}

/** At most so many receptions share a transaction: more would keep the first of them waiting for the last. */
const MOST_TOGETHER = 32;

/** Receives at the counter: answers as `ReceptionResponse` says, or the refusal of the rules. `beside` writes what another module keeps of it, in the same transaction; what it refuses, refuses the reception. */
export type ReceiveDossier = (request: ReceiveDossierRequest, actor: StaffActor, context: RequestContext, beside?: (tx: Tx) => Promise<Result<void>>) => Promise<Result<ReceptionResponse>>;

/**
 * Receptions at the counter: person, dossier, papers, clock, history, journal and outbox in one durable transaction, which receptions
 * that arrive at the same moment share.
 */
export function createReception(deps: DossiersDeps): ReceiveDossier {
  const batch = createCommandBatch<PreparedReception, ReceptionResponse>(deps.db, {
    // One transaction takes the numbers of one day's book.
    laneOf: ({ actor, prepared: { codeParts } }) => `${actor.communeCode} ${codeParts.agencyCode} ${codeParts.localDay}`,
    write: (tx, receptions) => writeReceptions(deps, tx, receptions),
    most: MOST_TOGETHER,
  });
  return async (request, actor, context, beside) => {
    const prepared = await prepare(deps, request, { dossierId: request.dossierId, channel: request.channel, filedAt: context.now }, actor, context.now);
    const envelope = { communeCode: actor.communeCode, commandId: request.commandId, kind: 'receive-dossier', actor, request, now: context.now, address: context.address };
    // Through the same door: perhaps this very command came before and was taken.
    if (!prepared.ok) return runCommand(deps.db, envelope, () => Promise.resolve(prepared));
    return batch.run(envelope, { request, prepared: prepared.value, actor, now: context.now, caseId: null, linked: null, beside });
  };
}
