import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type PayableEventTable, type PayableTable, type PaymentRefundTable, type PaymentTable } from '../../../platform/db/tables.generated.ts';

export type PayableRow = Selectable<PayableTable>;
export type PaymentRow = Selectable<PaymentTable>;
export type PayableEventRow = Selectable<PayableEventTable>;

/** A payable by its id; undefined when the commune has none. */
export async function findPayable(db: Database | Tx, communeCode: string, id: string): Promise<PayableRow | undefined> {
  return db.selectFrom('payable').selectAll().where('commune_code', '=', communeCode).where('id', '=', id).executeTakeFirst();
}

/** Every payable of a dossier, oldest first. */
export async function listPayablesOf(db: Database | Tx, communeCode: string, dossierId: string): Promise<readonly PayableRow[]> {
  return db.selectFrom('payable').selectAll().where('commune_code', '=', communeCode).where('dossier_id', '=', dossierId).orderBy('opened_at').orderBy('id').execute();
}

/** Every open payable of a commune, oldest first. */
export async function listOpenRows(db: Database | Tx, communeCode: string): Promise<readonly PayableRow[]> {
  return db.selectFrom('payable').selectAll().where('commune_code', '=', communeCode).where('state', '=', 'open').orderBy('opened_at').orderBy('id').execute();
}

/** The payables of which the office owes money back, oldest first. */
export async function listSurplusRows(db: Database | Tx, communeCode: string): Promise<readonly PayableRow[]> {
  return db
    .selectFrom('payable').selectAll().where('commune_code', '=', communeCode)
    .where(sql<boolean>`paid - refunded > case when state = 'cancelled' then 0 else amount end`)
    .orderBy('opened_at').orderBy('id').execute();
}

/** The payables that were paid, the newest first, so many of them. */
export async function listPaidRows(db: Database | Tx, communeCode: string, most: number): Promise<readonly PayableRow[]> {
  return db.selectFrom('payable').selectAll().where('commune_code', '=', communeCode).where('state', '=', 'paid').orderBy('closed_at', 'desc').orderBy('id').limit(most).execute();
}

/** Payables by what payers wrote, in any state. */
export async function listRowsByReference(db: Database | Tx, communeCode: string, references: readonly string[]): Promise<readonly PayableRow[]> {
  if (references.length === 0) return [];
  return db.selectFrom('payable').selectAll().where('commune_code', '=', communeCode).where((eb) => eb('reference', '=', eb.fn.any(eb.val([...references])))).orderBy('opened_at').orderBy('id').execute();
}

/** Payables by their ids, in any state. */
export async function listRowsById(db: Database | Tx, communeCode: string, ids: readonly string[]): Promise<readonly PayableRow[]> {
  if (ids.length === 0) return [];
  return db.selectFrom('payable').selectAll().where('commune_code', '=', communeCode).where((eb) => eb('id', '=', eb.fn.any(eb.val([...ids])))).orderBy('opened_at').orderBy('id').execute();
}

/** Locks a payable for this transaction; undefined when the commune has none. */
export async function loadPayableForUpdate(tx: Tx, communeCode: string, id: string): Promise<PayableRow | undefined> {
  return tx.selectFrom('payable').selectAll().where('commune_code', '=', communeCode).where('id', '=', id).forUpdate().executeTakeFirst();
}

/** Keeps a new payable; false when its reference is taken, or the dossier has one for its fees already. */
export async function insertPayable(tx: Tx, payable: Insertable<PayableTable>): Promise<boolean> {
  const done = await tx.insertInto('payable').values(payable).onConflict((on) => on.doNothing()).executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n;
}

/** Writes where a payable stands. */
export async function updatePayable(tx: Tx, { commune_code, id }: Pick<PayableRow, 'commune_code' | 'id'>, changes: Updateable<PayableTable>): Promise<void> {
  await tx.updateTable('payable').set(changes).where('commune_code', '=', commune_code).where('id', '=', id).execute();
}

/** Adds to the history of a payable, whose row the caller holds. */
export async function insertPayableEvent(tx: Tx, event: Omit<Insertable<PayableEventTable>, 'seq'>): Promise<void> {
  await sql`
    insert into payable_event (commune_code, payable_id, seq, at, kind, amount, state, actor_id, actor_name, reason)
    select ${event.commune_code}, ${event.payable_id}::uuid, coalesce(max(seq), 0) + 1, ${event.at}::timestamptz, ${event.kind}, ${event.amount}::bigint, ${event.state}, ${event.actor_id ?? null}::uuid, ${event.actor_name ?? null}::text, ${event.reason ?? null}::text
    from payable_event where commune_code = ${event.commune_code} and payable_id = ${event.payable_id}`.execute(tx);
}

