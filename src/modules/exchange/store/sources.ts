import { type Selectable } from 'kysely';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type ExchangeSourceTable } from '../../../platform/db/tables.generated.ts';

export type SourceRow = Selectable<ExchangeSourceTable>;

/** The systems that a commune has had files from, by name. */
export function listSources(db: Database, communeCode: string): Promise<readonly SourceRow[]> {
  return db.selectFrom('exchange_source').selectAll().where('commune_code', '=', communeCode).orderBy('name').execute();
}

/** Keeps how the files of a source are read. */
export async function writeSource(tx: Tx, source: { readonly commune_code: string; readonly code: string; readonly name: string; readonly mapping: string; readonly changed_at: Date; readonly changed_by: string; readonly changed_by_name: string }): Promise<void> {
  const { name, mapping, changed_at, changed_by, changed_by_name } = source;
  await tx.insertInto('exchange_source').values(source).onConflict((conflict) => conflict.columns(['commune_code', 'code']).doUpdateSet({ name, mapping, changed_at, changed_by, changed_by_name })).execute();
}
