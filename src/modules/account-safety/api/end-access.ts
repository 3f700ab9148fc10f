import { type StaffActor } from '../../../kernel/actor.ts';
import { dateAt } from '../../../kernel/local-time.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { runCommand } from '../../../platform/commands.ts';
import { endSessionsOf, findStaffMember, removeFactorOf } from '../../identity/index.ts';
import { type AccountSafetyDeps, type ActContext, envelopeOf } from './deps.ts';

/** Ends one session of a person of the own commune, or all of them (null). Refuses a person of another commune and a session that is not that person's. */
export async function endSessions(deps: AccountSafetyDeps, actor: StaffActor, staffId: string, body: { readonly commandId: string; readonly sessionId: string | null }, context: ActContext): Promise<Result<{ readonly ended: number }>> {
  const { communeCode } = actor;
  const envelope = { ...envelopeOf(actor, context), commandId: body.commandId, kind: 'EndSessionsOf', request: { staffId, sessionId: body.sessionId } };
  const done = await runCommand(deps.db, envelope, async (tx) => {
    if ((await findStaffMember(tx, communeCode, staffId, dateAt(context.now.getTime()))) === undefined) return refuse('identity.staff-unknown');
    const ended = await endSessionsOf(tx, { communeCode, staffId }, body.sessionId);
    if (ended.length === 0 && body.sessionId !== null) return refuse('access.session-unknown');
    return ok({ result: { ended: ended.length }, journal: { action: 'sessions-ended-by-administrator', object: `staff:${staffId}`, facts: { sessions: ended.map(({ id }) => id) } } });
  });
  deps.identify.forgetStaff(staffId);
  return done;
}

/**
 * Takes one second factor of a colleague away, such as a lost phone's, and ends that person's sessions. Refuses the own ones, those of another commune,
 * and the last one: whoever can remove it and reset the password could sign in as that person, so that two administrators do it (a recovery).
 */
export async function removeFactor(deps: AccountSafetyDeps, actor: StaffActor, staffId: string, body: { readonly commandId: string; readonly factor: string }, context: ActContext): Promise<Result<{ readonly removed: true }>> {
  const { communeCode } = actor;
  if (staffId === actor.staffId) return refuse('access.own-factor');
  const owner = { communeCode, staffId };
  const envelope = { ...envelopeOf(actor, context), commandId: body.commandId, kind: 'RemoveFactorOf', request: { staffId, factor: body.factor } };
  const done = await runCommand(deps.db, envelope, async (tx) => {
    if ((await findStaffMember(tx, communeCode, staffId, dateAt(context.now.getTime()))) === undefined) return refuse('identity.staff-unknown');
    const removal = await removeFactorOf(tx, owner, body.factor);
    if (removal !== 'removed') return refuse(removal === 'last' ? 'access.last-factor' : 'access.factor-unknown');
    const ended = await endSessionsOf(tx, owner, null);
    return ok({
      result: { removed: true } as const,
      journal: { action: 'factor-removed-by-administrator', object: `staff:${staffId}`, facts: { factor: body.factor === 'totp' ? 'totp' : 'passkey', endedSessions: ended.length } },
    });
  });
  deps.identify.forgetStaff(staffId);
  return done;
}
