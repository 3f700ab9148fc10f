import { type Selectable, sql } from 'kysely';
import { type LocalDate } from '../../../kernel/local-time.ts';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type UnitChangeTable } from '../../../platform/db/tables.generated.ts';
import { type KnownUnit, type PositionThere, type UnitChange, type UnitFacts, type UnitPlan } from '../domain/unit-change.ts';
import { unitsOfChange } from '../domain/decide-unit-change.ts';

export type UnitChangeRow = Selectable<UnitChangeTable>;
export type UnitSubject = UnitChangeRow['subject'];

/** What a change wrote about positions, so that it can be put back. */
export interface MovedPositions {
  readonly moved: readonly { readonly closed: string; readonly opened: string; readonly validTo: LocalDate | null; readonly validFrom: LocalDate }[];
}

/** Every unit or village that a commune has, had or will have, called as on a day, by name. */
export async function listKnownUnits(db: Database, communeCode: string, subject: UnitSubject, on: LocalDate): Promise<readonly KnownUnit[]> {
  const source = subject === 'unit'
    ? sql`select id, name, short_name as "shortName", kind, fields, valid_from as "validFrom", valid_to as "validTo" from units_on(${communeCode}, ${on}::date)`
    : sql`select id, name, name as "shortName", kind, '{}'::text[] as fields, valid_from as "validFrom", valid_to as "validTo" from villages_on(${communeCode}, ${on}::date)`;
  const { rows } = await sql<KnownUnit>`select * from (${source}) u order by name, id`.execute(db);
  return rows;
}

/** Positions in units that hold on a day or later, with who holds them. */
export async function listPositionsFrom(db: Database, communeCode: string, on: LocalDate): Promise<readonly (PositionThere & { readonly fullName: string; readonly title: string })[]> {
  return db
    .selectFrom('staff_position as p')
    .innerJoin('staff', (join) => join.onRef('staff.commune_code', '=', 'p.commune_code').onRef('staff.id', '=', 'p.staff_id'))
    .select(['p.id as positionId', 'p.unit_id as unitId', 'p.fields', 'p.staff_id as staffId', 'staff.full_name as fullName', 'p.title'])
    .where('p.commune_code', '=', communeCode)
    .where((where) => where.or([where('p.valid_to', 'is', null), where.and([where('p.valid_to', '>=', on), where('p.valid_to', '>=', where.ref('p.valid_from'))])]))
    .orderBy('staff.full_name')
    .orderBy('p.id')
    .execute();
}

/** Entered changes of a commune, the newest first. */
export async function listUnitChanges(db: Database, communeCode: string): Promise<readonly UnitChangeRow[]> {
  return db.selectFrom('unit_change').selectAll().where('commune_code', '=', communeCode).orderBy('entered_at', 'desc').orderBy('id').execute();
}

/** Who came after whom. */
export async function listSuccessors(db: Database, communeCode: string, subject: UnitSubject): Promise<readonly { readonly unitId: string; readonly successorId: string; readonly effectiveOn: LocalDate }[]> {
  return subject === 'unit'
    ? db.selectFrom('unit_successor').select(['unit_id as unitId', 'successor_id as successorId', 'effective_on as effectiveOn']).where('commune_code', '=', communeCode).orderBy('place').execute()
    : db.selectFrom('village_successor').select(['village_id as unitId', 'successor_id as successorId', 'effective_on as effectiveOn']).where('commune_code', '=', communeCode).execute();
}

