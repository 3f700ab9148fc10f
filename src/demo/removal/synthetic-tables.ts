import { sql } from 'kysely';
import { type Tx } from '../../platform/db/database.ts';

/** A table whose rows may have been made for demonstration. */
export interface SyntheticTable {
  readonly name: string;
  /** Whether other rows can refer to one of its rows by `id`. */
  readonly hasId: boolean;
}

/** A table whose rows are a part of somebody else's row and go with it. */
export interface PartTable {
  readonly name: string;
  /** The column with the id of the row that it is a part of. */
  readonly owner: string;
}

/** A column in which the id of another row may stand. */
export interface Reference {
  readonly table: string;
  readonly column: string;
}

/** What the schema says about demonstration rows; asked of the database, so that tables of later modules are not forgotten. */
export interface SyntheticSchema {
  /** Those that others refer to come last. */
  readonly tables: readonly SyntheticTable[];
  readonly parts: readonly PartTable[];
  readonly references: readonly Reference[];
}

/** Parts without a foreign key: nobody may ever delete from the history in daily work, and a helper is named before there is a dossier. */
const PARTS_WITHOUT_KEY: readonly PartTable[] = [{ name: 'dossier_history', owner: 'dossier_id' }, { name: 'assisted_filing', owner: 'id' }];

/** Notes on who did something: an id that stands only there keeps nothing. */
const NOTES: readonly string[] = ['calendar_change', 'client_command', 'outbox', 'payable_event', 'payment', 'payment_refund', 'refund', 'setting', 'setting_change'];

/** Reads which tables hold demonstration rows, what hangs on them, and where their ids may stand. */
export async function readSyntheticSchema(tx: Tx): Promise<SyntheticSchema> {
  const { rows: columns } = await sql<{ table: string; column: string; type: string }>`
    select c.relname as "table", a.attname as "column", format_type(a.atttypid, null) as type
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and a.attnum > 0 and not a.attisdropped
    order by c.relname, a.attnum`.execute(tx);
  const { rows: keys } = await sql<{ from: string; to: string; cascades: boolean; column: string }>`
    select f.conrelid::regclass::text as "from", f.confrelid::regclass::text as "to", f.confdeltype = 'c' as cascades, a.attname as "column"
    from pg_constraint f cross join lateral unnest(f.conkey) as k (attnum)
      join pg_attribute a on a.attrelid = f.conrelid and a.attnum = k.attnum
    where f.contype = 'f' and a.attname <> 'commune_code'`.execute(tx);
  const hasColumn = (table: string, column: string): boolean => columns.some((one) => one.table === table && one.column === column);
  const names = [...new Set(columns.map(({ table }) => table))].filter((table) => hasColumn(table, 'synthetic') && hasColumn(table, 'commune_code'));
  return {
    tables: referringFirst(names, keys).map((name) => ({ name, hasId: hasColumn(name, 'id') })),
    parts: partsOf(names, keys),
    references: columns.filter(({ column, table, type }) => type === 'uuid' && column !== 'id' && !NOTES.includes(table)).map(({ column, table }) => ({ table, column })),
  };
}

/** Tables whose rows go with a row of their own, also through another part, as an item goes with its request and that with its dossier. */
function partsOf(names: readonly string[], keys: readonly { readonly from: string; readonly to: string; readonly cascades: boolean; readonly column: string }[]): readonly PartTable[] {
  const parts = [...PARTS_WITHOUT_KEY];
  for (let before = -1; before < parts.length; ) {
    before = parts.length;
    for (const { from, to, cascades, column } of keys) {
      const isPart = cascades && !names.includes(from) && (names.includes(to) || parts.some((part) => part.name === to && part.owner === column));
      if (isPart && !parts.some((part) => part.name === from && part.owner === column)) parts.push({ name: from, owner: column });
    }
  }
  return parts;
}

/** Orders tables so that every one comes before those that it refers to; a table may refer to itself. */
function referringFirst(names: readonly string[], keys: readonly { readonly from: string; readonly to: string }[]): readonly string[] {
  const ordered: string[] = [];
  const visit = (name: string): void => {
    if (ordered.includes(name)) return;
    for (const { from, to } of keys) if (to === name && from !== name && names.includes(from)) visit(from);
    ordered.push(name);
  };
  for (const name of names) visit(name);
  return ordered;
}
