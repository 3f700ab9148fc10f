import { type Database, type Tx } from '../../../platform/db/database.ts';

/** Whose dossier it is, as reception knows the person; `personId` null while the office has not received it. */
export interface DossierPerson {
  readonly personId: string | null;
  readonly fullName: string;
  readonly hasPhone: boolean;
}

/** The person of a dossier; undefined when the commune has no such dossier. */
export async function findDossierPerson(db: Database | Tx, communeCode: string, dossierId: string): Promise<DossierPerson | undefined> {
  const row = await db.selectFrom('dossier').select(['person_id', 'applicant_name', 'applicant_phone']).where('commune_code', '=', communeCode).where('id', '=', dossierId).executeTakeFirst();
  return row && { personId: row.person_id, fullName: row.applicant_name, hasPhone: row.applicant_phone !== null };
}

/** Names and telephones of people of a commune, by name; whoever has no telephone or asked for restriction is left out. */
export async function listReachable(db: Database | Tx, communeCode: string, personIds: readonly string[]): Promise<readonly { readonly personId: string; readonly fullName: string; readonly phone: string }[]> {
  if (personIds.length === 0) return [];
  const rows = await db
    .selectFrom('person')
    .select(['id', 'full_name', 'phone'])
    .where('commune_code', '=', communeCode)
    .where('id', 'in', [...personIds])
    .where('phone', 'is not', null)
    .where('restricted_at', 'is', null)
    .orderBy('full_name')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ personId: row.id, fullName: row.full_name, phone: row.phone ?? '' }));
}
