import { type Selectable, sql } from 'kysely';
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
 * Writes a paper under the next number of its commune, kind and year: the number is taken in the statement that uses it, and a
 * transaction that rolls back gives it back, so that there are neither gaps nor doubles.
 */
export async function insertPaper(tx: Tx, paper: NewPaper): Promise<number> {
  const { rows } = await sql<{ number: number }>`
    with counter as (
      insert into number_counter (commune_code, book, period, last) values (${paper.commune_code}, ${`paper:${paper.kind}`}, ${String(paper.year)}, 1)
      on conflict (commune_code, book, period) do update set last = number_counter.last + 1
      returning last)
    insert into official_paper (commune_code, id, kind, year, number, dossier_id, issued_at, issued_by, issued_by_name, view, content_hash, verification_code, command_id, synthetic)
    select ${paper.commune_code}, ${paper.id}::uuid, ${paper.kind}, ${paper.year}::integer, counter.last, ${paper.dossier_id}::uuid, ${paper.issued_at}::timestamptz,
      ${paper.issued_by}::uuid, ${paper.issued_by_name}, ${paper.view}::jsonb, ${paper.content_hash}, ${paper.verification_code}, ${paper.command_id}::uuid, ${paper.synthetic}::boolean
    from counter
    returning number`.execute(tx);
  const number = rows[0]?.number;
  if (number === undefined) throw new Error('the paper got no number');
  return number;
}

/** One paper of a commune; undefined when there is none. */
export async function findPaper(db: Database, communeCode: string, id: string): Promise<OfficialPaperRow | undefined> {
  return db.selectFrom('official_paper').selectAll().where('commune_code', '=', communeCode).where('id', '=', id).executeTakeFirst();
}
