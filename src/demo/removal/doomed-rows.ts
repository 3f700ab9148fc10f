import { type RawBuilder, sql } from 'kysely';
import { type Tx } from '../../platform/db/database.ts';
import { type PartTable, type Reference, type SyntheticSchema } from './synthetic-tables.ts';

/** The temporary table of demonstration rows that nothing real refers to; ids are unique across all tables. */
export const DOOMED = sql.table('demo_doomed');

/**
 * Fills the temporary table with every demonstration row, then takes out, until nothing changes, the rows whose id stands in a row that
 * stays. The caller holds locks that keep such rows from being added meanwhile.
 */
export async function collectDoomedRows(tx: Tx, schema: SyntheticSchema): Promise<void> {
  await sql`create temporary table demo_doomed (id uuid primary key, table_name text not null) on commit drop`.execute(tx);
  for (const { hasId, name } of schema.tables) {
    if (hasId) await sql`insert into ${DOOMED} select id, ${name} from ${sql.table(name)} where synthetic`.execute(tx);
  }
  await sql`analyze demo_doomed`.execute(tx);
  for (let spared = 1; spared > 0; ) {
    spared = 0;
    for (const reference of schema.references) spared += await spareReferred(tx, schema, reference);
  }
}

async function spareReferred(tx: Tx, schema: SyntheticSchema, { column, table }: Reference): Promise<number> {
  const owners = schema.parts.filter(({ name }) => name === table);
  // A part's link to its owner keeps nothing: it is there because of the owner.
  if (owners.some(({ owner }) => owner === column)) return 0;
  const { rows } = await sql<{ id: string }>`
    delete from ${DOOMED} d using ${sql.table(table)} t
    where t.${sql.ref(column)} = d.id and ${stays(schema, table, owners)}
    returning d.id`.execute(tx);
  return rows.length;
}

/** Whether row `t` of a table is there after the removal. */
function stays(schema: SyntheticSchema, table: string, owners: readonly PartTable[]): RawBuilder<unknown> {
  const own = schema.tables.find(({ name }) => name === table);
  if (own !== undefined) return own.hasId ? sql`not exists (select from ${DOOMED} x where x.id = t.id)` : sql`not t.synthetic`;
  if (owners.length === 0) return sql`true`;
  return sql`not exists (select from ${DOOMED} x where x.id in (${sql.join(owners.map(({ owner }) => sql`t.${sql.ref(owner)}`))}))`;
}
