import { sql } from 'kysely';
import { type Database, type Tx } from '../../../platform/db/database.ts';

/** The numbers of the requests about data in a year (“DL-2026-0007”), with what is missing among them up to the last that was given. */
export async function findRequestNumbers(db: Database | Tx, communeCode: string, year: number, last: number): Promise<{ readonly gaps: readonly { readonly from: number; readonly to: number }[]; readonly count: number; readonly highest: number; readonly newestOn: string | null }> {
  const prefix = `DL-${String(year)}-%`;
  const { rows: gaps } = await sql<{ from: number; to: number }>`
    select before + 1 as "from", number - 1 as "to" from (
      select number, lag(number, 1, 0::bigint) over (order by number) as before from (
        select split_part(code, '-', 3)::bigint as number from data_request where commune_code = ${communeCode} and code like ${prefix} union all select ${last}::bigint + 1) n) g
    where number > before + 1 order by 1 limit 500`.execute(db);
  const { rows: [about] } = await sql<{ count: number; highest: number; newestOn: string | null }>`
    select count(*)::int as count, coalesce(max(split_part(code, '-', 3)::bigint), 0) as highest, to_char(max(received_at) at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD') as "newestOn"
    from data_request where commune_code = ${communeCode} and code like ${prefix}`.execute(db);
  return { gaps, ...(about ?? { count: 0, highest: 0, newestOn: null }) };
}
