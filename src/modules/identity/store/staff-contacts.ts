import { sql } from 'kysely';
import { type Database, type Tx } from '../../../platform/db/database.ts';

/** What a list of staff says of a person beside name and positions. */
export interface StaffContact {
  readonly staffId: string;
  readonly citizenNumber: string | null;
  readonly phone: string | null;
}

/** The same as it is stored, with whether the password is still the one that somebody else made. */
export interface StoredContact extends StaffContact {
  readonly mustChangePassword: boolean;
}

/** Personal numbers and telephones of everybody who has or had an account in a commune. */
export async function listStaffContacts(db: Database | Tx, communeCode: string): Promise<readonly StoredContact[]> {
  return db.selectFrom('staff').select(['id as staffId', 'citizen_number as citizenNumber', 'phone', 'must_change_password as mustChangePassword']).where('commune_code', '=', communeCode).execute();
}

/** Writes a person's number and telephone. */
export async function writeStaffContact(tx: Tx, communeCode: string, { staffId, citizenNumber, phone }: StaffContact): Promise<void> {
  await tx.updateTable('staff').set({ citizen_number: citizenNumber, phone }).where('commune_code', '=', communeCode).where('id', '=', staffId).execute();
}

/** Which of these user names somebody outside of the commune has; a user name exists once in the installation. */
export async function listNamesTakenElsewhere(db: Database | Tx, communeCode: string, userNames: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ readonly name: string }>`select user_names_taken(${[...userNames]}::text[], ${communeCode}) as name`.execute(db);
  return rows.map(({ name }) => name);
}

/** The personal number of a member of staff, as far as the office has it. */
export async function findStaffNumber(db: Database, communeCode: string, staffId: string): Promise<string | null> {
  return (await db.selectFrom('staff').select('citizen_number').where('commune_code', '=', communeCode).where('id', '=', staffId).executeTakeFirst())?.citizen_number ?? null;
}