/** Names that units or villages were given later, the oldest first. */
export async function listNames(db: Database, communeCode: string, subject: UnitSubject): Promise<readonly { readonly unitId: string; readonly validFrom: LocalDate; readonly name: string }[]> {
  const first = subject === 'unit' ? sql`select id, valid_from, name, 0::bigint as seq from unit where commune_code = ${communeCode}` : sql`select id, valid_from, name, 0::bigint as seq from village where commune_code = ${communeCode}`;
  const later = subject === 'unit' ? sql`select unit_id, valid_from, name, seq from unit_version where commune_code = ${communeCode}` : sql`select village_id, valid_from, name, seq from village_version where commune_code = ${communeCode}`;
  const { rows } = await sql<{ readonly unitId: string; readonly validFrom: LocalDate; readonly name: string }>`
    select id as "unitId", valid_from as "validFrom", name from (${first} union all ${later}) n order by valid_from, seq`.execute(db);
  return rows;
}

/** What the decision on a change needs from the tables, for the day of the change. */
export async function loadUnitFacts(db: Database, communeCode: string, subject: UnitSubject, on: LocalDate, known: Pick<UnitFacts, 'today' | 'openDossiers' | 'fields'>): Promise<UnitFacts> {
  const [units, successors, changes, positions] = await Promise.all([
    listKnownUnits(db, communeCode, subject, on),
    listSuccessors(db, communeCode, subject),
    listUnitChanges(db, communeCode),
    subject === 'unit' ? listPositionsFrom(db, communeCode, on) : Promise.resolve([]),
  ]);
  const planned = changes
    .filter((change) => change.subject === subject && change.withdrawn_at === null && change.effective_on > known.today)
    .map((change) => ({ effectiveOn: change.effective_on, unitIds: unitsOfChange(change.request as UnitChange) }));
  return { ...known, units, successors, planned, positions };
}

/** Writes a change as it was decided; its day is the first on which it holds. Positions of units that end go on in the successors. */
export async function writeUnitChange(
  tx: Tx,
  entered: Pick<UnitChangeRow, 'commune_code' | 'id' | 'subject' | 'kind' | 'effective_on' | 'reason' | 'entered_at' | 'entered_by' | 'entered_by_name'>,
  change: UnitChange,
  plan: UnitPlan,
  days: { readonly lastDay: LocalDate; readonly synthetic: boolean; readonly newId: () => string },
): Promise<void> {
  const { commune_code: communeCode, id: changeId, subject, effective_on: on } = entered;
  await tx.insertInto('unit_change').values({ ...entered, request: JSON.stringify(change), synthetic: days.synthetic }).execute();
  const common = { commune_code: communeCode, change_id: changeId };
  if (subject === 'unit') {
    if (plan.opened.length > 0) {
      await tx.insertInto('unit').values(plan.opened.map((unit) => ({
        ...common, id: unit.id, name: unit.name, short_name: unit.shortName, kind: unit.kind as 'department', fields: [...unit.fields], valid_from: on, synthetic: days.synthetic,
      }))).execute();
    }
    if (plan.versions.length > 0) {
      await tx.insertInto('unit_version').values(plan.versions.map((version) => ({
        ...common, unit_id: version.unitId, valid_from: on, name: version.name, short_name: version.shortName, fields: [...version.fields],
      }))).execute();
    }
    if (plan.successors.length > 0) {
      await tx.insertInto('unit_successor').values(plan.successors.map(({ unitId, successorId }, place) => ({ ...common, unit_id: unitId, successor_id: successorId, place, effective_on: on }))).execute();
    }
  } else {
    if (plan.opened.length > 0) {
      await tx.insertInto('village').values(plan.opened.map((village) => ({ ...common, id: village.id, name: village.name, kind: village.kind as 'thôn', valid_from: on, synthetic: days.synthetic }))).execute();
    }
    if (plan.versions.length > 0) {
      await sql`insert into village_version (commune_code, village_id, valid_from, name, kind, change_id)
        select v.commune_code, v.id, ${on}::date, n.name, coalesce(n.kind, v.kind), ${changeId}::uuid
          from jsonb_to_recordset(${JSON.stringify(plan.versions.map(({ unitId, name }) => ({ id: unitId, name })))}::jsonb) as n (id uuid, name text, kind text)
          join village v on v.commune_code = ${communeCode} and v.id = n.id`.execute(tx);
    }
    if (plan.successors.length > 0) {
      await tx.insertInto('village_successor').values(plan.successors.map(({ unitId, successorId }) => ({ ...common, village_id: unitId, successor_id: successorId, effective_on: on }))).execute();
    }
  }
  await endUnits(tx, communeCode, subject, plan.closed, days.lastDay);
  const moved = plan.positions.length === 0 ? [] : await movePositions(tx, communeCode, plan, on, days);
  await tx.updateTable('unit_change').set({ moved: JSON.stringify({ moved } satisfies MovedPositions) }).where('commune_code', '=', communeCode).where('id', '=', changeId).execute();
}

