import { type Position, type Role } from '../../../kernel/actor.ts';
import { type LocalDate } from '../../../kernel/local-time.ts';
import { type ListFault, type ListFinding, type ListNotice } from './list-finding.ts';
import { type ReadLine } from './read-staff-line.ts';
import { type StaffColumn } from './staff-columns.ts';

/** A position that somebody holds, or will hold, now. */
export interface HeldNow extends Position {
  readonly positionId: string;
  readonly unitName: string;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
}

/** Somebody who has or had an account here. */
export interface StaffNow {
  readonly id: string;
  readonly userName: string;
  readonly fullName: string;
  readonly active: boolean;
  readonly citizenNumber: string | null;
  readonly phone: string | null;
  readonly positions: readonly HeldNow[];
}

/** What is to be compared with, and how new ids and names are made. */
export interface ListBasis {
  readonly today: LocalDate;
  readonly staff: readonly StaffNow[];
  /** User names of other communes of the installation. */
  readonly takenElsewhere: ReadonlySet<string>;
  /** What a role is called: the title of a position without one. */
  readonly titleOf: (role: Role) => string;
  readonly userNamesFor: (fullName: string) => readonly string[];
  /** The same id for the same words. */
  readonly idFor: (...words: readonly string[]) => string;
}

/** A position as the list wants it. */
export interface WishedPosition extends Position {
  readonly positionId: string;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
}

/** What changes: of the person, or of the position of the line. Empty `before`: there was nothing. */
export interface ListChange {
  readonly column: StaffColumn | 'account';
  readonly before: string | readonly string[];
  readonly after: string | readonly string[];
}

export type LineState = 'new' | 'changed' | 'unchanged' | 'error' | 'skipped';

/** A line with what it would do. */
export interface PlannedLine {
  readonly read: ReadLine;
  readonly state: LineState;
  /** Whose line it is; undefined for lines with faults and examples. */
  readonly staffId: string | undefined;
  readonly userName: string | null;
  readonly changes: readonly ListChange[];
  readonly faults: readonly ListFinding<ListFault>[];
  readonly notices: readonly ListFinding<ListNotice>[];
}

/** A person of the list whose lines are all right. */
export interface PlannedPerson {
  readonly staffId: string;
  readonly before: StaffNow | undefined;
  readonly userName: string;
  readonly fullName: string;
  readonly citizenNumber: string | null;
  readonly phone: string | null;
  /** All positions from today on: those of the list, and those held that the list does not name. */
  readonly wished: readonly WishedPosition[];
  /** Held, and not in the list. */
  readonly left: readonly HeldNow[];
  readonly lines: readonly number[];
  readonly changed: boolean;
}

/** What a whole list would do. */
export interface ListPlan {
  readonly lines: readonly PlannedLine[];
  readonly people: readonly PlannedPerson[];
  /** With an open account, and on no line. Nothing happens to them unless somebody says so. */
  readonly absent: readonly StaffNow[];
}

/** Most positions of one person. */
const MOST_POSITIONS = 10;

interface Draft {
  readonly read: ReadLine;
  readonly faults: ListFinding<ListFault>[];
  readonly notices: ListFinding<ListNotice>[];
}

interface Group {
  readonly before: StaffNow | undefined;
  readonly userName: string;
  readonly drafts: readonly Draft[];
}

const fault = (column: StaffColumn | null, code: ListFault, facts: ListFinding['facts'] = {}): ListFinding<ListFault> => ({ column, code, facts });

