import { type Instant } from '../../kernel/local-time.ts';
import { makeUuidV7 } from '../../kernel/uuid.ts';
import { buildReference } from '../../modules/dossiers/domain/dossier-code.ts';
import { type Applicant, searchText } from '../../modules/dossiers/domain/check-applicant.ts';
import { NOTHING_HAPPENED } from '../../modules/dossiers/store/dossier-aggregate.ts';
import { DEMO_COMMUNE } from '../demo-office.ts';
import { type Random } from '../random.ts';
import { type DemoProcedure } from './demo-procedures.ts';
import { type DossierHistoryRow, type DossierPaperRow, type DossierStory } from './dossier-rows.ts';
import { type TakenPaper } from './take-papers.ts';

/** What is known when somebody files. */
export interface Filing {
  readonly procedure: DemoProcedure;
  readonly applicant: Applicant;
  readonly content: string;
  readonly copies: number;
  readonly papers: readonly TakenPaper[];
  readonly channel: 'counter' | 'online' | 'post' | 'home';
  readonly assistedBy: string | null;
  readonly authorisedBy: string | null;
  readonly delivery: { readonly method: 'counter' | 'post' | 'home' | 'electronic'; readonly address: string | null };
  readonly submittedAt: Instant;
}

/** Makes the rows of a filing as a declaration leaves them: no code, no known person, no steps, no history yet. */
export function openStory(filing: Filing, linkHash: (dossierId: string) => string, random: Random): DossierStory {
  const { applicant, procedure, submittedAt } = filing;
  const newId = (): string => makeUuidV7(submittedAt, random.bytes(10));
  const id = newId();
  const reference = buildReference(random.bytes(8));
  return {
    dossier: {
      commune_code: DEMO_COMMUNE.code,
      id,
      reference,
      code: null,
      procedure_code: procedure.code,
      procedure_version: procedure.version,
      procedure_name: procedure.name.vi,
      field: procedure.field,
      state: 'submitted',
      channel: filing.channel,
      money_state: 'none',
      delivery_state: 'none',
      sync_state: 'local',
      external_code: null,
      source_system: null,
      person_id: null,
      applicant_name: applicant.fullName,
      applicant_number: applicant.citizenNumber,
      applicant_phone: applicant.phone,
      applicant_email: applicant.email,
      applicant_address: applicant.address,
      applicant_birth_date: applicant.birthDate,
      applicant_sex: applicant.sex,
      applicant_village_id: applicant.villageId,
      authorised_by: filing.authorisedBy,
      assisted_by: filing.assistedBy,
      content: filing.content,
      copies: filing.copies,
      delivery_method: filing.delivery.method,
      delivery_address: filing.delivery.address,
      submitted_at: new Date(submittedAt),
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
      token_hash: linkHash(id),
      search_text: searchText({ name: applicant.fullName, codes: [reference, applicant.citizenNumber, applicant.phone] }),
      version: 0,
      synthetic: true,
      ...NOTHING_HAPPENED,
      assisted_consent: filing.assistedBy === null ? null : 'spoken',
      assisted_account: filing.assistedBy === null ? null : 'none',
      pauses: [],
    },
    steps: [],
    papers: filing.papers.map((paper, position): DossierPaperRow => ({
      commune_code: DEMO_COMMUNE.code,
      dossier_id: id,
      id: newId(),
      position,
      ...paper,
      reused_from: null,
      page_count: null,
      looked_up_at: null,
      original_kept: null,
      shelf: null,
    })),
    history: [],
    deliveries: [],
    supplements: [],
    certifications: [],
    certified: [],
    faults: [],
    payments: [],
    extensions: [],
  };
}

/** Adds a line of history; every line counts the dossier's version up by one. */
export function tell(story: DossierStory, line: Pick<DossierHistoryRow, 'event' | 'facts'> & { readonly at: Instant; readonly actor: { readonly staffId: string; readonly fullName: string } | null }): void {
  story.dossier.version += 1;
  story.history.push({
    commune_code: story.dossier.commune_code,
    dossier_id: story.dossier.id,
    seq: story.dossier.version,
    at: new Date(line.at),
    event: line.event,
    actor_id: line.actor?.staffId ?? null,
    actor_name: line.actor?.fullName ?? null,
    facts: line.facts,
  });
}
