import { sql } from 'kysely';
import { type Database, type Tx } from '../../../platform/db/database.ts';

/** How many open dossiers were moved to, or are on their way from, each unit of a commune. */
export async function countOpenByUnit(db: Database, communeCode: string): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ readonly unit: string; readonly count: number }>`
    select unit, count(*)::int as count from (
      select unit_id as unit from dossier where commune_code = ${communeCode} and ended_at is null and unit_id is not null
      union all
      select handed_from from dossier where commune_code = ${communeCode} and ended_at is null and handed_from is not null
    ) d group by unit`.execute(db);
  return new Map(rows.map(({ unit, count }) => [unit, count]));
}

/** Open dossiers of a unit that has ended, locked, at most `limit` of them in the order of their ids. */
export async function lockUnitDossiers(tx: Tx, communeCode: string, unitId: string, limit: number): Promise<readonly { readonly id: string; readonly field: string }[]> {
  return tx
    .selectFrom('dossier')
    .select(['id', 'field'])
    .where('commune_code', '=', communeCode)
    .where('ended_at', 'is', null)
    .where((where) => where.or([where('unit_id', '=', unitId), where('handed_from', '=', unitId)]))
    .orderBy('id')
    .limit(limit)
    .forUpdate()
    .execute();
}

/** One dossier that goes on in another unit. */
export interface UnitDossierMove {
  readonly id: string;
  readonly toUnitId: string;
  readonly toUnitName: string;
  /** What the line of history says; texts only. */
  readonly facts: Readonly<Record<string, string>>;
}

/** Writes the new unit of dossiers, of hand-overs that wait, and a line of history for each; who works on it and its clock stay. The caller holds the locks. */
export async function writeUnitMoves(tx: Tx, communeCode: string, fromUnitId: string, moves: readonly UnitDossierMove[], by: { readonly staffId: string | null; readonly name: string }, at: Date): Promise<void> {
  if (moves.length === 0) return;
  const given = sql`jsonb_to_recordset(${JSON.stringify(moves)}::jsonb) as m (id uuid, "toUnitId" uuid, "toUnitName" text, facts jsonb)`;
  await sql`update dossier d set version = d.version + 1,
      unit_id = case when d.unit_id = ${fromUnitId}::uuid then m."toUnitId" else d.unit_id end,
      handed_from = case when d.handed_from = ${fromUnitId}::uuid then m."toUnitId" else d.handed_from end
    from ${given} where d.commune_code = ${communeCode} and d.id = m.id`.execute(tx);
  await sql`update unit_handover h set
      to_unit_id = case when h.to_unit_id = ${fromUnitId}::uuid then m."toUnitId" else h.to_unit_id end,
      to_unit_name = case when h.to_unit_id = ${fromUnitId}::uuid then m."toUnitName" else h.to_unit_name end,
      from_unit_id = case when h.from_unit_id = ${fromUnitId}::uuid then m."toUnitId" else h.from_unit_id end,
      from_unit_name = case when h.from_unit_id = ${fromUnitId}::uuid then m."toUnitName" else h.from_unit_name end
    from ${given} where h.commune_code = ${communeCode} and h.dossier_id = m.id and h.state = 'waiting'`.execute(tx);
  await sql`insert into dossier_history (commune_code, dossier_id, seq, at, event, actor_id, actor_name, facts)
    select ${communeCode}, m.id, coalesce((select max(h.seq) from dossier_history h where h.commune_code = ${communeCode} and h.dossier_id = m.id), 0) + 1,
      ${at}::timestamptz, 'unit-changed', ${by.staffId}::uuid, ${by.name}, m.facts
    from ${given}`.execute(tx);
}
