import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type ExchangeImportRowTable, type ExchangeImportTable } from '../../../platform/db/tables.generated.ts';

export type ImportRow = Selectable<ExchangeImportTable>;
export type ImportLineRow = Selectable<ExchangeImportRowTable>;
export type LinePlan = NonNullable<ImportLineRow['plan']>;
export type LineOutcome = NonNullable<ImportLineRow['outcome']>;

/** Keeps what is known of a file; its lines follow. */
export async function insertImport(tx: Tx, row: Insertable<ExchangeImportTable>): Promise<void> {
  await tx.insertInto('exchange_import').values(row).execute();
}

/** Adds lines, given as the JSON text of `[{ line, cells }]`. */
export async function insertLines(tx: Tx, communeCode: string, importId: string, lines: string): Promise<void> {
  await sql`insert into exchange_import_row (commune_code, import_id, line, cells)
    select ${communeCode}, ${importId}::uuid, l.line, l.cells from jsonb_to_recordset(${lines}::jsonb) as l (line integer, cells jsonb)`.execute(tx);
}

/** One import of a commune; undefined when there is none. */
export function findImport(db: Database, communeCode: string, id: string): Promise<ImportRow | undefined> {
  return db.selectFrom('exchange_import').selectAll().where('commune_code', '=', communeCode).where('id', '=', id).executeTakeFirst();
}

/** The same, locked until the transaction ends. */
export function lockImport(tx: Tx, communeCode: string, id: string): Promise<ImportRow | undefined> {
  return tx.selectFrom('exchange_import').selectAll().where('commune_code', '=', communeCode).where('id', '=', id).forUpdate().executeTakeFirst();
}

/** The newest imports of a commune. */
export function listImports(db: Database, communeCode: string, limit: number): Promise<readonly ImportRow[]> {
  return db.selectFrom('exchange_import').selectAll().where('commune_code', '=', communeCode).orderBy('read_at', 'desc').limit(limit).execute();
}

/** How many earlier imports of a commune had exactly these bytes and were written. */
export async function countWritten(db: Database, communeCode: string, sha256: string, except: string): Promise<number> {
  const row = await db
    .selectFrom('exchange_import')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('commune_code', '=', communeCode)
    .where('sha256', '=', sha256)
    .where('id', '<>', except)
    .where('state', '=', 'done')
    .executeTakeFirstOrThrow();
  return row.count;
}

/** Changes an import. */
export async function updateImport(tx: Tx, communeCode: string, id: string, changes: Updateable<ExchangeImportTable>): Promise<void> {
  await tx.updateTable('exchange_import').set(changes).where('commune_code', '=', communeCode).where('id', '=', id).execute();
}

/** Which lines of an import are asked for. */
export interface LineFilter {
  readonly after: number;
  readonly limit: number;
  readonly plan?: LinePlan;
  readonly outcome?: LineOutcome;
  /** Only those that will be written and are not yet. */
  readonly onlyLeft?: boolean;
}

/** Lines of an import in the order of the file; keyset by line. */
export function listLines(db: Database, communeCode: string, importId: string, filter: LineFilter): Promise<readonly ImportLineRow[]> {
  let query = db.selectFrom('exchange_import_row').selectAll().where('commune_code', '=', communeCode).where('import_id', '=', importId).where('line', '>', filter.after);
  if (filter.plan !== undefined) query = query.where('plan', '=', filter.plan);
  if (filter.outcome !== undefined) query = query.where('outcome', '=', filter.outcome);
  if (filter.onlyLeft === true) query = query.where('done_at', 'is', null).where('plan', 'in', ['new', 'changed', 'same']);
  return query.orderBy('line').limit(filter.limit).execute();
}

/** What a check found out about a line. */
export interface CheckedLine {
  readonly line: number;
  readonly plan: LinePlan;
  readonly findings: readonly unknown[];
  readonly external_code: string | null;
}

/** Writes what was found out about lines, in one statement. */
export async function writeCheckedLines(tx: Tx, communeCode: string, importId: string, lines: readonly CheckedLine[]): Promise<void> {
  await sql`update exchange_import_row r set plan = c.plan, findings = c.findings, external_code = c.external_code
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as c (line integer, plan text, findings jsonb, external_code text)
    where r.commune_code = ${communeCode} and r.import_id = ${importId}::uuid and r.line = c.line`.execute(tx);
}

/** Forgets what an earlier check found, such as for lines that are headings now. */
export async function clearChecks(tx: Tx, communeCode: string, importId: string): Promise<void> {
  await sql`update exchange_import_row set plan = null, findings = '[]', external_code = null where commune_code = ${communeCode} and import_id = ${importId}::uuid and plan is not null`.execute(tx);
}

/** Settles the lines that need no transaction of their own: what is wrong or left out stays out, what is the same changes nothing. */
export async function settleQuietLines(db: Database, communeCode: string, importId: string, now: Date): Promise<void> {
  await sql`update exchange_import_row set done_at = ${now}, outcome = case plan when 'wrong' then 'refused' when 'same' then 'unchanged' else 'skipped' end
    where commune_code = ${communeCode} and import_id = ${importId}::uuid and done_at is null and plan in ('wrong', 'same', 'skipped')`.execute(db);
}

/** Takes a line for writing; undefined when somebody has written it already. */
export function lockOpenLine(tx: Tx, communeCode: string, importId: string, line: number): Promise<ImportLineRow | undefined> {
  return tx.selectFrom('exchange_import_row').selectAll().where('commune_code', '=', communeCode).where('import_id', '=', importId).where('line', '=', line).where('done_at', 'is', null).forUpdate().executeTakeFirst();
}

/** Says what became of a line. */
export async function finishLine(db: Database, communeCode: string, importId: string, line: number, done: { readonly outcome: LineOutcome; readonly dossier_id: string | null; readonly done_at: Date; readonly findings?: string }): Promise<void> {
  await db.updateTable('exchange_import_row').set(done).where('commune_code', '=', communeCode).where('import_id', '=', importId).where('line', '=', line).where('done_at', 'is', null).execute();
}

/** How many lines an import has of every plan and outcome. */
export function countLines(db: Database, communeCode: string, importId: string): Promise<readonly { readonly plan: LinePlan | null; readonly outcome: LineOutcome | null; readonly count: number }[]> {
  return db
    .selectFrom('exchange_import_row')
    .select(({ fn }) => ['plan', 'outcome', fn.countAll<number>().as('count')])
    .where('commune_code', '=', communeCode)
    .where('import_id', '=', importId)
    .groupBy(['plan', 'outcome'])
    .execute();
}

/** The words of a file that nobody has given a meaning yet, of one kind of finding; at most fifty. */
export async function listUnknownWords(db: Database, communeCode: string, importId: string, code: string): Promise<readonly string[]> {
  const { rows } = await sql<{ value: string }>`
    select distinct f #>> '{facts,value}' as value from exchange_import_row r, jsonb_array_elements(r.findings) f
    where r.commune_code = ${communeCode} and r.import_id = ${importId}::uuid and r.plan = 'wrong' and f ->> 'code' = ${code}
    order by 1 limit 50`.execute(db);
  return rows.map(({ value }) => value);
}

/** Removes the lines of a commune's imports that were read before a moment: they hold personal data that nobody needs any more. */
export async function purgeLines(tx: Tx, communeCode: string, before: Date): Promise<void> {
  await sql`delete from exchange_import_row r using exchange_import i
    where r.commune_code = ${communeCode} and i.commune_code = r.commune_code and i.id = r.import_id and i.read_at < ${before}`.execute(tx);
}