/** The history of a payable, oldest first. */
export async function listPayableEvents(db: Database | Tx, communeCode: string, payableId: string): Promise<readonly PayableEventRow[]> {
  return db.selectFrom('payable_event').selectAll().where('commune_code', '=', communeCode).where('payable_id', '=', payableId).orderBy('seq').execute();
}

/** Keeps a payment; false when its source is known already, also when somebody else keeps it at this moment. */
export async function insertPayment(tx: Tx, payment: Insertable<PaymentTable>): Promise<boolean> {
  const done = await tx.insertInto('payment').values(payment).onConflict((on) => on.columns(['commune_code', 'source']).doNothing()).executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n;
}

/** A payment by its id; undefined when the commune has none. */
export async function findPayment(db: Database | Tx, communeCode: string, id: string): Promise<PaymentRow | undefined> {
  return db.selectFrom('payment').selectAll().where('commune_code', '=', communeCode).where('id', '=', id).executeTakeFirst();
}

/** A payment by where it is known from; undefined when the commune has none. */
export async function findPaymentBySource(db: Database | Tx, communeCode: string, source: string): Promise<PaymentRow | undefined> {
  return db.selectFrom('payment').selectAll().where('commune_code', '=', communeCode).where('source', '=', source).executeTakeFirst();
}

/** A payment of the last year that has this receipt number from elsewhere and was not reversed. Two who write the same number at once: the second waits and finds the first. */
export async function findReceiptElsewhere(tx: Tx, communeCode: string, number: string, now: Date): Promise<Pick<PaymentRow, 'id'> | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`receipt-elsewhere ${communeCode} ${number}`}, 0))`.execute(tx);
  return tx.selectFrom('payment').select('id').where('commune_code', '=', communeCode).where('receipt_elsewhere', '=', number).where('reversed_at', 'is', null)
    .where('recorded_at', '>', sql<Date>`${now}::timestamptz - interval '1 year'`).executeTakeFirst();
}

/** Payments whose receipts were written elsewhere, of a stretch of time, `from` included and `until` not, oldest first; reversed ones are left out. */
export async function listReceiptsElsewhere(db: Database | Tx, communeCode: string, from: Date, until: Date): Promise<readonly PaymentRow[]> {
  return db.selectFrom('payment').selectAll().where('commune_code', '=', communeCode).where('receipt_elsewhere', 'is not', null).where('reversed_at', 'is', null)
    .where('recorded_at', '>=', from).where('recorded_at', '<', until).orderBy('recorded_at').orderBy('id').execute();
}

/** Every payment of a payable, reversed ones included, oldest first. */
export async function listPaymentsOf(db: Database | Tx, communeCode: string, payableId: string): Promise<readonly PaymentRow[]> {
  return db.selectFrom('payment').selectAll().where('commune_code', '=', communeCode).where('payable_id', '=', payableId).orderBy('recorded_at').orderBy('id').execute();
}

/** The payments that the office came to know of in a stretch of time, `from` included and `until` not, oldest first; reversed ones included. */
export async function listPaymentsBetween(db: Database | Tx, communeCode: string, from: Date, until: Date): Promise<readonly PaymentRow[]> {
  return db.selectFrom('payment').selectAll().where('commune_code', '=', communeCode).where('recorded_at', '>=', from).where('recorded_at', '<', until).orderBy('recorded_at').orderBy('id').execute();
}

/** Notes that a payment was reversed; the payable's row is held by the caller. */
export async function markReversed(tx: Tx, { commune_code, id }: Pick<PaymentRow, 'commune_code' | 'id'>, reversal: Pick<PaymentRow, 'reversed_at' | 'reversed_by' | 'reversed_by_name' | 'reverse_reason'>): Promise<void> {
  await tx.updateTable('payment').set(reversal).where('commune_code', '=', commune_code).where('id', '=', id).execute();
}

/** Keeps that money went back. */
export async function insertRefund(tx: Tx, refund: Insertable<PaymentRefundTable>): Promise<void> {
  await tx.insertInto('payment_refund').values(refund).execute();
}
