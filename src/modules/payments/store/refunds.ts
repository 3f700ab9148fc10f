import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type RefundTable } from '../../../platform/db/tables.generated.ts';

export type RefundRow = Selectable<RefundTable>;

/** Keeps a request. */
export async function insertRefundRequest(tx: Tx, row: Insertable<RefundTable>): Promise<void> {
  await tx.insertInto('refund').values(row).execute();
}

/** A refund by its id; undefined when the commune has none. */
export async function findRefund(db: Database | Tx, communeCode: string, id: string): Promise<RefundRow | undefined> {
  return db.selectFrom('refund').selectAll().where('commune_code', '=', communeCode).where('id', '=', id).executeTakeFirst();
}

/** The same, locked for this transaction. */
export async function loadRefundForUpdate(tx: Tx, communeCode: string, id: string): Promise<RefundRow | undefined> {
  return tx.selectFrom('refund').selectAll().where('commune_code', '=', communeCode).where('id', '=', id).forUpdate().executeTakeFirst();
}

/** The refund that a gateway means by a number, whichever commune it is of. */
export async function findRefundByNumber(db: Database | Tx, gateway: string, requestNumber: string): Promise<RefundRow | undefined> {
  return db.selectFrom('refund').selectAll().where('gateway', '=', gateway).where('request_number', '=', requestNumber).executeTakeFirst();
}

/** Writes what became of a refund. */
export async function updateRefund(tx: Tx, { commune_code, id }: Pick<RefundRow, 'commune_code' | 'id'>, changes: Updateable<RefundTable>): Promise<void> {
  await tx.updateTable('refund').set(changes).where('commune_code', '=', commune_code).where('id', '=', id).execute();
}

/** What is asked to be paid back of a payable and has not gone yet, in whole đồng. */
export async function sumUnderWay(db: Database | Tx, communeCode: string, payableId: string): Promise<number> {
  const { rows: [found] } = await sql<{ sum: number }>`select coalesce(sum(amount), 0)::bigint as sum from refund where commune_code = ${communeCode} and payable_id = ${payableId}::uuid and ended_at is null`.execute(db);
  return found?.sum ?? 0;
}

/** What of an online payment is going back, or has gone back, at its gateway. */
export async function sumOfOnline(db: Database | Tx, communeCode: string, onlinePaymentId: string): Promise<number> {
  const { rows: [found] } = await sql<{ sum: number }>`select coalesce(sum(coalesce(paid_amount, amount)), 0)::bigint as sum from refund
    where commune_code = ${communeCode} and online_payment_id = ${onlinePaymentId}::uuid and state not in ('refused', 'withdrawn')`.execute(db);
  return found?.sum ?? 0;
}

/** Refunds under way, oldest first, those that are over, newest first, or both in the order in which they were asked for; of one payable, where that is named. */
export async function listRefunds(db: Database, communeCode: string, { list, payableId }: { readonly list: 'under-way' | 'over' | 'all'; readonly payableId: string | null }, limit: number): Promise<readonly RefundRow[]> {
  return db
    .selectFrom('refund').selectAll().where('commune_code', '=', communeCode)
    .$if(list !== 'all', (query) => query.where('ended_at', list === 'over' ? 'is not' : 'is', null))
    .$if(payableId !== null, (query) => query.where('payable_id', '=', payableId ?? ''))
    .orderBy(list === 'over' ? 'ended_at' : 'asked_at', list === 'over' ? 'desc' : 'asc').orderBy('id').limit(limit).execute();
}

/** Refunds whose gateway is to be asked now, of every commune, the longest waiting first. */
export async function listDueRefunds(db: Database, now: Date, limit: number): Promise<readonly RefundRow[]> {
  return db.selectFrom('refund').selectAll().where('next_at', '<=', now).orderBy('next_at').limit(limit).execute();
}

/** Refunds by transfer that were approved or paid, of the payables with these references, oldest first. */
export async function listTransferRefunds(db: Database | Tx, communeCode: string, references: readonly string[]): Promise<readonly (Pick<RefundRow, 'id' | 'amount' | 'state'> & { readonly reference: string })[]> {
  if (references.length === 0) return [];
  return db
    .selectFrom('refund as r').innerJoin('payable as p', (join) => join.onRef('p.commune_code', '=', 'r.commune_code').onRef('p.id', '=', 'r.payable_id'))
    .select(['r.id', 'r.amount', 'r.state', 'p.reference']).where('r.commune_code', '=', communeCode).where('r.way', '=', 'transfer').where('r.state', 'in', ['approved', 'paid'])
    .where((eb) => eb('p.reference', '=', eb.fn.any(eb.val([...references])))).orderBy('r.asked_at').orderBy('r.id').execute();
}

/** The payables of some refunds, by refund. */
export async function findPayablesOfRefunds(db: Database | Tx, communeCode: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('refund').select(['id', 'payable_id']).where('commune_code', '=', communeCode).where('id', 'in', [...ids]).execute();
  return new Map(rows.map(({ id, payable_id: payable }) => [id, payable]));
}
