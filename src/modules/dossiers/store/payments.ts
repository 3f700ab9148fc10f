import { type Insertable, type Selectable, type Updateable } from 'kysely';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type PaymentRequestTable } from '../../../platform/db/tables.generated.ts';

export type PaymentRow = Selectable<PaymentRequestTable>;

interface DossierKey {
  readonly commune_code: string;
  readonly id: string;
}

/** The payment that a dossier waits for; undefined when there is none. */
export async function findOpenPayment(tx: Database | Tx, dossier: DossierKey): Promise<PaymentRow | undefined> {
  return tx.selectFrom('payment_request').selectAll().where('commune_code', '=', dossier.commune_code).where('dossier_id', '=', dossier.id).where('status', '=', 'open').executeTakeFirst();
}

/** Writes a payment request under the dossier's next number. */
export async function insertPayment(tx: Tx, dossier: DossierKey, payment: Omit<Insertable<PaymentRequestTable>, 'commune_code' | 'dossier_id' | 'seq'>): Promise<void> {
  const keys = { commune_code: dossier.commune_code, dossier_id: dossier.id };
  const last = await tx.selectFrom('payment_request').select(({ fn }) => fn.max('seq').as('seq')).where('commune_code', '=', keys.commune_code).where('dossier_id', '=', keys.dossier_id).executeTakeFirst();
  await tx.insertInto('payment_request').values({ ...payment, ...keys, seq: (last?.seq ?? 0) + 1 }).execute();
}

/** Changes a payment request. */
export async function updatePayment(tx: Tx, payment: PaymentRow, changes: Updateable<PaymentRequestTable>): Promise<void> {
  await tx.updateTable('payment_request').set(changes).where('commune_code', '=', payment.commune_code).where('dossier_id', '=', payment.dossier_id).where('id', '=', payment.id).execute();
}

/** Every payment request of a dossier, newest first. */
export async function listPayments(db: Database, communeCode: string, dossierId: string): Promise<readonly PaymentRow[]> {
  return db.selectFrom('payment_request').selectAll().where('commune_code', '=', communeCode).where('dossier_id', '=', dossierId).orderBy('seq', 'desc').execute();
}
