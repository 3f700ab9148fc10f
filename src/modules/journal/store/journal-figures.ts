import { sql } from 'kysely';
import { type Database } from '../../../platform/db/database.ts';

/** How many months of a commune's journal are sealed, and whether the last verification found something. */
export async function countJournal(db: Database, communeCode: string): Promise<{ readonly sealedMonths: number; readonly faults: number }> {
  const { rows: [row] } = await sql<{ sealedMonths: number; faults: number }>`
    select (select count(*)::int from journal_archive where commune_code = ${communeCode}) as "sealedMonths",
      (select count(*)::int from journal_checked where commune_code = ${communeCode} and fault is not null) as faults`.execute(db);
  return row ?? { sealedMonths: 0, faults: 0 };
}