/** Finds whose line it is. A user name decides; without one the citizen number; a name alone recognises nobody, because two people may share it. */
function groupLines(drafts: readonly Draft[], basis: ListBasis): readonly Group[] {
  const byUserName = new Map(basis.staff.map((member) => [member.userName, member]));
  const byNumber = new Map(basis.staff.flatMap((member) => (member.citizenNumber === null ? [] : [[member.citizenNumber, member] as const])));
  // A number with another name beside it is a mistake in one of the lines, and joins nobody.
  const named = new Map<string, string>();
  for (const { read } of drafts) if (read.userName !== null && read.citizenNumber !== null) named.set(`${read.citizenNumber} ${read.fullName}`, read.userName);
  const used = new Set([...byUserName.keys(), ...drafts.flatMap(({ read }) => (read.userName === null ? [] : [read.userName])), ...basis.takenElsewhere]);
  const made = new Map<string, string>();
  const groups = new Map<string, { before: StaffNow | undefined; userName: string; drafts: Draft[] }>();
  const nameless = new Map<string, number>();

  for (const draft of drafts) {
    const { read } = draft;
    let userName = read.userName ?? (read.citizenNumber === null ? undefined : (named.get(`${read.citizenNumber} ${read.fullName}`) ?? byNumber.get(read.citizenNumber)?.userName));
    if (userName === undefined) {
      if (read.faults.some(({ column }) => column === 'userName' || column === 'fullName')) continue;
      const other = nameless.get(read.fullName);
      const namesake = basis.staff.find((member) => member.fullName === read.fullName && (read.citizenNumber === null || member.citizenNumber === null));
      const key = read.citizenNumber;
      if (key !== null && made.has(key)) userName = made.get(key) ?? '';
      else if (namesake !== undefined) {
        draft.faults.push(fault('userName', 'user-name-needed', { name: read.fullName, userName: namesake.userName }));
        continue;
      } else if (other !== undefined && key === null) {
        draft.faults.push(fault('userName', 'same-name-needs-user-name', { name: read.fullName, other }));
        continue;
      } else {
        userName = basis.userNamesFor(read.fullName).find((candidate) => !used.has(candidate)) ?? '';
        used.add(userName);
        draft.notices.push({ column: 'userName', code: 'user-name-made', facts: { userName } });
        if (key !== null) made.set(key, userName);
      }
      nameless.set(read.fullName, read.line);
    }
    if (read.userName !== null && basis.takenElsewhere.has(read.userName)) {
      draft.faults.push(fault('userName', 'user-name-elsewhere', { value: read.userName }));
      continue;
    }
    const group = groups.get(userName) ?? { before: byUserName.get(userName), userName, drafts: [] };
    group.drafts.push(draft);
    groups.set(userName, group);
  }
  return [...groups.values()];
}

/** Faults between the lines of one person: they say different things of the person, or the same position twice. */
function compareLines({ drafts }: Group): void {
  const first = drafts[0];
  if (first === undefined) return;
  const places = new Map<string, number>();
  for (const { read, faults } of drafts) {
    const differs = (column: 'fullName' | 'citizenNumber' | 'phone'): boolean =>
      read !== first.read && read[column] !== null && read[column] !== '' && first.read[column] !== null && first.read[column] !== read[column];
    for (const column of ['fullName', 'citizenNumber', 'phone'] as const) if (differs(column)) faults.push(fault(column, 'rows-disagree', { other: first.read.line }));
    if (read.unit === null || read.role === null) continue;
    const place = `${read.unit.id} ${read.role}`;
    const other = places.get(place);
    if (other !== undefined) faults.push(fault('role', 'position-twice', { other }));
    else places.set(place, read.line);
  }
}

/** Faults between people: one number or one telephone for two of them, in the file or with somebody who is here already. */
function comparePeople(groups: readonly Group[], basis: ListBasis): void {
  for (const column of ['citizenNumber', 'phone'] as const) {
    const seen = new Map<string, { readonly group: Group; readonly line: number }>();
    const codes = column === 'citizenNumber' ? (['number-twice', 'number-taken'] as const) : (['phone-twice', 'phone-taken'] as const);
    const listed = new Set(groups.map(({ before }) => before?.id));
    const held = new Map(basis.staff.flatMap((member) => (member[column] === null || !member.active ? [] : [[member[column], member] as const])));
    for (const group of groups) {
      for (const { read, faults } of group.drafts) {
        const value = read[column];
        if (value === null) continue;
        const other = seen.get(value);
        if (other !== undefined && other.group !== group) faults.push(fault(column, codes[0], { other: other.line }));
        else seen.set(value, { group, line: read.line });
        const holder = held.get(value);
        // Whoever holds it now may give it up in the same list.
        const givesUp = holder !== undefined && listed.has(holder.id) && groups.some(({ before, drafts }) => before === holder && drafts.some((one) => one.read[column] !== null && one.read[column] !== value));
        if (holder !== undefined && holder !== group.before && !givesUp && other === undefined) faults.push(fault(column, codes[1], { name: holder.fullName, userName: holder.userName }));
      }
    }
  }
}

