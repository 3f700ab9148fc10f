import { type StaffActor } from '../../../kernel/actor.ts';
import { ok, refuse } from '../../../kernel/result.ts';
import { runCommand } from '../../../platform/commands.ts';
import { type Database } from '../../../platform/db/database.ts';
import { STAFF_NOTICE, type StaffNotice } from '../../notifications/contract/notice.ts';
import { browserWords } from '../domain/browser-kind.ts';
import { deleteSessionByToken } from '../store/sessions.ts';

/** A session whose secret came from another browser than it was given to. */
interface StolenSession {
  readonly tokenHash: string;
  readonly actor: StaffActor;
  /** What the browser that opened it said of itself, and the one that used it now. */
  readonly opened: string;
  readonly used: string;
}

/**
 * Ends a session whose secret is somewhere else now, for both browsers: nobody can say which of the two is the person. Writes an alert into
 * the journal, with both kinds of browser and the address, and one into the person's inbox. Of several requests at once one does it.
 */
export async function endStolenSession(
  { db, newId }: { readonly db: Database; readonly newId: () => string },
  { tokenHash, actor, opened, used }: StolenSession,
  { now, address }: { readonly now: Date; readonly address: string },
): Promise<void> {
  const { communeCode, staffId, fullName } = actor;
  const envelope = { communeCode, commandId: newId(), kind: 'EndStolenSession', actor: { kind: 'anonymous' }, request: {}, now, address } as const;
  const browsers = { opened: browserWords(opened), used: browserWords(used) };
  await runCommand(db, envelope, async (tx) => {
    const ended = await deleteSessionByToken(tx, tokenHash);
    if (ended === undefined) return refuse('access.sign-in-first');
    const notice: StaffNotice = { kind: 'session-stolen', key: `session-stolen ${ended.id}`, to: [staffId], dossierId: null, facts: { name: fullName, by: browsers.opened, words: browsers.used } };
    return ok({
      result: {},
      journal: { action: 'session-stolen', object: `staff:${staffId}`, facts: { session: ended.id, ...browsers } },
      outbox: [{ id: newId(), topic: STAFF_NOTICE, payload: { ...notice } }],
    });
  });
}
