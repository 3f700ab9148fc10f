import { type OutboxMessage } from '../commands.ts';
import { type Tx } from '../db/database.ts';

/** Adds messages to the outbox for background work, which has no command of its own; they go out when the transaction is committed. */
export async function addMessages(tx: Tx, communeCode: string, messages: readonly OutboxMessage[], now: Date): Promise<void> {
  if (messages.length === 0) return;
  await tx
    .insertInto('outbox')
    .values(messages.map(({ id, topic, payload }) => ({ commune_code: communeCode, id, topic, payload: JSON.stringify(payload), created_at: now })))
    .execute();
}
