import { type Database, type Tx } from '../../../platform/db/database.ts';

/** Who pays for a dossier, as a fee receipt names the person. */
export interface ReceiptPayer {
  readonly name: string;
  readonly citizenNumber: string | null;
  readonly phone: string | null;
  readonly address: string | null;
  readonly dossierCode: string;
  readonly procedureName: string;
  readonly synthetic: boolean;
}

/** Whoever filed a dossier; undefined when the commune has none of that id. */
export async function findReceiptPayer(db: Database | Tx, communeCode: string, dossierId: string): Promise<ReceiptPayer | undefined> {
  const row = await db
    .selectFrom('dossier')
    .select(['applicant_name', 'applicant_number', 'applicant_phone', 'applicant_address', 'code', 'reference', 'procedure_name', 'synthetic'])
    .where('commune_code', '=', communeCode)
    .where('id', '=', dossierId)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    name: row.applicant_name, citizenNumber: row.applicant_number, phone: row.applicant_phone, address: row.applicant_address, dossierCode: row.code ?? row.reference, procedureName: row.procedure_name, synthetic: row.synthetic,
  };
}
