import { sql } from 'kysely';
import { type Database } from '../db/database.ts';
import { type OutboxEvent, type Subscriber } from './job.ts';
import { MAX_ATTEMPTS, retryDelay } from './retry-delay.ts';

/** How long somebody may work on a message before it counts as abandoned, for example by a power cut. */
const LEASE_MS = 5 * 60_000;
const FAN_OUT = 200;

/** Hands waiting messages to their subscribers, one task each, in one statement; answers how many messages there were. */
export async function fanOut(db: Database, subscribers: readonly Subscriber[], now: Date): Promise<number> {
  const wishes = JSON.stringify(subscribers.flatMap(({ name, topics }) => topics.map((topic) => ({ topic, subscriber: name }))));
  const { rows } = await sql<{ n: number }>`
    with taken as (
      select commune_code, id, topic from outbox where done_at is null order by created_at limit ${FAN_OUT} for update skip locked),
    tasks as (
      insert into outbox_task (commune_code, message_id, subscriber, state, attempts, next_at)
      select t.commune_code, t.id, w.subscriber, 'waiting', 0, ${now}::timestamptz
      from taken t join jsonb_to_recordset(${wishes}::jsonb) as w (topic text, subscriber text) on w.topic = t.topic
      on conflict do nothing),
    told as (
      update outbox o set done_at = ${now}::timestamptz from taken t where o.commune_code = t.commune_code and o.id = t.id returning o.id)
    select count(*) as n from told`.execute(db);
  return rows[0]?.n ?? 0;
}

interface ClaimedTask extends OutboxEvent {
  readonly subscriber: string;
  readonly attempts: number;
}

/** Takes one due task for this process. The attempt is counted before the work, so that work that kills the program is given up too. */
async function claimTask(db: Database, now: Date): Promise<ClaimedTask | undefined> {
  const { rows } = await sql<ClaimedTask>`
    with due as (
      select commune_code, message_id, subscriber from outbox_task
      where state = 'waiting' and next_at <= ${now}::timestamptz order by next_at limit 1 for update skip locked),
    mine as (
      update outbox_task t set attempts = t.attempts + 1, next_at = ${new Date(now.getTime() + LEASE_MS)}::timestamptz from due d
      where t.commune_code = d.commune_code and t.message_id = d.message_id and t.subscriber = d.subscriber
      returning t.commune_code, t.message_id, t.subscriber, t.attempts)
    select m.commune_code as "communeCode", m.message_id as id, m.subscriber, m.attempts, o.topic, o.payload, o.created_at as "createdAt"
    from mine m join outbox o on o.commune_code = m.commune_code and o.id = m.message_id`.execute(db);
  return rows[0];
}

/** Another process took an abandoned task over meanwhile: what was done here is undone. */
class TakenOver extends Error {}

/** Works on one due task; false when there is none. A failure is written down with the time of the next try, never thrown. */
export async function runNextTask(db: Database, subscribers: readonly Subscriber[], now: Date): Promise<boolean> {
  const task = await claimTask(db, now);
  if (task === undefined) return false;
  const row = { commune: task.communeCode, message: task.id, subscriber: task.subscriber, attempts: task.attempts };
  try {
    const subscriber = subscribers.find(({ name }) => name === task.subscriber);
    if (subscriber === undefined) throw new Error('nobody of this name listens any more');
    await db.transaction().execute(async (tx) => {
      await subscriber.handle(tx, task, now);
      const { rows } = await sql`delete from outbox_task where ${theTask(row)} returning subscriber`.execute(tx);
      if (rows.length === 0) throw new TakenOver();
    });
  } catch (error) {
    const next = new Date(now.getTime() + retryDelay(task.attempts));
    const state = task.attempts >= MAX_ATTEMPTS ? 'dead' : 'waiting';
    await sql`update outbox_task set state = ${state}, next_at = ${next}, last_error = ${errorWords(error)} where ${theTask(row)}`.execute(db);
  }
  return true;
}

/** How long a message that everybody heard is kept, in milliseconds. */
const KEPT_MS = 30 * 24 * 3_600_000;

/** Removes messages that were handed out a month ago and that nobody still works on. */
export async function forgetToldMessages(db: Database, now: Date): Promise<void> {
  await sql`delete from outbox o where done_at < ${new Date(now.getTime() - KEPT_MS)}
    and not exists (select from outbox_task t where t.commune_code = o.commune_code and t.message_id = o.id)`.execute(db);
}

function theTask(row: { readonly commune: string; readonly message: string; readonly subscriber: string; readonly attempts: number }) {
  return sql`commune_code = ${row.commune} and message_id = ${row.message} and subscriber = ${row.subscriber} and attempts = ${row.attempts}`;
}

/** What went wrong, short: the message alone, because details of a failed statement may carry what people typed. */
export function errorWords(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 300);
}
