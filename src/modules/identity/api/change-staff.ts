import { type StaffActor } from '../../../kernel/actor.ts';
import { addDays, dateAt } from '../../../kernel/local-time.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { runCommand } from '../../../platform/commands.ts';
import { type ChangeStaff, type StaffSaved } from '../contract/staff.ts';
import { readFullName } from '../domain/check-set-up.ts';
import { planPositions } from '../domain/plan-positions.ts';
import { deleteOtherSessions } from '../store/sessions.ts';
import { closePositions, countAdministrators, findStaffMember, lengthenPositions, lockStaff, openPositions, updateStaffMember } from '../store/staff-administration.ts';
import { readPositionChoices, type StaffContext, type StaffDeps } from './add-staff.ts';

/** No session has this digest: every session of the person ends. */
const KEEP_NONE = '';

/**
 * Changes a person's name, account and positions from today on; it counts from the person's next request on. A position that is left
 * out or changed ends at once and stays readable; closing the account ends the sessions. Refuses a person of another commune,
 * names, units and fields that do not fit, ids used before, and a change that would leave no administrator.
 */
export async function changeStaff(deps: StaffDeps, actor: StaffActor, staffId: string, body: ChangeStaff, context: StaffContext): Promise<Result<StaffSaved>> {
  const { communeCode } = actor;
  const { commandId, ...wish } = body;
  const fullName = readFullName(wish.fullName);
  if (!fullName.ok) return { ok: false, problem: { ...fullName.problem, field: 'fullName' } };
  const today = dateAt(context.now.getTime());
  const envelope = { communeCode, commandId, kind: 'ChangeStaff', actor, request: { staffId, ...wish }, now: context.now, address: context.address };
  const outcome = await runCommand<StaffSaved>(deps.db, envelope, async (tx) => {
    await lockStaff(tx, communeCode);
    const member = await findStaffMember(tx, communeCode, staffId, today);
    if (member === undefined) return refuse('identity.staff-unknown');
    const plan = planPositions(member.positions, wish.positions, await readPositionChoices(deps, tx, communeCode, today), deps.newId);
    if (!plan.ok) return plan;
    const { opened, closed, lengthened } = plan.value;
    const endedNamings = wish.active ? [] : await deps.openNamingsOf(tx, communeCode, [staffId]);
    await updateStaffMember(tx, communeCode, staffId, { fullName: fullName.value, active: wish.active });
    await closePositions(tx, communeCode, closed, addDays(today, -1));
    await lengthenPositions(tx, communeCode, lengthened);
    const fits = await openPositions(tx, { communeCode, staffId }, opened, member);
    if (!fits) return refuse('identity.id-used', undefined, 'positions');
    if ((await countAdministrators(tx, communeCode, today)) === 0) return refuse('identity.last-administrator');
    const ended = wish.active ? [] : await deleteOtherSessions(tx, communeCode, staffId, KEEP_NONE);
    return ok({
      result: { id: staffId, endedSessions: ended.length },
      journal: {
        action: 'staff-changed',
        object: `staff:${staffId}`,
        facts: {
          active: wish.active,
          renamed: fullName.value !== member.fullName,
          opened: opened.map(({ positionId }) => positionId),
          closed,
          lengthened: lengthened.map(({ positionId }) => positionId),
          endedSessions: ended.length,
          endedNamings,
        },
      },
    });
  });
  deps.identify.forgetStaff(staffId);
  return outcome;
}
