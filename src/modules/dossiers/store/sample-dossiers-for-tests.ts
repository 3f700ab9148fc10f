import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { type DatabaseHandle } from '../../../platform/db/database.ts';
import { searchText } from '../domain/check-applicant.ts';
import { type DossierState, type StepKey, type StepRole } from '../domain/dossier-states.ts';

/** How long the citizens of the samples have to answer, in milliseconds. */
export const SAMPLE_ANSWER_TIME = 7 * 24 * 3_600_000;

/** What matters of a dossier to lists, search and reports; the rest is filled in. Instants are epoch milliseconds. */
export interface SampleDossier {
  readonly id: string;
  readonly state: DossierState;
  readonly name: string;
  readonly number: string | null;
  readonly phone: string | null;
  readonly procedureCode: string;
  readonly procedureName: string;
  readonly field: string;
  readonly content: string;
  readonly channel: 'counter' | 'online' | 'post' | 'kiosk' | 'home';
  readonly way: 'counter' | 'post' | 'home' | 'electronic';
  readonly step: StepKey | null;
  readonly role: StepRole | null;
  readonly unitId: string | null;
  readonly holderId: string | null;
  /** Handed to the unit, which has not taken it over. */
  readonly handed: { readonly by: string; readonly fromUnitId: string | null } | null;
  readonly submittedAt: number;
  readonly receivedAt: number | null;
  readonly dueAt: number | null;
  readonly endedAt: number | null;
  readonly pausedSince: number | null;
  readonly supplements: number;
  readonly stopKind: 'withdrawn' | 'not-supplemented' | 'not-paid' | 'other' | null;
  /** Requests for supplements that reached the citizen; a closed one ends. */
  readonly requests: readonly { readonly openedAt: number; readonly closedAt: number | null }[];
}

/** When everything was handed over that waits to be taken over. */
const SAMPLE_HANDED_AT = Date.parse('2026-11-20T09:00:00+07:00');

const moment = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

/** Writes dossiers straight into the tables, as no command could: every state without the way that leads there. Answers their codes. */
export async function insertSamples(owner: DatabaseHandle, communeCode: string, samples: readonly SampleDossier[]): Promise<ReadonlyMap<string, string>> {
  const codes = new Map<string, string>();
  const rows = samples.map((sample, index) => {
    const reference = `KB-${sample.id.slice(0, 4).toUpperCase()}-${sample.id.slice(4, 8).toUpperCase()}${communeCode.slice(-2)}`;
    const code = sample.receivedAt === null ? null : `H56.14-261120-${String(index + 1).padStart(4, '0')}${communeCode.slice(-2)}`;
    codes.set(sample.id, code ?? reference);
    return {
      commune_code: communeCode, id: sample.id, reference, code, procedure_code: sample.procedureCode, procedure_version: 1, procedure_name: sample.procedureName, field: sample.field,
      state: sample.state, channel: sample.channel, money_state: 'none', delivery_state: 'none', sync_state: 'local', person_id: sample.receivedAt === null ? null : sample.id,
      applicant_name: sample.name, applicant_number: sample.number, applicant_phone: sample.phone, applicant_address: 'Thôn Mẫu', content: sample.content, copies: 1,
      delivery_method: sample.way, submitted_at: moment(sample.submittedAt), received_at: moment(sample.receivedAt), time_limit: sample.receivedAt === null ? null : '3wd',
      due_at: moment(sample.dueAt), receipt_due_at: moment(sample.dueAt), decided_at: sample.state === 'decided' || sample.state === 'returned' ? moment(sample.endedAt) : null,
      returned_at: sample.state === 'returned' ? moment(sample.endedAt) : null, ended_at: moment(sample.endedAt), result_kind: sample.state === 'decided' || sample.state === 'returned' ? 'positive' : null,
      stop_kind: sample.stopKind, current_step: sample.step, current_role_name: sample.role, unit_id: sample.unitId, holder_id: sample.holderId, handed_at: sample.handed === null ? null : moment(SAMPLE_HANDED_AT), handed_by: sample.handed?.by ?? null, handed_from: sample.handed?.fromUnitId ?? null, paused_since: moment(sample.pausedSince),
      pauses: sample.pausedSince === null ? [] : [[moment(sample.pausedSince), null]], supplements: sample.supplements, token_hash: `${communeCode} ${sample.id}`, version: 1, synthetic: true,
      search_text: searchText({ name: sample.name, codes: [reference, sample.number, sample.phone, code] }),
    };
  });
  const people = rows.filter(({ person_id }) => person_id !== null).map((row) => ({
    commune_code: communeCode, id: row.id, full_name: row.applicant_name, address: 'Thôn Mẫu', search_text: row.search_text, updated_at: row.submitted_at, synthetic: true,
  }));
  const requests = samples.flatMap((sample) => sample.requests.map(({ openedAt, closedAt }, index) => ({
    commune_code: communeCode, dossier_id: sample.id, id: randomUUID(), seq: index + 1, stage: 'examination', status: closedAt === null ? 'open' : 'answered', asked_at: moment(openedAt),
    asked_by: randomUUID(), asked_by_name: 'Lê Thị Điểm', opened_at: moment(openedAt), closed_at: moment(closedAt), answered_by: closedAt === null ? null : 'office',
    answer_days: 5, answer_by: moment(openedAt + SAMPLE_ANSWER_TIME), channel: closedAt === null ? null : 'counter',
  })));
  await sql`insert into procedure_version (code, version, valid_from, field, name, public, pack, content_hash, loaded_at)
    select distinct procedure_code, 1, date '2025-07-01', min(field), min(procedure_name), true, '{}'::jsonb, procedure_code, now()
    from jsonb_populate_recordset(null::dossier, ${JSON.stringify(rows)}::jsonb) group by procedure_code
    on conflict do nothing`.execute(owner.db);
  await sql`insert into person select * from jsonb_populate_recordset(null::person, ${JSON.stringify(people)}::jsonb)`.execute(owner.db);
  await sql`insert into dossier select * from jsonb_populate_recordset(null::dossier, ${JSON.stringify(rows)}::jsonb)`.execute(owner.db);
  await sql`insert into supplement_request select * from jsonb_populate_recordset(null::supplement_request, ${JSON.stringify(requests)}::jsonb)`.execute(owner.db);
  return codes;
}

/** Takes all dossiers out again, for the next run. */
export async function removeSamples(owner: DatabaseHandle): Promise<void> {
  await owner.pool.query('truncate dossier cascade');
  await owner.pool.query('delete from person');
}
