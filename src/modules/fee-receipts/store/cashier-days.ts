import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type CashierDayTable, type RemittanceTable } from '../../../platform/db/tables.generated.ts';

export type DayRow = Selectable<CashierDayTable>;
export type RemittanceRow = Selectable<RemittanceTable>;
/** A day with what was taken in it: cash in less cash out. */
export type DayWithTaken = DayRow & { readonly taken: number; readonly takings: number };

/** Opens a day; false when its cashier has one that day already. */
export async function insertDay(tx: Tx, row: Insertable<CashierDayTable>): Promise<boolean> {
  const done = await tx.insertInto('cashier_day').values(row).onConflict((on) => on.columns(['commune_code', 'cashier_id', 'day']).doNothing()).executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n;
}

/** The day of a cashier as it stands. */
export async function findDayOf(db: Database, communeCode: string, cashierId: string, day: string): Promise<Pick<DayRow, 'id' | 'state'> | undefined> {
  return db.selectFrom('cashier_day').select(['id', 'state']).where('commune_code', '=', communeCode).where('cashier_id', '=', cashierId).where('day', '=', day).executeTakeFirst();
}

/** The day of a cashier, held so that nobody closes it before the transaction ends. */
export async function holdDayOf(tx: Tx, communeCode: string, cashierId: string, day: string): Promise<DayRow | undefined> {
  return tx.selectFrom('cashier_day').selectAll().where('commune_code', '=', communeCode).where('cashier_id', '=', cashierId).where('day', '=', day).forShare().executeTakeFirst();
}

/** The day that a payment went into, while it is open, held like the one above. */
export async function holdOpenDayOfTaking(tx: Tx, communeCode: string, paymentId: string): Promise<DayRow | undefined> {
  const { rows } = await sql<DayRow>`
    select d.* from cashier_day d where d.commune_code = ${communeCode} and d.state = 'open'
      and d.id in (select t.day_id from cashier_taking t where t.commune_code = ${communeCode} and t.source_id = ${paymentId}::uuid and t.kind = 'taken') for share`.execute(tx);
  return rows[0];
}

const TAKEN = sql<number>`(select coalesce(sum(case t.kind when 'taken' then t.amount else -t.amount end), 0)::bigint from cashier_taking t where t.commune_code = d.commune_code and t.day_id = d.id)`;
const TAKINGS = sql<number>`(select count(*)::int from cashier_taking t where t.commune_code = d.commune_code and t.day_id = d.id)`;

/** One day, kept for this transaction: what is taken meanwhile waits. */
export async function loadDayForUpdate(tx: Tx, communeCode: string, id: string): Promise<DayWithTaken | undefined> {
  const locked = await tx.selectFrom('cashier_day').select('id').where('commune_code', '=', communeCode).where('id', '=', id).forUpdate().executeTakeFirst();
  return locked === undefined ? undefined : findDay(tx, communeCode, id);
}

/** One day of a commune. */
export async function findDay(db: Database | Tx, communeCode: string, id: string): Promise<DayWithTaken | undefined> {
  const { rows } = await sql<DayWithTaken>`select d.*, ${TAKEN} as taken, ${TAKINGS} as takings from cashier_day d where d.commune_code = ${communeCode} and d.id = ${id}::uuid`.execute(db);
  return rows[0];
}

/** Days of a period, newest first; of one cashier, where that is asked for. */
export async function listDays(db: Database, wanted: { readonly communeCode: string; readonly from: string; readonly to: string; readonly cashierId: string | null }, limit: number): Promise<readonly DayWithTaken[]> {
  const { rows } = await sql<DayWithTaken>`
    select d.*, ${TAKEN} as taken, ${TAKINGS} as takings from cashier_day d
    where d.commune_code = ${wanted.communeCode} and d.day between ${wanted.from}::date and ${wanted.to}::date ${wanted.cashierId === null ? sql`` : sql`and d.cashier_id = ${wanted.cashierId}::uuid`}
    order by d.day desc, d.cashier_name, d.id limit ${limit}`.execute(db);
  return rows;
}

/** Every day of one cashier with what was taken, oldest first. */
export async function listDaysOf(tx: Tx, communeCode: string, cashierId: string): Promise<readonly DayWithTaken[]> {
  const { rows } = await sql<DayWithTaken>`select d.*, ${TAKEN} as taken, ${TAKINGS} as takings from cashier_day d where d.commune_code = ${communeCode} and d.cashier_id = ${cashierId}::uuid order by d.day`.execute(tx);
  return rows;
}

