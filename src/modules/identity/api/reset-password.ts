import { type StaffActor } from '../../../kernel/actor.ts';
import { dateAt } from '../../../kernel/local-time.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { runCommand } from '../../../platform/commands.ts';
import { type ResetPassword, type StaffSaved } from '../contract/staff.ts';
import { checkPassword } from '../domain/password-rules.ts';
import { getCommune } from '../store/commune.ts';
import { deleteOtherSessions } from '../store/sessions.ts';
import { findStaffMember } from '../store/staff-administration.ts';
import { loadPasswordForUpdate, replacePassword } from '../store/staff.ts';
import { isPassword, type StaffContext, type StaffDeps } from './add-staff.ts';
import { hashPassword } from './password-hash.ts';

/** No session has this digest: every session of the person ends. */
const KEEP_NONE = '';

/**
 * Gives a person who forgot it a new password and ends all of that person's sessions. Refuses a person of another commune, a
 * password that breaks the rules, and one's own account: there the current password has to be known.
 */
export async function resetPassword(
  deps: StaffDeps,
  actor: StaffActor,
  staffId: string,
  body: ResetPassword,
  context: StaffContext,
): Promise<Result<StaffSaved>> {
  const { db } = deps;
  const { communeCode } = actor;
  if (staffId === actor.staffId) return refuse('identity.reset-own-password');
  const [commune, member] = await Promise.all([getCommune(db, communeCode), findStaffMember(db, communeCode, staffId, dateAt(context.now.getTime()))]);
  if (member === undefined) return refuse('identity.staff-unknown');
  const password = checkPassword(body.password, [member.userName, member.fullName, commune.name]);
  if (!password.ok) return { ok: false, problem: { ...password.problem, field: 'password' } };
  const after = await hashPassword(password.value);

  // The password stays out of the stored request: its quick digest would be easier to guess at than the hash.
  const envelope = { communeCode, commandId: body.commandId, kind: 'ResetPassword', actor, request: { staffId }, now: context.now, address: context.address };
  const outcome = await runCommand<StaffSaved>(db, envelope, async (tx) => {
    const before = await loadPasswordForUpdate(tx, communeCode, staffId);
    if (before === undefined) return refuse('identity.staff-unknown');
    await replacePassword(tx, communeCode, staffId, before, after, { givenAt: context.now });
    const ended = await deleteOtherSessions(tx, communeCode, staffId, KEEP_NONE);
    return ok({
      result: { id: staffId, endedSessions: ended.length },
      journal: { action: 'password-reset', object: `staff:${staffId}`, facts: { endedSessions: ended.length } },
    });
  });
  deps.identify.forgetStaff(staffId);
  if (!outcome.ok) return outcome;
  // A repetition of the command must have brought the same password.
  return (await isPassword(db, communeCode, staffId, password.value)) ? outcome : refuse('command.reused-id');
}
