import { type Database, type Tx } from '../db/database.ts';

/** A message that a subscriber could not handle: tried again later (`waiting`), or given up by the program (`dead`). */
export interface TroubledTask {
  readonly messageId: string;
  readonly subscriber: string;
  readonly topic: string;
  readonly state: 'waiting' | 'dead';
  readonly happenedAt: Date;
  readonly attempts: number;
  /** When a waiting one is tried next. */
  readonly nextAt: Date;
  readonly lastError: string | null;
  readonly payload: unknown;
}

/** Names one subscriber's work on one message. */
export interface TaskKey {
  readonly messageId: string;
  readonly subscriber: string;
}

const MOST = 200;

/** What went wrong in a commune and is not done: the given-up first, then what is tried again, oldest first, at most two hundred. */
export async function listTroubledTasks(db: Database, communeCode: string): Promise<readonly TroubledTask[]> {
  return db
    .selectFrom('outbox_task as t')
    .innerJoin('outbox as o', (join) => join.onRef('o.commune_code', '=', 't.commune_code').onRef('o.id', '=', 't.message_id'))
    .select(['t.message_id as messageId', 't.subscriber', 'o.topic', 't.state', 'o.created_at as happenedAt', 't.attempts', 't.next_at as nextAt', 't.last_error as lastError', 'o.payload'])
    .where('t.commune_code', '=', communeCode)
    .where((eb) => eb.or([eb('t.state', '=', 'dead'), eb('t.last_error', 'is not', null)]))
    .orderBy('t.state')
    .orderBy('o.created_at')
    .limit(MOST)
    .execute();
}

/** Has one of them tried again from the beginning; false when it does not lie there any more. */
export async function reviveTask(tx: Tx, communeCode: string, task: TaskKey, now: Date): Promise<boolean> {
  const revived = await tx
    .updateTable('outbox_task')
    .set({ state: 'waiting', attempts: 0, next_at: now, last_error: null })
    .where('commune_code', '=', communeCode)
    .where('message_id', '=', task.messageId)
    .where('subscriber', '=', task.subscriber)
    .where((eb) => eb.or([eb('state', '=', 'dead'), eb('last_error', 'is not', null)]))
    .returning('subscriber')
    .execute();
  return revived.length > 0;
}

/** Takes a dead one away for good; what it was and why it failed, for the journal. Undefined when it is not dead, or not there any more. */
export async function buryTask(tx: Tx, communeCode: string, task: TaskKey): Promise<{ readonly attempts: number; readonly lastError: string | null } | undefined> {
  return tx
    .deleteFrom('outbox_task')
    .where('commune_code', '=', communeCode)
    .where('message_id', '=', task.messageId)
    .where('subscriber', '=', task.subscriber)
    .where('state', '=', 'dead')
    .returning(['attempts', 'last_error as lastError'])
    .executeTakeFirst();
}
