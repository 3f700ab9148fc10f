import { type RawBuilder, sql } from 'kysely';
import { type Tx } from '../../../platform/db/database.ts';
import { MOVING_TABLES, SEVERANCES, TABLE_MOVES, type TableMove } from '../domain/table-moves.ts';
import { beginMoving, copyRows, type MergePlace, rememberedColumns, type RowCounts } from './move-rows.ts';
import { listColumns, listReferences, type TenantReference } from './tenant-schema.ts';

/** References between what goes back and what stays, by table and column. */
export type Crossings = Readonly<Record<string, number>>;

type Moving = Extract<TableMove, { how: 'own' | 'with' }>;

/** What will have to be severed when a merge is undone now, as counts. Whatever SEVERANCES does not name forbids it. */
export async function countCrossings(tx: Tx, place: MergePlace): Promise<Crossings> {
  await rememberNewRows(tx, place);
  const found: Record<string, number> = {};
  for (const reference of await listMovingReferences(tx)) {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n ${crossing(place, reference)}`.execute(tx);
    const n = rows[0]?.n ?? 0;
    if (n > 0) found[`${reference.child}.${reference.by}`] = n;
  }
  return found;
}

/**
 * Gives the former commune back what was its own, with everything that was added to it since; what the other commune made for itself stays
 * there. In the caller's transaction, which must be the owner's. Answers the rows that went back.
 */
export async function returnRows(tx: Tx, place: MergePlace): Promise<RowCounts> {
  await beginMoving(tx);
  await rememberNewRows(tx, place);
  await partTwins(tx, place);
  for (const reference of await listMovingReferences(tx)) await sever(tx, place, reference);
  const returned: Record<string, number> = {};
  for (const [table, move] of [...MOVING_TABLES].reverse()) returned[table] = await returnTable(tx, place, table, move);
  for (const reference of await listMovingReferences(tx)) if (SEVERANCES[nameOf(reference)] === 'copy') await copyReferred(tx, reference, place.from, place.into);
  for (const [table, move] of Object.entries<TableMove>(TABLE_MOVES)) if (move.how === 'copied') await copyRows(tx, table, move.key, place.into, place.from);
  await putBack(tx, place);
  return returned;
}

function nameOf({ child, by }: TenantReference): string {
  return `${child}.${by}`;
}

/** What was made after the merge and belongs to something that goes back is written down beside it. */
async function rememberNewRows(tx: Tx, { mergeId, into }: MergePlace): Promise<void> {
  for (const [table, move] of MOVING_TABLES) {
    if (move.how !== 'own' || move.or === undefined) continue;
    await sql`
      insert into commune_merge_row (merge_id, kind, id)
      select ${mergeId}::uuid, ${table}, m.id from ${sql.table(table)} m
      where m.commune_code = ${into} and m.${sql.ref(move.or.by)} in (select id from commune_merge_row where merge_id = ${mergeId} and kind = ${move.or.owner})
      on conflict do nothing`.execute(tx);
  }
}

/** Whether row `alias` of a table goes back. */
function goesBack(mergeId: string, table: string, alias: string): RawBuilder<boolean> {
  const move = moveOf(table);
  const [kind, column] = move.how === 'own' ? [table, 'id'] : [move.of.owner, move.of.by];
  return sql`exists (select from commune_merge_row r where r.merge_id = ${mergeId} and r.kind = ${kind} and r.id = ${sql.ref(`${alias}.${column}`)})`;
}

function moveOf(table: string): Moving {
  const found = MOVING_TABLES.find(([name]) => name === table);
  if (found === undefined) throw new Error(`${table} does not go over`);
  return found[1];
}

async function listMovingReferences(tx: Tx): Promise<readonly TenantReference[]> {
  const moving = new Set(MOVING_TABLES.map(([table]) => table));
  return (await listReferences(tx)).filter(({ child, parent, key }) => moving.has(child) && moving.has(parent) && key === 'id');
}

/** From and where of rows `c` that refer to a row `p` of the other side. */
function crossing({ mergeId, into }: MergePlace, { child, by, parent, key }: TenantReference): RawBuilder<unknown> {
  return sql`from ${sql.table(child)} c join ${sql.table(parent)} p on p.commune_code = c.commune_code and p.${sql.ref(key)} = c.${sql.ref(by)}
    where c.commune_code = ${into} and ${goesBack(mergeId, child, 'c')} <> ${goesBack(mergeId, parent, 'p')}`;
}

async function partTwins(tx: Tx, { mergeId, into }: MergePlace): Promise<void> {
  const references = await listMovingReferences(tx);
  for (const [table, move] of MOVING_TABLES) {
    if (move.how !== 'own' || move.twin === undefined) continue;
    for (const { child, by } of references.filter(({ parent }) => parent === table)) {
      await sql`update ${sql.table(child)} c set ${sql.ref(by)} = t.from_id from commune_merge_twin t
        where t.merge_id = ${mergeId} and t.kind = ${table} and c.commune_code = ${into} and c.${sql.ref(by)} = t.into_id and ${goesBack(mergeId, child, 'c')}`.execute(tx);
    }
  }
}

async function sever(tx: Tx, place: MergePlace, reference: TenantReference): Promise<void> {
  const { child, by } = reference;
  const rows = sql`select c.ctid ${crossing(place, reference)}`;
  switch (SEVERANCES[nameOf(reference)]) {
    case 'clear':
      await sql`update ${sql.table(child)} set ${sql.ref(by)} = null where ctid in (${rows})`.execute(tx);
      return;
    case 'delete':
      await sql`delete from ${sql.table(child)} where ctid in (${rows})`.execute(tx);
      return;
    case 'copy':
    case undefined:
  }
}

/** What rows of either commune refer to and only the other one has is there in both. */
async function copyReferred(tx: Tx, { child, by, parent }: TenantReference, one: string, other: string): Promise<void> {
  const columns = sql.join((await listColumns(tx, parent)).map((column) => sql.ref(column)));
  for (const [here, there] of [[one, other], [other, one]] as const) {
    await sql`insert into ${sql.table(parent)} (commune_code, ${columns}) select ${here}, ${columns} from ${sql.table(parent)} p
      where p.commune_code = ${there} and exists (select from ${sql.table(child)} c where c.commune_code = ${here} and c.${sql.ref(by)} = p.id)
      on conflict (commune_code, id) do nothing`.execute(tx);
  }
}

async function returnTable(tx: Tx, { mergeId, from, into }: MergePlace, table: string, move: Moving): Promise<number> {
  const book = move.book === true ? sql`, former_commune = case when m.former_commune = ${from} then null when m.former_commune is null then ${into} else m.former_commune end` : sql``;
  const { numAffectedRows } = await sql`update ${sql.table(table)} m set commune_code = ${from} ${book} where m.commune_code = ${into} and ${goesBack(mergeId, table, 'm')}`.execute(tx);
  return Number(numAffectedRows ?? 0n);
}

/** Names that were told apart and days that were set are as they were. */
async function putBack(tx: Tx, { mergeId, from }: MergePlace): Promise<void> {
  for (const [table, move] of MOVING_TABLES) {
    if (move.how !== 'own') continue;
    const columns = rememberedColumns(move);
    if (columns.length === 0) continue;
    const values = sql.join(columns.map((column) => sql`${sql.ref(column)} = (jsonb_populate_record(m, r.was)).${sql.ref(column)}`));
    await sql`update ${sql.table(table)} m set ${values} from commune_merge_row r
      where r.merge_id = ${mergeId} and r.kind = ${table} and r.id = m.id and r.was is not null and m.commune_code = ${from}`.execute(tx);
  }
}
