import { sql } from 'kysely';
import { type Database } from '../../../platform/db/database.ts';

/** How many of these settings a commune has a value of its own for, whether it holds already or is planned. */
export async function countOwnSettings(db: Database, communeCode: string, keys: readonly string[]): Promise<number> {
  const { rows: [row] } = await sql<{ count: number }>`
    select count(distinct key)::int as count from setting where commune_code = ${communeCode} and not withdrawn and key = any(${[...keys]}::text[])`.execute(db);
  return row?.count ?? 0;
}
