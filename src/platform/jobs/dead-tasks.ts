import { type Database, type Tx } from '../db/database.ts';

/** A message that a subscriber could not handle however often it was tried. */
export interface DeadTask {
  readonly messageId: string;
  readonly subscriber: string;
  readonly topic: string;
  readonly happenedAt: Date;
  readonly attempts: number;
  readonly lastError: string | null;
}

/** What was given up in a commune, oldest first, at most two hundred. */
export async function listDeadTasks(db: Database, communeCode: string): Promise<readonly DeadTask[]> {
  return db
    .selectFrom('outbox_task as t')
    .innerJoin('outbox as o', (join) => join.onRef('o.commune_code', '=', 't.commune_code').onRef('o.id', '=', 't.message_id'))
    .select(['t.message_id as messageId', 't.subscriber', 'o.topic', 'o.created_at as happenedAt', 't.attempts', 't.last_error as lastError'])
    .where('t.commune_code', '=', communeCode)
    .where('t.state', '=', 'dead')
    .orderBy('o.created_at')
    .limit(200)
    .execute();
}

/** Has one of them tried again from the beginning; false when it does not lie there any more. */
export async function reviveTask(tx: Tx, communeCode: string, task: { readonly messageId: string; readonly subscriber: string }, now: Date): Promise<boolean> {
  const revived = await tx
    .updateTable('outbox_task')
    .set({ state: 'waiting', attempts: 0, next_at: now })
    .where('commune_code', '=', communeCode)
    .where('message_id', '=', task.messageId)
    .where('subscriber', '=', task.subscriber)
    .where('state', '=', 'dead')
    .returning('subscriber')
    .execute();
  return revived.length > 0;
}
