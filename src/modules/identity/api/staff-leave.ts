import { type StaffActor } from '../../../kernel/actor.ts';
import { dateAt } from '../../../kernel/local-time.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { runCommand } from '../../../platform/commands.ts';
import { type LeaveRequest, type StaffSaved } from '../contract/staff.ts';
import { decideLeave } from '../domain/decide-leave.ts';
import { findStaffMember, lockStaff } from '../store/staff-administration.ts';
import { endStaffLeave, insertStaffLeave } from '../store/staff-leave.ts';
import { type StaffContext, type StaffDeps } from './add-staff.ts';

/**
 * Enters somebody's leave and who acts meanwhile. The acting colleague has the positions from the first day to the last by themselves, on
 * the next request where that day is today. Refuses what `decideLeave` refuses, and people of another commune.
 */
export async function enterLeave(deps: StaffDeps, actor: StaffActor, staffId: string, body: LeaveRequest, context: StaffContext): Promise<Result<StaffSaved>> {
  const { communeCode } = actor;
  const today = dateAt(context.now.getTime());
  const envelope = { communeCode, commandId: body.commandId, kind: 'EnterLeave', actor, request: { staffId, ...body }, now: context.now, address: context.address };
  const outcome = await runCommand<StaffSaved>(deps.db, envelope, async (tx) => {
    await lockStaff(tx, communeCode);
    const person = await findStaffMember(tx, communeCode, staffId, today);
    if (person === undefined) return refuse('identity.staff-unknown');
    const acting = body.actingStaffId === null ? undefined : await findStaffMember(tx, communeCode, body.actingStaffId, today);
    const decided = decideLeave(person, body, acting, today);
    if (!decided.ok) return decided;
    const { leaveId, fromDay, untilDay, actingStaffId } = body;
    const fits = await insertStaffLeave(tx, communeCode, { id: leaveId, staffId, fromDay, untilDay, actingStaffId, reason: decided.value.reason, at: context.now, by: actor.staffId });
    if (!fits) return refuse('identity.id-used', undefined, 'leaveId');
    return ok({ result: { id: staffId, endedSessions: 0 }, journal: { action: 'leave-entered', object: `staff:${staffId}`, facts: { leave: leaveId, fromDay, untilDay, acting: actingStaffId } } });
  });
  if (outcome.ok && body.actingStaffId !== null) deps.identify.forgetStaff(body.actingStaffId);
  return outcome;
}

/** Ends a leave now, or takes one back that has not begun: whoever acts has the positions no longer from the next request on. */
export async function endLeave(deps: StaffDeps, actor: StaffActor, leaveId: string, body: { readonly commandId: string }, context: StaffContext): Promise<Result<StaffSaved>> {
  const { communeCode } = actor;
  const envelope = { communeCode, commandId: body.commandId, kind: 'EndLeave', actor, request: { leaveId }, now: context.now, address: context.address };
  const acting: string[] = [];
  const outcome = await runCommand<StaffSaved>(deps.db, envelope, async (tx) => {
    await lockStaff(tx, communeCode);
    const ended = await endStaffLeave(tx, communeCode, { id: leaveId, at: context.now, by: actor.staffId });
    if (ended === undefined) return refuse('identity.leave-unknown');
    if (ended.actingStaffId !== null) acting.push(ended.actingStaffId);
    return ok({ result: { id: ended.staffId, endedSessions: 0 }, journal: { action: 'leave-ended', object: `staff:${ended.staffId}`, facts: { leave: leaveId } } });
  });
  for (const id of acting) deps.identify.forgetStaff(id);
  return outcome;
}
