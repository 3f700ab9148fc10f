import { sql } from 'kysely';
import { type LocalDate } from '../../../kernel/local-time.ts';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { HOME_COMMUNE } from './commune.ts';

/** The communes that work for themselves, with their kind in front, in the order of names. */
export async function listWorkingCommunes(db: Database): Promise<readonly { readonly code: string; readonly name: string }[]> {
  return db
    .selectFrom('commune')
    .select(['code', sql<string>`upper(left(kind, 1)) || substr(kind, 2) || ' ' || name`.as('name')])
    .where('merged_into', 'is', null)
    .orderBy('name')
    .orderBy('code')
    .execute();
}

/** How many people with an open account administer a commune on a day. */
export async function countAdministrators(db: Database, communeCode: string, on: LocalDate): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(distinct s.id)::int as n from staff s join staff_position p on p.commune_code = s.commune_code and p.staff_id = s.id
    where s.commune_code = ${communeCode} and s.active and p.role = 'administrator' and p.valid_from <= ${on} and (p.valid_to is null or p.valid_to >= ${on})`.execute(db);
  return rows[0]?.n ?? 0;
}

/** Waits for writes under a commune that are on their way and lets none begin until the transaction ends. */
export async function lockCommune(tx: Tx, code: string): Promise<void> {
  await sql`select from commune where code = ${code} for update`.execute(tx);
}

/**
 * Closes a commune that has gone over into another: its sessions end, and the other one speaks on the public pages where it did. Answers
 * whether it did. The transaction must be the owner's: the application cannot close a commune.
 */
export async function closeCommune(tx: Tx, from: string, into: string, now: Date): Promise<boolean> {
  await tx.updateTable('commune').set({ merged_into: into, merged_at: now }).where('code', '=', from).execute();
  await tx.deleteFrom('staff_session').where('commune_code', '=', from).execute();
  return moveHome(tx, from, into, now);
}

/** Opens a commune again that had gone over. Everybody of both communes signs in again, because nobody can say by a session where its person belongs. */
export async function reopenCommune(tx: Tx, from: string, into: string, wasHome: boolean, now: Date): Promise<void> {
  await tx.updateTable('commune').set({ merged_into: null, merged_at: null }).where('code', '=', from).execute();
  await tx.deleteFrom('staff_session').where('commune_code', '=', into).execute();
  if (wasHome) await moveHome(tx, into, from, now);
}

async function moveHome(tx: Tx, from: string, into: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('setting')
    .set({ value: JSON.stringify(into), changed_at: now })
    .where('commune_code', '=', '*')
    .where('key', '=', HOME_COMMUNE)
    .where('value', '=', JSON.stringify(from))
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
