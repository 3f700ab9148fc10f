import { type StaffActor } from '../../../kernel/actor.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { runCommand } from '../../../platform/commands.ts';
import { decideCancel } from '../domain/decide-recovery.ts';
import { endRecovery, findOpenRecovery, loadRecoveryForUpdate } from '../store/recoveries.ts';
import { type AccountSafetyDeps, type ActContext, envelopeOf, loadPeople, recoveryNotice } from './deps.ts';

/** Cancels a recovery that goes on, by its person or by any administrator; everybody concerned is told. Refuses one that is over. */
export async function cancelRecovery(deps: AccountSafetyDeps, actor: StaffActor, id: string, commandId: string, context: ActContext): Promise<Result<{ readonly cancelled: true }>> {
  const { communeCode } = actor;
  const envelope = { ...envelopeOf(actor, context), commandId, kind: 'CancelRecovery', request: { id } };
  return runCommand(deps.db, envelope, async (tx) => {
    const recovery = await loadRecoveryForUpdate(tx, communeCode, id);
    const people = recovery === undefined ? undefined : await loadPeople(tx, communeCode, recovery.staffId, context.now);
    if (recovery === undefined || people === undefined) return refuse('recovery.not-found');
    const decided = decideCancel(recovery, actor.staffId, people, context.now);
    if (!decided.ok) return decided;
    if (!(await endRecovery(tx, communeCode, id, { state: 'cancelled', by: actor.staffId, at: context.now }))) return refuse('recovery.cancelled');
    const told = [recovery.staffId, recovery.startedBy, ...(recovery.approvedBy === null ? [] : [recovery.approvedBy])].filter((one) => one !== actor.staffId);
    return ok({
      result: { cancelled: true } as const,
      journal: { action: 'recovery-cancelled', object: `staff:${recovery.staffId}`, facts: { recovery: id, byPerson: actor.staffId === recovery.staffId } },
      outbox: [recoveryNotice(deps, id, 'recovery-cancelled', told, { by: actor.fullName, name: people.person.fullName })],
    });
  });
}

/** Cancels the recovery of one's own account. Refuses when none goes on. */
export async function cancelOwnRecovery(deps: AccountSafetyDeps, actor: StaffActor, commandId: string, context: ActContext): Promise<Result<{ readonly cancelled: true }>> {
  const open = await findOpenRecovery(deps.db, actor.communeCode, actor.staffId, context.now);
  return open === undefined ? refuse('recovery.not-found') : cancelRecovery(deps, actor, open.id, commandId, context);
}
