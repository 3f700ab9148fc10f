import { dateAt } from '../../../kernel/local-time.ts';
import { type StaffActor } from '../../../kernel/actor.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { type Tx } from '../../../platform/db/database.ts';
import { searchText } from '../domain/check-applicant.ts';
import { decideImport, type ImportInput, type ImportPlan } from '../domain/decide-import.ts';
import { buildReference } from '../domain/dossier-code.ts';
import { refuseProcedure } from '../domain/refuse-procedure.ts';
import { NOTHING_HAPPENED, type NewDossier } from '../store/dossier-aggregate.ts';
import { insertImportedDossier, isCodeTaken } from '../store/imported-dossier.ts';
import { type DossierProcedure, type DossiersDeps } from './deps.ts';
import { personIdOf } from './receive-dossier.ts';

/** A dossier of another system with everything that is needed to keep it here. */
export interface DossierImport extends ImportInput {
  /** Made from where it comes from, so that the same dossier has the same id whoever imports it. */
  readonly id: string;
  readonly procedureCode: string;
  /** How it was filed there; it is never rewritten here. */
  readonly channel: NewDossier['dossier']['channel'];
  readonly sourceSystem: string;
  /** What the first line of the history says of where it came from. */
  readonly origin: Readonly<Record<string, string>>;
}

/** A dossier that may be imported, with the due date that our clock gives it. */
export interface PlannedImport {
  readonly procedure: DossierProcedure;
  readonly plan: ImportPlan;
}

/** Looks at an import without writing anything; the preview of a file shows this. Refuses as `decideImport` does, and an unknown procedure. */
export async function planImport(deps: DossiersDeps, communeCode: string, input: DossierImport, now: Date): Promise<Result<PlannedImport>> {
  const from = input.receivedAt ?? input.submittedAt;
  const procedure = await deps.procedureInForce(communeCode, input.procedureCode, from);
  if (procedure === undefined) return refuseProcedure(deps.procedureSpan(input.procedureCode), dateAt(from));
  const plan = decideImport(procedure, input, { now: now.getTime(), calendar: await deps.calendarOf(communeCode) });
  return plan.ok ? ok({ procedure, plan: plan.value }) : plan;
}

/**
 * The one door for dossiers from other systems, inside the caller's transaction: person, dossier, steps, clock from the stated receipt,
 * a first line of history that says where it came from. Refuses as `planImport` does, and a code that another commune has already.
 */
export async function importDossier(deps: DossiersDeps, tx: Tx, input: DossierImport, actor: StaffActor, now: Date): Promise<Result<PlannedImport>> {
  const planned = await planImport(deps, actor.communeCode, input, now);
  if (!planned.ok) return planned;
  if (await isCodeTaken(tx, input.externalCode)) return refuse('dossier.external-code-taken', { code: input.externalCode }, 'externalCode');
  await insertImportedDossier(tx, aggregateOf(deps, input, planned.value, actor, now), planned.value.plan.received === null ? null : input.externalCode);
  return planned;
}

function aggregateOf(deps: DossiersDeps, input: DossierImport, { procedure, plan }: PlannedImport, actor: StaffActor, now: Date): NewDossier {
  const { applicant, received } = plan;
  const reference = buildReference(deps.randomBytes(8));
  const personId = received === null ? null : personIdOf(actor.communeCode, applicant);
  const dueAt = received === null ? null : new Date(received.dueAt);
  const contact = searchText({ name: applicant.fullName, codes: [applicant.citizenNumber, applicant.phone] });
  return {
    dossier: {
      commune_code: actor.communeCode,
      id: input.id,
      reference,
      procedure_code: procedure.code,
      procedure_version: procedure.version,
      procedure_name: procedure.name.vi,
      field: procedure.field,
      state: input.entersAs,
      channel: input.channel,
      money_state: 'none',
      delivery_state: 'none',
      sync_state: 'synchronised',
      external_code: input.externalCode,
      source_system: input.sourceSystem,
      person_id: personId,
      applicant_name: applicant.fullName,
      applicant_number: applicant.citizenNumber,
      applicant_phone: applicant.phone,
      applicant_email: applicant.email,
      applicant_address: applicant.address,
      applicant_birth_date: applicant.birthDate,
      applicant_sex: applicant.sex,
      applicant_village_id: applicant.villageId,
      authorised_by: null,
      assisted_by: null,
      content: input.content.trim() === '' ? procedure.name.vi : input.content.trim(),
      copies: 1,
      delivery_method: 'counter',
      delivery_address: null,
      submitted_at: new Date(input.submittedAt),
      received_at: received === null ? null : new Date(received.at),
      received_by: null,
      time_limit: received?.timeLimit ?? null,
      due_at: dueAt,
      decided_at: null,
      returned_at: null,
      rejection_reason: null,
      result_number: null,
      result_summary: null,
      returned_to: null,
      current_step: received?.step.key ?? null,
      current_role_name: received?.step.role ?? null,
      holder_id: null,
      held_since: received === null ? null : now,
      step_due_at: received === null ? null : new Date(received.stepDueAt),
      token_hash: deps.links.hash(deps.links.token('dossier', input.id)),
      search_text: `${searchText({ name: applicant.fullName, codes: [reference, input.externalCode] })} ${contact}`,
      version: 1,
      synthetic: false,
      ...NOTHING_HAPPENED,
      receipt_due_at: dueAt,
      notice_at: received === null ? null : now,
    },
    person: personId === null ? null : {
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
      search_text: contact,
      updated_at: now,
      synthetic: false,
    },
    steps: received === null ? [] : procedure.steps.map((step) => {
      const here = step.key === received.step.key;
      const before = step.position < received.step.position;
      return {
        position: step.position,
        key: step.key,
        role_name: step.role,
        hours: step.hours,
        started_at: here ? now : before ? new Date(received.at) : null,
        due_at: here ? new Date(received.stepDueAt) : null,
        finished_at: before ? now : null,
        holder_id: null,
      };
    }),
    papers: [],
    files: [],
    history: { seq: 1, at: now, event: 'imported', actor_id: actor.staffId, actor_name: actor.fullName, facts: JSON.stringify(input.origin) },
  };
}
