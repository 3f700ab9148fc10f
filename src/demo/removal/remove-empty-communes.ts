import { sql } from 'kysely';
import { type Tx } from '../../platform/db/database.ts';

/** What every commune has from its first day and what only counts or records: rows there do not make a commune real. */
const FURNITURE: readonly string[] = [
  'assisted_note',
  'calendar_change',
  'calendar_day',
  'client_command',
  'journal',
  'journal_head',
  'number_counter',
  'outbox',
  'outbox_task',
  'poster_scan',
  'setting',
  'setting_change',
  'stored_file',
  'working_session',
];

/** Removed with the commune; the rest of the furniture is a record that stays. */
const GOES_ALONG = ['assisted_note', 'calendar_change', 'calendar_day', 'outbox', 'poster_scan', 'setting', 'setting_change', 'working_session'] as const;

/** Removes those of the communes of which nothing but furniture is left, so that the installation can be set up anew; answers their codes. */
export async function removeEmptyCommunes(tx: Tx, communes: readonly string[]): Promise<readonly string[]> {
  const { rows: tables } = await sql<{ name: string }>`
    select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and a.attname = 'commune_code' and not a.attisdropped`.execute(tx);
  const telling = tables.filter(({ name }) => !FURNITURE.includes(name));
  const removed: string[] = [];
  for (const code of communes) {
    const anything = sql.join(telling.map(({ name }) => sql`exists (select from ${sql.table(name)} where commune_code = ${code})`), sql` or `);
    const { rows } = await sql<{ lives: boolean }>`select ${anything} as lives`.execute(tx);
    if (rows[0]?.lives !== false) continue;
    for (const table of GOES_ALONG) await sql`delete from ${sql.table(table)} where commune_code = ${code}`.execute(tx);
    await sql`delete from setting where commune_code = '*' and key = 'home-commune' and value = to_jsonb(${code}::text)`.execute(tx);
    await tx.deleteFrom('commune').where('code', '=', code).execute();
    removed.push(code);
  }
  return removed;
}