async function endUnits(tx: Tx, communeCode: string, subject: UnitSubject, ids: readonly string[], lastDay: LocalDate | null): Promise<void> {
  if (ids.length === 0) return;
  const chosen = sql<boolean>`id = any(${[...ids]}::uuid[])`;
  if (subject === 'unit') await tx.updateTable('unit').set({ valid_to: lastDay }).where('commune_code', '=', communeCode).where(chosen).execute();
  else await tx.updateTable('village').set({ valid_to: lastDay }).where('commune_code', '=', communeCode).where(chosen).execute();
}

/** Ends positions with the day before and opens the same ones in the successors; answers what is to be put back if the change is withdrawn. */
async function movePositions(tx: Tx, communeCode: string, plan: UnitPlan, on: LocalDate, days: { readonly lastDay: LocalDate; readonly newId: () => string }): Promise<MovedPositions['moved']> {
  const moves = plan.positions.map(({ positionId, toUnitId }) => ({ id: positionId, unit: toUnitId, opened: days.newId() }));
  const given = sql`jsonb_to_recordset(${JSON.stringify(moves)}::jsonb) as m (id uuid, unit uuid, opened uuid)`;
  const { rows } = await sql<{ readonly closed: string; readonly opened: string; readonly validTo: LocalDate | null; readonly validFrom: LocalDate }>`
    insert into staff_position (commune_code, id, staff_id, unit_id, role, title, fields, unit_scope, steps, valid_from, valid_to, synthetic)
    select p.commune_code, m.opened, p.staff_id, m.unit, p.role, p.title, p.fields, p.unit_scope, p.steps, greatest(p.valid_from, ${on}::date), p.valid_to, p.synthetic
      from staff_position p join ${given} on m.id = p.id where p.commune_code = ${communeCode}
    returning (select m.id from ${given} where m.opened = staff_position.id) as closed, id as opened, valid_to as "validTo", valid_from as "validFrom"`.execute(tx);
  await tx.updateTable('staff_position').set({ valid_to: days.lastDay }).where('commune_code', '=', communeCode).where(sql<boolean>`id = any(${moves.map(({ id }) => id)}::uuid[])`).execute();
  return rows;
}

/** A change of a commune, locked; undefined when there is none of that id. */
export async function lockUnitChange(tx: Tx, communeCode: string, id: string): Promise<UnitChangeRow | undefined> {
  return tx.selectFrom('unit_change').selectAll().where('commune_code', '=', communeCode).where('id', '=', id).forUpdate().executeTakeFirst();
}

