import { sql } from 'kysely';
import { type Database } from '../../../platform/db/database.ts';

/** What the hall may read of a day: no names, no procedures, only codes that stand on the slips. */
export interface ReadyResultsRow {
  readonly codes: readonly string[];
  readonly waiting: number;
  readonly received: number;
}

/**
 * The dossiers of a commune whose result lies at the counter: the codes of those that were ready since a moment, newest first, and how many lie
 * there in all; and how many dossiers were received since that moment.
 */
export async function findReadyResults(db: Database, communeCode: string, since: Date, most: number): Promise<ReadyResultsRow> {
  const { rows: [row] } = await sql<{ codes: string[] | null; waiting: number; received: number }>`
    with ready as (
      select code, decided_at from dossier
      where commune_code = ${communeCode} and state = 'decided' and delivery_method = 'counter' and delivery_state = 'waiting'
    )
    select
      (select array_agg(code order by decided_at desc) from (select code, decided_at from ready where decided_at >= ${since} order by decided_at desc limit ${most}) newest) as codes,
      (select count(*)::int from ready) as waiting,
      (select count(*)::int from dossier where commune_code = ${communeCode} and ended_at is null and received_at >= ${since})
        + (select count(*)::int from dossier where commune_code = ${communeCode} and ended_at >= ${since} and received_at >= ${since}) as received`.execute(db);
  return { codes: row?.codes ?? [], waiting: row?.waiting ?? 0, received: row?.received ?? 0 };
}
