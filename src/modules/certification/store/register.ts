import { sql } from 'kysely';
import { type Database } from '../../../platform/db/database.ts';

/** One line of a book: a document that was certified. */
export interface RegisterRow {
  readonly dossierId: string;
  readonly number: number;
  readonly volume: number;
  readonly year: number;
  /** Kind and name of the commune in whose book it stands, where that one has gone over into this one. */
  readonly former: string | null;
  readonly formerCode: string | null;
  readonly signedAt: Date;
  readonly requester: string;
  readonly identityPaper: string | null;
  readonly document: string;
  readonly signerName: string;
  readonly signerTitle: string;
  readonly copies: number;
  readonly fee: number;
  readonly feeReceipt: string | null;
}

/** Which lines of which book: signed from one instant until before another, and found by a number or by folded words. */
export interface RegisterFilter {
  readonly communeCode: string;
  readonly book: string;
  readonly from: Date;
  readonly to: Date;
  readonly number: number | null;
  readonly words: readonly string[];
}

/** A place in a book. A number may stand twice: once in the book of a commune that has gone over into this one (`former`, its code; empty for this one's). */
export interface RegisterPlace {
  readonly year: number;
  readonly number: number;
  readonly former: string;
}

function entered(db: Database, { communeCode, book, from, to, number, words }: RegisterFilter) {
  const all = db
    .selectFrom('certified_document as d')
    .innerJoin('certification as c', (join) => join.onRef('c.commune_code', '=', 'd.commune_code').onRef('c.dossier_id', '=', 'd.dossier_id'))
    .where('d.commune_code', '=', communeCode)
    .where('d.book', '=', book)
    .where('d.number', 'is not', null)
    .where('c.signed_at', '>=', from)
    .where('c.signed_at', '<', to)
    .$if(number !== null, (query) => query.where('d.number', '=', number));
  // Folded words are letters and digits alone: nothing in them means anything to LIKE.
  return words.reduce((query, word) => query.where('d.search_text', 'like', `%${word}%`), all);
}

const PLACE = sql`(d.book_year, d.number, coalesce(d.former_commune, ''))`;

/** Lines of a book in their order, or the newest first, after a place; at most `limit`. */
export async function listRegister(db: Database, filter: RegisterFilter, order: 'asc' | 'desc', after: RegisterPlace | null, limit: number): Promise<readonly RegisterRow[]> {
  const rows = await entered(db, filter)
    .leftJoin('commune as former', 'former.code', 'd.former_commune')
    .$if(after !== null, (query) => query.where(order === 'asc' ? sql<boolean>`${PLACE} > (${after?.year}, ${after?.number}, ${after?.former})` : sql<boolean>`${PLACE} < (${after?.year}, ${after?.number}, ${after?.former})`))
    .select([
      'd.dossier_id as dossierId', 'd.number', 'd.book_volume', 'd.book_year', 'd.former_commune as formerCode', sql<string | null>`former.kind || ' ' || former.name`.as('former'), 'c.signed_at', 'c.requester_name as requester', 'c.identity_paper as identityPaper', 'd.name as document',
      'c.signed_by_name', 'c.signed_by_title', 'd.copies', 'd.fee', 'c.fee_receipt as feeReceipt',
    ])
    .orderBy('d.book_year', order)
    .orderBy('d.number', order)
    .orderBy(sql`coalesce(d.former_commune, '')`, order)
    .limit(limit)
    .execute();
  return rows.map(({ number, book_volume, book_year, signed_at, signed_by_name, signed_by_title, ...row }) => {
    if (number === null || book_volume === null || book_year === null || signed_at === null) throw new Error(`document of dossier ${row.dossierId} is in the book without its number`);
    return { ...row, number, volume: book_volume, year: book_year, signedAt: signed_at, signerName: signed_by_name ?? '', signerTitle: signed_by_title ?? '' };
  });
}

/** Numbers, copies and fee of the lines of a book. */
export async function sumRegister(db: Database, filter: RegisterFilter): Promise<{ readonly count: number; readonly copies: number; readonly fee: number }> {
  return entered(db, filter)
    .select([sql<number>`count(*)`.as('count'), sql<number>`coalesce(sum(d.copies), 0)::bigint`.as('copies'), sql<number>`coalesce(sum(d.fee), 0)::bigint`.as('fee')])
    .executeTakeFirstOrThrow();
}

/** The names of documents that were certified at least twice since an instant, the most frequent first; at most `limit`. */
export async function listDocumentNames(db: Database, communeCode: string, since: Date, limit: number): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('certified_document as d')
    .innerJoin('certification as c', (join) => join.onRef('c.commune_code', '=', 'd.commune_code').onRef('c.dossier_id', '=', 'd.dossier_id'))
    .select('d.name')
    .where('c.commune_code', '=', communeCode)
    .where('c.created_at', '>=', since)
    .groupBy('d.name')
    // What was certified once may name a person or a number of a paper; a kind of paper comes again.
    .having(sql<boolean>`count(*) > 1`)
    .orderBy(sql`count(*)`, 'desc')
    .orderBy('d.name')
    .limit(limit)
    .execute();
  return rows.map(({ name }) => name);
}