const sameSet = (a: readonly string[] = [], b: readonly string[] = []): boolean => a.length === b.length && a.every((one) => b.includes(one));

/** The position of a line: the one held in that unit and role with what the line says of it, or a new one. */
function wishOf({ read, notices }: Draft, group: Group, staffId: string, basis: ListBasis): { readonly wish: WishedPosition; readonly held: HeldNow | undefined; readonly changes: readonly ListChange[] } | undefined {
  const { unit, role } = read;
  if (unit === null || role === null) return undefined;
  const held = group.before?.positions.find((position) => position.unitId === unit.id && position.role === role);
  const past = read.validFrom !== null && read.validFrom < basis.today;
  // What has begun keeps its first day; a day that is over cannot give rights backwards.
  if (held === undefined && past) notices.push({ column: 'validFrom', code: 'start-past', facts: { from: read.validFrom } });
  const begun = held !== undefined && held.validFrom <= basis.today;
  const validFrom = begun ? held.validFrom : past || read.validFrom === null ? (held?.validFrom ?? basis.today) : read.validFrom;
  const wish: WishedPosition = {
    positionId: held?.positionId ?? basis.idFor('position', staffId, unit.id, role),
    unitId: unit.id, role,
    title: read.title === '' ? (held?.title ?? basis.titleOf(role)) : read.title,
    fields: read.fields ?? held?.fields ?? [],
    unitScope: read.unitScope ?? held?.unitScope ?? 'all',
    steps: read.steps ?? held?.steps ?? [],
    validFrom,
    validTo: read.validTo ?? held?.validTo ?? null,
  };
  if (held === undefined) return { wish, held, changes: [{ column: 'role', before: '', after: wish.title }] };
  const changes: ListChange[] = [];
  if (held.title !== wish.title) changes.push({ column: 'title', before: held.title, after: wish.title });
  if (!sameSet(held.fields, wish.fields)) changes.push({ column: 'fields', before: held.fields, after: wish.fields });
  if ((held.unitScope ?? 'all') !== wish.unitScope) changes.push({ column: 'unitScope', before: held.unitScope ?? 'all', after: wish.unitScope === 'own' ? 'own' : 'all' });
  if (!sameSet(held.steps, wish.steps)) changes.push({ column: 'steps', before: held.steps ?? [], after: wish.steps ?? [] });
  if (held.validFrom !== wish.validFrom) changes.push({ column: 'validFrom', before: held.validFrom, after: wish.validFrom });
  if (held.validTo !== wish.validTo) changes.push({ column: 'validTo', before: held.validTo ?? '', after: wish.validTo ?? '' });
  return { wish, held, changes };
}

function personChanges(before: StaffNow | undefined, after: Pick<StaffNow, 'fullName' | 'citizenNumber' | 'phone'>): readonly ListChange[] {
  if (before === undefined) return [];
  const changes: ListChange[] = [];
  if (!before.active) changes.push({ column: 'account', before: 'closed', after: 'open' });
  for (const column of ['fullName', 'citizenNumber', 'phone'] as const) if (before[column] !== after[column]) changes.push({ column, before: before[column] ?? '', after: after[column] ?? '' });
  return changes;
}

