import { dateAt } from '../../../kernel/local-time.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { runCommand } from '../../../platform/commands.ts';
import { type Tx } from '../../../platform/db/database.ts';
import { type KeptFile } from '../../../platform/files/keep-upload.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { type ApplicantInput, checkApplicant, searchText } from '../domain/check-applicant.ts';
import { type Assistance } from '../domain/check-assistance.ts';
import { buildReference } from '../domain/dossier-code.ts';
import { refuseProcedure } from '../domain/refuse-procedure.ts';
import { insertDeclaration, NOTHING_HAPPENED } from '../store/dossier-aggregate.ts';
import { type ReadyBundle, takeBundle } from '../../uploads/index.ts';
import { type DossiersDeps } from './deps.ts';

/** A paper that a citizen sent with the declaration: which requirement it answers, and the files the server has confirmed. */
export interface DeclaredPaper {
  readonly requirementId: string | null;
  readonly name: string;
  readonly files: readonly Pick<KeptFile, 'sha256' | 'fileName'>[];
}

/** “Khai báo ở nhà”: the general declaration; both ids are made with the form, so that sending twice sends once. */
export interface Declaration {
  readonly commandId: string;
  readonly dossierId: string;
  readonly communeCode: string;
  readonly procedureCode: string;
  readonly applicant: ApplicantInput;
  readonly content: string;
  /** How it comes in, where that is not seen from who sends it: across the table with an officer's help. */
  readonly channel?: 'counter';
  /** A team member or relative who helps, if any, and what is told about it. */
  readonly assistance: Assistance;
  readonly papers: readonly DeclaredPaper[];
  /** Papers that were sent one by one: they are taken in the transaction that keeps the declaration. */
  readonly bundle?: ReadyBundle | undefined;
  /** The sha256 of the answers to the form of the procedure, where it was declared with one: what was agreed to is part of the command. */
  readonly answersHash?: string;
}

export interface DeclarationReceipt {
  readonly id: string;
  readonly reference: string;
}

/**
 * Keeps a declaration for the office's list “chờ tiếp nhận”. It is not yet received: no official code, no due date.
 * Refuses an unknown procedure and an applicant who cannot be reached; an undetermined time limit does not keep people from declaring.
 * `also` writes what belongs to the dossier in the same transaction; what it refuses is refused as a whole.
 */
export async function declareDossier(deps: DossiersDeps, declaration: Declaration, context: RequestContext, also?: (tx: Tx) => Promise<Result<unknown>>): Promise<Result<DeclarationReceipt>> {
  const { now } = context;
  const { communeCode, dossierId } = declaration;
  const procedure = await deps.procedureInForce(communeCode, declaration.procedureCode, now.getTime());
  const applicant = checkApplicant(declaration.applicant, now.getTime());
  const envelope = {
    communeCode,
    commandId: declaration.commandId,
    kind: 'declare-dossier',
    actor: context.actor,
    request: declaration,
    now,
    address: context.address,
  };
  return runCommand(deps.db, envelope, async (tx) => {
    if (procedure === undefined) return refuseProcedure(deps.procedureSpan(declaration.procedureCode), dateAt(now.getTime()));
    if (!applicant.ok) return applicant;
    const person = applicant.value;
    const reference = buildReference(deps.randomBytes(8));
    const taken = declaration.bundle === undefined ? ok([]) : await takeBundle(tx, declaration.bundle, `dossier:${dossierId}`, now);
    if (!taken.ok) return taken;
    const sent = taken.value.map(({ slotId, name, files }) => ({ requirementId: slotId, name, files }));
    const papers = [...declaration.papers, ...sent].map((paper, position) => ({ ...paper, id: deps.newId(), position }));
    await insertDeclaration(tx, {
      dossier: {
        commune_code: communeCode,
        id: dossierId,
        reference,
        procedure_code: procedure.code,
        procedure_version: procedure.version,
        procedure_name: procedure.name.vi,
        field: procedure.field,
        state: 'submitted',
        // Never rewritten later: what was filed at a machine in the hall is not a filing from home (NĐ 309/2026, Điều 17.2a names kiosks apart).
        channel: declaration.channel ?? (context.actor.kind === 'device' ? 'kiosk' : 'online'),
        money_state: 'none',
        delivery_state: 'none',
        sync_state: 'local',
        external_code: null,
        source_system: null,
        // Nobody has checked who this is: the person becomes known at reception.
        person_id: null,
        applicant_name: person.fullName,
        applicant_number: person.citizenNumber,
        applicant_phone: person.phone,
        applicant_email: person.email,
        applicant_address: person.address,
        applicant_birth_date: person.birthDate,
        applicant_sex: person.sex,
        applicant_village_id: person.villageId,
        authorised_by: null,
        assisted_by: declaration.assistance.by,
        content: declaration.content.trim() === '' ? procedure.name.vi : declaration.content.trim(),
        copies: 1,
        delivery_method: 'counter',
        delivery_address: null,
        submitted_at: now,
        received_at: null,
        received_by: null,
        time_limit: null,
        due_at: null,
        decided_at: null,
        returned_at: null,
        rejection_reason: null,
        result_number: null,
        result_summary: null,
        returned_to: null,
        current_step: null,
        current_role_name: null,
        holder_id: null,
        held_since: null,
        step_due_at: null,
        token_hash: deps.links.hash(deps.links.token('dossier', dossierId)),
        search_text: searchText({ name: person.fullName, codes: [reference, person.citizenNumber, person.phone] }),
        version: 1,
        synthetic: false,
        ...NOTHING_HAPPENED,
        assisted_consent: declaration.assistance.consent,
        assisted_account: declaration.assistance.account,
      },
      person: null,
      steps: [],
      papers: papers.map((paper) => ({
        id: paper.id,
        position: paper.position,
        requirement_id: paper.requirementId,
        name: paper.name,
        kind: 'electronic' as const,
        source: 'submitted' as const,
        copies: 1,
        reused_from: null,
      })),
      files: papers.flatMap((paper) =>
        paper.files.map((file, position) => ({
          id: deps.newId(),
          paper_id: paper.id,
          position,
          sha256: file.sha256,
          file_name: file.fileName,
          added_at: now,
          supplement_item_id: null,
          superseded_at: null,
        })),
      ),
      history: { seq: 1, at: now, event: 'declared', actor_id: null, actor_name: null, facts: JSON.stringify({}) },
    });
    const more = await also?.(tx);
    if (more?.ok === false) return more;
    return ok({
      result: { id: dossierId, reference },
      journal: { action: 'dossier.declared', object: `dossier:${dossierId}`, facts: { reference } },
      outbox: [{ id: deps.newId(), topic: 'DossierDeclared', payload: { dossierId, reference } }],
    });
  });
}
