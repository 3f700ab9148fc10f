import { sql } from 'kysely';
import { type Tx } from '../../../platform/db/database.ts';

/** A reference of one table to another within a commune: by the commune and one further column. */
export interface TenantReference {
  readonly child: string;
  readonly by: string;
  readonly parent: string;
  readonly key: string;
}

/** Every reference between tables of communes, as the database knows them. */
export async function listReferences(tx: Tx): Promise<readonly TenantReference[]> {
  const { rows } = await sql<TenantReference>`
    select c.conrelid::regclass::text as child, a.attname::text as by, c.confrelid::regclass::text as parent, k.attname::text as key
    from pg_constraint c
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[2]
    join pg_attribute k on k.attrelid = c.confrelid and k.attnum = c.confkey[2]
    join pg_attribute first on first.attrelid = c.conrelid and first.attnum = c.conkey[1]
    where c.contype = 'f' and c.connamespace = 'public'::regnamespace and array_length(c.conkey, 1) = 2 and first.attname = 'commune_code'
    order by 1, 2`.execute(tx);
  return rows;
}

/** The columns of a table but for the commune, in their order. */
export async function listColumns(tx: Tx, table: string): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select attname::text as name from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attname <> 'commune_code' order by attnum`.execute(tx);
  return rows.map(({ name }) => name);
}
