import { type Database, type Tx } from '../../../platform/db/database.ts';

/** What a list of payables says of a dossier. */
export interface PayableDossierRow {
  readonly code: string;
  readonly procedureName: string;
  readonly payerName: string;
}

/** The dossiers of payables by their ids, in one question however many they are; what is not there is left out. */
export async function listPayableDossiers(db: Database | Tx, communeCode: string, ids: readonly string[]): Promise<ReadonlyMap<string, PayableDossierRow>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('dossier')
    .select(['id', 'code', 'reference', 'procedure_name', 'applicant_name'])
    .where('commune_code', '=', communeCode)
    .where((eb) => eb('id', '=', eb.fn.any(eb.val([...ids]))))
    .execute();
  return new Map(rows.map(({ id, code, reference, procedure_name, applicant_name }) => [id, { code: code ?? reference, procedureName: procedure_name, payerName: applicant_name }]));
}

/** Locks a dossier for this transaction, before what hangs on it. */
export async function lockDossier(tx: Tx, communeCode: string, id: string): Promise<void> {
  await tx.selectFrom('dossier').select('id').where('commune_code', '=', communeCode).where('id', '=', id).forUpdate().execute();
}

/** Notes what the payables of a dossier together mean for it. */
export async function updateMoneyState(tx: Tx, communeCode: string, id: string, money: 'none' | 'due' | 'paid' | 'refunded'): Promise<void> {
  await tx.updateTable('dossier').set({ money_state: money }).where('commune_code', '=', communeCode).where('id', '=', id).execute();
}