/** Positions that somebody entered by hand in units that a change is going to begin. */
export async function countPositionsInNewUnits(tx: Tx, communeCode: string, change: UnitChangeRow): Promise<number> {
  const opened = (change.moved as MovedPositions).moved.map((one) => one.opened);
  const { count } = await tx
    .selectFrom('staff_position as p')
    .innerJoin('unit', (join) => join.onRef('unit.commune_code', '=', 'p.commune_code').onRef('unit.id', '=', 'p.unit_id'))
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('p.commune_code', '=', communeCode)
    .where('unit.change_id', '=', change.id)
    .where(sql<boolean>`not p.id = any(${opened}::uuid[])`)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Takes back a change that has not begun: what it wrote goes, what it ended goes on. The line of the change stays. */
export async function undoUnitChange(tx: Tx, row: UnitChangeRow, by: { readonly at: Date; readonly staffId: string; readonly name: string }): Promise<void> {
  const { commune_code: communeCode, id, subject } = row;
  const change = row.request as UnitChange;
  const { moved } = row.moved as MovedPositions;
  if (moved.length > 0) {
    await tx.deleteFrom('staff_position').where('commune_code', '=', communeCode).where(sql<boolean>`id = any(${moved.map(({ opened }) => opened)}::uuid[])`).execute();
    await sql`update staff_position p set valid_to = m."validTo" from jsonb_to_recordset(${JSON.stringify(moved)}::jsonb) as m (closed uuid, "validTo" date)
      where p.commune_code = ${communeCode} and p.id = m.closed`.execute(tx);
  }
  const ended = change.kind === 'merge' ? change.unitIds : change.kind === 'close' || change.kind === 'split' ? [change.unitId] : [];
  await endUnits(tx, communeCode, subject, ended, null);
  if (subject === 'unit') {
    await tx.deleteFrom('unit_version').where('commune_code', '=', communeCode).where('change_id', '=', id).execute();
    await tx.deleteFrom('unit_successor').where('commune_code', '=', communeCode).where('change_id', '=', id).execute();
    await tx.deleteFrom('unit').where('commune_code', '=', communeCode).where('change_id', '=', id).execute();
  } else {
    await tx.deleteFrom('village_version').where('commune_code', '=', communeCode).where('change_id', '=', id).execute();
    await tx.deleteFrom('village_successor').where('commune_code', '=', communeCode).where('change_id', '=', id).execute();
    await tx.deleteFrom('village').where('commune_code', '=', communeCode).where('change_id', '=', id).execute();
  }
  await tx.updateTable('unit_change').set({ withdrawn_at: by.at, withdrawn_by: by.staffId, withdrawn_by_name: by.name }).where('commune_code', '=', communeCode).where('id', '=', id).execute();
}

/** A unit that has ended and whose open dossiers have not all gone to its successors. */
export interface UnsettledUnit {
  readonly communeCode: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly changeId: string;
  readonly reason: string;
  readonly enteredBy: string;
  readonly enteredByName: string;
  readonly successors: readonly { readonly id: string; readonly name: string; readonly fields: readonly string[] }[];
}

/** Ended units whose dossiers are still to go on, each with its successors in their order. */
export async function listUnsettledUnits(db: Database, on: LocalDate): Promise<readonly UnsettledUnit[]> {
  const { rows } = await sql<UnsettledUnit>`
    select s.commune_code as "communeCode", s.unit_id as "unitId", min(old.name) as "unitName", s.change_id as "changeId", c.reason, c.entered_by as "enteredBy", c.entered_by_name as "enteredByName",
        json_agg(json_build_object('id', u.id, 'name', u.name, 'fields', u.fields) order by s.place) as successors
      from unit_successor s
      join unit_change c on c.commune_code = s.commune_code and c.id = s.change_id
      join lateral units_on(s.commune_code, ${on}::date) u on u.id = s.successor_id
      join lateral units_on(s.commune_code, s.effective_on - 1) old on old.id = s.unit_id
     where s.settled_at is null and s.effective_on <= ${on}::date
     group by s.commune_code, s.unit_id, s.change_id, c.reason, c.entered_by, c.entered_by_name`.execute(db);
  return rows;
}

/** Notes that nothing is left to go on. */
export async function markUnitSettled(tx: Tx, communeCode: string, unitId: string, at: Date): Promise<void> {
  await tx.updateTable('unit_successor').set({ settled_at: at }).where('commune_code', '=', communeCode).where('unit_id', '=', unitId).where('settled_at', 'is', null).execute();
}
