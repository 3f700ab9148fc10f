import type pg from 'pg';

const SCALARS: Readonly<Record<string, string>> = {
  text: 'string',
  uuid: 'string',
  date: 'string',
  int4: 'number',
  int8: 'number',
  numeric: 'number',
  bool: 'boolean',
  timestamptz: 'Date',
  datemultirange: 'string',
  bytea: 'Buffer',
  jsonb: 'JsonColumn',
  _text: 'string[]',
};

interface Column {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly nullable: boolean;
  readonly has_default: boolean;
  readonly choices: string | null;
}

function columnType(column: Column): string {
  // CHECK (x IN ('a', 'b')) is stored as x = ANY (ARRAY['a'::text, …]): the choices become a union of literals.
  const choices = column.type === 'text' && column.choices !== null ? [...column.choices.matchAll(/'([^']*)'::text/g)].map((m) => m[1]) : [];
  const scalar = SCALARS[column.type];
  if (scalar === undefined) throw new Error(`no row type for ${column.table}.${column.column} (${column.type})`);
  const base = choices.length > 0 ? choices.map((choice) => `'${choice ?? ''}'`).join(' | ') : scalar;
  const whole = column.nullable ? `${base} | null` : base;
  // Kysely does not look into a column type inside another one.
  if (column.has_default && scalar === 'JsonColumn') return 'DefaultedJsonColumn';
  return column.has_default ? `Generated<${whole}>` : whole;
}

function interfaceName(table: string): string {
  return `${table.split('_').map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')}Table`;
}

const WIDTH = 150;

/** Many short declarations in few lines: the file is read by machines, and by people only with a search. */
function packed(declarations: readonly string[]): readonly string[] {
  const lines: string[] = [];
  for (const declaration of declarations) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + declaration.length < WIDTH) lines[lines.length - 1] = `${last} ${declaration}`;
    else lines.push(`  ${declaration}`);
  }
  return lines;
}

/**
 * Writes the row types of the migrated schema as TypeScript text, in the order of names.
 * A test compares it with `tables.generated.ts`, so that code and schema cannot drift apart.
 */
export async function generateTables(pool: pg.Pool): Promise<string> {
  const { rows } = await pool.query<Column>(`
    select c.relname as table, a.attname as column, t.typname as type, not a.attnotnull as nullable, a.atthasdef or a.attidentity <> '' as has_default,
      (select pg_get_constraintdef(k.oid) from pg_constraint k
        where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]
          and pg_get_constraintdef(k.oid) like '%= ANY (ARRAY[%' limit 1) as choices
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    join pg_type t on t.oid = a.atttypid
    where c.relkind = 'r' and c.relname <> 'schema_migration'
    order by c.relname, a.attnum`);
  const tables = Map.groupBy(rows, (row) => row.table);
  const lines = [
    '// Generated from the migrated schema by `npm run tables`; the test `tables.generated` fails when it drifts.',
    "import { type ColumnType, type Generated } from 'kysely';",
    '',
    '/** jsonb: read as parsed data, written as JSON text. */',
    'export type JsonColumn = ColumnType<unknown, string, string>;',
    '/** The same with a default. */',
    'export type DefaultedJsonColumn = ColumnType<unknown, string | undefined, string>;',
    '',
  ];
  for (const [table, columns] of tables) {
    lines.push(`export interface ${interfaceName(table)} {`);
    lines.push(...packed(columns.map((column) => `${column.column}: ${columnType(column)};`)));
    lines.push('}', '');
  }
  lines.push('/** Every table by its name. */', 'export interface Tables {');
  for (const table of tables.keys()) lines.push(`  ${table}: ${interfaceName(table)};`);
  lines.push('}', '');
  return lines.join('\n');
}
