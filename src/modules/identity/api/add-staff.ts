import { type StaffActor } from '../../../kernel/actor.ts';
import { dateAt, type LocalDate } from '../../../kernel/local-time.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { runCommand } from '../../../platform/commands.ts';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { type AddStaff, type StaffSaved } from '../contract/staff.ts';
import { readFullName, readUserName } from '../domain/check-set-up.ts';
import { checkPassword } from '../domain/password-rules.ts';
import { planPositions, type PositionChoices } from '../domain/plan-positions.ts';
import { getCommune } from '../store/commune.ts';
import { addStaffMember, isStaffIdUsed, lockStaff, openPositions } from '../store/staff-administration.ts';
import { findPassword } from '../store/staff.ts';
import { listKnownUnits } from '../store/unit-changes.ts';
import { type Identify } from './identify.ts';
import { hashPassword, verifyPassword } from './password-hash.ts';

/** What the administration of people works with. */
export interface StaffDeps {
  readonly db: Database;
  readonly identify: Identify;
  /** A fresh UUID in time order. */
  readonly newId: () => string;
  /** The fields (lĩnh vực) of the procedures that a commune handles on a day. */
  readonly listFields: (communeCode: string, on: LocalDate) => readonly string[];
  /** The open namings of people for more than their commune: with the account they end, and the journal says which. */
  readonly openNamingsOf: (tx: Tx, communeCode: string, staffIds: readonly string[]) => Promise<readonly string[]>;
}

/** Who asks, when and from where. */
export type StaffContext = Pick<RequestContext, 'address' | 'now'>;

/** What positions can be tied to in a commune on a day. */
export async function readPositionChoices(deps: Pick<StaffDeps, 'listFields'>, db: Database, communeCode: string, on: LocalDate): Promise<PositionChoices> {
  const units = await listKnownUnits(db, communeCode, 'unit', on);
  return { today: on, units: new Map(units.filter(({ validTo }) => validTo === null || validTo >= on).map(({ id, validFrom, validTo }) => [id, { validFrom, validTo }])), fields: new Set(deps.listFields(communeCode, on)) };
}

/**
 * Gives a new person an account in the administrator's commune, with positions from today on. Refuses names and passwords that
 * break the rules, a user name that somebody has, ids used before, and units or fields that the commune does not have.
 */
export async function addStaff(deps: StaffDeps, actor: StaffActor, body: AddStaff, context: StaffContext): Promise<Result<StaffSaved>> {
  const { db } = deps;
  const { communeCode } = actor;
  const { staffId } = body;
  const fullName = readFullName(body.fullName);
  if (!fullName.ok) return { ok: false, problem: { ...fullName.problem, field: 'fullName' } };
  const userName = readUserName(body.userName);
  if (!userName.ok) return { ok: false, problem: { ...userName.problem, field: 'userName' } };
  const commune = await getCommune(db, communeCode);
  const password = checkPassword(body.password, [userName.value, fullName.value, commune.name]);
  if (!password.ok) return { ok: false, problem: { ...password.problem, field: 'password' } };
  const passwordHash = await hashPassword(password.value);

  const today = dateAt(context.now.getTime());
  const member = { id: staffId, userName: userName.value, fullName: fullName.value, passwordHash, mustChangePassword: true };
  // The password stays out of the stored request: its quick digest would be easier to guess at than the hash.
  const envelope = { communeCode, commandId: body.commandId, kind: 'AddStaff', actor, request: { ...body, password: undefined }, now: context.now, address: context.address };
  const outcome = await runCommand<StaffSaved>(db, envelope, async (tx) => {
    await lockStaff(tx, communeCode);
    if (await isStaffIdUsed(tx, staffId)) return refuse('identity.id-used', undefined, 'staffId');
    const plan = planPositions([], body.positions, await readPositionChoices(deps, tx, communeCode, today), deps.newId);
    if (!plan.ok) return plan;
    if (!(await addStaffMember(tx, communeCode, member, context.now))) return refuse('identity.user-name-taken', undefined, 'userName');
    const opened = await openPositions(tx, { communeCode, staffId }, plan.value.opened, { synthetic: false });
    if (!opened) return refuse('identity.id-used', undefined, 'positions');
    return ok({
      result: { id: staffId, endedSessions: 0 },
      journal: { action: 'staff-added', object: `staff:${staffId}`, facts: { positions: plan.value.opened.map(({ positionId }) => positionId) } },
    });
  });
  if (!outcome.ok) return outcome;
  // A repetition of the command must have brought the same password.
  return (await isPassword(db, communeCode, staffId, password.value)) ? outcome : refuse('command.reused-id');
}

/** Whether a person's stored password is this one. */
export async function isPassword(db: Database, communeCode: string, staffId: string, password: string): Promise<boolean> {
  const stored = await findPassword(db, communeCode, staffId);
  return stored !== undefined && verifyPassword(stored.hash, password);
}