/** Plans the lines of one person; none is written when one of them has a fault. */
function planGroup(group: Group, basis: ListBasis, checkPositions: (before: StaffNow | undefined, wished: readonly WishedPosition[]) => ListFinding<ListFault> | undefined): { readonly lines: readonly PlannedLine[]; readonly person: PlannedPerson | undefined } {
  const { before, drafts, userName } = group;
  const staffId = before?.id ?? basis.idFor('staff', userName);
  const firstOf = <T>(read: (line: ReadLine) => T | null): T | null => drafts.map((draft) => read(draft.read)).find((value) => value !== null) ?? null;
  const fullName = drafts[0]?.read.fullName ?? '';
  const citizenNumber = firstOf(({ citizenNumber: value }) => value) ?? before?.citizenNumber ?? null;
  const phone = firstOf(({ phone: value }) => value) ?? before?.phone ?? null;
  const wishes = drafts.map((draft) => wishOf(draft, group, staffId, basis));
  const left = (before?.positions ?? []).filter(({ positionId }) => !wishes.some((one) => one?.held?.positionId === positionId));
  const wished = [...wishes.flatMap((one) => (one === undefined ? [] : [one.wish])), ...left.map(({ positionId, unitId, role, title, fields, unitScope = 'all', steps = [], validFrom, validTo }) => ({ positionId, unitId, role, title, fields, unitScope, steps, validFrom, validTo }))];
  const first = drafts[0];
  if (first !== undefined && drafts.every(({ faults, read }) => faults.length + read.faults.length === 0)) {
    if (wished.length > MOST_POSITIONS) first.faults.push(fault('role', 'too-many-positions', { max: MOST_POSITIONS }));
    else {
      const broken = checkPositions(before, wished);
      if (broken !== undefined) first.faults.push(broken);
    }
  }
  const wrong = drafts.find(({ faults, read }) => faults.length + read.faults.length > 0);
  const ofPerson = personChanges(before, { fullName, citizenNumber, phone });
  const lines = drafts.map((draft, index): PlannedLine => {
    const faults = [...draft.read.faults, ...draft.faults];
    if (faults.length === 0 && wrong !== undefined) faults.push(fault(null, 'other-row-wrong', { other: wrong.read.line }));
    const changes = [...(index === 0 ? ofPerson : []), ...(wishes[index]?.changes ?? [])];
    const state: LineState = faults.length > 0 ? 'error' : before === undefined ? 'new' : changes.length > 0 ? 'changed' : 'unchanged';
    return { read: draft.read, state, staffId: faults.length > 0 ? undefined : staffId, userName, changes: before === undefined ? [] : changes, faults, notices: [...draft.read.notices, ...draft.notices] };
  });
  const person = wrong === undefined ? { staffId, before, userName, fullName, citizenNumber, phone, wished, left, lines: drafts.map(({ read }) => read.line), changed: lines.some(({ state }) => state === 'changed') } : undefined;
  return { lines, person };
}

/**
 * Compares the lines of a list with who is here: what each would do, who is new, who changes, who is not in the list. Never refuses and
 * changes nothing; `checkPositions` is the rule that the positions of one person obey.
 */
export function planStaffList(lines: readonly ReadLine[], basis: ListBasis, checkPositions: (before: StaffNow | undefined, wished: readonly WishedPosition[]) => ListFinding<ListFault> | undefined): ListPlan {
  const drafts = lines.filter(({ example }) => !example).map((read): Draft => ({ read, faults: [], notices: [] }));
  const groups = groupLines(drafts, basis);
  for (const group of groups) compareLines(group);
  comparePeople(groups, basis);
  const planned = groups.map((group) => planGroup(group, basis, checkPositions));
  const done = new Map(planned.flatMap((one) => one.lines.map((line) => [line.read.line, line] as const)));
  const loose = new Map(drafts.map((draft) => [draft.read.line, draft] as const));
  const all = lines.map((read): PlannedLine => {
    const known = done.get(read.line);
    if (known !== undefined) return known;
    const draft = loose.get(read.line);
    return { read, state: draft === undefined ? 'skipped' : 'error', staffId: undefined, userName: read.userName, changes: [], faults: [...read.faults, ...(draft?.faults ?? [])], notices: [...read.notices, ...(draft?.notices ?? [])] };
  });
  const seen = new Set(groups.flatMap(({ before }) => (before === undefined ? [] : [before.id])));
  // Whose line could not be told apart is not called absent.
  const names = new Set(drafts.map(({ read }) => read.fullName));
  return { lines: all, people: planned.flatMap(({ person }) => (person === undefined ? [] : [person])), absent: basis.staff.filter(({ id, active, fullName }) => active && !seen.has(id) && !names.has(fullName)) };
}
