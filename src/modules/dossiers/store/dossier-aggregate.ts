import { type Insertable, type RawBuilder, sql } from 'kysely';
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
  assisted_account: null, corrects_id: null, case_id: null, answered_at: null,
  handed_at: null, handed_by: null, handed_from: null, agency_asked: null,
} as const satisfies Partial<NewDossier['dossier']>;

/** The row for jsonb_populate_record, with the parts that are JSON themselves as such. */
export function dossierParts(dossier: NewDossier['dossier']): object {
  return { ...dossier, pauses: JSON.parse(dossier.pauses ?? '[]') as unknown };
}

function historyParts(history: NewDossier['history']): object {
  return { ...history, facts: JSON.parse(history.facts) as unknown };
}

/** What the official code is made of: the agency's code and the local day. Null: no code yet (a declaration). */
export interface CodeParts {
  readonly agencyCode: string;
  readonly localDay: string;
}

/** The code of a dossier that becomes received: the next one of ours, or the one that another system gave it. */
type CodeOrigin = CodeParts | { readonly given: string };

/** The text of `buildDossierCode`, in SQL, so that the number is taken and used in the same statement. */
function codeExpression(parts: CodeParts, number: RawBuilder<unknown>) {
  return sql`${parts.agencyCode}::text || '-' || ${parts.localDay.slice(2).replaceAll('-', '')}::text || '-' || lpad((${number})::text, greatest(4, length((${number})::text)), '0')`;
}

/** Takes so many numbers of the day's book at once; `last` is the last of them. */
function takeNumbers(communeCode: string, parts: CodeParts, count: number) {
  return sql`insert into number_counter (commune_code, book, period, last)
    values (${communeCode}, ${`dossier:${parts.agencyCode}`}, ${parts.localDay}, ${count})
    on conflict (commune_code, book, period) do update set last = number_counter.last + excluded.last
    returning last`;
}

/** The rows that hang on dossiers, each list as JSON with its keys. */
interface PartRows {
  readonly steps: string;
  readonly papers: string;
  readonly files: string;
  readonly history: string;
}

function partRows(aggregate: Pick<NewDossier, 'steps' | 'papers' | 'files' | 'history'>, keys: { readonly commune_code: string; readonly dossier_id: string }): PartRows {
  const rows = (list: readonly object[]) => JSON.stringify(list.map((row) => ({ ...row, ...keys })));
  return { steps: rows(aggregate.steps), papers: rows(aggregate.papers), files: rows(aggregate.files), history: rows([historyParts(aggregate.history)]) };
}

/** The parts that hang on a dossier, as data-modifying CTEs. */
function parts({ steps, papers, files, history }: PartRows) {
  return sql`
    step_rows as (insert into dossier_step select * from jsonb_populate_recordset(null::dossier_step, ${steps}::jsonb)),
    paper_rows as (insert into dossier_paper select * from jsonb_populate_recordset(null::dossier_paper, ${papers}::jsonb)),
    file_rows as (insert into paper_file select * from jsonb_populate_recordset(null::paper_file, ${files}::jsonb)),
    history_row as (insert into dossier_history select * from jsonb_populate_recordset(null::dossier_history, ${history}::jsonb))`;
}

/** The steps, papers, files and first line of history of one dossier, as data-modifying CTEs. */
export function newDossierParts(aggregate: Pick<NewDossier, 'steps' | 'papers' | 'files' | 'history'>, keys: { readonly commune_code: string; readonly dossier_id: string }) {
  return parts(partRows(aggregate, keys));
}

function personUpsert(people: readonly NewDossier['person'][]) {
  return sql`insert into person select * from jsonb_populate_recordset(null::person, ${JSON.stringify(people)}::jsonb)
    on conflict (commune_code, id) do update set
      citizen_number = excluded.citizen_number, full_name = excluded.full_name,
      birth_date = coalesce(excluded.birth_date, person.birth_date), sex = coalesce(excluded.sex, person.sex),
      address = excluded.address, village_id = coalesce(excluded.village_id, person.village_id),
      phone = coalesce(excluded.phone, person.phone), email = coalesce(excluded.email, person.email),
      search_text = excluded.search_text, updated_at = excluded.updated_at`;
}

/**
 * Writes received dossiers of one commune and day with their persons, steps, papers, files and first history lines in one statement;
 * answers their official codes in the same order. Somebody who files twice among them is written as last told.
 */
