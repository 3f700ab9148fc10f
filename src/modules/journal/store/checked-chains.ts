import { sql } from 'kysely';
import { type Database } from '../../../platform/db/database.ts';
import { type ChainEnd, type ChainFault } from '../domain/check-chain.ts';

/** How far a chain was verified, and what was wrong with it if anything. */
export interface CheckedChain {
  readonly end: ChainEnd;
  readonly rows: number;
  readonly at: Date;
  /** When it was last verified from its beginning. */
  readonly wholeAt: Date;
  readonly fault: ChainFault | null;
}

/** What the last verification of a commune's journal noted; undefined when there was none. */
export async function findChecked(db: Database, communeCode: string): Promise<CheckedChain | undefined> {
  const { rows: [row] } = await sql<{ day: string; seq: number; hash: string; rows: number; at: Date; wholeAt: Date; fault: ChainFault | null }>`
    select day, seq, encode(hash, 'hex') as hash, row_count as rows, checked_at as at, whole_at as "wholeAt", fault from journal_checked where commune_code = ${communeCode}`.execute(db);
  return row === undefined ? undefined : { end: { day: row.day, seq: row.seq, hash: row.hash }, rows: row.rows, at: row.at, wholeAt: row.wholeAt, fault: row.fault };
}

/** Notes how far a chain was verified. */
export async function saveChecked(db: Database, communeCode: string, { end, rows, at, wholeAt, fault }: CheckedChain): Promise<void> {
  await sql`
    insert into journal_checked (commune_code, day, seq, hash, row_count, checked_at, whole_at, fault)
    values (${communeCode}, ${end.day}::date, ${end.seq}, decode(${end.hash}, 'hex'), ${rows}, ${at}, ${wholeAt}, ${fault === null ? null : JSON.stringify(fault)}::jsonb)
    on conflict (commune_code) do update set day = excluded.day, seq = excluded.seq, hash = excluded.hash, row_count = excluded.row_count,
      checked_at = excluded.checked_at, whole_at = excluded.whole_at, fault = excluded.fault`.execute(db);
}
