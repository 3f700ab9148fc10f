import { addDays, dateAt, type LocalDate } from '../../../kernel/local-time.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type HeldPosition, type StaffMember } from '../domain/staff-member.ts';
import { type IdentifiedPosition, planPositions, type PositionChoices } from '../domain/plan-positions.ts';
import { deleteOtherSessions } from '../store/sessions.ts';
import { addStaffMember, closePositions, countAdministrators, lengthenPositions, listStaffMembers, lockStaff, openPositions, updateStaffMember } from '../store/staff-administration.ts';
import { listNamesTakenElsewhere, listStaffContacts, type StaffContact, type StoredContact, writeStaffContact } from '../store/staff-contacts.ts';
import { listKnownUnits, listNames } from '../store/unit-changes.ts';
import { readPositionChoices, type StaffDeps } from './add-staff.ts';

/** No session has this digest: every session of the person ends. */
const KEEP_NONE = '';

/** Everything that a list of staff is compared with: who is here, the units with the names of every time, what positions can be tied to. */
export interface StaffBasis {
  readonly staff: readonly StaffMember[];
  readonly contacts: readonly StoredContact[];
  readonly units: readonly { readonly id: string; readonly name: string; readonly shortName: string; readonly formerNames: readonly string[] }[];
  readonly choices: PositionChoices;
}

/** Reads what a list of staff is compared with on a day. */
export async function readStaffBasis(deps: Pick<StaffDeps, 'listFields'>, db: Database | Tx, communeCode: string, on: LocalDate): Promise<StaffBasis> {
  const [staff, contacts, choices, known, names] = await Promise.all([
    listStaffMembers(db, communeCode, on),
    listStaffContacts(db, communeCode),
    readPositionChoices(deps, db, communeCode, on),
    listKnownUnits(db, communeCode, 'unit', on),
    listNames(db, communeCode, 'unit'),
  ]);
  const units = known.filter(({ id }) => choices.units.has(id)).map(({ id, name, shortName }) => ({
    id, name, shortName, formerNames: [...new Set(names.filter((one) => one.unitId === id && one.name !== name).map((one) => one.name))],
  }));
  return { staff, contacts, units, choices };
}

/** Which of these user names are taken in other communes of the installation. */
export function namesTakenElsewhere(db: Database | Tx, communeCode: string, userNames: readonly string[]): Promise<readonly string[]> {
  return listNamesTakenElsewhere(db, communeCode, userNames);
}

/** Whether positions may be held as wished, by the rule that the form of a person obeys too. */
export function checkPositions(held: readonly HeldPosition[], wished: readonly IdentifiedPosition[], choices: PositionChoices): Result<void> {
  const plan = planPositions(held, wished, choices, () => 'fresh');
  return plan.ok ? ok(undefined) : plan;
}

/** Somebody new in a list. */
export interface ListedNewcomer extends StaffContact {
  readonly userName: string;
  readonly fullName: string;
  /** From `hashPassword`; made by the program and handed over on paper, to be changed at the first sign-in. */
  readonly passwordHash: string;
  readonly positions: readonly IdentifiedPosition[];
}

/** Somebody known, as a list wants to have them: all positions from today on, those that stay included. */
export interface ListedChange extends StaffContact {
  readonly fullName: string;
  readonly active: boolean;
  readonly positions: readonly IdentifiedPosition[];
}

/** What was written of a list, for the journal. */
export interface WrittenList {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly endedSessions: number;
  readonly endedNamings: readonly string[];
}

/** Holds the changes of a commune's people until the transaction ends, so that what was compared stays true. */
export function lockStaffOf(tx: Tx, communeCode: string): Promise<void> {
  return lockStaff(tx, communeCode);
}

/**
 * Writes a whole list of staff in the caller's transaction, which has locked the staff: newcomers with accounts, changes of those who are
 * known, by the rules of the form of one person. Refuses what that refuses, a user name taken meanwhile, and a list that leaves no administrator.
 */
export async function writeStaffList(
  deps: Pick<StaffDeps, 'listFields' | 'newId' | 'openNamingsOf'>,
  tx: Tx,
  communeCode: string,
  list: { readonly newcomers: readonly ListedNewcomer[]; readonly changes: readonly ListedChange[] },
  now: Date,
): Promise<Result<WrittenList>> {
  const today = dateAt(now.getTime());
  const choices = await readPositionChoices(deps, tx, communeCode, today);
  const known = new Map((await listStaffMembers(tx, communeCode, today)).map((member) => [member.id, member]));
  for (const newcomer of list.newcomers) {
    const { staffId: id, userName, fullName, passwordHash } = newcomer;
    const plan = planPositions([], newcomer.positions, choices, deps.newId);
    if (!plan.ok) return plan;
    if (!(await addStaffMember(tx, communeCode, { id, userName, fullName, passwordHash, mustChangePassword: true }, now))) return refuse('identity.user-name-taken', undefined, 'userName');
    await writeStaffContact(tx, communeCode, newcomer);
    if (!(await openPositions(tx, { communeCode, staffId: id }, plan.value.opened, { synthetic: false }))) return refuse('identity.id-used', undefined, 'positions');
  }
  const endedNamings = await deps.openNamingsOf(tx, communeCode, list.changes.filter(({ active }) => !active).map(({ staffId }) => staffId));
  let endedSessions = 0;
  for (const change of list.changes) {
    const member = known.get(change.staffId);
    if (member === undefined) return refuse('identity.staff-unknown');
    const plan = planPositions(member.positions, change.positions, choices, deps.newId);
    if (!plan.ok) return plan;
    const { closed, lengthened, opened } = plan.value;
    await updateStaffMember(tx, communeCode, change.staffId, change);
    await writeStaffContact(tx, communeCode, change);
    await closePositions(tx, communeCode, closed, addDays(today, -1));
    await lengthenPositions(tx, communeCode, lengthened);
    if (!(await openPositions(tx, { communeCode, staffId: change.staffId }, opened, member))) return refuse('identity.id-used', undefined, 'positions');
    if (!change.active) endedSessions += (await deleteOtherSessions(tx, communeCode, change.staffId, KEEP_NONE)).length;
  }
  if ((await countAdministrators(tx, communeCode, today)) === 0) return refuse('identity.last-administrator');
  return ok({ added: list.newcomers.map(({ staffId }) => staffId), changed: list.changes.map(({ staffId }) => staffId), endedSessions, endedNamings });
}
