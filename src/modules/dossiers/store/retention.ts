import { sql } from 'kysely';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { searchText } from '../domain/check-applicant.ts';

/** A file of a dossier by its ids, and the code by which people know the dossier. */
export interface DueFile {
  readonly dossierId: string;
  readonly id: string;
  readonly code: string;
}

/** What is due, and what must stay: dossiers that a complaint or a court still needs. */
export interface DueScope {
  readonly communeCode: string;
  readonly before: Date;
  readonly held: readonly string[];
  readonly most: number;
}

/** The name of a paper without accents, as the words of the table are written. */
const FOLDED = sql`regexp_replace(translate(regexp_replace(lower(normalize(p.name, NFKD)), '[\u0300-\u036f]', '', 'g'), 'đĐð', 'ddd'), '[^a-z0-9]+', ' ', 'g')`;

function patterns(words: readonly string[]) {
  return sql`${words.map((word) => `%${word}%`)}::text[]`;
}

/** Pictures of cards in dossiers whose result was given before a moment; locked, so that two runs do not meet. */
export async function lockCardPictures(tx: Tx, scope: DueScope, words: readonly string[]): Promise<readonly DueFile[]> {
  const { rows } = await sql<DueFile>`
    select f.dossier_id as "dossierId", f.id, coalesce(d.code, d.reference) as code
    from paper_file f
    join dossier d on d.commune_code = f.commune_code and d.id = f.dossier_id
    join dossier_paper p on p.commune_code = f.commune_code and p.dossier_id = f.dossier_id and p.id = f.paper_id
    where f.commune_code = ${scope.communeCode} and d.state = 'returned' and d.returned_at < ${scope.before} and d.id <> all(${[...scope.held]}::uuid[])
      and p.kind <> 'form' and ${FOLDED} like any(${patterns(words)})
    order by d.returned_at, f.id limit ${scope.most} for update of f skip locked`.execute(tx);
  return rows;
}

/** Pictures of cards in dossiers of one person that have ended. */
export async function lockCardPicturesOf(tx: Tx, communeCode: string, dossierIds: readonly string[], words: readonly string[]): Promise<readonly DueFile[]> {
  const { rows } = await sql<DueFile>`
    select f.dossier_id as "dossierId", f.id, '' as code
    from paper_file f join dossier_paper p on p.commune_code = f.commune_code and p.dossier_id = f.dossier_id and p.id = f.paper_id
    where f.commune_code = ${communeCode} and f.dossier_id = any(${[...dossierIds]}::uuid[]) and p.kind <> 'form' and ${FOLDED} like any(${patterns(words)})
    for update of f`.execute(tx);
  return rows;
}

/** Files that better ones replaced, in dossiers whose work ended before a moment. */
export async function lockSupersededFiles(tx: Tx, scope: DueScope): Promise<readonly DueFile[]> {
  const { rows } = await sql<DueFile>`
    select f.dossier_id as "dossierId", f.id, coalesce(d.code, d.reference) as code
    from paper_file f join dossier d on d.commune_code = f.commune_code and d.id = f.dossier_id
    where f.commune_code = ${scope.communeCode} and f.superseded_at is not null and d.state in ('returned', 'stopped', 'rejected') and coalesce(d.returned_at, d.ended_at) < ${scope.before}
      and d.id <> all(${[...scope.held]}::uuid[])
    order by f.superseded_at, f.id limit ${scope.most} for update of f skip locked`.execute(tx);
  return rows;
}

/**
 * Takes files out of their dossiers and leaves in their place when and by which rule they went. A kept paper of the same dossier that has one of them is no
 * longer offered. The bytes go with the next clearing out, when no other dossier has them.
 */
