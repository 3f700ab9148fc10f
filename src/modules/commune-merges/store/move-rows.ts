import { sql } from 'kysely';
import { type Tx } from '../../../platform/db/database.ts';
import { MOVING_TABLES, TABLE_MOVES, type TableMove } from '../domain/table-moves.ts';
import { listColumns, listReferences } from './tenant-schema.ts';

/** Which commune goes over into which, and under which merge that is written down. */
export interface MergePlace {
  readonly mergeId: string;
  readonly from: string;
  readonly into: string;
}

/** Rows by table. */
export type RowCounts = Readonly<Record<string, number>>;

/**
 * Lets everything of one commune belong to the other, in the caller's transaction, which must be the owner's: no row is lost, none is
 * doubled, and references are checked at its end. What belonged to the former commune is written down first. Answers the rows that went over.
 */
export async function moveRows(tx: Tx, place: MergePlace, formerName: string): Promise<RowCounts> {
  await beginMoving(tx);
  for (const [table, move] of MOVING_TABLES) if (move.how === 'own') await rememberRows(tx, place, table, move);
  for (const [table, move] of MOVING_TABLES) if (move.how === 'own' && move.twin !== undefined) await joinTwins(tx, place, table, move.twin);
  for (const [table, move] of MOVING_TABLES) if (move.how === 'own' && move.named !== undefined) await tellApart(tx, place, table, move.named, formerName);
  for (const [table, move] of Object.entries<TableMove>(TABLE_MOVES)) if (move.how === 'copied') await copyRows(tx, table, move.key, place.from, place.into);
  const moved: Record<string, number> = {};
  for (const [table, move] of MOVING_TABLES) moved[table] = await moveTable(tx, place, table, move);
  return moved;
}

/** References may point nowhere until the end of the transaction, and nothing in it is cut off for taking long. */
export async function beginMoving(tx: Tx): Promise<void> {
  await sql`set local statement_timeout = 0`.execute(tx);
  await sql`set constraints all deferred`.execute(tx);
}

/** The columns of a table whose values are put back when a merge is undone. */
export function rememberedColumns({ named, remembers = [] }: Pick<Extract<TableMove, { how: 'own' }>, 'named' | 'remembers'>): readonly string[] {
  return [...(named === undefined ? [] : [named]), ...remembers];
}

async function rememberRows(tx: Tx, { mergeId, from }: MergePlace, table: string, move: Extract<TableMove, { how: 'own' }>): Promise<void> {
  const columns = rememberedColumns(move);
  const was = columns.length === 0 ? sql`null` : sql`jsonb_build_object(${sql.join(columns.flatMap((column) => [sql.lit(column), sql.ref(column)]))})`;
  await sql`insert into commune_merge_row (merge_id, kind, id, was) select ${mergeId}::uuid, ${table}, id, ${was} from ${sql.table(table)} where commune_code = ${from}`.execute(tx);
}

/** The rows of both communes that are one and the same: the one of the former commune stays where it is, and what refers to it names the other. */
async function joinTwins(tx: Tx, { mergeId, from, into }: MergePlace, table: string, twin: string): Promise<void> {
  await sql`
    insert into commune_merge_twin (merge_id, kind, from_id, into_id)
    select ${mergeId}::uuid, ${table}, f.id, i.id from ${sql.table(table)} f join ${sql.table(table)} i on i.commune_code = ${into} and i.${sql.ref(twin)} = f.${sql.ref(twin)}
    where f.commune_code = ${from}`.execute(tx);
  await sql`delete from commune_merge_row r using commune_merge_twin t where r.merge_id = ${mergeId} and t.merge_id = r.merge_id and r.kind = ${table} and t.kind = r.kind and r.id = t.from_id`.execute(tx);
  for (const { child, by } of (await listReferences(tx)).filter(({ parent }) => parent === table)) {
    await sql`update ${sql.table(child)} c set ${sql.ref(by)} = t.into_id from commune_merge_twin t
      where t.merge_id = ${mergeId} and t.kind = ${table} and c.commune_code = ${from} and c.${sql.ref(by)} = t.from_id`.execute(tx);
  }
}

/** Two units or villages of one name are told apart by the commune that one of them comes from. */
async function tellApart(tx: Tx, { from, into }: MergePlace, table: string, name: string, formerName: string): Promise<void> {
  await sql`update ${sql.table(table)} f set ${sql.ref(name)} = f.${sql.ref(name)} || ${` (${formerName} cũ)`}
    where f.commune_code = ${from} and exists (select from ${sql.table(table)} i where i.commune_code = ${into} and lower(i.${sql.ref(name)}) = lower(f.${sql.ref(name)}))`.execute(tx);
}

/** What rows of one commune refer to is there in another as well. */
export async function copyRows(tx: Tx, table: string, key: string, from: string, into: string): Promise<void> {
  const columns = sql.join((await listColumns(tx, table)).map((column) => sql.ref(column)));
  await sql`insert into ${sql.table(table)} (commune_code, ${columns}) select ${into}, ${columns} from ${sql.table(table)} where commune_code = ${from}
    on conflict (commune_code, ${sql.ref(key)}) do nothing`.execute(tx);
}

async function moveTable(tx: Tx, { mergeId, from, into }: MergePlace, table: string, move: Extract<TableMove, { how: 'own' | 'with' }>): Promise<number> {
  const book = move.book === true ? sql`, former_commune = coalesce(former_commune, ${from})` : sql``;
  // Only a twin of somebody there stays.
  const stays = move.how === 'own' && move.twin !== undefined ? sql`and not exists (select from commune_merge_twin t where t.merge_id = ${mergeId} and t.kind = ${table} and t.from_id = m.id)` : sql``;
  const { numAffectedRows } = await sql`update ${sql.table(table)} m set commune_code = ${into} ${book} where m.commune_code = ${from} ${stays}`.execute(tx);
  return Number(numAffectedRows ?? 0n);
}
