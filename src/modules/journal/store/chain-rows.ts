import { sql } from 'kysely';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type ChainEnd, type ChainRow } from '../domain/check-chain.ts';

/** So many rows are read at once: large enough for speed, small enough for memory. */
const BATCH = 5000;

/** Which rows of a commune, by local day; null: from the beginning, to the end. */
export interface ChainRange {
  readonly communeCode: string;
  readonly from: string | null;
  readonly to: string | null;
  /** Only rows after this one. */
  readonly after?: Pick<ChainRow, 'day' | 'seq'> | undefined;
}

/** The rows of a range in their order, read part by part, so that a million of them need no memory. */
export async function* readChain(db: Database | Tx, { communeCode, from, to, after }: ChainRange): AsyncGenerator<readonly ChainRow[]> {
  let place: Pick<ChainRow, 'day' | 'seq'> = after ?? { day: from ?? '0001-01-01', seq: 0 };
  for (;;) {
    const { rows } = await sql<ChainRow>`
      select day, seq, extract(epoch from at) * 1000 as at, entry, encode(previous_hash, 'hex') as "previousHash", encode(hash, 'hex') as hash, object, actor_id as "actorId", action
      from journal
      where commune_code = ${communeCode} and (day, seq) > (${place.day}::date, ${place.seq}::bigint) and day <= ${to ?? '9999-12-31'}::date
      order by day, seq limit ${BATCH}`.execute(db);
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (rows.length < BATCH || last === undefined) return;
    place = last;
  }
}

/** The row before the first one of a day, in which the chain of that day hangs; undefined when there is none. */
export async function findRowBefore(db: Database, communeCode: string, day: string): Promise<ChainEnd | undefined> {
  const { rows } = await sql<ChainEnd>`
    select day, seq, encode(hash, 'hex') as hash from journal where commune_code = ${communeCode} and day < ${day}::date order by day desc, seq desc limit 1`.execute(db);
  return rows[0];
}

/** The row after the last one of a day; undefined when there is none. */
export async function findRowAfter(db: Database, communeCode: string, day: string): Promise<Pick<ChainRow, 'day' | 'seq' | 'previousHash'> | undefined> {
  const { rows } = await sql<Pick<ChainRow, 'day' | 'seq' | 'previousHash'>>`
    select day, seq, encode(previous_hash, 'hex') as "previousHash" from journal where commune_code = ${communeCode} and day > ${day}::date order by day, seq limit 1`.execute(db);
  return rows[0];
}

/** One row's hash; undefined when it is not in the tables. */
export async function findHashOf(db: Database, communeCode: string, { day, seq }: Pick<ChainRow, 'day' | 'seq'>): Promise<string | undefined> {
  const { rows } = await sql<{ hash: string }>`select encode(hash, 'hex') as hash from journal where commune_code = ${communeCode} and day = ${day}::date and seq = ${seq}::bigint`.execute(db);
  return rows[0]?.hash;
}

/** The head of a commune's chain; undefined when nothing was ever written. */
export async function findHead(db: Database, communeCode: string): Promise<ChainEnd | undefined> {
  const { rows } = await sql<ChainEnd>`select day, seq, encode(hash, 'hex') as hash from journal_head where commune_code = ${communeCode}`.execute(db);
  return rows[0];
}

/** Communes that have a journal, or a head without one. */
export async function listJournalCommunes(db: Database): Promise<readonly string[]> {
  const { rows } = await sql<{ code: string }>`
    with recursive known as (
      (select commune_code as code from journal order by commune_code limit 1)
      union all
      select (select commune_code from journal where commune_code > known.code order by commune_code limit 1) from known where known.code is not null)
    select code from known where code is not null union select commune_code from journal_head order by 1`.execute(db);
  return rows.map(({ code }) => code);
}
