import { sql } from 'kysely';
import { type LocalDate } from '../../../kernel/local-time.ts';
import { type Database } from '../../../platform/db/database.ts';

/** How often one poster was scanned on one day since the last writing. */
export interface ScanCount {
  readonly communeCode: string;
  readonly procedureCode: string;
  readonly day: LocalDate;
  readonly scans: number;
}

/** Adds counts to those of the days. Nothing about the person or the device is kept. */
export async function addScans(db: Database, counts: readonly ScanCount[]): Promise<void> {
  if (counts.length === 0) return;
  await db
    .insertInto('poster_scan')
    .values(counts.map(({ communeCode, procedureCode, day, scans }) => ({ commune_code: communeCode, procedure_code: procedureCode, day, scans })))
    .onConflict((conflict) =>
      conflict.columns(['commune_code', 'procedure_code', 'day']).doUpdateSet({ scans: sql<number>`poster_scan.scans + excluded.scans` }),
    )
    .execute();
}

/** The counts of a commune between two days, both included, by procedure. */
export async function sumScans(db: Database, communeCode: string, from: LocalDate, to: LocalDate): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('poster_scan')
    .select(({ fn }) => ['procedure_code', fn.sum<number>('scans').as('scans')])
    .where('commune_code', '=', communeCode)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .groupBy('procedure_code')
    .execute();
  return new Map(rows.map((row) => [row.procedure_code, row.scans]));
}
