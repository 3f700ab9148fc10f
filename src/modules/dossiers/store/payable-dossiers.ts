import { sql } from 'kysely';
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

/** Adds that its fees were paid to the history of a dossier whose row is locked. Its version stays: whoever works on it is not overtaken by a payment. */
export async function noteFeesPaid(tx: Tx, communeCode: string, id: string, paid: { readonly at: Date; readonly actorId: string | null; readonly actorName: string | null; readonly receipt: string }): Promise<void> {
  await sql`
    insert into dossier_history (commune_code, dossier_id, seq, at, event, actor_id, actor_name, facts)
    select ${communeCode}, ${id}::uuid, coalesce(max(seq), 0) + 1, ${paid.at}::timestamptz, 'fees-paid', ${paid.actorId}::uuid, ${paid.actorName}::text, ${JSON.stringify({ receipt: paid.receipt })}::jsonb
    from dossier_history where commune_code = ${communeCode} and dossier_id = ${id}`.execute(tx);
}
