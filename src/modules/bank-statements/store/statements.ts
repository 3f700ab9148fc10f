import { type Insertable, type Selectable, sql } from 'kysely';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type BankStatementTable, type StatementLayoutTable } from '../../../platform/db/tables.generated.ts';

export type StatementRow = Selectable<BankStatementTable>;
export type LayoutRow = Selectable<StatementLayoutTable>;

/** Lets one statement of a commune be taken over after the other, until the transaction ends. */
export async function lockStatements(tx: Tx, communeCode: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`bank-statements:${communeCode}`}, 0))`.execute(tx);
}

/** Keeps what is known of a statement that is taken over. */
export async function insertStatement(tx: Tx, row: Insertable<BankStatementTable>): Promise<void> {
  await tx.insertInto('bank_statement').values(row).execute();
}

/** The newest statement that came from exactly this file; undefined when none did. */
export function findSameFile(db: Database | Tx, communeCode: string, digest: string): Promise<Pick<StatementRow, 'imported_at' | 'imported_by_name'> | undefined> {
  return db.selectFrom('bank_statement').select(['imported_at', 'imported_by_name']).where('commune_code', '=', communeCode).where('file_digest', '=', digest).orderBy('imported_at', 'desc').limit(1).executeTakeFirst();
}

/** The newest statements with how many of their lines wait for a person. */
export async function listStatements(db: Database, communeCode: string, limit: number): Promise<readonly (StatementRow & { readonly waiting: number })[]> {
  const rows = await db
    .selectFrom('bank_statement as s')
    .selectAll('s')
    .select((eb) => eb.selectFrom('statement_line as l').select(({ fn }) => fn.countAll<number>().as('count')).whereRef('l.commune_code', '=', 's.commune_code').whereRef('l.statement_id', '=', 's.id').where('l.state', '=', 'waiting').as('waiting'))
    .where('s.commune_code', '=', communeCode)
    .orderBy('s.imported_at', 'desc')
    .orderBy('s.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, waiting: row.waiting ?? 0 }));
}

/** The ways of reading that officers of a commune have saved. */
export function listLayouts(db: Database | Tx, communeCode: string): Promise<readonly LayoutRow[]> {
  return db.selectFrom('statement_layout').selectAll().where('commune_code', '=', communeCode).orderBy('saved_at', 'desc').execute();
}

/** Saves a way of reading; one for the same headings is replaced. */
export async function saveLayout(tx: Tx, row: Insertable<StatementLayoutTable>): Promise<void> {
  const { name, columns, day_order, saved_at, saved_by, saved_by_name } = row;
  await tx.insertInto('statement_layout').values(row).onConflict((conflict) => conflict.columns(['commune_code', 'headings']).doUpdateSet({ name, columns, day_order, saved_at, saved_by, saved_by_name })).execute();
}
