import { type StaffActor } from '../kernel/actor.ts';
import { installDefaultCalendar } from '../modules/calendar/index.ts';
import { rehearseExchange } from '../modules/linked-cases/index.ts';
import { insertCommune, insertPositions, insertStaff, insertUnits, insertVillages, saveSecondFactorRule, type Village } from '../modules/identity/index.ts';
import { type Tx } from '../platform/db/database.ts';
import { type DemoVillage } from './demo-data.ts';
import { DEMO_COMMUNE, DEMO_SINCE, DEMO_UNITS } from './demo-office.ts';
import { DEMO_STAFF, type DemoStaff } from './demo-staff.ts';

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
  await insertUnits(tx, code, [...units.values()], DEMO_SINCE, SYNTHETIC);
  await insertVillages(tx, code, villages, DEMO_SINCE, SYNTHETIC);
  await insertStaff(tx, code, people.map(({ fullName, id, userName }) => ({ id, userName, fullName, passwordHash })), now, SYNTHETIC);
  await insertPositions(
    tx,
    code,
    people.flatMap((person) => positionsOf(person).map((position) => ({ id: newId(), staffId: person.id, ...position, validFrom: DEMO_SINCE, validTo: null }))),
    SYNTHETIC,
  );
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

function positionsOf({ also = [], fields, role, title, unitId }: DemoStaff & { readonly unitId: string }): StaffActor['positions'] {
  return [{ role, title }, ...also].map((position) => ({ ...position, unitId, fields }));
}
