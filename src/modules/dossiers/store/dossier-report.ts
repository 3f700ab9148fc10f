import { sql } from 'kysely';
import { type Database } from '../../../platform/db/database.ts';
import { type FigureCounts, FIGURES } from '../domain/report-figures.ts';
import { figureCondition, type ReportPeriod } from './figure-condition.ts';
import { type DossierFilter, filterCondition } from './filter-condition.ts';

/** The figures of one procedure, and of one unit where dossiers were moved to it. */
export interface ReportGroup {
  readonly procedure_code: string;
  readonly procedure_name: string;
  readonly field: string;
  readonly unit_id: string | null;
  readonly counts: FigureCounts;
}

/** Counts every figure of a period in one pass over the dossiers that were under way in it; nothing is kept beside the dossiers themselves. */
export async function countFigures(db: Database, communeCode: string, period: ReportPeriod, filter: DossierFilter): Promise<readonly ReportGroup[]> {
  const counts = sql.join(FIGURES.map((figure) => sql`${figure}::text, count(*) filter (where ${figureCondition(figure, period)})`));
  const { rows } = await sql<ReportGroup>`
    select procedure_code, max(procedure_name) as procedure_name, field, unit_id, jsonb_build_object(${counts}) as counts
    from dossier
    where commune_code = ${communeCode} and (ended_at >= ${period.from} or ended_at is null)
      and (received_at < ${period.until} or (received_at is null and state = 'rejected')) and ${filterCondition(filter) ?? sql`true`}
    group by procedure_code, field, unit_id
    order by field, procedure_code, unit_id`.execute(db);
  return rows;
}
