import { type Insertable, sql } from 'kysely';
import { type Tx } from '../../../platform/db/database.ts';
import {
  type DossierHistoryTable,
  type DossierPaperTable,
  type DossierStepTable,
  type DossierTable,
  type PaperFileTable,
  type PersonTable,
} from '../../../platform/db/tables.generated.ts';

type Keyless<T> = Omit<T, 'commune_code' | 'dossier_id'>;

/** A whole dossier as it is first written: one statement, so that the lock on the day's counter is held for one round trip. */
export interface NewDossier {
  readonly dossier: Omit<Required<Insertable<DossierTable>>, 'code'>;
  /** Known to the office from now on; null for a declaration that nobody has checked yet. */
  readonly person: Required<Insertable<PersonTable>> | null;
  readonly steps: readonly Keyless<Insertable<DossierStepTable>>[];
  readonly papers: readonly Keyless<Insertable<DossierPaperTable>>[];
  readonly files: readonly Keyless<Insertable<PaperFileTable>>[];
  readonly history: Keyless<Insertable<DossierHistoryTable>>;
}

/** The columns of a dossier about which nothing has happened yet: no pause, no supplement, no end. */
export const NOTHING_HAPPENED = {
  pauses: '[]', paused_since: null, receipt_due_at: null, extended_due_at: null, ended_at: null, unit_id: null, notice_at: null, urged_at: null, supplements: 0,
  approval_asked: null, result_kind: null, result_basis: null, stop_kind: null, stop_reason: null, withdrawal_reason: null, assisted_consent: null,
  assisted_account: null, corrects_id: null, case_id: null,
} as const satisfies Partial<NewDossier['dossier']>;

/** The row as JSON for jsonb_populate_record, with the parts that are JSON themselves as such. */
function dossierJson(dossier: NewDossier['dossier']): string {
  return JSON.stringify({ ...dossier, pauses: JSON.parse(dossier.pauses ?? '[]') as unknown });
}

/** What the official code is made of: the agency's code and the local day. Null: no code yet (a declaration). */
export interface CodeParts {
  readonly agencyCode: string;
  readonly localDay: string;
}

/** The text of `buildDossierCode`, in SQL, so that the number is taken and used in the same statement. */
function codeExpression(parts: CodeParts) {
  return sql`${parts.agencyCode}::text || '-' || ${parts.localDay.slice(2).replaceAll('-', '')}::text || '-' || lpad(counter.last::text, greatest(4, length(counter.last::text)), '0')`;
}

function takeNumber(communeCode: string, parts: CodeParts) {
  return sql`insert into number_counter (commune_code, book, period, last)
    values (${communeCode}, ${`dossier:${parts.agencyCode}`}, ${parts.localDay}, 1)
    on conflict (commune_code, book, period) do update set last = number_counter.last + 1
    returning last`;
}

function rows(list: readonly object[], keys: { readonly commune_code: string; readonly dossier_id: string }): string {
  return JSON.stringify(list.map((row) => ({ ...row, ...keys })));
}

/** The parts that hang on a dossier, as data-modifying CTEs. */
function parts(aggregate: Pick<NewDossier, 'steps' | 'papers' | 'files' | 'history'>, keys: { commune_code: string; dossier_id: string }) {
  return sql`
    step_rows as (insert into dossier_step select * from jsonb_populate_recordset(null::dossier_step, ${rows(aggregate.steps, keys)}::jsonb)),
    paper_rows as (insert into dossier_paper select * from jsonb_populate_recordset(null::dossier_paper, ${rows(aggregate.papers, keys)}::jsonb)),
    file_rows as (insert into paper_file select * from jsonb_populate_recordset(null::paper_file, ${rows(aggregate.files, keys)}::jsonb)),
    history_row as (insert into dossier_history select * from jsonb_populate_recordset(null::dossier_history, ${rows([{ ...aggregate.history, facts: JSON.parse(aggregate.history.facts) as unknown }], keys)}::jsonb))`;
}

function personUpsert(person: NewDossier['person']) {
  return sql`insert into person select * from jsonb_populate_record(null::person, ${JSON.stringify(person)}::jsonb)
    on conflict (commune_code, id) do update set
      citizen_number = excluded.citizen_number, full_name = excluded.full_name,
      birth_date = coalesce(excluded.birth_date, person.birth_date), sex = coalesce(excluded.sex, person.sex),
      address = excluded.address, village_id = coalesce(excluded.village_id, person.village_id),
      phone = coalesce(excluded.phone, person.phone), email = coalesce(excluded.email, person.email),
      search_text = excluded.search_text, updated_at = excluded.updated_at`;
}

