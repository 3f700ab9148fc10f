import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type DataRequestTable } from '../../../platform/db/tables.generated.ts';

export type DataRequestRow = Selectable<DataRequestTable>;

/** Writes a request and answers its code: “DL-2026-0007”, counted within the year in the same statement. */
export async function insertDataRequest(tx: Tx, request: Omit<Insertable<DataRequestTable>, 'code'>, year: string): Promise<string> {
  const { rows } = await sql<{ last: number }>`
    insert into number_counter (commune_code, book, period, last) values (${request.commune_code}, 'data-request', ${year}, 1)
    on conflict (commune_code, book, period) do update set last = number_counter.last + 1 returning last`.execute(tx);
  const code = `DL-${year}-${String(rows[0]?.last ?? 0).padStart(4, '0')}`;
  await tx.insertInto('data_request').values({ ...request, code }).execute();
  return code;
}

/** A request of a commune; undefined when there is none. */
export async function findDataRequest(db: Database | Tx, communeCode: string, id: string): Promise<DataRequestRow | undefined> {
  return db.selectFrom('data_request').selectAll().where('commune_code', '=', communeCode).where('id', '=', id).executeTakeFirst();
}

/** The same, locked until the transaction ends. */
export async function loadDataRequestForUpdate(tx: Tx, communeCode: string, id: string): Promise<DataRequestRow | undefined> {
  return tx.selectFrom('data_request').selectAll().where('commune_code', '=', communeCode).where('id', '=', id).forUpdate().executeTakeFirst();
}

/** Writes what became of a request. */
export async function updateDataRequest(tx: Tx, { commune_code, id }: Pick<DataRequestRow, 'commune_code' | 'id'>, changes: Updateable<DataRequestTable>): Promise<void> {
  await tx.updateTable('data_request').set(changes).where('commune_code', '=', commune_code).where('id', '=', id).execute();
}

/** Requests of a commune: open ones with the next to be due first, or the newest of those that are over; at most so many. */
export async function listDataRequests(db: Database, communeCode: string, list: 'open' | 'over', most: number): Promise<readonly DataRequestRow[]> {
  const all = db.selectFrom('data_request').selectAll().where('commune_code', '=', communeCode).limit(most);
  return list === 'open'
    ? all.where('state', 'in', ['received', 'in-progress']).orderBy('due_at').orderBy('id').execute()
    : all.where('state', 'in', ['done', 'refused', 'withdrawn']).orderBy('decided_at', 'desc').orderBy('id').execute();
}

/** How many requests wait, and how many of them are late. */
export async function countDataRequests(db: Database, communeCode: string, now: Date): Promise<{ readonly open: number; readonly late: number }> {
  const { rows } = await sql<{ open: number; late: number }>`
    select count(*)::int as open, count(*) filter (where due_at < ${now})::int as late from data_request
    where commune_code = ${communeCode} and state in ('received', 'in-progress')`.execute(db);
  return rows[0] ?? { open: 0, late: 0 };
}

/** The requests of one person, newest first. */
export async function listRequestsOf(db: Database, communeCode: string, personId: string): Promise<readonly DataRequestRow[]> {
  return db.selectFrom('data_request').selectAll().where('commune_code', '=', communeCode).where('person_id', '=', personId).orderBy('received_at', 'desc').orderBy('id').limit(50).execute();
}

/** Open requests that are due before a moment and were not told of yet, locked; whoever locks them tells. */
export async function lockRequestsToTell(tx: Tx, told: 'near_told_at' | 'late_told_at', dueBefore: Date, most: number): Promise<readonly DataRequestRow[]> {
  return tx.selectFrom('data_request').selectAll().where('state', 'in', ['received', 'in-progress']).where(told, 'is', null).where('due_at', '<', dueBefore).orderBy('due_at').limit(most).forUpdate().skipLocked().execute();
}
