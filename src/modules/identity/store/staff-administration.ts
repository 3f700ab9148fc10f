import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { type StaffActor, type WorkStep } from '../../../kernel/actor.ts';
import { type LocalDate } from '../../../kernel/local-time.ts';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type OpenedPosition } from '../domain/plan-positions.ts';
import { type StaffMember } from '../domain/staff-member.ts';
import { type Provenance } from './commune.ts';
import { positionsOn } from './positions-on.ts';
import { type NewStaff } from './staff.ts';

function members(db: Database, communeCode: string, on: LocalDate) {
  return db
    .selectFrom('staff')
    .select((select) => [
      'staff.id',
      'staff.user_name as userName',
      'staff.full_name as fullName',
      'staff.active',
      'staff.synthetic',
      // Written at every sign-in and kept for as long as the browser stays known.
      select
        .selectFrom('known_device as d')
        .select(({ fn }) => fn.max('d.last_used_at').as('at'))
        .whereRef('d.commune_code', '=', 'staff.commune_code')
        .whereRef('d.staff_id', '=', 'staff.id')
        .as('lastSignInAt'),
      jsonArrayFrom(
        select
          .selectFrom('staff_position as p')
          .innerJoin(sql<{ readonly id: string; readonly name: string }>`units_on(${communeCode}, ${on}::date)`.as('unit'), 'unit.id', 'p.unit_id')
          .select((columns) => [
            'p.id as positionId', 'p.unit_id as unitId', 'unit.name as unitName', 'p.role', 'p.title', 'p.fields', 'p.unit_scope as unitScope',
            columns.ref('p.steps').$castTo<readonly WorkStep[]>().as('steps'), 'p.valid_from as validFrom', 'p.valid_to as validTo',
          ])
          .whereRef('p.commune_code', '=', 'staff.commune_code')
          .whereRef('p.staff_id', '=', 'staff.id')
          .where((where) => where.or([where('p.valid_to', 'is', null), where.and([where('p.valid_to', '>=', on), where('p.valid_to', '>=', where.ref('p.valid_from'))])]))
          .orderBy('p.valid_from')
          .orderBy('p.id'),
      ).as('positions'),
      jsonArrayFrom(
        select
          .selectFrom('staff_leave as l')
          .leftJoin('staff as acting', (join) => join.onRef('acting.commune_code', '=', 'l.commune_code').onRef('acting.id', '=', 'l.acting_staff_id'))
          .select(['l.id', 'l.from_day as fromDay', 'l.until_day as untilDay', 'l.reason', 'l.acting_staff_id as actingStaffId', 'acting.full_name as actingName'])
          .whereRef('l.commune_code', '=', 'staff.commune_code')
          .whereRef('l.staff_id', '=', 'staff.id')
          .where('l.ended_at', 'is', null)
          .where('l.until_day', '>=', on)
          .orderBy('l.from_day')
          .orderBy('l.id'),
      ).as('leaves'),
    ])
    .where('staff.commune_code', '=', communeCode);
}

/** Everybody who has or had an account in a commune, closed accounts included, by name, with the positions that they hold on a day or later, and their leave. */
export async function listStaffMembers(db: Database, communeCode: string, on: LocalDate): Promise<readonly StaffMember[]> {
  return members(db, communeCode, on).orderBy('staff.full_name').orderBy('staff.id').execute();
}

/** Everybody with an open account, as those who act, with the positions of a day and those of colleagues for whom they act. */
export async function listStaffActors(db: Database, communeCode: string, on: LocalDate): Promise<readonly StaffActor[]> {
  const all = await db
    .selectFrom('staff')
    .select(['id as staffId', 'full_name as fullName', 'user_name as userName', positionsOn({ commune: 'staff.commune_code', staff: 'staff.id' }, on).as('positions')])
    .where('commune_code', '=', communeCode)
    .where('active', '=', true)
    .orderBy('full_name')
    .orderBy('id')
    .execute();
  return all.map((person) => ({ kind: 'staff', communeCode, ...person }));
}

/** One person of a commune with the positions held on a day or later; undefined when the commune has nobody of that id. */
export async function findStaffMember(db: Database, communeCode: string, staffId: string, on: LocalDate): Promise<StaffMember | undefined> {
  return members(db, communeCode, on).where('staff.id', '=', staffId).executeTakeFirst();
}

/** Lets the changes of a commune's people happen one after the other, so that two of them cannot together remove the last administrator. */
export async function lockStaff(tx: Tx, communeCode: string): Promise<void> {
  await tx.selectFrom('commune').select('code').where('code', '=', communeCode).forNoKeyUpdate().execute();
}

/** Whether somebody anywhere in this installation has this id already. */
export async function isStaffIdUsed(tx: Tx, staffId: string): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`select staff_id_taken(${staffId}::uuid) as taken`.execute(tx);
  return rows[0]?.taken === true;
}

/** Adds one person; false, and nothing added, when the user name is taken. */
export async function addStaffMember(tx: Tx, communeCode: string, member: NewStaff, now: Date): Promise<boolean> {
  const added = await tx
    .insertInto('staff')
    .values({
      commune_code: communeCode,
      id: member.id,
      user_name: member.userName,
      full_name: member.fullName,
      password_hash: member.passwordHash,
      must_change_password: member.mustChangePassword === true,
      password_given_at: member.mustChangePassword === true ? now : null,
      created_at: now,
      synthetic: false,
    })
    .onConflict((conflict) => conflict.column('user_name').doNothing())
    .returning('id')
    .executeTakeFirst();
  return added !== undefined;
}

