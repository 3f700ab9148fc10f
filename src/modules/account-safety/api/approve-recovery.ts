import { randomInt } from 'node:crypto';
import { type StaffActor } from '../../../kernel/actor.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { runCommand } from '../../../platform/commands.ts';
import { groupCode, PLAIN_SIGNS, plainCode } from '../../identity/index.ts';
import { decideApprove } from '../domain/decide-recovery.ts';
import { RECOVERY_CODE_SIGNS, RECOVERY_MS } from '../domain/recovery.ts';
import { approveRecovery, loadRecoveryForUpdate } from '../store/recoveries.ts';
import { type AccountSafetyDeps, type ActContext, envelopeOf, loadPeople, RECOVERY_SEAL, recoveryNotice } from './deps.ts';

/**
 * A second administrator approves a recovery and is shown its code, once, to be handed over in person; it counts for 24 hours. Only its digest is
 * kept. Refuses as `decideApprove` does; a repetition of the command is told that the code was shown before.
 */
export async function approve(deps: AccountSafetyDeps, actor: StaffActor, id: string, commandId: string, context: ActContext): Promise<Result<{ readonly code: string; readonly expiresAt: string }>> {
  const { communeCode } = actor;
  const expiresAt = new Date(context.now.getTime() + RECOVERY_MS);
  // The code enters neither the stored request nor the stored answer.
  let shown: string | undefined;
  const envelope = { ...envelopeOf(actor, context), commandId, kind: 'ApproveRecovery', request: { id } };
  const done = await runCommand(deps.db, envelope, async (tx) => {
    const recovery = await loadRecoveryForUpdate(tx, communeCode, id);
    const people = recovery === undefined ? undefined : await loadPeople(tx, communeCode, recovery.staffId, context.now);
    if (recovery === undefined || people === undefined) return refuse('recovery.not-found');
    const decided = decideApprove(recovery, actor.staffId, people, context.now);
    if (!decided.ok) return decided;
    const code = plainCode(() => randomInt(PLAIN_SIGNS.length), RECOVERY_CODE_SIGNS);
    const approval = { by: actor.staffId, at: context.now, codeHash: deps.sealer.digest(RECOVERY_SEAL, recovery.staffId, code), expiresAt };
    if (!(await approveRecovery(tx, communeCode, id, approval))) return refuse('recovery.approved-before');
    shown = code;
    const facts = { by: actor.fullName, name: people.person.fullName, words: recovery.reason };
    return ok({
      result: {},
      journal: { action: 'recovery-approved', object: `staff:${recovery.staffId}`, facts: { recovery: id, startedBy: recovery.startedBy } },
      outbox: [recoveryNotice(deps, id, 'recovery-approved', [recovery.staffId, recovery.startedBy], facts)],
    });
  });
  if (!done.ok) return done;
  return shown === undefined ? refuse('recovery.code-lost') : ok({ code: groupCode(shown, 4), expiresAt: expiresAt.toISOString() });
}
