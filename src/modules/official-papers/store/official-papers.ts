import { type Selectable, sql, type Updateable } from 'kysely';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type OfficialPaperTable } from '../../../platform/db/tables.generated.ts';
import { type PaperKind } from '../domain/paper-kind.ts';

export type OfficialPaperRow = Selectable<OfficialPaperTable>;

/** A paper before it has its number. */
export interface NewPaper {
  readonly commune_code: string;
  readonly id: string;
  readonly kind: PaperKind;
  readonly year: number;
  readonly dossier_id: string | null;
  readonly issued_at: Date;
  readonly issued_by: string | null;
  readonly issued_by_name: string;
  /** JSON. */
  readonly view: string;
  readonly content_hash: string;
  readonly verification_code: string;
  readonly command_id: string;
  readonly synthetic: boolean;
}

/**
 * Writes papers of one commune, kind and year under the next numbers, in their order: the numbers are taken in the statement that uses
 * them, and a transaction that rolls back gives them back, so that there are neither gaps nor doubles.
 */
export async function insertPapers(tx: Tx, papers: readonly NewPaper[]): Promise<readonly number[]> {
  const [first] = papers;
  if (first === undefined) return [];
  const { commune_code: commune, kind, year } = first;
  if (papers.some((paper) => paper.commune_code !== commune || paper.kind !== kind || paper.year !== year)) throw new Error('papers of one book are written together');
  const rows = papers.map((paper, place) => ({ ...paper, place, view: JSON.parse(paper.view) as unknown }));
  const { rows: written } = await sql<{ number: number }>`
    with counter as (
      insert into number_counter (commune_code, book, period, last) values (${commune}, ${`paper:${kind}`}, ${String(year)}, ${papers.length})
      on conflict (commune_code, book, period) do update set last = number_counter.last + excluded.last
      returning last - ${papers.length}::bigint as before)
    insert into official_paper (commune_code, id, kind, year, number, dossier_id, issued_at, issued_by, issued_by_name, view, content_hash, verification_code, command_id, synthetic)
    select p.commune_code, p.id, p.kind, p.year, counter.before + p.place + 1, p.dossier_id, p.issued_at, p.issued_by, p.issued_by_name, p.view, p.content_hash, p.verification_code, p.command_id, p.synthetic
    from counter, jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as p (commune_code text, id uuid, kind text, year integer, place integer, dossier_id uuid, issued_at timestamptz,
      issued_by uuid, issued_by_name text, view jsonb, content_hash text, verification_code text, command_id uuid, synthetic boolean)
    order by p.place
    returning number`.execute(tx);
  return written.map(({ number }) => number);
}

/** One paper of a commune; undefined when there is none. */
export async function findPaper(db: Database, communeCode: string, id: string): Promise<OfficialPaperRow | undefined> {
  return db.selectFrom('official_paper').selectAll().where('commune_code', '=', communeCode).where('id', '=', id).executeTakeFirst();
}