/** Days that were not handed on to the treasury yet and have money, oldest first, of every commune or of one. */
export async function listUnremitted(db: Database, communeCode: string | null): Promise<readonly Pick<DayRow, 'commune_code' | 'id' | 'day' | 'state' | 'cashier_id' | 'cashier_name' | 'handed'>[]> {
  const { rows } = await sql<DayRow>`
    select commune_code, id, day, state, cashier_id, cashier_name, handed from cashier_day d
    where remittance_id is null ${communeCode === null ? sql`` : sql`and commune_code = ${communeCode}`} and (handed > 0 or (handed is null and (counted > 0 or (state = 'open' and ${TAKEN} > 0))))
    order by commune_code, day, cashier_name`.execute(db);
  return rows;
}

/** Days that were handed to somebody who has not received them yet. */
export async function listWaitingFor(db: Database, communeCode: string, staffId: string): Promise<readonly DayWithTaken[]> {
  const { rows } = await sql<DayWithTaken>`select d.*, ${TAKEN} as taken, ${TAKINGS} as takings from cashier_day d where d.commune_code = ${communeCode} and d.state = 'handed-over' and d.handed_to = ${staffId}::uuid order by d.day, d.id`.execute(db);
  return rows;
}

/** Writes what became of a day. */
export async function updateDay(tx: Tx, communeCode: string, id: string, change: Updateable<CashierDayTable>): Promise<void> {
  await tx.updateTable('cashier_day').set(change).where('commune_code', '=', communeCode).where('id', '=', id).execute();
}

/** Notes cash that went in or out; a source that is known changes nothing. */
export async function insertTaking(tx: Tx, taking: { readonly communeCode: string; readonly sourceId: string; readonly payableId: string; readonly kind: 'taken' | 'given-back'; readonly dayId: string; readonly amount: number; readonly at: Date }): Promise<void> {
  const { communeCode, sourceId, payableId, kind, dayId, amount, at } = taking;
  await tx.insertInto('cashier_taking').values({ commune_code: communeCode, source_id: sourceId, payable_id: payableId, kind, day_id: dayId, amount, at }).onConflict((on) => on.doNothing()).execute();
}

/** What went into and out of the drawer of a day, with the receipt of each where there is one. */
export async function listTakings(db: Database, communeCode: string, dayId: string): Promise<readonly { readonly kind: 'taken' | 'given-back'; readonly amount: number; readonly at: Date; readonly receiptId: string | null; readonly symbol: string | null; readonly number: number | null; readonly payerName: string | null; readonly digits: number | null }[]> {
  const { rows } = await sql<{ kind: 'taken' | 'given-back'; amount: number; at: Date; receiptId: string | null; symbol: string | null; number: number | null; payerName: string | null; digits: number | null }>`
    select t.kind, t.amount, t.at, r.id as "receiptId", r.symbol, r.number, r.payer_name as "payerName", (r.view->>'digits')::int as digits
    from cashier_taking t left join fee_receipt r on r.commune_code = t.commune_code and r.payment_id = t.source_id and r.corrects is null
    where t.commune_code = ${communeCode} and t.day_id = ${dayId}::uuid order by t.at, t.source_id`.execute(db);
  return rows;
}

/** Several days, kept for this transaction. */
export async function loadDaysForUpdate(tx: Tx, communeCode: string, ids: readonly string[]): Promise<readonly DayRow[]> {
  return tx.selectFrom('cashier_day').selectAll().where('commune_code', '=', communeCode).where('id', 'in', [...ids]).orderBy('id').forUpdate().execute();
}

/** Writes a remittance and the days that it is made of; false when its slip is known. */
export async function insertRemittance(tx: Tx, row: Insertable<RemittanceTable>, dayIds: readonly string[]): Promise<boolean> {
  const done = await tx.insertInto('remittance').values(row).onConflict((on) => on.doNothing()).executeTakeFirst();
  if (done.numInsertedOrUpdatedRows !== 1n) return false;
  await tx.updateTable('cashier_day').set({ remittance_id: row.id }).where('commune_code', '=', row.commune_code).where('id', 'in', [...dayIds]).execute();
  return true;
}

/** Remittances of a commune, newest first. */
export async function listRemittances(db: Database, communeCode: string, limit: number): Promise<readonly RemittanceRow[]> {
  return db.selectFrom('remittance').selectAll().where('commune_code', '=', communeCode).orderBy('remitted_on', 'desc').orderBy('at', 'desc').limit(limit).execute();
}