export async function insertReceivedDossiers(tx: Tx, aggregates: readonly NewDossier[], code: CodeParts): Promise<readonly string[]> {
  const commune_code = aggregates[0]?.dossier.commune_code;
  if (commune_code === undefined) return [];
  const all = (pick: (aggregate: NewDossier) => readonly object[]) =>
    JSON.stringify(aggregates.flatMap((aggregate) => pick(aggregate).map((row) => ({ ...row, commune_code, dossier_id: aggregate.dossier.id }))));
  const dossiers = aggregates.map(({ dossier }) => dossierParts(dossier));
  const persons = new Map(aggregates.flatMap(({ person }) => (person === null ? [] : [[person.id, person] as const])));
  // In one order everywhere, so that two transactions never wait for each other's people.
  const people = [...persons.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const { rows: answered } = await sql<{ id: string; code: string }>`
    with counter as (${takeNumbers(commune_code, code, aggregates.length)}),
    numbered as (
      select given.dossier || jsonb_build_object('code', coded.code, 'search_text', (given.dossier ->> 'search_text') || ' ' || lower(coded.code)) as dossier
      from counter, jsonb_array_elements(${JSON.stringify(dossiers)}::jsonb) with ordinality as given (dossier, place),
        lateral (select counter.last - ${aggregates.length}::bigint + given.place as number) as taken,
        lateral (select ${codeExpression(code, sql.ref('taken.number'))} as code) as coded),
    person_row as (${personUpsert(people)}),
    dossier_row as (
      insert into dossier select d.* from numbered, jsonb_populate_record(null::dossier, numbered.dossier) d
      returning id, code),
    ${parts({ steps: all(({ steps }) => steps), papers: all(({ papers }) => papers), files: all(({ files }) => files), history: all(({ history }) => [historyParts(history)]) })}
    select id, code from dossier_row`.execute(tx);
  const codes = new Map(answered.map((row) => [row.id, row.code]));
  return aggregates.flatMap(({ dossier }) => codes.get(dossier.id) ?? []);
}

/** Writes a declaration: no official code, no known person yet. */
export async function insertDeclaration(tx: Tx, aggregate: NewDossier): Promise<void> {
  const { commune_code, id } = aggregate.dossier;
  await sql`
    with dossier_row as (
      insert into dossier select d.* from jsonb_populate_record(null::dossier, ${JSON.stringify(dossierParts(aggregate.dossier))}::jsonb || '{"code": null}') d),
    ${newDossierParts(aggregate, { commune_code, dossier_id: id })}
    select 1`.execute(tx);
}

/** Turns a declaration into a received dossier: code, person, due date, steps; the papers are those that the officer confirmed. */
export async function receiveDeclaration(tx: Tx, aggregate: NewDossier, code: CodeOrigin, expectedVersion: number): Promise<string | undefined> {
  const { commune_code, id } = aggregate.dossier;
  const keys = { commune_code, dossier_id: id };
  // Papers may be the same rows under the same ids: out first, then in, which needs two statements.
  const before = await tx.selectFrom('paper_file').select(['id', 'supplement_item_id', 'added_at']).where('commune_code', '=', commune_code).where('dossier_id', '=', id).where('superseded_at', 'is', null).execute();
  // What a better picture replaced stays for the record, with its paper.
  const replaced = await tx.selectFrom('paper_file').selectAll().where('commune_code', '=', commune_code).where('dossier_id', '=', id).where('superseded_at', 'is not', null).execute();
  await tx.deleteFrom('paper_file').where('commune_code', '=', commune_code).where('dossier_id', '=', id).execute();
  await tx.deleteFrom('dossier_paper').where('commune_code', '=', commune_code).where('dossier_id', '=', id).execute();
  const d = aggregate.dossier;
  const { rows: answered } = await sql<{ code: string }>`
    with ${'given' in code ? sql`numbered as (select ${code.given}::text as code)` : sql`counter as (${takeNumbers(commune_code, code, 1)}), numbered as (select ${codeExpression(code, sql.ref('counter.last'))} as code from counter)`},
    person_row as (${personUpsert([aggregate.person])}),
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
    ${newDossierParts(aggregate, keys)}
    select code from dossier_row`.execute(tx);
  const kept = replaced.filter(({ paper_id }) => aggregate.papers.some((paper) => paper.id === paper_id));
  if (answered.length > 0 && kept.length > 0) await tx.insertInto('paper_file').values(kept).execute();
  // When a file came, and in answer to what, is no matter of the reception.
  for (const { id: file, supplement_item_id, added_at } of before) {
    await tx.updateTable('paper_file').set({ supplement_item_id, added_at }).where('commune_code', '=', commune_code).where('dossier_id', '=', id).where('id', '=', file).execute();
  }
  return answered[0]?.code;
}
