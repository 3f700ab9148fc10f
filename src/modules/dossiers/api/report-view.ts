import { type StaffActor } from '../../../kernel/actor.ts';
import { parseLocalDate } from '../../../kernel/local-time.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { type ReportQuery, type ReportResponse } from '../contract/report-schemas.ts';
import { addFigures, type FigureCounts, NO_FIGURES, sumFigures } from '../domain/report-figures.ts';
import { countFigures, type ReportGroup } from '../store/dossier-report.ts';
import { type DossiersDeps } from './deps.ts';
import { dossierFilterOf, reportPeriod } from './dossier-filter-of.ts';

interface Line {
  readonly key: string;
  readonly label: string;
  readonly counts: FigureCounts;
}

const sumOf = (groups: readonly ReportGroup[]): FigureCounts => groups.reduce<FigureCounts>((sum, { counts }) => addFigures(sum, counts), NO_FIGURES);

/** Groups of one procedure each as the lines that were asked for. A unit answers for what was moved to it and for its fields. */
function linesOf(groups: readonly ReportGroup[], by: ReportQuery['by'], units: Awaited<ReturnType<DossiersDeps['unitsOf']>>): readonly Line[] {
  if (by === 'unit') {
    return units.flatMap(({ id, name, fields }) => {
      const own = groups.filter((group) => group.unit_id === id || (group.unit_id === null && fields.includes(group.field)));
      return own.length === 0 ? [] : [{ key: id, label: name, counts: sumOf(own) }];
    });
  }
  const keyed = Map.groupBy(groups, (group) => (by === 'field' ? group.field : group.procedure_code));
  return [...keyed].map(([key, own]) => ({ key, label: by === 'field' ? key : (own[0]?.procedure_name ?? key), counts: sumOf(own) }));
}

/** The report of a period. Refuses days that do not exist and a period that ends before it begins. */
export async function reportView(deps: DossiersDeps, actor: StaffActor, query: ReportQuery, now: Date): Promise<Result<ReportResponse>> {
  const { from, to, by, ...narrowed } = query;
  if (!parseLocalDate(from).ok || !parseLocalDate(to).ok || to < from) return refuse('report.period-unreadable', {}, 'to');
  const units = await deps.unitsOf(actor.communeCode);
  const filter = dossierFilterOf(narrowed, units, now);
  const groups = await countFigures(deps.db, actor.communeCode, reportPeriod(from, to, now), filter);
  const counts = sumOf(groups);
  return ok({
    from, to, by,
    rows: linesOf(groups, by, units).map((line) => ({ ...line, sums: sumFigures(line.counts) })),
    total: { counts, sums: sumFigures(counts) },
  });
}
