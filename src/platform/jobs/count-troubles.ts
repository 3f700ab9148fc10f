import { sql } from 'kysely';
import { type Database } from '../db/database.ts';

/** How many regular jobs of the installation fail, and how many messages of a commune were tried until the end. */
export async function countTroubles(db: Database, communeCode: string): Promise<{ readonly jobs: number; readonly tasks: number }> {
  const { rows: [row] } = await sql<{ jobs: number; tasks: number }>`
    select (select count(*)::int from scheduled_job where failures > 0) as jobs,
      (select count(*)::int from outbox_task where commune_code = ${communeCode} and state = 'dead') as tasks`.execute(db);
  return row ?? { jobs: 0, tasks: 0 };
}
