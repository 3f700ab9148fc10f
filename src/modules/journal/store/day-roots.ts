import { sql } from 'kysely';
import { type Database } from '../../../platform/db/database.ts';

/** A finished day: how many entries it has, and the hash after its last one. */
export interface DayRoot {
  readonly day: string;
  readonly count: number;
  readonly root: string;
}

/** The newest days before one, newest first, whether they lie in the tables or in sealed archives; each is found by one step of the index, however many entries it has. */
export async function listDayRoots(db: Database, communeCode: string, before: string, most: number): Promise<readonly DayRoot[]> {
  const { rows } = await sql<DayRoot>`
    with recursive d as (
      (select day, seq, hash, 1 as n from journal where commune_code = ${communeCode} and day < ${before}::date order by day desc, seq desc limit 1)
      union all
      select b.day, b.seq, b.hash, d.n + 1
      from d cross join lateral (select day, seq, hash from journal where commune_code = ${communeCode} and day < d.day order by day desc, seq desc limit 1) b
      where d.n < ${most}::int)
    select day, seq as count, encode(hash, 'hex') as root from d order by day desc`.execute(db);
  if (rows.length >= most) return rows;
  const { rows: archived } = await sql<DayRoot>`
    select r.day, r.count, r.root from journal_archive a cross join lateral jsonb_to_recordset(a.roots) as r (day date, count bigint, root text)
    where a.commune_code = ${communeCode} and r.day < ${before}::date order by r.day desc limit ${most - rows.length}`.execute(db);
  return [...rows, ...archived];
}

/** One day; undefined when nothing was written on it. */
export async function findDayRoot(db: Database, communeCode: string, day: string): Promise<DayRoot | undefined> {
  const { rows } = await sql<DayRoot>`
    select day, seq as count, encode(hash, 'hex') as root from journal where commune_code = ${communeCode} and day = ${day}::date order by seq desc limit 1`.execute(db);
  if (rows[0] !== undefined) return rows[0];
  const { rows: [archived] } = await sql<DayRoot>`
    select r.day, r.count, r.root from journal_archive a cross join lateral jsonb_to_recordset(a.roots) as r (day date, count bigint, root text)
    where a.commune_code = ${communeCode} and r.day = ${day}::date`.execute(db);
  return archived;
}
