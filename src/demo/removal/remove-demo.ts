import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { dateAt } from '../../kernel/local-time.ts';
import { ok, type Problem, refuse, type Result } from '../../kernel/result.ts';
import { hashPassword } from '../../modules/identity/index.ts';
import { type Database, type Tx } from '../../platform/db/database.ts';
import { readDemoPictures } from '../demo-pictures.ts';
import { DEMO_ACCOUNT } from '../money/demo-account.ts';
import { markDemoRemoved } from '../demo-mark.ts';
import { writeDemoJournal } from '../write-journal.ts';
import { collectDoomedRows, DOOMED } from './doomed-rows.ts';
import { removeEmptyCommunes } from './remove-empty-communes.ts';
import { readSyntheticSchema, type SyntheticSchema } from './synthetic-tables.ts';

/** A demonstration row that had to stay because a real row refers to it. */
export interface KeptRow {
  readonly table: string;
  readonly id: string;
  /** A name, title or code by which people know it. */
  readonly name: string;
}

/** What a removal took out and what it left. */
export interface DemoRemoval {
  /** Rows by table; tables of which none went are not named. */
  readonly removed: Readonly<Record<string, number>>;
  readonly kept: readonly KeptRow[];
  /** Codes of communes that nothing was left of. */
  readonly communes: readonly string[];
}

/** A removal after which nobody could sign in to what has to stay. */
export type DemoRemovalProblem = Problem<'demo.nobody-could-sign-in'>;

/**
 * Takes every demonstration row out, all or nothing, as the owner of the schema; real rows stay with everything that they refer to.
 * Accounts that have to stay can no longer sign in. A commune of which nothing real is left goes with its calendar and settings;
 * journal and number counters stay. The next start does not load the demonstration again. Refuses when real rows stay but no real
 * administrator does; `communes` says where.
 */
export async function removeDemo(ownerDb: Database, now: Date): Promise<Result<DemoRemoval, DemoRemovalProblem>> {
  return tryRemoval(ownerDb, now, await hashPassword(randomUUID()), 'for-good');
}

/** What `removeDemo` would answer now; changes nothing. */
export function rehearseDemoRemoval(ownerDb: Database, now: Date): Promise<Result<DemoRemoval, DemoRemovalProblem>> {
  return tryRemoval(ownerDb, now, 'nobody', 'rehearsal');
}

async function tryRemoval(ownerDb: Database, now: Date, nobodysPassword: string, purpose: 'for-good' | 'rehearsal'): Promise<Result<DemoRemoval, DemoRemovalProblem>> {
  const tx = await ownerDb.startTransaction().execute();
  try {
    const outcome = await remove(tx, now, nobodysPassword);
    if (outcome.ok && purpose === 'for-good') await tx.commit().execute();
    return outcome;
  } finally {
    if (!tx.isCommitted) await tx.rollback().execute();
  }
}

