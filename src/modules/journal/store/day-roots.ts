import { sql } from 'kysely';
import { type Database } from '../../../platform/db/database.ts';

/** A finished day: how many entries it has, and the hash after its last one. */
export interface DayRoot {
  readonly day: string;
  readonly count: number;
  readonly root: string;
}

/** The newest days before one, newest first; each is found by one step of the index, however many entries it has. */
export async function listDayRoots(db: Database, communeCode: string, before: string, most: number): Promise<readonly DayRoot[]> {
  const { rows } = await sql<DayRoot>`
    with recursive d as (
      (select day, seq, hash, 1 as n from journal where commune_code = ${communeCode} and day < ${before}::date order by day desc, seq desc limit 1)
      union all
      select b.day, b.seq, b.hash, d.n + 1
      from d cross join lateral (select day, seq, hash from journal where commune_code = ${communeCode} and day < d.day order by day desc, seq desc limit 1) b
      where d.n < ${most}::int)
    select day, seq as count, encode(hash, 'hex') as root from d order by day desc`.execute(db);
  return rows;
}

/** One day; undefined when nothing was written on it. */
export async function findDayRoot(db: Database, communeCode: string, day: string): Promise<DayRoot | undefined> {
  const { rows } = await sql<DayRoot>`
    select day, seq as count, encode(hash, 'hex') as root from journal where commune_code = ${communeCode} and day = ${day}::date order by seq desc limit 1`.execute(db);
  return rows[0];
}
