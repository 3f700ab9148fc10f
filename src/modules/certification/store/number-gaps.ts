import { sql } from 'kysely';
import { type Database, type Tx } from '../../../platform/db/database.ts';

/** What the certified documents of one book and year say about its numbers. */
export interface RecordedNumbers {
  /** Numbers up to `last` under which nothing stands, as runs. */
  readonly gaps: readonly { readonly from: number; readonly to: number }[];
  readonly count: number;
  /** The highest one; 0: none. */
  readonly highest: number;
  /** The local day of the newest. */
  readonly newestOn: string | null;
}

/** Reads the numbers of a book such as `SCT/BS` in a year, with what is missing among them up to the last that was given. */
export async function findCertificationNumbers(db: Database | Tx, communeCode: string, book: string, year: number, last: number): Promise<RecordedNumbers> {
  const { rows: gaps } = await sql<{ from: number; to: number }>`
    select before + 1 as "from", number - 1 as "to" from (
      select number, lag(number, 1, 0::bigint) over (order by number) as before from (
        select number::bigint as number from certified_document where commune_code = ${communeCode} and book = ${book} and book_year = ${year} and number is not null
        union all select ${last}::bigint + 1) n) g
    where number > before + 1 order by 1 limit 500`.execute(db);
  const { rows: [about] } = await sql<Omit<RecordedNumbers, 'gaps'>>`
    select count(*)::int as count, coalesce(max(d.number), 0)::bigint as highest, to_char(max(c.signed_at) at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD') as "newestOn"
    from certified_document d join certification c on c.commune_code = d.commune_code and c.dossier_id = d.dossier_id
    where d.commune_code = ${communeCode} and d.book = ${book} and d.book_year = ${year} and d.number is not null`.execute(db);
  return { gaps, ...(about ?? { count: 0, highest: 0, newestOn: null }) };
}
