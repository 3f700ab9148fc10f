import { type StaffActor } from '../kernel/actor.ts';
import { addDays, dateAt } from '../kernel/local-time.ts';
import { installDefaultCalendar } from '../modules/calendar/index.ts';
import { rehearseExchange } from '../modules/linked-cases/index.ts';
import { insertCommune, insertPositions, insertStaff, insertStaffLeave, insertUnits, insertVillages, saveSecondFactorRule, type Village, writeUnitChange } from '../modules/identity/index.ts';
import { type Tx } from '../platform/db/database.ts';
import { type DemoVillage } from './demo-data.ts';
import { DEMO_COMMUNE, DEMO_RENAMED, DEMO_SINCE, DEMO_UNITS } from './demo-office.ts';
import { DEMO_LEAVE, DEMO_STAFF, type DemoStaff } from './demo-staff.ts';

/** The office of the demonstration as it now lies in the database. */
export interface WrittenOffice {
  readonly villages: readonly Village[];
  readonly units: readonly { readonly id: string; readonly name: string }[];
  /** By user name. */
  readonly staff: ReadonlyMap<string, StaffActor>;
}

const SYNTHETIC = { synthetic: true } as const;

/** Writes the commune with its calendar, units, villages and staff; one password hash serves all accounts. */
export async function writeOffice(tx: Tx, made: { readonly villages: readonly DemoVillage[]; readonly passwordHash: string; readonly newId: () => string; readonly now: Date }): Promise<WrittenOffice> {
  const { newId, now, passwordHash } = made;
  const { code } = DEMO_COMMUNE;
  const units = new Map(DEMO_UNITS.map(({ key, ...unit }) => [key, { ...unit, id: newId() }]));
  const villages = made.villages.map(({ name, phone, teamLeader }): Village => ({ id: newId(), name, kind: 'thôn', teamLeaderName: teamLeader, teamLeaderPhone: phone }));
  const people = DEMO_STAFF.map((member) => {
    const unit = units.get(member.unit);
    if (unit === undefined) throw new Error(`the demonstration has no unit ${member.unit}`);
    return { ...member, id: newId(), unitId: unit.id };
  });
  await insertCommune(tx, DEMO_COMMUNE, now);
  await insertUnits(tx, code, [...units].map(([key, unit]) => (key === DEMO_RENAMED.key ? { ...unit, ...DEMO_RENAMED.before } : unit)), DEMO_SINCE, SYNTHETIC);
  await insertVillages(tx, code, villages, DEMO_SINCE, SYNTHETIC);
  await insertStaff(tx, code, people.map(({ fullName, id, userName }) => ({ id, userName, fullName, passwordHash })), now, SYNTHETIC);
  await insertPositions(
    tx,
    code,
    people.flatMap((person) => positionsOf(person).map((position) => ({ id: newId(), staffId: person.id, ...position, validFrom: DEMO_SINCE, validTo: null }))),
    SYNTHETIC,
  );
  await writeStory(tx, made, units.get(DEMO_RENAMED.key), new Map(people.map((person) => [person.userName, person])));
  await installDefaultCalendar(tx, code, now);
  await rehearseExchange(tx, code, now);
  // Everybody may read the shared password: a second factor of one visitor would shut out the next.
  await saveSecondFactorRule(tx, code, 'offered', { at: now, by: null });
  const actorOf = (person: (typeof people)[number]): StaffActor => ({
    kind: 'staff',
    staffId: person.id,
    communeCode: code,
    fullName: person.fullName,
    userName: person.userName,
    positions: positionsOf(person),
  });
  return { villages, units: [...units.values()].map(({ id, name }) => ({ id, name })), staff: new Map(people.map((person) => [person.userName, actorOf(person)])) };
}

/** What an office shows beside its standing order: a unit that was called otherwise until yesterday, somebody on leave with a colleague who acts. */
async function writeStory(
  tx: Tx,
  { newId, now }: { readonly newId: () => string; readonly now: Date },
  renamed: { readonly id: string; readonly name: string; readonly shortName: string; readonly fields: readonly string[] } | undefined,
  people: ReadonlyMap<string, { readonly id: string; readonly fullName: string }>,
): Promise<void> {
  const { code } = DEMO_COMMUNE;
  const today = dateAt(now.getTime());
  const [administrator, away, acting] = ['quantri', DEMO_LEAVE.away, DEMO_LEAVE.acting].map((userName) => people.get(userName));
  if (renamed === undefined || administrator === undefined || away === undefined || acting === undefined) throw new Error('the demonstration has nobody for its story');
  const { id: unitId, name, shortName, fields } = renamed;
  await writeUnitChange(
    tx,
    { commune_code: code, id: newId(), subject: 'unit', kind: 'rename', effective_on: today, reason: DEMO_RENAMED.reason, entered_at: now, entered_by: administrator.id, entered_by_name: administrator.fullName },
    { kind: 'rename', unitId, name, shortName, fields },
    { opened: [], versions: [{ unitId, name, shortName, fields }], closed: [], successors: [], positions: [] },
    { lastDay: addDays(today, -1), ...SYNTHETIC, newId },
  );
  await insertStaffLeave(tx, code, {
    id: newId(), staffId: away.id, actingStaffId: acting.id, fromDay: addDays(today, -DEMO_LEAVE.daysBefore), untilDay: addDays(today, DEMO_LEAVE.daysAfter), reason: DEMO_LEAVE.reason, at: now, by: administrator.id,
  });
}

function positionsOf({ also = [], fields, role, title, unitId }: DemoStaff & { readonly unitId: string }): StaffActor['positions'] {
  return [{ role, title }, ...also].map((position) => ({ ...position, unitId, fields }));
}