export async function eraseFiles(tx: Tx, communeCode: string, files: readonly DueFile[], kind: string, now: Date): Promise<void> {
  if (files.length === 0) return;
  const rows = JSON.stringify(files.map(({ dossierId, id }) => ({ dossier_id: dossierId, id })));
  await sql`
    with gone as (
      delete from paper_file f using jsonb_to_recordset(${rows}::jsonb) as g (dossier_id uuid, id uuid)
      where f.commune_code = ${communeCode} and f.dossier_id = g.dossier_id and f.id = g.id
      returning f.dossier_id, f.id, f.paper_id, f.sha256),
    kept as (
      delete from kept_paper k using gone
      where k.commune_code = ${communeCode} and k.dossier_id = gone.dossier_id and k.origin = 'submitted' and k.files @> jsonb_build_array(jsonb_build_object('sha256', gone.sha256)))
    insert into erased_file (commune_code, dossier_id, id, paper_id, retention_kind, erased_at)
    select ${communeCode}, dossier_id, id, paper_id, ${kind}, ${now} from gone`.execute(tx);
}

/** The dossiers of a scope whose work ended before its moment, as a query for what other modules keep with them. */
export function endedDossiers({ communeCode, before, held }: Pick<DueScope, 'communeCode' | 'before' | 'held'>) {
  return sql<{ id: string; code: string }>`select d.id, coalesce(d.code, d.reference) as code from dossier d
    where d.commune_code = ${communeCode} and d.state in ('returned', 'stopped', 'rejected') and coalesce(d.returned_at, d.ended_at) < ${before} and d.id <> all(${[...held]}::uuid[])`;
}

/** Forgets files for answers that were uploaded before a moment and never sent; answers the dossiers they were for. */
export async function forgetOldDrafts(tx: Tx, scope: DueScope): Promise<readonly DueFile[]> {
  const { rows } = await sql<DueFile>`
    with old as (
      select s.commune_code, s.request_id, s.item_id, s.sha256, s.dossier_id from supplement_draft s
      where s.commune_code = ${scope.communeCode} and s.added_at < ${scope.before} and s.dossier_id <> all(${[...scope.held]}::uuid[])
      order by s.added_at limit ${scope.most} for update skip locked)
    delete from supplement_draft d using old
    where d.commune_code = old.commune_code and d.request_id = old.request_id and d.item_id = old.item_id and d.sha256 = old.sha256
    returning d.dossier_id as "dossierId", d.item_id as id, '' as code`.execute(tx);
  return rows;
}

/** Blurs number, phone and e-mail in declarations that were refused before a moment and never received. */
export async function blurDeclinedContacts(tx: Tx, scope: DueScope): Promise<readonly DueFile[]> {
  const { rows } = await sql<{ id: string; reference: string; applicant_name: string }>`
    select id, reference, applicant_name from dossier
    where commune_code = ${scope.communeCode} and state = 'rejected' and received_at is null and ended_at < ${scope.before} and id <> all(${[...scope.held]}::uuid[])
      and (applicant_number is not null or applicant_phone is not null or applicant_email is not null)
    order by ended_at limit ${scope.most} for update skip locked`.execute(tx);
  for (const row of rows) {
    await tx
      .updateTable('dossier')
      .set({ applicant_number: null, applicant_phone: null, applicant_email: null, search_text: searchText({ name: row.applicant_name, codes: [row.reference] }) })
      .where('commune_code', '=', scope.communeCode)
      .where('id', '=', row.id)
      .execute();
  }
  return rows.map(({ id, reference }) => ({ dossierId: id, id, code: reference }));
}

/** Where files of a dossier were until their time was over. */
export interface ErasedFile {
  readonly id: string;
  readonly paper_id: string | null;
  readonly retention_kind: string;
  readonly erased_at: Date;
}

/** The files of a dossier that are not there any more. */
export async function listErasedFiles(db: Database, communeCode: string, dossierId: string): Promise<readonly ErasedFile[]> {
  return db.selectFrom('erased_file').select(['id', 'paper_id', 'retention_kind', 'erased_at']).where('commune_code', '=', communeCode).where('dossier_id', '=', dossierId).orderBy('erased_at').orderBy('id').execute();
}
