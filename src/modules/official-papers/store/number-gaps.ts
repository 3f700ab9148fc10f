import { sql } from 'kysely';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type PaperKind } from '../domain/paper-kind.ts';

/** What the issued papers of one kind and year say about their numbers. */
export interface RecordedPaperNumbers {
  readonly gaps: readonly { readonly from: number; readonly to: number }[];
  readonly count: number;
  readonly highest: number;
  readonly newestOn: string | null;
  /** Papers that were declared void, with the reason; their numbers stay taken. At most two hundred, the newest. */
  readonly voided: readonly { readonly number: number; readonly reason: string; readonly by: string }[];
}

/** Reads the numbers of a kind of papers in a year, with what is missing among them up to the last that was given, and what was declared void. */
export async function findPaperNumbers(db: Database | Tx, communeCode: string, kind: PaperKind, year: number, last: number): Promise<RecordedPaperNumbers> {
  const { rows: gaps } = await sql<{ from: number; to: number }>`
    select before + 1 as "from", number - 1 as "to" from (
      select number, lag(number, 1, 0::bigint) over (order by number) as before from (
        select number::bigint as number from official_paper where commune_code = ${communeCode} and kind = ${kind} and year = ${year} union all select ${last}::bigint + 1) n) g
    where number > before + 1 order by 1 limit 500`.execute(db);
  const { rows: [about] } = await sql<Pick<RecordedPaperNumbers, 'count' | 'highest' | 'newestOn'>>`
    select count(*)::int as count, coalesce(max(number), 0)::bigint as highest, to_char(max(issued_at) at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD') as "newestOn"
    from official_paper where commune_code = ${communeCode} and kind = ${kind} and year = ${year}`.execute(db);
  const { rows: voided } = await sql<{ number: number; reason: string; by: string }>`
    select number, void_reason as reason, voided_by_name as by from official_paper
    where commune_code = ${communeCode} and kind = ${kind} and year = ${year} and voided_at is not null order by number desc limit 200`.execute(db);
  return { gaps, voided, ...(about ?? { count: 0, highest: 0, newestOn: null }) };
}
