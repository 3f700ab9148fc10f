import { type Database } from '../../../platform/db/database.ts';
import { type Outgoing } from '../domain/outgoing-message.ts';
import { decideResend } from '../domain/resend-rule.ts';
import { claimDueMessages, type MessageRow, updateMessage } from '../store/messages.ts';
import { refreshSync } from './sync-dossier.ts';

/** What sending needs. */
export interface SendDeps {
  readonly db: Database;
  readonly outgoing: Outgoing | undefined;
  readonly randomBytes: (count: number) => Uint8Array;
}

const AT_ONCE = 20;
const MOST = 400;

/**
 * Sends what is due, in order and each message by one sender; `communeCode` null: of every commune. Answers how many were tried. Nobody
 * is waited for longer than the way out allows, and no transaction is open meanwhile. Without a way out nothing is tried; when a whole round
 * finds nobody there, the rest waits for the next time instead of holding up what else is due.
 */
export async function sendDue({ db, outgoing, randomBytes }: SendDeps, communeCode: string | null, now: Date, signal?: AbortSignal): Promise<number> {
  if (outgoing === undefined) return 0;
  let tried = 0;
  while (tried < MOST && signal?.aborted !== true) {
    const claimed = await claimDueMessages(db, communeCode, now, AT_ONCE);
    if (claimed.length === 0) break;
    tried += claimed.length;
    const answered = await Promise.all(claimed.map((message) => sendOne(db, outgoing, message, now, (randomBytes(1)[0] ?? 0) / 255)));
    if (!answered.includes(true)) break;
  }
  return tried;
}

/** Whether anybody answered. */
async function sendOne(db: Database, outgoing: Outgoing, message: MessageRow, now: Date, spread: number): Promise<boolean> {
  const { commune_code: communeCode, id } = message;
  const answer = await outgoing.send({ id, externalCode: message.external_code, status: message.status, channel: message.channel, occurredAt: message.occurred_at, dueAt: message.due_at });
  const outcome = decideResend(answer, message.attempts, now.getTime(), spread);
  await db.transaction().execute(async (tx) => {
    await updateMessage(tx, communeCode, id, {
      state: outcome.state,
      claimed_until: null,
      next_try_at: outcome.state === 'waiting' ? new Date(outcome.nextTryAt) : null,
      closed_at: outcome.state === 'sent' ? now : null,
      last_problem: outcome.state === 'sent' ? null : outcome.problem,
      last_detail: outcome.state === 'sent' ? null : outcome.detail,
    });
    await refreshSync(tx, communeCode, message.dossier_id);
  });
  return answer.kind !== 'unreachable';
}
