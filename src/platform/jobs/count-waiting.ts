import { sql } from 'kysely';
import { type Database } from '../db/database.ts';

/** Messages of a commune that were not handed to everybody yet, those that were given up until somebody looks included. */
export async function countWaitingMessages(db: Database, communeCode: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select (select count(*) from outbox where commune_code = ${communeCode} and done_at is null)::int
      + (select count(*) from outbox_task where commune_code = ${communeCode})::int as n`.execute(db);
  return rows[0]?.n ?? 0;
}