/** Writes a received dossier with its person, steps, papers, files and first history line; answers the official code. */
export async function insertReceivedDossier(tx: Tx, aggregate: NewDossier, code: CodeParts): Promise<string> {
  const { commune_code, id } = aggregate.dossier;
  const { rows: answered } = await sql<{ code: string }>`
    with counter as (${takeNumber(commune_code, code)}),
    numbered as (select ${codeExpression(code)} as code from counter),
    person_row as (${personUpsert(aggregate.person)}),
    dossier_row as (
      insert into dossier select d.* from numbered, jsonb_populate_record(null::dossier,
        ${dossierJson(aggregate.dossier)}::jsonb || jsonb_build_object('code', numbered.code,
          'search_text', ${aggregate.dossier.search_text}::text || ' ' || lower(numbered.code))) d
      returning code),
    ${parts(aggregate, { commune_code, dossier_id: id })}
    select code from dossier_row`.execute(tx);
  const row = answered[0];
  if (row === undefined) throw new Error('the reception wrote no dossier');
  return row.code;
}

/** Writes a declaration: no official code, no known person yet. */
export async function insertDeclaration(tx: Tx, aggregate: NewDossier): Promise<void> {
  const { commune_code, id } = aggregate.dossier;
  await sql`
    with dossier_row as (
      insert into dossier select d.* from jsonb_populate_record(null::dossier, ${dossierJson(aggregate.dossier)}::jsonb || '{"code": null}') d),
    ${parts(aggregate, { commune_code, dossier_id: id })}
    select 1`.execute(tx);
}

/** Turns a declaration into a received dossier: code, person, due date, steps; the papers are those that the officer confirmed. */
export async function receiveDeclaration(tx: Tx, aggregate: NewDossier, code: CodeParts, expectedVersion: number): Promise<string | undefined> {
  const { commune_code, id } = aggregate.dossier;
  const keys = { commune_code, dossier_id: id };
  // Papers may be the same rows under the same ids: out first, then in, which needs two statements.
  await tx.deleteFrom('paper_file').where('commune_code', '=', commune_code).where('dossier_id', '=', id).execute();
  await tx.deleteFrom('dossier_paper').where('commune_code', '=', commune_code).where('dossier_id', '=', id).execute();
  const d = aggregate.dossier;
  const { rows: answered } = await sql<{ code: string }>`
    with counter as (${takeNumber(commune_code, code)}),
    numbered as (select ${codeExpression(code)} as code from counter),
    person_row as (${personUpsert(aggregate.person)}),
    dossier_row as (
      update dossier set
        code = numbered.code, state = ${d.state}, version = dossier.version + 1,
        procedure_code = ${d.procedure_code}, procedure_version = ${d.procedure_version}, procedure_name = ${d.procedure_name}, field = ${d.field},
        person_id = ${d.person_id}, applicant_name = ${d.applicant_name}, applicant_number = ${d.applicant_number},
        applicant_phone = ${d.applicant_phone}, applicant_email = ${d.applicant_email}, applicant_address = ${d.applicant_address},
        applicant_birth_date = ${d.applicant_birth_date}, applicant_sex = ${d.applicant_sex}, applicant_village_id = ${d.applicant_village_id},
        authorised_by = ${d.authorised_by}, assisted_by = ${d.assisted_by}, content = ${d.content}, copies = ${d.copies},
        delivery_method = ${d.delivery_method}, delivery_address = ${d.delivery_address},
        received_at = ${d.received_at}, received_by = ${d.received_by}, time_limit = ${d.time_limit}, due_at = ${d.due_at},
        receipt_due_at = ${d.receipt_due_at}, notice_at = ${d.notice_at}, assisted_consent = ${d.assisted_consent}, assisted_account = ${d.assisted_account},
        current_step = ${d.current_step}, current_role_name = ${d.current_role_name}, holder_id = ${d.holder_id},
        held_since = ${d.held_since}, step_due_at = ${d.step_due_at}, search_text = ${d.search_text}::text || ' ' || lower(numbered.code)
      from numbered
      where dossier.commune_code = ${commune_code} and dossier.id = ${id} and dossier.version = ${expectedVersion} and dossier.state = 'submitted'
      returning dossier.code),
    ${parts(aggregate, keys)}
    select code from dossier_row`.execute(tx);
  return answered[0]?.code;
}
