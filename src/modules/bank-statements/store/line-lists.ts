import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import { type Database } from '../../../platform/db/database.ts';
import { type Tables } from '../../../platform/db/tables.generated.ts';
import { type LineRow } from './lines.ts';

/** The views of the lines of all statements, by what was decided and where they belong. */
export type LineListView = 'probable' | 'over' | 'under' | 'duplicate' | 'unknown' | 'automatic' | 'by-person' | 'not-ours' | 'refund' | 'outgoing';

function inView(eb: ExpressionBuilder<Tables, 'statement_line'>, view: LineListView): Expression<SqlBool> {
  switch (view) {
    case 'automatic':
      return eb.and([eb('state', '=', 'paid'), eb('decided_by', 'is', null)]);
    case 'by-person':
      return eb.and([eb('state', '=', 'paid'), eb('decided_by', 'is not', null)]);
    case 'not-ours':
      return eb('state', '=', view);
    case 'refund':
    case 'outgoing':
      return eb.and([eb('state', '=', 'outgoing'), eb('refund_id', view === 'refund' ? 'is not' : 'is', null)]);
    default:
      return eb.and([eb('state', '=', 'waiting'), eb('list', '=', view)]);
  }
}

/** How many lines each view has and how many đồng they are, in one walk over the lines. */
export async function countLines(db: Database, communeCode: string): Promise<readonly { readonly view: LineListView; readonly count: number; readonly sum: number }[]> {
  const { rows } = await sql<{ view: LineListView; count: number; sum: number }>`
    select case when state = 'paid' then case when decided_by is null then 'automatic' else 'by-person' end when state = 'waiting' then list when refund_id is not null then 'refund' else state end as view, count(*)::int as count, sum(amount)::bigint as sum
    from statement_line where commune_code = ${communeCode} group by 1`.execute(db);
  return rows;
}

/** The lines of a view, newest day first, from behind a line on; with how many there are altogether. */
export async function listLines(db: Database, communeCode: string, asked: { readonly view: LineListView; readonly statementId: string | null; readonly after: { readonly on: string; readonly id: string } | null }, limit: number): Promise<{ readonly rows: readonly LineRow[]; readonly count: number; readonly sum: number }> {
  const { view, statementId, after } = asked;
  const base = db.selectFrom('statement_line').where('commune_code', '=', communeCode).where((eb) => inView(eb, view)).$if(statementId !== null, (query) => query.where('statement_id', '=', statementId as string));
  const [rows, total] = await Promise.all([
    base
      .selectAll()
      .$if(after !== null, (query) => query.where(sql<SqlBool>`(booked_on, id) < (${after?.on ?? ''}::date, ${after?.id ?? ''}::uuid)`))
      .orderBy('booked_on', 'desc')
      .orderBy('id', 'desc')
      .limit(limit)
      .execute(),
    // A sum of bigint is numeric, which would come as text.
    base.select(({ fn }) => [fn.countAll<number>().as('count'), sql<number>`coalesce(sum(amount), 0)::bigint`.as('sum')]).executeTakeFirstOrThrow(),
  ]);
  return { rows, count: total.count, sum: total.sum };
}