/** Demonstration rows by table; empty when there are none. */
export async function countDemoRows(db: Database): Promise<Readonly<Record<string, number>>> {
  return db.transaction().execute(async (tx) => {
    const counts: Record<string, number> = {};
    for (const { name } of (await readSyntheticSchema(tx)).tables) {
      const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(name)} where synthetic`.execute(tx);
      const n = rows[0]?.n ?? 0;
      if (n > 0) counts[name] = n;
    }
    return counts;
  });
}

async function remove(tx: Tx, now: Date, nobodysPassword: string): Promise<Result<DemoRemoval, DemoRemovalProblem>> {
  const schema = await readSyntheticSchema(tx);
  // Whoever writes waits until this is over: nobody may refer to a row that is about to go.
  await sql`lock table ${sql.join(schema.tables.map(({ name }) => sql.table(name)))} in share row exclusive mode`.execute(tx);
  const communes = await listDemoCommunes(tx, schema);
  if (communes.length === 0) return ok({ removed: {}, kept: [], communes: [] });
  await collectDoomedRows(tx, schema);
  // Rows that go together refer to each other: what is left is looked at when all of them are gone.
  await sql`set constraints all deferred`.execute(tx);
  await removeAccount(tx, communes);
  await sql`delete from outbox where payload->>'dossierId' in (select id::text from ${DOOMED})`.execute(tx);
  const removed: Record<string, number> = {};
  const count = (table: string, rows: bigint | undefined): void => {
    if (rows !== undefined && rows > 0n) removed[table] = (removed[table] ?? 0) + Number(rows);
  };
  for (const { name, owner } of schema.parts) {
    count(name, (await sql`delete from ${sql.table(name)} where ${sql.ref(owner)} in (select id from ${DOOMED})`.execute(tx)).numAffectedRows);
  }
  for (const { hasId, name } of schema.tables) {
    const which = hasId ? sql`id in (select id from ${DOOMED})` : sql`synthetic`;
    count(name, (await sql`delete from ${sql.table(name)} where ${which}`.execute(tx)).numAffectedRows);
  }
  count('stored_file', await removePictures(tx));
  await restartBooks(tx, communes);
  const kept = await listKept(tx, schema);
  await closeAccounts(tx, nobodysPassword);
  const emptied = await removeEmptyCommunes(tx, communes);
  const locked = await listLockedCommunes(tx, communes.filter((code) => !emptied.includes(code)), now);
  if (locked.length > 0) return refuse('demo.nobody-could-sign-in', { communes: locked });
  await sql`set constraints all immediate`.execute(tx);
  await markDemoRemoved(tx, now);
  for (const code of communes) await writeDemoJournal(tx, code, 'demo.removed', { ...removed, kept: kept.length }, now);
  return ok({ removed, kept, communes: emptied });
}

async function listDemoCommunes(tx: Tx, schema: SyntheticSchema): Promise<readonly string[]> {
  const found = sql.join(schema.tables.map(({ name }) => sql`select commune_code from ${sql.table(name)} where synthetic`), sql` union `);
  const { rows } = await sql<{ commune_code: string }>`select commune_code from (${found}) as demo order by commune_code`.execute(tx);
  return rows.map((row) => row.commune_code);
}

async function listKept(tx: Tx, schema: SyntheticSchema): Promise<readonly KeptRow[]> {
  const kept: KeptRow[] = [];
  for (const { hasId, name } of schema.tables) {
    if (!hasId) continue;
    const { rows } = await sql<KeptRow>`
      select ${name} as "table", t.id, coalesce(r->>'full_name', r->>'name', r->>'code', r->>'title', t.id::text) as name
      from ${sql.table(name)} t cross join lateral to_jsonb(t) r where t.synthetic order by 3`.execute(tx);
    kept.push(...rows);
  }
  return kept;
}

/** Nobody may pay into the account of the demonstration afterwards. */
async function removeAccount(tx: Tx, communes: readonly string[]): Promise<void> {
  await sql`delete from setting where commune_code = any(${[...communes]}) and key = 'bank-account' and value->>'number' = ${DEMO_ACCOUNT.number}`.execute(tx);
}

/** The demonstration's own pictures, unless a paper that stays shows one; other uploads stay for whoever made them. */
async function removePictures(tx: Tx): Promise<bigint | undefined> {
  const hashes = (await readDemoPictures()).map(({ sha256 }) => sha256);
  const unused = sql`not exists (select from paper_file p where p.commune_code = f.commune_code and p.sha256 = f.sha256)`;
  return (await sql`delete from stored_file f where sha256 = any(${hashes}) and ${unused}`.execute(tx)).numAffectedRows;
}

/**
 * A yearly book of certifications in which nothing real stands begins with 1 again (TT 01/2020/TT-BTP, Điều 4): the numbers of the
 * demonstration were never on a paper. With one real number in it the book goes on.
 */
async function restartBooks(tx: Tx, communes: readonly string[]): Promise<void> {
  await sql`
    delete from number_counter c
    where c.commune_code = any(${[...communes]}) and c.book like 'certification:%' and not exists (
      select from certified_document d
      where d.commune_code = c.commune_code and d.number is not null and c.book = 'certification:' || d.book and c.period = d.book_year::text)`.execute(tx);
}

/** Communes that stay without anybody who may let others in. */
async function listLockedCommunes(tx: Tx, communes: readonly string[], now: Date): Promise<readonly string[]> {
  const today = dateAt(now.getTime());
  const open = await tx
    .selectFrom('staff')
    .innerJoin('staff_position as p', (join) => join.onRef('p.commune_code', '=', 'staff.commune_code').onRef('p.staff_id', '=', 'staff.id'))
    .select('staff.commune_code')
    .where('staff.active', '=', true)
    .where('p.role', '=', 'administrator')
    .where('p.valid_from', '<=', today)
    .where((where) => where.or([where('p.valid_to', 'is', null), where('p.valid_to', '>=', today)]))
    .execute();
  return communes.filter((code) => !open.some((row) => row.commune_code === code));
}

/** The demonstration's password is known to everybody. */
async function closeAccounts(tx: Tx, nobodysPassword: string): Promise<void> {
  const closed = await tx.updateTable('staff').set({ active: false, password_hash: nobodysPassword }).where('synthetic', '=', true).returning('id').execute();
  if (closed.length === 0) return;
  const ids = closed.map(({ id }) => id);
  await tx.deleteFrom('staff_session').where('staff_id', 'in', ids).execute();
  await tx.deleteFrom('known_device').where('staff_id', 'in', ids).execute();
}
