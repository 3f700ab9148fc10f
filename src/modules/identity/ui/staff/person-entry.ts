import { type Role, type WorkStep } from '../../../../kernel/actor.ts';
import { type Problem } from '../../../../kernel/result.ts';
import { type PositionRequest, type StaffMemberAnswer } from '../../contract/staff.ts';
import { readFullName, readUserName } from '../../domain/check-set-up.ts';
import { checkPassword } from '../../domain/password-rules.ts';

/** A position as it stands in the form; nothing is chosen yet where it is empty. */
export interface PositionEntry {
  readonly positionId: string;
  readonly unitId: string;
  readonly role: Role | '';
  readonly title: string;
  readonly fields: readonly string[];
  readonly unitScope: 'own' | 'all';
  readonly steps: readonly WorkStep[];
  /** `YYYY-MM-DD`. */
  readonly validFrom: string;
  /** Empty: no end is known. */
  readonly validTo: string;
}

/** What is typed into the form of one person. */
export interface PersonEntry {
  readonly fullName: string;
  /** Only for somebody new. */
  readonly userName: string;
  /** Only for somebody new. */
  readonly password: string;
  readonly active: boolean;
  readonly positions: readonly PositionEntry[];
}

/** An entry that is not right, at the path by which the server would name it too. */
export type EntryFault = Problem & { readonly field: string };

/** An empty position under a new id, from today on. */
export function emptyPosition(positionId: string, today: string): PositionEntry {
  return { positionId, unitId: '', role: '', title: '', fields: [], unitScope: 'all', steps: [], validFrom: today, validTo: '' };
}

/** The entry of a person who is there already. */
export function entryOf(member: StaffMemberAnswer): PersonEntry {
  return {
    fullName: member.fullName,
    userName: member.userName,
    password: '',
    active: member.active,
    positions: member.positions.map(({ positionId, unitId, role, title, fields, unitScope, steps, validFrom, validTo }) => ({ positionId, unitId, role, title, fields, unitScope, steps, validFrom, validTo: validTo ?? '' })),
  };
}

/** Checks what the server would refuse anyway, all of it at once and in the order of the form. */
export function checkPerson(entry: PersonEntry, kind: 'new' | 'known', communeName: string): readonly EntryFault[] {
  const faults: EntryFault[] = [];
  const fullName = readFullName(entry.fullName);
  if (!fullName.ok) faults.push({ ...fullName.problem, field: 'fullName' });
  if (kind === 'new') {
    const userName = readUserName(entry.userName);
    if (!userName.ok) faults.push({ ...userName.problem, field: 'userName' });
    const password = checkPassword(entry.password, [entry.userName.trim(), entry.fullName, communeName]);
    if (!password.ok) faults.push({ ...password.problem, field: 'password' });
  }
  for (const [index, position] of entry.positions.entries()) {
    const at = `positions.${index}`;
    if (position.unitId === '') faults.push({ code: 'unit-missing', field: `${at}.unitId` });
    if (position.role === '') faults.push({ code: 'role-missing', field: `${at}.role` });
    if (position.title.trim() === '') faults.push({ code: 'identity.title-missing', field: `${at}.title` });
  }
  return faults;
}

/** The positions as they are sent; call it after `checkPerson` found nothing. */
export function positionRequests(entry: PersonEntry): readonly PositionRequest[] {
  return entry.positions.flatMap(({ role, fields, steps, validTo, ...position }) => (role === '' ? [] : [{ ...position, role, fields: [...fields], steps: [...steps], validTo: validTo === '' ? null : validTo }]));
}
