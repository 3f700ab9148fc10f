import { type Database } from '../../../platform/db/database.ts';

/** One line of a book: a document that was certified. */
export interface RegisterRow {
  readonly dossierId: string;
  readonly number: number;
  readonly volume: number;
  readonly year: number;
  readonly signedAt: Date;
  readonly requester: string;
  readonly identityPaper: string | null;
  readonly document: string;
  readonly signerName: string;
  readonly signerTitle: string;
  readonly copies: number;
  readonly fee: number;
}

/** The lines of a book that were signed from one instant until before another, by number; at most `limit`. */
export async function listRegister(db: Database, communeCode: string, book: string, from: Date, to: Date, limit: number): Promise<readonly RegisterRow[]> {
  const rows = await db
    .selectFrom('certified_document as d')
    .innerJoin('certification as c', (join) => join.onRef('c.commune_code', '=', 'd.commune_code').onRef('c.dossier_id', '=', 'd.dossier_id'))
    .select(['d.dossier_id as dossierId', 'd.number', 'd.book_volume', 'd.book_year', 'c.signed_at', 'c.requester_name as requester', 'c.identity_paper as identityPaper', 'd.name as document', 'c.signed_by_name', 'c.signed_by_title', 'd.copies', 'd.fee'])
    .where('d.commune_code', '=', communeCode)
    .where('d.book', '=', book)
    .where('d.number', 'is not', null)
    .where('c.signed_at', '>=', from)
    .where('c.signed_at', '<', to)
    .orderBy('d.book_year')
    .orderBy('d.number')
    .limit(limit)
    .execute();
  return rows.map(({ number, book_volume, book_year, signed_at, signed_by_name, signed_by_title, fee, ...row }) => {
    if (number === null || book_volume === null || book_year === null || signed_at === null) throw new Error(`document of dossier ${row.dossierId} is in the book without its number`);
    return { ...row, number, volume: book_volume, year: book_year, signedAt: signed_at, signerName: signed_by_name ?? '', signerTitle: signed_by_title ?? '', fee };
  });
}