/** Writes a person's name and whether the account is open. */
export async function updateStaffMember(tx: Tx, communeCode: string, staffId: string, change: { readonly fullName: string; readonly active: boolean }): Promise<void> {
  await tx
    .updateTable('staff')
    .set({ full_name: change.fullName, active: change.active })
    .where('commune_code', '=', communeCode)
    .where('id', '=', staffId)
    .execute();
}

/** Opens positions for their days; false when one of the ids was used before: the caller must then roll back. */
export async function openPositions(
  tx: Tx,
  owner: { readonly communeCode: string; readonly staffId: string },
  positions: readonly OpenedPosition[],
  { synthetic }: Provenance,
): Promise<boolean> {
  if (positions.length === 0) return true;
  const opened = await tx
    .insertInto('staff_position')
    .values(
      positions.map((position) => ({
        commune_code: owner.communeCode,
        id: position.positionId,
        staff_id: owner.staffId,
        unit_id: position.unitId,
        role: position.role,
        title: position.title,
        fields: [...position.fields],
        unit_scope: position.unitScope ?? 'all',
        steps: [...(position.steps ?? [])],
        valid_from: position.validFrom,
        valid_to: position.validTo,
        synthetic,
      })),
    )
    .onConflict((conflict) => conflict.columns(['commune_code', 'id']).doNothing())
    .returning('id')
    .execute();
  return opened.length === positions.length;
}

/** Ends positions with a last day; the rows stay. One that began after that day has then never held for a whole day. */
export async function closePositions(tx: Tx, communeCode: string, positionIds: readonly string[], lastDay: LocalDate): Promise<void> {
  if (positionIds.length === 0) return;
  await tx
    .updateTable('staff_position')
    .set({ valid_to: lastDay })
    .where('commune_code', '=', communeCode)
    .where(sql<boolean>`id = any(${[...positionIds]}::uuid[])`)
    .execute();
}

/** Gives positions another last day, or none. */
export async function lengthenPositions(tx: Tx, communeCode: string, positions: readonly { readonly positionId: string; readonly validTo: LocalDate | null }[]): Promise<void> {
  for (const { positionId, validTo } of positions) {
    await tx.updateTable('staff_position').set({ valid_to: validTo }).where('commune_code', '=', communeCode).where('id', '=', positionId).execute();
  }
}

/** How many people with an open account are administrators of a commune on a day. */
export async function countAdministrators(tx: Tx, communeCode: string, on: LocalDate): Promise<number> {
  const { count } = await tx
    .selectFrom('staff')
    .innerJoin('staff_position as p', (join) => join.onRef('p.commune_code', '=', 'staff.commune_code').onRef('p.staff_id', '=', 'staff.id'))
    .select(({ fn }) => fn.count<string>('staff.id').distinct().as('count'))
    .where('staff.commune_code', '=', communeCode)
    .where('staff.active', '=', true)
    .where('p.role', '=', 'administrator')
    .where('p.valid_from', '<=', on)
    .where((where) => where.or([where('p.valid_to', 'is', null), where('p.valid_to', '>=', on)]))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Who administers a commune on a day, with an open account. */
export async function listAdministrators(db: Database | Tx, communeCode: string, on: LocalDate): Promise<readonly { readonly id: string; readonly fullName: string }[]> {
  return db
    .selectFrom('staff')
    .select(['staff.id', 'staff.full_name as fullName'])
    .where('staff.commune_code', '=', communeCode)
    .where('staff.active', '=', true)
    .where((staff) => staff.exists(
      staff.selectFrom('staff_position as p')
        .select('p.id')
        .whereRef('p.commune_code', '=', 'staff.commune_code')
        .whereRef('p.staff_id', '=', 'staff.id')
        .where('p.role', '=', 'administrator')
        .where('p.valid_from', '<=', on)
        .where((where) => where.or([where('p.valid_to', 'is', null), where('p.valid_to', '>=', on)])),
    ))
    .orderBy('staff.full_name')
    .orderBy('staff.id')
    .execute();
}

/** Somebody who administers a commune of this installation. */
export interface CommuneAdministrator {
  readonly id: string;
  readonly fullName: string;
  readonly userName: string;
  readonly communeCode: string;
  /** With its kind in front: “Xã Hoa Lộc”. */
  readonly communeName: string;
}

/** Who administers any commune that works for itself on a day, with an open account, by commune and name; asked for the whole installation. */
export async function listEveryAdministrator(db: Database | Tx, on: LocalDate): Promise<readonly CommuneAdministrator[]> {
  return db
    .selectFrom('staff')
    .innerJoin('commune', 'commune.code', 'staff.commune_code')
    .select(['staff.id', 'staff.full_name as fullName', 'staff.user_name as userName', 'staff.commune_code as communeCode', sql<string>`upper(left(commune.kind, 1)) || substr(commune.kind, 2) || ' ' || commune.name`.as('communeName')])
    .where('staff.active', '=', true)
    .where('commune.merged_into', 'is', null)
    .where((staff) => staff.exists(
      staff.selectFrom('staff_position as p')
        .select('p.id')
        .whereRef('p.commune_code', '=', 'staff.commune_code')
        .whereRef('p.staff_id', '=', 'staff.id')
        .where('p.role', '=', 'administrator')
        .where('p.valid_from', '<=', on)
        .where((where) => where.or([where('p.valid_to', 'is', null), where('p.valid_to', '>=', on)])),
    ))
    .orderBy('commune.name')
    .orderBy('staff.full_name')
    .orderBy('staff.id')
    .execute();
}