/** The newest paper of a kind that still holds: about a dossier, or, for a paper about none, with this content. */
export async function findValidPaper(
  db: Database,
  wanted: { readonly communeCode: string; readonly kind: PaperKind; readonly dossierId: string | null; readonly content?: string },
): Promise<OfficialPaperRow | undefined> {
  return db
    .selectFrom('official_paper')
    .selectAll()
    .where('commune_code', '=', wanted.communeCode)
    .where('kind', '=', wanted.kind)
    .where('dossier_id', wanted.dossierId === null ? 'is' : '=', wanted.dossierId)
    .$if(wanted.content !== undefined, (query) => query.where('content_hash', '=', wanted.content ?? ''))
    .where('voided_at', 'is', null)
    .orderBy('issued_at', 'desc')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** A paper by the code in its QR, in any commune served here, with the number of the one that replaced it. */
export interface FoundPaper extends OfficialPaperRow {
  readonly replacedByNumber: number | null;
}

/** Finds a paper by the code in its QR; undefined when none has it. */
export async function findPaperByCode(db: Database, code: string): Promise<FoundPaper | undefined> {
  return db
    .selectFrom('official_paper as p')
    .leftJoin('official_paper as r', (join) => join.onRef('r.commune_code', '=', 'p.commune_code').onRef('r.id', '=', 'p.replaced_by'))
    .selectAll('p')
    .select('r.number as replacedByNumber')
    .where('p.verification_code', '=', code)
    .executeTakeFirst();
}

/** What a list of papers says of each. */
export interface PaperLine {
  readonly id: string;
  readonly kind: PaperKind;
  readonly number: number;
  readonly title: string;
  readonly suffix: string | null;
  /** Kind and name of the commune in whose book the number stands, where that one has gone over into this one. */
  readonly former: string | null;
  readonly issued_at: Date;
  readonly issued_by_name: string;
  readonly voided_at: Date | null;
  readonly voided_by_name: string | null;
  readonly void_reason: string | null;
  readonly replaced_by: string | null;
}

/** The papers about a dossier, alone or among others, in the order of their issue. */
export async function listPaperLines(db: Database, communeCode: string, dossierId: string): Promise<readonly PaperLine[]> {
  const { rows } = await sql<PaperLine>`
    select id, kind, number, view->'template'->>'title' as title, view->'template'->>'numberSuffix' as suffix, (select c.kind || ' ' || c.name from commune c where c.code = official_paper.former_commune) as former,
      issued_at, issued_by_name, voided_at, voided_by_name, void_reason, replaced_by
    from official_paper
    where commune_code = ${communeCode} and (dossier_id = ${dossierId}::uuid or id in (
      select paper_id from official_paper_dossier where commune_code = ${communeCode} and dossier_id = ${dossierId}::uuid))
    order by issued_at, id`.execute(db);
  return rows;
}

/** An issued paper in a list of the commune's papers. */
export interface ListedPaper extends Pick<PaperLine, 'id' | 'kind' | 'number' | 'title' | 'suffix' | 'former' | 'issued_at' | 'issued_by_name'> {
  readonly dossier_id: string | null;
  readonly about: string | null;
  readonly person: string | null;
  readonly holds: boolean;
}

/** The newest papers of a commune, at most `limit`: those issued from one instant up to another, and of one kind, where that is asked for. */
export async function listPapers(
  db: Database,
  wanted: { readonly communeCode: string; readonly from: Date | null; readonly until: Date | null; readonly kind: PaperKind | null; readonly limit: number },
): Promise<readonly ListedPaper[]> {
  const { rows } = await sql<ListedPaper>`
    select id, kind, number, view->'template'->>'title' as title, view->'template'->>'numberSuffix' as suffix, (select c.kind || ' ' || c.name from commune c where c.code = official_paper.former_commune) as former, issued_at, issued_by_name, dossier_id,
      case kind when 'register-book' then (view->>'from') || '/' || (view->>'to') when 'hand-over-slip' then (view->'from'->>'unit') || ' → ' || (view->'to'->>'unit') else view->>'code' end as about,
      coalesce(view->'applicant'->>'fullName', case when jsonb_typeof(view->'applicant') = 'string' then view->>'applicant' end, case when kind = 'envelope-label' then view->'to'->>'name' end) as person,
      voided_at is null as holds
    from official_paper
    where commune_code = ${wanted.communeCode}
      ${wanted.from === null ? sql`` : sql`and issued_at >= ${wanted.from}`} ${wanted.until === null ? sql`` : sql`and issued_at < ${wanted.until}`}
      ${wanted.kind === null ? sql`` : sql`and kind = ${wanted.kind}`}
    order by issued_at desc, id limit ${wanted.limit}`.execute(db);
  return rows;
}

/** The hand-over slips that hold and name these dossiers. */
export async function listSlipsOf(db: Database, communeCode: string, dossierIds: readonly string[]): Promise<readonly { readonly dossier_id: string; readonly number: number; readonly suffix: string | null; readonly what: string }[]> {
  const { rows } = await sql<{ dossier_id: string; number: number; suffix: string | null; what: string }>`
    select d.dossier_id, p.number, p.view->'template'->>'numberSuffix' as suffix, p.view->>'what' as what
    from official_paper_dossier d join official_paper p on p.commune_code = d.commune_code and p.id = d.paper_id
    where d.commune_code = ${communeCode} and d.dossier_id = any(${[...dossierIds]}::uuid[]) and p.kind = 'hand-over-slip' and p.voided_at is null
    order by p.issued_at desc`.execute(db);
  return rows;
}

/** Says which dossiers a paper about several is about. */
export async function linkDossiers(tx: Tx, communeCode: string, paperId: string, dossierIds: readonly string[]): Promise<void> {
  await tx.insertInto('official_paper_dossier').values(dossierIds.map((id) => ({ commune_code: communeCode, paper_id: paperId, dossier_id: id }))).execute();
}

/** Writes the end of a paper that still holds; false when it does not hold any more. */
export async function endPaper(
  tx: Tx,
  communeCode: string,
  id: string,
  end: Required<Pick<Updateable<OfficialPaperTable>, 'voided_at' | 'voided_by' | 'voided_by_name' | 'void_reason' | 'replaced_by'>>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx.updateTable('official_paper').set(end).where('commune_code', '=', communeCode).where('id', '=', id).where('voided_at', 'is', null).executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** How many papers of a kind a commune has issued. */
export async function countPapersOfKind(db: Database, communeCode: string, kind: PaperKind): Promise<number> {
  const { count } = await db.selectFrom('official_paper').select((row) => row.fn.countAll<number>().as('count')).where('commune_code', '=', communeCode).where('kind', '=', kind).executeTakeFirstOrThrow();
  return count;
}
