import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type OnlineMessageTable, type OnlinePaymentTable } from '../../../platform/db/tables.generated.ts';

export type OnlinePaymentRow = Selectable<OnlinePaymentTable>;

/** Keeps a new try; false when its order number is taken. */
export async function insertOnlinePayment(tx: Tx, row: Insertable<OnlinePaymentTable>): Promise<boolean> {
  const done = await tx.insertInto('online_payment').values(row).onConflict((on) => on.columns(['gateway', 'order_number']).doNothing()).executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n;
}

/** The try that a gateway means by an order number, whichever commune it is of; undefined for one that was never started here. */
export async function findByOrderNumber(db: Database | Tx, gateway: string, orderNumber: string): Promise<OnlinePaymentRow | undefined> {
  return db.selectFrom('online_payment').selectAll().where('gateway', '=', gateway).where('order_number', '=', orderNumber).executeTakeFirst();
}

/** A try by its id; undefined when the commune has none. */
export async function findOnlinePayment(db: Database | Tx, communeCode: string, id: string): Promise<OnlinePaymentRow | undefined> {
  return db.selectFrom('online_payment').selectAll().where('commune_code', '=', communeCode).where('id', '=', id).executeTakeFirst();
}

/** Locks a try for this transaction; undefined when the commune has none. */
export async function loadOnlineForUpdate(tx: Tx, communeCode: string, id: string): Promise<OnlinePaymentRow | undefined> {
  return tx.selectFrom('online_payment').selectAll().where('commune_code', '=', communeCode).where('id', '=', id).forUpdate().executeTakeFirst();
}

/** The tries for a payable, the newest first. */
export async function listOnlineOf(db: Database | Tx, communeCode: string, payableId: string): Promise<readonly OnlinePaymentRow[]> {
  return db.selectFrom('online_payment').selectAll().where('commune_code', '=', communeCode).where('payable_id', '=', payableId).orderBy('started_at', 'desc').orderBy('id', 'desc').limit(20).execute();
}

/** Changes a try. */
export async function updateOnlinePayment(tx: Tx, { commune_code, id }: Pick<OnlinePaymentRow, 'commune_code' | 'id'>, changes: Updateable<OnlinePaymentTable>): Promise<void> {
  await tx.updateTable('online_payment').set(changes).where('commune_code', '=', commune_code).where('id', '=', id).execute();
}

/** So many messages with a wrong signature are kept of one try: whoever floods us with them fills no disk. */
const MOST_FORGED = 20;

/** Keeps what was told about a try; of forged words only the first ones. */
export async function insertOnlineMessage(tx: Tx, message: Insertable<OnlineMessageTable>): Promise<void> {
  if (message.verdict === 'forged') {
    const { rows: [found] } = await sql<{ forged: number }>`
      select count(*)::int as forged from (select from online_message where commune_code = ${message.commune_code} and online_payment_id = ${message.online_payment_id} and verdict = 'forged' limit ${MOST_FORGED}) f`.execute(tx);
    if ((found?.forged ?? 0) >= MOST_FORGED) return;
  }
  await tx.insertInto('online_message').values(message).execute();
}

/** Tries of which nothing was heard: begun before `before` and not asked about since then, the oldest first. */
export async function listSilent(db: Database, before: Date, limit: number): Promise<readonly OnlinePaymentRow[]> {
  return db
    .selectFrom('online_payment').selectAll().where('state', '=', 'started').where('started_at', '<', before)
    .where((eb) => eb.or([eb('asked_at', 'is', null), eb('asked_at', '<', before)]))
    .orderBy('started_at').limit(limit).execute();
}
