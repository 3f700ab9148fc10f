import { sql } from 'kysely';
import { type Database } from '../../../platform/db/database.ts';
import { type MergeFindings } from '../domain/judge-preview.ts';
import { MOVING_TABLES } from '../domain/table-moves.ts';

/** Everything about two communes that the database alone can tell. */
export type StoredFindings = Pick<MergeFindings, 'rows' | 'twins' | 'sameNames' | 'sameCodes' | 'books'>;

/** Looks at two communes side by side; changes nothing. */
export async function readFindings(db: Database, from: string, into: string): Promise<StoredFindings> {
  const rows: Record<string, number> = {};
  const same = { twins: 0, sameNames: 0, sameCodes: 0 };
  for (const [table, move] of MOVING_TABLES) {
    const { rows: [counted] } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)} where commune_code = ${from}`.execute(db);
    rows[table] = counted?.n ?? 0;
    if (move.how === 'own' && move.twin !== undefined) same.twins += await countSame(db, table, sql.ref(`f.${move.twin}`), sql.ref(`i.${move.twin}`), from, into);
    if (move.how === 'own' && move.named !== undefined) same.sameNames += await countSame(db, table, sql`lower(${sql.ref(`f.${move.named}`)})`, sql`lower(${sql.ref(`i.${move.named}`)})`, from, into);
    if (move.distinct !== undefined) same.sameCodes += await countSame(db, table, sql.ref(`f.${move.distinct}`), sql.ref(`i.${move.distinct}`), from, into);
  }
  const books = await db.selectFrom('number_counter').select(['book', 'period', 'last']).where('commune_code', '=', from).where('book', 'not like', 'dossier:%').orderBy('book').orderBy('period').execute();
  return { rows, ...same, books };
}

async function countSame(db: Database, table: string, ours: ReturnType<typeof sql>, theirs: ReturnType<typeof sql>, from: string, into: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)} f join ${sql.table(table)} i on i.commune_code = ${into} and ${theirs} = ${ours} where f.commune_code = ${from}`.execute(db);
  return rows[0]?.n ?? 0;
}
