import { type Insertable, type Selectable, sql } from 'kysely';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type ExchangeMessageTable } from '../../../platform/db/tables.generated.ts';

export type MessageRow = Selectable<ExchangeMessageTable>;

/** Puts a message into the queue. */
export async function insertMessage(tx: Tx, row: Insertable<ExchangeMessageTable>): Promise<void> {
  await tx.insertInto('exchange_message').values(row).execute();
}

/** How many messages about dossiers wait or have failed. */
export async function countMessages(db: Database, communeCode: string, dossierIds: readonly string[]): Promise<readonly { readonly dossier_id: string; readonly waiting: number; readonly failed: number }[]> {
  if (dossierIds.length === 0) return [];
  const { rows } = await sql<{ dossier_id: string; waiting: number; failed: number }>`
    select dossier_id, count(*) filter (where state = 'waiting') as waiting, count(*) filter (where state = 'failed') as failed
    from exchange_message where commune_code = ${communeCode} and dossier_id = any(${[...dossierIds]}::uuid[]) and state in ('waiting', 'failed')
    group by dossier_id`.execute(db);
  return rows;
}

/** For how long a message belongs to whoever sends it. A sender that dies gives it back by this. */
const CLAIM_MS = 60_000;

/**
 * Takes messages that are due for sending; `communeCode` null: of every commune. A dossier's states go out in the order in which they
 * happened: while an earlier one waits or has failed, the later ones wait too. Two senders never take the same message.
 */
export async function claimDueMessages(db: Database, communeCode: string | null, now: Date, limit: number): Promise<readonly MessageRow[]> {
  const { rows } = await sql<MessageRow>`
    update exchange_message m set claimed_until = ${new Date(now.getTime() + CLAIM_MS)}, attempts = attempts + 1, last_tried_at = ${now}
    where (m.commune_code, m.id) in (
      select d.commune_code, d.id from exchange_message d
      where d.state = 'waiting' and d.next_try_at <= ${now} and (d.claimed_until is null or d.claimed_until < ${now}) and (${communeCode}::text is null or d.commune_code = ${communeCode})
        and not exists (select from exchange_message e where e.commune_code = d.commune_code and e.dossier_id = d.dossier_id and e.state in ('waiting', 'failed') and e.position < d.position)
      order by d.next_try_at limit ${limit} for update skip locked)
    returning m.*`.execute(db);
  return rows;
}

/** What became of a message. */
export type MessageChange = Partial<Pick<MessageRow, 'state' | 'attempts' | 'next_try_at' | 'claimed_until' | 'last_problem' | 'last_detail' | 'closed_at' | 'closed_by' | 'closed_by_name'>>;

/** Changes a message that is not closed yet. */
export async function updateMessage(tx: Tx, communeCode: string, id: string, change: MessageChange): Promise<void> {
  await tx.updateTable('exchange_message').set(change).where('commune_code', '=', communeCode).where('id', '=', id).where('closed_at', 'is', null).execute();
}

/** One message, locked until the transaction ends. */
export function lockMessage(tx: Tx, communeCode: string, id: string): Promise<MessageRow | undefined> {
  return tx.selectFrom('exchange_message').selectAll().where('commune_code', '=', communeCode).where('id', '=', id).forUpdate().executeTakeFirst();
}

/** Has every message of a commune that waits or has failed tried at once, from the beginning. Answers how many. */
export async function hastenMessages(tx: Tx, communeCode: string, now: Date): Promise<number> {
  const changed = await tx.updateTable('exchange_message').set({ state: 'waiting', attempts: 0, next_try_at: now, claimed_until: null }).where('commune_code', '=', communeCode).where('state', 'in', ['waiting', 'failed']).returning('id').execute();
  return changed.length;
}

/** Messages of a commune: those that are not there yet, oldest first, or those that are, newest first. */
export function listMessages(db: Database, communeCode: string, open: boolean, limit: number): Promise<readonly MessageRow[]> {
  const query = db.selectFrom('exchange_message').selectAll().where('commune_code', '=', communeCode).limit(limit);
  return open ? query.where('state', 'in', ['waiting', 'failed']).orderBy('position').execute() : query.where('state', 'in', ['sent', 'by-hand']).orderBy('closed_at', 'desc').orderBy('id').execute();
}

/** How many messages of a commune were given up, and how many wait for their next try. */
export async function countOpenMessages(db: Database, communeCode: string): Promise<{ readonly failed: number; readonly waiting: number }> {
  const { rows } = await sql<{ failed: number; waiting: number }>`
    select count(*) filter (where state = 'failed') as failed, count(*) filter (where state = 'waiting') as waiting
    from exchange_message where commune_code = ${communeCode} and state in ('waiting', 'failed')`.execute(db);
  return rows[0] ?? { failed: 0, waiting: 0 };
}
