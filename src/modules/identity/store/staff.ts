import { sql } from 'kysely';
import { type Position, type Role, type WorkStep } from '../../../kernel/actor.ts';
import { type LocalDate } from '../../../kernel/local-time.ts';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type Provenance } from './commune.ts';
import { factorColumns } from './factor-columns.ts';
import { positionsOn } from './positions-on.ts';

/** A member of staff to be added; `passwordHash` comes from `hashPassword`. */
export interface NewStaff {
  readonly id: string;
  readonly userName: string;
  readonly fullName: string;
  readonly passwordHash: string;
  /** Somebody else made the password: to be changed at the first sign-in. Left out: it is the person's own. */
  readonly mustChangePassword?: boolean;
}

/** A position to be added, with the first and last day it holds. */
export interface NewPosition extends Position {
  readonly id: string;
  readonly staffId: string;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
}

/** A member of staff as others see one, for assigning work: no password, no session. */
export interface StaffListing {
  readonly id: string;
  readonly fullName: string;
  readonly userName: string;
  readonly positions: readonly Position[];
}

/** What a sign-in needs to know about the account behind a user name. */
export interface SignInAccount {
  readonly communeCode: string;
  readonly staffId: string;
  readonly userName: string;
  readonly fullName: string;
  readonly passwordHash: string;
  readonly active: boolean;
  /** Somebody else made the password and handed it over. */
  readonly mustChangePassword: boolean;
  /** When; null for an own password. */
  readonly passwordGivenAt: Date | null;
  readonly positions: readonly Position[];
  /** What can be asked for after the password. */
  readonly hasTotp: boolean;
  readonly hasPasskey: boolean;
}

/** Adds members of staff. A user name that exists already violates the unique key. */
export async function insertStaff(tx: Tx, communeCode: string, staff: readonly NewStaff[], now: Date, { synthetic }: Provenance): Promise<void> {
  if (staff.length === 0) return;
  await tx
    .insertInto('staff')
    .values(
      staff.map((member) => ({
        commune_code: communeCode,
        id: member.id,
        user_name: member.userName,
        full_name: member.fullName,
        password_hash: member.passwordHash,
        created_at: now,
        synthetic,
      })),
    )
    .execute();
}

