import { type StaffActor } from '../../../kernel/actor.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { runCommand } from '../../../platform/commands.ts';
import { decideStart } from '../domain/decide-recovery.ts';
import { RECOVERY_MS } from '../domain/recovery.ts';
import { insertRecovery } from '../store/recoveries.ts';
import { type AccountSafetyDeps, type ActContext, envelopeOf, loadPeople, recoveryNotice } from './deps.ts';

/**
 * An administrator starts a recovery for somebody who lost the password and every second factor. It opens nothing: a second administrator has
 * 24 hours to approve it. The person and the other administrators are told. Refuses as `decideStart` does, and a person for whom one goes on.
 */
export async function startRecovery(
  deps: AccountSafetyDeps,
  actor: StaffActor,
  staffId: string,
  body: { readonly commandId: string; readonly recoveryId: string; readonly reason: string },
  context: ActContext,
): Promise<Result<{ readonly id: string; readonly expiresAt: string }>> {
  const { communeCode } = actor;
  const { recoveryId } = body;
  const expiresAt = new Date(context.now.getTime() + RECOVERY_MS);
  const envelope = { ...envelopeOf(actor, context), commandId: body.commandId, kind: 'StartRecovery', request: { staffId, recoveryId, reason: body.reason } };
  return runCommand(deps.db, envelope, async (tx) => {
    const people = await loadPeople(tx, communeCode, staffId, context.now);
    if (people === undefined) return refuse('identity.staff-unknown');
    const decided = decideStart({ staffId, by: actor.staffId, reason: body.reason }, people);
    if (!decided.ok) return decided;
    const { reason } = decided.value;
    const added = await insertRecovery(tx, communeCode, { id: recoveryId, staffId, reason, startedBy: actor.staffId, startedAt: context.now, expiresAt });
    if (!added) return refuse('recovery.open-already');
    const facts = { by: actor.fullName, words: reason, name: people.person.fullName };
    return ok({
      result: { id: recoveryId, expiresAt: expiresAt.toISOString() },
      journal: { action: 'recovery-started', object: `staff:${staffId}`, facts: { recovery: recoveryId, reason } },
      outbox: [
        recoveryNotice(deps, recoveryId, 'recovery-started', [staffId], facts),
        recoveryNotice(deps, recoveryId, 'recovery-asked', people.administrators.filter((id) => id !== actor.staffId && id !== staffId), { ...facts, staffId }),
      ],
    });
  });
}
