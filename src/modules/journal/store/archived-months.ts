import { sql } from 'kysely';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type ArchivedDay, type ArchivedMonth } from '../domain/archive-header.ts';
import { type ChainEnd, CHAIN_START } from '../domain/check-chain.ts';
import { daysOfMonth } from '../domain/archive-months.ts';

/** The months of a commune that lie in sealed files, oldest first. */
export async function listArchivedMonths(db: Database | Tx, communeCode: string): Promise<readonly ArchivedMonth[]> {
  const { rows } = await sql<Omit<ArchivedMonth, 'last'> & { lastDay: string; lastSeq: number; lastHash: string }>`
    select to_char(month, 'YYYY-MM') as month, file, sha256, byte_count as "byteCount", row_count as rows, encode(previous_hash, 'hex') as "previousHash",
      last_day as "lastDay", last_seq as "lastSeq", encode(last_hash, 'hex') as "lastHash", roots
    from journal_archive where commune_code = ${communeCode} order by month`.execute(db);
  return rows.map(({ lastDay, lastSeq, lastHash, ...month }) => ({ ...month, last: { day: lastDay, seq: lastSeq, hash: lastHash } }));
}

/** The oldest month that is still in the tables, the hash before it, and the day of the newest entry; undefined when the tables are empty. */
export async function findOldestMonth(db: Database | Tx, communeCode: string): Promise<{ readonly month: string; readonly previousHash: string; readonly newest: string } | undefined> {
  const { rows: [oldest] } = await sql<{ month: string; previousHash: string; newest: string }>`
    select to_char(j.day, 'YYYY-MM') as month, encode(j.previous_hash, 'hex') as "previousHash", h.day as newest
    from journal j join journal_head h using (commune_code) where j.commune_code = ${communeCode} order by j.day, j.seq limit 1`.execute(db);
  return oldest;
}

/** The oldest month that is still in the tables, with what its archive will say; undefined when the tables are empty. */
export async function describeOldestMonth(tx: Tx, communeCode: string): Promise<(Pick<ArchivedMonth, 'month' | 'rows' | 'previousHash' | 'last' | 'roots'> & { readonly newest: string }) | undefined> {
  const oldest = await findOldestMonth(tx, communeCode);
  if (oldest === undefined) return undefined;
  const { first, after } = daysOfMonth(oldest.month);
  const { rows: roots } = await sql<ArchivedDay>`
    with recursive d as (
      (select day, seq, hash from journal where commune_code = ${communeCode} and day < ${after}::date and day >= ${first}::date order by day desc, seq desc limit 1)
      union all
      select b.day, b.seq, b.hash
      from d cross join lateral (select day, seq, hash from journal where commune_code = ${communeCode} and day < d.day and day >= ${first}::date order by day desc, seq desc limit 1) b)
    select day, seq as count, encode(hash, 'hex') as root from d order by day`.execute(tx);
  const end = roots.at(-1);
  const last: ChainEnd = end === undefined ? CHAIN_START : { day: end.day, seq: end.count, hash: end.root };
  return { ...oldest, rows: roots.reduce((sum, { count }) => sum + count, 0), last, roots };
}

/** Whether the month has an entry about one of these objects. */
export async function isSpokenOf(db: Database | Tx, communeCode: string, month: string, objects: readonly string[]): Promise<boolean> {
  if (objects.length === 0) return false;
  const { first, after } = daysOfMonth(month);
  const { rows } = await sql<{ found: boolean }>`
    select exists (select from journal where commune_code = ${communeCode} and object = any(${[...objects]}::text[]) and day >= ${first}::date and day < ${after}::date) as found`.execute(db);
  return rows[0]?.found === true;
}

/** Nobody else writes an archive of this commune until the end of the transaction, which may take as long as a large month needs. */
export async function lockArchives(tx: Tx, communeCode: string): Promise<void> {
  await sql`set local statement_timeout = 0`.execute(tx);
  await sql`set local idle_in_transaction_session_timeout = 0`.execute(tx);
  // The command line works as the owner, for no commune in particular; the function below asks for whom the work is.
  await sql`select set_config('xaso.commune', ${communeCode}, true)`.execute(tx);
  await sql`select pg_advisory_xact_lock(hashtext('journal-archive'), hashtext(${communeCode}))`.execute(tx);
}

/** Removes the rows of the oldest month against the seal of its file. Throws (XS010) when the seal is not that of these rows. */
export async function sealMonth(tx: Tx, communeCode: string, { month, file, sha256, byteCount, rows, previousHash, last, roots }: ArchivedMonth, now: Date): Promise<void> {
  await sql`select seal_journal_month(${communeCode}, ${daysOfMonth(month).first}::date, ${file}, ${sha256}, ${byteCount}, ${rows}, decode(${previousHash}, 'hex'), decode(${last.hash}, 'hex'), ${JSON.stringify(roots)}::jsonb, ${now})`.execute(tx);
}