/** Adds positions to members of staff. */
export async function insertPositions(tx: Tx, communeCode: string, positions: readonly NewPosition[], { synthetic }: Provenance): Promise<void> {
  if (positions.length === 0) return;
  await tx
    .insertInto('staff_position')
    .values(
      positions.map((position) => ({
        commune_code: communeCode,
        id: position.id,
        staff_id: position.staffId,
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
    .execute();
}

function accounts(db: Database | Tx, on: LocalDate) {
  const { hasTotp, hasPasskey } = factorColumns('staff.commune_code', 'staff.id');
  return db
    .selectFrom('staff')
    .select([
      'staff.commune_code as communeCode',
      'staff.id as staffId',
      'staff.user_name as userName',
      'staff.full_name as fullName',
      'staff.password_hash as passwordHash',
      'staff.active',
      'staff.must_change_password as mustChangePassword',
      'staff.password_given_at as passwordGivenAt',
      hasTotp.as('hasTotp'),
      hasPasskey.as('hasPasskey'),
      positionsOn({ commune: 'staff.commune_code', staff: 'staff.id' }, on).as('positions'),
    ]);
}

/** The account behind a user name in its stored form, with the positions of a day; undefined when there is none. */
export async function findAccount(db: Database | Tx, userName: string, on: LocalDate): Promise<SignInAccount | undefined> {
  return accounts(db, on).where('staff.user_name', '=', userName).executeTakeFirst();
}

/** The account of a person, with the positions of a day; undefined when there is none. */
export async function findAccountById(db: Database | Tx, communeCode: string, staffId: string, on: LocalDate): Promise<SignInAccount | undefined> {
  return accounts(db, on).where('staff.commune_code', '=', communeCode).where('staff.id', '=', staffId).executeTakeFirst();
}

/** Which members of staff are looked for; what is left out does not narrow. */
export interface StaffFilter {
  readonly communeCode: string;
  /** The day whose positions count. */
  readonly on: LocalDate;
  readonly roles?: readonly Role[];
  readonly unitId?: string;
  /** Only positions that may handle this field (lĩnh vực), those without a list of fields included. */
  readonly field?: string;
}

/** Active members of staff who hold a fitting position on the day, by name, each with all positions that fit. */
export async function listStaff(db: Database, filter: StaffFilter): Promise<readonly StaffListing[]> {
  const rows = await db
    .selectFrom('staff')
    .innerJoin('staff_position as p', (join) =>
      join.onRef('p.commune_code', '=', 'staff.commune_code').onRef('p.staff_id', '=', 'staff.id'),
    )
    .innerJoin('unit', (join) => join.onRef('unit.commune_code', '=', 'p.commune_code').onRef('unit.id', '=', 'p.unit_id'))
    .select((columns) => [
      'staff.id',
      'staff.full_name as fullName',
      'staff.user_name as userName',
      'p.unit_id as unitId',
      'p.role',
      'p.title',
      'p.fields',
      'p.unit_scope as unitScope',
      columns.ref('p.steps').$castTo<readonly WorkStep[]>().as('steps'),
      'unit.fields as unitFields',
    ])
    .where('staff.commune_code', '=', filter.communeCode)
    .where('staff.active', '=', true)
    .where('p.valid_from', '<=', filter.on)
    .where((where) => where.or([where('p.valid_to', 'is', null), where('p.valid_to', '>=', filter.on)]))
    .$if(filter.roles !== undefined, (query) => query.where(sql<boolean>`p.role = any(${[...(filter.roles ?? [])]})`))
    .$if(filter.unitId !== undefined, (query) => query.where('p.unit_id', '=', filter.unitId ?? ''))
    .orderBy('staff.full_name')
    .orderBy('staff.id')
    .orderBy('p.valid_from')
    .orderBy('p.id')
    .execute();
  const { field } = filter;
  const fitting = field === undefined ? rows : rows.filter((row) => row.fields.length === 0 || row.fields.includes(field));
  const byPerson = Map.groupBy(fitting, (row) => row.id);
  return [...byPerson].map(([id, [first, ...more]]) => ({
    id,
    fullName: first?.fullName ?? '',
    userName: first?.userName ?? '',
    positions: [...(first === undefined ? [] : [first]), ...more].map(({ unitId, role, title, fields, unitScope, unitFields, steps }) => ({ unitId, role, title, fields, unitScope, unitFields, steps })),
  }));
}

/** The stored password of a member of staff, locked against another change until the transaction ends. */
export async function loadPasswordForUpdate(tx: Tx, communeCode: string, staffId: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('staff')
    .select('password_hash')
    .where('commune_code', '=', communeCode)
    .where('id', '=', staffId)
    .forUpdate()
    .executeTakeFirst();
  return row?.password_hash;
}

/** The stored password of a member of staff, and when somebody else handed it over; null for an own one. */
export async function findPassword(db: Database, communeCode: string, staffId: string): Promise<{ readonly hash: string; readonly givenAt: Date | null } | undefined> {
  return db
    .selectFrom('staff')
    .select(['password_hash as hash', 'password_given_at as givenAt'])
    .where('commune_code', '=', communeCode)
    .where('id', '=', staffId)
    .executeTakeFirst();
}

/**
 * Replaces the stored password, provided it is still the one that the caller read. `madeBy` says whose password it now is: the person's `own`, or
 * one that somebody else handed over at a moment, to be changed at the next sign-in; left out, it is the same password in a better form.
 */
export async function replacePassword(tx: Tx, communeCode: string, staffId: string, before: string, after: string, madeBy?: 'own' | { readonly givenAt: Date }): Promise<void> {
  await tx
    .updateTable('staff')
    .set({ password_hash: after, ...(madeBy === undefined ? {} : { must_change_password: madeBy !== 'own', password_given_at: madeBy === 'own' ? null : madeBy.givenAt }) })
    .where('commune_code', '=', communeCode)
    .where('id', '=', staffId)
    .where('password_hash', '=', before)
    .execute();
}
