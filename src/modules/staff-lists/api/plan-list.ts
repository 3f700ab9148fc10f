import { createHash } from 'node:crypto';
import { dateAt, type LocalDate } from '../../../kernel/local-time.ts';
import { type Problem } from '../../../kernel/result.ts';
import { fillMessage } from '../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../platform/i18n/locale.ts';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { derivedUuid } from '../../../platform/derived-uuid.ts';
import { checkPositions, IDENTITY_PROBLEMS, namesTakenElsewhere, readStaffBasis, type StaffBasis } from '../../identity/index.ts';
import { type ListFault, type ListFinding } from '../domain/list-finding.ts';
import { type ListPlan, planStaffList, type StaffNow, type WishedPosition } from '../domain/plan-staff-list.ts';
import { type ReadLine, readStaffLine } from '../domain/read-staff-line.ts';
import { userNameCandidates } from '../domain/suggest-user-name.ts';
import { type StaffListDeps } from './deps.ts';
import { DEFAULT_TITLES, listChoices } from './list-choices.ts';
import { type ReadList } from './read-list.ts';

/** A list compared with who is here, and what the comparison rests on. */
export interface ComparedList {
  readonly plan: ListPlan;
  readonly office: StaffBasis;
  /** The same for the same file, day, staff, units and catalogue. */
  readonly basis: string;
  readonly today: LocalDate;
}

/** What somebody may be called: the names of the file, and those that would be made for people without one. */
function wantedNames(lines: readonly ReadLine[]): readonly string[] {
  return [...new Set(lines.flatMap(({ userName, fullName, example }) => (example ? [] : userName === null ? userNameCandidates(fullName) : [userName])))];
}

function staffNow({ staff, contacts }: StaffBasis): readonly StaffNow[] {
  const contactOf = new Map(contacts.map((contact) => [contact.staffId, contact]));
  return staff.map(({ id, userName, fullName, active, positions }) => ({ id, userName, fullName, active, positions, citizenNumber: contactOf.get(id)?.citizenNumber ?? null, phone: contactOf.get(id)?.phone ?? null }));
}

function basisOf(sha256: string, today: LocalDate, staff: readonly StaffNow[], office: StaffBasis, taken: readonly string[]): string {
  const people = staff.map((member) => [member.id, member.userName, member.fullName, member.active, member.citizenNumber, member.phone, member.positions.map((position) => JSON.stringify(position))]);
  const { units, choices } = office;
  return createHash('sha256').update(JSON.stringify([sha256, today, people, units, [...choices.units], [...choices.fields].sort(), taken.toSorted()])).digest('hex');
}

/** Compares a list with who is here now; `listId` names the ids that newcomers would get. Changes nothing. */
export async function compareList(
  deps: StaffListDeps,
  db: Database | Tx,
  list: { readonly read: ReadList; readonly sha256: string; readonly listId: string },
  asked: { readonly communeCode: string; readonly now: Date; readonly locale: Locale },
): Promise<ComparedList> {
  const today = dateAt(asked.now.getTime());
  const office = await readStaffBasis(deps, db, asked.communeCode, today);
  const choices = listChoices(office, today);
  const lines = list.read.lines.map((line) => readStaffLine(line, list.read.places, choices));
  const taken = await namesTakenElsewhere(db, asked.communeCode, wantedNames(lines));
  const staff = staffNow(office);
  const heldOf = new Map(office.staff.map((member) => [member.id, member.positions]));
  const check = (before: StaffNow | undefined, wished: readonly WishedPosition[]): ListFinding<ListFault> | undefined => {
    const checked = checkPositions(before === undefined ? [] : (heldOf.get(before.id) ?? []), wished, office.choices);
    return checked.ok ? undefined : { column: null, code: 'rule', facts: { words: ruleWords(checked.problem, asked.locale) } };
  };
  const plan = planStaffList(lines, {
    today, staff, takenElsewhere: new Set(taken), titleOf: (role) => DEFAULT_TITLES[role], userNamesFor: userNameCandidates,
    idFor: (...words) => derivedUuid('staff-list', list.listId, ...words),
  }, check);
  return { plan, office, today, basis: basisOf(list.sha256, today, staff, office, taken) };
}

function ruleWords({ code, facts }: Problem, locale: Locale): string {
  return fillMessage(IDENTITY_PROBLEMS[code as keyof typeof IDENTITY_PROBLEMS][locale], facts);
}
